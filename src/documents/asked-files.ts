import { stringify } from 'yaml';
import type { Document } from './document.js';
import { decode } from './formats/decode.js';
import type { InputFile } from './formats/reader.js';
import {
  joinKnownQuestions,
  type KnownQuestion,
  MAX_KNOWN_QUESTIONS,
  missingAnswers,
  parseKnownQuestions,
  placeOf,
  type SentenceFinder,
  sentenceFinder,
  type WrittenQuestion,
  wordingOf,
} from './known-questions.js';
import type { Problem } from './problem.js';

// The files of a knowledge folder that hold known questions: `asked/stepfun.yaml` has those that the document `stepfun`
// answers.

const FOLDER = 'asked/';
const ENDING = '.yaml';

/** Whether a file of a knowledge folder, by its path there, has known questions. */
export function isAskedFile(path: string): boolean {
  return path.startsWith(FOLDER) && path.endsWith(ENDING) && path.length > FOLDER.length + ENDING.length;
}

/** The file that has the known questions of a document, as a path in the knowledge folder. */
export function askedFileOf(document: string): string {
  return FOLDER + document + ENDING;
}

/** What one of these files holds. */
export interface AskedFile {
  /** Absent where it could not be read. */
  readonly questions?: readonly WrittenQuestion[];
  readonly problems: readonly Problem[];
}

/** Known questions that were read from files. */
export interface AskedQuestions {
  readonly knownQuestions: readonly KnownQuestion[];
  readonly problems: readonly Problem[];
}

export interface AskedOptions {
  /** Known questions of all files together. */
  readonly most?: number;
  /** Called between two files, so that other work can go on: thousands of questions take half a second. */
  readonly giveWay?: () => Promise<void>;
}

export function readAskedFile({ path, bytes }: InputFile): AskedFile {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { problems: [{ file: path, ...decoded.problem }] };
  const document = path.slice(FOLDER.length, -ENDING.length).normalize('NFC');
  return parseKnownQuestions(decoded.text, path, document);
}

/**
 * The known questions of several files, in their order. A question whose sentence is not there gives a problem and is
 * kept, as the sentence may come back, and it should be seen until it does or somebody takes it out.
 *
 * @param documents Those of the folder, which are to answer.
 */
export async function joinAskedFiles(
  files: readonly (AskedFile & { readonly path: string })[],
  documents: readonly Document[],
  { most = MAX_KNOWN_QUESTIONS, giveWay = async () => {} }: AskedOptions = {},
): Promise<AskedQuestions> {
  const finder = sentenceFinder(documents);
  const known: KnownQuestion[] = [];
  const problems: Problem[] = [];
  const wordings = new Set<string>();
  for (const { path, questions = [], problems: ofFile } of files) {
    await giveWay();
    const { kept, beyond } = withRoom(questions, wordings, most);
    for (const written of kept) known.push(written.known);
    problems.push(...ofFile, ...missingIn(path, kept, finder));
    if (!beyond) continue;
    const { question } = beyond.known;
    problems.push({ kind: 'known-question', ...placeOf(path, beyond), question, fault: 'too-many', most });
    break;
  }
  return { knownQuestions: joinKnownQuestions(known), problems };
}

/** The questions that there is room for, and the first one that there is none for. Adds their wordings. */
function withRoom(
  questions: readonly WrittenQuestion[],
  wordings: Set<string>,
  most: number,
): { kept: readonly WrittenQuestion[]; beyond: WrittenQuestion | undefined } {
  const end = questions.findIndex(({ known }) => {
    wordings.add(wordingOf(known.question));
    return wordings.size > most;
  });
  return end === -1
    ? { kept: questions, beyond: undefined }
    : { kept: questions.slice(0, end), beyond: questions[end] };
}

function missingIn(path: string, written: readonly WrittenQuestion[], finder: SentenceFinder): Problem[] {
  const questions = written.map(({ known }) => known);
  return missingAnswers(questions, finder, (position) => placeOf(path, written[position]));
}

/** As {@link parseKnownQuestions} reads it. */
interface WrittenEntry {
  readonly answer: string | string[];
  readonly asked: string[];
}

/**
 * The files that read back to the same known questions, but for what is taught, as what is in a file is not.
 * @param nameOf The path of a document's file without its extension.
 */
export function writeAskedFiles(
  questions: readonly KnownQuestion[],
  nameOf: (document: string) => string,
): InputFile[] {
  const files = new Map<string, Map<string, WrittenEntry>>();
  for (const { question, answers } of questions) {
    for (const document of new Set(answers.map((answer) => answer.document))) {
      const path = askedFileOf(nameOf(document));
      const entries = files.get(path) ?? new Map<string, WrittenEntry>();
      files.set(path, entries);
      const texts = answers.filter((answer) => answer.document === document).map(({ text }) => text);
      const key = JSON.stringify(texts);
      const entry = entries.get(key) ?? { answer: texts.length > 1 ? texts : (texts[0] ?? ''), asked: [] };
      entries.set(key, entry);
      entry.asked.push(question);
    }
  }
  return [...files].map(([path, entries]) => ({
    path,
    bytes: Buffer.from(stringify([...entries.values()], { lineWidth: 0 })),
  }));
}
