import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/documents/document.js';
import { documentHash } from '../../../src/store/documents.js';
import type { StoredDocument } from '../../../src/store/store.js';
import { draftOf, note, textsOf } from '../notes.js';
import type { StoreBench } from './bench.js';

const nothing = { hash: '', original: null };

/** What a store does with documents and the revisions that they are published in. */
export function revisions(bench: StoreBench): void {
  describe('documents', () => {
    test('come back equal in every field, with their file byte by byte', async () => {
      // A NUL, half a surrogate pair and bytes that are not UTF-8: what JSON and the databases treat apart.
      const odd = note('odd/名字', 'Ascend 昇腾 \u0000 \ud800 “quoted” 🙂');
      const stored = { ...odd, original: { path: 'odd.txt', bytes: Uint8Array.of(0, 255, 128, 10) } };
      const [key = nothing] = await bench.store.putDocuments([stored]);
      const found = [];
      for await (const one of bench.store.documents([key.hash])) found.push(one);
      expect(found).toEqual([{ hash: key.hash, document: stored.document }]);
      expect(await bench.store.original(key)).toEqual(stored.original);
    });

    test('have one hash when they are equal in every field', async () => {
      const [first] = await bench.store.putDocuments([note('a', 'Same.')]);
      const put = [note('a', 'Same.'), note('a', 'Other.'), note('a', 'Same.')];
      const [second, third, fourth] = await bench.store.putDocuments(put);
      expect([second, fourth]).toEqual([first, first]);
      expect(third).not.toBe(first);
      expect(first?.hash).toBe(documentHash(note('a', 'Same.').document));
    });

    test('that read the same keep the file that each was read from', async () => {
      const page = (script: string): StoredDocument => ({
        ...note('minutes', 'Decided.'),
        original: {
          path: 'minutes.html',
          bytes: new TextEncoder().encode(`<script>${script}</script><p>Decided.</p>`),
        },
      });
      const [theirs = nothing, ours = nothing] = [
        ...(await bench.store.putDocuments([page('theirs()')])),
        ...(await bench.store.putDocuments([page('ours()'), page('ours()')])),
      ];
      expect(ours.hash).toBe(theirs.hash);
      expect(await bench.store.original(ours)).toEqual(page('ours()').original);
      expect(await bench.store.original(theirs)).toEqual(page('theirs()').original);
      const json = Buffer.byteLength(JSON.stringify(note('minutes', 'Decided.').document));
      const files = [page('ours()'), page('theirs()')].map(({ original }) => original.bytes.length);
      expect(await bench.store.sizeOf([ours, theirs])).toBe(json + (files[0] ?? 0) + (files[1] ?? 0));
      expect(await bench.store.sizeOf([ours])).toBe(json + (files[0] ?? 0));
    });

    test('are read in full when there are many, and large ones among them', async () => {
      const many = Array.from({ length: 700 }, (_, number) =>
        note(`n${number}`, number % 100 === 0 ? 'x'.repeat(200_000) : `Number ${number}.`),
      );
      const hashes = (await bench.store.putDocuments(many)).map(({ hash }) => hash);
      const found = new Map<string, Document>();
      for await (const { hash, document } of bench.store.documents(hashes)) found.set(hash, document);
      expect(hashes.map((hash) => found.get(hash))).toEqual(many.map(({ document }) => document));
    });

    test('that were never stored are left out', async () => {
      const found = [];
      for await (const one of bench.store.documents(['no such hash'])) found.push(one);
      expect(found).toEqual([]);
      expect(await bench.store.original({ hash: 'no such hash', original: 'nor file' })).toBeUndefined();
    });
  });

  describe('publishing', () => {
    test('before the first revision there is nothing', async () => {
      expect(await bench.store.liveRevision('shared')).toBe(0);
      expect(await bench.store.collections()).toEqual([]);
      expect(await bench.store.revision('shared', 1)).toBeUndefined();
      expect(await bench.store.revisions('shared', 10)).toEqual([]);
      expect(await bench.store.entries('shared', 1)).toEqual([]);
    });

    test('makes the draft the next revision, with its documents in order', async () => {
      await bench.publishNotes('shared', note('b', 'Beta.'), note('a', 'Alpha.'));
      expect(await bench.publishNotes('shared', note('a', 'Alpha, revised.'), note('c', 'Gamma.'))).toEqual({
        kind: 'published',
        revision: 2,
      });
      expect(await textsOf(bench.store, 'shared', 1)).toEqual(['Beta.', 'Alpha.']);
      expect(await textsOf(bench.store, 'shared', 2)).toEqual(['Alpha, revised.', 'Gamma.']);
      expect(await bench.store.revision('shared', 2)).toEqual({
        collection: 'shared',
        number: 2,
        publishedBy: 'moderator',
        publishedAt: bench.now,
        report: { why: 'test' },
        isKept: true,
      });
    });

    test('a draft is a preview only, until it is published', async () => {
      const id = await draftOf(bench.store, 'shared', 0, [note('a', 'Alpha.')]);
      expect(await bench.store.liveRevision('shared')).toBe(0);
      expect(await bench.store.draft(id)).toEqual({
        id,
        collection: 'shared',
        base: 0,
        author: 'moderator',
        createdAt: bench.now,
        preview: { added: 1 },
      });
      expect(await bench.store.draftEntries(id)).toEqual([
        {
          id: 'a',
          hash: expect.any(String),
          original: expect.any(String),
          passages: 1,
          origin: { kind: 'folder' },
        },
      ]);
    });

    test('a draft is published once', async () => {
      const id = await draftOf(bench.store, 'shared', 0, [note('a', 'Alpha.')]);
      await bench.store.publish(id, 'moderator', {});
      expect(await bench.store.publish(id, 'moderator', {})).toEqual({ kind: 'gone' });
      expect(await bench.store.draft(id)).toBeUndefined();
      expect(await bench.store.liveRevision('shared')).toBe(1);
    });

    test('a discarded draft is gone', async () => {
      const id = await draftOf(bench.store, 'shared', 0, [note('a', 'Alpha.')]);
      expect(await bench.store.discardDraft(id)).toBe(true);
      expect(await bench.store.discardDraft(id)).toBe(false);
      expect(await bench.store.publish(id, 'moderator', {})).toEqual({ kind: 'gone' });
    });

    test('a draft of a revision that is not live any more is stale, and nothing changes', async () => {
      const early = await draftOf(bench.store, 'shared', 0, [note('a', 'Early.')]);
      await bench.publishNotes('shared', note('a', 'First.'));
      await bench.publishNotes('shared', note('a', 'Second.'));
      expect(await bench.store.publish(early, 'moderator', {})).toEqual({
        kind: 'stale',
        base: 0,
        current: 2,
      });
      expect(await textsOf(bench.store, 'shared', 2)).toEqual(['Second.']);
      expect(await bench.store.draft(early)).toBeDefined();
    });

    test('of many who publish at once from several processes, one succeeds and the others are stale', async () => {
      const stores = [bench.store, await bench.open(), await bench.open()];
      const of = (number: number) => stores[number % stores.length] ?? bench.store;
      const drafts = await Promise.all(
        Array.from({ length: 9 }, (_, number) =>
          draftOf(of(number), 'shared', 0, [note('a', `Version ${number}.`)]),
        ),
      );
      const results = await Promise.all(
        drafts.map((draft, number) => of(number).publish(draft, 'moderator', { number })),
      );
      const winner = results.findIndex(({ kind }) => kind === 'published');
      expect(results.toSpliced(winner, 1)).toEqual(Array(8).fill({ kind: 'stale', base: 0, current: 1 }));
      expect(await textsOf(bench.store, 'shared', 1)).toEqual([`Version ${winner}.`]);
      expect((await bench.store.revision('shared', 1))?.report).toEqual({ number: winner });
    });

    test('a revision keeps the glossary it was published with, also when a takedown follows', async () => {
      const glossary = { entities: [], synonyms: [['curbs', 'sanctions']] };
      const [key = nothing] = await bench.store.putDocuments([note('a', 'Alpha.')]);
      const entry = { id: 'a', ...key, passages: 1, origin: null };
      const draft = {
        collection: 'shared',
        base: 0,
        author: 'host',
        preview: {},
        glossary,
        knownQuestions: null,
      } as const;
      await bench.store.publish((await bench.store.saveDraft(draft, [entry])).id, 'host', {});
      await bench.publishNotes('shared', note('a', 'Alpha.'));
      expect(await bench.store.glossary('shared', 1)).toEqual(glossary);
      expect(await bench.store.glossary('shared', 2)).toBeNull();
      await bench.store.publish((await bench.store.saveDraft({ ...draft, base: 2 }, [entry])).id, 'host', {});
      await bench.store.takedown({ collection: 'shared', document: 'a', why: 'asked', by: 'host' });
      expect(await bench.store.glossary('shared', 4)).toEqual(glossary);
    });

    test('collections have their own lines of revisions', async () => {
      await bench.publishNotes('shared', note('a', 'For all.'));
      await bench.publishNotes('guild:1', note('a', 'For one.'));
      await bench.publishNotes('guild:1', note('a', 'For one, revised.'));
      expect(await bench.store.collections()).toEqual([
        { collection: 'guild:1', revision: 2 },
        { collection: 'shared', revision: 1 },
      ]);
      expect(await textsOf(bench.store, 'shared', 1)).toEqual(['For all.']);
    });

    test('revisions and history are paged, newest first', async () => {
      for (const word of ['One', 'Two', 'Three']) await bench.publishNotes('shared', note('a', `${word}.`));
      const numbers = async (limit: number, before?: number) =>
        (await bench.store.revisions('shared', limit, before)).map(({ number }) => number);
      expect(await numbers(2)).toEqual([3, 2]);
      expect(await numbers(2, 2)).toEqual([1]);
      const history = await bench.store.history('shared', 2);
      expect(history.map(({ action, detail }) => [action, detail])).toEqual([
        ['publish', { revision: 3 }],
        ['publish', { revision: 2 }],
      ]);
      const rest = await bench.store.history('shared', 2, history.at(-1)?.id);
      expect(rest.map(({ detail }) => detail)).toEqual([{ revision: 1 }]);
    });
  });
}
