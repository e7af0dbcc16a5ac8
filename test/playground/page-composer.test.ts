import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { completed, respond } from '../support/page-bot.js';
import { lookAtThePage } from '../support/page-look.js';
import { hasBrowser, inBrowser, offered } from '../support/page-visit.js';
import { login } from '../support/playground-client.js';

describe.skipIf(!hasBrowser)(inBrowser('what one writes into the page'), { timeout: 120_000 }, () => {
  const look = lookAtThePage();
  const { box, last, alert, ask } = look;
  let page: Page;
  beforeAll(() => {
    ({ page } = look);
  });

  describe('commands', () => {
    test('are offered after a slash, with what they take', async () => {
      await box().pressSequentially('/ever');
      await expect.poll(() => offered(page).allInnerTexts()).toHaveLength(1);
      expect(await offered(page).innerText()).toMatch(/\/everything.*count.*colour.*Options of every type/s);
      await box().press('Enter');
      await page.getByRole('textbox', { name: 'count' }).waitFor();
    });

    test('have the names of one’s language, and are used by it', async () => {
      await page.getByLabel('Your language').selectOption('zh-CN');
      await expect
        .poll(async () => {
          await box().fill('');
          await box().pressSequentially('/提');
          return offered(page).allInnerTexts();
        })
        .toHaveLength(1);
      expect(await offered(page).innerText()).toContain('向文档提问');
      await box().press('Enter');
      await page.getByRole('combobox', { name: 'question', exact: true }).fill('阶跃星辰是什么');
      await page.keyboard.press('Enter');
      await last().locator('.option', { hasText: '阶跃星辰是什么' }).waitFor();
    });

    test('that are for moderators are not offered to members', async () => {
      await box().pressSequentially('/know');
      expect(await offered(page).count()).toBe(0);
      await page.getByLabel('You are').selectOption('moderator');
      await page.getByRole('button', { name: 'Preview a refresh' }).waitFor();
      await box().fill('');
      await box().pressSequentially('/know');
      await expect.poll(() => offered(page).count()).toBe(1);
    });

    test('that are not there are told', async () => {
      await ask('/nothing');
      expect(await alert().innerText()).toContain('There is no command /nothing here');
      expect(await box().inputValue()).toBe('/nothing');
    });
  });

  describe('options', () => {
    const add = (name: string) => page.getByRole('button', { name: `Add ${name}:` }).press('Enter');
    const count = () => page.getByRole('textbox', { name: 'count' });

    beforeEach(async () => {
      await box().fill('/everything ');
    });

    test('that are not required open when they are wanted, and go again', async () => {
      expect(await page.locator('.option-field').count()).toBe(1);
      await add('colour');
      const colour = page.getByRole('combobox', { name: 'colour' });
      await expect.poll(() => colour.evaluate((field) => field.matches(':focus'))).toBe(true);
      await page.getByRole('button', { name: 'Remove colour' }).press('Enter');
      expect(await page.locator('.option-field').count()).toBe(1);
      const chip = page.getByRole('button', { name: 'Add colour:' });
      expect(await chip.evaluate((button) => button.matches(':focus'))).toBe(true);
    });

    test('of every type are filled in by keyboard alone', async () => {
      await count().fill('7');
      for (const [name, value] of [
        ['colour', 'Blue'],
        ['who', 'Edgar'],
        ['role', 'Moderators'],
        ['where', '#reports'],
      ] as const) {
        await add(name);
        await page.keyboard.press('Enter');
        await page.keyboard.type(value);
        await page.keyboard.press('Enter');
      }
      await add('file');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes') });
      await count().press('Enter');
      await last()
        .getByText('count 7, colour blue, who Edgar, role Moderators, where reports, file notes.md')
        .waitFor();
    });

    test.each([
      ['0', 'count is a whole number from 1 to 9.'],
      ['1.5', 'count is a whole number from 1 to 9.'],
      ['many', 'count is a whole number from 1 to 9.'],
      ['', 'Fill in count.'],
    ])('with the value “%s” are not sent, and the field says why', async (value, problem) => {
      await count().fill(value);
      await count().press('Enter');
      expect(await page.locator('.option-field .error').innerText()).toBe(problem);
      expect(await count().inputValue()).toBe(value);
    });

    test('take a file that is dropped on the page', async () => {
      await count().fill('3');
      const files = await page.evaluateHandle(`(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['# Dropped'], 'dropped.md'));
        return transfer;
      })()`);
      await page.locator('#scroller').dispatchEvent('drop', { dataTransfer: files });
      await count().press('Enter');
      await last().getByText('file dropped.md').waitFor();
    });

    test('are completed by the bot, and what is sent is the value of the choice', async () => {
      await page.keyboard.press('Escape');
      await box().fill('/sources ');
      await add('document');
      const field = page.getByRole('combobox', { name: 'document' });
      await field.pressSequentially('wa');
      await offered(page).filter({ hasText: 'WAIC 2025' }).waitFor();
      await field.press('ArrowDown');
      await field.press('Enter');
      expect(await field.inputValue()).toBe('WAIC 2025');
      await field.press('Enter');
      await last().getByText('document is knowledge/waic').waitFor();
    });
  });

  describe('offers questions while one is typed', () => {
    const marked = () => page.getByRole('listbox').getByRole('option', { selected: true });
    const used = () => last().locator('.option').innerText();
    const fields = {
      'after /ask': async () => {
        await box().pressSequentially('/ask ');
        return page.getByRole('combobox', { name: 'question', exact: true });
      },
      'as plain text': async () => box(),
    };

    describe.each(Object.entries(fields))('%s', (_, fieldOf) => {
      async function type(typed: string) {
        const field = await fieldOf();
        await field.pressSequentially(typed);
        await offered(page).nth(1).waitFor();
        return field;
      }

      test('arrows move through them and back to what was typed, and Enter takes the one that is marked', async () => {
        const field = await type('who is');
        expect(await offered(page).allInnerTexts()).toEqual(['who is in it?', 'who is not in it?']);
        expect(await marked().count()).toBe(0);
        for (const key of ['ArrowUp', 'ArrowUp']) await field.press(key);
        expect(await marked().innerText()).toBe('who is in it?');
        await field.press('ArrowUp');
        expect(await marked().count()).toBe(0);
        for (const key of ['ArrowDown', 'ArrowDown']) await field.press(key);
        await field.press('Enter');
        expect(await field.inputValue()).toBe('who is not in it?');
        expect(await offered(page).count()).toBe(0);
        await field.press('Enter');
        await expect.poll(used).toBe('question: who is not in it?');
      });

      test('a click takes one', async () => {
        const field = await type('who is');
        await offered(page).first().click();
        expect(await field.inputValue()).toBe('who is in it?');
      });

      test('Enter asks what was typed where none is marked', async () => {
        const field = await type('who is late');
        await field.press('Enter');
        await expect.poll(used).toBe('question: who is late');
      });

      test('Escape closes the list, and nothing else', async () => {
        const field = await type('who is shy');
        await field.press('Escape');
        expect(await offered(page).count()).toBe(0);
        expect(await field.inputValue()).toBe('who is shy');
        await field.press('Enter');
        await expect.poll(used).toBe('question: who is shy');
      });
    });

    test('before anything is typed after /ask, but not where nothing is wanted yet', async () => {
      await box().focus();
      await box().pressSequentially('/ask ');
      await offered(page).first().waitFor();
      expect(completed).toEqual(['']);
    });

    test('not to one who just posts', async () => {
      await page.getByLabel('What plain text does').selectOption('say');
      await ask('who is');
      await last().getByText('who is').waitFor();
      // What a first visit is offered is asked for without a word.
      expect(completed.filter((typed) => typed !== '')).toEqual([]);
    });
  });

  describe('what is typed', () => {
    test('is there again after a reload, for each person and place', async () => {
      await box().fill('a question of Mina');
      await page.getByRole('button', { name: 'reports' }).click();
      expect(await box().inputValue()).toBe('');
      await page.getByLabel('You are').selectOption('moderator');
      await box().fill('/everything ');
      await page.getByRole('textbox', { name: 'count' }).fill('4');
      await page.reload();
      await expect.poll(() => page.getByRole('textbox', { name: 'count' }).inputValue()).toBe('4');
      await page.getByLabel('You are').selectOption('member');
      await page.getByRole('button', { name: 'general' }).click();
      await expect.poll(() => box().inputValue()).toBe('a question of Mina');
    });

    test('is counted near the limit of a question, and what is longer stays', async () => {
      await box().fill('x'.repeat(399));
      expect(await page.locator('.counter').innerText()).toBe('');
      await box().fill('x'.repeat(501));
      expect(await page.locator('.counter').innerText()).toBe('501 of 500');
      await box().press('Enter');
      expect(await alert().innerText()).toContain('a question has up to 500');
      expect(await box().inputValue()).toHaveLength(501);
    });

    test('can be sent again, or written anew, where the bot did not answer', async () => {
      await ask('silence');
      await page.locator('.sending', { hasText: 'Not sent: The application did not respond.' }).waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Edit: /ask silence' }).press('Enter');
      const field = page.getByRole('combobox', { name: 'question', exact: true });
      expect(await field.inputValue()).toBe('silence');
    });

    test('waits while the bot is away, and is sent when it is back', async () => {
      await look.connected.client.destroy();
      await page.getByText('Go on writing: what you send waits until it is back.').waitFor();
      await ask('is anybody there?');
      await page.locator('.sending', { hasText: 'Waits until AI Alliances is online again' }).waitFor();
      await page.reload();
      await page.locator('.sending', { hasText: 'Waits until AI Alliances is online again' }).waitFor();
      Object.assign(look.connected, { client: await login(look.connected.playground, {}, respond) });
      await last().locator('.option', { hasText: 'is anybody there?' }).waitFor();
      await page.locator('.sending').waitFor({ state: 'detached' });
    });
  });
});
