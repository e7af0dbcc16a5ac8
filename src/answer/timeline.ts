import { commonDays, type DayInterval, lengthOf } from '../index/dates/calendar.js';
import { readQuestion } from '../index/query/question.js';
import { isThere, subjectsOf } from '../index/ranking/coverage.js';
import { weightedTerms } from '../index/ranking/passages.js';
import { type GiveWay, neverGiveWay, type Snapshot } from '../index/snapshot.js';
import { type Candidate, candidateOf, isCopy } from './candidate.js';
import { type Excerpt, excerptOf } from './excerpt.js';
import { type AskedWords, NO_WORDS, namesOf, topicWords } from './highlight.js';
import { quotedFor } from './quoted.js';
import type { Copy } from './selection.js';
import type { Stretch } from './stretch.js';

/** What a chronology is about: a thing that the documents name, by its number in `Mentions`, or words. */
export type Topic = { readonly entity: number } | { readonly words: string };

/** A statement with the days of what it tells. */
export interface DatedStatement extends DayInterval {
  readonly excerpt: Excerpt;
}

export interface Timeline {
  /** In the order of their days. */
  readonly statements: readonly DatedStatement[];
  /** Whether there are earlier ones that were left out. */
  readonly hasEarlier: boolean;
}

/** Sentences that are looked at at most: of more, the last ones. */
export const MOST_STATEMENTS = 500;

/** Passages in which the words of a topic are looked for. */
const MOST_PASSAGES = 1_000;

/** Statements of the same days that one is compared with. */
const MOST_COMPARED = 30;

/** From this share of common words on, by what they tell, two statements of a day are of the same event. */
const SAME_EVENT = 0.5;

/** Statements that are read between two turns of other work. */
const AT_A_TIME = 50;

/**
 * What the documents say happened, in order; of several statements of one event the one that says it best, and on one day
 * what most of them tell first.
 */
export async function timelineOf(
  snapshot: Snapshot,
  { topic, period = ALWAYS }: { readonly topic?: Topic; readonly period?: DayInterval },
  giveWay: GiveWay = neverGiveWay,
): Promise<Timeline> {
  const rows = await rowsFor(snapshot, topic, period);
  const latest = rows.slice(-MOST_STATEMENTS);
  const asked = wordsOf(snapshot, topic);
  const told: Told[] = [];
  for (const [at, row] of latest.entries()) {
    if (at % AT_A_TIME === 0) await giveWay();
    addTold(told, toldIn(snapshot, row), snapshot);
  }
  return {
    statements: told.sort(mostToldFirst).map(({ from, to, stretch, copies }) => ({
      from,
      to,
      excerpt: excerptOf({ ...stretch, score: 0, copies }, asked),
    })),
    hasEarlier: rows.length > latest.length,
  };
}

const ALWAYS: DayInterval = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** The rows of sentences about a topic that tell of a period, in order; one more than are looked at, where there are more. */
async function rowsFor(
  snapshot: Snapshot,
  topic: Topic | undefined,
  period: DayInterval,
): Promise<readonly number[]> {
  const { dates } = snapshot;
  if (!topic) return dates.eventRows(period, MOST_STATEMENTS + 1);
  const isOfPeriod = (row: number) => {
    const event = dates.event(row);
    return event !== undefined && commonDays(event, period) > 0;
  };
  const about =
    'entity' in topic ? rowsNaming(snapshot, topic.entity) : await rowsSaying(snapshot, topic.words);
  return about.filter(isOfPeriod).sort((a, b) => inOrder(dates.event(a), dates.event(b)) || a - b);
}

/** By the first day; what is less exact before what is on the first of its days. */
function inOrder(a: DayInterval | undefined, b: DayInterval | undefined): number {
  return (a?.from ?? 0) - (b?.from ?? 0) || (b?.to ?? 0) - (a?.to ?? 0);
}

/** The sentences that name a thing, and those behind them that point back to it: "It …". */
function rowsNaming(snapshot: Snapshot, entity: number): number[] {
  const rows = new Set(snapshot.mentions.rowsOf(entity));
  for (const row of [...rows]) if (pointsBack(snapshot, row + 1)) rows.add(row + 1);
  return [...rows];
}

function pointsBack(snapshot: Snapshot, row: number): boolean {
  const { dates, terms } = snapshot;
  const isSentence = row < terms.rows && row !== terms.headingRow(terms.passageOf(row));
  return isSentence && dates.event(row) !== undefined && toldIn(snapshot, row).stretch.sentences.length > 1;
}

