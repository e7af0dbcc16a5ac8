import { ApplicationCommandOptionType, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import type { OptionValue } from '../../playground/commands.js';
import { Exchange } from '../../playground/member/exchange.js';
import type { CommandOption } from '../../playground/rules/command.js';
import { type Component, isSelect, walk } from '../../playground/rules/components.js';
import type { GuildName } from '../../playground/world.js';
import { commands } from '../../src/commands/commands.js';
import { copy } from '../../src/copy/en.js';
import { button, whole } from '../support/moderated-server.js';
import type { Attack, Where } from './attack.js';
import * as files from './files.js';
import { hostileText, questionIn, scripts, TELLING } from './texts.js';

// Each kind gives the bot so many inputs of one sort, as the same seed always makes them.

export type Kind = (attack: Attack, count: number, seed: number) => Promise<void>;

const guilds: readonly GuildName[] = ['home', 'other'];
const moderators: readonly Where[] = guilds.map((guild) => ({ user: 'moderator', guild }));
const anybody: readonly Where[] = [
  ...moderators,
  ...guilds.map((guild) => ({ user: 'member', guild }) as const),
];

/** One of each, in turn. */
const nth = <T>(all: readonly T[], position: number): T => all[position % all.length] as T;

export const kinds: Readonly<Record<string, Kind>> = {
  questions: async (attack, count, seed) => {
    const { playground, nextMinute } = attack.target;
    for (const [position, [question, isPrivate]] of sample(aQuestion, count, seed).entries()) {
      const as = nth(anybody, position);
      await nextMinute();
      await attack.attempt('questions', question, as, () =>
        playground.use({ command: 'ask', options: { question, private: isPrivate }, ...as }),
      );
    }
  },

  autocomplete: async (attack, count, seed) => {
    const { playground } = attack.target;
    const places = playground.commands().flatMap(({ name, options }) => typedInto(name, options ?? []));
    for (const [position, typed] of sample(hostileText(500), count, seed).entries()) {
      const as = nth(anybody, position);
      const { command, option } = nth(places, position);
      await attack.attempt('autocomplete', `/${command} ${option}: ${typed}`, as, () =>
        playground.autocomplete({ command, options: { [option]: typed }, focused: option, ...as }),
      );
    }
  },

  'options of commands': async (attack, count, seed) => {
    const { playground, nextMinute } = attack.target;
    const used = playground.commands().flatMap(({ name, options }) => leaves(name, options ?? []));
    const filled = used.map(({ command, options }) =>
      fc
        .record(Object.fromEntries(options.map((option) => [option.name, givenFor(option)])), {
          requiredKeys: [],
        })
        .map((values) => ({ command, options: values as Record<string, OptionValue> })),
    );
    for (const [position, { command, options }] of sample(fc.oneof(...filled), count, seed).entries()) {
      const as = nth(anybody, position);
      await nextMinute();
      await attack.attempt('options of commands', `/${command} ${JSON.stringify(options)}`, as, () =>
        playground.use({ command, options, ...as }),
      );
    }
  },

  'custom ids': async (attack, count, seed) => {
    const forged = sample(customId(attack), count, seed);
    for (let from = 0; from < forged.length; from += BUTTONS) {
      const ids = [...new Set(forged.slice(from, from + BUTTONS))];
      const as = nth(anybody, from / BUTTONS);
      const message = await attack.post(as.guild, rowsOf(ids));
      for (const id of ids) {
        await attack.attempt('custom ids', id, as, () => attack.target.playground.press(message, id, as));
      }
    }
  },

  selects: async (attack, count, seed) => {
    const { playground } = attack.target;
    const chosen = fc.tuple(customId(attack), hostileText(100));
    for (const [position, [custom_id, value]] of sample(chosen, count, seed).entries()) {
      const as = nth(anybody, position);
      const select = { type: ComponentType.StringSelect, custom_id, options: [{ label: 'a', value }] };
      const message = await attack.post(as.guild, [{ type: ComponentType.ActionRow, components: [select] }]);
      await attack.attempt('selects', `${custom_id} = ${value}`, as, () =>
        playground.select(message, custom_id, [value], as),
      );
    }
  },

  forms: async (attack, count, seed) => {
    const { playground, nextMinute } = attack.target;
    await openForms(attack);
    const choose = fc.tuple(
      fc.nat(),
      fc.option(customId(attack)),
      fc.infiniteStream(hostileText(4_000)),
      fc.boolean(),
    );
    for (const [position, [which, forgedId, texts, isAway]] of sample(choose, count, seed).entries()) {
      const form = attack.seen.forms[which % attack.seen.forms.length];
      if (!form?.exchange.modal) throw new Error('no form was opened');
      const modal = { ...form.exchange.modal, custom_id: forgedId ?? form.exchange.modal.custom_id };
      const opened = Object.assign(new Exchange('0'), { modal });
      const fields = filledIn(modal.components, texts);
      const as = isAway ? nth(anybody, position) : form.as;
      await nextMinute();
      await attack.attempt('forms', `${modal.custom_id} ${JSON.stringify(fields)}`, as, () =>
        playground.submitModal(opened, fields, as),
      );
    }
  },

  'attached files': async (attack, count, seed) => {
    const file = fc.oneof(files.changedFile, files.floodedFile, files.frontMatter);
    for (const [position, one] of sample(file, count, seed).entries()) {
      const as = nth(moderators, position);
      await preview(attack, 'attached files', named(one), as, { file: one });
    }
  },

  'web pages and robots.txt': async (attack, count, seed) => {
    for (const [position, page] of sample(files.hostilePage, count, seed).entries()) {
      const url = attack.target.sites.publish(page);
      await preview(
        attack,
        'web pages and robots.txt',
        `${url} ${page.status} ${JSON.stringify(page.headers)} ${page.bytes.length} bytes`,
        nth(moderators, position),
        { url },
      );
    }
  },

  'files of the folder': async (attack, count, seed) => {
    const documents = sample(fc.oneof(files.changedFile, files.floodedFile, files.frontMatter), count, seed);
    const beside = sample(files.sidecar, count, seed);
    for (let from = 0; from < count; from += FILES) {
      for (let at = from; at < Math.min(count, from + FILES); at++) {
        const { filename, bytes } = documents[at] as files.HostileFile;
        const path = `hostile/${at}${/\.\w+$/.exec(filename)?.[0] ?? '.md'}`;
        await attack.write(path, bytes);
        if (at % 3 === 0) await attack.write(`${path}.yaml`, beside[at] ?? '');
      }
      await refresh(attack, 'files of the folder', Math.min(FILES, count - from), `files ${from} and after`);
    }
  },

  'glossary, judged and known questions': async (attack, count, seed) => {
    const all = [
      ['glossary.yaml', files.glossary],
      ['questions.yaml', files.judgedQuestions],
      ['asked/harbour.yaml', files.askedQuestions],
    ] as const;
    const yaml = all.map(([path, arbitrary]) =>
      sample(arbitrary, count, seed).map((text) => ({ path, text })),
    );
    for (let round = 0; round < count / all.length; round++) {
      for (const texts of yaml) await attack.write(texts[round]?.path ?? '', texts[round]?.text ?? '');
      const input = yaml.map((texts) => texts[round]?.text).join('\n…\n');
      await refresh(attack, 'glossary, judged and known questions', all.length, input);
    }
  },
};

function sample<T>(arbitrary: fc.Arbitrary<T>, count: number, seed: number): T[] {
  return count === 0 ? [] : fc.sample(arbitrary, { numRuns: count, seed });
}

const aQuestion = fc.tuple(
  fc.constantFrom(...scripts).chain((script) => questionIn(script)),
  fc.boolean(),
);

/** As many as a message takes. */
const BUTTONS = 25;
/** Files of the folder that are read at one refresh. */
const FILES = 100;

interface Leaf {
  readonly command: string;
  readonly options: readonly CommandOption[];
}

/** Each command or sub-command that takes options. */
function leaves(name: string, options: readonly CommandOption[]): Leaf[] {
  const nested = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  if (nested.length > 0) return nested.flatMap((one) => leaves(`${name} ${one.name}`, one.options ?? []));
  return [{ command: name, options }];
}

function typedInto(name: string, options: readonly CommandOption[]) {
  return leaves(name, options).flatMap(({ command, options }) =>
    options.filter(({ autocomplete }) => autocomplete).map((option) => ({ command, option: option.name })),
  );
}

/** What Discord's client lets a member give for an option. */
function givenFor(option: CommandOption): fc.Arbitrary<OptionValue> {
  if (option.choices?.length) return fc.constantFrom(...option.choices.map(({ value }) => value));
  switch (option.type) {
    case ApplicationCommandOptionType.Boolean:
      return fc.boolean();
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return fc.constantFrom(
        0,
        1,
        -1,
        2,
        99_999,
        Number.MAX_SAFE_INTEGER,
        1e21,
        option.min_value ?? 0,
        option.max_value ?? 1,
      );
    case ApplicationCommandOptionType.Attachment:
      return files.changedFile;
    default:
      return hostileText(option.max_length ?? 6_000);
  }
}

const HOSTILE_ARGUMENTS = [
  ...TELLING,
  'server',
  'shared',
  'anyway',
  'up',
  'down',
  '1',
  '2',
  '00001',
  '99999',
  '1.5',
  'moderation',
  'answers',
];

/** A custom id that the bot made for somebody else, or never. */
function customId({ seen }: Attack): fc.Arbitrary<string> {
  const real = seen.ids.map(({ id }) => id).filter((id) => id.length <= 100 && id !== '');
  const known = commands.flatMap(({ definition, buttons, selects, forms }) =>
    [buttons, selects, forms].flatMap((of) =>
      Object.keys(of ?? {}).map((action) => `${definition.name}:${action}`),
    ),
  );
  const argument = fc.oneof(
    fc.constantFrom(...HOSTILE_ARGUMENTS),
    hostileText(30),
    fc.constantFrom(...real, 'a').map((id) => id.split(':').at(-1) ?? ''),
  );
  const action = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...known) },
    fc
      .tuple(fc.constantFrom(...TELLING, 'ask', 'knowledge'), fc.constantFrom(...TELLING))
      .map((parts) => parts.join(':')),
  );
  const made = fc
    .tuple(
      action,
      fc.array(
        fc.oneof(
          argument,
          argument.map((one) => encodeURIComponent(Buffer.from(one).toString())),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([head, args]) => [head, ...args].join(':'));
  const other = fc
    .tuple(fc.constantFrom(...real, 'ask:thumb:1:up'), argument, fc.nat(4))
    .map(([id, arg, at]) =>
      id
        .split(':')
        .map((part, place) => (place === at ? arg : part))
        .join(':'),
    );
  return fc
    .oneof(fc.constantFrom(...real, 'knowledge:publish:a'), made, other, hostileText(100))
    .map((id) => id.slice(0, 100) || 'a');
}

function rowsOf(ids: readonly string[]): object[] {
  return Array.from({ length: Math.ceil(ids.length / 5) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: ids.slice(row * 5, row * 5 + 5).map((custom_id) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: 'a',
      custom_id,
    })),
  }));
}

