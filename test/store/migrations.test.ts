import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../src/store/backend.js';
import { DatabaseTooNew, migrate, migrations } from '../../src/store/migrations.js';
import { openStore } from '../../src/store/open.js';
import { createSession } from '../../src/store/session.js';
import { databaseKinds, type FreshDatabase } from '../support/databases.js';
import { draftOf, note, textsOf } from '../support/notes.js';
import { alpha, written } from '../support/released-schemas.js';

/** What a database of that schema version kept of the question. */
const kept: Record<number, object> = {
  1: { unanswered: 3, unsure: 0 },
  2: { unanswered: 3, unsure: 0, thumbs: { answered: { up: 1, down: 0 } } },
  3: { unanswered: 3, unsure: 2, thumbs: { unsure: { up: 1, down: 0 } } },
  4: { unanswered: 3, unsure: 2, thumbs: { unsure: { up: 1, down: 0 } } },
  5: { unanswered: 3, unsure: 2, thumbs: { unsure: { up: 1, down: 0 } } },
  6: { unanswered: 3, unsure: 2, thumbs: { unsure: { up: 1, down: 0 } } },
  7: { unanswered: 3, unsure: 2, thumbs: { unsure: { up: 1, down: 0 } } },
  8: { unanswered: 3, unsure: 2, thumbs: { unsure: { up: 1, down: 0 } } },
};

