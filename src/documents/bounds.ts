import type { Document, Source, Span } from './document.js';
import { lineOfByte } from './formats/decode.js';
import type { InputFile, Outline } from './formats/reader.js';
import { MAX_SENTENCE } from './formats/sentence-length.js';
import { MAX_ADDRESS, MAX_MARKS, MAX_NAME, withoutHalfCharacter } from './names.js';
import type { NamedField, Problem, ProblemKind } from './problem.js';
import { unseenIn } from './unseen.js';

/*
 * How much a document may be, whatever its format: everything after this reads, indexes and shows it in a time that
 * these bound. What nobody writes, and would only stop the bot, is refused; what is merely too long to be shown is
 * cut, and the reader is told. Sentences are cut in `sentence-length.ts`, names in `names.ts`.
 */

/** A file of 8 MB that holds more text than this is none that people wrote to be read. */
const MAX_CHARACTERS = 2_000_000;

/**
 * A book of 300,000 words has half as many: so short on the average are the sentences of no text but the rows of
 * tables.
 */
const MAX_SENTENCES = 30_000;
const MAX_PARAGRAPHS = 15_000;

/** As JSON, in UTF-16 units: what is sent between processes, hashed and stored in one piece. */
const MAX_SIZE = 6_000_000;

/** Of a name or detail in a problem, in characters. */
const MAX_DETAIL = 300;

/** Of one file; the last of so many counts the others, which are seen by who mends these. */
const MAX_PROBLEMS = 100;

/** Why a text is not read at all; undefined where it is. */
export function refusalOf(file: InputFile, { text, paragraphs }: Outline): Problem | undefined {
  const of = (kind: ProblemKind): Problem => ({ file: file.path, ...kind });
  if (text.length > MAX_CHARACTERS)
    return of({ kind: 'too-much-text', characters: text.length, most: MAX_CHARACTERS });
  if (paragraphs.length > MAX_PARAGRAPHS) return of(tooMany('paragraphs', paragraphs.length, MAX_PARAGRAPHS));
  const stack = STACK.exec(text);
  if (stack) return { ...of({ kind: 'stacked-marks', most: MAX_MARKS }), ...lineAt(file, text, stack.index) };
  return undefined;
}

const STACK = new RegExp(String.raw`\p{M}{${MAX_MARKS + 1}}`, 'u');

/** Why a document is not taken once its sentences are known; undefined where it is. */
export function tooLarge({ path }: InputFile, document: Document): Problem | undefined {
  const sentences = document.paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0);
  if (sentences > MAX_SENTENCES) return { file: path, ...tooMany('sentences', sentences, MAX_SENTENCES) };
  const size = JSON.stringify(document).length;
  return size > MAX_SIZE ? { file: path, kind: 'too-much-in-all', size, most: MAX_SIZE } : undefined;
}

function tooMany(what: 'sentences' | 'paragraphs', count: number, most: number): ProblemKind {
  return { kind: 'too-many', what, count, most };
}

/** What a moderator should see of a document that is taken all the same. */
export function remarksOn(file: InputFile, outline: Outline, document: Document): Problem[] {
  return [
    ...unseenRemark(file, outline.text),
    ...unbrokenRemark(file, document),
    ...nameRemarks(file, outline),
  ];
}

function unseenRemark(file: InputFile, text: string): Problem[] {
  const { count, first } = unseenIn(text);
  return count === 0
    ? []
    : [{ file: file.path, kind: 'unseen-characters', count, ...lineAt(file, text, first) }];
}

/** Of the first stretch that was cut where nothing in it says where: a word without end, or what is no text. */
function unbrokenRemark(file: InputFile, { text, paragraphs }: Document): Problem[] {
  for (const { sentences } of paragraphs) {
    const cut = sentences.find((sentence, at) => isCutInside(text, sentence, sentences[at + 1]));
    if (!cut) continue;
    const characters = lengthOfRun(text, cut);
    const place = lineAt(file, text, cut.start);
    return [{ file: file.path, kind: 'unbroken', characters, most: MAX_SENTENCE, ...place }];
  }
  return [];
}