/** Opens each form that a moderator can open, in both servers. */
async function openForms(attack: Attack): Promise<void> {
  const { playground } = attack.target;
  for (const as of moderators) {
    for (const options of [{ page: 'answers' }, { page: 'moderation' }]) {
      await attack.attempt('forms', '/knowledge settings', as, () =>
        playground.use({ command: 'knowledge settings', options, ...as }),
      );
    }
    const asked = await playground.use({ command: 'knowledge questions', ...as });
    const shown = await whole(asked);
    for (const { component } of walk((shown.components ?? []) as unknown as Component[], [])) {
      if (component.type !== ComponentType.Button || !component.custom_id || component.disabled) continue;
      const id = component.custom_id;
      await attack.attempt('forms', id, as, () => playground.press(shown, id, as));
    }
  }
}

/** A value for each field that Discord would let somebody send: hostile text, or what is offered. */
function filledIn(
  components: readonly Component[],
  texts: Iterator<string>,
): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const { component } of walk(components, [])) {
    const { custom_id, type, options, max_length } = component;
    if (!custom_id) continue;
    const text = texts.next().value as string;
    if (type === ComponentType.TextInput) fields[custom_id] = text.slice(0, max_length ?? 4_000);
    else if (isSelect(component) && options) fields[custom_id] = [nth(options, text.length).value];
  }
  return fields;
}

