import { describe, expect, test } from 'vitest';
import { textHash } from '../../../src/store/documents.js';
import type { StoredDocument } from '../../../src/store/store.js';
import { draftOf, note, textsOf } from '../notes.js';
import type { StoreBench } from './bench.js';

/** What a store does when a text is withdrawn. */
export function takedowns(bench: StoreBench): void {
  describe('takedown', () => {
    const request = {
      collection: 'shared',
      document: 'a',
      why: 'asked by the publisher',
      by: 'host',
    } as const;

    test('withdraws every version of the document from every revision, and serves the rest', async () => {
      await bench.publishNotes('shared', note('a', 'First.'), note('b', 'Beta.'));
      await bench.publishNotes('shared', note('a', 'Second.'), note('b', 'Beta.'));
      expect(await bench.store.takedown(request)).toEqual({
        entries: 2,
        published: [{ collection: 'shared', revision: 3 }],
      });
      expect(await textsOf(bench.store, 'shared', 1)).toEqual(['(withdrawn)', 'Beta.']);
      expect(await textsOf(bench.store, 'shared', 2)).toEqual(['(withdrawn)', 'Beta.']);
      expect(await textsOf(bench.store, 'shared', 3)).toEqual(['Beta.']);
      // Entries stay, with their number of passages: ids in old messages keep their meaning.
      const entries = await bench.store.entries('shared', 1);
      expect(entries.map(({ id, passages }) => [id, passages])).toEqual([
        ['a', 1],
        ['b', 1],
      ]);
      for (const entry of [...entries, ...(await bench.store.entries('shared', 2))])
        expect((await bench.store.original(entry)) === undefined).toBe(entry.id === 'a');
      expect((await bench.store.withdrawals()).map(({ document, why }) => [document, why])).toEqual([
        ['a', request.why],
        ['a', request.why],
      ]);
    });

    test('reaches the same text in other collections and under other names', async () => {
      await bench.publishNotes('shared', note('a', 'The text.'));
      await bench.publishNotes('guild:1', note('copy', 'The text.'), note('own', 'Another.'));
      expect(await bench.store.takedown(request)).toEqual({
        entries: 2,
        published: [
          { collection: 'guild:1', revision: 2 },
          { collection: 'shared', revision: 2 },
        ],
      });
      expect(await textsOf(bench.store, 'guild:1', 2)).toEqual(['Another.']);
      expect(await textsOf(bench.store, 'shared', 2)).toEqual([]);
    });

    test('leaves none of the files that read the same, and takes none for a text that was withdrawn', async () => {
      const file = (bytes: string): StoredDocument => ({
        ...note('a', 'The text.'),
        original: { path: 'a.html', bytes: Buffer.from(bytes) },
      });
      await bench.publishNotes('shared', file('<p>The text.</p>'));
      await bench.publishNotes('guild:1', file('<div>The text.</div>'));
      await bench.store.takedown(request);
      await bench.store.putDocuments([file('<p>The text.</p>'), file('<b>The text.</b>')]);
      expect(await bench.database.rows('select hash from originals')).toEqual([]);
    });

    test('the text cannot come back, in a draft from before or after', async () => {
      await bench.publishNotes('shared', note('a', 'The text.'));
      const before = await draftOf(bench.store, 'guild:1', 0, [note('a', 'The text.')]);
      await bench.store.takedown(request);
      expect(await bench.store.publish(before, 'moderator', {})).toEqual({ kind: 'gone' });
      const after = await draftOf(bench.store, 'guild:1', 0, [
        note('fine', 'Fine.'),
        note('other name', 'The text.'),
      ]);
      expect(await bench.store.publish(after, 'moderator', {})).toEqual({
        kind: 'withdrawn',
        documents: ['other name'],
      });
      expect(await bench.store.liveRevision('guild:1')).toBe(0);
      const [withdrawal] = await bench.store.withdrawals();
      expect(withdrawal?.textHash).toBe(textHash(note('any', 'The text.').document));
    });

    test('of a document that was never published does nothing', async () => {
      await bench.publishNotes('shared', note('b', 'Beta.'));
      expect(await bench.store.takedown(request)).toEqual({ entries: 0, published: [] });
      expect(await bench.store.withdrawals()).toEqual([]);
      expect(await bench.store.liveRevision('shared')).toBe(1);
    });
  });
}
