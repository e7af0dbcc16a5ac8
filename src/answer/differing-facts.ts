import type { Span } from '../documents/document.js';
import { mayBeSame, type StatedDate, tellsNothingBeside } from '../index/dates/stated-dates.js';
import { PARAMETERS } from '../index/parameters.js';
import { termsOf } from '../index/text/analyzer.js';
import type { Name, Quantity, SentenceFacts } from './sentence-facts.js';

/**
 * How two sentences of the same words disagree: as sources do, or as things do that have changed, where each names
 * another date for what it says.
 */
export type Disagreement = 'sources' | 'times';

/** Whether a sentence has no number, date or name that the other does not have. */
export function addsNoFact(facts: SentenceFacts, other: SentenceFacts): boolean {
  return (
    hasNames(other.names, () => new Set(other.content().map(({ term }) => term)), facts.names) &&
    facts.dates.every((date) => other.dates.some((known) => tellsNothingBeside(date, known))) &&
    facts.quantities.every(({ low, high }) =>
      other.quantities.some((known) => known.low === low && known.high === high),
    )
  );
}

/**
 * Whether two sentences say another number, date or name of the same thing. Of the same thing means: up to the end of
 * the clause in which they differ they have the same names and say the same otherwise. `undefined` where in doubt.
 */
export function disagreement(a: SentenceFacts, b: SentenceFacts): Disagreement | undefined {
  if (differInNumber(a, b)) return haveOtherDates(a, b) ? 'times' : 'sources';
  return differInDate(a, b) || differInName(a, b) ? 'sources' : undefined;
}

/** Whether a sentence has anything in which another one may differ from it. */
export function statesFact({ quantities, dates, text }: SentenceFacts): boolean {
  return quantities.length > 0 || dates.length > 0 || identities.some((identity) => identity.test(text));
}

function differInNumber(a: SentenceFacts, b: SentenceFacts): boolean {
  return a.quantities.some((one) => {
    const others = b.quantities.filter((other) => sameUnit(one, other));
    const [other] = others;
    const isStatedOnce = others.length === 1 && a.quantities.filter((own) => sameUnit(own, one)).length === 1;
    if (!other || !isStatedOnce || (one.low <= other.high && other.low <= one.high)) return false;
    return saySame(clauseTo(a, one.end), clauseTo(b, other.end));
  });
}

/** Whether two numbers count the same, or are measured in the same. */
export function sameUnit(a: Quantity, b: Quantity): boolean {
  return a.unit.some((term) => b.unit.includes(term));
}

/** What happens once has one date: terms of such events. */
const once: ReadonlySet<string> = new Set(
  termsOf(
    'found establish launch create form open incorporate born die due schedule plan expect 成立 创立 创办 发布 启动',
  ),
);

/** Whether two sentences say another date of what happens once. */
export function differInDate(a: SentenceFacts, b: SentenceFacts): boolean {
  const [one, other] = [a.dates[0], b.dates[0]];
  if (!one || !other || a.dates.length > 1 || b.dates.length > 1 || mayBeSame(one, other)) return false;
  const clause = clauseTo(a, one.end);
  return [...clause.terms].some((term) => once.has(term)) && saySame(clause, clauseTo(b, other.end));
}

function haveOtherDates({ dates }: SentenceFacts, other: SentenceFacts): boolean {
  const areOther = (date: StatedDate) => other.dates.every((known) => !mayBeSame(date, known));
  return dates.length > 0 && other.dates.length > 0 && dates.every(areOther);
}

/** "The chair of the board is …": what is spoken of, and who or what that is said to be. */
const identities = [
  /^(?<subject>(?:The|Its|Their|\p{Lu}\S*['’]s) [^,;]*?) (?:is|was|remains|(?:is|was) (?:led|headed|chaired|run) by) (?:now |currently )?(?<name>\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*)/u,
  /^(?<subject>\p{Script=Han}{4,}?)(?:是|为)(?<name>\p{Script=Han}{2,4})(?=[，。；]|$)/u,
];

function differInName(a: SentenceFacts, b: SentenceFacts): boolean {
  return identities.some((identity) => {
    const [one, other] = [identity.exec(a.text)?.groups, identity.exec(b.text)?.groups];
    if (!one || !other) return false;
    const subject = setOfTerms(one.subject);
    return (
      subject.size > 1 &&
      shareInCommon(subject, setOfTerms(other.subject)) === 1 &&
      shareInCommon(setOfTerms(one.name), setOfTerms(other.name)) === 0
    );
  });
}

function setOfTerms(text = ''): ReadonlySet<string> {
  return new Set(termsOf(text));
}

/** The beginning of a sentence up to the end of a clause: its names, and the terms of its other words. */
interface Clause {
  readonly names: readonly Name[];
  readonly terms: ReadonlySet<string>;
}

/** Who says it is no part of what is said. */
const attribution = /^(?:According to|As reported by) [^,]+, |^据[^，]+，/;

/** Words that only say that something is so at the time of writing. */
const nowWords: ReadonlySet<string> = new Set(
  termsOf('now today currently presently already still 目前 现在'),
);

function clauseTo({ text, names, content }: SentenceFacts, at: number): Clause {
  const start = attribution.exec(text)?.[0].length ?? 0;
  const seam = text.slice(at).search(/[,;:](?=\s)|[，；：。(（—]/u);
  const end = seam === -1 ? text.length : at + seam;
  const isIn = (span: Span) => span.start >= start && span.start < end;
  const terms = content()
    .filter(isIn)
    .map(({ term }) => term);
  return { names: names.filter(isIn), terms: new Set(terms.filter((term) => !nowWords.has(term))) };
}

/** Whether two clauses have the same names and nearly the same words, and of these more than the name of a unit. */
function saySame(a: Clause, b: Clause): boolean {
  const { nearDuplicate, minCommonTerms } = PARAMETERS.excerpts;
  return (
    Math.min(a.terms.size + a.names.length, b.terms.size + b.names.length) >= minCommonTerms &&
    shareInCommon(a.terms, b.terms) >= nearDuplicate &&
    hasNames(a.names, () => a.terms, b.names) &&
    hasNames(b.names, () => b.terms, a.names)
  );
}

/** Of all terms that one of two texts has, the share that both have. */
function shareInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((term) => b.has(term)).length;
  const all = a.size + b.size - both;
  return all === 0 ? 0 : both / all;
}

/** Whether some names are known, be it as words without a capital letter. */
function hasNames(known: readonly Name[], terms: () => ReadonlySet<string>, names: readonly Name[]): boolean {
  const others = names.filter(({ name }) => !known.some((other) => other.name === name));
  if (others.length === 0) return true;
  const words = terms();
  return others.every(({ name }) => termsOf(name).every((term) => words.has(term)));
}
