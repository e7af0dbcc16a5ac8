import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { commands, completed, refusal, respond } from './page-bot.js';
import { lastMessage, messageBox, openBrowser, type Visit, visitAnew, visitPage } from './page-visit.js';
import { type Connected, connect } from './playground-client.js';

/** The page with a bot that has one of everything, as somebody sees it who has not been there before. */
export interface Look {
  readonly connected: Connected;
  readonly page: Page;
  box(): Locator;
  last(): Locator;
  alert(): Locator;
  ask(question: string): Promise<void>;
  /** Asks, and waits for the answer to just that. */
  answerTo(question: string): Promise<Locator>;
}

/**
 * For each of the tests around it a page that is opened for the first time. None may make it complain, or the bot do what
 * Discord refuses.
 */
export function lookAtThePage(): Look {
  let connected: Connected;
  let browser: Browser;
  let visit: Visit;

  beforeAll(async () => {
    connected = await connect();
    await connected.client.application.commands.set(commands as never);
    connected.onInteraction(respond);
    browser = await openBrowser();
    visit = await visitPage(browser, connected.playground.pageUrl);
  });

  afterAll(async () => {
    await browser?.close();
    await connected?.stop();
  });

  beforeEach(async () => {
    refusal.isOn = false;
    await visitAnew(visit, connected.playground.pageUrl);
    // What is offered to press is asked for first.
    await visit.page.getByRole('button', { name: 'Who is in it?' }).waitFor();
    completed.length = 0;
  });

  afterEach(() => {
    expect(connected.playground.violations).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  const look: Look = {
    get connected() {
      return connected;
    },
    get page() {
      return visit.page;
    },
    box: () => messageBox(visit.page),
    last: () => lastMessage(visit.page),
    alert: () => visit.page.locator('#alert'),
    async ask(question) {
      await look.box().fill(question);
      await look.box().press('Enter');
    },
    async answerTo(question) {
      const before = await visit.page.locator('.message').count();
      await look.ask(question);
      await visit.page.locator('.message').nth(before).locator('.content').waitFor();
      return look.last();
    },
  };
  return look;
}
