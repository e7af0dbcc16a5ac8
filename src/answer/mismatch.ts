import { PARAMETERS } from '../index/parameters.js';
import type { AskedGroup } from '../index/query/asked-group.js';
import type { ReadQuestion } from '../index/query/question.js';
import { isNumeric } from '../index/query/question-kind.js';
import { namesIn, subjectsOf } from '../index/ranking/coverage.js';
import { hasExpected } from '../index/ranking/expected.js';
import { asksTheSame } from '../index/ranking/known-match.js';
import type { RankedSentence } from '../index/ranking/rerank.js';
import type { Retrieved } from '../index/ranking/retrieve.js';
import type { Snapshot } from '../index/snapshot.js';
import { type MissingDetail, missingDetails } from './details/missing-details.js';
import { mistakenGroups, unsaidGroups } from './details/mistaken-groups.js';
import { hasCount } from './details/numbers.js';
import { type TiedSentence, textsAround } from './details/place.js';
import { contradictsPolarity } from './details/polarity.js';

/** Where the best sentences speak of something else than what was asked, however alike it looks. */
export interface Mismatch {
  /** What the question names precisely and the place of its answer does not have. */
  readonly missing: readonly MissingDetail[];
  /** What is asked and the best sentence says with the same stem only: universe, where it has university. */
  readonly mistaken: ReadonlySet<AskedGroup>;
  /** Whether it asks for what is not so, and the best sentence says nothing of the kind. */
  readonly isContradicted: boolean;
  /** Whether what is asked for, a number, a date or somebody's post, stands neither in the best sentence nor around it. */
  readonly lacksAsked: boolean;
}

/** Why the best sentences, however much speaks for them, are no sure answer. */
export type Objection = 'otherDetail' | 'otherWord' | 'noDenial' | 'lacksAsked';

/** What is to be said against an answer; nothing where it speaks of what was asked. */
export function objectionsTo({ missing, mistaken, isContradicted, lacksAsked }: Mismatch): Objection[] {
  return [
    ...(missing.some(({ isWeak }) => !isWeak) ? (['otherDetail'] as const) : []),
    ...(mistaken.size > 0 ? (['otherWord'] as const) : []),
    ...(isContradicted ? (['noDenial'] as const) : []),
    ...(lacksAsked ? (['lacksAsked'] as const) : []),
  ];
}

const none: Mismatch = { missing: [], mistaken: new Set(), isContradicted: false, lacksAsked: false };

/** Compares a question with the place of its answer; of a comparison or several parts, with the places of all. */
export function mismatchOf(
  snapshot: Snapshot,
  question: ReadQuestion,
  { sentences, forParts }: Retrieved,
): Mismatch {
  const [best] = sentences;
  if (!best || best.known?.isSameWording) return none;
  const places =
    question.expects.kind === 'comparison' ? sentences.slice(0, PARAMETERS.excerpts.max) : [best];
  const [sentence = '', ...around] = textsAround(snapshot, tied(best));
  return {
    missing: missingDetails(snapshot, question.details, [...places, ...forParts].map(tied), {
      // Where an amount is asked, what the next sentence names has its own.
      isOfNext: !isNumeric(question.expects.expected),
    }),
    mistaken: new Set(mistakenGroups(question.groups, sentence, around, snapshot.remembered)),
    isContradicted: contradictsPolarity(snapshot, question, best),
    lacksAsked: tied(best).tied === undefined && lacksAsked(snapshot, question, best, [sentence, ...around]),
  };
}

/** A sentence with the known question that people have tied to it, where that one asks the same. */
function tied({ passage, sentence, known }: RankedSentence): TiedSentence {
  return { passage, sentence, tied: known && asksTheSame(known) ? known.question.known.question : undefined };
}

/**
 * A true sentence on the right subject is not yet an answer. A sum or share belongs to the sentence that has it; a number of
 * things or a date may stand around, and beside the date what it is that of.
 */
function lacksAsked(
  { remembered }: Snapshot,
  question: ReadQuestion,
  { evidence }: RankedSentence,
  [sentence = '', ...around]: readonly string[],
): boolean {
  const { expects } = question;
  const texts = [sentence, ...around];
  if (expects.kind === 'person') return evidence.post === 0;
  if (expects.kind === 'count') return !texts.some((text) => hasCount(text, expects.words));
  const has = (text: string) => hasExpected(expects, text, remembered);
  if (isNumeric(expects.expected)) return !has(sentence);
  if (expects.expected !== 'date') return false;
  return !texts.some(has) || unsaidGroups(eventOf(question), texts, remembered).length > 0;
}

/** What happened when, where a question ends with it: "when was the firm founded". One that ends with a name may name nothing else. */
function eventOf(question: ReadQuestion): AskedGroup[] {
  const asked = subjectsOf(question);
  return asked.slice(-1).filter((thing) => !namesIn(asked).includes(thing));
}
