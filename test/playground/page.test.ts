import { existsSync } from 'node:fs';
import { ComponentType, type Interaction, MessageFlags } from 'discord.js';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Connected, connect } from '../support/playground-client.js';

const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const hasBrowser = existsSync(CHROMIUM);
const title = hasBrowser ? 'the page' : `the page (skipped: there is no ${CHROMIUM})`;

describe.skipIf(!hasBrowser)(title, { timeout: 120_000 }, () => {
  let connected: Connected;
  let browser: Browser;
  let page: Page;
  /** Whatever the page complained about, or asked for elsewhere. */
  const complaints: string[] = [];

  beforeAll(async () => {
    connected = await connect();
    await connected.client.application.commands.set(commands as never);
    connected.onInteraction(answer);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  });

  afterAll(async () => {
    await browser.close();
    await connected.stop();
  });

  beforeEach(async () => {
    complaints.length = 0;
    completed.length = 0;
    const { pageUrl } = connected.playground;
    await page?.close();
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('request', (request) => request.url().startsWith(pageUrl) || complaints.push(request.url()));
    await page.goto(pageUrl);
    await page.getByText('is online').waitFor();
  });

  const box = () => page.getByRole('combobox', { name: 'Message' });
  const last = () => page.locator('.message').last();

  async function ask(question: string) {
    await box().fill(question);
    await box().press('Enter');
  }

  test('shows the answer to a question as Discord would', async () => {
    await ask('who is in the alliance?');
    const message = last();
    const quote = message.locator('blockquote');
    expect(await quote.innerText()).toBe('StepFun & *Biren* are <members>.');
    expect(await quote.locator('strong').innerText()).toBe('StepFun');
    const link = message.getByRole('link', { name: 'The alliance' });
    expect(await link.getAttribute('href')).toBe('https://example.org/alliance');
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(
      await message.locator('.container').evaluate((box) => box.style.getPropertyValue('--accent')),
    ).toBe('#5865f2');
    expect(connected.playground.violations).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('shows text as text, whatever is in it', async () => {
    await ask('<img src=x onerror=alert(1)> [x](javascript:alert(1))');
    // The answers of earlier tests are still on the page: the last message is this one's only when it has come.
    await last().locator('.option', { hasText: 'onerror' }).waitFor();
    expect(await last().locator('.option').innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('offers commands after a slash, and completes their options', async () => {
    await box().pressSequentially('/sou');
    await page.getByRole('option', { name: '/sources' }).waitFor();
    await box().press('Enter');
    const field = page.getByRole('combobox', { name: 'document' });
    await field.pressSequentially('wa');
    await page.getByRole('option', { name: 'WAIC 2025' }).waitFor();
    await field.press('ArrowDown');
    await field.press('Enter');
    expect(await field.inputValue()).toBe('WAIC 2025');
    await page.getByRole('button', { name: 'Send' }).click();
    await last().getByText('document is knowledge/waic').waitFor();
    expect(complaints).toEqual([]);
  });

  describe('offers questions while one is typed', () => {
    const listed = () => page.getByRole('listbox', { name: 'Suggestions' });
    const offered = () => listed().getByRole('option');
    const marked = () => listed().getByRole('option', { selected: true });
    const used = () => last().locator('.option').innerText();
    const fields = {
      'after /ask': async () => {
        await box().pressSequentially('/ask ');
        return page.getByRole('combobox', { name: 'question' });
      },
      'as plain text': async () => box(),
    };

    describe.each(Object.entries(fields))('%s', (_, fieldOf) => {
      async function type(typed: string) {
        const field = await fieldOf();
        await field.pressSequentially(typed);
        await offered().nth(1).waitFor();
        return field;
      }

      test('arrows move through them and back to what was typed, and Enter takes the one that is marked', async () => {
        const field = await type('who is');
        expect(await offered().allInnerTexts()).toEqual(['who is in it?', 'who is not in it?']);
        expect(await marked().count()).toBe(0);
        for (const key of ['ArrowUp', 'ArrowUp']) await field.press(key);
        expect(await marked().innerText()).toBe('who is in it?');
        await field.press('ArrowUp');
        expect(await marked().count()).toBe(0);
        for (const key of ['ArrowDown', 'ArrowDown']) await field.press(key);
        await field.press('Enter');
        expect(await field.inputValue()).toBe('who is not in it?');
        expect(await offered().count()).toBe(0);
        await field.press('Enter');
        await expect.poll(used).toBe('question: who is not in it?');
        expect(complaints).toEqual([]);
      });

      test('a click takes one', async () => {
        const field = await type('who is');
        await offered().first().click();
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
        expect(await offered().count()).toBe(0);
        expect(await field.inputValue()).toBe('who is shy');
        await field.press('Enter');
        await expect.poll(used).toBe('question: who is shy');
      });
    });

    test('before anything is typed after /ask, but not where nothing is wanted yet', async () => {
      await box().focus();
      await box().pressSequentially('/ask ');
      await offered().first().waitFor();
      expect(completed).toEqual(['']);
    });

    test('not to one who just posts', async () => {
      await page.getByLabel('What plain text does').selectOption('say');
      await ask('who is');
      await last().getByText('who is').waitFor();
      expect(completed).toEqual([]);
    });
  });

  test('shows moderators what members are not offered', async () => {
    const offered = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    await box().pressSequentially('/know');
    expect(await offered.count()).toBe(0);
    await page.getByLabel('You are').selectOption('moderator');
    const offersIt = async () => {
      await box().fill('');
      await box().pressSequentially('/know');
      return offered.count();
    };
    await expect.poll(offersIt, { timeout: 60_000 }).toBe(1);
  });

  test('keeps an ephemeral reply to the one who asked', async () => {
    await box().fill('/ask quietly');
    await page.getByLabel('private').selectOption('True');
    await page.getByRole('button', { name: 'Send' }).click();
    await last().getByText('Only you can see this').waitFor();
    await page.getByLabel('You are').selectOption('moderator');
    await page.getByText('Only you can see this').waitFor({ state: 'detached' });
  });

  test('shows that the bot is thinking, and then its answer in the same place', async () => {
    await ask('slow');
    await last().getByText('is thinking').waitFor();
    const count = await page.locator('.message').count();
    await finish?.();
    await last().getByText('at last').waitFor();
    expect(await page.locator('.message').count()).toBe(count);
  });

  test('passes on buttons, selects and forms', async () => {
    await ask('parts');
    await last().getByLabel('Pick one').selectOption('b');
    await last().getByText('picked b').waitFor();
    await page.locator('.container').last().getByLabel('Ask a related question').selectOption('a');
    await last().getByText('picked a').waitFor();
    await page.getByRole('button', { name: 'Open the form' }).last().click();
    const form = page.getByRole('dialog', { name: 'A form' });
    await form.getByLabel('Reason').fill('because');
    await form.getByRole('button', { name: 'Submit' }).click();
    await last().getByText('reason: because').waitFor();
    expect(connected.playground.violations).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('runs commands on a message', async () => {
    await page.getByLabel('What plain text does').selectOption('say');
    await ask('Huawei joined.');
    await last().getByText('Huawei joined.').waitFor();
    await last().hover();
    await last().getByLabel('Apps').click();
    await page.getByRole('button', { name: 'Find sources' }).last().click();
    await last().getByText('looked at: Huawei joined.').waitFor();
  });

  test('can be used on a narrow screen', async () => {
    await page.setViewportSize({ width: 360, height: 640 });
    await ask('who is in the alliance?');
    await last().locator('blockquote').waitFor();
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Servers, channels and who you are' }).click();
    await page.getByRole('button', { name: '# reports' }).click();
    await page.getByRole('heading', { name: 'Welcome to #reports' }).waitFor();
  });
});

const commands = [
  {
    name: 'ask',
    description: 'Ask the documents',
    options: [
      { type: 3, name: 'question', description: 'What to look for', required: true, autocomplete: true },
      { type: 5, name: 'private', description: 'Only you see the answer' },
    ],
  },
  {
    name: 'sources',
    description: 'The documents',
    options: [{ type: 3, name: 'document', description: 'Which', autocomplete: true }],
  },
  {
    name: 'knowledge',
    description: 'Keep the documents',
    default_member_permissions: '32',
    options: [{ type: 1, name: 'status', description: 'What is live' }],
  },
  { name: 'Find sources', type: 3 },
];

/** What the page asked to be completed. */
const completed: string[] = [];

/** Ends the slow answer. */
let finish: (() => Promise<unknown>) | undefined;

const excerpt = [
  '> **StepFun** & \\*Biren\\* are \\<members\\>.',
  '-# [The alliance](https://example.org/alliance) · 28 July 2025',
].join('\n');

const pick = (customId: string, placeholder: string) => ({
  type: ComponentType.ActionRow as const,
  components: [
    {
      type: ComponentType.StringSelect as const,
      custom_id: customId,
      placeholder,
      options: ['a', 'b'].map((value) => ({ label: value, value })),
    },
  ],
});

const parts = [
  pick('pick', 'Pick one'),
  {
    type: ComponentType.Container as const,
    components: [
      { type: ComponentType.TextDisplay as const, content: 'In a box' },
      pick('related', 'Ask a related question'),
    ],
  },
  {
    type: ComponentType.ActionRow as const,
    components: [
      { type: ComponentType.Button as const, style: 1 as const, label: 'Open the form', custom_id: 'open' },
    ],
  },
];

const form = {
  title: 'A form',
  custom_id: 'form',
  components: [
    {
      type: ComponentType.Label as const,
      label: 'Reason',
      component: { type: ComponentType.TextInput as const, style: 1 as const, custom_id: 'reason' },
    },
  ],
};

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    completed.push(interaction.options.getFocused());
    if (interaction.commandName === 'sources')
      return interaction.respond([{ name: 'WAIC 2025', value: 'knowledge/waic' }]);
    return interaction.respond(['who is in it?', 'who is not in it?'].map((name) => ({ name, value: name })));
  }
  if (interaction.isStringSelectMenu()) return interaction.reply(`picked ${interaction.values.join()}`);
  if (interaction.isButton()) return interaction.showModal(form);
  if (interaction.isModalSubmit()) {
    return interaction.reply(`reason: ${interaction.fields.getTextInputValue('reason')}`);
  }
  if (interaction.isMessageContextMenuCommand()) {
    return interaction.reply(`looked at: ${interaction.targetMessage.content}`);
  }
  if (!interaction.isChatInputCommand()) return;
  if (interaction.commandName === 'sources') {
    return interaction.reply(`document is ${interaction.options.getString('document')}`);
  }
  const question = interaction.options.getString('question');
  if (question === 'slow') {
    finish = () => interaction.editReply('at last');
    return interaction.deferReply();
  }
  const flags =
    MessageFlags.IsComponentsV2 | (interaction.options.getBoolean('private') ? MessageFlags.Ephemeral : 0);
  return interaction.reply({
    flags,
    components:
      question === 'parts'
        ? parts
        : [
            {
              type: ComponentType.Container,
              accent_color: 0x5865f2,
              components: [{ type: ComponentType.TextDisplay, content: excerpt }],
            },
          ],
    allowedMentions: { parse: [] },
  });
}
