import type { Span } from '../../document.js';

/** Of one document; with more of them, no line that differs is looked at closely. */
const MAX_DIFFERENCES = 3_000;

/**
 * What of a canonical text its page does not say so: numbers of list items, bars between cells, raised figures. A span
 * is empty where the page has something in between that was left out, as the mark of a note.
 *
 * @param page Its words, a line for each stretch of them that go on.
 */
export function pageDifferences(text: string, page: string): Span[] {
  const differences: Span[] = [];
  const follow = follower(page);
  let start = 0;
  for (const line of text.split('\n')) {
    const most = MAX_DIFFERENCES - differences.length;
    for (const span of differencesIn(line, follow, most))
      add(differences, start + span.start, start + span.end);
    start += line.length + 1;
  }
  return differences;
}

/** Lines below each other of which the page says nothing are one difference. */
function add(differences: Span[], start: number, end: number): void {
  const last = differences.at(-1);
  const isBelow = last && last.end > last.start && end > start && start - last.end === 1;
  if (isBelow) differences[differences.length - 1] = { start: last.start, end };
  else differences.push({ start, end });
}

function differencesIn(line: string, follow: Follower, most: number): Span[] {
  if (most <= 0) return follow(line, 0) === line.length ? [] : [{ start: 0, end: line.length }];
  const differences: Span[] = [];
  let end = 0;
  let at = 0;
  while (at < line.length && differences.length < most) {
    const length = line[at] === ' ' ? 0 : follow(line, at);
    if (length > 0 && at > 0) differences.push({ start: end, end: at });
    at += length > 0 ? length : wordAt(line, at);
    if (length > 0) end = at;
  }
  return end < line.length ? [...differences, { start: end, end: line.length }] : differences;
}

/** The length of what is looked for no further where it does not stand on the page: in the middle of a word all may. */
function wordAt(line: string, at: number): number {
  const word = /[^\s\p{P}\p{sc=Han}]{2,100}/uy;
  word.lastIndex = at;
  return word.exec(line)?.[0].length ?? 1;
}

/** How many characters of a line, from a place on, stand on the page in one; they are taken to be read then. */
type Follower = (line: string, from: number) => number;

/** In characters: how much of what follows is looked for. What is shorter than the first may stand anywhere by chance. */
const PROBES = [20, 8, 4, 2, 1] as const;
/** In characters: what follows on a page stands within so many of what came before it; what is short, nearer still. */
const NEAR = 2_000;
/** In characters, for a whole page: how many are looked through; what was not found by then counts as a difference. */
const MAX_READ = 300_000_000;

function follower(page: string): Follower {
  let reached = 0;
  let left = MAX_READ;

  /** Where words stand: behind those that were read last, or, if they are long, anywhere; -1 where they do not. */
  function find(words: string): number {
    if (left <= 0) return -1;
    const [telling] = PROBES;
    const reach = words.length + Math.min(NEAR, 4 * words.length ** 2);
    left -= reach;
    const near = page.slice(reached, reached + reach).indexOf(words);
    if (near >= 0) return reached + near;
    if (words.length < telling) return -1;
    left -= page.length;
    return page.indexOf(words);
  }

  return (line, from) => {
    for (const words of [
      line.slice(from, from + MAX_LINE),
      ...PROBES.map((length) => line.slice(from, from + length)),
    ]) {
      const start = find(words);
      if (start === -1 || isInWord(page, start)) continue;
      let end = start + words.length;
      while (end < page.length && page[end] === line[from + end - start] && page[end] !== '\n') end += 1;
      while (end > start && isInWord(page, end)) end -= 1;
      if (end === start) continue;
      reached = end;
      return end - start;
    }
    return 0;
  };
}

/** In characters: more of a line tells no better where it stands. */
const MAX_LINE = 200;

/** Is a place between two letters or figures of a word? */
function isInWord(page: string, at: number): boolean {
  return /^[^\s\p{P}\p{S}\p{sc=Han}]{2}$/u.test(page.slice(at - 1, at + 1));
}
