import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnalyzedPassage, PassageTermsBuilder } from '../../src/index/collected-terms.js';
import { passageTermsOf } from '../../src/index/passage-terms.js';

/** "a" and "!" share a bit; the last two begin with what is not Latin. */
const term = fc.constantFrom('ash', 'bay', 'cod', '!', 'élan', '晶片');
const row = fc.array(term, { maxLength: 8 });
const passage = fc.record({ heading: row, sentences: fc.array(row, { maxLength: 3 }) });
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '!', 'é'), minLength: 1, maxLength: 3 });

/** The places by their definition: the next term has the next letter, or else the one after it has. */
function slowPlaces(passages: readonly AnalyzedPassage[], [first = '', ...others]: string) {
  const begins = (term: string | undefined, letter: string) =>
    /^[a-z!]/.test(letter) ? term?.startsWith(letter) : term !== undefined && !/^[a-z!]/.test(term);
  const isSpelledFrom = (terms: readonly string[], start: number) => {
    let at = start;
    return others.every((letter) => {
      at += begins(terms[at + 1], letter) ? 1 : 2;
      return begins(terms[at], letter);
    });
  };
  return passages.flatMap(({ heading, sentences }, passage) =>
    [heading, ...sentences].flatMap((terms, row) =>
      terms.flatMap((term, start) =>
        first !== 'é' && begins(term, first) && isSpelledFrom(terms, start) ? [{ passage, row }] : [],
      ),
    ),
  );
}

test('initials are found wherever terms of one row begin with them, up to a limit', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(passage, { maxLength: 8 }),
      letters,
      fc.nat(6),
      async (passages, asked, limit) => {
        const builder = new PassageTermsBuilder();
        for (const one of passages) builder.add(one);
        const { placesOfInitials } = await passageTermsOf(builder.collected());
        expect(placesOfInitials(asked, limit)).toEqual(slowPlaces(passages, asked).slice(0, limit));
      },
    ),
    { numRuns: 500 },
  );
});
