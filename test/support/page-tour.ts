import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTourServer } from '../copy/client-tour.js';
import { notUsed, SELDOM, tour } from '../copy/tour.js';
import type { Locale } from './handlers.js';
import { throughThePage } from './page-handlers.js';
import { hasBrowser, inBrowser, openBrowser, visitPage } from './page-visit.js';

/** The tour through all that the bot shows, by a person who has the page in front of them and nothing else. */
export function tourThroughThePage(locale: Locale): void {
  describe.skipIf(!hasBrowser)(inBrowser('all that can be done'), { timeout: 900_000 }, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await openBrowser();
    });
    afterAll(() => browser?.close());

    test(`is done in the page in ${locale}`, async () => {
      let complained: readonly string[] = [];
      const seen = await tour({ locale }, async () => {
        const server = await openTourServer();
        const { page, complaints } = await visitPage(browser, server.playground.pageUrl);
        const person = throughThePage(server, page);
        return {
          ...person,
          async end() {
            complained = [...complaints];
            await page.context().close();
            await person.end();
          },
        };
      });
      expect(complained).toEqual([]);
      expect(notUsed(seen).filter((one) => !SELDOM.has(one))).toEqual([]);
    });
  });
}
