import { type APIMessage, ComponentType } from 'discord.js';
import type { Locator, Page, Response } from 'playwright-core';
import { expect } from 'vitest';
import type { ModalBody } from '../../playground/rules/modal.js';
import type { Message } from '../../src/discord/render.js';
import { actorOf, isUnderWay, kindOf } from './client-handlers.js';
import {
  type As,
  componentsOf,
  ELSEWHERE,
  type Given,
  type GivenForm,
  type GivenMessage,
  type HandedOver,
  type Handlers,
  textOf,
} from './handlers.js';
import type { ModeratedServer } from './moderated-server.js';
import { messageBox } from './page-visit.js';

/** What the page is told of what somebody did. */
interface Done {
  readonly id: string;
  readonly failed: boolean;
  readonly modal?: ModalBody;
}

export type PersonAtThePage = Pick<
  Handlers,
  'use' | 'menu' | 'press' | 'choose' | 'submit' | 'bench' | 'posted' | 'end'
> & {
  /** The newest message that they see where they are to be. @param channel by its name, else the first one */
  newest(as?: As, channel?: string): Promise<GivenMessage>;
};

/** What {@link Handlers} do, done by a person in the page: every option, button, select, menu and form is one that they see. */
export function throughThePage(server: ModeratedServer, page: Page): PersonAtThePage {
  const { playground, bench } = server;
  const { guilds } = playground.world;
  const messages = new WeakMap<GivenMessage, APIMessage>();
  /** How each form was opened. */
  const openers = new WeakMap<GivenForm, () => Promise<readonly Given[]>>();
  const dialog = page.locator('#form');
  const picker = (label: string) => page.getByLabel(label);
  let where = '';
  /** The form that is open. */
  let opened: GivenForm | undefined;

  async function closeForm(): Promise<void> {
    opened = undefined;
    if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Cancel' }).click();
  }

  /** Is who they are to be, where they are to be. */
  async function be(as: As): Promise<void> {
    const { userId = 'moderator', locale = 'en-US', guildId = guilds.home.id } = as;
    const wanted = JSON.stringify([userId, locale, guildId]);
    if (wanted === where) return;
    where = wanted;
    await closeForm();
    await picker('You are').selectOption(userId);
    await picker('Your language').selectOption(locale);
    const { name } = guilds[guildId === ELSEWHERE ? 'other' : 'home'];
    const server = guildId === null ? 'Direct messages' : name;
    const offered = page.waitForResponse((response) => response.url().includes('/page/commands?'));
    await page.getByRole('button', { name: server, exact: true }).click();
    await offered;
  }

  /** What the page is told when the playground has done it; `undefined` where the page does not send it. */
  async function done(action: string, act: () => Promise<void>): Promise<Done | undefined> {
    const answered = page.waitForResponse((response) => response.url().endsWith(`/page/${action}`));
    const refused = page.locator('.option-field .error, .field .error').filter({ hasText: /./ }).first();
    await act();
    const first = await Promise.race([answered, refused.waitFor().then(() => undefined)]);
    answered.catch(() => {});
    return first && bodyOf(first);
  }

  /** The message that came of it, as the page shows it, or the form. */
  async function came(
    what: string,
    as: As,
    act: () => Promise<Done | undefined>,
    on?: GivenMessage,
  ): Promise<Given[]> {
    const { locale = 'en-US' } = as;
    const open = async (): Promise<Given[]> => {
      await be(as);
      const answer = await act();
      opened = undefined;
      if (!answer || answer.failed) return [];
      return answer.modal ? [form(answer.modal)] : [await message(answer)];
    };
    const form = (modal: ModalBody): GivenForm => {
      const given: GivenForm = {
        kind: 'form',
        what,
        locale,
        form: modal as unknown as GivenForm['form'],
        ...(on && { on }),
      };
      openers.set(given, open);
      opened = given;
      return given;
    };
    const message = async ({ id }: Done): Promise<GivenMessage> => {
      const seen = () => {
        const place = on && messages.get(on)?.channel_id;
        const read = playground.read({ ...actorOf(as), ...(place && { place }) });
        const own = read.findLast(({ interaction_metadata: by }) => by?.id === id);
        return own ?? (on && read.find((one) => one.id === messages.get(on)?.id));
      };
      const isAtWork = () => isUnderWay(textOf((seen() ?? { components: [] }) as unknown as Message));
      await expect.poll(isAtWork, { timeout: WORK_MS }).toBe(false);
      const shown = seen() ?? expect.fail(`nothing came of ${what}`);
      return seenOnPage(what, shown, as);
    };
    return open();
  }

  /** The message, once the page shows what can be done with it: it is told of a change a little after it is made. */
  async function seenOnPage(
    what: string,
    shown: APIMessage,
    { locale = 'en-US' }: As,
  ): Promise<GivenMessage> {
    const row = rowOf(shown);
    await row.locator('.content').waitFor();
    for (const { custom_id: id } of componentsOf((shown as unknown as Message).components)) {
      if (id) await row.locator(`[data-custom-id="${id}"]`).first().waitFor({ state: 'attached' });
    }
    const isSeenByAll = ((shown.flags ?? 0) & EPHEMERAL) === 0;
    const message = shown as unknown as Message;
    const given: GivenMessage = { kind: 'message', what, locale, message, isSeenByAll };
    messages.set(given, shown);
    return given;
  }

  const rowOf = ({ id }: Pick<APIMessage, 'id'>): Locator => page.locator(`.message[data-id="${id}"]`);
  const controlOf = (on: GivenMessage, customId: string): Locator =>
    rowOf(messages.get(on) ?? expect.fail(`not a message of the page's: ${on.what}`))
      .locator(`[data-custom-id="${customId}"]`)
      .first();

  /** Does something with a control of a message, where it is still there; the page of another person shows it after a moment. */
  async function at(
    on: GivenMessage,
    customId: string,
    as: As,
    action: string,
    act: () => Promise<void>,
  ): Promise<Done | undefined> {
    await closeForm();
    if (!isThere(on, customId, as)) return undefined;
    await controlOf(on, customId).waitFor({ state: 'attached' });
    return done(action, act);
  }

  function isThere(on: GivenMessage, customId: string, as: As): boolean {
    const shown = messages.get(on) ?? expect.fail(`not a message of the page's: ${on.what}`);
    const now = playground
      .read({ ...actorOf(as), place: shown.channel_id })
      .find(({ id }) => id === shown.id) as unknown as Message | undefined;
    return componentsOf(now?.components ?? []).some(({ custom_id: id }) => id === customId);
  }

  /** Opens the command as one types it; whether it is offered. */
  async function openCommand(command: string): Promise<boolean> {
    await messageBox(page).fill(`/${command} `);
    if ((await page.locator('.command-form').count()) > 0) return true;
    await messageBox(page).fill('');
    return false;
  }

  async function fillOption(name: string, value: unknown): Promise<void> {
    const chip = page.locator(`.chip[data-option="${name}"]`);
    if ((await chip.count()) > 0) await chip.click();
    const field = page.locator(`.option-field[data-option="${name}"]`);
    if (typeof value === 'object') {
      const { name: file, content } = value as HandedOver;
      const buffer = Buffer.from(content);
      await field.locator('input').setInputFiles({ name: file, mimeType: 'text/plain', buffer });
    } else if ((await field.locator('.select').count()) > 0) {
      await pick(field, choicesOf(name).indexOf(value as string | boolean));
    } else {
      await field.locator('input').fill(`${value}`);
    }
  }

  /** The values of an option that is chosen from a list, in its order. */
  function choicesOf(name: string): readonly (string | number | boolean)[] {
    const options = playground.commands().flatMap(({ options = [] }) => options);
    const all = options.flatMap((option) => ('options' in option ? (option.options ?? []) : [option]));
    const choices = all.flatMap((one) => (one.name === name && 'choices' in one ? (one.choices ?? []) : []));
    return choices.length > 0 ? choices.map(({ value }) => value) : [true, false];
  }

  async function fillField(
    field: Locator,
    values: readonly string[],
    options: readonly string[],
  ): Promise<void> {
    if ((await field.locator('.select').count()) === 0) {
      await field.locator('input, textarea').fill(values[0] ?? '');
      return;
    }
    for (const value of values) {
      const index = options.indexOf(value);
      if (index === -1) await pickCalled(field, nameOf(value));
      else await pick(field, index);
    }
  }

  /** What a role or channel is called. */
  function nameOf(id: string): string {
    const named = Object.values(guilds).flatMap(({ roles, channels }) => [...roles, ...channels]);
    return named.find((one) => one.id === id)?.name ?? id;
  }

  return {
    bench,
    posted: [],
    use: (command, options = {}, as = {}) =>
      came(command, as, async () => {
        await closeForm();
        if (!(await openCommand(command))) return undefined;
        for (const [name, value] of Object.entries(options)) await fillOption(name, value);
        const answer = await done('use', () => page.locator('.command-form .send').click());
        if (!answer) await page.getByRole('button', { name: 'Leave this command' }).click();
        return answer;
      }),
    menu: (command, text, as = {}) =>
      came(command, as, async () => {
        await closeForm();
        await picker('What plain text does').selectOption('say');
        const said = page.waitForResponse((response) => response.url().endsWith('/page/say'));
        await messageBox(page).fill(text);
        await page.locator('form.plain-text .send').click();
        const { id } = (await (await said).json()) as APIMessage;
        await picker('What plain text does').selectOption('ask');
        await rowOf({ id }).locator('.more').click();
        const { name_localizations: names, name } =
          playground.commands().find((one) => one.name === command) ?? expect.fail(`no command ${command}`);
        const shown = names?.[as.locale ?? 'en-US'] ?? name;
        return done('menu', () => page.getByRole('menuitem', { name: shown, exact: true }).click());
      }),
    press: (on, id, as = {}) =>
      came(kindOf(id), as, () => at(on, id, as, 'press', () => controlOf(on, id).click()), on),
    choose: (on, id, values, as = {}) => {
      const options = optionsOf(componentsOf(on.message.components), id);
      return came(
        kindOf(id),
        as,
        () =>
          at(on, id, as, 'select', async () => {
            const select = controlOf(on, id).locator('..');
            for (const value of values) await pick(select, options.indexOf(value));
            // Where several can be taken, they are when the list closes.
            if (await select.locator('.select-list').isVisible()) await page.keyboard.press('Escape');
          }),
        on,
      );
    },
    submit(given, filled, as = {}) {
      const { form, on } = given;
      return came(
        kindOf(form.custom_id),
        as,
        async () => {
          if (opened !== given && !(await openers.get(given)?.())?.length) return undefined;
          const fields = componentsOf(form.components).filter(({ custom_id: name }) => name);
          for (const [at, { custom_id: name, options = [] }] of fields.entries()) {
            const values = [filled[name ?? ''] ?? []].flat() as string[];
            await fillField(
              dialog.locator('.field').nth(at),
              values,
              options.map(({ value }) => `${value}`),
            );
          }
          return done('submit', () => dialog.locator('button[type=submit]').click());
        },
        on,
      );
    },
    async newest(as = {}, channel) {
      await be(as);
      if (channel) await page.getByRole('button', { name: channel, exact: true }).click();
      const seen = playground.read({ ...actorOf(as), ...(channel && { channel }) });
      const shown = seen.at(-1) ?? expect.fail('nothing is there');
      return seenOnPage('posted', shown, as);
    },
    end: () => server.end(),
  };
}

