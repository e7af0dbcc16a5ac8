import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Sentence } from '../../src/documents/document.js';
import { makePassages } from '../../src/documents/passages.js';
import { documentOf } from '../support/documents-reading.js';

/** A document of paragraphs, each of sentences of the given lengths in characters. */
function documentWith(paragraphs: readonly (readonly number[])[]) {
  const sentence = (length: number) => `W${'x'.repeat(length - 2)}.`;
  return documentOf('a.md', paragraphs.map((lengths) => lengths.map(sentence).join(' ')).join('\n\n'));
}

const lengths = (paragraphs: readonly (readonly number[])[]) =>
  makePassages([documentWith(paragraphs)]).map(({ sentences }) =>
    sentences.map(({ start, end }) => end - start),
  );

describe('makePassages', () => {
  it('makes one passage of an ordinary paragraph, and numbers them through all documents', () => {
    const [a, b] = [documentWith([[100, 200], [300]]), documentWith([[50]])];
    const passages = makePassages([a, b]);
    expect(passages.map(({ id }) => id)).toEqual([0, 1, 2]);
    expect(passages.map(({ document }) => document)).toEqual([a, a, b]);
    expect(passages.map(({ paragraph }) => paragraph)).toEqual([...a.paragraphs, ...b.paragraphs]);
    expect(passages.map(({ start, end }) => end - start)).toEqual([301, 300, 50]);
  });

  it('makes overlapping windows of whole sentences of a long one', () => {
    expect(lengths([[300, 301, 200, 202, 303, 204, 400]])).toEqual([
      [300, 301, 200],
      [200, 202, 303],
      [204, 400],
    ]);
  });

  it('does not repeat a sentence that is itself long, and leaves one whole that fills a window', () => {
    expect(lengths([[600, 601, 602]])).toEqual([[600], [601], [602]]);
    expect(lengths([[1_000, 300]])).toEqual([[1_000], [300]]);
  });

  it('covers every sentence, in order, with windows that all bring something new', () => {
    const paragraph = fc.array(fc.integer({ min: 3, max: 1_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 4 }), (paragraphs) => {
        const document = documentWith(paragraphs);
        const passages = makePassages([document]);
        for (const of of document.paragraphs) {
          const windows = passages.filter((passage) => passage.paragraph === of);
          expect([...new Set(windows.flatMap(({ sentences }) => sentences))]).toEqual(of.sentences);
          windows.forEach(({ start, end, sentences }, position) => {
            expect([start, end]).toEqual([sentences[0]?.start, sentences.at(-1)?.end]);
            const before = windows[position - 1];
            if (before) expect(before.start < start && before.end < end).toBe(true);
            if (windows.length > 1) expect(end - start <= 900 || sentences.length === 1).toBe(true);
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('looks at each sentence a few times, however many a paragraph has', () => {
    const looksFor = (count: number) => {
      let looks = 0;
      const sentences = Array.from({ length: count }, (_, i) => ({
        start: 3 * i,
        end: 3 * i + 2,
        references: [],
      }));
      const counted = new Proxy(sentences, {
        get(all, key) {
          looks++;
          return Reflect.get(all, key);
        },
      });
      makePassages([paragraphOf(counted)]);
      return looks;
    };
    // Twice as many sentences are twice as much work, where each window is not looked for from the first sentence on.
    expect(looksFor(20_000)).toBeLessThan(2.5 * looksFor(10_000));
  });
});

/** A document of one paragraph of "A?" after "A?". */
function paragraphOf(sentences: readonly Sentence[]): Document {
  const [end, text] = [3 * sentences.length - 1, 'A? '.repeat(sentences.length)];
  const paragraph = { number: 1, headings: [], start: 0, end, sentences };
  return { id: 'a', title: 'A', text, references: [], tags: [], paragraphs: [paragraph] };
}
