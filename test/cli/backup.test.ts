import { copyFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUpTo, restoreFrom } from '../../src/cli/backup.js';
import { knowledgeTerminal as words } from '../../src/copy/knowledge-terminal.js';
import { backUp } from '../../src/store/backup.js';
import { KEPT_TABLES, PASSING_TABLES } from '../../src/store/backup-format.js';
import { migrate, migrations } from '../../src/store/migrations.js';
import { openStore } from '../../src/store/open.js';
import { createSession } from '../../src/store/session.js';
import type { Store } from '../../src/store/store.js';
import { databaseKinds, type FreshDatabase, freshSqlite } from '../support/databases.js';
import { attachment, drafted, firstExcerpt, setUp } from '../support/knowledge-base.js';
import { draftOf, note, textsOf } from '../support/notes.js';
import { written } from '../support/released-schemas.js';

// What a host keeps apart, and what there is again when it was brought back.

const { refused } = words.backup;
const question = 'When does the ferry to the island leave?';
const dropping: (() => Promise<void>)[] = [];
let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(folder, 'backup.gz');
});

afterEach(async () => {
  for (const drop of dropping.splice(0)) await drop();
  await rm(folder, { recursive: true, force: true });
});

async function empty(fresh = freshSqlite): Promise<FreshDatabase> {
  const database = await fresh();
  dropping.push(database.drop);
  return database;
}

async function onStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(url);
  return work(store).finally(() => store.close());
}

const available = databaseKinds.flatMap(({ name, fresh }) => (fresh ? [{ name, fresh }] : []));
/** From each to the other, where there are two. */
const crossing = available.map((from, at) => {
  const to = available[1 - at] ?? from;
  return { from, to, name: `${from.name} → ${to.name}` };
});
const ways = available.flatMap((from) =>
  available.map((to) => ({ from, to, name: `${from.name} → ${to.name}` })),
);

describe.each(ways)('$name', ({ from, to }) => {
  test('a bot on what was restored answers as the one before, and knows all that it knew', async () => {
    const bench = await setUp(from.fresh);
    dropping.push(bench.end);
    await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at noon.\n');
    await bench.write('secret.md', '# Secret\n\nThe mayor keeps the key below the mat.\n');
    const library = await bench.open();
    const addition = attachment('bakery.md', '# Bakery\n\nThe bakery sells bread from six.\n');
    const added = await library.add({ collection: 'guild:1', by: 'mod' }, addition);
    await library.publish(drafted(added), 'mod');
    await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at nine.\n');
    await library.publish(drafted(await library.refresh({ collection: 'shared', by: 'host' })), 'host');
    await library.takedown('shared', 'secret', 'a private matter', 'host');
    await library.saveSettings('1', { answersPrivate: true }, 'mod');
    await library.noteQuestion('1', {}, 'Who is the mayor?', 'none');
    await library.noteThumb('1', {}, question, 'ann', { verdict: 'answered', isUp: true });

    // The bot is running.
    expect(await backUpTo(bench.databaseUrl, file)).toMatchObject({
      said: expect.stringContaining('4 revisions'),
    });
    const target = await empty(to.fresh);
    expect(await restoreFrom(target.url, file)).toMatchObject({
      said: expect.stringContaining('4 revisions'),
    });

    const again = await setUp(async () => ({ ...target, drop: async () => {} }));
    dropping.push(again.end);
    const restored = await again.open();
    expect(await firstExcerpt(restored, '1', question)).toBe('The ferry to the island leaves at nine.');
    expect(await restored.documents('guild:1')).toEqual(await library.documents('guild:1'));
    for (const collection of ['shared', 'guild:1'] as const) {
      expect(await restored.revisions(collection, 9)).toEqual(await library.revisions(collection, 9));
      const history = (of: typeof library) =>
        of.history(collection, 99).then((all) => all.map(({ id, ...entry }) => entry));
      expect(await history(restored)).toEqual(await history(library));
    }
    expect(await restored.settings('1')).toEqual({ answersPrivate: true });
    expect(await restored.questions('1')).toEqual(await library.questions('1'));
    const files = async (of: typeof library) => {
      const all = [];
      for await (const { file: one } of of.export('guild:1'))
        all.push([one.path, Buffer.from(one.bytes).toString()]);
      return all;
    };
    expect(await files(restored)).toEqual(await files(library));
    // What was withdrawn stays so, and the next revision goes on from the last.
    await again.write('secret.md', '# Secret\n\nThe mayor keeps the key below the mat.\n');
    const { preview } = drafted(await restored.refresh({ collection: 'shared', by: 'host' }));
    expect(preview.problems).toContainEqual({ file: 'secret', kind: 'withdrawn' });
  });
});

