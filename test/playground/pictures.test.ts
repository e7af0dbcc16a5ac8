import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patientClock } from '../../playground/clock.js';
import { type ModeratedServer, openServer } from '../support/moderated-server.js';
import { hasBrowser, inBrowser, lastMessage, openBrowser, visitPage } from '../support/page-visit.js';

// The pictures of the README, taken of what members and moderators see. `npm run pictures` puts them into docs/.

const { PICTURES } = process.env;
const shipped = [
  'chip-makers.md',
  'model-chip-alliance.md',
  'stepfun.md',
  'glossary.yaml',
  'asked/chip-makers.yaml',
  'asked/model-chip-alliance.yaml',
];

async function shippedFiles(): Promise<Record<string, string>> {
  const folder = new URL('../../../knowledge/', import.meta.url);
  const read = (name: string) => readFile(fileURLToPath(new URL(name, folder)), 'utf8');
  return Object.fromEntries(
    await Promise.all(shipped.map(async (name) => [name, await read(name)] as const)),
  );
}

describe.skipIf(!hasBrowser)(inBrowser('the pictures of the README'), { timeout: 240_000 }, () => {
  let server: ModeratedServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await openServer({ files: await shippedFiles(), playground: { clock: patientClock } });
    browser = await openBrowser();
    ({ page } = await visitPage(browser, server.playground.pageUrl, {
      viewport: { width: 1200, height: 900 },
      deviceScaleFactor: 1.5,
      colorScheme: 'dark',
      timezoneId: 'UTC',
    }));
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  /** Of the last message, or of the whole page. */
  async function take(name: string, of: 'message' | 'page' = 'message') {
    const file = PICTURES === undefined ? {} : { path: join(PICTURES, `${name}.png`) };
    const picture = await (of === 'page' ? page : lastMessage(page)).screenshot(file);
    expect(picture.byteLength).toBeGreaterThan(5_000);
  }

  test('a first visit', async () => {
    await page.locator('.guide-button.question').nth(2).waitFor();
    await take('page', 'page');
    // High enough for whole messages.
    await page.setViewportSize({ width: 1200, height: 1700 });
  });

  test('an answer', async () => {
    const question = 'Which companies are in the Model-Chip Ecosystem Innovation Alliance?';
    await server.playground.use({ command: 'ask', options: { question } });
    await lastMessage(page).locator('blockquote').first().waitFor();
    await take('answer');
  });

  test('a profile', async () => {
    await server.playground.use({ command: 'profile', options: { name: 'Biren' } });
    await lastMessage(page).getByText('壁仞').first().waitFor();
    await take('profile');
  });

  test('a preview', async () => {
    await page.getByLabel('You are').selectOption({ label: 'Mo (moderator)' });
    await page.getByRole('button', { name: 'Preview adding a sample document' }).click();
    await lastMessage(page)
      .getByRole('button', { name: /^Publish for/ })
      .waitFor({ timeout: 180_000 });
    await take('preview');
  });
});
