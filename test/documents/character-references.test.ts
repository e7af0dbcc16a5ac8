import { expect, it } from 'vitest';
import { withoutReferences } from '../../src/documents/formats/character-references.js';

it.each([
  ['Dues &amp; votes &#8211; &#x4E00;&nbsp;&LT;', 'Dues & votes – 一 <'],
  // One that was escaped twice is read once: the rest is what it says.
  ['&amp;lt;', '&lt;'],
  ['AT&T; R&D &copy;', 'AT&T; R&D &copy;'],
  // No characters: above the last, half of one, and the one that ends texts.
  ['&#x110000; &#9999999; &#xD800; &#0;', '&#x110000; &#9999999; &#xD800; &#0;'],
])('references in a title are the characters they stand for: %s', (written, meant) => {
  expect(withoutReferences(written)).toBe(meant);
});
