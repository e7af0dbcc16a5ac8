import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands, completed, finish, refusal, respond } from '../support/page-bot.js';
import {
  hasBrowser,
  inBrowser,
  lastMessage,
  messageBox,
  offered,
  openBrowser,
  type Visit,
  visitAnew,
  visitPage,
} from '../support/page-visit.js';
import { type Connected, connect, login } from '../support/playground-client.js';

describe.skipIf(!hasBrowser)(inBrowser('the page'), { timeout: 120_000 }, () => {
  let connected: Connected;
  let browser: Browser;
  let visit: Visit;
  let page: Page;

  beforeAll(async () => {
    connected = await connect();
    await connected.client.application.commands.set(commands as never);
    connected.onInteraction(respond);
    browser = await openBrowser();
    visit = await visitPage(browser, connected.playground.pageUrl);
    ({ page } = visit);
  });

  afterAll(async () => {
    await browser?.close();
    await connected?.stop();
  });

  beforeEach(async () => {
    refusal.isOn = false;
    await visitAnew(visit, connected.playground.pageUrl);
    // What is offered to press is asked for first.
    await page.getByRole('button', { name: 'Who is in it?' }).waitFor();
    completed.length = 0;
  });

  afterEach(async () => {
    expect(connected.playground.violations).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  const box = () => messageBox(page);
  const last = () => lastMessage(page);
  const alert = () => page.locator('#alert');

  async function ask(question: string) {
    await box().fill(question);
    await box().press('Enter');
  }

  /** Asks, and waits for the answer to just that. */
  async function answerTo(question: string) {
    const before = await page.locator('.message').count();
    await ask(question);
    await page.locator('.message').nth(before).locator('.content').waitFor();
    return last();
  }

  test('shows the answer to a question as Discord would', async () => {
    const message = await answerTo('who is in the alliance?');
    const quote = message.locator('blockquote');
    expect(await quote.innerText()).toBe('StepFun & *Biren* are <members>.');
    expect(await quote.locator('strong').innerText()).toBe('StepFun');
    const link = message.getByRole('link', { name: 'WION, example.org' });
    expect(await link.getAttribute('href')).toBe('https://example.org/alliance');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(
      await message.locator('.container').evaluate((box) => box.style.getPropertyValue('--accent')),
    ).toBe('#5865f2');
    const outward = message.getByRole('link', { name: 'Read on' });
    expect(await outward.getAttribute('href')).toBe('https://example.org/more');
    expect(await message.getByRole('img', { name: 'thumbs up' }).count()).toBe(1);
  });

  test('shows text as text, whatever is in it', async () => {
    const message = await answerTo('<img src=x onerror=alert(1)> [x](javascript:alert(1))');
    expect(await message.locator('.option').innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('img').count()).toBe(0);
  });

  test('shows times in the language that one has chosen', async () => {
    await page.getByLabel('Your language').selectOption('de');
    const message = await answerTo('who is in the alliance?');
    expect(await message.locator('.content time').innerText()).toMatch(/^2[78]\. Juli 2025$/);
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
      await connected.client.destroy();
      await page.getByText('Go on writing: what you send waits until it is back.').waitFor();
      await ask('is anybody there?');
      await page.locator('.sending', { hasText: 'Waits until AI Alliances is online again' }).waitFor();
      await page.reload();
      await page.locator('.sending', { hasText: 'Waits until AI Alliances is online again' }).waitFor();
      Object.assign(connected, { client: await login(connected.playground, {}, respond) });
      await last().locator('.option', { hasText: 'is anybody there?' }).waitFor();
      await page.locator('.sending').waitFor({ state: 'detached' });
    });
  });

  describe('places', () => {
    const server = (name: string | RegExp) => page.getByRole('button', { name }).click();

    test('are another server, direct messages and a group, each with its own messages', async () => {
      await server('Another server');
      await page.getByRole('heading', { name: 'Another server' }).waitFor();
      await page.getByText('Welcome to # general').waitFor();
      await server('Direct messages');
      await page.getByText('Only you and AI Alliances read what is written here.').waitFor();
      await answerTo('who is in the alliance?');
      await page.getByRole('button', { name: 'Mina, Edgar' }).click();
      await page.getByText('AI Alliances is not in this group.').waitFor();
      await answerTo('and here?');
    });

    test('say where somebody is offered nothing', async () => {
      await server(/Somebody/);
      await page.getByText('You can use it, as you have installed it for yourself').waitFor();
      await page.getByLabel('You are').selectOption('editor');
      await page.getByText('AI Alliances offers Edgar no commands here.').waitFor();
    });

    test('are the same after a reload, and so are person, language and colours', async () => {
      await page.getByRole('button', { name: 'reports' }).click();
      await page.getByLabel('Your language').selectOption('fr');
      const isLight = () => page.evaluate('document.documentElement.dataset.theme');
      const before = await isLight();
      await page.getByRole('button', { name: 'Light colours' }).click();
      await page.reload();
      await page.getByRole('heading', { name: '# reports', exact: true }).waitFor();
      expect(await page.getByLabel('Your language').inputValue()).toBe('fr');
      expect(await isLight()).not.toBe(before);
    });
  });

  test('shows behind the scenes what was sent and when, and nothing until it is opened', async () => {
    const asked: string[] = [];
    const note = (request: Request) => asked.push(new URL(request.url()).pathname);
    page.on('request', note);
    await answerTo('who is in the alliance?');
    expect(asked.filter((path) => path.includes('exchange'))).toEqual([]);
    await page.getByRole('button', { name: 'Behind the scenes' }).click();
    const panel = page.getByRole('complementary', { name: 'Behind the scenes' });
    await panel.waitFor();
    await answerTo('and now?');
    const exchange = panel.locator('.exchange', { hasText: 'command' }).first();
    await exchange.getByText(/first answer \d+ ms/).waitFor();
    await exchange.locator('summary').first().press('Enter');
    await exchange.getByText('Sent to the bot: INTERACTION_CREATE').press('Enter');
    await exchange.getByText('"and now?"').first().waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    page.off('request', note);
  });

  test('can be used on a narrow screen', async () => {
    const { width, height } = page.viewportSize() ?? expect.fail('no size');
    await page.setViewportSize({ width: 390, height: 700 });
    await answerTo('who is in the alliance?');
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Servers, channels and who you are' }).click();
    await page.getByRole('button', { name: 'reports' }).click();
    await page.getByRole('heading', { name: 'Welcome to # reports' }).waitFor();
    await page.setViewportSize({ width, height });
  });
});
