import type { Span } from '../../documents/document.js';
import zh from '../data/languages/zh.json' with { type: 'json' };
import { PARAMETERS } from '../parameters.js';
import { simplify } from '../text/chinese.js';
import { chineseNumberAt } from './chinese-numbers.js';
import type { CollectionWords, TranslatedSpan } from './translated-span.js';

/** A word that may stand at a place of a question, with its English; `cost` is what segmentation pays for it. */
interface SegmentCandidate extends TranslatedSpan {
  readonly cost: number;
}

const functionWords = new Set(zh.functionWords.flatMap((line) => line.split(' ')));
const words = new Map<string, string[]>();
for (const [english, chinese] of Object.entries(zh.words)) {
  for (const word of chinese.split(', '))
    words.set(word, [...(words.get(word) ?? []), ...english.split(', ')]);
}
const MAX_WORD = Math.max(...[...words.keys(), ...functionWords].map((word) => word.length));

/** The words of a Chinese question with their English; characters that are no word are left as they are. */
export function translateChinese(question: string, collection: CollectionWords): TranslatedSpan[] {
  const simplified = simplify(question);
  return runs(simplified, collection.names())
    .flatMap((run) => segment(simplified, run))
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
function segment(text: string, { start, end }: Span): SegmentCandidate[] {
  const best: { cost: number; first: SegmentCandidate | undefined }[] = [];
  best[end] = { cost: 0, first: undefined };
  for (let offset = end - 1; offset >= start; offset--) {
    let cheapest = { cost: Number.POSITIVE_INFINITY, first: undefined as SegmentCandidate | undefined };
    for (const first of candidates(text, offset, end)) {
      const cost = first.cost + (best[first.end]?.cost ?? Number.POSITIVE_INFINITY);
      if (cost < cheapest.cost) cheapest = { cost, first };
    }
    best[offset] = cheapest;
  }
  const parts: SegmentCandidate[] = [];
  for (let step = best[start]?.first; step; step = best[step.end]?.first) parts.push(step);
  return parts;
}

const cost = PARAMETERS.translation.segmentCost;

function candidates(text: string, start: number, limit: number): SegmentCandidate[] {
  const found: SegmentCandidate[] = [{ start, end: start + 1, english: [], cost: cost.noWord }];
  for (let end = start + 1; end <= Math.min(limit, start + MAX_WORD); end++) {
    const word = text.slice(start, end);
    const english = words.get(word);
    if (english) found.push({ start, end, english, cost: cost.word });
    else if (functionWords.has(word)) found.push({ start, end, english: [], cost: cost.particle });
  }
  const number = isPartOfName(text, start) ? undefined : chineseNumberAt(text, start);
  if (number && start + number.units <= limit && !isArticle(text, start, number.units)) {
    found.push({ start, end: start + number.units, english: [number.english], cost: cost.number });
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
