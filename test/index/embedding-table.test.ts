import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readTable, tableEmbedder, writeTable } from '../../src/index/embedding/embedding-table.js';
import { openEmbedder } from '../../src/library/embedders.js';

/** Two dimensions that can be drawn: animals lie to the east, machines to the north. */
const small = {
  id: 'small',
  dimensions: 2,
  notice: 'made up',
  words: ['cat', 'dog', 'engine', 'bake', 'the', 'color'],
  scales: Float32Array.of(0.01, 0.01, 0.01, 0.01, 0.0001, 0.01),
  values: Int8Array.of(100, 10, 100, -10, 0, 100, 50, 50, -100, -100, 30, -70),
};

const dot = (a?: Float32Array, b?: Float32Array) =>
  Array.from(a ?? []).reduce((sum, value, i) => sum + value * (b?.[i] ?? 0), 0);

describe('a table of word vectors', () => {
  const { vector } = tableEmbedder(small);

  test('gives vectors of length 1, whatever the length of the text', () => {
    for (const text of ['cat', 'cat dog', 'the cat and the engine']) {
      expect(Math.hypot(...(vector(text) ?? []))).toBeCloseTo(1, 6);
    }
  });

  test('puts words of one kind close together and others far apart', () => {
    expect(dot(vector('cat'), vector('dog'))).toBeGreaterThan(0.95);
    expect(dot(vector('cat'), vector('engine'))).toBeLessThan(0.2);
  });

  test('does not care about case, order or a common word', () => {
    expect(dot(vector('Dog, CAT'), vector('cat dog'))).toBeCloseTo(1, 6);
    expect(dot(vector('the cat'), vector('cat'))).toBeGreaterThan(0.99);
  });

  test('knows inflected forms by their base form', () => {
    expect(vector('cats')).toEqual(vector('cat'));
    expect(vector("the dog's")).toEqual(vector('the dog'));
    expect(vector('baking')).toEqual(vector('bake'));
  });

  test('knows British words by their American spelling', () => {
    expect(vector('colour')).toEqual(vector('color'));
    expect(vector('colours')).toEqual(vector('color'));
  });

  test('gives a text of unknown words no direction, so that it is close to nothing', () => {
    for (const text of ['', '  ', 'zzz', '昇腾芯片', '🔥🔥🔥'])
      expect(dot(vector(text), vector('cat'))).toBe(0);
  });
});

describe('the file of a table', () => {
  test('reads what was written, wherever it lies in memory', () => {
    const written = writeTable(small);
    for (const offset of [0, 1, 2, 3]) {
      const elsewhere = new Uint8Array(written.length + offset);
      elsewhere.set(written, offset);
      expect(readTable(elsewhere.subarray(offset))).toEqual(small);
    }
  });

  test('says that it is cut short or none at all', () => {
    expect(() => readTable(writeTable(small).subarray(0, -1))).toThrow(RangeError);
    expect(() => readTable(Buffer.from('not a table\n'))).toThrow(RangeError);
    expect(() => readTable(new Uint8Array())).toThrow(RangeError);
  });
});

describe('the table that ships', () => {
  test('puts a paraphrase nearer than a sentence on something else', async () => {
    const embedder = await openEmbedder({ semantic: true });
    const close = (a: string, b: string) => dot(embedder?.vector(a), embedder?.vector(b));
    const question = 'Are there not enough skilled people?';
    const right = 'Companies complain of a shortage of talent.';
    const wrong = 'The city hosted a conference in July.';
    expect(close(question, right)).toBeGreaterThan(close(question, wrong));
  });

  test('names its sources and their licences, and is a few megabytes', async () => {
    const bytes = await readFile(new URL('../../../src/index/data/embeddings.en.bin', import.meta.url));
    expect(readTable(bytes).notice).toMatch(/Apache License 2\.0.*WordNet/);
    expect(bytes.length).toBeLessThan(4e6);
  });

  test('is not read where embeddings are turned off', async () => {
    expect(await openEmbedder({ semantic: false })).toBeUndefined();
  });
});
