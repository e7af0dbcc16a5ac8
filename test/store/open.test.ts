import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-open-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test.each(['a/b/bot.db', 'with space/ü.db'])('the file %s is made with its folder', async (path) => {
  const file = join(folder, path);
  for (const url of [`file:${file}`, pathToFileURL(file).href]) {
    const store = await openStore(url);
    await store.recordQuestion('1', 'Who?', 'none');
    await store.close();
  }
  const store = await openStore(`file:${file}`);
  expect(await store.questions('1', 10)).toMatchObject([{ unanswered: 2 }]);
  await store.close();
});

test('a file that is not a database is refused and left as it is', async () => {
  const file = join(folder, 'notes.db');
  await writeFile(file, 'These are my notes, which nobody should lose to a database. '.repeat(100));
  await expect(openStore(`file:${file}`)).rejects.toThrow('file is not a database');
});

test('a folder where the file should be is refused', async () => {
  await expect(openStore(`file:${folder}`)).rejects.toThrow(/unable to open|Unable to open/);
});

test('a folder that cannot be made is refused, at once', async () => {
  await writeFile(join(folder, 'notes'), '');
  await expect(openStore(`file:${folder}/notes/data/bot.db`)).rejects.toThrow('notes');
  if (process.platform === 'linux')
    await expect(openStore('file:/proc/a/b/bot.db')).rejects.toThrow('ENOENT');
});

test('a server that is not there is refused', async () => {
  await expect(openStore('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow('ECONNREFUSED');
});

test('a URL of another kind is refused', async () => {
  await expect(openStore('mysql://localhost/bot')).rejects.toThrow('file: or postgres:');
});
