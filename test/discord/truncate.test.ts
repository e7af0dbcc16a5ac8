import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf } from '../../src/discord/limits.js';
import { cutToFit } from '../../src/discord/truncate.js';

const words = fc
  .array(fc.constantFrom('a', 'bc', 'def', ' ', '  ', '\n', '\t', '"', '漢'), { maxLength: 60 })
  .map((parts) => parts.join(''));
const rooms = fc.record({
  characters: fc.integer({ min: 2, max: 40 }),
  bytes: fc.integer({ min: 8, max: 80 }),
});

/** Tries every length, and looks for the last word with a regular expression. */
function slowlyCut(text: string, room: { characters: number; bytes: number }): string {
  const fits = (shown: string) => shown.length <= room.characters && bytesOf(shown) <= room.bytes;
  if (fits(text)) return text;
  let end = text.length;
  while (end > 0 && !fits(`${text.slice(0, end)}…`)) end--;
  const slice = text.slice(0, end);
  const word = slice.search(/\s+\S*$/);
  return `${word > end / 2 ? slice.slice(0, word) : slice}…`;
}

test('a text is cut to what there is room for, at a word in its second half', () => {
  fc.assert(
    fc.property(words, rooms, (text, room) => {
      expect(cutToFit(text, room)).toBe(slowlyCut(text, room));
    }),
    { numRuns: 3000 },
  );
});

test('half a character is left out', () => {
  expect(cutToFit('😀😀', { characters: 4, bytes: 9 })).toBe('😀…');
});
