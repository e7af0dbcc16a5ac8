import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { databaseKinds, type FreshDatabase, onServer } from '../support/databases.js';
import { draftOf, note, textsOf } from '../support/notes.js';

// On PostgreSQL transactions go on beside each other: what one process publishes, another may be about to drop.

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')?.fresh;

describe.skipIf(!postgres)('a draft that is dropped while it is published', () => {
  const now = new Date('2026-03-01T12:00:00.000Z');
  let database: FreshDatabase;
  let here: Store;
  let there: Store;
  let draft: string;

  beforeEach(async () => {
    database = (await postgres?.()) ?? expect.fail('no database');
    here = await openStore(database.url, () => now);
    there = await openStore(database.url, () => new Date('2026-03-02T12:00:00.000Z'));
    draft = await draftOf(here, 'shared', 0, [note('a', 'Alpha.')]);
  });

  afterEach(async () => {
    await Promise.all([here.close(), there.close()]);
    await database.drop();
  });

  const drops: [by: string, drop: () => Promise<unknown>][] = [
    ['a moderator who discards it', () => there.discardDraft(draft)],
    ['the bound on drafts', () => there.letGo('shared', { bytes: 0, drafts: 0 })],
    ['the end of its day', () => there.purge()],
  ];

  test.each(drops)('by %s before it has its turn is gone', async (_, drop) => {
    const release = await hold("update collections set revision = revision where name = 'shared'");
    const publishing = here.publish(draft, 'mod', {});
    await untilWaiting(1);
    await drop();
    await release();
    expect(await publishing).toEqual({ kind: 'gone' });
    expect(await here.liveRevision('shared')).toBe(0);
  });

  test.each(drops)('by %s during it is published whole', async (_, drop) => {
    // The history is written when the revision is there and does not have its documents yet.
    const release = await hold('lock table audit in exclusive mode');
    const publishing = here.publish(draft, 'mod', {});
    await untilWaiting(1);
    let isDropped = false;
    const dropping = drop().finally(() => {
      isDropped = true;
    });
    await untilWaiting(2, () => isDropped);
    await release();
    expect(await publishing).toEqual({ kind: 'published', revision: 1 });
    await dropping;
    expect(await textsOf(here, 'shared', 1)).toEqual(['Alpha.']);
  });

  /** Has a lock until what is returned is called. */
  async function hold(statement: string): Promise<() => Promise<void>> {
    const client = new pg.Client(database.url);
    await client.connect();
    await client.query('begin');
    await client.query(statement);
    return async () => {
      await client.query('commit');
      await client.end();
    };
  }

  /** Resolves when so many transactions wait for locks, or there is no need to wait any more. */
  async function untilWaiting(many: number, isOver = () => false): Promise<void> {
    await expect
      .poll(async () => {
        const rows = await onServer(
          database.url,
          `select pid from pg_stat_activity where wait_event_type = 'Lock'
           and application_name = current_setting('application_name')`,
        );
        return isOver() || rows.length === many;
      })
      .toBe(true);
  }
});