describe.each(crossing)('$name', ({ from, to }) => {
  test.each(migrations.map((_, index) => index + 1))('of schema version %i', async (version) => {
    const source = await empty(from.fresh);
    const kind = databaseKinds.find(({ name }) => name === from.name) ?? expect.fail('no kind');
    const backend = await kind.open(source.url);
    await migrate(
      createSession(backend, () => new Date()),
      version,
    );
    for (const statement of written[version] ?? []) await sql.raw(statement).execute(backend.db);
    await backend.close();
    expect(await backUpTo(source.url, file)).toHaveProperty('said');
    // It is backed up as it is: who does not like the new release goes back.
    expect(await source.rows('select version from schema_version')).toEqual([{ version }]);
    const target = await empty(to.fresh);
    expect(await restoreFrom(target.url, file)).toHaveProperty('said');
    await onStore(target.url, async (store) => {
      expect(await textsOf(store, 'shared', 1)).toEqual(['Alpha.']);
      expect(await store.questions('1', 10)).toMatchObject([{ text: 'Who?', unanswered: 3 }]);
      expect(await store.settings('1')).toEqual({ questionLog: true });
      const draft = await draftOf(store, 'shared', 1, [note('a', 'Beta.')]);
      expect(await store.publish(draft, 'host', {})).toEqual({ kind: 'published', revision: 2 });
      expect(await store.history('shared', 9)).toHaveLength(1);
    });
  });
});

test.each(available)(
  'what is published while it is made is not in it by half, on $name',
  async ({ fresh }) => {
    const source = await empty(fresh);
    await onStore(source.url, async (store) => {
      await store.publish(await draftOf(store, 'shared', 0, [note('a', 'Alpha.')]), 'host', {});
      const lines: string[] = [];
      await backUp(source.url, async (line) => {
        if (lines.length === 0)
          await store.publish(await draftOf(store, 'shared', 1, [note('a', 'Beta.')]), 'host', {});
        lines.push(line);
      });
      await writeFile(file, gzipSync(`${lines.join('\n')}\n`));
    });
    const target = await empty();
    expect(await restoreFrom(target.url, file)).toHaveProperty('said');
    await onStore(target.url, async (store) => {
      expect(await store.collections()).toEqual([{ collection: 'shared', revision: 1 }]);
      expect(await textsOf(store, 'shared', 1)).toEqual(['Alpha.']);
    });
  },
);

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')?.fresh;

test.skipIf(!postgres)(
  'neither command leaves a connection open, and so waits for it at its end',
  async () => {
    const [source, target] = [await empty(postgres), await empty(postgres)];
    await onStore(source.url, async (store) => {
      await store.publish(await draftOf(store, 'shared', 0, [note('a', 'Alpha.')]), 'host', {});
    });
    expect(await backUpTo(source.url, file)).toHaveProperty('said');
    expect(await restoreFrom(target.url, file)).toHaveProperty('said');
    for (const database of [source, target]) {
      const open = () =>
        database.rows(
          `select pid from pg_stat_activity
         where application_name = current_setting('application_name') and pid <> pg_backend_pid()`,
        );
      await expect.poll(open).toEqual([]);
    }
  },
);

