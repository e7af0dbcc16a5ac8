import type { Span } from '../documents/document.js';
import { splitSentences } from '../documents/sentences.js';
import { PARAMETERS } from '../index/parameters.js';
import type { AskedGroup } from '../index/query/asked-group.js';
import type { AskedDetail } from '../index/query/details.js';
import { coverageOf, isThere, subjectsOf } from '../index/ranking/coverage.js';
import { type GiveWay, neverGiveWay, type Snapshot } from '../index/snapshot.js';
import { inOrder, overlapsAny } from '../index/text/span.js';
import { type Considered, consider } from './answer.js';
import { sameUnit } from './differing-facts.js';
import type { Excerpt } from './excerpt.js';
import type { FoundSentence } from './findings.js';
import { probability } from './gate.js';
import { factsOf } from './sentence-facts.js';

/** Sentences of a text that are looked up, and how much of each is read, in UTF-16 units. */
const MAX_SENTENCES = 12;
const MAX_LENGTH = 600;

/** What the documents have for the sentences of a text. */
export interface FoundSources {
  /** The sentences that were looked up, in order. */
  readonly sentences: readonly SourcedSentence[];
  /** Questions, which state nothing and are not looked up. */
  readonly questions: number;
  /** Sentences behind those, for which there was no room. */
  readonly more: number;
}

export interface SourcedSentence {
  readonly text: string;
  /** The passage that bears on it; `undefined` where none was found. */
  readonly excerpt?: Excerpt;
  /** Its numbers, dates and names, in order; empty without an excerpt. */
  readonly details: readonly CheckedDetail[];
}

/** A number, date or name of a sentence. */
export interface CheckedDetail {
  /** As it is written. */
  readonly asked: string;
  /** Whether it stands in the passage, in a sentence beside it or in the headings above. */
  readonly isThere: boolean;
}

/**
 * For each sentence of a text that states something: the passage of the documents that bears on it, and which of its numbers,
 * dates and names stand there. Says nothing of whether it is true. Any text will do; lines end sentences.
 */
export async function findSources(
  snapshot: Snapshot,
  text: string,
  giveWay: GiveWay = neverGiveWay,
): Promise<FoundSources> {
  const written = sentencesOf(text);
  const statements = written.filter((sentence) => !isQuestion(sentence));
  const sentences: SourcedSentence[] = [];
  let subjects: readonly string[] = [];
  for (const statement of statements.slice(0, MAX_SENTENCES)) {
    const { sourced, names } = await sourcesOf(snapshot, statement, subjects, giveWay);
    sentences.push(sourced);
    if (names.length > 0) subjects = names;
    await giveWay();
  }
  return {
    sentences,
    questions: written.length - statements.length,
    more: statements.length - sentences.length,
  };
}

/** What has a letter in it is a sentence. */
function sentencesOf(text: string): string[] {
  const spans = text.split(/[\r\n]+/).flatMap((line) => {
    return splitSentences(line).map(({ start, end }) => line.slice(start, end));
  });
  return spans.filter((sentence) => /\p{L}/u.test(sentence));
}

