import type { APIMessageTopLevelComponent } from 'discord.js';
import { pino } from 'pino';
import type { Component } from '../../playground/rules/components.js';
import { walk } from '../../playground/rules/components.js';
import { commands, messageCommands } from '../../src/commands/commands.js';
import type { Copy } from '../../src/copy/copy.js';
import { LANGUAGES } from '../../src/copy/languages.js';
import { fitChoices, type OptionChoice } from '../../src/discord/choices.js';
import type { Replies, Services } from '../../src/discord/command.js';
import { parseCustomId } from '../../src/discord/custom-id.js';
import { type Filled, type Modal, renderForm } from '../../src/discord/form.js';
import { shownIn } from '../../src/discord/interaction-data.js';
import { createKeptForms } from '../../src/discord/kept-forms.js';
import { unobserved } from '../../src/discord/observer.js';
import { createQuestionLine } from '../../src/discord/question-line.js';
import { createRateLimiter } from '../../src/discord/rate-limit.js';
import { type Message, render } from '../../src/discord/render.js';
import type { Reply } from '../../src/discord/reply.js';
import { stepsOf } from '../../src/discord/respond.js';
import { createDocumentImport } from '../../src/import.js';
import type { LibraryParts } from '../../src/library/open.js';
import { createRecentAnswers } from '../../src/library/recent-answers.js';
import type { Fetcher } from '../../src/sources/fetcher.js';
import { freshSqlite } from './databases.js';
import { type Bench, setUp } from './knowledge-base.js';
import { parserHere } from './parser-here.js';

// Uses the commands by their own handlers, over a library of its own, as the router does and without Discord: thousands of
// replies, in any language, are made in the time that a few take over the gateway.

export const HOME = '1400000000000000100';
export const ELSEWHERE = '1400000000004194404';

export type Locale = keyof typeof LANGUAGES;

/** Who uses a command, and where; a moderator of the home server who reads English where nothing is said. */
export interface As {
  readonly locale?: Locale;
  /** Instead of the language's own. */
  readonly copy?: Copy;
  readonly guildId?: string | null;
  readonly userId?: string;
  readonly isManager?: boolean;
}

interface From {
  /** Command with sub-command, or with the action of a button, select or form. */
  readonly what: string;
  readonly locale: Locale;
}

/** A message as Discord would get it, and who sees it. */
export interface GivenMessage extends From {
  readonly kind: 'message';
  readonly message: Message;
  readonly isSeenByAll: boolean;
}

/** Anything that comes of using a command. */
export type Given =
  | GivenMessage
  | (From & { readonly kind: 'form'; readonly form: Modal; readonly on?: GivenMessage })
  | (From & { readonly kind: 'choices'; readonly choices: readonly OptionChoice[] });

export type GivenForm = Extract<Given, { kind: 'form' }>;

export interface Handlers {
  readonly bench: Bench;
  readonly services: Services;
  /** What was posted in channels. */
  readonly posted: readonly GivenMessage[];
  /** Uses a command, such as `knowledge add`. What is handed over as a file is a name and what stands in it. */
  use(command: string, options?: Readonly<Record<string, unknown>>, as?: As): Promise<Given[]>;
  /** Chooses a command in the menu of a message. */
  menu(command: string, message: string, as?: As): Promise<Given[]>;
  /** What is suggested while somebody types. */
  typed(
    command: string,
    option: string,
    options: Readonly<Record<string, unknown>>,
    as?: As,
  ): Promise<Given & { kind: 'choices' }>;
  press(on: GivenMessage, customId: string, as?: As): Promise<Given[]>;
  choose(on: GivenMessage, customId: string, values: readonly string[], as?: As): Promise<Given[]>;
  submit(form: GivenForm, filled: Filled, as?: As): Promise<Given[]>;
  end(): Promise<void>;
}

export interface HandlersOptions {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly library?: Partial<LibraryParts>;
  readonly fetchPage?: Fetcher['fetchPage'];
  /** The server whose moderators keep the shared documents; the home server where nothing is said. */
  readonly homeGuildId?: string | null;
}

/** A file as it is handed over. */
export interface HandedOver {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export async function openHandlers(options: HandlersOptions): Promise<Handlers> {
  const bench = await setUp(freshSqlite);
  for (const [path, content] of Object.entries(options.files)) await bench.write(path, content);
  const library = await bench.open(options.library);
  const attached = new Map<string, HandedOver>();
  const posted: GivenMessage[] = [];
  const { homeGuildId = HOME, fetchPage } = options;
  const documentImport = createDocumentImport({
    apiUrl: 'https://discord.test',
    parserOf: () => parserHere,
    fetch: async (url) => new Response(attached.get(`${url}`)?.content as string),
    now: () => bench.now,
    ...(fetchPage && { fetcher: { fetchPage } as Fetcher }),
  });
  const now = () => bench.now;
  const post = (reply: (copy: Copy) => Reply) => {
    const { 'en-US': copy } = LANGUAGES;
    posted.push(messageOf(reply(copy), 'posted', 'en-US', copy, true));
    return true;
  };
  const services: Services = {
    library,
    documentImport,
    home: { owners: async () => new Set(['owner']), ...(homeGuildId !== null && { guildId: homeGuildId }) },
    channels: {
      mayPost: async () => true,
      post: async (_guild, _channel, reply) => post(reply),
      postFirst: async (_guild, reply) => post(reply),
    },
    questions: createQuestionLine(),
    answers: createRecentAnswers(),
    rateLimiter: createRateLimiter(now),
    keptForms: createKeptForms(),
    now,
    oldAfterDays: 540,
    observer: unobserved,
    log: pino({ level: 'silent' }),
  };

