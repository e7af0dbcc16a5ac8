import { describe, expect, test } from 'vitest';
import { note, textsOf } from '../notes.js';
import type { StoreBench } from './bench.js';

const DAY = 24 * 60 * 60 * 1_000;

/** What a store keeps of servers and what their members asked. */
export function servers(bench: StoreBench): void {
  describe('questions', () => {
    test('are counted once for case, width, spacing and punctuation, and apart for each server', async () => {
      await bench.store.recordQuestion('1', 'Who makes  the Ascend 910C?', 'none');
      bench.pass(DAY);
      await bench.store.recordQuestion('1', 'who makes the ascend ９１０Ｃ', 'none');
      await bench.store.recordQuestion('1', 'Another one\u0000 \ud800', 'none');
      await bench.store.recordQuestion('2', 'Who makes the Ascend 910C?', 'none');
      expect(await bench.store.questions('1', 10)).toEqual([
        {
          id: expect.any(String),
          guild: '1',
          text: 'Who makes the Ascend 910C?',
          unanswered: 2,
          unsure: 0,
          thumbs: { answered: { up: 0, down: 0 }, unsure: { up: 0, down: 0 } },
          firstAt: new Date('2026-03-01T12:00:00.000Z'),
          lastAt: bench.now,
        },
        expect.objectContaining({ text: 'Another one \ufffd', unanswered: 1 }),
      ]);
      expect(await bench.store.questions('2', 10)).toHaveLength(1);
      expect(await bench.store.questions('1', 1)).toHaveLength(1);
    });

    test('that many ask in the same moment are counted as if they had come one after the other', async () => {
      await bench.store.recordQuestion('1', 'Often?', 'none');
      await bench.store.saveSettings('3', { questionLog: false });
      await Promise.all([
        bench.store.recordQuestion('2', 'Often?', 'unsure'),
        bench.store.recordQuestion('1', 'often', 'unsure'),
        bench.store.recordQuestion('3', 'Kept nowhere?', 'none'),
        bench.store.recordQuestion('1', 'New?', 'none'),
        bench.store.recordQuestion('1', 'Often?', 'unsure'),
        bench.store.recordQuestion('1', 'NEW', 'unsure'),
      ]);
      expect(await bench.store.questions('1', 10)).toMatchObject([
        { text: 'Often?', unanswered: 1, unsure: 2 },
        { text: 'New?', unanswered: 1, unsure: 1 },
      ]);
      expect(await bench.store.questions('2', 10)).toMatchObject([
        { text: 'Often?', unanswered: 0, unsure: 1 },
      ]);
      expect(await bench.database.rows(`select id from questions where guild = '3'`)).toEqual([]);
    });

    test('without a letter are kept as well', async () => {
      await bench.store.recordQuestion('1', '???', 'none');
      await bench.store.recordQuestion('1', '🙂', 'none');
      expect((await bench.store.questions('1', 10)).map(({ text }) => text).sort()).toEqual(['???', '🙂']);
    });

    test('a member has one thumb on an answer, the latest', async () => {
      await bench.store.recordThumb('1', 'Who?', 'ann', { verdict: 'answered', isUp: true });
      await bench.store.recordThumb('1', 'Who?', 'ben', { verdict: 'answered', isUp: true });
      await bench.store.recordThumb('1', 'who', 'ann', { verdict: 'answered', isUp: false });
      const [question] = await bench.store.questions('1', 10);
      expect(question).toMatchObject({ unanswered: 0, thumbs: { answered: { up: 1, down: 1 } } });
    });

    test('are counted apart by whether the answer was sure, and those asked in vain most come first', async () => {
      await bench.store.recordQuestion('1', 'Once?', 'none');
      await bench.store.recordQuestion('1', 'Often?', 'unsure');
      await bench.store.recordQuestion('1', 'Often?', 'none');
      await bench.store.recordQuestion('1', 'Often?', 'unsure');
      expect(await bench.store.questions('1', 10)).toMatchObject([
        { text: 'Often?', unanswered: 1, unsure: 2 },
        { text: 'Once?', unanswered: 1, unsure: 0 },
      ]);
    });

    test('a thumb says whether the answer was sure, and the latest replaces one on another verdict', async () => {
      await bench.store.recordThumb('1', 'Who?', 'ann', { verdict: 'answered', isUp: true });
      await bench.store.recordThumb('1', 'Who?', 'ben', { verdict: 'unsure', isUp: true });
      await bench.store.recordThumb('1', 'Who?', 'ann', { verdict: 'unsure', isUp: false });
      const [question] = await bench.store.questions('1', 10);
      expect(question?.thumbs).toEqual({ answered: { up: 0, down: 0 }, unsure: { up: 1, down: 1 } });
    });

    test('the thumbs of a member can be removed, and only theirs', async () => {
      await bench.store.recordThumb('1', 'Who?', 'ann', { verdict: 'answered', isUp: true });
      await bench.store.recordThumb('2', 'What?', 'ann', { verdict: 'answered', isUp: true });
      await bench.store.recordThumb('1', 'Who?', 'ben', { verdict: 'answered', isUp: true });
      expect(await bench.store.forgetMember('ann')).toEqual({ thumbs: 2, reports: 0 });
      expect(await bench.store.forgetMember('ann')).toEqual({ thumbs: 0, reports: 0 });
      expect((await bench.store.questions('1', 10))[0]?.thumbs.answered).toEqual({ up: 1, down: 0 });
    });

    test('a dismissed one stays away when it is asked again', async () => {
      await bench.store.recordQuestion('1', 'Who?', 'none');
      await bench.store.recordQuestion('1', 'What?', 'none');
      const [first] = await bench.store.questions('1', 1);
      await bench.store.dismissQuestions([first?.id ?? '']);
      await bench.store.recordQuestion('1', first?.text ?? '', 'none');
      expect((await bench.store.questions('1', 10)).map(({ text }) => text)).not.toContain(first?.text);
      await bench.store.saveSettings('1', { questionLog: false });
      await bench.store.saveSettings('1', {});
      await bench.store.recordQuestion('1', first?.text ?? '', 'none');
      expect(await bench.store.questions('1', 10)).toMatchObject([{ text: first?.text, unanswered: 1 }]);
    });
  });

  describe('a log of questions that is turned off', () => {
    test('is gone with the settings that say so, and what comes late is not kept', async () => {
      await bench.store.recordQuestion('1', 'Who?', 'none');
      await bench.store.recordThumb('1', 'What?', 'ann', { verdict: 'answered', isUp: true });
      await bench.store.recordQuestion('2', 'Who?', 'none');
      await bench.store.saveSettings('1', { questionLog: false });
      await bench.store.recordQuestion('1', 'When?', 'none');
      await bench.store.recordThumb('1', 'When?', 'ann', { verdict: 'unsure', isUp: true });
      expect(await bench.database.rows('select guild from questions')).toEqual([{ guild: '2' }]);
      expect(await bench.database.rows('select question from thumbs')).toEqual([]);
      await bench.store.saveSettings('1', { questionLog: true });
      await bench.store.recordQuestion('1', 'Where?', 'none');
      expect(await bench.store.questions('1', 10)).toMatchObject([{ text: 'Where?' }]);
      expect(await bench.store.questionCount('1')).toBe(1);
    });

    test('has nothing of what several processes write in the same moment', async () => {
      const stores = [bench.store, await bench.open(), await bench.open()];
      for (let round = 0; round < 5; round += 1) {
        await bench.store.saveSettings('1', {});
        await Promise.all([
          ...stores.map((store, number) => store.recordQuestion('1', `Who is number ${number}?`, 'none')),
          bench.store.saveSettings('1', { questionLog: false }),
          ...stores.map((store, number) => store.recordQuestion('1', `What is number ${number}?`, 'unsure')),
        ]);
        expect(await bench.store.questions('1', 10)).toEqual([]);
      }
    });
  });

  describe('servers', () => {
    test('are each told what is set for it, however many ask in the same moment', async () => {
      await bench.store.saveSettings('1', { answersPrivate: true });
      await bench.store.saveSettings('2', { questionsPerMinute: 5 });
      const asked = ['2', '1', 'none', '2'].map((guild) => bench.store.settings(guild));
      expect(await Promise.all(asked)).toEqual([
        { questionsPerMinute: 5 },
        { answersPrivate: true },
        {},
        { questionsPerMinute: 5 },
      ]);
    });

    test('keep what others have set since somebody began, who changes and unsets what is theirs', async () => {
      const began = await bench.store.saveSettings('1', { schedule: '0 6 * * *', answersPrivate: true });
      const [other, own] = await Promise.all([
        bench.store.saveSettings('1', { ...began, questionsPerMinute: 5 }, began),
        bench.store.saveSettings('1', { answersPrivate: false }, began),
      ]);
      const saved = await bench.store.settings('1');
      expect(saved).toEqual({ answersPrivate: false, questionsPerMinute: 5 });
      expect([own, other]).toContainEqual(saved);
    });

    test('settings are kept, and replaced as a whole', async () => {
      expect(await bench.store.settings('1')).toEqual({});
      const settings = { moderatorRole: '5', schedule: '0 6 * * *', questionLog: false };
      await bench.store.saveSettings('1', settings);
      await bench.store.saveSettings('2', { schedule: '0 7 * * 1' });
      await bench.store.saveSettings('2', { answersPrivate: true });
      expect(await bench.store.settings('1')).toEqual(settings);
      expect(await bench.store.settings('2')).toEqual({ answersPrivate: true });
      expect(await bench.store.schedules()).toEqual([{ guild: '1', schedule: '0 6 * * *' }]);
    });

    test('a schedule has the time zone that was set with it', async () => {
      await bench.store.saveSettings('1', { schedule: '0 6 * * *', scheduleZone: 'Europe/Berlin' });
      expect(await bench.store.schedules()).toEqual([
        { guild: '1', schedule: '0 6 * * *', zone: 'Europe/Berlin' },
      ]);
    });

    test('one that the bot joins is new once, whatever is kept of it afterwards', async () => {
      expect(await bench.store.guildJoined('1')).toBe(true);
      expect(await bench.store.guildJoined('1')).toBe(false);
      await bench.store.saveSettings('2', {});
      expect(await bench.store.guildJoined('2')).toBe(false);
    });

    test('thirty days after the bot left one, all that was its own is gone', async () => {
      await bench.publishNotes('guild:1', note('a', 'One.'));
      await bench.publishNotes('guild:1', note('a', 'Two.'));
      await bench.publishNotes('shared', note('s', 'For all.'));
      await bench.store.recordQuestion('1', 'Who?', 'none');
      await bench.store.saveSettings('1', { moderatorRole: '5', schedule: '0 6 * * *' });
      await bench.store.guildLeft('1');
      expect(await bench.store.guilds()).toEqual([]);
      expect(await bench.store.schedules()).toEqual([]);
      bench.pass(29 * DAY);
      expect((await bench.store.purge()).guilds).toEqual([]);
      // Reported once more, by a second process: the days count from the first time.
      await bench.store.guildLeft('1');
      bench.pass(DAY);
      expect(await bench.store.purge()).toMatchObject({ guilds: ['1'], documents: 2 });
      expect(await bench.store.settings('1')).toEqual({});
      expect(await bench.store.questions('1', 10)).toEqual([]);
      expect(await bench.store.history('guild:1', 10)).toEqual([]);
      // Its numbers are not used again: an old message must not show another text under the same number.
      expect(await bench.store.liveRevision('guild:1')).toBe(3);
      expect(await bench.store.entries('guild:1', 3)).toEqual([]);
      expect(await bench.store.revision('guild:1', 2)).toBeUndefined();
      expect(await textsOf(bench.store, 'shared', 1)).toEqual(['For all.']);
    });

    test('one in which people still use the bot keeps its data for thirty days from the last time', async () => {
      await bench.store.recordQuestion('1', 'Who?', 'none');
      await bench.store.guildUsed('1');
      expect(await bench.store.guilds()).toEqual(['1']);
      await bench.store.guildLeft('1');
      bench.pass(DAY);
      const left = await bench.database.rows('select left_at from guilds');
      bench.pass(-1);
      await bench.store.guildUsed('1');
      expect(await bench.database.rows('select left_at from guilds')).toEqual(left);
      bench.pass(28 * DAY);
      await bench.store.guildUsed('1');
      expect(await bench.store.guilds()).toEqual([]);
      bench.pass(30 * DAY - 1);
      expect((await bench.store.purge()).guilds).toEqual([]);
      bench.pass(1);
      expect((await bench.store.purge()).guilds).toEqual(['1']);
      // Nothing is begun of one that nothing is kept of.
      await bench.store.guildUsed('1');
      expect(await bench.database.rows('select id from guilds')).toEqual([]);
    });

    test('one that was left is deleted once, whichever process comes first', async () => {
      await bench.publishNotes('guild:1', note('a', 'One.'));
      await bench.store.guildLeft('1');
      bench.pass(30 * DAY);
      const stores = [bench.store, await bench.open(), await bench.open(), await bench.open()];
      const purged = await Promise.all(stores.map((store) => store.purge()));
      expect(purged.flatMap(({ guilds }) => guilds)).toEqual(['1']);
      expect(await bench.store.liveRevision('guild:1')).toBe(2);
    });

    test('one that takes the bot back in time keeps its data', async () => {
      await bench.store.recordQuestion('1', 'Who?', 'none');
      await bench.store.guildLeft('1');
      expect(await bench.store.guildJoined('1')).toBe(true);
      expect(await bench.store.guildJoined('1')).toBe(false);
      bench.pass(31 * DAY);
      await bench.store.purge();
      expect(await bench.store.guilds()).toEqual(['1']);
      expect(await bench.store.questions('1', 10)).toHaveLength(1);
    });
  });
}
