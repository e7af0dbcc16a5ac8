import { PARAMETERS } from '../index/parameters.js';
import type { AskedGroup } from '../index/query/asked-group.js';
import type { ReadQuestion } from '../index/query/question.js';
import { type Expectation, isNumeric, type QuestionKind } from '../index/query/question-kind.js';
import { coverageOf, isThere, namesIn, neighboursTogether, rarityIn } from '../index/ranking/coverage.js';
import { hasExpected } from '../index/ranking/expected.js';
import { beyondAHalf } from '../index/ranking/known-match.js';
import type { Findings, FoundKnown, FoundSentence } from './findings.js';
import type { Mismatch } from './mismatch.js';

/**
 * What each signal means, and whether more of it speaks for an answer (1) or against one (-1).
 * What was measured and left out stands in bench/RESULTS.md.
 */
export const meanings = {
  coverage: [1, 'share of the question, by rarity of its words, that one of the three best sentences says'],
  aroundCoverage: [1, 'share that the best sentence says together with a neighbour and the headings'],
  aspectCoverage: [
    1,
    'share of what is asked beside names that the best sentence says with a neighbour and the headings',
  ],
  nameCoverage: [1, 'share of the names that it says so'],
  matched: [1, 'logarithm of the rarity, in sum, of what the passage of the best sentence says'],
  missingNames: [-1, 'names and numbers of the question that the passage does not have, at most two'],
  otherDetail: [-1, 'numbers, dates and names that its place does not have as they were asked, at most two'],
  noDenial: [-1, 'what is not so is asked for, and it denies nothing'],
  offPeriod: [-1, 'a period is asked for, and the best sentence is of none in it'],
  near: [1, 'share of neighbours in the question that stand together in the best sentence'],
  phrasing: [
    1,
    'share of the pairs of words in the question, "of the" among them, that a best sentence has too',
  ],
  closeness: [1, 'how close the best sentence is to the question in meaning'],
  certainty: [1, 'how far the best sentence stands above all others'],
  passageLead: [1, 'how far the best passage scores above the fourth, as a share, at most .7'],
  defined: [1, 'a definition is asked for, and the best sentence gives it'],
  notDefined: [-1, 'a definition is asked for, and it does not'],
  listed: [1, 'what belongs to something is asked for, and it counts that up'],
  noPost: [-1, 'a person is asked for, and it names none with a post'],
  numbered: [1, 'a number, share or sum is asked for, and it has one'],
  noNumber: [-1, 'a number, share or sum is asked for, and it has none'],
  notCounted: [-1, 'things are counted, and no number stands before their noun'],
  dated: [1, 'a date is asked for, and it has one'],
  noDate: [-1, 'a date is asked for, and it has none'],
  reasoned: [1, 'a reason is asked for, and it gives one'],
  noReason: [-1, 'a reason is asked for, and it gives none'],
  contrasted: [
    1,
    'a comparison is asked for, and it sets the things asked against each other, by their share',
  ],
  noContrast: [
    -1,
    'a comparison is asked for, and it sets nothing against anything, nor do all shown have the things asked',
  ],
  noPurpose: [-1, 'a purpose is asked for, and it gives none'],
  known: [
    1,
    'how far beyond a half a known question that it answers is like this one, where the two say all that is asked',
  ],
  knownKind: [
    1,
    'the same, where that one asks for the same kind of thing and the two say all names asked, times the share that they say',
  ],
  knownMeaning: [
    1,
    'how close that one is in words times meaning, where the two say all names asked, times the share that they say',
  ],
  yesNo: [0, 'it can be answered by yes or no'],
} as const satisfies Record<string, readonly [sign: -1 | 0 | 1, meaning: string]>;

export type SignalName = keyof typeof meanings;
export type Signals = Readonly<Record<SignalName, number>>;

export const signalNames = Object.keys(meanings) as readonly SignalName[];

