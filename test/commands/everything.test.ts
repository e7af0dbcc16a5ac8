import { expect, test } from 'vitest';
import { openTourServer } from '../copy/client-tour.js';
import { notUsed, SELDOM, textsOf, tour } from '../copy/tour.js';
import { throughTheClient } from '../support/client-handlers.js';
import type { Locale } from '../support/handlers.js';

// The tour through all that the bot shows, with the real client on a loopback Discord, which refuses what Discord refuses and so
// fails the test at its end.

test.each(['en-US', 'zh-CN'] as const satisfies readonly Locale[])(
  'commands, menus, buttons, selects and forms are answered in %s',
  async (locale) => {
    const seen = await tour({ locale }, async () => throughTheClient(await openTourServer()));
    const given = [...seen.values()].flat();
    expect(notUsed(seen).filter((one) => !SELDOM.has(one))).toEqual([]);
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