const EPHEMERAL = 64;
/** How long the bot may work on what is asked of it. */
const WORK_MS = 30_000;

async function bodyOf(response: Response): Promise<Done | undefined> {
  return response.ok() ? ((await response.json()) as Done) : undefined;
}

function optionsOf(components: ReturnType<typeof componentsOf>, id: string): string[] {
  const select = components.find(
    ({ custom_id, type }) => custom_id === id && type === ComponentType.StringSelect,
  );
  return (select?.options ?? []).map(({ value }) => `${value}`);
}

/** Takes the choice at a place of a select. */
async function pick(select: Locator, index: number): Promise<void> {
  await select.locator('.select-button').click();
  await take(select.locator('.select-list li').nth(index));
}

async function pickCalled(select: Locator, name: string): Promise<void> {
  await select.locator('.select-button').click();
  await take(select.locator('.select-list li').filter({ hasText: name }).first());
}

/** In a form, taking what is chosen already takes it back. */
async function take(choice: Locator): Promise<void> {
  const isChosen = (await choice.getAttribute('aria-selected')) === 'true';
  const isInForm = (await choice.page().locator('#form').filter({ has: choice }).count()) > 0;
  if (isChosen && isInForm) await choice.page().keyboard.press('Escape');
  else await choice.click();
}
