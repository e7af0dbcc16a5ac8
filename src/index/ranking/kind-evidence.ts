import { PARAMETERS } from '../parameters.js';
import type { PassageTerms } from '../passage-terms.js';
import type { AskedGroup } from '../query/asked-group.js';
import type { ReadQuestion } from '../query/question.js';
import type { Expectation, QuestionKind } from '../query/question-kind.js';
import type { Snapshot } from '../snapshot.js';
import { coverageOf, namesIn } from './coverage.js';
import { isDefined, opensWith } from './definition.js';
import { hasExpected, namesListed } from './expected.js';
import { hasPostOf } from './posts.js';
import type { SentenceReach } from './sentence-reach.js';
import { contrast, purpose } from './telling-words.js';

/** What a sentence has of that which the kind of a question asks for; 0 for all that other kinds do. */
export type KindEvidence = Readonly<
  Record<
    | 'defines'
    | 'introduces'
    | 'name'
    | 'number'
    | 'counted'
    | 'money'
    | 'percentage'
    | 'date'
    | 'reason'
    | 'list'
    | 'contrast'
    | 'purpose'
    | 'post',
    number
  >
>;

/** A sentence as far as it is read for evidence. */
export interface ReadSentence {
  readonly text: string;
  /** Term numbers, in order. */
  readonly row: Uint32Array;
  readonly isFirst: boolean;
  readonly reach: SentenceReach;
  /** The share of the question that it says with all before it in its passage. */
  readonly passageCoverage: number;
}

/** Reads what sentences have of that which a question expects: as much as they are about what is asked. */
export function kindReader(
  { expects, groups }: Pick<ReadQuestion, 'expects' | 'groups'>,
  asked: readonly AskedGroup[],
  { terms, remembered }: Pick<Snapshot, 'terms' | 'remembered'>,
): (sentence: ReadSentence) => KindEvidence {
  const { kind, expected, list } = expects;
  const names = namesIn(asked);
  const compared = names.length > 1 ? names : asked;
  return ({ text, row, isFirst, reach, passageCoverage }) => {
    const has = hasExpected(expects, text, remembered);
    const opens = kind === 'definition' && opensWith(asked, row);
    const asFar = (is: boolean) => (is ? passageCoverage : 0);
    const isOf = (one: QuestionKind, words: RegExp) => kind === one && words.test(text);
    return {
      defines: opens && isDefined(asked, text, terms) ? 1 : 0,
      introduces: opens && isFirst ? 1 : 0,
      name: asFar(has && expected === 'name'),
      number: asFar(has && expected === 'number'),
      counted: asFar(countsWhatIsAsked(expects, row, terms)),
      money: asFar(has && expected === 'money'),
      percentage: asFar(has && expected === 'percentage'),
      date: asFar(has && expected === 'date'),
      reason: asFar(has && expected === 'reason'),
      list: list ? passageCoverage * shareListed(expects, text) : 0,
      contrast: isOf('comparison', contrast) ? coverageOf(compared, reach.own) : 0,
      purpose: asFar(isOf('purpose', purpose)),
      post: asFar(kind === 'person' && has && hasPostOf(names, groups, row, text, terms)),
    };
  };
}

function shareListed(expects: Expectation, text: string): number {
  return Math.min(1, namesListed(expects, text) / PARAMETERS.sentences.manyNames);
}

/** Whether a number stands before the noun that is counted. */
function countsWhatIsAsked(
  { kind, counted }: Expectation,
  row: Uint32Array,
  { numberOf, termOf }: PassageTerms,
): boolean {
  const noun = kind === 'count' ? numberOf(counted.at(-1) ?? '') : undefined;
  const at = noun === undefined ? -1 : row.indexOf(noun);
  if (at < 0) return false;
  return row
    .subarray(Math.max(0, at - PARAMETERS.sentences.beforeNoun), at)
    .some((number) => /^\d/.test(termOf(number)));
}