/** The sentences that have the words of a topic, some of them perhaps in the headings. */
async function rowsSaying(snapshot: Snapshot, words: string): Promise<number[]> {
  const { terms, index } = snapshot;
  const question = await readQuestion(snapshot, words);
  const subjects = subjectsOf(question);
  const found = index.search(weightedTerms(question.groups), MOST_PASSAGES);
  return found.flatMap(({ passage }) => {
    const heading = terms.headingRow(passage);
    const end = terms.headingRow(passage + 1);
    return Array.from({ length: end - heading - 1 }, (_, i) => heading + 1 + i).filter((row) => {
      const own = new Set(terms.row(row));
      const all = new Set([...own, ...terms.row(heading)]);
      return (
        subjects.some((subject) => isThere(subject, own)) &&
        subjects.every((subject) => isThere(subject, all))
      );
    });
  });
}

/** What is marked: the names of a thing, or words. */
function wordsOf({ mentions }: Snapshot, topic: Topic | undefined): AskedWords {
  if (!topic) return NO_WORDS;
  if ('words' in topic) return topicWords(topic.words);
  const thing = mentions.things.entities[topic.entity];
  return thing ? namesOf(thing) : NO_WORDS;
}

/** A statement while others of the same event are looked for. */
interface Told extends DayInterval {
  readonly candidate: Candidate;
  readonly stretch: Stretch;
  /** The terms that tell it from others of the same day. */
  readonly terms: ReadonlySet<number>;
  readonly copies: Copy[];
  /** How many statements of its event there are. */
  times: number;
}

/** Terms of dates, as the analyzer writes them. */
const datePart = /^(?:\d+|januari|februari|march|april|may|june|juli|august|septemb|octob|novemb|decemb)$/;

function toldIn(snapshot: Snapshot, row: number): Told {
  const { terms, dates } = snapshot;
  const passage = terms.passageOf(row);
  const sentence = row - terms.headingRow(passage) - 1;
  const candidate = candidateOf(snapshot, { passage, sentence, score: 0, parts: {} });
  const days = dates.event(row) ?? { from: 0, to: 0 };
  const isDate = (term: number) => datePart.test(terms.termOf(term));
  return {
    ...days,
    candidate,
    stretch: quotedFor(snapshot, [], candidate),
    terms: new Set([...candidate.terms].filter((term) => !isDate(term))),
    copies: [],
    times: 1,
  };
}

/** Adds a statement to those before it in order, unless one of them is of the same event: of the two the better one stays. */
function addTold(told: Told[], one: Told, snapshot: Snapshot): void {
  for (let at = told.length - 1; at >= Math.max(0, told.length - MOST_COMPARED); at--) {
    const other = told[at];
    if (!other || commonDays(other, one) === 0 || !areOfOneEvent(one, other, snapshot)) continue;
    const [kept, left] = isBetter(one, other) ? [one, other] : [other, one];
    const { document } = left.candidate.passage;
    const isElsewhere = document !== kept.candidate.passage.document;
    if (isElsewhere && isCopy(kept.candidate, left.candidate))
      kept.copies.push({ document, sentence: left.candidate.sentence });
    kept.times += left.times;
    if (kept === one) {
      told.splice(at, 1);
      told.push(one);
    }
    return;
  }
  told.push(one);
}

function mostToldFirst(a: Told, b: Told): number {
  return inOrder(a, b) || b.times - a.times;
}

function areOfOneEvent({ terms: some }: Told, { terms: others }: Told, { terms }: Snapshot): boolean {
  const weight = (numbers: Iterable<number>) => {
    let sum = 0;
    for (const number of numbers) sum += terms.rarity(number);
    return sum;
  };
  const common = [...some].filter((term) => others.has(term));
  return weight(common) >= SAME_EVENT * Math.min(weight(some), weight(others));
}

/** More exact, or else with its day sooner: "On 25 July …" tells of it, and what comes to it at the end of something else. */
function isBetter(one: Told, other: Told): boolean {
  const exactness = lengthOf(other) - lengthOf(one);
  if (exactness !== 0) return exactness > 0;
  const place = ({ candidate }: Told) => candidate.facts().dates[0]?.start ?? 0;
  return place(one) < place(other);
}
