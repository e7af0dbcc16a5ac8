import { type ArrayChange, diffArrays } from 'diff';
import type { ChangedLine } from './diff.js';
import type { Span } from './document.js';
import { withoutHalfCharacter } from './names.js';

/** A changed paragraph as it is shown: cut around what changed, with those words marked. */
export interface MarkedLine extends ChangedLine {
  /** Ranges of `text`, in order. Empty where the whole paragraph went or came. */
  readonly marks: readonly Span[];
}

/** Words that did not change, shown on each side of those that did, in UTF-16 code units. */
const AROUND = 60;
/** So much of a changed stretch is compared word by word: `Intl.Segmenter` takes its time on Node 20. */
const MAX_COMPARED = 1_000;
/** Words that went and came; past that it is another paragraph. */
const MAX_EDITS = 150;
/** A rewritten paragraph has at least so much in common with the old one. */
const LEAST_IN_COMMON = 0.3;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/**
 * The lines of a diff, each at most `most` UTF-16 code units and an ellipsis or two. Old and new versions of a paragraph
 * stand beside each other, with the words marked in which they differ.
 */
export function markChanges(lines: readonly ChangedLine[], most: number): MarkedLine[] {
  return stretches(lines).flatMap(({ gone, come }) => {
    const paired = Math.min(gone.length, come.length);
    const pairs = gone.slice(0, paired).flatMap((old, at) => {
      const young = come[at];
      return young ? markPair(old, young, most) : [];
    });
    return [...pairs, ...[...gone.slice(paired), ...come.slice(paired)].map((line) => whole(line, most))];
  });
}

/** What went and what came in its place, stretch by stretch. */
function stretches(lines: readonly ChangedLine[]): { gone: ChangedLine[]; come: ChangedLine[] }[] {
  const found: { gone: ChangedLine[]; come: ChangedLine[] }[] = [];
  let last: (typeof found)[number] | undefined;
  for (const line of lines) {
    if (!last || (line.sign === '-' && last.come.length > 0)) {
      last = { gone: [], come: [] };
      found.push(last);
    }
    (line.sign === '-' ? last.gone : last.come).push(line);
  }
  return found;
}

function markPair(old: ChangedLine, young: ChangedLine, most: number): MarkedLine[] {
  const compared = compareWords(old.text, young.text);
  if (!compared) return [whole(old, most), whole(young, most)];
  return [
    { ...old, ...shownAround(compared.old, most) },
    { ...young, ...shownAround(compared.young, most) },
  ];
}

function whole(line: ChangedLine, most: number): MarkedLine {
  const { text } = line;
  const isShort = text.length <= most;
  return { ...line, text: isShort ? text : `${withoutHalfCharacter(text.slice(0, most))} …`, marks: [] };
}

/** The text of a line with the changed words in brackets: a code block has colours for whole lines alone. */
export function inBrackets({ text, marks }: Pick<MarkedLine, 'text' | 'marks'>): string {
  let shown = '';
  let last = 0;
  for (const { start, end } of marks) {
    shown += `${text.slice(last, start)}⟦${text.slice(start, end)}⟧`;
    last = end;
  }
  return shown + text.slice(last);
}

/** A part of one version, which the other one has too or has not. */
interface Stretch {
  readonly words: readonly string[];
  readonly isChanged: boolean;
}

/** Both versions in stretches; `undefined` where they have little in common. */
function compareWords(
  old: string,
  young: string,
): { readonly old: Stretch[]; readonly young: Stretch[] } | undefined {
  const start = wordStart(old, sameFromStart(old, young));
  const end = sameFromEnd(old.slice(start), young.slice(start));
  const middle = (text: string) => text.slice(start, text.length - end);
  const [oldWords, youngWords] = [wordsOf(middle(old)), wordsOf(middle(young))];
  const parts = diffArrays(oldWords, youngWords, { maxEditLength: MAX_EDITS });
  if (!parts) return undefined;
  const same = parts.filter(({ added, removed }) => !added && !removed).flatMap(({ value }) => value);
  const inCommon = start + end + same.join('').length;
  if (inCommon < LEAST_IN_COMMON * Math.max(old.length, young.length)) return undefined;
  const version = (isOther: (part: ArrayChange<string>) => boolean, text: string): Stretch[] =>
    merged([
      { words: wordsNear(text.slice(0, start), 'end'), isChanged: false },
      ...parts
        .filter((part) => !isOther(part))
        .map(({ value, added, removed }) => ({ words: value, isChanged: added || removed })),
      { words: wordsNear(text.slice(text.length - end), 'start'), isChanged: false },
    ]);
  return { old: version(({ added }) => added, old), young: version(({ removed }) => removed, young) };
}

function sameFromStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function sameFromEnd(a: string, b: string): number {
  let length = 0;
  const most = Math.min(a.length, b.length);
  while (length < most && a.at(-1 - length) === b.at(-1 - length)) length++;
  // From the beginning of the next word, so that a word that changed at its beginning is compared whole.
  const shared = a.slice(a.length - length);
  const next = shared.search(/[\s\p{P}\p{Script=Han}]/u);
  return next < 0 ? 0 : length - next;
}

/** Where the word begins that a position is in: a word that changed at its end is compared whole. */
function wordStart(text: string, position: number): number {
  let start = withoutHalfCharacter(text.slice(0, position)).length;
  const least = Math.max(0, start - AROUND);
  while (start > least && isOfWord(text.charAt(start - 1))) start--;
  return start;
}

/** Of a language that sets spaces between words. */
function isOfWord(character: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(character) && !/\p{Script=Han}/u.test(character);
}

/** The words of a text, and what stands between them; what is too long to compare is one word at the end. */
function wordsOf(text: string): string[] {
  const compared = withoutHalfCharacter(text.slice(0, MAX_COMPARED));
  const words = [...segmenter.segment(compared)].map(({ segment }) => segment);
  return compared.length < text.length ? [...words, text.slice(compared.length)] : words;
}

/** The words of a text that did not change: those near its start or end one by one, the rest as one. */
function wordsNear(text: string, side: 'start' | 'end'): string[] {
  if (text.length <= 3 * AROUND) return wordsOf(text);
  if (side === 'start') return [...wordsOf(text.slice(0, 2 * AROUND)), text.slice(2 * AROUND)];
  return [text.slice(0, -2 * AROUND), ...wordsOf(text.slice(-2 * AROUND))];
}

/** Stretches without empty ones; a space between two changed words is of what changed. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const told = stretches.filter(({ words }) => words.join('') !== '');
  const result: Stretch[] = [];
  for (const [at, { words, isChanged }] of told.entries()) {
    const isBetween = words.join('').trim() === '' && result.at(-1)?.isChanged && told[at + 1]?.isChanged;
    const last = result.at(-1);
    const stretch = { words, isChanged: isChanged || isBetween === true };
    if (last?.isChanged === stretch.isChanged)
      result.splice(-1, 1, { words: [...last.words, ...words], isChanged: last.isChanged });
    else result.push(stretch);
  }
  return result;
}

/** The text with an ellipsis for what did not change and is far from what did, at most about `most` long. */
function shownAround(
  stretches: readonly Stretch[],
  most: number,
): { readonly text: string; readonly marks: readonly Span[] } {
  let text = '';
  const marks: Span[] = [];
  for (const [at, { words, isChanged }] of stretches.entries()) {
    const room = most - text.length;
    if (room <= 0) return { text: `${text.trimEnd()} …`, marks };
    const all = words.join('');
    const edges = { isFirst: at === 0, isLast: at === stretches.length - 1 };
    const full = isChanged ? all : withoutMiddle(words, edges);
    const shown = full.length <= room ? full : `${withoutHalfCharacter(full.slice(0, room))} …`;
    if (isChanged) marks.push({ start: text.length, end: text.length + shown.length });
    text += shown;
    if (shown.length < full.length) break;
  }
  return { text, marks };
}

function withoutMiddle(
  words: readonly string[],
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): string {
  const all = words.join('');
  const kept = (isFirst ? 0 : AROUND) + (isLast ? 0 : AROUND);
  if (all.length <= kept + AROUND / 2) return all;
  const before = isFirst ? '' : firstWords(words).trimEnd();
  const after = isLast ? '' : firstWords([...words].reverse(), true).trimStart();
  return [before, '…', after].filter((part) => part !== '').join(' ');
}

/** Whole words, as many as there is room for; from the end where `isReversed`. */
function firstWords(words: readonly string[], isReversed = false): string {
  let text = '';
  for (const word of words) {
    if (text.length + word.length > AROUND) break;
    text = isReversed ? word + text : text + word;
  }
  return text;
}