describe('a backup', () => {
  let source: FreshDatabase;

  beforeEach(async () => {
    source = await empty();
    await onStore(source.url, async (store) => {
      await store.publish(
        await draftOf(store, 'shared', 0, [note('a', 'Alpha.'), note('b', 'Beta.')]),
        'host',
        {},
      );
    });
    await backUpTo(source.url, file);
  });

  /** The file with other lines, and what a restore says of it. */
  async function changed(change: (text: string) => string) {
    const other = join(folder, 'changed.gz');
    await writeFile(other, gzipSync(change(gunzipSync(await readFile(file)).toString())));
    const target = await empty();
    const outcome = await restoreFrom(target.url, other);
    // Nothing of it is there.
    expect(await onStore(target.url, (store) => store.collections())).toEqual([]);
    return outcome;
  }

  test('is the owner’s alone, and takes the place of no other file', async () => {
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    const before = await readFile(file);
    expect(await backUpTo(source.url, file)).toEqual({ refused: words.backup.exists(file) });
    expect(await readFile(file)).toEqual(before);
  });

  test('is brought back into a database that keeps nothing, and into no other', async () => {
    expect(await restoreFrom(source.url, file)).toEqual({ refused: refused['not-empty'] });
    expect(await onStore(source.url, (store) => textsOf(store, 'shared', 1))).toEqual(['Alpha.', 'Beta.']);
    const target = await empty();
    // One that was opened and never used keeps nothing.
    await (await openStore(target.url)).close();
    expect(await restoreFrom(target.url, file)).toHaveProperty('said');
  });

  test('that is not whole, or other than it was, is brought back in no part', async () => {
    const cutOff = join(folder, 'cut.gz');
    await copyFile(file, cutOff);
    await writeFile(cutOff, (await readFile(file)).subarray(0, -20));
    expect(await restoreFrom((await empty()).url, cutOff)).toEqual({ refused: refused.damaged });
    const damaged = { refused: refused.damaged };
    expect(await changed((text) => text.replace('Alpha.', 'Alqha.'))).toEqual(damaged);
    expect(await changed((text) => text.replace(/\["originals".*\n/, ''))).toEqual(damaged);
    expect(await changed((text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1))).toEqual(
      damaged,
    );
    expect(await changed((text) => text.replace('["collections"', '["nobody"'))).toEqual(damaged);
  });

  test('of a later release, or no backup at all, is said to be that', async () => {
    const none = { refused: refused['no-backup'] };
    expect(await changed((text) => text.replace(/"schema":\d+/, '"schema":999'))).toEqual({
      refused: refused['too-new'],
    });
    expect(await changed(() => '{"some":"thing"}\n')).toEqual(none);
    const notes = join(folder, 'notes.txt');
    await writeFile(notes, 'My notes.');
    expect(await restoreFrom((await empty()).url, notes)).toEqual(none);
  });

  test('of a database that is not there is none, and makes none', async () => {
    const missing = join(folder, 'missing.db');
    expect(await backUpTo(`file:${missing}`, join(folder, 'b.gz'))).toEqual({
      refused: words.backup.nothing,
    });
    await expect(stat(missing)).rejects.toThrow('ENOENT');
  });

  test('that cannot be written or read is said to be so', async () => {
    const nowhere = join(folder, 'nowhere', 'b.gz');
    expect(await backUpTo(source.url, nowhere)).toEqual({ refused: expect.stringContaining('ENOENT') });
    expect(await restoreFrom((await empty()).url, nowhere)).toEqual({
      refused: expect.stringContaining('ENOENT'),
    });
  });

  test('has every table, but what is of no use later', async () => {
    const rows = await source.rows("select name from sqlite_master where type = 'table' order by name");
    const names = rows
      .map((row) => (row as { name: string }).name)
      .filter((name) => !name.startsWith('sqlite_'));
    const known = [...KEPT_TABLES.map(({ name }) => name), ...PASSING_TABLES, 'schema_version'];
    expect(names).toEqual(known.sort());
  });
});
