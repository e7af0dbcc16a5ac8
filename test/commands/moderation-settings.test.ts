import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { createRateLimiter } from '../../src/discord/rate-limit.js';
import { isDue, readSchedule, readZone } from '../../src/library/schedule.js';
import {
  button,
  type ModeratedServer,
  moderator,
  openServer,
  textOf,
  whole,
} from '../support/moderated-server.js';

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

test('two who save different pages at once keep what the other has set', async () => {
  await Promise.all([
    set('moderation', { role: idOf('Editors') }),
    set('answers', { visibility: 'private', pace: '7', log: 'on' }),
  ]);
  expect(await saved()).toEqual({
    moderatorRole: idOf('Editors'),
    answersPrivate: true,
    questionsPerMinute: 7,
    questionLog: true,
  });
});

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
    expect(text).toContain(`every Monday at 06:00 (UTC), next on <t:${Date.UTC(2026, 2, 2, 6) / 1000}:f>`);
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
    ['a schedule that is none', 'reports', 'now and then', 'is not one I can read'],
    ['a schedule of more than once an hour', 'reports', '*/30 * * * *', 'more than once an hour'],
    ['a schedule that never comes', 'reports', '0 0 30 2 *', 'never occurs'],
    ['a schedule without a channel for its reports', undefined, '0 6 * * 1', 'choose a report channel too'],
  ])('%s: nothing is saved', async (_, channel, schedule, reason) => {
    const text = await set('moderation', {
      role: idOf('Editors'),
      schedule,
      ...(channel !== undefined && { channel: idOf(channel) }),
    });
    expect(text).toContain(reason);
    expect(text).not.toContain(words.saved);
    expect(await saved()).toEqual({});
  });
});

describe('a form that is not taken', () => {
  const opened = async (message: APIMessage, label: string) => {
    const exchange = await server.playground.press(message, button(message, label), moderator);
    return JSON.stringify(exchange.modal);
  };

  async function refused(): Promise<APIMessage> {
    const form = await server.playground.use({
      command: 'knowledge settings',
      options: { page: 'moderation' },
      ...moderator,
    });
    const fields = {
      role: idOf('Editors'),
      channel: idOf('reports'),
      schedule: 'now and then',
      zone: 'Mars/Olympus',
    };
    return whole(await server.playground.submitModal(form, fields, moderator));
  }

  test('is opened again as it was filled in, until it is taken', async () => {
    const message = await refused();
    expect(textOf(message)).toContain('“now and then” is not one I can read. Write “daily at 06:00”');
    expect(textOf(message)).toContain(words.badZone('Mars/Olympus'));
    const again = await opened(message, words.again);
    for (const typed of ['now and then', 'Mars/Olympus', idOf('Editors'), idOf('reports')])
      expect(again).toContain(typed);
    const done = await server.fillIn(message, words.again, {
      schedule: '每周一 6:00',
      zone: 'europe/berlin',
    });
    expect(textOf(done)).toContain('every Monday at 06:00 (Europe/Berlin), next on');
    expect(await saved()).toEqual({
      moderatorRole: idOf('Editors'),
      reportChannel: idOf('reports'),
      schedule: '0 6 * * 1',
      scheduleZone: 'Europe/Berlin',
    });
    const change = await opened(done, words.change);
    expect(change).toContain('every Monday at 06:00');
    expect(change).not.toContain('now and then');
  });

  test('opens with what is set for somebody else, and after a restart', async () => {
    const message = await refused();
    const other = await server.playground.use({
      command: 'knowledge settings',
      options: { page: 'moderation' },
      user: 'owner',
    });
    expect(JSON.stringify(other.modal)).not.toContain('Mars');
    await server.restart();
    expect(await opened(message, words.again)).not.toContain('Mars');
  });
});

describe('turning the log of questions off', () => {
  test('says first how many questions that deletes, and does it when that is confirmed', async () => {
    await server.ask('Who paints the hulls of the ships?');
    await server.ask('What does the harbour cost?');
    const { playground } = server;
    // Nobody waits until they are noted.
    await expect.poll(() => server.library.questionCount(playground.homeGuildId)).toBe(2);
    const form = await playground.use({
      command: 'knowledge settings',
      options: { page: 'answers' },
      ...moderator,
    });
    const asked = await whole(await playground.submitModal(form, { pace: '5', log: 'off' }, moderator));
    expect(textOf(asked)).toContain(words.logOff.ask(2));
    expect(await saved()).toMatchObject({ questionsPerMinute: 5, questionLog: true });
    expect(await server.library.questionCount(playground.homeGuildId)).toBe(2);
    expect(textOf(await server.press(asked, words.logOff.confirm))).toContain(words.log(false));
    expect(await saved()).toMatchObject({ questionsPerMinute: 5, questionLog: false });
    expect(await server.library.questionCount(playground.homeGuildId)).toBe(0);
  });
});

describe('the form for answers', () => {
  test('sets who sees answers, how many a minute, and what is kept', async () => {
    const text = await set('answers', { visibility: 'private', pace: '2', log: 'off' });
    expect(text).toContain('Each member: 2 questions a minute');
    expect(await saved()).toEqual({ answersPrivate: true, questionsPerMinute: 2, questionLog: false });
  });

  test('with a number that is none nothing is saved', async () => {
    expect(await set('answers', { visibility: 'private', pace: '99' })).toContain(
      'not a whole number from 1 to 60',
    );
    expect(await saved()).toEqual({});
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

test('a schedule follows the clocks of its time zone', () => {
  const next = (now: string) => readSchedule('0 6 * * *', new Date(now), 'Europe/Berlin');
  expect(next('2026-03-28T12:00:00Z')).toEqual({ next: new Date('2026-03-29T04:00:00Z') });
  expect(next('2026-03-27T12:00:00Z')).toEqual({ next: new Date('2026-03-28T05:00:00Z') });
  // On the day on which the clocks go forward there is no half past two, but three; on that on which they go back, it is due once.
  expect(readSchedule('30 2 * * *', new Date('2026-03-28T12:00:00Z'), 'Europe/Berlin')).toEqual({
    next: new Date('2026-03-29T01:00:00Z'),
  });
  const due = (from: string, to: string) =>
    isDue('30 2 * * *', new Date(from), new Date(to), 'Europe/Berlin');
  expect(due('2026-10-25T00:00:00Z', '2026-10-25T00:45:00Z')).toBe(true);
  expect(due('2026-10-25T00:45:00Z', '2026-10-25T03:00:00Z')).toBe(false);
});

test('a time zone is known by its name in IANA’s list, however it is written', () => {
  expect(['Europe/Berlin', 'asia/SHANGHAI', 'UTC', 'Berlin', ''].map(readZone)).toEqual([
    'Europe/Berlin',
    'Asia/Shanghai',
    'UTC',
    undefined,
    undefined,
  ]);
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
