import { ApplicationCommandOptionType, ComponentType } from 'discord.js';
import fc, { type GeneratorValue } from 'fast-check';
import { type Component, isSelect } from '../../playground/rules/components.js';
import type { CommandOption } from '../../playground/rules/option.js';
import { commands, messageCommands } from '../../src/commands/commands.js';
import { LANGUAGES } from '../../src/copy/languages.js';
import {
  type As,
  componentsOf,
  ELSEWHERE,
  type Given,
  type GivenForm,
  type GivenMessage,
  type Handlers,
  HOME,
  type Locale,
} from '../support/handlers.js';
import { leaves } from './options.js';
import { anyFile, anyName, filled, type ReplyWorld } from './reply-worlds.js';
import { hostileText } from './texts.js';

// Somebody who uses all that the bot offers, in any order: commands, then the buttons, selects and forms of what came of them.
// Nothing here knows a command by name, so that a new one is used as soon as it is there.

export interface Walk {
  /** Does something with the bot, and gives all that comes of it. */
  step(g: GeneratorValue): Promise<readonly Given[]>;
  /** How often each command, button, select and form was used. */
  readonly used: ReadonlyMap<string, number>;
}

/** Messages whose buttons can still be pressed. */
const MOST_REMEMBERED = 40;

const EVERY = commands.flatMap(({ definition }) =>
  leaves(definition.name, (definition.options ?? []) as unknown as CommandOption[]),
);
const MENUS = messageCommands.map(({ definition }) => definition.name);
const LOCALES = Object.keys(LANGUAGES) as Locale[];

