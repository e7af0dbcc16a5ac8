import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../src/documents/sha256.js';
import { tidyCache } from '../../src/parsing/cache-upkeep.js';
import { cachedParser } from '../../src/parsing/cached-parser.js';
import { parserHere } from '../support/parser-here.js';

// What stays of what was read of files, and what goes.

const now = new Date('2026-03-01T12:00:00.000Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1_000);
let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cache-'));
});

afterEach(() => rm(dir, { recursive: true, force: true }));

const parser = () => cachedParser(parserHere, dir, async () => 'these');
const read = (name: string) =>
  parser().document({ path: `${name}.md`, bytes: Buffer.from(`# ${name}\n\nAll of ${name}.\n`) });

/** What stands in the files of the cache, together. */
async function kept(): Promise<string> {
  const texts = (await readdir(dir)).map((name) => readFile(join(dir, name), 'utf8'));
  return (await Promise.all(texts)).join();
}

async function used(at: Date): Promise<void> {
  for (const name of await readdir(dir)) await utimes(join(dir, name), at, at);
}

test('a text that was withdrawn goes, and no other', async () => {
  const { document } = await read('Ferry');
  await read('Market');
  await used(now);
  await tidyCache(dir, { withdrawn: [{ textHash: sha256(document?.text ?? ''), document: 'Ferry' }], now });
  expect(await kept()).toContain('All of Market.');
  expect(await kept()).not.toContain('All of Ferry.');
});

test('known questions that quote it go with it, and no others', async () => {
  const asked = (document: string, answer: string) =>
    parser().asked({
      path: `asked/${document}.yaml`,
      bytes: Buffer.from(`- answer: ${answer}\n  asked: [what is it]\n`),
    });
  await asked('ferry', 'The ferry is a secret.');
  await asked('market', 'The market is open.');
  await used(now);
  await tidyCache(dir, { withdrawn: [{ textHash: 'gone', document: 'ferry' }], now });
  expect(await kept()).toContain('The market is open.');
  expect(await kept()).not.toContain('The ferry is a secret.');
});

test('what was not used for a month goes; what was read again in that time stays', async () => {
  await read('Ferry');
  await read('Market');
  await used(daysAgo(31));
  await read('Market');
  await tidyCache(dir, { withdrawn: [], now });
  expect(await kept()).toContain('All of Market.');
  expect(await kept()).not.toContain('All of Ferry.');
});

test('beyond the bytes what was not used for the longest time goes', async () => {
  await read('Ferry');
  await used(daysAgo(2));
  await read('Market');
  const bytes = Buffer.byteLength(await kept()) - 1;
  await tidyCache(dir, { withdrawn: [], now, bounds: { days: 30, bytes: bytes - 2 } });
  expect(await kept()).toContain('All of Market.');
  expect(await kept()).not.toContain('All of Ferry.');
});

test('files of other names stay, and a folder that is not there is empty', async () => {
  await writeFile(join(dir, 'vectors.bin'), 'x');
  await used(daysAgo(99));
  await tidyCache(dir, { withdrawn: [], now });
  expect(await readdir(dir)).toEqual(['vectors.bin']);
  await tidyCache(join(dir, 'none'), { withdrawn: [], now });
});
