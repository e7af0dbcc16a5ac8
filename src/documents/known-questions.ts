import { z } from 'zod';
import { byCodeUnits } from './code-units.js';
import type { Document } from './document.js';
import { withoutHalfCharacter } from './names.js';
import type { KnownQuestionFault, NamedSentence, Problem, SentenceFault } from './problem.js';
import { MAX_FAULTS, readYaml } from './yaml-file.js';

/**
 * A wording that people use, with the sentences that answer it. Part of a revision, kept by moderators like
 * documents.
 */
export interface KnownQuestion {
  /** At most {@link MAX_CHARACTERS}. */
  readonly question: string;
  /** At least one, each alone or together an answer. */
  readonly answers: readonly NamedSentence[];
  /** A moderator wrote it in Discord, and no file of the knowledge folder has it. */
  readonly taught?: true;
}

/** Of one known question. */
export const MAX_CHARACTERS = 200;
/** Of one collection. */
export const MAX_KNOWN_QUESTIONS = 10_000;

/** Of a sentence that answers, in characters; and of these for one question in one file. */
export const MAX_SENTENCE = 1_000;
const MAX_ANSWERS = 5;

const words = z.string().trim().min(1);

/** Known questions as a revision keeps them. */
export const knownQuestionsSchema: z.ZodType<readonly KnownQuestion[]> = z.array(
  z.strictObject({
    question: words,
    answers: z.array(z.strictObject({ document: z.string().min(1), text: words })).min(1),
    taught: z.literal(true).exactOptional(),
  }),
);

/** A file of known questions: for each sentence of the document, or several that answer together, what people ask. */
const sentence = words.max(MAX_SENTENCE);
const fileSchema = z.array(
  z.strictObject({
    answer: z.union([sentence, z.array(sentence).min(1).max(MAX_ANSWERS)]),
    asked: z.array(z.string().transform(oneLine).pipe(words)).min(1),
  }),
);

/** A known question with the line of its file, from 1, where it is known. */
export interface WrittenQuestion {
  readonly known: KnownQuestion;
  readonly line: number | undefined;
}

/**
 * Reads the known questions of a document from YAML, a list of `answer` and `asked`. Never throws: what is wrong is
 * in `problems`, with its line, of a file up to {@link MAX_FAULTS}. A file of another shape has no questions; one
 * that is too long or there already is left out.
 */
export function parseKnownQuestions(
  text: string,
  file: string,
  document: string,
): { questions: WrittenQuestion[]; problems: Problem[] } {
  const { value = [], faults, lineOf } = readYaml(text, fileSchema, []);
  const problems = faults.map((fault): Problem => ({ kind: 'known-questions', file, ...fault }));
  const seen = new Set<string>();
  const questions: WrittenQuestion[] = [];
  for (const [entry, { answer, asked }] of value.entries()) {
    const answers = [answer].flat().map((sentence) => ({ document, text: sentence }));
    for (const [i, question] of asked.entries()) {
      // With one more than a collection may have it is known that there are too many.
      if (questions.length > MAX_KNOWN_QUESTIONS) return { questions, problems };
      const one = { known: { question, answers }, line: lineOf([entry, 'asked', i]) };
      const fault = faultOf(question, seen);
      if (!fault) questions.push(one);
      else if (problems.length < MAX_FAULTS) {
        const beginning = withoutHalfCharacter(question.slice(0, MAX_CHARACTERS));
        problems.push({ kind: 'known-question', ...placeOf(file, one), question: beginning, ...fault });
      }
    }
  }
  return { questions, problems };
}

/** Why a wording is left out; else it is `seen` from now on. */
function faultOf(question: string, seen: Set<string>): KnownQuestionFault | undefined {
  if (question.length > MAX_CHARACTERS)
    return { fault: 'too-long', characters: question.length, most: MAX_CHARACTERS };
  const wording = wordingOf(question);
  if (seen.has(wording)) return { fault: 'duplicate' };
  seen.add(wording);
  return undefined;
}

/** Where a known question is written. */
export function placeOf(file: string, written: WrittenQuestion | undefined): Pick<Problem, 'file' | 'line'> {
  return written?.line === undefined ? { file } : { file, line: written.line };
}