function isQuestion(sentence: string): boolean {
  return /[?？]["”’」)]*$/u.test(sentence);
}

/** Begins a sentence that goes on speaking of what the one before named. */
const pronoun =
  /^(?:it|its|it['’]s|they|their|he|his|she|her|this|these)\b|^(?:[他她它]|这|該|该|其(?!他))/iu;

/**
 * @param before Names in the sentence before, of which one that begins with a pronoun speaks.
 */
async function sourcesOf(snapshot: Snapshot, text: string, before: readonly string[], giveWay: GiveWay) {
  const read = text.slice(0, MAX_LENGTH);
  const alone = await consider(snapshot, read, { giveWay });
  const names = namedIn(alone).map(({ asked }) => asked);
  const isAboutBefore = names.length === 0 && before.length > 0 && pronoun.test(read);
  const lead = isAboutBefore ? `${before[0]}: ` : '';
  const considered = isAboutBefore ? await consider(snapshot, lead + read, { giveWay }) : alone;
  return { sourced: sourced(text, considered, lead.length), names };
}

/** @param from Where the sentence begins in what was read. */
function sourced(text: string, considered: Considered, from: number): SourcedSentence {
  const [excerpt] = considered.excerpts;
  const [best] = considered.findings?.sentences ?? [];
  if (!excerpt || !best || !bearsOn(considered, best, from)) return { text, details: [] };
  return { text, excerpt, details: checkedDetails(considered, from) };
}

/**
 * Whether the best sentence that was found speaks of what another one states: the gate would take it for an answer, or it
 * says the same but for a number or date, in whose place it has another. Everyday words that both have, a month and a
 * number of members, are not enough: the two have a name in common, or nearly everything.
 */
function bearsOn(considered: Considered, best: FoundSentence, from: number): boolean {
  const { likely, said, restSaid, saidUnnamed } = PARAMETERS.statements;
  const { question, signals } = considered;
  const stated = subjectsOf(question)
    .filter(({ start }) => start >= from)
    .map(weighed);
  const measures = question.details.filter(isMeasure);
  const rest = stated.filter((thing) => !overlapsAny(thing, measures));
  const share = (things: readonly AskedGroup[]) =>
    Math.max(...best.around.map((terms) => coverageOf(things, terms)));
  const isNamed = namedIn(considered).some((name) => isThere(name, best.terms));
  if (!isNamed && share(rest) < saidUnnamed) return false;
  const isLikely = probability(signals) >= likely && share(stated) >= said;
  return isLikely || (saysOtherwise(considered, best) && share(rest) >= restSaid);
}

/** A word that the table of English cannot weigh says something all the same. */
function weighed(thing: AskedGroup): AskedGroup {
  const isUnknown = !thing.isKnown && /\p{Script=Han}/u.test(thing.asked);
  return isUnknown
    ? { ...thing, rarity: Math.max(thing.rarity, PARAMETERS.statements.unknownRarity) }
    : thing;
}

/** Whether a sentence has another number of the same unit, or another date, for each that it does not have. */
function saysOtherwise({ question, mismatch }: Considered, { text }: FoundSentence): boolean {
  const isMissing = ({ asked }: AskedDetail) => mismatch.missing.some((detail) => detail.asked === asked);
  const missing = question.details.filter((detail) => isMeasure(detail) && isMissing(detail));
  const [own, found] = [factsOf(question.text), factsOf(text)];
  return (
    missing.length > 0 &&
    missing.every((detail) => {
      if (detail.sort === 'date') return found.dates.length > 0;
      const stated = own.quantities.find((quantity) => overlapsAny(quantity, [detail]));
      return stated !== undefined && found.quantities.some((other) => sameUnit(stated, other));
    })
  );
}

function isMeasure({ sort, asked }: AskedDetail): boolean {
  return sort === 'number' || sort === 'date' || (sort === 'identifier' && /^\d[\d.,]*$/.test(asked));
}

/** Names of the glossary in a sentence, whole, and its other details. */
function checkedDetails(considered: Considered, from: number): CheckedDetail[] {
  const { question, mismatch, findings } = considered;
  const terms = findings?.sentences[0]?.passageTerms ?? new Set<number>();
  const stands = (detail: AskedDetail) => !mismatch.missing.some(({ asked }) => asked === detail.asked);
  const named = namedIn(considered);
  const others = question.details.filter((detail) => !named.some((name) => isWithin(detail, name)));
  const names = named
    .filter((name) => !overlapsAny(name, others))
    .map((name) => {
      const parts = question.details.filter((detail) => isWithin(detail, name));
      return { place: name, isThere: parts.length > 0 ? parts.every(stands) : isThere(name, terms) };
    });
  return [...names, ...others.map((detail) => ({ place: detail, isThere: stands(detail) }))]
    .filter(({ place }) => place.start >= from)
    .sort((a, b) => inOrder(a.place, b.place))
    .map(({ place, isThere }) => ({ asked: place.asked, isThere }));
}

function isWithin(span: Span, other: Span): boolean {
  return other.start <= span.start && span.end <= other.end;
}

/** Names of the glossary in a sentence, in English or Chinese. */
function namedIn({ question }: Considered): AskedGroup[] {
  return subjectsOf(question).filter(({ variants }) =>
    variants.some(({ origin }) => origin === 'alias' || origin === 'translated'),
  );
}
