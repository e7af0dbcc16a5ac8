import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import { documentHash, textHash } from '../../src/store/documents.js';
import { openStore } from '../../src/store/open.js';
import type {
  CollectionName,
  Json,
  LiveRevision,
  Publishing,
  Store,
  StoredDocument,
} from '../../src/store/store.js';
import type { FreshDatabase } from './databases.js';
import { draftOf, note, textsOf } from './notes.js';

const DAY = 24 * 60 * 60 * 1_000;

/** What every backend does alike. */
export function storeConformance(fresh: () => Promise<FreshDatabase>): void {
  let database: FreshDatabase;
  let store: Store;
  let now: Date;
  const opened: Store[] = [];

  /** A store on the same database, as another process would have. */
  async function open(): Promise<Store> {
    const another = await openStore(database.url, () => now);
    opened.push(another);
    return another;
  }

  async function publishNotes(
    collection: CollectionName,
    ...documents: readonly StoredDocument[]
  ): Promise<Publishing> {
    const base = await store.liveRevision(collection);
    return store.publish(await draftOf(store, collection, base, documents), 'moderator', { why: 'test' });
  }

  function pass(ms: number): void {
    now = new Date(now.getTime() + ms);
  }

  beforeEach(async () => {
    now = new Date('2026-03-01T12:00:00.000Z');
    database = await fresh();
    store = await open();
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
    await database.drop();
  });

  describe('documents', () => {
    test('come back equal in every field, with their file byte by byte', async () => {
      // A NUL, half a surrogate pair and bytes that are not UTF-8: what JSON and the databases treat apart.
      const odd = note('odd/名字', 'Ascend 昇腾 \u0000 \ud800 “quoted” 🙂');
      const stored = { ...odd, original: { path: 'odd.txt', bytes: Uint8Array.of(0, 255, 128, 10) } };
      const [hash = ''] = await store.putDocuments([stored]);
      const found = [];
      for await (const one of store.documents([hash])) found.push(one);
      expect(found).toEqual([{ hash, document: stored.document }]);
      expect(await store.original(hash)).toEqual(stored.original);
    });

    test('have one hash when they are equal in every field', async () => {
      const [first] = await store.putDocuments([note('a', 'Same.')]);
      const put = [note('a', 'Same.'), note('a', 'Other.'), note('a', 'Same.')];
      const [second, third, fourth] = await store.putDocuments(put);
      expect([second, fourth]).toEqual([first, first]);
      expect(third).not.toBe(first);
      expect(first).toBe(documentHash(note('a', 'Same.').document));
    });

    test('are read in full when there are many, and large ones among them', async () => {
      const many = Array.from({ length: 700 }, (_, number) =>
        note(`n${number}`, number % 100 === 0 ? 'x'.repeat(200_000) : `Number ${number}.`),
      );
      const hashes = await store.putDocuments(many);
      const found = new Map<string, Document>();
      for await (const { hash, document } of store.documents(hashes)) found.set(hash, document);
      expect(hashes.map((hash) => found.get(hash))).toEqual(many.map(({ document }) => document));
    });

    test('that were never stored are left out', async () => {
      const found = [];
      for await (const one of store.documents(['no such hash'])) found.push(one);
      expect(found).toEqual([]);
      expect(await store.original('no such hash')).toBeUndefined();
    });
  });

  describe('publishing', () => {
    test('before the first revision there is nothing', async () => {
      expect(await store.liveRevision('shared')).toBe(0);
      expect(await store.collections()).toEqual([]);
      expect(await store.revision('shared', 1)).toBeUndefined();
      expect(await store.revisions('shared', 10)).toEqual([]);
      expect(await store.entries('shared', 1)).toEqual([]);
    });

    test('makes the draft the next revision, with its documents in order', async () => {
      await publishNotes('shared', note('b', 'Beta.'), note('a', 'Alpha.'));
      expect(await publishNotes('shared', note('a', 'Alpha, revised.'), note('c', 'Gamma.'))).toEqual({
        kind: 'published',
        revision: 2,
      });
      expect(await textsOf(store, 'shared', 1)).toEqual(['Beta.', 'Alpha.']);
      expect(await textsOf(store, 'shared', 2)).toEqual(['Alpha, revised.', 'Gamma.']);
      expect(await store.revision('shared', 2)).toEqual({
        collection: 'shared',
        number: 2,
        publishedBy: 'moderator',
        publishedAt: now,
        report: { why: 'test' },
      });
    });

    test('a draft is a preview only, until it is published', async () => {
      const id = await draftOf(store, 'shared', 0, [note('a', 'Alpha.')]);
      expect(await store.liveRevision('shared')).toBe(0);
      expect(await store.draft(id)).toEqual({
        id,
        collection: 'shared',
        base: 0,
        author: 'moderator',
        createdAt: now,
        preview: { added: 1 },
      });
      expect(await store.draftEntries(id)).toEqual([
        { id: 'a', hash: expect.any(String), passages: 1, origin: { kind: 'folder' } },
      ]);
    });

    test('a draft is published once', async () => {
      const id = await draftOf(store, 'shared', 0, [note('a', 'Alpha.')]);
      await store.publish(id, 'moderator', {});
      expect(await store.publish(id, 'moderator', {})).toEqual({ kind: 'gone' });
      expect(await store.draft(id)).toBeUndefined();
      expect(await store.liveRevision('shared')).toBe(1);
    });

    test('a discarded draft is gone', async () => {
      const id = await draftOf(store, 'shared', 0, [note('a', 'Alpha.')]);
      expect(await store.discardDraft(id)).toBe(true);
      expect(await store.discardDraft(id)).toBe(false);
      expect(await store.publish(id, 'moderator', {})).toEqual({ kind: 'gone' });
    });

    test('a draft of a revision that is not live any more is stale, and nothing changes', async () => {
      const early = await draftOf(store, 'shared', 0, [note('a', 'Early.')]);
      await publishNotes('shared', note('a', 'First.'));
      await publishNotes('shared', note('a', 'Second.'));
      expect(await store.publish(early, 'moderator', {})).toEqual({ kind: 'stale', base: 0, current: 2 });
      expect(await textsOf(store, 'shared', 2)).toEqual(['Second.']);
      expect(await store.draft(early)).toBeDefined();
    });

    test('of many who publish at once from several processes, one succeeds and the others are stale', async () => {
      const stores = [store, await open(), await open()];
      const of = (number: number) => stores[number % stores.length] ?? store;
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
      expect(await textsOf(store, 'shared', 1)).toEqual([`Version ${winner}.`]);
      expect((await store.revision('shared', 1))?.report).toEqual({ number: winner });
    });

    test('a revision keeps the glossary it was published with, also when a takedown follows', async () => {
      const glossary = { entities: [], synonyms: [['curbs', 'sanctions']] };
      const [hash = ''] = await store.putDocuments([note('a', 'Alpha.')]);
      const entry = { id: 'a', hash, passages: 1, origin: null };
      const draft = {
        collection: 'shared',
        base: 0,
        author: 'host',
        preview: {},
        glossary,
        knownQuestions: null,
      } as const;
      await store.publish((await store.saveDraft(draft, [entry])).id, 'host', {});
      await publishNotes('shared', note('a', 'Alpha.'));
      expect(await store.glossary('shared', 1)).toEqual(glossary);
      expect(await store.glossary('shared', 2)).toBeNull();
      await store.publish((await store.saveDraft({ ...draft, base: 2 }, [entry])).id, 'host', {});
      await store.takedown({ collection: 'shared', document: 'a', why: 'asked', by: 'host' });
      expect(await store.glossary('shared', 4)).toEqual(glossary);
    });

    test('collections have their own lines of revisions', async () => {
      await publishNotes('shared', note('a', 'For all.'));
      await publishNotes('guild:1', note('a', 'For one.'));
      await publishNotes('guild:1', note('a', 'For one, revised.'));
      expect(await store.collections()).toEqual([
        { collection: 'guild:1', revision: 2 },
        { collection: 'shared', revision: 1 },
      ]);
      expect(await textsOf(store, 'shared', 1)).toEqual(['For all.']);
    });

    test('revisions and history are paged, newest first', async () => {
      for (const word of ['One', 'Two', 'Three']) await publishNotes('shared', note('a', `${word}.`));
      const numbers = async (limit: number, before?: number) =>
        (await store.revisions('shared', limit, before)).map(({ number }) => number);
      expect(await numbers(2)).toEqual([3, 2]);
      expect(await numbers(2, 2)).toEqual([1]);
      const history = await store.history('shared', 2);
      expect(history.map(({ action, detail }) => [action, detail])).toEqual([
        ['publish', { revision: 3 }],
        ['publish', { revision: 2 }],
      ]);
      const rest = await store.history('shared', 2, history.at(-1)?.id);
      expect(rest.map(({ detail }) => detail)).toEqual([{ revision: 1 }]);
    });
  });

  describe('takedown', () => {
    const request = {
      collection: 'shared',
      document: 'a',
      why: 'asked by the publisher',
      by: 'host',
    } as const;

    test('withdraws every version of the document from every revision, and serves the rest', async () => {
      await publishNotes('shared', note('a', 'First.'), note('b', 'Beta.'));
      await publishNotes('shared', note('a', 'Second.'), note('b', 'Beta.'));
      expect(await store.takedown(request)).toEqual({
        entries: 2,
        published: [{ collection: 'shared', revision: 3 }],
      });
      expect(await textsOf(store, 'shared', 1)).toEqual(['(withdrawn)', 'Beta.']);
      expect(await textsOf(store, 'shared', 2)).toEqual(['(withdrawn)', 'Beta.']);
      expect(await textsOf(store, 'shared', 3)).toEqual(['Beta.']);
      // Entries stay, with their number of passages: ids in old messages keep their meaning.
      const entries = await store.entries('shared', 1);
      expect(entries.map(({ id, passages }) => [id, passages])).toEqual([
        ['a', 1],
        ['b', 1],
      ]);
      expect(await store.original(entries[0]?.hash ?? '')).toBeUndefined();
      expect((await store.withdrawals()).map(({ document, why }) => [document, why])).toEqual([
        ['a', request.why],
        ['a', request.why],
      ]);
    });

    test('reaches the same text in other collections and under other names', async () => {
      await publishNotes('shared', note('a', 'The text.'));
      await publishNotes('guild:1', note('copy', 'The text.'), note('own', 'Another.'));
      expect(await store.takedown(request)).toEqual({
        entries: 2,
        published: [
          { collection: 'guild:1', revision: 2 },
          { collection: 'shared', revision: 2 },
        ],
      });
      expect(await textsOf(store, 'guild:1', 2)).toEqual(['Another.']);
      expect(await textsOf(store, 'shared', 2)).toEqual([]);
    });

    test('the text cannot come back, in a draft from before or after', async () => {
      await publishNotes('shared', note('a', 'The text.'));
      const before = await draftOf(store, 'guild:1', 0, [note('a', 'The text.')]);
      await store.takedown(request);
      expect(await store.publish(before, 'moderator', {})).toEqual({ kind: 'gone' });
      const after = await draftOf(store, 'guild:1', 0, [
        note('fine', 'Fine.'),
        note('other name', 'The text.'),
      ]);
      expect(await store.publish(after, 'moderator', {})).toEqual({
        kind: 'withdrawn',
        documents: ['other name'],
      });
      expect(await store.liveRevision('guild:1')).toBe(0);
      const [withdrawal] = await store.withdrawals();
      expect(withdrawal?.textHash).toBe(textHash(note('any', 'The text.').document));
    });

    test('of a document that was never published does nothing', async () => {
      await publishNotes('shared', note('b', 'Beta.'));
      expect(await store.takedown(request)).toEqual({ entries: 0, published: [] });
      expect(await store.withdrawals()).toEqual([]);
      expect(await store.liveRevision('shared')).toBe(1);
    });
  });

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
      const base = await store.liveRevision(collection);
      return store.publish(await draftOf(store, collection, base, documents, knownQuestions), 'host', {});
    }

    async function rows(): Promise<number> {
      const counted = await database.rows('select hash from known_questions');
      return counted.length;
    }

    test('are part of a revision, and kept once for all that have the same', async () => {
      const odd = asked('谁 \u0000 \ud800 “quoted” 🙂?', ['a', "Alpha's."]);
      await publishAsked('shared', [who, odd], note('a', 'Alpha.'));
      await publishAsked('shared', [who, odd], note('a', 'Alpha, revised.'));
      await publishAsked('guild:1', [who, odd], note('a', 'Alpha.'));
      await publishAsked('shared', null, note('a', 'Alpha.'));
      expect(await store.knownQuestions('shared', 1)).toEqual([who, odd]);
      expect(await store.knownQuestions('shared', 2)).toEqual([who, odd]);
      expect(await store.knownQuestions('guild:1', 1)).toEqual([who, odd]);
      expect(await store.knownQuestions('shared', 3)).toBeNull();
      expect(await store.knownQuestions('shared', 4)).toBeNull();
      expect(await rows()).toBe(1);
    });

    test('that no revision and no draft has are removed after a day', async () => {
      await publishAsked('shared', [who], note('a', 'Alpha.'));
      await draftOf(store, 'shared', 1, [note('a', 'Alpha.')], [what]);
      pass(DAY - 1);
      await draftOf(store, 'shared', 1, [note('a', 'Alpha.')], [who, what]);
      expect(await store.purge()).toMatchObject({ drafts: 0, knownQuestions: 0 });
      pass(1);
      expect(await store.purge()).toMatchObject({ drafts: 1, knownQuestions: 1 });
      expect(await rows()).toBe(2);
      expect(await store.knownQuestions('shared', 1)).toEqual([who]);
    });

    test('that are put again are fresh again', async () => {
      const first = await draftOf(store, 'shared', 0, [note('a', 'Alpha.')], [who]);
      pass(DAY - 1);
      const second = await draftOf(store, 'shared', 0, [note('a', 'Alpha.')], [who]);
      await store.discardDraft(first);
      await store.discardDraft(second);
      pass(DAY - 1);
      expect(await store.purge()).toMatchObject({ knownQuestions: 0 });
      pass(1);
      expect(await store.purge()).toMatchObject({ knownQuestions: 1 });
    });

    test('of a server go with it', async () => {
      await publishAsked('guild:1', [who]);
      await publishAsked('guild:1', [who, what]);
      await draftOf(store, 'guild:1', 2, [], [what]);
      await store.guildLeft('1');
      pass(30 * DAY);
      expect(await store.purge()).toMatchObject({ guilds: ['1'], knownQuestions: 3 });
      expect(await store.knownQuestions('guild:1', 3)).toBeNull();
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
      expect(await store.knownQuestions('shared', 1)).toBeNull();
      expect(await store.knownQuestions('shared', 2)).toEqual([what, asked('Which?', ['b', 'Beta.'])]);
      expect(await store.knownQuestions('shared', 3)).toEqual([what]);
      expect(await store.knownQuestions('shared', 4)).toEqual([what]);
      // The new revision keeps what is left of those of the one before.
      expect(await store.knownQuestions('shared', 5)).toEqual([what]);
      const kept = await database.rows('select questions from known_questions');
      expect(JSON.stringify(kept)).not.toMatch(/Alpha|First/);
    });

    test('of servers that quote it go too, with a new revision where they are live', async () => {
      const copied = asked('Who copied?', ['server/copy', 'Alpha.']);
      const rewritten = asked('Who wrote?', ['server/copy', 'Another.']);
      const namesake = asked('Who said so?', ['b', 'Alpha.']);
      await publishNotes('shared', note('a', 'Alpha.'), note('b', 'Alpha. And beta.'));
      await publishAsked('guild:1', [who, what]);
      await publishAsked('guild:2', [what]);
      await publishAsked('guild:3', [copied], note('server/copy', 'Alpha.'));
      await publishAsked('guild:3', [rewritten, namesake], note('server/copy', 'Another.'));
      expect((await takeDownA()).published).toEqual([
        { collection: 'guild:1', revision: 2 },
        { collection: 'shared', revision: 2 },
      ]);
      expect(await store.knownQuestions('guild:1', 1)).toEqual([what]);
      expect(await store.knownQuestions('guild:1', 2)).toEqual([what]);
      expect(await store.knownQuestions('guild:2', 1)).toEqual([what]);
      expect(await store.knownQuestions('guild:3', 1)).toBeNull();
      // Another document, or another text of the same one, may say what it says.
      expect(await store.knownQuestions('guild:3', 2)).toEqual([rewritten, namesake]);
    });

    test('that quote it in a draft take the draft with them', async () => {
      await publishNotes('shared', note('a', 'Alpha.'));
      const quoting = await draftOf(store, 'guild:1', 0, [], [who, what]);
      const other = await draftOf(store, 'guild:1', 0, [], [what]);
      await store.discardDraft(await draftOf(store, 'guild:1', 0, [], [who]));
      await takeDownA();
      expect(await store.draft(quoting)).toBeUndefined();
      expect(await store.publish(other, 'mod', {})).toEqual({ kind: 'published', revision: 1 });
      const kept = await database.rows('select questions from known_questions');
      expect(JSON.stringify(kept)).not.toContain('Alpha');
    });

    test('that quote it in a draft made meanwhile are not published, unless the document has another text', async () => {
      await publishNotes('shared', note('a', 'Alpha.'), note('b', 'Beta.'));
      await takeDownA();
      // Read before the takedown, saved after it.
      const quoting = await draftOf(store, 'guild:1', 0, [], [who, what]);
      expect(await store.publish(quoting, 'mod', {})).toEqual({ kind: 'withdrawn', documents: ['a'] });
      await publishNotes('shared', note('a', 'Another.'), note('b', 'Beta.'));
      expect(await store.publish(quoting, 'mod', {})).toEqual({ kind: 'published', revision: 1 });
    });

    function takeDownA() {
      return store.takedown({ collection: 'shared', document: 'a', why: 'asked', by: 'host' });
    }
  });

  describe('questions', () => {
    test('are counted once for case, width, spacing and punctuation, and apart for each server', async () => {
      await store.recordQuestion('1', 'Who makes  the Ascend 910C?', 'none');
      pass(DAY);
      await store.recordQuestion('1', 'who makes the ascend ９１０Ｃ', 'none');
      await store.recordQuestion('1', 'Another one\u0000 \ud800', 'none');
      await store.recordQuestion('2', 'Who makes the Ascend 910C?', 'none');
      expect(await store.questions('1', 10)).toEqual([
        {
          id: expect.any(String),
          guild: '1',
          text: 'Who makes the Ascend 910C?',
          unanswered: 2,
          unsure: 0,
          thumbs: { answered: { up: 0, down: 0 }, unsure: { up: 0, down: 0 } },
          firstAt: new Date('2026-03-01T12:00:00.000Z'),
          lastAt: now,
        },
        expect.objectContaining({ text: 'Another one \ufffd', unanswered: 1 }),
      ]);
      expect(await store.questions('2', 10)).toHaveLength(1);
      expect(await store.questions('1', 1)).toHaveLength(1);
    });

    test('without a letter are kept as well', async () => {
      await store.recordQuestion('1', '???', 'none');
      await store.recordQuestion('1', '🙂', 'none');
      expect((await store.questions('1', 10)).map(({ text }) => text).sort()).toEqual(['???', '🙂']);
    });

    test('a member has one thumb on an answer, the latest', async () => {
      await store.recordThumb('1', 'Who?', 'ann', { verdict: 'answered', isUp: true });
      await store.recordThumb('1', 'Who?', 'ben', { verdict: 'answered', isUp: true });
      await store.recordThumb('1', 'who', 'ann', { verdict: 'answered', isUp: false });
      const [question] = await store.questions('1', 10);
      expect(question).toMatchObject({ unanswered: 0, thumbs: { answered: { up: 1, down: 1 } } });
    });

    test('are counted apart by whether the answer was sure, and those asked in vain most come first', async () => {
      await store.recordQuestion('1', 'Once?', 'none');
      await store.recordQuestion('1', 'Often?', 'unsure');
      await store.recordQuestion('1', 'Often?', 'none');
      await store.recordQuestion('1', 'Often?', 'unsure');
      expect(await store.questions('1', 10)).toMatchObject([
        { text: 'Often?', unanswered: 1, unsure: 2 },
        { text: 'Once?', unanswered: 1, unsure: 0 },
      ]);
    });

    test('a thumb says whether the answer was sure, and the latest replaces one on another verdict', async () => {
      await store.recordThumb('1', 'Who?', 'ann', { verdict: 'answered', isUp: true });
      await store.recordThumb('1', 'Who?', 'ben', { verdict: 'unsure', isUp: true });
      await store.recordThumb('1', 'Who?', 'ann', { verdict: 'unsure', isUp: false });
      const [question] = await store.questions('1', 10);
      expect(question?.thumbs).toEqual({ answered: { up: 0, down: 0 }, unsure: { up: 1, down: 1 } });
    });

    test('the thumbs of a member can be removed, and only theirs', async () => {
      await store.recordThumb('1', 'Who?', 'ann', { verdict: 'answered', isUp: true });
      await store.recordThumb('2', 'What?', 'ann', { verdict: 'answered', isUp: true });
      await store.recordThumb('1', 'Who?', 'ben', { verdict: 'answered', isUp: true });
      expect(await store.forgetMember('ann')).toBe(2);
      expect(await store.forgetMember('ann')).toBe(0);
      expect((await store.questions('1', 10))[0]?.thumbs.answered).toEqual({ up: 1, down: 0 });
    });

    test('a dismissed one stays away when it is asked again', async () => {
      await store.recordQuestion('1', 'Who?', 'none');
      await store.recordQuestion('1', 'What?', 'none');
      const [first] = await store.questions('1', 1);
      await store.dismissQuestions([first?.id ?? '']);
      await store.recordQuestion('1', first?.text ?? '', 'none');
      expect((await store.questions('1', 10)).map(({ text }) => text)).not.toContain(first?.text);
      await store.clearQuestions('1');
      await store.recordQuestion('1', first?.text ?? '', 'none');
      expect(await store.questions('1', 10)).toMatchObject([{ text: first?.text, unanswered: 1 }]);
    });
  });

  describe('servers', () => {
    test('settings are kept, and replaced as a whole', async () => {
      expect(await store.settings('1')).toEqual({});
      const settings = { moderatorRole: '5', schedule: '0 6 * * *', questionLog: false };
      await store.saveSettings('1', settings);
      await store.saveSettings('2', { schedule: '0 7 * * 1' });
      await store.saveSettings('2', { answersPrivate: true });
      expect(await store.settings('1')).toEqual(settings);
      expect(await store.settings('2')).toEqual({ answersPrivate: true });
      expect(await store.schedules()).toEqual([{ guild: '1', schedule: '0 6 * * *' }]);
    });

    test('thirty days after the bot left one, all that was its own is gone', async () => {
      await publishNotes('guild:1', note('a', 'One.'));
      await publishNotes('guild:1', note('a', 'Two.'));
      await publishNotes('shared', note('s', 'For all.'));
      await store.recordQuestion('1', 'Who?', 'none');
      await store.saveSettings('1', { moderatorRole: '5', schedule: '0 6 * * *' });
      await store.guildLeft('1');
      expect(await store.guilds()).toEqual([]);
      expect(await store.schedules()).toEqual([]);
      pass(29 * DAY);
      expect((await store.purge()).guilds).toEqual([]);
      // Reported once more, by a second process: the days count from the first time.
      await store.guildLeft('1');
      pass(DAY);
      expect(await store.purge()).toMatchObject({ guilds: ['1'], documents: 2 });
      expect(await store.settings('1')).toEqual({});
      expect(await store.questions('1', 10)).toEqual([]);
      expect(await store.history('guild:1', 10)).toEqual([]);
      // Its numbers are not used again: an old message must not show another text under the same number.
      expect(await store.liveRevision('guild:1')).toBe(3);
      expect(await store.entries('guild:1', 3)).toEqual([]);
      expect(await store.revision('guild:1', 2)).toBeUndefined();
      expect(await textsOf(store, 'shared', 1)).toEqual(['For all.']);
    });

    test('one that takes the bot back in time keeps its data', async () => {
      await store.recordQuestion('1', 'Who?', 'none');
      await store.guildLeft('1');
      await store.guildJoined('1');
      pass(31 * DAY);
      await store.purge();
      expect(await store.guilds()).toEqual(['1']);
      expect(await store.questions('1', 10)).toHaveLength(1);
    });
  });

  describe('what is kept for a while', () => {
    test('a draft runs out after a day, and documents that nobody refers to go with it', async () => {
      const id = await draftOf(store, 'shared', 0, [note('a', 'Alpha.'), note('b', 'Beta.')]);
      await publishNotes('guild:1', note('b', 'Beta.'));
      pass(DAY - 1);
      expect(await store.purge()).toMatchObject({ drafts: 0, documents: 0 });
      expect(await store.draft(id)).toBeDefined();
      pass(1);
      expect(await store.draft(id)).toBeUndefined();
      expect(await store.publish(id, 'moderator', {})).toEqual({ kind: 'gone' });
      expect(await store.purge()).toMatchObject({ drafts: 1, documents: 1 });
      expect(await textsOf(store, 'guild:1', 1)).toEqual(['Beta.']);
    });

    test('a document that is put again is fresh again', async () => {
      await store.putDocuments([note('a', 'Alpha.')]);
      pass(DAY);
      await store.putDocuments([note('a', 'Alpha.')]);
      expect(await store.purge()).toMatchObject({ documents: 0 });
    });

    test('a question goes 90 days after it was last asked, with its thumbs', async () => {
      await store.recordQuestion('1', 'Who?', 'none');
      await store.recordThumb('1', 'Who?', 'ann', { verdict: 'answered', isUp: true });
      pass(90 * DAY - 1);
      expect(await store.purge()).toMatchObject({ questions: 0 });
      pass(1);
      expect(await store.purge()).toMatchObject({ questions: 1 });
      expect(await store.forgetMember('ann')).toBe(0);
    });

    test('a lease belongs to one holder until it runs out', async () => {
      const other = await open();
      const taken = await Promise.all([
        store.takeLease('schedule', 'p1', 1_000),
        other.takeLease('schedule', 'p2', 1_000),
      ]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      const [holder, loser] = taken[0] ? ['p1', 'p2'] : ['p2', 'p1'];
      expect(await store.takeLease('schedule', holder, 1_000)).toBe(true);
      expect(await store.takeLease('schedule', loser, 1_000)).toBe(false);
      pass(1_000);
      expect(await store.takeLease('schedule', loser, 1_000)).toBe(true);
      expect(await store.takeLease('schedule', holder, 1_000)).toBe(false);
    });
  });

  describe('change notices', () => {
    test('a publish is told in its own process before it is answered, and in another soon', async () => {
      const here: LiveRevision[] = [];
      store.watch((change) => here.push(change));
      const other = await open();
      const there = new Promise<LiveRevision>((resolve) => {
        other.watch(resolve);
      });
      await publishNotes('shared', note('a', 'Alpha.'));
      expect(here).toEqual([{ collection: 'shared', revision: 1 }]);
      expect(await there).toEqual({ collection: 'shared', revision: 1 });
    });

    test('a takedown and the deletion of a server are changes too', async () => {
      await publishNotes('shared', note('a', 'Alpha.'));
      await publishNotes('guild:1', note('b', 'Beta.'));
      const changes: LiveRevision[] = [];
      store.watch((change) => changes.push(change));
      await store.takedown({ collection: 'shared', document: 'a', why: 'asked', by: 'host' });
      await store.guildLeft('1');
      pass(30 * DAY);
      await store.purge();
      expect(changes).toEqual([
        { collection: 'shared', revision: 2 },
        { collection: 'guild:1', revision: 2 },
      ]);
    });

    test('what was published between opening and watching is told, and nothing after the watch has ended', async () => {
      const other = await open();
      await publishNotes('shared', note('a', 'Alpha.'));
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
      await publishNotes('shared', note('a', 'Alpha, revised.'));
      await publishNotes('guild:1', note('b', 'Beta.'));
      await later;
      expect(changes).toEqual([{ collection: 'shared', revision: 1 }]);
    });
  });

  describe('a damaged row', () => {
    /** Changes a row behind the store's back, and gives what reading it then throws. */
    async function damage(statement: string, read: () => Promise<unknown>): Promise<unknown> {
      await database.run(statement);
      return read().then(
        () => expect.fail(`Read in spite of: ${statement}`),
        (error: unknown) => error,
      );
    }

    async function readDocuments(hash: string): Promise<Document[]> {
      const found = [];
      for await (const { document } of store.documents([hash])) found.push(document);
      return found;
    }

    const says = (...words: string[]) =>
      expect.objectContaining({
        name: 'StoredDataError',
        message: expect.stringMatching(new RegExp(words.join('.*'))),
      });

    test('of documents is an error that names the row and the fields', async () => {
      const [hash = ''] = await store.putDocuments([note('a', 'Alpha.')]);
      const set = (json: string) => `update documents set document = '${json}' where hash = '${hash}'`;
      const read = () => readDocuments(hash);
      expect(await damage(set('{"id":"a","text":"Alpha."}'), read)).toEqual(
        says(`row ${hash} in table documents`, 'title', 'references', 'paragraphs'),
      );
      const { paragraphs, ...rest } = note('a', 'Alpha.').document;
      const moved = { ...rest, paragraphs: paragraphs.map((one) => ({ ...one, start: '0' })) };
      expect(await damage(set(JSON.stringify(moved)), read)).toEqual(
        says(`row ${hash} in table documents`, 'paragraphs\\.0\\.start'),
      );
      expect(await damage(set('{"id":'), read)).toEqual(says(`row ${hash} in table documents`));
    });

    test('of known questions is an error that names the row', async () => {
      const known = [{ question: 'Who?', answers: [{ document: 'a', text: 'Alpha.' }] }];
      await store.publish(await draftOf(store, 'shared', 0, [note('a', 'Alpha.')], known), 'host', {});
      const set = (json: string) => `update known_questions set questions = '${json}'`;
      const row = 'the list of row [0-9a-f]{64} in table known_questions';
      expect(await damage(set('['), () => store.knownQuestions('shared', 1))).toEqual(says(row));
      const takedown = { collection: 'shared', document: 'a', why: 'asked', by: 'host' } as const;
      expect(await damage(set('[{"question":1}]'), () => store.takedown(takedown))).toEqual(
        says(row, 'question'),
      );
      // Nothing of it was done.
      expect(await textsOf(store, 'shared', 1)).toEqual(['Alpha.']);
    });

    test('of settings is an error that names the server and the setting', async () => {
      await store.saveSettings('1', { schedule: '0 6 * * *' });
      const wrong = `update guilds set settings = '{"questionsPerMinute":"ten"}' where id = '1'`;
      const expected = says('row 1 in table guilds', 'questionsPerMinute');
      expect(await damage(wrong, () => store.settings('1'))).toEqual(expected);
      expect(await damage(wrong, () => store.schedules())).toEqual(expected);
    });

    test('of drafts, revisions and the history is an error that names the row', async () => {
      await publishNotes('shared', note('a', 'Alpha.'));
      const draft = await draftOf(store, 'shared', 1, [note('a', 'Beta.')]);
      const [audit] = await store.history('shared', 1);
      const cases: [column: string, key: string, table: string, read: () => Promise<unknown>][] = [
        ['preview', draft, 'drafts', () => store.draft(draft)],
        ['origin', `${draft} 0`, 'draft_documents', () => store.draftEntries(draft)],
        ['report', 'shared 1', 'revisions', () => store.revision('shared', 1)],
        ['report', 'shared 1', 'revisions', () => store.revisions('shared', 1)],
        ['glossary', 'shared 1', 'revisions', () => store.glossary('shared', 1)],
        ['origin', 'shared 1 0', 'revision_documents', () => store.entries('shared', 1)],
        ['detail', `${audit?.id}`, 'audit', () => store.history('shared', 1)],
      ];
      for (const [column, key, table, read] of cases) {
        const error = await damage(`update ${table} set ${column} = '{'`, read);
        expect(error).toEqual(says(`${column} of row ${key} in table ${table}`));
      }
    });
  });

  test('a row of an older release, without what came later, is read', async () => {
    const { title, text, paragraphs } = note('a', 'Alpha.').document;
    const plain = { id: 'a', title, text, references: [], tags: [], paragraphs, later: true };
    const [hash = ''] = await store.putDocuments([note('a', 'Alpha.')]);
    await database.run(`update documents set document = '${JSON.stringify(plain)}' where hash = '${hash}'`);
    const found = [];
    for await (const { document } of store.documents([hash])) found.push(document);
    expect(JSON.stringify(found)).toBe(JSON.stringify([plain]));
    await store.saveSettings('1', { schedule: '0 6 * * *', questionLog: true });
    await database.run(`update guilds set settings = '{"questionLog":false}'`);
    expect(await store.settings('1')).toEqual({ questionLog: false });
    expect(await store.schedules()).toEqual([]);
  });

  test('everything is there when the database is opened again', async () => {
    await publishNotes('shared', note('a', 'Alpha.'));
    const draft = await draftOf(store, 'shared', 1, [note('a', 'Alpha, revised.')]);
    await store.recordAction({ collection: 'shared', actor: 'moderator', action: 'refresh', detail: null });
    await store.close();
    store = await open();
    expect(await textsOf(store, 'shared', 1)).toEqual(['Alpha.']);
    expect((await store.history('shared', 1))[0]).toMatchObject({
      action: 'refresh',
      actor: 'moderator',
      at: now,
    });
    expect(await store.publish(draft, 'moderator', {})).toEqual({ kind: 'published', revision: 2 });
  });
}
