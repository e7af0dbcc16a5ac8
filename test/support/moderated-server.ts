import { type APIMessage, type APIStringSelectComponent, ComponentType } from 'discord.js';
import { pino } from 'pino';
import { expect } from 'vitest';
import type { As } from '../../playground/member/actors.js';
import type { Use } from '../../playground/member/driver.js';
import type { Exchange } from '../../playground/member/exchange.js';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../playground/playground.js';
import type { GuildName } from '../../playground/world.js';
import { type Bot, type BotParts, startBot } from '../../src/bot.js';
import { createChannels } from '../../src/discord/channels.js';
import type { DocumentImport } from '../../src/discord/document-port.js';
import { createDocumentImport } from '../../src/import.js';
import type { Library } from '../../src/library/library.js';
import type { LibraryParts } from '../../src/library/open.js';
import type { Parser } from '../../src/parsing/parser.js';
import type { Store } from '../../src/store/store.js';
import { type FreshDatabase, freshSqlite } from './databases.js';
import { type Bench, setUp } from './knowledge-base.js';
import { parserHere } from './parser-here.js';
import { login } from './playground-client.js';

type Filled = Record<string, string | readonly string[]>;

export const moderator: As = { user: 'moderator' };
export const owner: As = { user: 'owner' };

/** The real client in the playground, with a knowledge folder and a database of its own. */
export interface ModeratedServer {
  readonly bench: Bench;
  readonly playground: Playground;
  readonly logged: { level: number; msg: string; [more: string]: unknown }[];
  readonly library: Library;
  readonly bot: Bot;
  /** Does what the bot does every minute. */
  lookAtSchedules(): Promise<void>;
  /** Ends the bot with its library, and starts it again on the same database. */
  restart(meanwhile?: () => void): Promise<void>;
  /** The text of the answer that a member gets. */
  ask(question: string, as?: As): Promise<string>;
  /** Uses a sub-command of /knowledge, and gives what the moderator sees when it has done its work. */
  knowledge(command: string, options?: Use['options'], as?: As): Promise<APIMessage>;
  /** Presses a button by its label. What is said aside is the reply; else it is the message as it is then. */
  press(message: APIMessage, label: string, as?: As): Promise<APIMessage>;
  /** Opens a form by a button, fills it in, and gives what comes of it. */
  fillIn(message: APIMessage, label: string, fields: Filled, as?: As): Promise<APIMessage>;
  /** A message of the bot's in #general with one button, as a report in a channel has it. */
  postButton(guild: GuildName, customId: string): Promise<APIMessage>;
  /** Fails where the bot sent what Discord refuses, or logged an error. */
  end(): Promise<void>;
}

export interface ServerOptions {
  /** The server whose moderators keep the shared documents; the playground's home server where nothing is said. */
  readonly home?: 'home' | 'none';
  readonly playground?: PlaygroundOptions;
  readonly files: Readonly<Record<string, string>>;
  /** An empty database; on SQLite where nothing is said. */
  readonly database?: () => Promise<FreshDatabase>;
  readonly bot?: Partial<BotParts>;
  readonly library?: Partial<LibraryParts>;
  /** What stands between the library and its store. */
  readonly wrapStore?: (store: Store) => Store;
  /** What stands between the bot and the library. */
  readonly wrapLibrary?: (library: Library) => Library;
  /** What documents are read with; in this process where nothing is said. */
  readonly parserOf?: (guildId: string) => Parser;
  /** What brings documents from outside, by the base of the API; the bot's own where nothing is said. */
  readonly importOf?: (apiUrl: string) => DocumentImport;
  /** Called when the playground is there and the bot is not. */
  readonly beforeStart?: (playground: Playground) => void;
  /** Whether the bot is expected to log errors. */
  readonly mayFail?: boolean;
}

