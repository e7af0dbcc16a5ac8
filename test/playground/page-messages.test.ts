import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { finish, refusal } from '../support/page-bot.js';
import { lookAtThePage } from '../support/page-look.js';
import { hasBrowser, inBrowser, offered } from '../support/page-visit.js';

describe.skipIf(!hasBrowser)(inBrowser('what one reads in the page'), { timeout: 120_000 }, () => {
  const look = lookAtThePage();
  const { box, last, ask, answerTo } = look;
  let page: Page;
  beforeAll(() => {
    ({ page } = look);
  });

  describe('a message', () => {
    const pressed = (name: string) => last().getByRole('button', { name }).press('Enter');
    const focused = () => page.evaluate('document.activeElement.getAttribute("aria-label")');

    test('that is ephemeral is for the one who asked, until they dismiss it', async () => {
      await box().fill('/ask quietly');
      await page.getByRole('button', { name: 'Add private:' }).click();
      await page.keyboard.press('Enter');
      await page.keyboard.type('True');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Send' }).click();
      await last().getByText('Only you can see this').waitFor();
      await page.getByLabel('You are').selectOption('moderator');
      await page.getByText('Only you can see this').waitFor({ state: 'detached' });
      await page.getByLabel('You are').selectOption('member');
      await page.getByRole('button', { name: 'Dismiss message for quietly' }).press('Enter');
      await page.getByText('Only you can see this').waitFor({ state: 'detached' });
      expect(await focused()).toBe('Message');
    });

    test('says that the bot is thinking, and then its answer in the same place', async () => {
      await ask('slow');
      await last().getByText('is thinking').waitFor();
      const count = await page.locator('.message').count();
      await finish?.();
      await last().getByText('at last').waitFor();
      expect(await page.locator('.message').count()).toBe(count);
    });

    test('has buttons that work by keyboard, and the focus stays where it was', async () => {
      await answerTo('who is in the alliance?');
      await pressed('Context for who is in the alliance?');
      await last().getByText('you pressed context').waitFor();
      expect(await focused()).toMatch(/^Context for who is in the alliance\?/);
    });

    test('that changes keeps the focus on the button that changed it', async () => {
      await answerTo('parts');
      await pressed('Next page');
      await last().getByText('Page 2').waitFor();
      expect(await focused()).toMatch(/^Next page for parts/);
      await page.keyboard.press('Enter');
      await last().getByText('Page 3').waitFor();
    });

    test('has selects that open, move and take by keyboard', async () => {
      const parts = await answerTo('parts');
      const select = parts.getByRole('combobox', { name: 'Pick one' });
      await select.press('ArrowDown');
      expect(await offered(page).allInnerTexts()).toEqual(['First\nThe one in front', 'Second']);
      await select.press('Escape');
      expect(await offered(page).count()).toBe(0);
      for (const key of ['Enter', 'End', 'Enter']) await select.press(key);
      await last().getByText('picked b').waitFor();
    });

    test('has selects that take several', async () => {
      const parts = await answerTo('parts');
      await parts.getByRole('combobox', { name: 'Pick several' }).click();
      for (const choice of ['First', 'Second']) await offered(page).filter({ hasText: choice }).click();
      await page.keyboard.press('Escape');
      await last().getByText('picked a,b').waitFor();
    });

    test('has a menu, by button, by right click and by keyboard', async () => {
      await page.getByLabel('What plain text does').selectOption('say');
      await ask('Huawei joined.');
      const said = last();
      await said.getByText('Huawei joined.').waitFor();
      await said.getByText('Huawei joined.').click({ button: 'right' });
      const menu = page.getByRole('menu', { name: 'Apps for “Huawei joined.”' });
      await menu.waitFor();
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'detached' });
      const more = said.getByRole('button', { name: 'More for “Huawei joined.”' });
      await more.press('Enter');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Home');
      await page.keyboard.press('Escape');
      expect(await focused()).toBe('More for “Huawei joined.”');
      await more.press('Enter');
      await page.keyboard.press('Enter');
      await last().getByText('looked at: Huawei joined.').waitFor();
    });

    test('that is longer than the window is shown from its beginning', async () => {
      await answerTo('long');
      const top = () =>
        last().evaluate(
          (row) =>
            row.getBoundingClientRect().top - (row.closest('#scroller')?.getBoundingClientRect().top ?? 0),
        );
      await expect.poll(top).toBeGreaterThanOrEqual(0);
      expect(await top()).toBeLessThan(40);
    });

    test('is said aloud when it comes', async () => {
      await answerTo('who is in the alliance?');
      expect(await page.getByRole('log').innerText()).toContain('StepFun');
    });
  });

  describe('a form', () => {
    const form = () => page.getByRole('dialog', { name: 'A form' });
    const reason = () => form().getByLabel('Reason');

    beforeEach(async () => {
      const parts = await answerTo('parts');
      await parts.getByRole('button', { name: 'Open the form' }).press('Enter');
      await form().waitFor();
    });

    test('is filled in and sent by keyboard, and the focus returns', async () => {
      await page.keyboard.type('because');
      await page.keyboard.press('Tab');
      for (const key of ['Enter', 'End', 'Enter']) await page.keyboard.press(key);
      await reason().press('Enter');
      await last().getByText('reason: because, old kind').waitFor();
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(
        /^Open the form for parts/,
      );
    });

    test('says what is missing or too long, and sends nothing', async () => {
      await reason().press('Enter');
      expect(await form().locator('.error').first().innerText()).toBe('Fill in “Reason”.');
      await reason().fill('x'.repeat(101));
      expect(await form().locator('.counter').innerText()).toBe('101 of 100');
      await reason().press('Enter');
      expect(await form().locator('.error').first().innerText()).toBe('Up to 100 characters; there are 101.');
    });

    test('keeps what was typed where sending failed, and can be sent again', async () => {
      refusal.isOn = true;
      await reason().fill('a long story');
      await reason().press('Enter');
      await form().getByText('The application did not respond.').waitFor();
      expect(await reason().inputValue()).toBe('a long story');
      refusal.isOn = false;
      await reason().press('Enter');
      await last().getByText('reason: a long story').waitFor();
    });

    test('keeps what was typed where it is closed and opened again', async () => {
      await reason().fill('half a');
      await page.keyboard.press('Escape');
      await form().waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
      await form().waitFor();
      expect(await reason().inputValue()).toBe('half a');
      await form().getByText('What you typed before is still here.').waitFor();
    });
  });
});
