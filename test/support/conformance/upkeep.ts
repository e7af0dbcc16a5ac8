import { describe, expect, test } from 'vitest';
import type { LiveRevision } from '../../../src/store/store.js';
import { draftOf, note, textsOf } from '../notes.js';
import type { StoreBench } from './bench.js';

const DAY = 24 * 60 * 60 * 1_000;

/** What a store does as time goes by, and beside other processes. */
export function upkeep(bench: StoreBench): void {
  describe('what is kept for a while', () => {
    test('a draft runs out after a day, and documents that nobody refers to go with it', async () => {
      const id = await draftOf(bench.store, 'shared', 0, [note('a', 'Alpha.'), note('b', 'Beta.')]);
      await bench.publishNotes('guild:1', note('b', 'Beta.'));
      bench.pass(DAY - 1);
      expect(await bench.store.purge()).toMatchObject({ drafts: 0, documents: 0 });
      expect(await bench.store.draft(id)).toBeDefined();
      bench.pass(1);
      expect(await bench.store.draft(id)).toBeUndefined();
      expect(await bench.store.publish(id, 'moderator', {})).toEqual({ kind: 'gone' });
      expect(await bench.store.purge()).toMatchObject({ drafts: 1, documents: 1 });
      expect(await textsOf(bench.store, 'guild:1', 1)).toEqual(['Beta.']);
    });

    test('a document that is put again is fresh again', async () => {
      await bench.store.putDocuments([note('a', 'Alpha.')]);
      bench.pass(DAY);
      await bench.store.putDocuments([note('a', 'Alpha.')]);
      expect(await bench.store.purge()).toMatchObject({ documents: 0 });
    });

    test('a question goes 90 days after it was last asked, with its thumbs', async () => {
      await bench.store.recordQuestion('1', 'Who?', 'none');
      await bench.store.recordThumb('1', 'Who?', 'ann', { verdict: 'answered', isUp: true });
      bench.pass(90 * DAY - 1);
      expect(await bench.store.purge()).toMatchObject({ questions: 0 });
      bench.pass(1);
      expect(await bench.store.purge()).toMatchObject({ questions: 1 });
      expect(await bench.store.forgetMember('ann')).toEqual({ thumbs: 0, reports: 0 });
    });
  });

  describe('change notices', () => {
    test('a publish is told in its own process before it is answered, and in another soon', async () => {
      const here: LiveRevision[] = [];
      bench.store.watch((change) => here.push(change));
      const other = await bench.open();
      const there = new Promise<LiveRevision>((resolve) => {
        other.watch(resolve);
      });
      await bench.publishNotes('shared', note('a', 'Alpha.'));
      expect(here).toEqual([{ collection: 'shared', revision: 1 }]);
      expect(await there).toEqual({ collection: 'shared', revision: 1 });
    });

    test('so are settings: that they may be others', async () => {
      let here = 0;
      bench.store.watchSettings(() => {
        here += 1;
      });
      const other = await bench.open();
      let told = () => {};
      const next = () =>
        new Promise<void>((resolve) => {
          told = resolve;
        });
      // What was set before it looked for the first time, it cannot know.
      const first = next();
      other.watchSettings(() => told());
      await first;
      const there = next();
      const before = here;
      await bench.store.saveSettings('1', { answersPrivate: true });
      expect(here).toBeGreaterThan(before);
      await there;
    });

    test('a takedown and the deletion of a server are changes too', async () => {
      await bench.publishNotes('shared', note('a', 'Alpha.'));
      await bench.publishNotes('guild:1', note('b', 'Beta.'));
      const changes: LiveRevision[] = [];
      bench.store.watch((change) => changes.push(change));
      await bench.store.takedown({ collection: 'shared', document: 'a', why: 'asked', by: 'host' });
      await bench.store.guildLeft('1');
      bench.pass(30 * DAY);
      await bench.store.purge();
      expect(changes).toEqual([
        { collection: 'shared', revision: 2 },
        { collection: 'guild:1', revision: 2 },
      ]);
    });

    test('what was published between opening and watching is told, and nothing after the watch has ended', async () => {
      const other = await bench.open();
      await bench.publishNotes('shared', note('a', 'Alpha.'));
      const changes: LiveRevision[] = [];
      await new Promise<void>((resolve) => {
        const end = other.watch((change) => {
          changes.push(change);
          end();
          resolve();
        });
      });
      const later = new Promise<void>((resolve) => {
        other.watch(({ collection }) => collection === 'guild:1' && resolve());
      });
      await bench.publishNotes('shared', note('a', 'Alpha, revised.'));
      await bench.publishNotes('guild:1', note('b', 'Beta.'));
      await later;
      expect(changes).toEqual([{ collection: 'shared', revision: 1 }]);
    });
  });

  test('everything is there when the database is opened again', async () => {
    await bench.publishNotes('shared', note('a', 'Alpha.'));
    const draft = await draftOf(bench.store, 'shared', 1, [note('a', 'Alpha, revised.')]);
    await bench.store.recordAction({
      collection: 'shared',
      actor: 'moderator',
      action: 'refresh',
      detail: null,
    });
    await bench.store.close();
    bench.store = await bench.open();
    expect(await textsOf(bench.store, 'shared', 1)).toEqual(['Alpha.']);
    expect((await bench.store.history('shared', 1))[0]).toMatchObject({
      action: 'refresh',
      actor: 'moderator',
      at: bench.now,
    });
    expect(await bench.store.publish(draft, 'moderator', {})).toEqual({ kind: 'published', revision: 2 });
  });
}
