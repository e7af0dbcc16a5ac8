import { PARAMETERS } from '../index/parameters.js';
import type { AskedGroup } from '../index/query/asked-group.js';
import { coverageOf, isThere, rarityIn } from '../index/ranking/coverage.js';
import type { Findings } from './findings.js';

/**
 * Whether the best of what was found is at least on the subject of the question: whether about half of what is asked
 * stands together, in a sentence and in its passage, with a name of the glossary or more than an everyday word in it.
 */
export function isOnSubject({ asked, sentences }: Findings): boolean {
  const [best] = sentences;
  if (!best) return false;
  const { subjectShare, subjectRarity } = PARAMETERS.gate;
  const inPassage = asked.filter((thing) => isThere(thing, best.passageTerms));
  return (
    (inPassage.some(isListed) || rarityIn(inPassage) >= subjectRarity) &&
    rarityIn(inPassage) >= subjectShare * rarityIn(asked) &&
    sentences.some(({ terms }) => coverageOf(asked, terms) >= subjectShare)
  );
}

function isListed({ variants }: AskedGroup): boolean {
  return variants.some(({ origin }) => origin === 'alias');
}