export function createWalk(handlers: Handlers, { questions }: Pick<ReplyWorld, 'questions'>): Walk {
  const used = new Map<string, number>();
  const messages: GivenMessage[] = [];
  const forms: GivenForm[] = [];

  async function step(g: GeneratorValue): Promise<readonly Given[]> {
    // A minute goes by, so that members may ask again; now and then it does not.
    if (g(fc.nat, { max: 30 }) > 0) handlers.bench.now = new Date(handlers.bench.now.getTime() + 61_000);
    const as = g(() => anyone);
    const given = await act(g, as);
    for (const one of given) {
      if (one.kind === 'message') messages.push(one);
      if (one.kind === 'form') forms.push(one);
    }
    messages.splice(0, messages.length - MOST_REMEMBERED);
    return given;
  }

  async function act(g: GeneratorValue, as: As): Promise<Given[]> {
    const form = forms.pop();
    if (form) return count(form.form.custom_id, () => handlers.submit(form, filledIn(form, g), as));
    const parts = messages.flatMap((on) => pressable(on).map((component) => ({ on, component })));
    if (parts.length === 0 || g(fc.nat, { max: 9 }) < 4) return useCommand(g, as);
    const { on, component } = rarest(parts, ({ component: { custom_id } }) => kindOf(custom_id), g);
    const { custom_id: id = '', options = [], max_values: most = 1 } = component;
    if (!isSelect(component)) return count(id, () => handlers.press(on, id ?? '', as));
    const values = g(() =>
      fc.shuffledSubarray(
        options.map(({ value }) => value),
        { minLength: 1, maxLength: Math.min(most ?? 1, options.length) },
      ),
    );
    return count(id, () => handlers.choose(on, id ?? '', values, as));
  }

  async function useCommand(g: GeneratorValue, as: As): Promise<Given[]> {
    const names = [...EVERY.map(({ command }) => command), ...MENUS];
    const name = rarest(names, (one) => one, g);
    if (MENUS.includes(name)) return count(name, async () => handlers.menu(name, messageText(g), as));
    const { options = [] } = EVERY.find(({ command }) => command === name) ?? {};
    const given: Record<string, unknown> = {};
    const choices: Given[] = [];
    for (const option of options) {
      if (!option.required && g(fc.nat, { max: 2 }) === 0) continue;
      given[option.name] = valueFor(option, g);
      if (!option.autocomplete) continue;
      const typed = g(fc.boolean) ? '' : `${given[option.name]}`.slice(0, g(fc.nat, { max: 100 }));
      const suggested = await handlers.typed(name, option.name, { ...given, [option.name]: typed }, as);
      choices.push(suggested);
      const numbers = option.type === ApplicationCommandOptionType.Integer;
      if (suggested.choices.length > 0 && (numbers || g(fc.boolean)))
        given[option.name] = g(() => fc.constantFrom(...suggested.choices)).value;
    }
    return [...choices, ...(await count(name, () => handlers.use(name, given, as)))];
  }

  function valueFor(option: CommandOption, g: GeneratorValue): unknown {
    const { choices = [], type, max_length: most, min_value: least } = option;
    if (choices?.length) return g(() => fc.constantFrom(...choices)).value;
    if (type === ApplicationCommandOptionType.Boolean) return g(fc.boolean);
    if (type === ApplicationCommandOptionType.Integer) return g(fc.integer, { min: least ?? 0, max: 30 });
    if (type === ApplicationCommandOptionType.Attachment) return g(() => anyFile);
    return g(() => textFor(most ?? 6_000));
  }

  function textFor(most: number): fc.Arbitrary<string> {
    const real = questions.length > 0 ? [fc.constantFrom(...questions)] : [];
    const dates = fc.constantFrom('2025', 'July 2025', '2025-07-25', '2025年7月', '0 6 * * 1');
    return fc.oneof(...real, ...real, hostileText(most), dates, anyName).map((text) => spoken(text, most));
  }

  function messageText(g: GeneratorValue): string {
    const sentences = g(
      fc.array,
      g(() => fc.constant(textFor(400))),
      { minLength: 1, maxLength: 12 },
    );
    return spoken(sentences.join('\n'), 4_000);
  }

  function filledIn({ form }: GivenForm, g: GeneratorValue): Record<string, string | undefined> {
    const fields: Record<string, string | undefined> = {};
    for (const { custom_id, type, options, max_length, required } of componentsOf(form.components)) {
      if (!custom_id) continue;
      if (required === false && g(fc.nat, { max: 2 }) === 0) continue;
      if (type === ComponentType.TextInput)
        fields[custom_id] = g(() => textFor(max_length ?? 4_000)).trim() || 'a';
      else if (options) fields[custom_id] = g(() => fc.constantFrom(...options)).value;
      else if (type === ComponentType.ChannelSelect || type === ComponentType.RoleSelect)
        fields[custom_id] = '1400000000000000101';
    }
    return fields;
  }

  /** One of those of which the kind was used least. */
  function rarest<T>(all: readonly T[], kind: (one: T) => string, g: GeneratorValue): T {
    const times = all.map((one) => used.get(kind(one)) ?? 0);
    const least = Math.min(...times);
    // Not always the rarest: what follows from what is common must be seen, too.
    const some = g(fc.nat, { max: 2 }) > 0 ? all.filter((_, at) => times[at] === least) : all;
    return g(() => fc.constantFrom(...some));
  }

  async function count(id: string | null, use: () => Promise<Given[]>): Promise<Given[]> {
    const kind = id?.includes(':') ? kindOf(id) : `${id}`;
    used.set(kind, (used.get(kind) ?? 0) + 1);
    try {
      return await use();
    } catch (error) {
      throw new Error(`${kind}: ${error instanceof Error ? error.stack : error}`);
    }
  }

  return { step, used };
}

const anyone: fc.Arbitrary<As> = fc
  .record({
    locale: fc.constantFrom(...LOCALES),
    userId: fc.constantFrom('moderator', 'moderator', 'moderator', 'member', 'owner'),
    guildId: fc.constantFrom(HOME, HOME, HOME, HOME, ELSEWHERE, ELSEWHERE, null),
  })
  .map((as) => ({ ...as, isManager: as.userId === 'moderator' && as.guildId !== null }));

/** Command and action of a custom id. */
function kindOf(id: string | null | undefined): string {
  return (id ?? '').split(':').slice(0, 2).join(':');
}

function pressable({ message }: GivenMessage): Component[] {
  return componentsOf(message.components).filter(({ custom_id, disabled }) => custom_id && !disabled);
}

/** As Discord's client sends it: never white space alone, never half a character. */
function spoken(text: string, most: number): string {
  const cut = text.slice(0, most).toWellFormed();
  return cut.trim() === '' ? filled('a', 1) : cut;
}
