import { z } from 'zod';
import { type Considered, decide } from '../src/answer/answer.js';
import type { Verdict } from '../src/answer/gate.js';
import type { Snapshot } from '../src/index/snapshot.js';

/** A line of a file of questions. */
export const questionLine = z.object({
  id: z.string(),
  question: z.string(),
  lang: z.string().default('en'),
  type: z.string().default('any'),
  answerable: z.boolean(),
  /** For each place that answers the question, the strings one of which an excerpt must have. */
  gold: z.array(z.object({ answer: z.array(z.string()) })).default([]),
});

export type Question = z.infer<typeof questionLine>;

/** Whether what was shown answers. */
export interface Hits {
  /** Whether the first excerpt has one of the answers. */
  readonly first: boolean;
  /** Whether the first three have one of the answers; of a question in several parts, one for each. */
  readonly firstThree: boolean;
}

/** How one question was answered. */
export interface Outcome extends Hits {
  readonly question: Question;
  /** What the gate says. */
  readonly verdict: Verdict;
  /** Words of all excerpts together. */
  readonly words: number;
  /** Words of the first excerpt that hits, of a question in several parts the mean of those that hit. */
  readonly wordsOfHit: number | undefined;
  readonly excerpts: number;
  /** Excerpts that are no literal slice of their document at the offsets they name. */
  readonly notVerbatim: number;
}

/** A question of this type needs an excerpt for each of its places. */
const SEVERAL_PARTS = 'multi';

/**
 * How well the excerpts answer the question, and whether the gate would have shown them.
 * @param snapshot What was asked, for the texts that the excerpts are slices of.
 */
export function judge(snapshot: Snapshot, question: Question, considered: Considered): Outcome {
  const { excerpts } = considered;
  const texts = new Map(snapshot.documents.map(({ id, text }) => [id, text]));
  const hits = goldHits(question, excerpts);
  const needsAll = question.type === SEVERAL_PARTS;
  const hitting = excerpts
    .slice(0, 3)
    .filter((excerpt) => question.gold.some(({ answer }) => hasOne(excerpt, answer)))
    .map(({ text }) => wordsIn(text));
  return {
    question,
    ...hits,
    verdict: decide(considered, {}).verdict,
    words: excerpts.reduce((sum, { text }) => sum + wordsIn(text), 0),
    wordsOfHit: hits.firstThree ? mean(needsAll ? hitting : hitting.slice(0, 1)) : undefined,
    excerpts: excerpts.length,
    notVerbatim: excerpts.filter(
      ({ text, start, end, citation }) => texts.get(citation.document)?.slice(start, end) !== text,
    ).length,
  };
}

/** Whether excerpts have the strings that answer a question. */
export function goldHits({ type, gold }: Question, excerpts: readonly { readonly text: string }[]): Hits {
  const places = gold.map(({ answer }) => hitsOf(excerpts, (excerpt) => hasOne(excerpt, answer)));
  const found = places.map(({ firstThree }) => firstThree);
  return {
    first: places.some(({ first }) => first),
    firstThree: type === SEVERAL_PARTS ? found.every(Boolean) : found.includes(true),
  };
}

/** Whether the first or one of the first three is right. */
export function hitsOf<Shown>(shown: readonly Shown[], isRight: (one: Shown) => boolean): Hits {
  return { first: shown.slice(0, 1).some(isRight), firstThree: shown.slice(0, 3).some(isRight) };
}