/** Where a sentence may have been cut behind. */
const BREAK = /[\s，；、：。！？]/;

function isCutInside(text: string, { start, end }: Span, next: Span | undefined): boolean {
  // Of a character of two units both are in the next piece.
  return next?.start === end && end - start >= MAX_SENTENCE - 1 && !BREAK.test(text.charAt(end - 1));
}

/** The characters without a break around the end of a piece. */
function lengthOfRun(text: string, { end }: Span): number {
  let [from, to] = [end, end];
  while (from > 0 && !BREAK.test(text.charAt(from - 1))) from--;
  while (to < text.length && !BREAK.test(text.charAt(to))) to++;
  return to - from;
}

/** The longest of what was cut or left out, for each kind of name. */
function nameRemarks(
  file: InputFile,
  { title = '', source = {}, references = [], tags = [], ...outline }: Outline,
): Problem[] {
  const sources = [source, ...references];
  const all = (field: keyof Source) => sources.flatMap((one) => one[field] ?? []);
  const names: [NamedField, Iterable<string>, number][] = [
    ['title', [title, ...all('title')], MAX_NAME],
    ['heading', new Set(outline.paragraphs.flatMap(({ headings }) => headings)), MAX_NAME],
    ['publisher', all('publisher'), MAX_NAME],
    ['author', all('author'), MAX_NAME],
    ['tag', tags, MAX_NAME],
    ['address', [...all('url'), ...all('archiveUrl')], MAX_ADDRESS],
  ];
  return names.flatMap(([field, values, most]): Problem[] => {
    const longest = longestOf(values);
    if (longest.length <= most) return [];
    const place = lineOfWords(file, longest);
    return [{ file: file.path, kind: 'too-long', field, characters: longest.length, most, ...place }];
  });
}

function longestOf(values: Iterable<string>): string {
  let longest = '';
  for (const value of values) if (value.length > longest.length) longest = value;
  return longest;
}

/**
 * The problems of a file as they leave the process that read it: not too many, and no detail longer than a name. What
 * is within these bounds stays as it is.
 */
export function problemsWithin(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MAX_PROBLEMS) return problems.map(withShortDetails);
  const first = problems.slice(0, MAX_PROBLEMS - 1).map(withShortDetails);
  const [{ file } = { file: '' }] = problems;
  return [...first, { file, kind: 'more-problems', count: problems.length - first.length }];
}

function withShortDetails(problem: Problem): Problem {
  const fields = Object.entries(problem).map(([name, value]) => [
    name,
    name !== 'file' && typeof value === 'string' && value.length > MAX_DETAIL
      ? `${withoutHalfCharacter(value.slice(0, MAX_DETAIL))}…`
      : value,
  ]);
  return Object.fromEntries(fields);
}

/**
 * What of a line is looked for in a file: long enough to stand there once, and short enough to have no markup in it.
 */
const WORDS_LOOKED_FOR = 40;

/** The line of the file that a place of its text stands in, where that can be told. */
function lineAt(file: InputFile, text: string, place: number): { line?: number } {
  const start = Math.max(text.lastIndexOf('\n', place) + 1, place - WORDS_LOOKED_FOR / 2);
  const end = text.indexOf('\n', place);
  return lineOfWords(file, text.slice(start, end < 0 ? undefined : end));
}

function lineOfWords({ bytes }: InputFile, text: string): { line?: number } {
  const words = Buffer.from(text.slice(0, WORDS_LOOKED_FOR).toWellFormed());
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = file.indexOf(words);
  if (first < 0 || words.length === 0) return {};
  const line = lineOfByte(file, first);
  return lineOfByte(file, file.lastIndexOf(words)) === line ? { line } : {};
}
