import { describe, expect, test } from 'vitest';
import { textHash } from '../../../src/store/documents.js';
import type { NewReport, ReportedPassage } from '../../../src/store/logged-report.js';
import { RETENTION } from '../../../src/store/retention.js';
import type { StoredDocument } from '../../../src/store/store.js';
import { note } from '../notes.js';
import type { StoreBench } from './bench.js';

const DAY = 24 * 60 * 60 * 1_000;
const alpha = note('a', 'Alpha is first. Beta is second.');

/** A report on a slice of a document, the first eleven characters where nothing is said. */
function reportOn({ document }: StoredDocument, more: Partial<NewReport & ReportedPassage> = {}): NewReport {
  const { reason = 'outdated', words, question = 'Which is first?', start = 0, end = 15 } = more;
  const { id, title, text } = document;
  return {
    reason,
    ...(words !== undefined && { words }),
    question,
    passage: {
      document: id,
      title,
      textHash: textHash(document),
      start,
      end,
      text: text.slice(start, end),
      revision: more.revision ?? { shared: 1 },
    },
  };
}

/** What a store does with what members say is wrong with an answer. */
export function reports(bench: StoreBench): void {
  const wordsOf = async (guild: string) => (await bench.store.reports(guild)).map(({ words }) => words);

  describe('reports', () => {
    test('are given back with their passage, the newest first, and apart for each server', async () => {
      const first = reportOn(alpha, {
        words: 'It was  second\u0000 last year.',
        revision: { shared: 3, guild: 2 },
      });
      expect(await bench.store.recordReport('1', 'ann', first)).toBe(true);
      bench.pass(DAY);
      const second = reportOn(alpha, { start: 16, end: 31, reason: 'other' });
      await bench.store.recordReport('1', 'ann', second);
      await bench.store.recordReport('2', 'ann', second);
      expect(await bench.store.reports('1')).toEqual([
        { id: expect.any(String), guild: '1', at: bench.now, ...second },
        {
          id: expect.any(String),
          guild: '1',
          at: new Date('2026-03-01T12:00:00.000Z'),
          ...first,
          words: 'It was second last year.',
        },
      ]);
      expect(await bench.store.reports('2')).toHaveLength(1);
    });

    test('a member has one on a passage, the latest, and others have theirs', async () => {
      await bench.store.recordReport('1', 'ann', reportOn(alpha, { words: 'Ann, first' }));
      await bench.store.recordReport('1', 'ben', reportOn(alpha, { words: 'Ben' }));
      bench.pass(1);
      await bench.store.recordReport('1', 'ann', reportOn(alpha, { words: 'Ann, second' }));
      expect(await wordsOf('1')).toEqual(['Ann, second', 'Ben']);
    });

    test('a member cannot push out what others say: of their own the oldest go', async () => {
      await bench.store.recordReport('1', 'ben', reportOn(alpha, { words: 'Ben' }));
      for (let start = 0; start < RETENTION.reportsOfMember + 2; start++) {
        bench.pass(1);
        await bench.store.recordReport('1', 'ann', reportOn(alpha, { words: `Ann ${start}`, start }));
      }
      const left = await wordsOf('1');
      expect(left).toHaveLength(RETENTION.reportsOfMember + 1);
      expect(left).toContain('Ben');
      expect(left).not.toContain('Ann 1');
      expect(left).toContain('Ann 2');
    });

    test('of a server are 1,000 at most: for one more the oldest goes', async () => {
      await bench.store.recordReport('1', 'ann', reportOn(alpha));
      await bench.store.recordReport('2', 'ann', reportOn(alpha));
      await bench.database.run(`update reports set at = '2026-01-01T00:00:00.000Z'`);
      await bench.database.run(`
        with recursive numbers (number) as (select 1 union all select number + 1 from numbers where number < 999)
        insert into reports select 'r' || number, '1', '2026-02-01T00:00:00.000Z', reason, words, question, document_id,
          title, text_hash, text_start, text_end, text, shared_revision, guild_revision, 'somebody', salt
        from reports, numbers where guild = '1'`);
      await bench.store.recordReport('1', 'ben', reportOn(alpha, { words: 'New' }));
      const kept = await bench.store.reports('1');
      expect(kept).toHaveLength(RETENTION.reports);
      expect(kept[0]?.words).toBe('New');
      expect(kept.at(-1)?.at).toEqual(new Date('2026-02-01T00:00:00.000Z'));
      expect(await bench.store.reports('2')).toHaveLength(1);
    });

    test('go after 90 days', async () => {
      await bench.store.recordReport('1', 'ann', reportOn(alpha));
      bench.pass(90 * DAY - 1);
      expect(await bench.store.purge()).toMatchObject({ reports: 0 });
      bench.pass(1);
      expect(await bench.store.purge()).toMatchObject({ reports: 1 });
      expect(await bench.store.reports('1')).toEqual([]);
    });

    test('of a member can be removed with their thumbs, and only theirs, however many there are', async () => {
      await bench.store.recordThumb('1', 'Who?', 'ann', { verdict: 'answered', isUp: true });
      for (const guild of ['1', '2'])
        for (const member of ['ann', 'ben'])
          await bench.store.recordReport(guild, member, reportOn(alpha, { words: member }));
      // More than are looked at at once.
      await bench.database.run(`
        with recursive numbers (number) as (select 1 union all select number + 1 from numbers where number < 2100)
        insert into thumbs select question, 'a' || number, up, verdict from thumbs, numbers`);
      expect(await bench.store.forgetMember('ann')).toEqual({ thumbs: 1, reports: 2 });
      expect(await bench.store.forgetMember('ann')).toEqual({ thumbs: 0, reports: 0 });
      expect([...(await wordsOf('1')), ...(await wordsOf('2'))]).toEqual(['ben', 'ben']);
      expect((await bench.store.questions('1', 1))[0]?.thumbs.answered.up).toBe(2100);
    });

    test('can be dropped by the server that they are of', async () => {
      await bench.store.recordReport('1', 'ann', reportOn(alpha));
      const [{ id } = expect.fail('no report')] = await bench.store.reports('1');
      expect(await bench.store.dropReport('2', id)).toBe(false);
      expect(await bench.store.dropReport('1', id)).toBe(true);
      expect(await bench.store.dropReport('1', id)).toBe(false);
      expect(await bench.store.reports('1')).toEqual([]);
    });

    test('go when the server turns its log off, and none are taken until it is on', async () => {
      await bench.store.recordReport('1', 'ann', reportOn(alpha));
      await bench.store.recordReport('2', 'ann', reportOn(alpha));
      await bench.store.saveSettings('1', { questionLog: false });
      expect(await bench.store.reports('1')).toEqual([]);
      expect(await bench.store.recordReport('1', 'ann', reportOn(alpha))).toBe(false);
      await bench.store.saveSettings('1', { questionLog: true });
      expect(await bench.store.reports('1')).toEqual([]);
      expect(await bench.store.reports('2')).toHaveLength(1);
    });

    test('go with the server thirty days after the bot left it', async () => {
      await bench.store.recordReport('1', 'ann', reportOn(alpha));
      expect(await bench.store.guilds()).toEqual(['1']);
      await bench.store.guildLeft('1');
      bench.pass(30 * DAY);
      await bench.store.purge();
      expect(await bench.database.rows('select id from reports')).toEqual([]);
    });

    describe('when a text is withdrawn', () => {
      const takedown = { collection: 'shared', document: 'a', why: 'asked', by: 'host' } as const;

      test('go with it in every server, whatever the document is called, and none is taken any more', async () => {
        await bench.publishNotes('shared', alpha, note('b', 'Beta.'));
        const copied = { ...alpha, document: { ...alpha.document, id: 'server/copy' } };
        await bench.store.recordReport('1', 'ann', reportOn(alpha));
        await bench.store.recordReport('2', 'ann', reportOn(copied));
        await bench.store.recordReport('1', 'ann', reportOn(note('b', 'Beta.')));
        await bench.store.takedown(takedown);
        expect((await bench.store.reports('1')).map(({ passage }) => passage.document)).toEqual(['b']);
        expect(await bench.store.reports('2')).toEqual([]);
        expect(await bench.store.recordReport('2', 'ann', reportOn(copied))).toBe(false);
      });

      test('go also where they are on an earlier text of the document, of which nothing else is kept', async () => {
        await bench.publishNotes('shared', note('a', 'Alpha, as it is now.'));
        await bench.store.recordReport('1', 'ann', reportOn(note('a', 'Alpha, long ago.')));
        await bench.publishNotes('guild:2', note('server/own', 'One.'));
        for (const guild of ['2', '3'])
          await bench.store.recordReport(guild, 'ann', reportOn(note('server/own', 'One, long ago.')));
        await bench.store.takedown(takedown);
        await bench.store.takedown({ ...takedown, collection: 'guild:2', document: 'server/own' });
        expect(await bench.store.reports('1')).toEqual([]);
        expect(await bench.store.reports('2')).toEqual([]);
        expect(await bench.store.reports('3')).toHaveLength(1);
      });

      test('at the same moment do not stay behind', async () => {
        await bench.publishNotes('shared', alpha);
        const other = await bench.open();
        await Promise.all([
          bench.store.takedown(takedown),
          ...['1', '2', '3', '4'].map((guild) => other.recordReport(guild, 'ann', reportOn(alpha))),
        ]);
        expect(await bench.database.rows('select id from reports')).toEqual([]);
      });
    });

    test('hold nothing that says whose they are to one who has the database alone', async () => {
      for (const guild of ['1', '2']) await bench.store.recordReport(guild, 'ann', reportOn(alpha));
      const rows = await bench.database.rows('select reporter from reports');
      const [first, second] = rows as { reporter: string }[];
      expect(first?.reporter).not.toContain('ann');
      expect(first?.reporter).not.toBe(second?.reporter);
    });
  });
}
