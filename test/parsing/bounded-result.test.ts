import { expect, test } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import type { Problem } from '../../src/documents/problem.js';
import { boundedResult } from '../../src/parsing/bounded-result.js';
import { readHere } from '../../src/parsing/readers.js';
import { documentOf } from '../support/documents-reading.js';

test('an ordinary result is sent on as it is', () => {
  const problems: Problem[] = [{ file: 'a.md', line: 3, kind: 'footnote-undefined', name: 'a' }];
  const result = { document: documentOf('a.md', '# Ferry\n\nIt leaves at noon.\n'), problems };
  expect(boundedResult(result, 'a.md')).toEqual(result);
});

test('problems are as many and as long as somebody reads', () => {
  const long = 'x'.repeat(100_000);
  const problem: Problem = { file: long, kind: 'unreadable', detail: long };
  const { problems } = boundedResult({ problems: Array.from({ length: 5_000 }, () => problem) }, 'a.md');
  expect(problems).toHaveLength(100);
  // The name is whole: by it the file is known.
  expect(problems[0]).toEqual({ file: long, kind: 'unreadable', detail: `${'x'.repeat(300)}…` });
  expect(problems.at(-1)).toEqual({ file: long, kind: 'more-problems', count: 4_901 });
  // What was bounded where the document was read is counted once.
  expect(boundedResult({ problems }, 'a.md').problems).toEqual(problems);
});

test('a text of two million characters in sentences as people write them is sent on', () => {
  const text = 'The ferry leaves at noon. '.repeat(80_000);
  const sentences = Array.from({ length: 80_000 }, (_, at) => ({
    start: 26 * at,
    end: 26 * at + 25,
    references: [],
  }));
  const paragraph = { number: 1, headings: [], start: 0, end: text.length, sentences };
  const document: Document = { id: 'a', title: 'A', text, references: [], tags: [], paragraphs: [paragraph] };
  expect(boundedResult({ document, problems: [] }, 'a.md')).toHaveProperty('document');
});

test('what is small in its file and large once it is read is a problem', async () => {
  const name = 'x'.repeat(300_000);
  const names = Array.from({ length: 45 }, () => '*n').join(', ');
  const text = `entities: [{ name: &n ${name}, kind: k, aliases: [${names}], chinese: [${names}] }]\n`;
  const file = { path: 'glossary.yaml', bytes: Buffer.from(text) };
  expect(await readHere('glossary', file)).toEqual({
    problems: [{ file: 'glossary.yaml', kind: 'too-much-read' }],
  });
});