for (const { name, fresh, open } of databaseKinds) {
  describe.skipIf(!fresh)(`migrations on ${name}`, () => {
    let database: FreshDatabase | undefined;

    afterEach(async () => {
      await database?.drop();
      database = undefined;
    });

    async function freshUrl(): Promise<string> {
      database = await fresh?.();
      return database?.url ?? '';
    }

    async function onBackend(url: string, work: (backend: Backend) => Promise<void>): Promise<void> {
      const backend = await open(url);
      try {
        await work(backend);
      } finally {
        await backend.close();
      }
    }

    test.each(migrations.map((_, index) => index + 1))(
      'what was kept at schema version %i is kept at the latest, and work goes on',
      async (version) => {
        const url = await freshUrl();
        await onBackend(url, async (backend) => {
          await migrate(
            createSession(backend, () => new Date()),
            version,
          );
          const statements = written[version] ?? expect.fail(`Nothing written at version ${version}`);
          for (const statement of statements) await sql.raw(statement).execute(backend.db);
        });
        const store = await openStore(url);
        try {
          expect(await textsOf(store, 'shared', 1)).toEqual(['Alpha.']);
          expect(await store.questions('1', 10)).toMatchObject([{ text: 'Who?', ...kept[version] }]);
          expect(await store.settings('1')).toEqual({ questionLog: true });
          const glossary = version < 2 ? null : { entities: [], synonyms: [] };
          expect(await store.glossary('shared', 1)).toEqual(glossary);
          const known = [{ question: 'Who?', answers: [{ document: 'a', text: 'Alpha.' }] }];
          expect(await store.knownQuestions('shared', 1)).toEqual(version < 4 ? null : known);
          const reported = {
            reason: 'outdated',
            question: 'Who?',
            passage: { document: 'a', text: 'Alpha.' },
          };
          expect(await store.reports('1')).toMatchObject(version < 8 ? [] : [reported]);
          const draft = await draftOf(store, 'shared', 1, [note('a', 'Alpha, revised.')], known);
          expect(await store.publish(draft, 'host', {})).toEqual({ kind: 'published', revision: 2 });
          expect(await store.knownQuestions('shared', 2)).toEqual(known);
        } finally {
          await store.close();
        }
      },
    );

    test('files that stood beside their documents are given back as they were, for revisions and drafts', async () => {
      const url = await freshUrl();
      const bytes = Uint8Array.of(0, 255, 128, 10);
      await onBackend(url, async (backend) => {
        await migrate(
          createSession(backend, () => new Date()),
          4,
        );
        const at = '2026-01-01T00:00:00.000Z';
        for (const statement of [
          sql`insert into collections values ('shared', 1)`,
          sql`insert into documents values ('h1', 't1', ${alpha}, 'a.md', ${bytes}, ${alpha.length}, ${at})`,
          sql`insert into documents values ('h2', 't2', null, 'b.md', null, 0, ${at})`,
          sql`insert into revisions values ('shared', 1, 'host', ${at}, '{}', null, null)`,
          sql`insert into revision_documents values ('shared', 1, 0, 'a', 'h1', 1, 'null')`,
          sql`insert into revision_documents values ('shared', 1, 1, 'b', 'h2', 1, 'null')`,
          sql`insert into drafts values ('d1', 'shared', 1, 'host', ${at}, '{}', null, null)`,
          sql`insert into draft_documents values ('d1', 0, 'a', 'h1', 1, 'null')`,
        ])
          await statement.execute(backend.db);
      });
      const store = await openStore(url);
      try {
        const entries = [...(await store.entries('shared', 1)), ...(await store.draftEntries('d1'))];
        const files = await Promise.all(entries.map((entry) => store.original(entry)));
        const file = { path: 'a.md', bytes };
        // The second was withdrawn.
        expect(files).toEqual([file, undefined, file]);
        expect(await store.sizeOf(entries)).toBe(alpha.length + bytes.length);
      } finally {
        await store.close();
      }
    });

    test('what was measured in characters is measured in bytes', async () => {
      const url = await freshUrl();
      const chinese = alpha.replace('Alpha.', '昇腾 é🙂');
      const questions = '[{"question":"谁？","answers":[{"document":"a","text":"昇腾 é🙂"}]}]';
      const at = '2026-01-01T00:00:00.000Z';
      await onBackend(url, async (backend) => {
        const session = createSession(backend, () => new Date());
        await migrate(session, 4);
        for (const statement of [
          sql`insert into collections values ('guild:1', 1)`,
          sql`insert into documents values ('h1', 't1', ${chinese}, 'a.md', null, ${chinese.length}, ${at})`,
          sql`insert into documents values ('h2', 't2', null, 'b.md', null, 0, ${at})`,
          sql`insert into known_questions values ('k1', ${questions}, ${at})`,
          sql`insert into drafts values ('d1', 'guild:1', 0, 'mod', ${at}, '{}', null, 'k1')`,
          sql`insert into draft_documents values ('d1', 0, 'a', 'h1', 1, 'null')`,
        ])
          await statement.execute(backend.db);
        await migrate(session);
        const sizes = await sql<{ size: number }>`select size from documents order by hash`.execute(
          backend.db,
        );
        expect(sizes.rows.map(({ size }) => size)).toEqual([Buffer.byteLength(chinese), 0]);
        const lists = await sql`select size from known_questions`.execute(backend.db);
        expect(lists.rows).toEqual([{ size: Buffer.byteLength(questions) }]);
      });
    });

    test('of a log that grew without an end the latest 5,000 questions of each server are left', async () => {
      const url = await freshUrl();
      await onBackend(url, async (backend) => {
        await migrate(
          createSession(backend, () => new Date()),
          5,
        );
        await sql`
          with recursive numbers (number) as (select 0 union all select number + 1 from numbers where number < 5009)
          insert into questions (id, guild, key, text, unanswered, first_at, last_at, dismissed, salt)
          select 'm' || number, '3', 'k' || number, 'Question ' || number, 1, '2026-01-01',
            '2026-02-' || (10 + number % 10), 0, '' from numbers`.execute(backend.db);
      });
      const store = await openStore(url);
      try {
        const left = await store.questions('3', 9_999);
        expect(left).toHaveLength(5_000);
        // Of ten days with 501 questions each, ten of the first.
        expect(left.filter(({ lastAt }) => lastAt.getUTCDate() === 10)).toHaveLength(491);
      } finally {
        await store.close();
      }
    });

    test('processes that start at once migrate once', async () => {
      const url = await freshUrl();
      const stores = await Promise.all(Array.from({ length: 5 }, () => openStore(url)));
      expect(await Promise.all(stores.map((store) => store.liveRevision('shared')))).toEqual([0, 0, 0, 0, 0]);
      await Promise.all(stores.map((store) => store.close()));
    });

    test('a database of a later release is refused and left as it is', async () => {
      const url = await freshUrl();
      await (await openStore(url)).close();
      const later = migrations.length + 1;
      await onBackend(url, async (backend) => {
        await sql`update schema_version set version = ${sql.lit(later)}`.execute(backend.db);
      });
      await expect(openStore(url)).rejects.toEqual(new DatabaseTooNew(later, migrations.length));
    });
  });
}
