import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/store/open.js';
import type { StoredDocument } from '../../../src/store/store.js';
import { draftOf, note, textsOf } from '../notes.js';
import type { StoreBench } from './bench.js';

const MINUTE = 60_000;

/** How a store keeps within bounds. */
export function growth(bench: StoreBench): void {
  async function stored(): Promise<{ documents: number; originals: number; lists: number }> {
    const count = async (table: string) => (await bench.database.rows(`select hash from ${table}`)).length;
    return {
      documents: await count('documents'),
      originals: await count('originals'),
      lists: await count('known_questions'),
    };
  }

  describe('a discarded draft', () => {
    test('takes with it what only it had', async () => {
      await bench.publishNotes('shared', note('live', 'Live.'));
      await draftOf(bench.store, 'guild:1', 0, [note('theirs', 'Theirs.')], ['theirs']);
      const documents = [note('live', 'Live.'), note('theirs', 'Theirs.'), note('only', 'Only here.')];
      const before = await stored();
      const draft = await draftOf(bench.store, 'guild:2', 0, documents, ['only']);
      expect(await bench.store.discardDraft(draft)).toBe(true);
      expect(await stored()).toEqual(before);
      expect(await textsOf(bench.store, 'shared', 1)).toEqual(['Live.']);
    });

    test('leaves what is put for another that is not saved yet', async () => {
      const draft = await draftOf(bench.store, 'guild:1', 0, [note('a', 'Alpha.')]);
      bench.pass(MINUTE);
      const [key] = await bench.store.putDocuments([note('a', 'Alpha.')]);
      await bench.store.discardDraft(draft);
      expect(await stored()).toMatchObject({ documents: 1, originals: 1 });
      const entry = { id: 'a', passages: 1, origin: null, ...(key ?? { hash: '', original: null }) };
      const saved = { collection: 'guild:2', base: 0, author: 'mod', preview: {} } as const;
      await bench.store.saveDraft({ ...saved, glossary: null, knownQuestions: null }, [entry]);
    });

    test('goes however many documents it has', async () => {
      const many = Array.from({ length: 600 }, (_, number) => note(`n${number}`, `Number ${number}.`));
      await bench.store.discardDraft(await draftOf(bench.store, 'guild:1', 0, many));
      expect(await stored()).toEqual({ documents: 0, originals: 0, lists: 0 });
    });
  });

  describe('letting go', () => {
    /** A document whose file is so large that nothing else counts beside it. */
    function large(id: string, text: string, kilobytes = 10): StoredDocument {
      return {
        ...note(id, text),
        original: { path: `${id}.pdf`, bytes: Buffer.alloc(kilobytes * 1_000, text) },
      };
    }
    const roomFor = (files: number) => files * 10_000 + 5_000;
    const all = { bytes: Number.POSITIVE_INFINITY, drafts: 10, revisions: 10 };

    test('drops what the oldest revisions hold, until what is left is within the bytes', async () => {
      for (const text of ['One.', 'Two.', 'Three.', 'Four.'])
        await bench.publishNotes('guild:1', large('a', text));
      expect(await bench.store.letGo('guild:1', { ...all, bytes: roomFor(4) })).toEqual({
        drafts: 0,
        revisions: [],
      });
      expect(await bench.store.letGo('guild:1', { ...all, bytes: roomFor(3) })).toEqual({
        drafts: 0,
        revisions: [1],
      });
      expect(await stored()).toMatchObject({ documents: 3, originals: 3 });
      expect(await textsOf(bench.store, 'guild:1', 1)).toEqual([]);
      expect(await textsOf(bench.store, 'guild:1', 2)).toEqual(['Two.']);
      // The history goes on naming it.
      expect(await bench.store.revision('guild:1', 1)).toMatchObject({
        isKept: false,
        report: { why: 'test' },
      });
      expect((await bench.store.revisions('guild:1', 9)).map(({ isKept }) => isKept)).toEqual([
        true,
        true,
        true,
        false,
      ]);
      // What is live and the one before stay, however large they are: the last change can be undone.
      expect(await bench.store.letGo('guild:1', { ...all, bytes: 0 })).toMatchObject({ revisions: [2] });
      expect(await bench.store.letGo('guild:1', { ...all, bytes: 0 })).toMatchObject({ revisions: [] });
      expect(await textsOf(bench.store, 'guild:1', 3)).toEqual(['Three.']);
      expect(await textsOf(bench.store, 'guild:1', 4)).toEqual(['Four.']);
    });

    test('counts once what several revisions have, and leaves what another collection or a draft has', async () => {
      await bench.publishNotes('guild:1', large('a', 'Same.'), large('b', 'One.'));
      await bench.publishNotes('guild:1', large('a', 'Same.'), large('b', 'Two.'));
      await bench.publishNotes('guild:1', large('a', 'Same.'), large('b', 'Three.'));
      await bench.publishNotes('guild:2', large('b', 'One.'));
      expect(await bench.store.letGo('guild:1', { ...all, bytes: roomFor(4) })).toMatchObject({
        revisions: [],
      });
      const draft = await draftOf(bench.store, 'guild:1', 3, [large('b', 'Two.')]);
      expect(await bench.store.letGo('guild:1', { ...all, bytes: roomFor(3) })).toEqual({
        drafts: 0,
        revisions: [1],
      });
      expect(await textsOf(bench.store, 'guild:2', 1)).toEqual(['One.']);
      expect(await bench.store.publish(draft, 'mod', {})).toEqual({ kind: 'published', revision: 4 });
      expect(await textsOf(bench.store, 'guild:1', 4)).toEqual(['Two.']);
    });

    test('drops the oldest drafts first, and never the one that was just saved', async () => {
      await bench.publishNotes('guild:1', large('a', 'One.'));
      await bench.publishNotes('guild:1', large('a', 'Two.'));
      await bench.publishNotes('guild:1', large('a', 'Three.'));
      const drafts: string[] = [];
      for (const text of ['Old.', 'Newer.', 'Newest.'])
        drafts.push(await draftOf(bench.store, 'guild:1', 3, [large('a', text)]));
      const left = () => Promise.all(drafts.map(async (id) => (await bench.store.draft(id)) !== undefined));
      // Without a number of revisions they are left alone, and only what drafts have counts: a preview drops nothing that
      // was published, and a long history is no reason to drop previews.
      expect(await bench.store.letGo('guild:1', { bytes: roomFor(3), drafts: 10 }, drafts[2])).toEqual({
        drafts: 0,
        revisions: [],
      });
      const saved = drafts[2];
      expect(await bench.store.letGo('guild:1', { bytes: 0, drafts: 10 }, saved)).toEqual({
        drafts: 2,
        revisions: [],
      });
      expect(await left()).toEqual([false, false, true]);
      expect(await stored()).toMatchObject({ documents: 4, originals: 4 });
      expect(await bench.store.letGo('guild:1', { ...all, bytes: roomFor(3) })).toEqual({
        drafts: 0,
        revisions: [1],
      });
    });

    test('keeps so many drafts and revisions at most, in the shared collection too', async () => {
      for (const list of [['one'], ['two'], ['three']]) {
        const base = await bench.store.liveRevision('shared');
        await bench.store.publish(
          await draftOf(bench.store, 'shared', base, [note('a', 'Alpha.')], list),
          'host',
          {},
        );
      }
      for (const text of ['B.', 'C.', 'D.']) {
        await draftOf(bench.store, 'shared', 3, [note('a', text)]);
        bench.pass(MINUTE);
      }
      const most = { bytes: Number.POSITIVE_INFINITY, drafts: 2, revisions: 2 };
      expect(await bench.store.letGo('shared', most)).toEqual({ drafts: 1, revisions: [1] });
      // The lists of known questions go with the revisions.
      expect(await stored()).toEqual({ documents: 3, originals: 3, lists: 2 });
      expect(await bench.store.knownQuestions('shared', 1)).toBeNull();
      expect(await bench.store.knownQuestions('shared', 3)).toEqual(['three']);
    });

    test('leaves what is put for a draft that is not saved yet, whether a draft or a revision had it before', async () => {
      await bench.publishNotes('guild:1', note('a', 'In a revision.'));
      await bench.publishNotes('guild:1', note('b', 'Two.'));
      await bench.publishNotes('guild:1', note('b', 'Three.'));
      await draftOf(bench.store, 'guild:1', 3, [note('a', 'In a draft.')]);
      bench.pass(MINUTE);
      const again = [note('a', 'In a revision.'), note('c', 'In a draft.'), note('a', 'In a draft.')];
      const other = await bench.open();
      const keys = await other.putDocuments(again);
      expect(await bench.store.letGo('guild:1', { ...all, drafts: 0, revisions: 2 })).toEqual({
        drafts: 1,
        revisions: [1],
      });
      const saved = { base: 0, author: 'mod', preview: {}, glossary: null, knownQuestions: null } as const;
      for (const [number, key] of keys.entries()) {
        const entry = { id: `${number}`, passages: 1, origin: null, ...key };
        await other.saveDraft({ ...saved, collection: 'guild:2' }, [entry]);
        expect(await other.original(key)).toBeDefined();
      }
    });

    test('never drops the draft that was just saved, also where the clock of another process is ahead', async () => {
      const behind = await openStore(bench.database.url, () => new Date(bench.now.getTime() - MINUTE));
      await draftOf(bench.store, 'guild:1', 0, [note('a', 'Old.')]);
      const saved = await draftOf(behind, 'guild:1', 0, [note('a', 'New.')]);
      expect(await behind.letGo('guild:1', { bytes: 0, drafts: 10 }, saved)).toMatchObject({ drafts: 1 });
      expect(await behind.draft(saved)).toBeDefined();
      await behind.close();
    });

    test('of a collection without anything does nothing', async () => {
      expect(await bench.store.letGo('guild:9', { bytes: 0, drafts: 0, revisions: 0 })).toEqual({
        drafts: 0,
        revisions: [],
      });
    });
  });

  test('of the history of each collection the newest 5,000 entries stay', async () => {
    for (const collection of ['guild:1', 'guild:2', 'shared'])
      await bench.database.run(`
        with recursive numbers (number) as (select 1 union all select number + 1 from numbers where number < 5600)
        insert into audit (at, collection, actor, action, detail)
        select '2026-01-01T00:00:00.000Z', '${collection}', 'mod', 'settings', '' || number from numbers
        where number <= ${collection === 'guild:2' ? 5_000 : 5_600}`);
    expect(await bench.store.purge()).toMatchObject({ history: 1_200 });
    for (const [collection, newest] of [
      ['guild:1', 5_600],
      ['guild:2', 5_000],
      ['shared', 5_600],
    ] as const) {
      const history = await bench.store.history(collection, 9_999);
      expect(history.map(({ detail }) => detail)).toEqual(
        Array.from({ length: 5_000 }, (_, position) => newest - position),
      );
    }
    expect(await bench.store.purge()).toMatchObject({ history: 0 });
  });

  describe('the questions of a server', () => {
    test('are 5,000 at most: for one more, the one goes that was not asked for the longest time', async () => {
      const asked = '2026-02-01T00:00:00.000Z';
      await bench.store.recordQuestion('1', 'Oldest?', 'none');
      await bench.store.recordThumb('2', 'Of another server?', 'ann', { verdict: 'answered', isUp: true });
      await bench.database.run(`update questions set last_at = '2026-01-01T00:00:00.000Z'`);
      await bench.database.run(`
        with recursive numbers (number) as (select 1 union all select number + 1 from numbers where number < 4999)
        insert into questions (id, guild, key, text, unanswered, unsure, first_at, last_at, dismissed, salt)
        select 'q' || number, '1', 'question ' || number, 'Question ' || number, 0, 0, '${asked}', '${asked}', 0, '' from numbers`);
      const oldest = async () =>
        (await bench.database.rows(`select id from questions where text = 'Oldest?'`)).length;
      // Asked again, it is no new one.
      await bench.store.recordQuestion('1', 'Question 7', 'none');
      expect(await oldest()).toBe(1);
      await bench.store.recordQuestion('1', 'New?', 'none');
      await bench.store.recordThumb('1', 'Newer?', 'ann', { verdict: 'answered', isUp: true });
      expect(await oldest()).toBe(0);
      expect(await bench.database.rows(`select id from questions where guild = '1'`)).toHaveLength(5_000);
      const first = await bench.store.questions('1', 3);
      expect(first.map(({ text }) => text).sort()).toEqual(['New?', 'Newer?', 'Question 7']);
      expect(await bench.store.questions('2', 10)).toHaveLength(1);

      const many = Array.from({ length: 50 }, (_, number) => `Also new: ${number}?`);
      const again = Array.from({ length: 50 }, (_, number) => `Question ${4_000 + number}`);
      await Promise.all(
        [...many, ...again].map((question) => bench.store.recordQuestion('1', question, 'none')),
      );
      expect(await bench.database.rows(`select id from questions where guild = '1'`)).toHaveLength(5_000);
      const newest = await bench.store.questions('1', 110);
      expect(newest.map(({ text }) => text)).toEqual(expect.arrayContaining([...many, ...again, 'New?']));
    });
  });
}
