import { commonDays, type DayInterval } from '../index/dates/calendar.js';
import { foldSpelling, hasPhrase, phrasesIn } from '../index/details/quotes.js';
import { type ReadQuestion, readQuestion } from '../index/query/question.js';
import { subjectsOf } from '../index/ranking/coverage.js';
import type { SentenceHit } from '../index/ranking/hits.js';
import { findPassages, rankPassages } from '../index/ranking/passages.js';
import { rankSentences } from '../index/ranking/sentences.js';
import { matchTerms } from '../index/ranking/term-matcher.js';
import { type GiveWay, neverGiveWay, type Snapshot, sentenceText } from '../index/snapshot.js';
import { candidateOf, wordingOf } from './candidate.js';
import { type Excerpt, excerptOf } from './excerpt.js';
import { askedWords } from './highlight.js';
import { quotedFor } from './quoted.js';
import type { Copy } from './selection.js';
import { areOverlapping, type Stretch } from './stretch.js';

/** What is searched for, and where. */
export interface PassageSearch {
  /** Words; those between quotation marks must stand in a passage as they are. */
  readonly query: string;
  /** The id of the only document to search. */
  readonly document?: string;
  /** The days that a sentence must speak of or, where it names none, its source be from. */
  readonly period?: DayInterval;
}

/** Passages that are found at most. */
export const MOST_FOUND = 100;

/** Passages that are looked at between two turns of other work. */
const AT_A_TIME = 200;

/**
 * The passages with the words of a query, at most {@link MOST_FOUND}, best first: an excerpt of each, without those that
 * another one shows already. They are ranked as for a question; whether they answer one is not asked.
 */
export async function searchFor(
  snapshot: Snapshot,
  search: PassageSearch,
  giveWay: GiveWay = neverGiveWay,
): Promise<readonly Excerpt[]> {
  const question = await readQuestion(snapshot, search.query);
  const phrases = phrasesIn(search.query);
  const allowed = await allowedPassages(snapshot, search, phrases, giveWay);
  await giveWay();
  const { passages, sentences } = rank(snapshot, question, allowed);
  await giveWay();
  // A phrase may be of words that are not searched for, as "to be" is.
  const found = phrases.length > 0 && allowed ? new Set([...passages, ...allowed]) : passages;
  const best = [...found].slice(0, MOST_FOUND).flatMap((passage): SentenceHit[] => {
    const hits = [...(sentences.get(passage) ?? []), ...sentencesOf(snapshot, passage)];
    const wanted = hits.filter((hit) => !search.period || speaksOf(snapshot, hit, search.period));
    const hasAll = (hit: SentenceHit) => havePhrases(sentenceText(snapshot, hit), phrases);
    const one = wanted.find(hasAll) ?? wanted[0];
    return one ? [one] : [];
  });
  return excerptsOf(snapshot, question, best);
}

/** Ids of passages. */
type Passages = ReadonlySet<number>;

/** The passages that filters and phrases leave; `undefined` for all. */
async function allowedPassages(
  snapshot: Snapshot,
  { document, period }: PassageSearch,
  phrases: readonly string[],
  giveWay: GiveWay,
): Promise<Passages | undefined> {
  if (document === undefined && !period && phrases.length === 0) return undefined;
  const allowed = new Set<number>();
  for (const passage of snapshot.passages) {
    const { id, sentences, start, end } = passage;
    if (id % AT_A_TIME === 0) await giveWay();
    if (document !== undefined && passage.document.id !== document) continue;
    const isOfPeriod = (_: unknown, sentence: number) =>
      !period || speaksOf(snapshot, { passage: id, sentence }, period);
    if (!sentences.some(isOfPeriod)) continue;
    if (havePhrases(passage.document.text.slice(start, end), phrases)) allowed.add(id);
  }
  return allowed;
}

/** Whether a sentence names a day of a period, or where it names none its newest source is from one. */
function speaksOf(
  { terms, dates }: Snapshot,
  { passage, sentence }: Pick<SentenceHit, 'passage' | 'sentence'>,
  period: DayInterval,
): boolean {
  const row = terms.headingRow(passage) + 1 + sentence;
  const named = dates.of(row);
  const published = dates.published(row);
  const days = named.length > 0 || !published ? named : [published];
  return days.some((each) => Number.isFinite(each.from) && commonDays(each, period) > 0);
}

function havePhrases(text: string, phrases: readonly string[]): boolean {
  if (phrases.length === 0) return true;
  const folded = foldSpelling(text);
  return phrases.every((phrase) => hasPhrase(folded, phrase));
}

interface Ranking {
  /** Ids, best first. */
  readonly passages: Passages;
  /** The sentences of each, best first, without those that nothing speaks for. */
  readonly sentences: ReadonlyMap<number, readonly SentenceHit[]>;
}

function rank(snapshot: Snapshot, question: ReadQuestion, allowed: Passages | undefined): Ranking {
  const isAllowed = (passage: number) => !allowed || allowed.has(passage);
  const found = findPassages(snapshot, question, MOST_FOUND, allowed && isAllowed);
  const matcher = matchTerms(question, snapshot.terms);
  const ranked = rankPassages(snapshot, question, matcher, found).filter(({ passage }) => isAllowed(passage));
  const hits = rankSentences(snapshot, question, matcher, ranked.slice(0, MOST_FOUND), () => undefined);
  const sentences = new Map<number, SentenceHit[]>();
  for (const hit of hits) {
    const some = sentences.get(hit.passage);
    if (some) some.push(hit);
    else sentences.set(hit.passage, [hit]);
  }
  return { passages: new Set(ranked.map(({ passage }) => passage)), sentences };
}

function sentencesOf({ passages }: Snapshot, passage: number): SentenceHit[] {
  const { sentences = [] } = passages.at(passage) ?? {};
  return sentences.map((_, sentence) => ({ passage, sentence, score: 0, parts: {} }));
}

/** What is shown of each sentence; what overlaps another one is left out, and a copy is named there. */
function excerptsOf(snapshot: Snapshot, question: ReadQuestion, hits: readonly SentenceHit[]): Excerpt[] {
  const subjects = subjectsOf(question);
  const shown: Shown[] = [];
  const byWording = new Map<string, Shown>();
  const byDocument = new Map<string, Shown[]>();
  for (const hit of hits) {
    const candidate = candidateOf(snapshot, hit);
    const { document } = candidate.passage;
    const wording = wordingOf(candidate);
    const same = wording === undefined ? undefined : byWording.get(wording);
    if (same) {
      if (same.passage.document !== document) same.copies.push({ document, sentence: candidate.sentence });
      continue;
    }
    const stretch = quotedFor(snapshot, subjects, candidate);
    const others = byDocument.get(document.id) ?? [];
    if (others.some((other) => areOverlapping(other, stretch))) continue;
    const one = { ...stretch, score: hit.score, copies: [] };
    shown.push(one);
    byDocument.set(document.id, [...others, one]);
    if (wording !== undefined) byWording.set(wording, one);
  }
  const asked = askedWords(question);
  return shown.map((selected) => excerptOf(selected, asked));
}

/** A stretch that is shown, as long as copies of it are looked for. */
type Shown = Stretch & { readonly score: number; readonly copies: Copy[] };
