import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTourServer } from '../copy/client-tour.js';
import { tour } from '../copy/tour.js';
import { throughTheClient } from '../support/client-handlers.js';
import { hasBrowser, inBrowser, openBrowser, visitPage } from '../support/page-visit.js';

// The tour through all that the bot shows, while its moderator has the page open.

describe.skipIf(!hasBrowser)(inBrowser('all that the bot shows'), { timeout: 300_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test.each(['en-US', 'zh-CN'] as const)('is shown by the page in %s', async (locale) => {
    let shown = 0;
    let complained: readonly string[] = [];
    await tour({ locale }, async () => {
      const server = await openTourServer();
      const { page, complaints } = await visitPage(browser, server.playground.pageUrl);
      await page.getByLabel('Your language').selectOption(locale);
      await page.getByLabel('You are').selectOption('moderator');
      const client = throughTheClient(server);
      return {
        ...client,
        async end() {
          shown = await page.locator('.message').count();
          complained = [...complaints];
          await page.context().close();
          await client.end();
        },
      };
    });
    expect(complained).toEqual([]);
    expect(shown).toBeGreaterThan(50);
  });
});