/** A wording as it can be shown and sent anywhere: without line breaks, control characters and halves of characters. */
export function oneLine(question: string): string {
  return question
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * What two known questions have in common that are the same wording: capitals, spaces and the mark at the end do not
 * count.
 */
export function wordingOf(question: string): string {
  return (
    question
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/\s+/g, ' ')
      // From where a run of them begins: else a long run before something else takes a time that grows with its square.
      .replace(/(?<![ ?!.。])[ ?!.。]+$/, '')
  );
}

/**
 * Known questions of several places as one list: those of one wording become one, written as the first is, with the
 * answers of all. What one place wrote itself is not taught, whatever the others say. The order is that of the first
 * ones; answers stand by document, so that a list has one form wherever it was read.
 */
export function joinKnownQuestions(questions: readonly KnownQuestion[]): KnownQuestion[] {
  const joined = new Map<string, KnownQuestion>();
  for (const known of questions) {
    const wording = wordingOf(known.question);
    const other = joined.get(wording);
    joined.set(wording, inOneForm(other ? joinTwo(other, known) : known));
  }
  return [...joined.values()];
}

function joinTwo(first: KnownQuestion, second: KnownQuestion): KnownQuestion {
  const { question, taught } = first;
  const answers = [...first.answers, ...second.answers];
  return { question, answers, ...(taught && second.taught && { taught }) };
}

function inOneForm({ question, answers, taught }: KnownQuestion): KnownQuestion {
  const each = new Map(answers.map((answer) => [JSON.stringify([answer.document, answer.text]), answer]));
  const byDocument = [...each.values()].sort((a, b) => byCodeUnits(a.document, b.document));
  return { question, answers: byDocument, ...(taught && { taught }) };
}

/** The questions without some of their answers; one that has none left goes. */
export function withoutAnswers(
  questions: readonly KnownQuestion[],
  isGone: (answer: NamedSentence) => boolean,
): KnownQuestion[] {
  return questions.flatMap((known) => {
    const answers = known.answers.filter((answer) => !isGone(answer));
    return answers.length > 0 ? [{ ...known, answers }] : [];
  });
}

/** Finds sentences that are named by their words. */
export interface SentenceFinder {
  /** Where it stands, as a position in {@link Document.text}; or why it is not there. */
  find(sentence: NamedSentence): { readonly start: number } | { readonly fault: SentenceFault };
}

/** A finder over some documents. What it needs of a document is worked out when it is first asked for. */
export function sentenceFinder(documents: readonly Document[]): SentenceFinder {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const known = new Map<string, ReadonlyMap<string, readonly number[]>>();
  const startsIn = (document: Document) => {
    const starts = known.get(document.id) ?? startsOfSentences(document);
    known.set(document.id, starts);
    return starts;
  };
  return {
    find({ document: id, text }) {
      const document = byId.get(id);
      if (!document) return { fault: 'no-document' };
      const [start, second] = startsIn(document).get(text) ?? [];
      if (start === undefined) return { fault: 'not-found' };
      return second === undefined ? { start } : { fault: 'not-unique' };
    },
  };
}

function startsOfSentences({ text, paragraphs }: Document): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const { sentences } of paragraphs) {
    for (const { start, end } of sentences) {
      const sentence = text.slice(start, end);
      const same = starts.get(sentence);
      if (same) same.push(start);
      else starts.set(sentence, [start]);
    }
  }
  return starts;
}

/** What of some known questions is not there in the documents; `file` says where a question is written. */
export function missingAnswers(
  questions: readonly KnownQuestion[],
  finder: SentenceFinder,
  placeOf: (position: number, answer: NamedSentence) => Pick<Problem, 'file' | 'line'>,
): Problem[] {
  return questions.flatMap((known, position) => {
    const { question } = known;
    const without = new Set<string>();
    return known.answers.flatMap((answer): Problem[] => {
      const found = finder.find(answer);
      // Of a document that is not there, one sentence says it for all.
      if (!('fault' in found) || without.has(answer.document)) return [];
      if (found.fault === 'no-document') without.add(answer.document);
      return [{ kind: 'known-question', ...placeOf(position, answer), question, ...found, ...answer }];
    });
  });
}
