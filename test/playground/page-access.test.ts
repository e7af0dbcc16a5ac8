import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands, respond } from '../support/page-bot.js';
import {
  barriers,
  hasBrowser,
  inBrowser,
  lastMessage,
  messageBox,
  offered,
  openBrowser,
  sharedNames,
  visitPage,
} from '../support/page-visit.js';
import { type Connected, connect } from '../support/playground-client.js';

// Whether everyone can use the page: axe in each of its states, in both colours, wide and narrow.

// Each colour and each width once: neither changes what the other is about.
const looks = [
  { name: 'wide, dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  { name: 'narrow, light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
] as const;

describe.skipIf(!hasBrowser)(inBrowser('everyone can use the page'), { timeout: 240_000 }, () => {
  let connected: Connected;
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  // Each look begins with a playground in which nobody has said anything yet.
  beforeEach(async () => {
    connected = await connect();
    await connected.client.application.commands.set(commands as never);
    connected.onInteraction(respond);
  });

  afterEach(() => connected?.stop());
  afterAll(() => browser?.close());

  test.each(looks)('$name', async ({ viewport, colorScheme }) => {
    const { page } = await visitPage(browser, connected.playground.pageUrl, { viewport, colorScheme });
    const found: Record<string, string[]> = {};
    for (const [state, arrive] of Object.entries(states)) {
      await arrive(page);
      const all = [...(await barriers(page)), ...(await sharedNames(page)).map((name) => `shared: ${name}`)];
      if (all.length > 0) found[state] = all;
    }
    expect(found).toEqual({});
    await page.context().close();
  });

  test('without the bot', async () => {
    const { page } = await visitPage(browser, connected.playground.pageUrl);
    await connected.client.destroy();
    await page.getByText('Go on writing').waitFor();
    await messageBox(page).fill('is anybody there?');
    await messageBox(page).press('Enter');
    await page.locator('.sending').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });
});

const openSidebar = async (page: Page) => {
  const menu = page.getByRole('button', { name: 'Servers, channels and who you are' });
  if (await menu.isVisible()) await menu.click();
};

async function ask(page: Page, question: string) {
  const before = await page.locator('.message').count();
  await messageBox(page).fill(question);
  await messageBox(page).press('Enter');
  await page.locator('.message').nth(before).locator('.content').waitFor();
}

/** The states of the page, each after the one before. */
const states: Record<string, (page: Page) => Promise<void>> = {
  'the first visit': (page) => page.getByRole('button', { name: 'Who is in it?' }).waitFor(),
  'an answer, twice': async (page) => {
    await ask(page, 'who is in the alliance?');
    await ask(page, 'who is in the alliance?');
  },
  'a reply with one of everything': (page) => ask(page, 'parts'),
  'a select that is open': async (page) => {
    await lastMessage(page).getByRole('combobox', { name: 'Pick one' }).press('Enter');
    await offered(page).first().waitFor();
  },
  'a select of several': async (page) => {
    await page.keyboard.press('Escape');
    await lastMessage(page).getByRole('combobox', { name: 'Pick several' }).press('Enter');
    await offered(page).first().waitFor();
  },
  'a form': async (page) => {
    await page.keyboard.press('Escape');
    await lastMessage(page).getByRole('button', { name: 'Open the form' }).press('Enter');
    await page.getByRole('dialog').waitFor();
  },
  'a form with an error': async (page) => {
    await page.getByRole('dialog').getByLabel('Reason').press('Enter');
    await page.getByText('Fill in “Reason”.').waitFor();
  },
  'the menu of a message': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await lastMessage(page)
      .getByRole('button', { name: /^More for/ })
      .press('Enter');
    await page.getByRole('menu').waitFor();
  },
  'the commands': async (page) => {
    await page.keyboard.press('Escape');
    await messageBox(page).fill('/');
    await offered(page).first().waitFor();
  },
  'a command with its options': async (page) => {
    await messageBox(page).fill('/everything ');
    for (const name of ['colour', 'who', 'file'])
      await page.getByRole('button', { name: `Add ${name}:` }).click();
  },
  'what completes an option': async (page) => {
    await page.getByRole('button', { name: 'Leave this command' }).click();
    await messageBox(page).fill('/ask who');
    await offered(page).first().waitFor();
  },
  'an answer for oneself, and one that failed': async (page) => {
    await page.getByRole('combobox', { name: 'question', exact: true }).fill('silence');
    await page.keyboard.press('Enter');
    await page.locator('.sending').last().waitFor();
    await lastMessage(page).getByRole('button', { name: 'Show' }).press('Enter');
    await page.locator('.message', { hasText: 'you pressed aside' }).last().waitFor();
  },
  'a moderator’s preview': async (page) => {
    await page.getByRole('button', { name: 'Become Mo, the moderator' }).click();
    await page.getByRole('button', { name: 'Preview a refresh' }).click();
    await lastMessage(page).getByText('In a box').waitFor();
  },
  'behind the scenes': async (page) => {
    await page.getByRole('button', { name: 'Behind the scenes' }).click();
    await page.locator('.exchange').first().waitFor();
    await page.locator('.exchange > summary').first().press('Enter');
    await page.getByText('Sent to the bot').first().press('Enter');
  },
  'a direct message': async (page) => {
    await page.getByRole('button', { name: 'Close behind the scenes' }).click();
    await openSidebar(page);
    await page.getByRole('button', { name: 'Direct messages' }).click();
    await page.getByText('Only you and AI Alliances read').waitFor();
  },
  'places and oneself': openSidebar,
  'a server without the bot': async (page) => {
    await page.getByRole('button', { name: /Somebody/ }).click();
    await page.getByText('AI Alliances is not in this server').waitFor();
  },
};
