import { type APIMessage, ComponentType } from 'discord.js';
import { pino } from 'pino';
import { expect } from 'vitest';
import type { Exchange } from '../playground/member/exchange.js';
import { type Playground, type PlaygroundOptions, startPlayground } from '../playground/playground.js';
import { type Bot, type BotParts, startBot } from '../src/bot.js';
import { createIntake } from '../src/intake.js';
import type { KnowledgeBase } from '../src/library/library.js';
import { type Bench, setUp } from './knowledge-base.js';

/** The real client in the playground, with a knowledge folder and a database of its own. */
export interface ModeratedServer {
  readonly bench: Bench;
  readonly playground: Playground;
  readonly logged: { level: number; msg: string; [more: string]: unknown }[];
  readonly base: KnowledgeBase;
  /** Ends the bot with its knowledge base, and starts it again on the same database. */
  restart(): Promise<void>;
  /** The text of the answer that a member gets. */
  ask(question: string, as?: object): Promise<string>;
  end(): Promise<void>;
}

export interface ServerOptions {
  /** The server whose moderators keep the shared documents; the playground's home server where nothing is said. */
  readonly home?: 'home' | 'none';
  readonly playground?: PlaygroundOptions;
  readonly files: Readonly<Record<string, string>>;
  readonly bot?: Partial<BotParts>;
}

export async function openServer({
  home = 'home',
  files,
  playground: options,
  bot: parts,
}: ServerOptions): Promise<ModeratedServer> {
  const bench = await setUp();
  for (const [path, text] of Object.entries(files)) await bench.write(path, text);
  const playground = await startPlayground(options);
  const logged: ModeratedServer['logged'] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line)) });
  const { token, apiUrl, homeGuildId } = playground;
  let base: KnowledgeBase;
  let bot: Bot;

  async function start(): Promise<void> {
    base = await bench.open();
    bot = await startBot({
      token,
      apiUrl,
      library: base,
      intake: createIntake({ fetch, apiUrl }),
      ...(home === 'home' && { homeGuildId }),
      now: () => bench.now,
      log,
      ...parts,
    });
  }

  await start();
  return {
    bench,
    playground,
    logged,
    get base() {
      return base;
    },
    async restart() {
      await bot.stop();
      await base.close();
      await start();
    },
    async ask(question, as = {}) {
      const { message } = await playground.use({ command: 'ask', options: { question }, ...as });
      return textOf(message);
    },
    async end() {
      await bot.stop();
      await playground.stop();
      await bench.end();
    },
  };
}

/** All that is read in a message: what was escaped for Discord's Markdown is as people see it. */
export function textOf(message: APIMessage | undefined): string {
  return markdownOf(message).replace(/\\([\W_])/g, '$1');
}

function markdownOf(message: APIMessage | undefined): string {
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

/** The last message of an exchange, once it has a button, or stands still without one. */
export async function whole(exchange: Exchange, isWhole: (text: string) => boolean): Promise<APIMessage> {
  while (!isWhole(textOf(exchange.message))) await exchange.changed();
  return exchange.message ?? expect.fail('no message');
}
