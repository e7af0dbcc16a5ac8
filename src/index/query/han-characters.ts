import { PARAMETERS } from '../parameters.js';
import { isHan } from '../text/chinese.js';
import type { TermGroup, Variant, Vocabulary } from './term-group.js';

/** One Chinese character is asked by itself but stands in documents beside others, in pairs: 雨 in 有雨. */
export function withPairsOfCharacter(group: TermGroup, asked: string, { terms }: Vocabulary): TermGroup {
  const [own] = group.variants;
  if ([...asked].length !== 1 || !isHan(asked) || !own) return group;
  const pairs = terms
    .vocabulary()
    .flatMap((term, number) =>
      term.includes(asked) && term !== asked ? { term, frequency: terms.frequency(number) } : [],
    )
    .sort((a, b) => b.frequency - a.frequency)
    .slice(0, PARAMETERS.words.maxPairsOfCharacter)
    .map(({ term }): Variant => ({ terms: [term], weight: PARAMETERS.originWeight.own, origin: 'own' }));
  return { ...group, variants: [...group.variants, ...pairs] };
}
