import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { createRateLimiter } from '../../src/discord/rate-limit.js';
import { isDue, readSchedule } from '../../src/library/schedule.js';
import { type ModeratedServer, moderator, openServer, textOf, whole } from '../support/moderated-server.js';

// What moderators set for their server, and what members notice of it.

const words = copy.knowledge.settings;
const question = 'When does the ferry to the island leave?';

let server: ModeratedServer;

beforeEach(async () => {
  server = await openServer({
    files: { 'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n' },
  });
});

afterEach(() => server.end());

/** Opens a form of /knowledge settings, fills it in, and gives the text of what comes of it. */
async function set(page: string, fields: Record<string, string | readonly string[]>): Promise<string> {
  const { playground } = server;
  const opened = await playground.use({ command: 'knowledge settings', options: { page }, ...moderator });
  const saved = await playground.submitModal(opened, fields, moderator);
  expect(saved.ephemeral).toBe(true);
  return textOf(await whole(saved));
}

const saved = () => server.library.settings(server.playground.homeGuildId);
const idOf = (name: string) => {
  const { channels, roles } = server.playground.world.guilds.home;
  return [...channels, ...roles].find((one) => one.name === name)?.id ?? expect.fail(`no ${name}`);
};

describe('the form for moderation', () => {
  test('sets role, channel and schedule, and says when the next refresh is', async () => {
    const text = await set('moderation', {
      role: idOf('Editors'),
      channel: idOf('reports'),
      schedule: '0 6 * * 1',
    });
    expect(text).toContain(words.saved);
    expect(text).toContain(`<@&${idOf('Editors')}> (an administrator must also allow that role`);
    // The clock says Sunday, 1 March 2026.
    expect(text).toContain(
      `0 6 * * 1 (UTC), next on <t:${Date.UTC(2026, 2, 2, 6) / 1000}:f>`.replace('0 6 * * 1', '`0 6 * * 1`'),
    );
    expect(await saved()).toEqual({
      moderatorRole: idOf('Editors'),
      reportChannel: idOf('reports'),
      schedule: '0 6 * * 1',
    });
  });

  test('shows what is set, and what is emptied is unset', async () => {
    await set('moderation', { role: idOf('Editors'), channel: idOf('reports'), schedule: '0 6 * * 1' });
    await set('moderation', { role: [], schedule: '' });
    expect(await saved()).toEqual({ reportChannel: idOf('reports') });
  });

  test.each([
    ['a channel that the bot may not write in', 'read-only', '', 'I may not write in'],
    ['a schedule that is none', 'reports', 'every monday', 'is not one I can read'],
    ['a schedule of more than once an hour', 'reports', '*/30 * * * *', 'more than once an hour'],
    ['a schedule that never comes', 'reports', '0 0 30 2 *', 'never occurs'],
    ['a schedule without a channel for its reports', undefined, '0 6 * * 1', 'choose a report channel too'],
  ])('%s is not saved, and the rest is', async (_, channel, schedule, reason) => {
    const text = await set('moderation', {
      role: idOf('Editors'),
      schedule,
      ...(channel !== undefined && { channel: idOf(channel) }),
    });
    expect(text).toContain(reason);
    expect(await saved()).toMatchObject({ moderatorRole: idOf('Editors') });
    expect(await saved()).not.toHaveProperty('schedule');
  });
});

describe('the form for answers', () => {
  test('sets who sees answers, how many a minute, and what is kept', async () => {
    const text = await set('answers', { visibility: 'private', pace: '2', log: 'off' });
    expect(text).toContain('Each member: 2 questions a minute');
    expect(await saved()).toEqual({ answersPrivate: true, questionsPerMinute: 2, questionLog: false });
  });

  test('a number that is none is not saved, and the rest is', async () => {
    expect(await set('answers', { visibility: 'private', pace: '99' })).toContain(
      'not a whole number from 1 to 60',
    );
    expect(await saved()).toEqual({ answersPrivate: true, questionLog: true });
  });

  test('is opened again by the button below what was saved', async () => {
    const opened = await server.playground.use({
      command: 'knowledge settings',
      options: { page: 'answers' },
      ...moderator,
    });
    const done = await server.playground.submitModal(opened, { pace: '3' }, moderator);
    const message = await whole(done);
    expect(textOf(await server.fillIn(message, words.change, { pace: '4' }))).toContain(
      '4 questions a minute',
    );
  });
});

describe('answers', () => {
  const ask = (more = {}) => server.playground.use({ command: 'ask', options: { question, ...more } });

  test('are seen by all, or by the asker alone, as the server or the asker says', async () => {
    expect((await ask()).ephemeral).toBe(false);
    await set('answers', { visibility: 'private' });
    expect((await ask()).ephemeral).toBe(true);
    expect((await ask({ private: false })).ephemeral).toBe(false);
  });

  test('are so many a minute for each member, who is told when to ask again', async () => {
    await set('answers', { pace: '2' });
    await ask();
    server.bench.now = new Date(server.bench.now.getTime() + 10_000);
    await ask();
    const third = await ask();
    expect(third.ephemeral).toBe(true);
    const next = server.bench.now.getTime() / 1000 + 50;
    expect(textOf(third.message)).toBe(`${copy.ask.tooMany(2)}<t:${next}:R>.`);
    expect(await server.ask(question, { user: 'editor' })).toContain('at noon');
    server.bench.now = new Date((next + 1) * 1000);
    expect(await server.ask(question)).toContain('at noon');
  });
});

test('the rate limiter counts any minute, not those of the clock', () => {
  let time = 0;
  const limiter = createRateLimiter(() => new Date(time));
  const take = (at: number) => {
    time = at * 1000;
    return limiter.take('member', 3)?.getTime();
  };
  expect([0, 20, 40, 59, 61, 62, 80, 81].map(take)).toEqual([
    undefined,
    undefined,
    undefined,
    60_000,
    undefined,
    80_000,
    undefined,
    100_000,
  ]);
});

test('a schedule is due once in the time in which its moment falls', () => {
  const at = (time: string) => new Date(`2026-03-02T${time}Z`);
  expect(isDue('0 6 * * 1', at('05:59:00'), at('06:00:00'))).toBe(true);
  expect(isDue('0 6 * * 1', at('06:00:00'), at('06:01:00'))).toBe(false);
  expect(isDue('0 6 * * 1', at('05:00:00'), at('05:59:59'))).toBe(false);
  expect(isDue('nonsense', at('05:00:00'), at('07:00:00'))).toBe(false);
});

test.each([
  ['0 * * * *', 'fine'],
  ['0 23,0 * * *', 'fine'],
  ['0,59 23,0 * * *', 'too-often'],
  ['0 0 6 * * 1', 'fine'],
  ['* 0 6 * * 1', 'too-often'],
  ['0 6 * *', 'invalid'],
  ['', 'invalid'],
])('the schedule %j is %s', (expression, wanted) => {
  const read = readSchedule(expression, new Date('2026-03-01T12:00:00Z'));
  expect('fault' in read ? read.fault : 'fine').toBe(wanted);
});
