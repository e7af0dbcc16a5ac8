import { expect, test } from 'vitest';
import { commands } from '../../src/commands/commands.js';
import type { Locale } from '../support/handlers.js';
import { throughTheClient } from '../support/client-handlers.js';
import { openServer } from '../support/moderated-server.js';
import { FILES, textsOf, tour } from '../copy/tour.js';

// The tour through all that the bot shows, with the real client on a loopback Discord, which refuses what Discord refuses and so
// fails the test at its end.

test.each(['en-US', 'zh-CN'] as const satisfies readonly Locale[])(
  'every command, button, select and form is answered in %s',
  async (locale) => {
    const seen = await tour({ locale }, async () => throughTheClient(await openServer({ files: FILES })));
    const given = [...seen.values()].flat();
    const used = new Set(given.map(({ what }) => what));
    const all = commands.flatMap(({ definition: { name }, buttons, selects, forms }) =>
      [buttons, selects, forms].flatMap((of) => Object.keys(of ?? {}).map((action) => `${name}:${action}`)),
    );
    expect(all.filter((one) => !used.has(one)).sort()).toEqual(SELDOM);
    for (const one of given) {
      const text = textsOf(one).join('\n');
      if (one.what !== 'posted') expect(/\p{Script=Han}/u.test(text), `${one.what}: ${text}`).toBe(locale === 'zh-CN');
    }
  },
  300_000,
);

/** What stands only below what takes long to come together; each has a test of its own. */
const SELDOM: readonly string[] = [];
