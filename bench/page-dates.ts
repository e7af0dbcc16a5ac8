import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readDocument } from '../src/documents/read.js';

/*
 * How many pages are given the day on which they were published:
 *
 *   node dist/bench/page-dates.js FOLDER
 *
 * FOLDER is the folder `tests` of github.com/adbar/htmldate: its lists `eval….json` say which page has which day, and the pages
 * lie in the folders beside them. The halves are by the hash of a file's name: only failures of the first were ever looked at.
 */

const folder = process.argv[2];
if (!folder) throw new Error('usage: node dist/bench/page-dates.js FOLDER');

const list = z.record(z.string(), z.object({ file: z.string(), date: z.string().nullable() }));

const HALVES = ['looked at', 'only counted'] as const;
const counts = new Map([...HALVES, 'all'].map((name) => [name, { pages: 0, right: 0, wrong: 0, none: 0 }]));
for (const { file, date } of listedPages()) {
  const place = ['test_set', 'eval', 'cache'].map((name) => join(folder, name, file)).find(existsSync);
  if (place === undefined || date === null) continue;
  const { document } = await readDocument({ path: 'page.html', bytes: readFileSync(place) });
  const read = document?.source?.published;
  const outcome = read === undefined ? 'none' : read === date ? 'right' : 'wrong';
  for (const name of [halfOf(file), 'all']) {
    const count = counts.get(name);
    if (count) count.pages += 1;
    if (count) count[outcome] += 1;
  }
}
console.log('| half | pages | right | wrong | none |\n|---|--:|--:|--:|--:|');
for (const [name, count] of counts) console.log(`| ${[name, ...Object.values(count)].join(' | ')} |`);

/** The pages of all lists, each address once. */
function listedPages() {
  const pages = new Map<string, z.infer<typeof list>[string]>();
  for (const name of readdirSync(`${folder}`).filter((one) => /^eval.*\.json$/.test(one))) {
    // The lists are written by Python.
    const text = readFileSync(join(`${folder}`, name), 'utf8').replaceAll(': NaN', ': null');
    for (const [address, page] of Object.entries(list.parse(JSON.parse(text)))) pages.set(address, page);
  }
  return pages.values();
}

function halfOf(file: string): (typeof HALVES)[number] {
  return HALVES[(createHash('sha1').update(file).digest()[0] ?? 0) & 1] ?? HALVES[0];
}
