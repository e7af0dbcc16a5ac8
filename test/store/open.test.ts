import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBackend, openStore } from '../../src/store/open.js';

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

test('a store that is closed in the middle of a transaction has ended it, and others can write', async () => {
  const url = `file:${join(folder, 'bot.db')}`;
  // At each step of one, as far as they can be told apart from outside.
  for (let steps = 0; steps < 60; steps += 1) {
    const store = await openStore(url);
    const written = store.recordQuestion('1', 'Who?', 'none').catch(() => {});
    for (let step = 0; step < steps; step += 1) await Promise.resolve();
    await Promise.all([store.close(), written]);
    const backend = await openBackend(url);
    await backend.db.transaction().execute(async () => {});
    await backend.close();
  }
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

describe.skipIf(process.platform === 'win32')('what the database holds is the owner’s alone', () => {
  async function modes(place: string): Promise<Record<string, string>> {
    const names = ['.', ...(await readdir(place))];
    const found = names.map(async (name) => [
      name,
      ((await stat(join(place, name))).mode & 0o777).toString(8),
    ]);
    return Object.fromEntries(await Promise.all(found));
  }
  const closed = {
    '.': '700',
    'bot.db': '600',
    'bot.db.key': '600',
    'bot.db-shm': '600',
    'bot.db-wal': '600',
  };

  test('from the moment that it is made', async () => {
    const data = join(folder, 'data');
    const store = await openStore(`file:${join(data, 'bot.db')}`);
    await store.recordQuestion('1', 'Who?', 'none');
    expect(await modes(data)).toEqual(closed);
    await store.close();
  });

  test('also where an earlier release let others read it', async () => {
    const data = join(folder, 'data');
    const first = await openStore(`file:${join(data, 'bot.db')}`);
    await first.recordQuestion('1', 'Who?', 'none');
    await chmod(data, 0o755);
    for (const name of ['bot.db', 'bot.db-wal', 'bot.db-shm']) await chmod(join(data, name), 0o644);
    const second = await openStore(`file:${join(data, 'bot.db')}`);
    expect(await modes(data)).toEqual(closed);
    await Promise.all([first.close(), second.close()]);
  });

  test('and a folder that holds other things stays as it is: its modes are for another to choose', async () => {
    await writeFile(join(folder, 'notes.txt'), 'Mine.', { mode: 0o644 });
    await chmod(folder, 0o755);
    const store = await openStore(`file:${join(folder, 'bot.db')}`);
    expect(await modes(folder)).toMatchObject({ '.': '755', 'notes.txt': '644', 'bot.db': '600' });
    await store.close();
  });
});
