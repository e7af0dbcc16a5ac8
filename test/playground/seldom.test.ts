import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SELDOM } from '../copy/tour.js';
import { type As, componentsOf, type GivenMessage, lastOf, textOf } from '../support/handlers.js';
import { openServer } from '../support/moderated-server.js';
import { type PersonAtThePage, throughThePage } from '../support/page-handlers.js';
import { hasBrowser, inBrowser, openBrowser, visitPage } from '../support/page-visit.js';

// What the tour does not come by, as it takes much to come together: by a person who has the page in front of them.

const QUESTION = 'When does the ferry leave?';
const document = (title: string, lines: readonly string[]) => `# ${title}\n\n${lines.join('\n\n')}\n`;
const ferry = (time: string) => document('Ferry', [`The ferry leaves the harbour at ${time}.`]);

const FILES = {
  'ferry.md': ferry('noon'),
  'broken.md': document('Lighthouse', ['The lighthouse was painted white.']),
  'moray.md': document(
    'Moray Shipping',
    Array.from({ length: 12 }, (_, at) => `On 3 May ${2001 + at} Moray Shipping bought ship number ${at}.`),
  ),
  'outline.md': Array.from(
    { length: 90 },
    (_, at) =>
      `## Chapter ${at}, of everything that is known of pier number ${at} of the old harbour\n\nPier ${at}.\n`,
  ).join('\n'),
  ...Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `pier-${at}.md`,
      document(`Pier number ${at} of the old harbour, as it was before the great storm of the year`, [
        `Pier number ${at} is made of oak.`,
      ]),
    ]),
  ),
  'glossary.yaml': JSON.stringify({ entities: [{ name: 'Moray Shipping', kind: 'company' }] }),
};

const member: As = { userId: 'member', isManager: false };

describe.skipIf(!hasBrowser)(inBrowser('what is seldom there'), { timeout: 300_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(['en-US', 'zh-CN'] as const)('is used in the page in %s', async (locale) => {
    const server = await openServer({ files: FILES });
    const { page, complaints } = await visitPage(browser, server.playground.pageUrl);
    const used = new Set<string>();
    const person = noting(throughThePage(server, page), used);
    const reader = { locale, ...member };
    const moderator = { locale };
    /** Nobody asks more often than they may. */
    const use: PersonAtThePage['use'] = (...what) => {
      server.bench.now = new Date(server.bench.now.getTime() + 61_000);
      return person.use(...what);
    };
    const asks = async (question: string) => lastOf(await use('ask', { question }, reader));

    async function follow(on: GivenMessage, action: string, as: As = moderator): Promise<GivenMessage> {
      const found = componentsOf(on.message.components).find(
        ({ custom_id: id }) => id?.startsWith(`${action}:`) || id === action,
      );
      const { custom_id: id, options } = found ?? expect.fail(`no ${action} on ${textOf(on.message)}`);
      if (!options) return lastOf(await person.press(on, `${id}`, as));
      return lastOf(await person.choose(on, `${id}`, [`${options.at(-1)?.value}`], as));
    }

    async function publishes(time: string): Promise<void> {
      await server.bench.write('ferry.md', ferry(time));
      await follow(
        lastOf(await use('knowledge refresh', { collection: 'shared' }, moderator)),
        'knowledge:publish',
      );
    }

    await server.lookAtSchedules();
    const answer = await asks(QUESTION);
    for (const what of ['pottery', 'falconry', 'astronomy', 'beekeeping', 'calligraphy', 'geology', 'opera'])
      await asks(`Who teaches ${what} in Vienna?`);
    await follow(lastOf(await use('knowledge questions', {}, moderator)), 'knowledge:questions');

    // More than a page.
    await follow(lastOf(await use('knowledge list', { collection: 'shared' }, moderator)), 'knowledge:list');
    await follow(lastOf(await use('profile', { name: 'Moray Shipping' }, reader)), 'profile:page', reader);
    await follow(lastOf(await use('timeline', {}, reader)), 'timeline:page', reader);
    await follow(lastOf(await use('sources', { document: 'outline' }, reader)), 'sources:document', reader);

    // Another revision is live.
    await server.bench.write('new.md', document('Buoy', ['The buoy is red.']));
    const early = lastOf(await use('knowledge refresh', { collection: 'shared' }, moderator));
    await publishes('nine');
    await follow(await follow(early, 'knowledge:publish'), 'knowledge:again');
    const again = await follow(await follow(answer, 'ask:context', reader), 'ask:again', reader);
    expect(textOf(again.message)).toContain('at nine');

    // A document that cannot be read any more.
    await server.bench.write('broken.md', '');
    const kept = lastOf(await use('knowledge refresh', { collection: 'shared' }, moderator));
    await follow(kept, 'knowledge:leave-out');

    // What is posted.
    const reports = server.playground.world.guilds.home.channels.find(({ name }) => name === 'reports');
    await server.library.saveSettings(
      server.playground.homeGuildId,
      { schedule: '0 6 * * *', reportChannel: reports?.id ?? '' },
      'mod',
    );
    server.bench.now = new Date('2026-03-02T05:59:00Z');
    await server.lookAtSchedules();
    // More than a page of a report has room for.
    for (let at = 0; at < 60; at += 1)
      await server.bench.write(
        `wharf-${at}.md`,
        document(`Wharf number ${at} of the new harbour`, [
          `Wharf ${at} is made of stone, and was built in a year.`,
        ]),
      );
    server.bench.now = new Date('2026-03-02T06:00:30Z');
    await server.lookAtSchedules();
    const report = await person.newest(moderator, 'reports');
    await follow(report, 'knowledge:preview');
    await follow(report, 'knowledge:report');
    server.playground.removeBot('home');
    server.playground.addBot('home');
    await follow(await person.newest(moderator, 'general'), 'help:show');

    // Questions that were kept.
    const [form] = await use('knowledge settings', { page: 'answers' }, moderator);
    if (form?.kind !== 'form') expect.fail('no form');
    const asked = lastOf(await person.submit(form, { pace: '5', log: 'off' }, moderator));
    await follow(asked, 'knowledge:log-off');

    expect([...SELDOM].filter((action) => !used.has(action))).toEqual([...NOT_HERE]);
    expect(complaints).toEqual([]);
    await page.context().close();
    await server.end();
  });
});

/** The help is one page in these languages. */
const NOT_HERE = ['help:page'];

function noting(person: PersonAtThePage, used: Set<string>): PersonAtThePage {
  const note = (id: string) => used.add(id.split(':').slice(0, 2).join(':'));
  return {
    ...person,
    press(on, id, as) {
      note(id);
      return person.press(on, id, as);
    },
    choose(on, id, values, as) {
      note(id);
      return person.choose(on, id, values, as);
    },
  };
}
