import { baseForm } from '../text/word-forms.js';
import { type Embedder, normalize } from './embedder.js';

/** One vector for each of many words, in 8 bits a number. The vector of a text is the sum of those of its words. */
export interface EmbeddingTable {
  readonly id: string;
  readonly dimensions: number;
  /** Where the vectors come from and under which licences. */
  readonly notice: string;
  readonly words: readonly string[];
  /** `values[i * dimensions + j] * scales[i]` is number `j` of word `i`; common words have short vectors. */
  readonly scales: Float32Array;
  readonly values: Int8Array;
}

/** Lower-case words and numbers: the units of a table. Words of other scripts have no vectors. */
export function tableWords(text: string): string[] {
  return text.normalize('NFKC').replaceAll('’', "'").toLowerCase().match(word) ?? [];
}

const word = /[a-z]+(?:'[a-z]+)?|\d+/g;

/**
 * Embeds by a table: tens of microseconds a sentence and no model to run. What makes it good is how the vectors came
 * about: fitted to those that a sentence encoder gives whole texts (`tools/embeddings`), as Model2Vec (Tulkens and van
 * Dongen, 2024) does.
 */
export function tableEmbedder({ id, dimensions, words, scales, values }: EmbeddingTable): Embedder {
  const rows = new Map(words.map((one, row) => [one, row]));
  const rowKnown = remembered((one) => rowOf(one, rows));
  return {
    id,
    dimensions,
    vector(text) {
      const sum = new Float32Array(dimensions);
      for (const one of tableWords(text)) {
        const row = rowKnown(one);
        if (row === undefined) continue;
        const scale = scales[row] ?? 0;
        const start = row * dimensions;
        for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] ?? 0) + (values[start + i] ?? 0) * scale;
      }
      return normalize(sum);
    },
    prepare: async () => {},
  };
}

/** More words than these are forgotten, so that a memo has a bound. */
const MAX_REMEMBERED = 100_000;

/** Most words of a text have been looked up before, and a rare one is tried with every ending. */
function remembered(rowOf: (one: string) => number | undefined): (one: string) => number | undefined {
  const known = new Map<string, number>();
  return (one) => {
    let row = known.get(one);
    if (row === undefined) {
      if (known.size >= MAX_REMEMBERED) known.clear();
      row = rowOf(one) ?? -1;
      known.set(one, row);
    }
    return row < 0 ? undefined : row;
  };
}

/** Endings of English words, and what the base form has in their place. */
const endings: readonly (readonly [ending: string, base: string])[] = [
  ["'s", ''],
  ['s', ''],
  ['es', ''],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
  ['ies', 'y'],
  ['er', ''],
  ['er', 'e'],
];

/** The row of a word, or else of its American spelling, or of the form that either is inflected from. */
export function rowOf(one: string, rows: ReadonlyMap<string, number>): number | undefined {
  const american = baseForm(one);
  return rows.get(one) ?? rows.get(american) ?? rowOfBase(one, rows) ?? rowOfBase(american, rows);
}

function rowOfBase(one: string, rows: ReadonlyMap<string, number>): number | undefined {
  for (const [ending, base] of endings) {
    if (!one.endsWith(ending)) continue;
    const found = rows.get(one.slice(0, -ending.length) + base);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface Header {
  readonly id: string;
  readonly dimensions: number;
  readonly notice: string;
  readonly words: number;
  /** Bytes of the list of words, which follows the header. */
  readonly list: number;
}

/** A table as a file: a line of JSON, the words a line each, the scales (little-endian floats), the values. */
export function writeTable({ words, scales, values, ...head }: EmbeddingTable): Uint8Array {
  const list = Buffer.from(`${words.join('\n')}\n`);
  const header: Header = { ...head, words: words.length, list: list.length };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), list, bytesOf(scales), bytesOf(values)]);
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** @throws {RangeError} if the file is cut short or is no table */
export function readTable(bytes: Uint8Array): EmbeddingTable {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = file.indexOf('\n') + 1;
  const { list, words, ...head } = headerOf(file.toString('utf8', 0, end));
  const scalesAt = end + list;
  const valuesAt = scalesAt + 4 * words;
  if (file.length !== valuesAt + words * head.dimensions) throw new RangeError('The table is cut short.');
  return {
    ...head,
    words: file.toString('utf8', end, scalesAt - 1).split('\n'),
    // A view of floats must start at a multiple of four.
    scales: new Float32Array(Uint8Array.from(file.subarray(scalesAt, valuesAt)).buffer),
    values: new Int8Array(file.buffer, file.byteOffset + valuesAt, words * head.dimensions),
  };
}

function headerOf(line: string): Header {
  try {
    return JSON.parse(line);
  } catch {
    throw new RangeError('The table has no header.');
  }
}
