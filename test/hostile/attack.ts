import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { REST, Routes } from 'discord.js';
import { type APIMessage, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { As } from '../../playground/member/actors.js';
import { ClientRefusal } from '../../playground/member/client-refusal.js';
import type { Exchange } from '../../playground/member/exchange.js';
import type { Playground } from '../../playground/playground.js';
import type { Component } from '../../playground/rules/components.js';
import type { GuildName } from '../../playground/world.js';
import { en as copy } from '../../src/copy/en/en.js';
import { button, markdownOf, textOf, whole } from '../support/moderated-server.js';
import type { HostileSites } from './site.js';

/** A bot in two servers of a playground, and what an attacker of it can reach. */
export interface Target {
  readonly playground: Playground;
  /** The knowledge folder of its host. */
  readonly folder: string;
  readonly sites: HostileSites;
  /** Lets a minute go by for the bot, so that members may ask again. */
  nextMinute(): Promise<void>;
}

/** Something that no input may bring about. */
export interface Finding {
  readonly kind: string;
  readonly input: string;
  readonly what: string;
}

/** What goes on around each input, in the order in which they are tried. */
export interface Watch {
  before(): Promise<void>;
  after(kind: string, input: string): Promise<void>;
}

/** What came of an input that Discord let through; nothing where its own client would not have sent it. */
export type Outcome = Exchange | readonly { readonly name: string; readonly value: unknown }[] | undefined;

/** An attack under way: what was tried, and what it found. */
export interface Attack {
  readonly target: Target;
  readonly findings: readonly Finding[];
  /** How many inputs of each kind the bot was given. */
  readonly tried: ReadonlyMap<string, number>;
  /** What was seen of the bot that can be tried again: custom ids and forms. */
  readonly seen: Seen;
  /** Gives the bot an input in a server, or several at once, and looks at all that comes of it. */
  attempt<T extends Outcome>(
    kind: string,
    input: string,
    as: Where,
    act: () => Promise<T>,
    inputs?: number,
  ): Promise<T | undefined>;
  /** A message of the bot's own, with components that it never sent. */
  post(guild: BotGuild, rows: readonly object[]): Promise<APIMessage>;
  /** Writes a file into the knowledge folder. */
  write(path: string, content: string | Uint8Array): Promise<void>;
  /** Leaves the folder as it was at first. */
  tidy(): Promise<void>;
}

/** A server that the bot is in. */
export type BotGuild = Exclude<GuildName, 'foreign'>;

export type Where = As & { readonly guild: BotGuild };

export const guilds: readonly BotGuild[] = ['home', 'other'];
export const moderators: readonly Where[] = guilds.map((guild) => ({ user: 'moderator', guild }));

/** One of each, in turn. */
export const nth = <T>(all: readonly T[], position: number): T => all[position % all.length] as T;

export interface Seen {
  readonly ids: string[];
  readonly forms: { readonly as: Where; readonly exchange: Exchange }[];
}

/** What only one server knows: a sentence of its document, and what is asked there. No input contains it. */
export const SECRETS: Readonly<Record<BotGuild, string>> = { home: 'zephyrlantern', other: 'cobaltheron' };
/** What is asked in private, and seen by nobody afterwards. */
export const IN_PRIVATE = 'nightlyorchid';

const otherThan = (guild: BotGuild): BotGuild => (guild === 'home' ? 'other' : 'home');

/** How long the longest work may take, such as the preview of a folder of hundreds of files. */
const PATIENCE_MS = 120_000;

/** Publishes a document with a secret in each server, has it asked for, and begins. */
export async function openAttack(target: Target, watch?: Watch): Promise<Attack> {
  const { playground, folder } = target;
  const rest = new REST({ api: playground.apiUrl, retries: 0 }).setToken(playground.token);
  const findings: Finding[] = [];
  const tried = new Map<string, number>();
  const seen: Seen = { ids: [], forms: [] };
  /** What stood in the folder where something was written. */
  const stood = new Map<string, Uint8Array | undefined>();
  for (const guild of guilds) await hide(target, guild);

  return {
    target,
    findings,
    tried,
    seen,
    async attempt<T extends Outcome>(
      kind: string,
      input: string,
      as: Where,
      act: () => Promise<T>,
      inputs = 1,
    ) {
      await watch?.before();
      const find = (what: string) => findings.push({ kind, input, what });
      let outcome: T | undefined;
      try {
        outcome = await within(PATIENCE_MS, ended(act()));
      } catch (error) {
        if (error instanceof ClientRefusal) return undefined;
        find(`${error}`);
      }
      tried.set(kind, (tried.get(kind) ?? 0) + inputs);
      await watch?.after(kind, input);
      for (const { request, code, message, errors } of playground.violations.splice(0))
        find(`Discord refuses ${route(request)}: ${code} ${message} ${JSON.stringify(errors) ?? ''}`);
      for (const what of faultsOf(outcome, as.guild)) find(what);
      if (outcome && 'settled' in outcome) remember(outcome, as, seen);
      return outcome;
    },
    async post(guild, rows) {
      const channel = playground.world.guilds[guild].channels[0]?.id ?? '';
      return (await rest.post(Routes.channelMessages(channel), {
        body: {
          flags: MessageFlags.IsComponentsV2,
          components: [{ type: ComponentType.TextDisplay, content: 'Posted' }, ...rows],
        },
      })) as APIMessage;
    },
    async write(path, content) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      if (!stood.has(file)) stood.set(file, await readFile(file).catch(() => undefined));
      await writeFile(file, content);
    },
    async tidy() {
      for (const [file, before] of stood) await (before ? writeFile(file, before) : rm(file));
      stood.clear();
    },
  };
}