  function askerOf(as: As) {
    const { locale = 'en-US', copy = LANGUAGES[locale], guildId = HOME, userId = 'moderator' } = as;
    const { isManager = userId === 'moderator' } = as;
    const settings = async () => (guildId === null ? {} : library.settings(guildId));
    return {
      guildId,
      hasBot: guildId !== null,
      userId,
      locale,
      copy,
      serverCopy: copy,
      isManager,
      roles: [],
      settings,
    };
  }

  function handOver(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || !('content' in value)) return value;
    const file = value as HandedOver;
    const url = `https://cdn.discordapp.com/${attached.size}`;
    attached.set(url, file);
    return { name: file.name, bytes: Buffer.byteLength(file.content), url };
  }

  function requestOf(options: Readonly<Record<string, unknown>>, subcommand: string | undefined, as: As) {
    const given = Object.entries(options).map(([name, value]) => [name, handOver(value)] as const);
    return {
      ...askerOf(as),
      options: Object.fromEntries(given),
      ...(subcommand !== undefined && { subcommand }),
    };
  }

  return {
    bench,
    services,
    posted,
    async use(command, options = {}, as = {}) {
      const { found, subcommand } = commandOf(command);
      const request = requestOf(options, subcommand, as);
      const isPrivate = (await found.isPrivate?.(request, services)) === true;
      return collect(found.handle(request, services), command, request, !isPrivate);
    },
    async menu(command, message, as = {}) {
      const found = messageCommands.find(({ definition }) => definition.name === command);
      if (!found) throw new Error(`no message command ${command}`);
      const asker = askerOf(as);
      return collect(found.handle({ ...asker, message }, services), command, asker, false);
    },
    async typed(command, option, options, as = {}) {
      const { found, subcommand } = commandOf(command);
      const request = requestOf(options, subcommand, as);
      const typing = { ...request, option, typed: `${options[option] ?? ''}` };
      const choices = fitChoices((await found.autocomplete?.(typing, services)) ?? []);
      return { kind: 'choices', what: `${command} ${option}`, locale: request.locale, choices };
    },
    async press(on, customId, as = {}) {
      const press = { ...askerOf(as), ...placeOf(on) };
      const { what, args, command, action } = idOf(customId);
      const run = () => command.buttons?.[action]?.run(args, press, services);
      return collect(run(), what, press, on.isSeenByAll, on);
    },
    async choose(on, customId, values, as = {}) {
      const press = { ...askerOf(as), ...placeOf(on) };
      const { what, args, command, action } = idOf(customId);
      const run = () => command.selects?.[action]?.run(args, values, press, services);
      return collect(run(), what, press, on.isSeenByAll, on);
    },
    async submit({ form, on }, filled, as = {}) {
      const asker = { ...askerOf(as), shown: on ? placeOf(on).shown : '' };
      const { what, args, command, action } = idOf(form.custom_id);
      const run = () => command.forms?.[action]?.run(args, filled, asker, services);
      return collect(run(), what, asker, on?.isSeenByAll ?? false, on);
    },
    end: () => bench.end(),
  };
}

async function collect(
  replies: Replies | undefined,
  what: string,
  { locale, copy }: { readonly locale: Locale; readonly copy: Copy },
  isSeenByAll: boolean,
  on?: GivenMessage,
): Promise<Given[]> {
  const given: Given[] = [];
  if (!replies) throw new Error(`${what} does not know its own custom id`);
  for await (const shown of stepsOf(replies)) {
    if ('fields' in shown)
      given.push({ kind: 'form', what, locale, form: renderForm(shown), ...(on && { on }) });
    else
      given.push(
        messageOf(shown, what, locale, copy, shown.isForAll === true || (isSeenByAll && !shown.isAside)),
      );
  }
  return given;
}

function messageOf(
  reply: Reply,
  what: string,
  locale: Locale,
  copy: Copy,
  isSeenByAll: boolean,
): GivenMessage {
  return { kind: 'message', what, locale, message: render(reply, copy), isSeenByAll };
}

function commandOf(command: string) {
  const [name, subcommand] = command.split(' ');
  const found = commands.find(({ definition }) => definition.name === name);
  if (!found) throw new Error(`no command ${command}`);
  return { found, subcommand };
}

function idOf(customId: string) {
  const id = parseCustomId(customId);
  if (!id) throw new Error(`no custom id of ours: ${customId}`);
  return { ...id, command: commandOf(id.command).found, what: `${id.command}:${id.action}` };
}

function placeOf({ message, isSeenByAll }: GivenMessage) {
  return { shown: textOf(message), isSeenByAll };
}

/** The Markdown of a message. */
export function textOf({ components }: Pick<Message, 'components'>): string {
  return shownIn({ components } as unknown as Parameters<typeof shownIn>[0]);
}

/** All components of a message or form, nested ones too. */
export function componentsOf(
  parts: readonly APIMessageTopLevelComponent[] | Modal['components'],
): Component[] {
  return [...walk(parts as unknown as Component[], [])].map(({ component }) => component);
}

/** The last message that came. */
export function lastOf(given: readonly Given[]): GivenMessage {
  const last = given.at(-1);
  if (last?.kind !== 'message') throw new Error(`a message was expected, not ${last?.kind}`);
  return last;
}
