import { wordingOf } from '../../documents/known-questions.js';
import type { SentencePlace } from '../../documents/passages.js';
import { findAsked } from '../known/asked-terms.js';
import type { PlacedQuestion } from '../known/placed-questions.js';
import { type KnownGroup, keyOf, type ReadKnownQuestion } from '../known/read-questions.js';
import { PARAMETERS } from '../parameters.js';
import type { AskedGroup } from '../query/asked-group.js';
import { newestTerms } from '../query/asked-time.js';
import type { ReadQuestion } from '../query/question.js';
import type { Snapshot } from '../snapshot.js';
import type { WeightedTerm } from '../term-index.js';
import { weightedTerms } from './passages.js';

/** A known question that is like the one that was asked. */
export interface KnownMatch {
  readonly question: PlacedQuestion;
  /** How much of their words and names they share, 0 to 1. */
  readonly words: number;
  /** What is asked and it does not say. */
  readonly unsaid: readonly AskedGroup[];
  /** How close they are in meaning, 0 to 1. */
  readonly meaning: number;
  /** Whether both ask for the same kind of thing. */
  readonly isSameKind: boolean;
  /** Whether it is asked word for word: somebody has said what answers that. */
  readonly isSameWording: boolean;
  /** Words and kind together, 0 to 1; how close they are in meaning counts beside it. */
  readonly likeness: number;
}

/** The known questions that are most like a question, most alike first; ties in the order of the collection. */
export function matchKnown(snapshot: Snapshot, question: ReadQuestion): readonly KnownMatch[] {
  const { candidates, matches } = PARAMETERS.known;
  if (snapshot.known.questions.length === 0) return [];
  const matchOf = matchReader(snapshot, question);
  return findAsked(snapshot.known.terms, termsToFind(question), candidates)
    .map(matchOf)
    .filter((match) => match !== undefined)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, matches);
}

function termsToFind({ groups, time }: ReadQuestion): WeightedTerm[] {
  const newest = time.state === 'newest' ? newestTerms.map((term) => ({ term, weight: 1 })) : [];
  return [...weightedTerms(groups), ...newest];
}

/** Reads how like a question the known question of a number is; undefined where there is none. */
function matchReader({ known }: Snapshot, asked: ReadQuestion): (id: number) => KnownMatch | undefined {
  const { kindShare } = PARAMETERS.known;
  const ways = waysToSay(asked);
  const wording = wordingOf(asked.text);
  const closeness = known.closenessTo(asked.english);
  return (id) => {
    const question = known.questions[id];
    const read = known.read(id);
    if (!question || !read) return undefined;
    // "Latest on X" has no word but X in common with any question on X, and asks for something else than it does.
    if (asked.time.state === 'newest' && !read.asksNewest) return undefined;
    const { words, unsaid } = sharedWords(ways, read);
    const meaning = Math.max(0, closeness?.(id) ?? 0);
    const isSameKind = read.kind === asked.expects.kind;
    const likeness = (words + (isSameKind ? kindShare : 0)) / (1 + kindShare);
    const isSameWording = question.wording === wording;
    return { question, words, unsaid, meaning, isSameKind, isSameWording, likeness };
  };
}

/**
 * Whether a known question asks for all that is asked, for little more, and for the same kind of thing: what it says is so
 * of its answer.
 */
export function asksTheSame({ unsaid, isSameKind, likeness }: KnownMatch): boolean {
  return isSameKind && unsaid.length === 0 && likeness >= PARAMETERS.known.sameFrom;
}

/** How far beyond a half a likeness is, 0 to 1: a question that has half of the words in common is another one. */
export function beyondAHalf(likeness: number): number {
  return Math.max(0, 2 * likeness - 1);
}

/** Finds the match that leads to a sentence, the most alike of several. */
export type MatchFinder = (place: SentencePlace) => KnownMatch | undefined;

export function matchFinder(matches: readonly KnownMatch[]): MatchFinder {
  const byPlace = new Map<string, KnownMatch>();
  for (const match of matches.toReversed())
    for (const place of match.question.places) byPlace.set(placeKey(place), match);
  return (place) => byPlace.get(placeKey(place));
}

function placeKey({ passage, sentence }: SentencePlace): string {
  return `${passage}/${sentence}`;
}

/** A word or name that is asked, with what a match of each way to say it counts, by {@link keyOf}. */
interface AskedWays {
  readonly group: AskedGroup;
  readonly weights: ReadonlyMap<string, number>;
}

/** What is asked, and what a match of each way to say any of it counts: where it is what is asked about, and where it tells the kind. */
interface WaysToSay {
  readonly groups: readonly AskedWays[];
  readonly subject: ReadonlyMap<string, number>;
  readonly kind: ReadonlyMap<string, number>;
}

function waysToSay({ groups }: ReadQuestion): WaysToSay {
  const ways = { subject: new Map<string, number>(), kind: new Map<string, number>() };
  const asked = groups.map((group): AskedWays => {
    const weights = new Map<string, number>();
    for (const variant of group.variants) raise(weights, keyOf(variant), variant.weight);
    for (const [key, weight] of weights) raise(ways[group.isSubject ? 'subject' : 'kind'], key, weight);
    return { group, weights };
  });
  return { groups: asked, ...ways };
}

function raise(weights: Map<string, number>, key: string, weight: number): void {
  weights.set(key, Math.max(weights.get(key) ?? 0, weight));
}

/**
 * How much two questions say the same, by the rarity of their words and names: what both say as a share of that, of what is
 * asked alone and of a part of what the known question says alone (Tversky, "Features of similarity", 1977). What only
 * tells the kind of question is not what is asked about: "list the members", "which are listed".
 */
function sharedWords(
  { groups: asked, subject, kind }: WaysToSay,
  { groups }: ReadKnownQuestion,
): Pick<KnownMatch, 'words' | 'unsaid'> {
  const roles = new Map<string, boolean>();
  const ofKnown = new Sides<KnownGroup>();
  for (const group of groups) {
    const { keys, isSubject } = group;
    let degree = 0;
    for (const key of keys) {
      const weight = (isSubject ? subject : kind).get(key);
      if (subject.has(key) || kind.has(key)) roles.set(key, isSubject);
      degree = Math.max(degree, weight ?? 0);
    }
    ofKnown.add(group, degree);
  }
  const ofAsked = new Sides<AskedGroup>();
  for (const { group, weights } of asked) {
    let degree = 0;
    for (const [key, weight] of weights)
      if (roles.get(key) === group.isSubject) degree = Math.max(degree, weight);
    ofAsked.add(group, degree);
  }
  const shared = (ofAsked.shared + ofKnown.shared) / 2;
  const apart = ofAsked.alone + PARAMETERS.known.moreShare * ofKnown.alone;
  return {
    words: shared === 0 ? 0 : shared / (shared + apart),
    unsaid: ofAsked.unsaid.filter(({ isSubject }) => isSubject),
  };
}

/** How much of some words the other side says and how much it does not, and those of which it says nothing. */
class Sides<Group extends Pick<AskedGroup, 'rarity'>> {
  shared = 0;
  alone = 0;
  readonly unsaid: Group[] = [];

  add(group: Group, degree: number): void {
    this.shared += group.rarity * degree;
    this.alone += group.rarity * (1 - degree);
    if (degree === 0) this.unsaid.push(group);
  }
}
