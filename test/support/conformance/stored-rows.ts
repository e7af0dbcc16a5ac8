import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/documents/document.js';
import { sha256 } from '../../../src/documents/sha256.js';
import { draftOf, note, textsOf } from '../notes.js';
import type { StoreBench } from './bench.js';

/** How a store reads rows that are damaged, or of an older release. */
export function storedRows(bench: StoreBench): void {
  async function readDocuments(hash: string): Promise<Document[]> {
    const found = [];
    for await (const { document } of bench.store.documents([hash])) found.push(document);
    return found;
  }

  /** Puts a row whose hash is right, as a release would have written it, and reads it. */
  async function readWritten(json: string): Promise<Document[]> {
    const hash = sha256(json);
    await bench.database.run(
      `insert into documents (hash, text_hash, document, size, stored_at)
       values ('${hash}', 't', '${json}', ${json.length}, '2026-01-01T00:00:00.000Z')`,
    );
    return readDocuments(hash);
  }

  describe('a damaged row', () => {
    /** Changes a row behind the store's back, and gives what reading it then throws. */
    async function damage(statement: string, read: () => Promise<unknown>): Promise<unknown> {
      await bench.database.run(statement);
      return read().then(
        () => expect.fail(`Read in spite of: ${statement}`),
        (error: unknown) => error,
      );
    }

    const says = (...words: string[]) =>
      expect.objectContaining({
        name: 'StoredDataError',
        message: expect.stringMatching(new RegExp(words.join('.*'))),
      });

    test('of documents is an error that names the row and the fields', async () => {
      const row = 'row [0-9a-f]{64} in table documents';
      await expect(readWritten('{"id":"a","text":"Alpha."}')).rejects.toEqual(
        says(row, 'title', 'references', 'paragraphs'),
      );
      const { paragraphs, ...rest } = note('a', 'Alpha.').document;
      const moved = { ...rest, paragraphs: paragraphs.map((one) => ({ ...one, start: '0' })) };
      await expect(readWritten(JSON.stringify(moved))).rejects.toEqual(says(row, 'paragraphs\\.0\\.start'));
      await expect(readWritten('{"id":')).rejects.toEqual(says(row));
    });

    test('of known questions is an error that names the row', async () => {
      const known = [{ question: 'Who?', answers: [{ document: 'a', text: 'Alpha.' }] }];
      await bench.store.publish(
        await draftOf(bench.store, 'shared', 0, [note('a', 'Alpha.')], known),
        'host',
        {},
      );
      const set = (json: string) => `update known_questions set questions = '${json}'`;
      const row = 'the list of row [0-9a-f]{64} in table known_questions';
      expect(await damage(set('['), () => bench.store.knownQuestions('shared', 1))).toEqual(says(row));
      const takedown = { collection: 'shared', document: 'a', why: 'asked', by: 'host' } as const;
      expect(await damage(set('[{"question":1}]'), () => bench.store.takedown(takedown))).toEqual(
        says(row, 'question'),
      );
      // Nothing of it was done.
      expect(await textsOf(bench.store, 'shared', 1)).toEqual(['Alpha.']);
    });

    test('of settings is an error that names the server and the setting', async () => {
      await bench.store.saveSettings('1', { schedule: '0 6 * * *' });
      const wrong = `update guilds set settings = '{"questionsPerMinute":"ten"}' where id = '1'`;
      const expected = says('row 1 in table guilds', 'questionsPerMinute');
      expect(await damage(wrong, () => bench.store.settings('1'))).toEqual(expected);
      // The schedules of others are known nevertheless.
      await bench.store.saveSettings('2', { schedule: '0 7 * * *' });
      const schedules = (await bench.store.schedules()).sort((a, b) => Number(a.guild) - Number(b.guild));
      expect(schedules).toEqual([
        { guild: '1', damage: expected },
        { guild: '2', schedule: '0 7 * * *' },
      ]);
    });

    test('of drafts, revisions and the history is an error that names the row', async () => {
      await bench.publishNotes('shared', note('a', 'Alpha.'));
      const draft = await draftOf(bench.store, 'shared', 1, [note('a', 'Beta.')]);
      const [audit] = await bench.store.history('shared', 1);
      const cases: [column: string, key: string, table: string, read: () => Promise<unknown>][] = [
        ['preview', draft, 'drafts', () => bench.store.draft(draft)],
        ['origin', `${draft} 0`, 'draft_documents', () => bench.store.draftEntries(draft)],
        ['report', 'shared 1', 'revisions', () => bench.store.revision('shared', 1)],
        ['report', 'shared 1', 'revisions', () => bench.store.revisions('shared', 1)],
        ['glossary', 'shared 1', 'revisions', () => bench.store.glossary('shared', 1)],
        ['origin', 'shared 1 0', 'revision_documents', () => bench.store.entries('shared', 1)],
        ['detail', `${audit?.id}`, 'audit', () => bench.store.history('shared', 1)],
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
    expect(JSON.stringify(await readWritten(JSON.stringify(plain)))).toBe(JSON.stringify([plain]));
    await bench.store.saveSettings('1', { schedule: '0 6 * * *', questionLog: true });
    await bench.database.run(`update guilds set settings = '{"questionLog":false}'`);
    expect(await bench.store.settings('1')).toEqual({ questionLog: false });
    expect(await bench.store.schedules()).toEqual([]);
  });
}
