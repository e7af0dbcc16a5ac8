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
  const { known } = snapshot;
  if (known.questions.length === 0) return [];
  const matchOf = matchReader(snapshot, question);
  const closeness = known.closenessTo(question.english);
  return findAsked(known.terms, termsToFind(question), candidates)
    .map(matchOf)
    .filter((match) => match !== undefined)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, matches)
    .map(({ id, ...match }) => ({ ...match, meaning: Math.max(0, closeness?.(id) ?? 0) }));
}

function termsToFind({ groups, time }: ReadQuestion): WeightedTerm[] {
  const newest = time.state === 'newest' ? newestTerms.map((term) => ({ term, weight: 1 })) : [];
  return [...weightedTerms(groups), ...newest];
}

/** A match by words and kind. */
type WordMatch = Omit<KnownMatch, 'meaning'> & { readonly id: number };

/** Reads how like a question the known question of a number is; undefined where there is none. */
function matchReader({ known }: Snapshot, asked: ReadQuestion): (id: number) => WordMatch | undefined {
  const { kindShare } = PARAMETERS.known;
  const ways = waysToSay(asked);
  const wording = wordingOf(asked.text);
  return (id) => {
    const question = known.questions[id];
    const read = known.read(id);
    if (!question || !read) return undefined;
    // "Latest on X" has no word but X in common with any question on X, and asks for something else than it does.
    if (asked.time.state === 'newest' && !read.asksNewest) return undefined;
    const { words, unsaid } = sharedWords(ways, read);
    const isSameKind = read.kind === asked.expects.kind;
    const likeness = (words + (isSameKind ? kindShare : 0)) / (1 + kindShare);
    const isSameWording = question.wording === wording;
    return { id, question, words, unsaid, isSameKind, isSameWording, likeness };
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

/** What a match of a way to say something asked counts, where it is what is asked about and where it tells the kind. */
interface AskedWay {
  subject: number;
  kind: number;
  /** The places of the groups that it is a way to say, and what it counts for each. */
  readonly groups: { readonly at: number; readonly weight: number }[];
}

/** What is asked, and the ways to say any of it, by {@link keyOf}. */
interface WaysToSay {
  readonly groups: readonly AskedGroup[];
  readonly ways: ReadonlyMap<string, AskedWay>;
}

function waysToSay({ groups }: ReadQuestion): WaysToSay {
  const ways = new Map<string, AskedWay>();
  for (const [at, { variants, isSubject }] of groups.entries())
    for (const variant of variants) {
      const { weight } = variant;
      const way = ways.get(keyOf(variant)) ?? { subject: 0, kind: 0, groups: [] };
      ways.set(keyOf(variant), way);
      const role = isSubject ? 'subject' : 'kind';
      way[role] = Math.max(way[role], weight);
      way.groups.push({ at, weight });
    }
  return { groups, ways };
}

/**
 * How much two questions say the same, by the rarity of their words and names: what both say as a share of that, of what is
 * asked alone and of a part of what the known question says alone (Tversky, "Features of similarity", 1977). What only
 * tells the kind of question is not what is asked about: "list the members", "which are listed".
 */
function sharedWords(
  { groups: asked, ways }: WaysToSay,
  { groups }: ReadKnownQuestion,
): Pick<KnownMatch, 'words' | 'unsaid'> {
  /** Of the ways that the known question has, whether it has them for what it asks about; the last time counts. */
  const roles = new Map<AskedWay, boolean>();
  const ofKnown = new Sides<KnownGroup>();
  for (const group of groups) {
    let degree = 0;
    for (const key of group.keys) {
      const way = ways.get(key);
      if (!way) continue;
      roles.set(way, group.isSubject);
      degree = Math.max(degree, group.isSubject ? way.subject : way.kind);
    }
    ofKnown.add(group, degree);
  }
  const degrees = new Float64Array(asked.length);
  for (const [way, isSubject] of roles)
    for (const { at, weight } of way.groups)
      if (asked[at]?.isSubject === isSubject) degrees[at] = Math.max(degrees[at] ?? 0, weight);
  const ofAsked = new Sides<AskedGroup>();
  for (const [at, group] of asked.entries()) ofAsked.add(group, degrees[at] ?? 0);
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