function mean(numbers: readonly number[]): number | undefined {
  return numbers.length === 0 ? undefined : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

function hasOne({ text }: { readonly text: string }, strings: readonly string[]): boolean {
  const plain = normalized(text);
  return strings.map(normalized).some((string) => string !== '' && plain.includes(string));
}

/** Quotation marks, dashes and white space are written in many ways. */
function normalized(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[‘’‚‛′ʼ]/g, "'")
    .replaceAll(/[“”„‟″]/g, '"')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function wordsIn(text: string): number {
  return text.trim().split(/\s+/).length;
}

export const scoringRules = `An excerpt hits when it has one of the strings that answer the question, quotation marks, dashes and spaces alike.
"first": the first excerpt hits; "first three": one of them does, and of a question in several parts (type ${SEVERAL_PARTS}) they hit all places.
With the gate on, a question that is not "answered" hits nothing, and is declined. In brackets, 95 % intervals (Wilson).`;

/** A Markdown table of the answerable, and one of the others, by type and by language. */
export function report(outcomes: readonly Outcome[]): string {
  const answerable = outcomes.filter(({ question }) => question.answerable);
  const others = outcomes.filter(({ question }) => !question.answerable);
  const declined = share(others, isDeclined);
  const overall = (share(answerable, (outcome) => outcome.firstThree && !isDeclined(outcome)) + declined) / 2;
  return [
    '| answerable | n | first, gate off | first three, gate off | first, gate on | first three, gate on | told none | words shown, gate off / on | words of a hit, gate off / on |',
    '|---|---|---|---|---|---|---|---|---|',
    ...groups(answerable).map(([name, some]) => `| ${[name, ...answerableCells(some)].join(' | ')} |`),
    '',
    '| not answerable | n | declined | told none |',
    '|---|---|---|---|',
    ...groups(others).map(
      ([name, some]) =>
        `| ${name} | ${some.length} | ${withInterval(some, isDeclined)} | ${withInterval(some, isToldNone)} |`,
    ),
    '',
    `Overall, the mean of answered in the first three and declined rightly: ${percent(overall)} %`,
    `Excerpts (gate off): ${sum(outcomes, 'excerpts')}, not verbatim: ${sum(outcomes, 'notVerbatim')}`,
  ].join('\n');
}

function isDeclined({ verdict }: Outcome): boolean {
  return verdict !== 'answered';
}

function isToldNone({ verdict }: Outcome): boolean {
  return verdict === 'none';
}

function sum(outcomes: readonly Outcome[], key: 'excerpts' | 'notVerbatim'): number {
  return outcomes.reduce((total, outcome) => total + outcome[key], 0);
}

/** All, then by type, then by language. */
function groups(outcomes: readonly Outcome[]): [name: string, outcomes: readonly Outcome[]][] {
  const named = new Map<string, Outcome[]>([['all', [...outcomes]]]);
  for (const key of ['type', 'lang'] as const) {
    for (const outcome of outcomes) {
      const name = `${key} ${outcome.question[key]}`;
      named.set(name, [...(named.get(name) ?? []), outcome]);
    }
  }
  return [...named];
}

function answerableCells(outcomes: readonly Outcome[]): string[] {
  const answered = outcomes.filter((outcome) => !isDeclined(outcome));
  return [
    String(outcomes.length),
    withInterval(outcomes, ({ first }) => first),
    withInterval(outcomes, ({ firstThree }) => firstThree),
    withInterval(outcomes, (outcome) => outcome.first && !isDeclined(outcome)),
    withInterval(outcomes, (outcome) => outcome.firstThree && !isDeclined(outcome)),
    withInterval(outcomes, isToldNone),
    `${meanWords(outcomes)} / ${meanWords(answered)}`,
    `${meanOfHits(outcomes)} / ${meanOfHits(answered)}`,
  ];
}

function meanWords(outcomes: readonly Outcome[]): string {
  return mean(outcomes.flatMap(({ words }) => (words > 0 ? words : [])))?.toFixed(0) ?? '–';
}

function meanOfHits(outcomes: readonly Outcome[]): string {
  return mean(outcomes.flatMap(({ wordsOfHit }) => wordsOfHit ?? []))?.toFixed(0) ?? '–';
}

function share(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): number {
  return outcomes.length === 0 ? 0 : outcomes.filter(is).length / outcomes.length;
}

function withInterval(outcomes: readonly Outcome[], is: (outcome: Outcome) => boolean): string {
  const { from, to } = wilson(outcomes.filter(is).length, outcomes.length);
  return `${percent(share(outcomes, is))} % (${percent(from, 0)}–${percent(to, 0)})`;
}

function percent(value: number, digits = 1): string {
  return (100 * value).toFixed(digits);
}

/**
 * The 95 % interval of a share, `yes` of `n` (Wilson, "Probable inference, the law of succession, and statistical
 * inference", 1927): within 0 and 1, and of some width where all or none are counted.
 */
export function wilson(yes: number, n: number): { from: number; to: number } {
  if (n === 0) return { from: 0, to: 1 };
  const z = 1.96;
  const rate = yes / n;
  const middle = rate + z ** 2 / (2 * n);
  const half = z * Math.sqrt((rate * (1 - rate)) / n + z ** 2 / (4 * n ** 2));
  const whole = 1 + z ** 2 / n;
  return { from: Math.max(0, (middle - half) / whole), to: Math.min(1, (middle + half) / whole) };
}
