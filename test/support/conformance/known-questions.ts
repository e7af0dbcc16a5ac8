import { describe, expect, test } from 'vitest';
import type { CollectionName, Json, Publishing, StoredDocument } from '../../../src/store/store.js';
import { draftOf, note } from '../notes.js';
import type { StoreBench } from './bench.js';

const DAY = 24 * 60 * 60 * 1_000;

/** What a store does with known questions, which are a part of revisions and quote documents. */
export function knownQuestions(bench: StoreBench): void {
  describe('known questions', () => {
    const asked = (question: string, ...answers: readonly (readonly [document: string, text: string])[]) => ({
      question,
      answers: answers.map(([document, text]) => ({ document, text })),
    });
    const who = asked('Who?', ['a', 'Alpha.']);
    const what = asked('What?', ['b', 'Beta.']);

    async function publishAsked(
      collection: CollectionName,
      knownQuestions: Json,
      ...documents: readonly StoredDocument[]
    ): Promise<Publishing> {
      const base = await bench.store.liveRevision(collection);
      return bench.store.publish(
        await draftOf(bench.store, collection, base, documents, knownQuestions),
        'host',
        {},
      );
    }

    async function rows(): Promise<number> {
      const counted = await bench.database.rows('select hash from known_questions');
      return counted.length;
    }

    test('are part of a revision, and kept once for all that have the same', async () => {
      const odd = asked('谁 \u0000 \ud800 “quoted” 🙂?', ['a', "Alpha's."]);
      await publishAsked('shared', [who, odd], note('a', 'Alpha.'));
      await publishAsked('shared', [who, odd], note('a', 'Alpha, revised.'));
      await publishAsked('guild:1', [who, odd], note('a', 'Alpha.'));
      await publishAsked('shared', null, note('a', 'Alpha.'));
      expect(await bench.store.knownQuestions('shared', 1)).toEqual([who, odd]);
      expect(await bench.store.knownQuestions('shared', 2)).toEqual([who, odd]);
      expect(await bench.store.knownQuestions('guild:1', 1)).toEqual([who, odd]);
      expect(await bench.store.knownQuestions('shared', 3)).toBeNull();
      expect(await bench.store.knownQuestions('shared', 4)).toBeNull();
      expect(await rows()).toBe(1);
    });

    test('that no revision and no draft has are removed after a day', async () => {
      await publishAsked('shared', [who], note('a', 'Alpha.'));
      await draftOf(bench.store, 'shared', 1, [note('a', 'Alpha.')], [what]);
      bench.pass(DAY - 1);
      await draftOf(bench.store, 'shared', 1, [note('a', 'Alpha.')], [who, what]);
      expect(await bench.store.purge()).toMatchObject({ drafts: 0, knownQuestions: 0 });
      bench.pass(1);
      expect(await bench.store.purge()).toMatchObject({ drafts: 1, knownQuestions: 1 });
      expect(await rows()).toBe(2);
      expect(await bench.store.knownQuestions('shared', 1)).toEqual([who]);
    });

    test('that are put again are fresh again', async () => {
      const first = await draftOf(bench.store, 'shared', 0, [note('a', 'Alpha.')], [who]);
      bench.pass(DAY - 1);
      const second = await draftOf(bench.store, 'shared', 0, [note('a', 'Alpha.')], [who]);
      await bench.store.discardDraft(first);
      bench.pass(1);
      expect(await bench.store.purge()).toMatchObject({ knownQuestions: 0 });
      expect(await bench.store.publish(second, 'host', {})).toEqual({ kind: 'published', revision: 1 });
      expect(await bench.store.knownQuestions('shared', 1)).toEqual([who]);
    });

    test('of a server go with it', async () => {
      await publishAsked('guild:1', [who]);
      await publishAsked('guild:1', [who, what]);
      await draftOf(bench.store, 'guild:1', 2, [], [what]);
      await bench.store.guildLeft('1');
      bench.pass(30 * DAY);
      expect(await bench.store.purge()).toMatchObject({ guilds: ['1'], knownQuestions: 3 });
      expect(await bench.store.knownQuestions('guild:1', 3)).toBeNull();
      expect(await rows()).toBe(0);
    });

    test('that quote a withdrawn text are taken out of every revision, and the others stay', async () => {
      const both = asked('Which?', ['a', 'Alpha.'], ['b', 'Beta.']);
      const older = asked('Which was it?', ['a', 'First.']);
      await publishAsked('shared', [older], note('a', 'First.'));
      await publishAsked('shared', [who, what, both], note('a', 'Alpha.'), note('b', 'Beta.'));
      await publishAsked('shared', [what], note('a', 'Alpha.'), note('b', 'Beta.'));
      await publishAsked('shared', [who, what], note('b', 'Beta.'));
      expect(await takeDownA()).toEqual({ entries: 3, published: [{ collection: 'shared', revision: 5 }] });
      expect(await bench.store.knownQuestions('shared', 1)).toBeNull();
      expect(await bench.store.knownQuestions('shared', 2)).toEqual([what, asked('Which?', ['b', 'Beta.'])]);
      expect(await bench.store.knownQuestions('shared', 3)).toEqual([what]);
      expect(await bench.store.knownQuestions('shared', 4)).toEqual([what]);
      // The new revision keeps what is left of those of the one before.
      expect(await bench.store.knownQuestions('shared', 5)).toEqual([what]);
      const kept = await bench.database.rows('select questions from known_questions');
      expect(JSON.stringify(kept)).not.toMatch(/Alpha|First/);
    });

    test('of servers that quote it go too, with a new revision where they are live', async () => {
      const copied = asked('Who copied?', ['server/copy', 'Alpha.']);
      const rewritten = asked('Who wrote?', ['server/copy', 'Another.']);
      const namesake = asked('Who said so?', ['b', 'Alpha.']);
      await bench.publishNotes('shared', note('a', 'Alpha.'), note('b', 'Alpha. And beta.'));
      await publishAsked('guild:1', [who, what]);
      await publishAsked('guild:2', [what]);
      await publishAsked('guild:3', [copied], note('server/copy', 'Alpha.'));
      await publishAsked('guild:3', [rewritten, namesake], note('server/copy', 'Another.'));
      expect((await takeDownA()).published).toEqual([
        { collection: 'guild:1', revision: 2 },
        { collection: 'shared', revision: 2 },
      ]);
      expect(await bench.store.knownQuestions('guild:1', 1)).toEqual([what]);
      expect(await bench.store.knownQuestions('guild:1', 2)).toEqual([what]);
      expect(await bench.store.knownQuestions('guild:2', 1)).toEqual([what]);
      expect(await bench.store.knownQuestions('guild:3', 1)).toBeNull();
      // Another document, or another text of the same one, may say what it says.
      expect(await bench.store.knownQuestions('guild:3', 2)).toEqual([rewritten, namesake]);
    });

    test('that quote it in a draft take the draft with them', async () => {
      await bench.publishNotes('shared', note('a', 'Alpha.'));
      const quoting = await draftOf(bench.store, 'guild:1', 0, [], [who, what]);
      const other = await draftOf(bench.store, 'guild:1', 0, [], [what]);
      await bench.store.discardDraft(await draftOf(bench.store, 'guild:1', 0, [], [who]));
      await takeDownA();
      expect(await bench.store.draft(quoting)).toBeUndefined();
      expect(await bench.store.publish(other, 'mod', {})).toEqual({ kind: 'published', revision: 1 });
      const kept = await bench.database.rows('select questions from known_questions');
      expect(JSON.stringify(kept)).not.toContain('Alpha');
    });

    test('that quote it in a draft made meanwhile are not published, unless the document has another text', async () => {
      await bench.publishNotes('shared', note('a', 'Alpha.'), note('b', 'Beta.'));
      await takeDownA();
      // Read before the takedown, saved after it.
      const quoting = await draftOf(bench.store, 'guild:1', 0, [], [who, what]);
      expect(await bench.store.publish(quoting, 'mod', {})).toEqual({ kind: 'withdrawn', documents: ['a'] });
      await bench.publishNotes('shared', note('a', 'Another.'), note('b', 'Beta.'));
      expect(await bench.store.publish(quoting, 'mod', {})).toEqual({ kind: 'published', revision: 1 });
    });

    function takeDownA() {
      return bench.store.takedown({ collection: 'shared', document: 'a', why: 'asked', by: 'host' });
    }
  });
}
