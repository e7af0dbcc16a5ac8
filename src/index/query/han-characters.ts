import { PARAMETERS } from '../parameters.js';
import { isHan, simplify } from '../text/chinese.js';
import { letterSet } from '../text/letter-set.js';
import type { TermGroup, Variant, Vocabulary } from './term-group.js';

/** Chinese characters that are asked by themselves with the pairs in which documents have them: 雨 in 有雨. */
export function withPairsOfCharacters(
  groups: readonly TermGroup[],
  question: string,
  vocabulary: Vocabulary,
): TermGroup[] {
  let characters = 0;
  return groups.map((group) => {
    const asked = question.slice(group.start, group.end);
    const isOne = [...asked].length === 1 && isHan(asked);
    if (!isOne || ++characters > PARAMETERS.words.maxCharactersAsked) return group;
    return { ...group, variants: [...group.variants, ...pairsWith(simplify(asked), vocabulary)] };
  });
}

/** The most frequent pairs of a character and another one. */
function pairsWith(character: string, { terms }: Vocabulary): Variant[] {
  const letters = letterSet(character);
  const mayHave = (number: number) => (terms.lettersOf(number) & letters) === letters;
  const pairs: { readonly term: string; readonly frequency: number }[] = [];
  terms.vocabulary().forEach((term, number) => {
    if (mayHave(number) && term.includes(character) && term !== character)
      pairs.push({ term, frequency: terms.frequency(number) });
  });
  return pairs
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, PARAMETERS.words.maxPairsOfCharacter)
    .map(({ term }) => ({ terms: [term], weight: PARAMETERS.originWeight.own, origin: 'own' }));
}
