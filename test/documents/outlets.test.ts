import { expect, test } from 'vitest';
import { outletsOf } from '../../src/documents/outlets.js';
import { documentOf } from '../support/documents-reading.js';

test('outlets come by how many sentences rest on them, each with what of it is used most', () => {
  const document = documentOf(
    'a.md',
    [
      '# A',
      'One.[^a] Two.[^b][^c] Three.[^b] Four.[^c][^a]',
      'Five.[^b] Six.[^b] Seven has none.',
      '[^a]: Harbour News, 2025-03-02, <https://example.org/a>',
      '[^b]: Island Post, 2025-03-03, <https://example.org/b>',
      '[^c]: Harbour News, 2025-03-04, <https://example.org/c>',
    ].join('\n\n'),
  );
  expect(
    outletsOf(document).map(({ name, sentences, sources }) => [
      name,
      sentences,
      sources.map(({ url }) => url),
    ]),
  ).toEqual([
    ['Island Post', 4, ['https://example.org/b']],
    ['Harbour News', 3, ['https://example.org/a', 'https://example.org/c']],
  ]);
});

test('a document without footnotes rests on no outlets', () => {
  expect(outletsOf(documentOf('a.md', '# A\n\nOne. Two.\n'))).toEqual([]);
});