/** The signals for and against what was found being an answer. */
export function signalsOf(
  question: ReadQuestion,
  { asked: things, sentences, forParts, passageScores, certainty }: Findings,
  mismatch: Mismatch,
): Signals | undefined {
  const { expects, time } = question;
  const asked = things.map((thing) => (mismatch.mistaken.has(thing) ? unmatched(thing) : thing));
  const [best] = sentences;
  if (!best) return undefined;
  const { maxMissingNames } = PARAMETERS.gate;
  const matched = asked.filter((thing) => isThere(thing, best.passageTerms));
  const missing = asked.filter((thing) => !matched.includes(thing));
  const names = namesIn(asked);
  const aspects = asked.filter((thing) => !names.includes(thing));
  const around = (some: readonly AskedGroup[]) =>
    some.length === 0 ? 1 : Math.max(...best.around.map((terms) => coverageOf(some, terms)));
  return {
    coverage: Math.max(...sentences.map(({ terms }) => coverageOf(asked, terms))),
    aroundCoverage: around(asked),
    aspectCoverage: around(aspects),
    nameCoverage: around(names),
    matched: Math.log1p(rarityIn(matched)),
    missingNames: Math.min(maxMissingNames, namesIn(missing).length),
    near: neighboursTogether(asked, best.row),
    phrasing: Math.max(...sentences.map(({ phrasing }) => phrasing)),
    closeness: best.closeness,
    certainty,
    passageLead: Math.min(PARAMETERS.gate.maxLead, leadOf(passageScores)),
    offPeriod: time.period && best.evidence.period === 0 ? 1 : 0,
    // Of a question in several parts, how many of them have what they ask for.
    ...averaged(
      (forParts.length > 0 ? forParts : [{ expects, sentence: best }]).map((asked) =>
        kindSignals(asked.expects, asked.sentence, around(names) === 1),
      ),
    ),
    ...knownSignals(best.known, asked),
    ...mismatchSignals(mismatch),
  };
}

/** A known question that leaves out a name or number of this one asks for something else, however like it is. */
function knownSignals(known: FoundKnown | undefined, asked: readonly AskedGroup[]) {
  if (!known || namesIn(known.unsaid).length > 0) return { known: 0, knownKind: 0, knownMeaning: 0 };
  const { likeness, words, meaning, isSameKind } = known.match;
  const beyondHalf = beyondAHalf(likeness);
  const said = 1 - rarityIn(known.unsaid) / (rarityIn(asked) || 1);
  return {
    known: known.unsaid.length === 0 ? beyondHalf : 0,
    knownKind: isSameKind ? said * beyondHalf : 0,
    knownMeaning: said * words * meaning,
  };
}

/** A thing asked as if none of its words stood anywhere: that of the same stem is another word. */
function unmatched({ variants, ...thing }: AskedGroup): AskedGroup {
  return {
    ...thing,
    variants: variants.map((variant) => ({ ...variant, numbers: variant.numbers.map(() => -1) })),
  };
}

function mismatchSignals({ missing, isContradicted }: Mismatch) {
  const others = missing.filter(({ isWeak }) => !isWeak);
  return {
    otherDetail: Math.min(PARAMETERS.gate.maxMissingNames, others.length),
    noDenial: isContradicted ? 1 : 0,
  };
}

/** What the kind of question asks for: whether the best sentence has it (1 in the first of a pair) or not. */
function kindSignals(expects: Expectation, { evidence, text }: FoundSentence, bothSides: boolean) {
  const { kind, expected, isYesNo } = expects;
  const has = hasExpected(expects, text);
  const yes = (is: boolean) => (is ? 1 : 0);
  const lacks = (one: QuestionKind, share: number) => yes(kind === one && share === 0);
  return {
    defined: evidence.defines,
    notDefined: lacks('definition', evidence.defines),
    listed: evidence.list,
    noPost: lacks('person', evidence.post),
    numbered: yes(isNumeric(expected) && has),
    noNumber: yes(isNumeric(expected) && !has),
    notCounted: lacks('count', evidence.counted),
    dated: yes(expected === 'date' && has),
    noDate: yes(expected === 'date' && !has),
    reasoned: yes(expected === 'reason' && has),
    noReason: yes(expected === 'reason' && !has),
    contrasted: evidence.contrast,
    noContrast: yes(kind === 'comparison' && evidence.contrast === 0 && !bothSides),
    noPurpose: lacks('purpose', evidence.purpose),
    yesNo: yes(isYesNo),
  };
}

/** The mean of each signal. */
function averaged<Name extends string>(
  all: readonly Readonly<Record<Name, number>>[],
): Readonly<Record<Name, number>> {
  const [first, ...others] = all;
  if (first && others.length === 0) return first;
  const names = Object.keys(first ?? {}) as Name[];
  const meanOf = (name: Name) => all.reduce((sum, one) => sum + one[name], 0) / all.length;
  return Object.fromEntries(names.map((name) => [name, meanOf(name)])) as Record<Name, number>;
}

/** How far the first of some scores, best first, stands above the last, as a share of the first: 0 to 1. */
function leadOf(scores: readonly number[]): number {
  const [first = 0] = scores;
  return first > 0 ? (first - (scores.at(-1) ?? 0)) / first : 0;
}
