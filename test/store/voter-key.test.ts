import { createHmac } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Thumb } from '../../src/store/logged-question.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { databaseKinds, type FreshDatabase, freshSqlite } from '../support/databases.js';

// Moderators see how often an answer helped, and not who said so; neither does whoever has a copy of the database.

const SECRET = 'MTI5.Gx.token-of-the-bot';
const up: Thumb = { verdict: 'answered', isUp: true };
const down: Thumb = { verdict: 'answered', isUp: false };
const stores: Store[] = [];
let database: FreshDatabase;

async function open(secret?: string): Promise<Store> {
  const store = await openStore(database.url, undefined, secret);
  stores.push(store);
  return store;
}

const thumbsOf = async (store: Store) => (await store.questions('1', 10))[0]?.thumbs.answered;

/** How earlier releases hashed a member: with what stands beside the hash. */
const unkeyed = (salt: string, member: string) => createHmac('sha256', salt).update(member).digest('hex');

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await database.drop();
});

for (const { name, fresh } of databaseKinds) {
  describe.skipIf(!fresh)(`on ${name}`, () => {
    beforeEach(async () => {
      database = (await fresh?.()) ?? expect.fail('no database');
    });

    test('who knows the database and all members does not know who gave a thumb', async () => {
      await (await open(SECRET)).recordThumb('1', 'Who?', 'ann', up);
      const rows = (await database.rows(
        'select voter, salt from thumbs join questions on questions.id = thumbs.question',
      )) as { voter: string; salt: string }[];
      expect(rows).toHaveLength(1);
      for (const { voter, salt } of rows) expect(voter).not.toContain(unkeyed(salt, 'ann'));
    });

    test('a member has one thumb on an answer, also after a restart and in another process', async () => {
      const [here, there] = [await open(SECRET), await open(SECRET)];
      await here.recordThumb('1', 'Who?', 'ann', up);
      await there.recordThumb('1', 'Who?', 'ann', down);
      expect(await thumbsOf(here)).toEqual({ up: 0, down: 1 });
      expect(await (await open(SECRET)).forgetMember('ann')).toMatchObject({ thumbs: 1 });
    });

    test('thumbs of an earlier release stay one a member, who can remove them', async () => {
      const old = await open(SECRET);
      await old.recordQuestion('1', 'Who?', 'none');
      const [row] = (await database.rows('select id, salt from questions')) as { id: string; salt: string }[];
      for (const member of ['ann', 'ben'])
        await database.run(
          `insert into thumbs values ('${row?.id}', '${unkeyed(row?.salt ?? '', member)}', 1, 'answered')`,
        );
      const store = await open(SECRET);
      const voters = JSON.stringify(await database.rows('select voter from thumbs'));
      expect(voters).not.toContain(unkeyed(row?.salt ?? '', 'ann'));
      await store.recordThumb('1', 'Who?', 'ann', down);
      expect(await thumbsOf(store)).toEqual({ up: 1, down: 1 });
      expect(await store.forgetMember('ben')).toMatchObject({ thumbs: 1 });
    });
  });
}

describe('the key of an SQLite database', () => {
  beforeEach(async () => {
    database = await freshSqlite();
  });

  const file = () => database.url.slice('file:'.length);

  test('is a file beside it that its owner alone can read, made once', async () => {
    await Promise.all([open(), open(), open()]);
    const key = await readFile(`${file()}.key`);
    expect(key).toHaveLength(32);
    expect((await stat(`${file()}.key`)).mode & 0o777).toBe(0o600);
    const others = (await readdir(dirname(file()))).filter((name) => name.includes('.key'));
    expect(others).toEqual([`${basename(file())}.key`]);
    await open();
    expect(await readFile(`${file()}.key`)).toEqual(key);
  });

  test('does not change with the token of the bot', async () => {
    await (await open('one')).recordThumb('1', 'Who?', 'ann', up);
    expect(await (await open('another')).forgetMember('ann')).toMatchObject({ thumbs: 1 });
  });
});