/** Adds a document, and does something with its preview: looks on, publishes, corrects or discards it. */
async function preview(
  attack: Attack,
  kind: string,
  input: string,
  as: Where,
  options: Record<string, OptionValue>,
): Promise<void> {
  const { playground } = attack.target;
  const added = await attack.attempt(kind, input, as, () =>
    playground.use({ command: 'knowledge add', options, ...as }),
  );
  const shown = added?.followUps.at(-1) ?? added?.message;
  if (!shown) return;
  const labels = [copy.reply.next, copy.knowledge.preview.publish, copy.knowledge.preview.discard];
  const label = nth(labels, input.length);
  const text = JSON.stringify(shown.components);
  if (!text.includes(`"label":${JSON.stringify(label)}`)) return;
  const id = button(shown, label);
  await attack.attempt(kind, `${input}: ${label}`, as, () => playground.press(shown, id, as));
}

/** A refresh from the folder as it is, by moderators of the home server; what it would change is not published. */
async function refresh(attack: Attack, kind: string, inputs: number, input: string): Promise<void> {
  const { playground } = attack.target;
  const as: Where = { user: 'moderator', guild: 'home' };
  const count = attack.tried.get(kind) ?? 0;
  const refreshed = await attack.attempt(kind, input, as, () =>
    playground.use({ command: 'knowledge refresh', options: { collection: 'shared' }, ...as }),
  );
  // A refresh reads all of them.
  (attack.tried as Map<string, number>).set(kind, count + inputs);
  const shown = refreshed && (await whole(refreshed));
  if (
    shown &&
    JSON.stringify(shown.components).includes(`"label":${JSON.stringify(copy.knowledge.preview.discard)}`)
  ) {
    await whole(await playground.press(shown, button(shown, copy.knowledge.preview.discard), as));
  }
  await attack.tidy();
}

function named({ filename, bytes }: files.HostileFile): string {
  return `${filename}, ${bytes.length} bytes, beginning ${JSON.stringify(Buffer.from(bytes).toString().slice(0, 80))}`;
}
