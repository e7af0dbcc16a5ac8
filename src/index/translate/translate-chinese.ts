import type { Span } from '../../documents/document.js';
import zh from '../data/languages/zh.json' with { type: 'json' };
import { simplify } from '../text/chinese.js';
import { chineseNumberAt } from './chinese-numbers.js';
import type { Stretch, Surroundings } from './translate.js';

/** A word at a place of a question, with its English; `cost` is what segmentation pays for it. */
interface Candidate extends Stretch {
  readonly cost: number;
}

const functionWords = new Set(zh.functionWords.flatMap((line) => line.split(' ')));
const words = new Map<string, string[]>();
for (const [english, chinese] of Object.entries(zh.words)) {
  for (const word of chinese.split(', '))
    words.set(word, [...(words.get(word) ?? []), ...english.split(', ')]);
}
const longestWord = Math.max(...[...words.keys(), ...functionWords].map((word) => word.length));

/** The words of a Chinese question with their English; characters that are no word are left as they are. */
export function translateChinese(question: string, surroundings: Surroundings): Stretch[] {
  const simplified = simplify(question);
  return runs(simplified, surroundings.names)
    .flatMap((run) => segment(simplified, run, surroundings))
    .filter(
      ({ english, start, end }) => english.length > 0 || functionWords.has(simplified.slice(start, end)),
    );
}

/** Stretches of Han characters and digits between names. */
function runs(text: string, names: readonly Span[]): Span[] {
  return [...text.matchAll(/[\p{sc=Han}\d.,]+/gu)].flatMap((match) => {
    const end = match.index + match[0].length;
    const inside = names.filter((name) => name.start < end && name.end > match.index);
    const edges = [match.index, ...inside.flatMap((name) => [name.start, name.end]), end];
    return edges.flatMap((start, i) => {
      const stop = edges[i + 1];
      return i % 2 === 0 && stop !== undefined && start < stop ? [{ start, end: stop }] : [];
    });
  });
}

/**
 * Parts a run into words so that they cost least: few words, and no single characters where longer words fit. The
 * cheapest way to each place is found from the end, as in a shortest path.
 */
function segment(text: string, { start, end }: Span, surroundings: Surroundings): Candidate[] {
  const best: { cost: number; first: Candidate | undefined }[] = [];
  best[end] = { cost: 0, first: undefined };
  for (let offset = end - 1; offset >= start; offset--) {
    let cheapest = { cost: Number.POSITIVE_INFINITY, first: undefined as Candidate | undefined };
    for (const first of candidates(text, offset, end, surroundings)) {
      const cost = first.cost + (best[first.end]?.cost ?? Number.POSITIVE_INFINITY);
      if (cost < cheapest.cost) cheapest = { cost, first };
    }
    best[offset] = cheapest;
  }
  const parts: Candidate[] = [];
  for (let step = best[start]?.first; step; step = best[step.end]?.first) parts.push(step);
  return parts;
}

/**
 * What segmentation pays for a word. What is no word is read only where no word fits. Particles and figures, which
 * come between any words, are a little cheaper: 秘书处|在 (secretariat, at) before 秘书|处在 (secretary, is in).
 */
const costs = Object.freeze({ word: 1, particle: 0.9, number: 0.9, noWord: 2 });

function candidates(text: string, start: number, limit: number, { dictionary }: Surroundings): Candidate[] {
  const found: Candidate[] = [{ start, end: start + 1, english: [], cost: costs.noWord }];
  for (let end = start + 1; end <= Math.min(limit, start + longestWord); end++) {
    const word = text.slice(start, end);
    const english = words.get(word);
    if (english) found.push({ start, end, english, cost: costs.word });
    else if (functionWords.has(word)) found.push({ start, end, english: [], cost: costs.particle });
  }
  for (const { length, english } of dictionary?.wordsAt(text, start) ?? []) {
    const end = start + length;
    if (length > 1 && end <= limit && !found.some((word) => word.end === end))
      found.push({ start, end, english, cost: costs.word });
  }
  const number = isPartOfName(text, start) ? undefined : chineseNumberAt(text, start);
  if (number && start + number.length <= limit && !isArticle(text, start, number.length)) {
    found.push({ start, end: start + number.length, english: [number.english], cost: costs.number });
  }
  return found;
}

/** Whether a figure goes on a word of Latin letters, or a word goes on it: H20, 3nm. */
function isPartOfName(text: string, start: number): boolean {
  return /[A-Za-z\d]/.test(text[start - 1] ?? '') || /^\d+[A-Za-z]/.test(text.slice(start, start + 12));
}

/** 一 by itself is "a" more often than "one". */
function isArticle(text: string, start: number, length: number): boolean {
  return length === 1 && text[start] === '一';
}
