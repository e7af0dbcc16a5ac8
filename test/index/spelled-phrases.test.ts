import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phrasesSpelling } from '../../src/index/query/spelled-phrases.js';

const smallWords = '(?:(?:and|of|for|the|in|on|to|&) ){0,2}';

/** The phrases as a pattern has them, which is compiled for each letters. */
function phrasesByPattern(letters: string, text: string) {
  const words = Array.from(
    letters,
    (letter) => `[${letter}${letter.toUpperCase()}][\\p{L}\\p{N}]+(?:-\\p{Ll}+)?`,
  );
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?<phrase>${words.join(`[ -]${smallWords}`)})(?![\\p{L}\\p{N}-])(?<brackets> \\(${letters}s?\\))?`,
    'giu',
  );
  return [...text.matchAll(pattern)].map(({ groups }) => ({
    text: groups?.phrase,
    isExplained: groups?.brackets !== undefined,
  }));
}

const letters = fc.string({ unit: fc.constantFrom('a', 'o', 't', 'é'), minLength: 2, maxLength: 4 });

/** Words that begin with the letters more often than not, small ones among them, and what stands between words. */
const textSpelling = (asked: string) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(
          fc.constantFrom(...asked).map((letter) => `${letter}il`),
          fc.constantFrom('of', 'and', 'On', 'The', 'to', '&', 'Ann', 'a', 'o', '7b', 'Élan', 'tea9', '晶片'),
          fc.constantFrom(`(${asked})`, ` (${asked.toUpperCase()}s)`, `(${asked}`),
        ),
        fc.oneof({ weight: 5, arbitrary: fc.constant(' ') }, fc.constantFrom('-', '-', ', ', '  ', '', '—')),
      ),
      { maxLength: 14 },
    )
    .map((pieces) => pieces.flat().join(''));

test('phrases that spell letters are those of a pattern of the letters', () => {
  const asked = letters.chain((some) => fc.tuple(fc.constant(some), textSpelling(some)));
  fc.assert(
    fc.property(asked, ([some, text]) => {
      expect(phrasesSpelling(some, text)).toEqual(phrasesByPattern(some, text));
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['mou', 'A Memorandum of Understanding was signed.', [['Memorandum of Understanding', false]]],
  ['mu', 'A Memorandum of Understanding (MU) was signed.', [['Memorandum of Understanding', true]]],
  ['mce', 'The Model-Chip Ecosystem meets.', [['Model-Chip Ecosystem', false]]],
  ['sme', 'Small and medium-sized enterprises pay.', [['Small and medium-sized enterprises', false]]],
  [
    'rd',
    'Research & Development, and Red-Dead.',
    [
      ['Research & Development', false],
      ['Red-Dead', false],
    ],
  ],
])('%s in "%s"', (some, text, expected) => {
  expect(phrasesSpelling(some, text).map((phrase) => [phrase.text, phrase.isExplained])).toEqual(expected);
});