/** A document that only this server has, and what is asked of it for all to see and in private. */
async function hide({ playground, nextMinute }: Target, guild: BotGuild): Promise<void> {
  const as = { user: 'moderator', guild } as const;
  const bytes = Buffer.from(
    `# Vault\n\nThe vault of this server opens with the ${SECRETS[guild]} at noon.\n`,
  );
  const added = await playground.use({
    command: 'knowledge add',
    options: { file: { filename: 'vault.md', bytes } },
    ...as,
  });
  const preview = await whole(added);
  await whole(await playground.press(preview, button(preview, copy.knowledge.preview.publish), as));
  await nextMinute();
  for (const options of [
    { question: `Who lost the ${SECRETS[guild]} of the vault?` },
    { question: `Who sold the ${IN_PRIVATE}?`, private: true },
  ]) {
    const { message } = await playground.use({ command: 'ask', options, user: 'editor', guild });
    if (!textOf(message).includes(options.question)) throw new Error(`not answered: ${textOf(message)}`);
  }
}

/** The outcome when the work that it shows is done. */
async function ended<T extends Outcome>(acting: Promise<T>): Promise<T> {
  const outcome = await acting;
  if (outcome && 'settled' in outcome && !outcome.failed && !outcome.modal) await whole(outcome);
  return outcome;
}

/** Of a request, without ids and tokens: the same for all that are refused in the same way. */
function route(request: string): string {
  return request.replace(/[\w-]{15,}/g, '…');
}

/** What of a reply may never be, whatever was sent. */
function faultsOf(outcome: Outcome, guild: BotGuild): string[] {
  const faults: string[] = [];
  const all = JSON.stringify(outcome && 'settled' in outcome ? shownIn(outcome) : outcome) ?? '';
  for (const secret of [SECRETS[otherThan(guild)], IN_PRIVATE]) {
    if (all.includes(secret)) faults.push(`shows what is not of this server: ${secret}`);
  }
  if (!outcome || !('settled' in outcome)) return faults;
  if (outcome.failed) faults.push('no reply');
  for (const message of messagesOf(outcome)) {
    if (message.mentions.length + message.mention_roles.length > 0 || message.mention_everyone)
      faults.push('pings');
    if (/(?<!\\)@(?:everyone|here)\b/.test(markdownOf(message))) faults.push('shows a mention of everyone');
    if (FAILED.test(textOf(message))) faults.push(textOf(message));
  }
  return faults;
}

/** What a member is told where something of ours went wrong. */
const FAILED = new RegExp(
  copy.reply
    .failed('####')
    .replace(/[^\w\s#]/g, '.')
    .replace('####', '[0-9a-f]+'),
);

function messagesOf({ message, followUps }: Exchange): APIMessage[] {
  return [...(message ? [message] : []), ...followUps];
}

function shownIn(exchange: Exchange): unknown {
  return [exchange.modal, ...messagesOf(exchange).map(({ components, content }) => [components, content])];
}

/** Enough to choose from; the newest take the place of the oldest. */
const MOST_REMEMBERED = 2_000;

function remember(exchange: Exchange, as: Where, { ids, forms }: Seen): void {
  for (const message of messagesOf(exchange))
    ids.push(...customIds((message.components ?? []) as unknown as Component[]));
  if (exchange.modal) forms.push({ as, exchange });
  ids.splice(0, ids.length - MOST_REMEMBERED);
  forms.splice(0, forms.length - MOST_REMEMBERED);
}

/** The custom ids of all components, and the values of what can be chosen. */
function customIds(components: readonly Component[]): string[] {
  return components.flatMap(({ custom_id, options = [], components: inner = [], accessory }) => [
    ...(custom_id ? [custom_id] : []),
    ...options.map(({ value }) => value),
    ...customIds(accessory ? [...inner, accessory] : inner),
  ]);
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
