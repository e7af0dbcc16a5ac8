import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextRound } from 'node:timers/promises';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { readConfig, SetupError } from '../../src/config.js';
import { openHostLibrary } from '../../src/open-library.js';
import { createParsers } from '../../src/parsing/parsers.js';
import { attachment, drafted, setUp } from '../support/knowledge-base.js';

test('what a server may hold is in the settings of the host', async () => {
  const { folder, write, end } = await setUp();
  await write('ferry.md', '# Ferry\n\nThe ferry leaves at noon.\n');
  const settings = { KNOWLEDGE_DIR: folder, DATABASE_URL: `file:${folder}/.bot.db`, SERVER_DOCUMENTS: '1' };
  const parsers = createParsers();
  const library = await openHostLibrary({
    config: readConfig(settings),
    cacheDir: `${folder}/.cache`,
    parsers,
    onEvent: () => {},
  });
  const request = { collection: 'guild:1', by: 'mod' } as const;
  const add = (name: string) =>
    library.add(request, attachment(`${name}.md`, `# ${name}\n\nThis is ${name}.\n`));
  await library.publish(drafted(await add('club')), 'mod');
  expect(await add('harbour')).toEqual({ kind: 'over-limit', limit: 'documents', most: 1, wanted: 2 });
  await library.close();
  await parsers.close();
  await end();
});

/** Whether long work is under way: between two of its turns it waits for the event loop to come round. */
async function isAtWork(): Promise<boolean> {
  for (let round = 0; round < 20; round += 1) {
    await nextRound();
    if (process.getActiveResourcesInfo().includes('Immediate')) return true;
  }
  return false;
}

test('known questions are read ahead when it is told to, and not while the bot is still to be connected or answers', async () => {
  const { folder, write, end } = await setUp();
  const sentences = Array.from({ length: 400 }, (_, at) => `Boat ${at} leaves for the harbour.`);
  await write('boats.md', `# Boats\n\n${sentences.join('\n\n')}\n`);
  const asked = sentences.map((answer, at) => `- { answer: ${answer}, asked: [Boat ${at}?] }`);
  await write('asked/boats.yaml', `${asked.join('\n')}\n`);
  const parsers = createParsers();
  const library = await openHostLibrary({
    config: readConfig({ KNOWLEDGE_DIR: folder, DATABASE_URL: `file:${folder}/.bot.db` }),
    cacheDir: `${folder}/.cache`,
    parsers,
    onEvent: () => {},
  });
  expect((await library.current(null)).known.questions).toHaveLength(400);
  // What the start leaves to be done; had it read them already, there would be nothing to do below.
  while (await isAtWork());
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  library.readAhead(() => answered);
  expect(await isAtWork()).toBe(false);
  answer();
  expect(await isAtWork()).toBe(true);
  await library.close();
  await parsers.close();
  await end();
});

/** A host's library over a folder with one document, and what is kept beside it. */
async function openHost() {
  const { folder, write, end } = await setUp();
  await write('ferry.md', '# Ferry\n\nThe ferry leaves at noon.\n');
  const parsers = createParsers();
  const [database, cacheDir] = [`${folder}/.bot.db`, `${folder}/.cache`];
  const open = () =>
    openHostLibrary({
      config: readConfig({ KNOWLEDGE_DIR: folder, DATABASE_URL: `file:${database}` }),
      cacheDir,
      parsers,
      onEvent: () => {},
    });
  const finish = async () => {
    await parsers.close();
    await end();
  };
  return { open, database, cacheDir, end: finish };
}

test('a text that is withdrawn is not in the cache of what was read of the folder any more', async () => {
  const host = await openHost();
  const library = await host.open();
  const cached = async () => {
    const names = await readdir(host.cacheDir);
    return (await Promise.all(names.map((name) => readFile(join(host.cacheDir, name), 'utf8')))).join();
  };
  expect(await cached()).toContain('The ferry leaves at noon.');
  await library.takedown('shared', 'ferry', 'asked', 'host');
  expect(await cached()).not.toContain('The ferry leaves at noon.');
  await library.close();
  await host.end();
});

test('what was read is kept when the bot is connected, and a text that is withdrawn is not in it any more', async () => {
  const host = await openHost();
  const library = await host.open();
  const place = join(host.cacheDir, 'readings.bin');
  const kept = () => readFile(place, 'latin1').catch(() => '');
  expect(await kept()).toBe('');
  library.readAhead(async () => {});
  await expect.poll(kept).toContain('"ferri"');
  await library.takedown('shared', 'ferry', 'asked', 'host');
  expect(await kept()).not.toContain('"ferri"');
  await expect.poll(kept).toContain('"texts":[]');
  await library.close();
  await host.end();
});

test.each([
  [
    'a page of its file',
    "pragma writable_schema = on; update sqlite_master set rootpage = 9999 where name = 'revisions'",
  ],
  ['a row', "update revisions set report = '{', glossary = '{'"],
])('a database that is damaged in %s ends the start with what to do', async (_, damage) => {
  const host = await openHost();
  await (await host.open()).close();
  const database = new Database(host.database);
  database.exec(damage);
  database.close();
  const problem = await host.open().then(
    () => expect.fail('started'),
    (error: unknown) => error,
  );
  expect(problem).toBeInstanceOf(SetupError);
  expect((problem as SetupError).message).toMatch(
    /^DATABASE_URL: .*(?:damaged|cannot be read|cannot be opened).*\.$|restore FILE$/,
  );
  await host.end();
});

test('what is removed by time ends without a word when the library is closed, however soon', async () => {
  const { folder, write, end } = await setUp();
  await write('ferry.md', '# Ferry\n\nThe ferry leaves at noon.\n');
  const parsers = createParsers();
  const events: string[] = [];
  const library = await openHostLibrary({
    config: readConfig({ KNOWLEDGE_DIR: folder, DATABASE_URL: `file:${folder}/.bot.db` }),
    cacheDir: `${folder}/.cache`,
    parsers,
    onEvent: ({ kind }) => events.push(kind),
  });
  await library.close();
  while (await isAtWork());
  expect(events).not.toContain('failed');
  await parsers.close();
  await end();
});
