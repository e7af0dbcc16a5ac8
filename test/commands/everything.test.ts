import { expect, test } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import { openTourServer } from '../copy/client-tour.js';
import { textsOf, tour } from '../copy/tour.js';
import { throughTheClient } from '../support/client-handlers.js';
import type { Locale } from '../support/handlers.js';

// The tour through all that the bot shows, with the real client on a loopback Discord, which refuses what Discord refuses and so
// fails the test at its end.

test.each(['en-US', 'zh-CN'] as const satisfies readonly Locale[])(
  'commands, menus, buttons, selects and forms are answered in %s',
  async (locale) => {
    const seen = await tour({ locale }, async () => throughTheClient(await openTourServer()));
    const given = [...seen.values()].flat();
    const used = new Set(given.map(({ what }) => what));
    const all = commands.flatMap(({ definition: { name }, buttons, selects, forms }) =>
      [buttons, selects, forms].flatMap((of) => Object.keys(of ?? {}).map((action) => `${name}:${action}`)),
    );
    expect(all.filter((one) => !used.has(one) && !SELDOM.has(one))).toEqual([]);
    for (const one of given) {
      // Beside a Chinese name of the documents, and a date as one may write it in any language.
      const text = textsOf(one)
        .join('\n')
        .replace(/佐凡|2025年7月/g, '');
      if (one.what !== 'posted')
        expect(/\p{Script=Han}/u.test(text), `${one.what}: ${text}`).toBe(locale === 'zh-CN');
    }
  },
  300_000,
);

/** What the tour does not come by, as it stands only below what takes much to come together. */
const SELDOM: ReadonlySet<string> = new Set([
  // Where another revision is live by now, or what a preview was made for is not.
  'ask:again',
  'knowledge:again',
  // Where there is more than a page has room for.
  'help:page',
  'knowledge:list',
  'knowledge:questions',
  'profile:page',
  'sources:document',
  'timeline:page',
  // What is posted when the bot joins, or by the schedule.
  'help:show',
  'knowledge:preview',
  'knowledge:report',
  // Where a live document cannot be read any more, or where questions were kept and are to be deleted.
  'knowledge:leave-out',
  'knowledge:log-off',
]);
