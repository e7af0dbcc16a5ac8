import { isEnglishWord } from './english-words.js';
import { collapseWhiteSpace, WIDE } from './layout.js';

const IS_WIDE = new RegExp(WIDE, 'u');

/** Parts that begin a compound and are joined to its next part by a hyphen. */
const FIRST_PARTS = new Set(
  `all anti best co cross dual early ex fast first five four free full half hard high ill large last late left light
  long low lower many mid multi near new next nine non off old on one open part post pre pro quasi real right second
  self semi seven short single six small so soft state ten third three two ultra up upper vice well wide world
  zero`.split(/\s+/),
);

/** First parts that keep their hyphen also where the word is known without one. */
const ALWAYS_APART = new Set(['ex', 'non', 'self']);

/** Parts that begin a word and are none without it. */
const PREFIXES = new Set(
  `ab ad be bi bio com con counter de dis em en fore geo hyper im in infra inter intra ir macro micro mis out over per photo
  radio re sub super sur syn tele trans un under`.split(/\s+/),
);

/** The words of a text in small letters, with those that have a hyphen in them. */
export function wordsOf(lines: readonly { readonly text: string }[]): ReadonlySet<string> {
  const word = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(word) ?? []));
}

/** How a line goes on in the next one. */
export interface Joint {
  /** What stands between the two. */
  readonly between: '' | ' ';
  /** Is the hyphen at the end of the line none of the text? */
  readonly isCut: boolean;
}

/**
 * How two lines are joined. A word that a hyphen divides at the end of the line is made whole; a compound keeps its
 * hyphen, and which of the two it is say the other words of the file and of English.
 *
 * @param words of the file, as `wordsOf` gives them
 */
export function jointOf(line: string, next: string, words: ReadonlySet<string>): Joint {
  if (IS_WIDE.test(line.at(-1) ?? '') && IS_WIDE.test(next[0] ?? '')) return { between: '', isCut: false };
  const [, stem] =
    /(?<![\p{L}\p{N}-])(\p{L}[\p{L}\p{N}-]{0,60})[-\u2010\u00ad]$/u.exec(line.slice(-80)) ?? [];
  const [rest] = /^\p{Ll}[\p{L}\p{N}]{0,60}/u.exec(next) ?? [];
  // `12-` or `GPT-` before a number or a name keeps its hyphen.
  if (stem === undefined || rest === undefined)
    return { between: /[-\u2010\u2013/]$/.test(line.slice(-1)) ? '' : ' ', isCut: false };
  // `short-` before `and long-term` stands for a compound, and an address is what it is.
  if (HANGING.has(rest) && !line.endsWith('\u00ad')) return { between: ' ', isCut: false };
  if (ADDRESS.test(line.slice(-200))) return { between: '', isCut: false };
  const isCut = line.endsWith('\u00ad') || !isCompound(stem.toLowerCase(), rest.toLowerCase(), words);
  return { between: '', isCut };
}

/** Hard-wrapped lines as one, with the words whole that a hyphen divides at their ends. */
export function onOneLine(lines: readonly string[], words: ReadonlySet<string>): string {
  const trimmed = lines.map((line) => line.trim());
  const pieces = trimmed.map((line, position) => {
    const next = trimmed[position + 1];
    if (next === undefined) return line;
    if (!line.endsWith('-')) return `${line}\n`;
    const { between, isCut } = jointOf(line, next, words);
    return (isCut ? line.slice(0, -1) : line) + between;
  });
  return collapseWhiteSpace(pieces.join('')).trim();
}

/** Words behind the first of two parts that share their end. */
const HANGING = new Set(['and', 'or', 'to', 'und', 'oder', 'bis']);

/** Does the line end in an address? */
const ADDRESS = /(?:https?:\/\/|www\.)\S{0,190}$/i;

function isCompound(stem: string, rest: string, words: ReadonlySet<string>): boolean {
  const isKnown = (word: string) => words.has(word) || isEnglishWord(word);
  if (words.has(stem + rest)) return false;
  if (words.has(`${stem}-${rest}`)) return true;
  if (ALWAYS_APART.has(stem) && isEnglishWord(rest)) return true;
  if (isEnglishWord(stem + rest)) return false;
  // `state-of-` before `the-art`.
  if (stem.includes('-')) return isKnown(rest);
  if (FIRST_PARTS.has(stem)) return isKnown(rest);
  if (PREFIXES.has(stem)) return false;
  return stem.length > 2 && rest.length > 2 && isEnglishWord(stem) && isEnglishWord(rest);
}
