import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { patientClock } from '../../playground/clock.js';
import { type ModeratedServer, openServer } from '../support/moderated-server.js';
import { hasBrowser, inBrowser, lastMessage, openBrowser, visitPage } from '../support/page-visit.js';

// The way of a person who sees the page for the first time, with the bot itself and documents that ship.

const shipped = ['chip-makers.md', 'model-chip-alliance.md', 'glossary.yaml', 'asked/chip-makers.yaml'];

async function filesOf(names: readonly string[]): Promise<Record<string, string>> {
  const folder = new URL('../../../knowledge/', import.meta.url);
  const read = (name: string) => readFile(fileURLToPath(new URL(name, folder)), 'utf8');
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
}

describe.skipIf(!hasBrowser)(inBrowser('a first visit'), { timeout: 240_000 }, () => {
  let server: ModeratedServer;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let presses: number;

  beforeAll(async () => {
    // Discord's three seconds are those of another test: here it is not to matter how busy the machine is.
    server = await openServer({ files: await filesOf(shipped), playground: { clock: patientClock } });
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  beforeEach(async () => {
    presses = 0;
    ({ page, complaints } = await visitPage(browser, server.playground.pageUrl));
  });

  afterEach(async () => {
    await page.context().close();
    expect(complaints).toEqual([]);
  });

  const questions = () => page.locator('.guide-button.question');

  async function press(name: string | RegExp) {
    presses += 1;
    await page.getByRole('button', { name }).click();
  }

  test('says in a sentence what this is, and offers three questions', async () => {
    await questions().nth(2).waitFor();
    expect(await questions().count()).toBe(3);
    await page.getByText(/^AI Alliances: Ask about .* quoted from the documents, with sources$/).waitFor();
  });

  test.each([0, 1, 2])('question %i gives a cited answer with one press', async (position) => {
    await questions().nth(position).click();
    const answer = lastMessage(page);
    await answer.locator('blockquote').first().waitFor();
    expect(await answer.locator('.subtext a, .markdown a').count()).toBeGreaterThan(0);
  });

  test('gives a moderator the preview of a document with two presses', async () => {
    await press('Become Mo, the moderator');
    await press('Preview adding a sample document');
    await lastMessage(page)
      .getByRole('button', { name: /^Publish for/ })
      .waitFor({ timeout: 180_000 });
    expect(await lastMessage(page).innerText()).toContain('Harbour Chip Forum');
    expect(presses).toBeLessThanOrEqual(3);
  });

  test('gives a moderator the preview of a refresh with two presses', async () => {
    await server.bench.write('news.md', '# News\n\nThe Harbour Chip Forum met on 4 May 2026.\n');
    await press('Become Mo, the moderator');
    await press('Preview a refresh');
    await lastMessage(page)
      .getByRole('button', { name: /^Publish for/ })
      .waitFor({ timeout: 180_000 });
    expect(presses).toBeLessThanOrEqual(3);
  });

  test('leads to all that the bot can do', async () => {
    await press('What can it do?');
    await lastMessage(page).getByText('/ask').first().waitFor();
    await press('All commands');
    await page.locator('.suggestions li', { hasText: '/sources' }).waitFor();
  });

  test('loses nothing when the bot restarts', async () => {
    await questions().first().click();
    await lastMessage(page).locator('blockquote').first().waitFor();
    const before = await page.locator('.message').count();
    await page.getByRole('combobox', { name: 'Message', exact: true }).fill('half a question');
    await server.restart();
    await page.getByText('is online').first().waitFor();
    expect(await page.locator('.message').count()).toBe(before);
    expect(await page.getByRole('combobox', { name: 'Message', exact: true }).inputValue()).toBe(
      'half a question',
    );
    // What was answered before still works.
    await lastMessage(page).locator('.row .button').first().click();
    await page.locator('.message').nth(before).waitFor();
  });
});
