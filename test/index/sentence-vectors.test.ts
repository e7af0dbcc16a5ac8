import { describe, expect, test } from 'vitest';
import { makePassages } from '../../src/documents/passages.js';
import type { Embedder } from '../../src/index/embedding/embedder.js';
import { SentenceVectorsBuilder } from '../../src/index/embedding/sentence-vectors.js';
import { documentOf } from '../support/documents-reading.js';

const text = `On animals
Cats sleep in the afternoon when it is warm. Dogs bark at the people who bring letters.
Engines burn what was a forest long ago.`;

const passages = makePassages([documentOf('animals.txt', text)]);

/** Knows a text by its first letter, as a model that has to work out each of them beforehand. */
function slowEmbedder(): Embedder & { readonly prepared: string[] } {
  const known = new Map<string, Float32Array>();
  const prepared: string[] = [];
  return {
    id: 'slow',
    dimensions: 26,
    prepared,
    vector: (text) => known.get(text),
    async prepare(texts) {
      for (const text of texts) {
        prepared.push(text);
        const vector = new Float32Array(26);
        vector[text.toLowerCase().charCodeAt(0) - 97] = 1;
        known.set(text, vector);
      }
    },
  };
}

function vectorsOf(embedder: Embedder) {
  const builder = new SentenceVectorsBuilder(embedder);
  for (const passage of passages) builder.add(passage);
  return builder.build();
}

/** Rows: headings of the first passage, its two sentences, headings of the second, its sentence. */
const [cats, dogs, secondHeading, engines] = [1, 2, 3, 4];

describe('sentence vectors', () => {
  test('say how close a question is to the sentence in each row', async () => {
    const embedder = slowEmbedder();
    await embedder.prepare(['canaries', ...passages.flatMap(sentencesOf)], 'documents');
    const closeness = vectorsOf(embedder).closenessTo('canaries');
    expect([cats, dogs, engines].map((row) => closeness?.(row))).toEqual([1, 0, 0]);
  });

  test('say nothing of headings', async () => {
    const embedder = slowEmbedder();
    await embedder.prepare(['on what', ...passages.flatMap(sentencesOf)], 'documents');
    const closeness = vectorsOf(embedder).closenessTo('on what');
    expect([0, secondHeading].map((row) => closeness?.(row))).toEqual([0, 0]);
  });

  test('are not waited for: a question without a vector is ranked by its words', () => {
    expect(vectorsOf(slowEmbedder()).closenessTo('canaries')).toBeUndefined();
  });

  test('count as soon as they are there', async () => {
    const embedder = slowEmbedder();
    const vectors = vectorsOf(embedder);
    await embedder.prepare(['dragons'], 'question');
    expect(vectors.closenessTo('dragons')?.(dogs)).toBe(0);
    await vectors.complete();
    expect(vectors.closenessTo('dragons')?.(dogs)).toBe(1);
  });

  test('are worked out once a sentence', async () => {
    const embedder = slowEmbedder();
    const vectors = vectorsOf(embedder);
    await vectors.complete();
    await embedder.prepare(['dragons'], 'question');
    vectors.closenessTo('dragons');
    await vectors.complete();
    expect(embedder.prepared).toEqual([...passages.flatMap(sentencesOf), 'dragons']);
  });
});

function sentencesOf({ document, sentences }: (typeof passages)[number]): string[] {
  return sentences.map(({ start, end }) => document.text.slice(start, end));
}