export async function openServer({
  home = 'home',
  files,
  database = freshSqlite,
  playground: options,
  bot: parts,
  library: libraryParts,
  mayFail = false,
  beforeStart = () => {},
  wrapStore,
  wrapLibrary = (library) => library,
  parserOf = () => parserHere,
  importOf = (apiUrl) => createDocumentImport({ apiUrl, parserOf }),
}: ServerOptions): Promise<ModeratedServer> {
  const bench = await setUp(database, wrapStore);
  for (const [path, text] of Object.entries(files)) await bench.write(path, text);
  const playground = await startPlayground(options);
  beforeStart(playground);
  const logged: ModeratedServer['logged'] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line)) });
  const { token, apiUrl, homeGuildId } = playground;
  let library: Library;
  let bot: Bot;
  let lookAtSchedules: () => Promise<void>;

  async function start(): Promise<void> {
    library = wrapLibrary(await bench.open(libraryParts));
    bot = await startBot({
      token,
      apiUrl,
      library,
      documentImport: importOf(apiUrl),
      ...(home === 'home' && { homeGuildId }),
      now: () => bench.now,
      oldAfterDays: 540,
      everyMinute(work) {
        lookAtSchedules = work;
        return () => {};
      },
      log,
      ...parts,
    });
  }

  await start();
  return {
    bench,
    playground,
    logged,
    get library() {
      return library;
    },
    get bot() {
      return bot;
    },
    lookAtSchedules: () => lookAtSchedules(),
    async restart(meanwhile = () => {}) {
      await bot.stop();
      await library.close();
      meanwhile();
      await start();
    },
    async ask(question, as = {}) {
      const { message } = await playground.use({ command: 'ask', options: { question }, ...as });
      return textOf(message);
    },
    async knowledge(command, options = {}, as = moderator) {
      const exchange = await playground.use({ command: `knowledge ${command}`, options, ...as });
      expect(exchange.ephemeral).toBe(true);
      return whole(exchange);
    },
    async press(message, label, as = moderator) {
      return whole(await playground.press(message, button(message, label), as));
    },
    async fillIn(message, label, fields, as = moderator) {
      const opened = await playground.press(message, button(message, label), as);
      return whole(await playground.submitModal(opened, fields, as));
    },
    async postButton(guild, customId) {
      const client = await login(playground);
      try {
        const channels = createChannels(() => client);
        const { id, channels: places } = playground.world.guilds[guild];
        const buttons = [{ label: 'Press', customId }];
        const blocks = [{ kind: 'text', line: 'A report' }] as const;
        await channels.post(id, places[0]?.id ?? '', () => ({ tone: 'neutral', blocks, buttons }));
        return playground.read({ guild }).at(-1) ?? expect.fail('nothing was posted');
      } finally {
        await client.destroy();
      }
    },
    async end() {
      await bot.stop();
      await playground.stop();
      await bench.end();
      expect(playground.violations).toEqual([]);
      if (!mayFail) expect(logged.filter(({ level }) => level >= 50)).toEqual([]);
    },
  };
}

/** All that is read in a message: what was escaped for Discord's Markdown is as people see it. */
export function textOf(message: APIMessage | undefined): string {
  return markdownOf(message).replace(/\\([\W_])/g, '$1');
}

/** All that is read in a message, as it was sent. */
export function markdownOf(message: APIMessage | undefined): string {
  const texts = (parts: readonly object[]): string[] =>
    parts.flatMap((part) => {
      if ('components' in part) return texts(part.components as object[]);
      return 'type' in part && part.type === ComponentType.TextDisplay && 'content' in part
        ? [`${part.content}`]
        : [];
    });
  return texts(message?.components ?? []).join('\n');
}

/** The custom id of the button with this label: the first one, or the one at a position. */
export function button(message: APIMessage | undefined, label: string, position = 0): string {
  const buttons = (parts: readonly object[]): { label?: string; custom_id: string }[] =>
    parts.flatMap((part) => {
      if ('components' in part) return buttons(part.components as object[]);
      return 'custom_id' in part ? [part as { label?: string; custom_id: string }] : [];
    });
  const found = buttons(message?.components ?? []).filter((one) => one.label === label)[position];
  return found?.custom_id ?? expect.fail(`no button "${label}" in:\n${textOf(message)}`);
}

/** The selects of a message, in order. */
export function selectsIn(message: APIMessage | undefined): APIStringSelectComponent[] {
  const selects = (parts: readonly object[]): APIStringSelectComponent[] =>
    parts.flatMap((part) => {
      if ('components' in part) return selects(part.components as object[]);
      return 'type' in part && part.type === ComponentType.StringSelect
        ? [part as APIStringSelectComponent]
        : [];
    });
  return selects(message?.components ?? []);
}

/** The message of an exchange when the work that it shows is done. */
export async function whole(exchange: Exchange, isUnderWay = saysHowFar): Promise<APIMessage> {
  // What is said aside after a while comes as a message of its own.
  const shown = () => exchange.followUps.at(-1) ?? exchange.message;
  const isDone = (text: string) => text !== '' && !isUnderWay(text);
  while (!isDone(textOf(shown()))) await exchange.changed();
  return shown() ?? expect.fail('no message');
}

function saysHowFar(text: string): boolean {
  return /^(Reading|Comparing|Indexing|Asking) .*…$/m.test(text);
}
