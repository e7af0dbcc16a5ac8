import { z } from 'zod';
import { settings as words } from './copy/host.js';
import { namesUser } from './documents/source-fields.js';

/** What the person who hosts the bot has set. Frozen: nothing changes it after the start. */
export interface Config {
  /** Absent: `npm start` runs the playground. */
  readonly discordToken?: string;
  /** Base of Discord's REST API, without a version and without a slash at its end. */
  readonly discordApiUrl: string;
  /** The server whose moderators keep the shared collection; absent: the application's owners do. */
  readonly homeGuildId?: string;
  readonly knowledgeDir: string;
  /** `file:` and a path, or `postgres://…`. May hold a password. */
  readonly databaseUrl: string;
  readonly shards: ShardSetting;
  readonly playgroundPort: number;
  /** Whether the port was set: then the next free one will not do. */
  readonly playgroundPortIsFixed: boolean;
  /** Where /healthz, /readyz and /metrics are answered; absent: nowhere. */
  readonly http?: { readonly host: string; readonly port: number };
  /** Whether ranking looks at what sentences mean, beyond their words. */
  readonly semantic: boolean;
  /** Folder of a model that does this in place of the table that ships. */
  readonly embeddingModel?: string;
  /** What the collection of each server may hold, beside the shared one. */
  readonly serverLimits: {
    readonly documents: number;
    readonly bytes: number;
    readonly passages: number;
    readonly storage: number;
  };
  /** From how many days on a document is marked with its age where it is quoted. */
  readonly oldAfterDays: number;
  readonly logLevel: LogLevel;
}

/** Which shards of the gateway this process runs, of how many. */
export interface ShardSetting {
  /** `auto`: all of them or, where processes share a database server, a share of them. */
  readonly ids: 'auto' | readonly number[];
  /** Absent: as many as Discord recommends. */
  readonly count?: number;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * What only the person who hosts the bot can put right: a setting, a port that is taken, a token that Discord
 * refuses. The message says what to do; a stack trace would say nothing more.
 */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}

const port = z
  .string()
  .regex(/^\d{1,5}$/, words.port)
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, words.port);

const amount = z
  .string()
  .regex(/^[1-9]\d{0,6}$/, words.amount)
  .transform(Number);

/** `auto`, one shard, or a range of them with its ends. */
const shardIds = z
  .string()
  .regex(/^(auto|\d{1,4}(-\d{1,4})?)$/, words.shards)
  .transform((value): ShardSetting['ids'] => (value === 'auto' ? value : range(value)))
  .refine((ids) => ids.length > 0, words.shards);

function range(value: string): number[] {
  const [first = 0, last = first] = value.split('-').map(Number);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
}

/** How much may be stored of a server, its files and its history with it, for each byte of text that it may have. */
const STORAGE_OF_TEXT = 10;
const settings = z.object({
  DISCORD_TOKEN: z.string().regex(/^\S+$/, words.token).optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: words.apiUrl })
    .refine((url) => !namesUser(url), words.apiUser)
    .refine((url) => !/\/v\d+\/?$/.test(url), words.apiVersion)
    .transform((url) => url.replace(/(?<!\/)\/+$/, ''))
    .default('https://discord.com/api'),
  HOME_GUILD_ID: z
    .string()
    .regex(/^\d{15,21}$/, words.homeGuild)
    .optional(),
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|postgres(ql)?:\/\/.)/, words.databaseUrl)
    .default('file:data/bot.db'),
  SHARDS: shardIds.default('auto'),
  SHARD_COUNT: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, words.shardCount)
    .transform(Number)
    .optional(),
  PLAYGROUND_PORT: port.default(3000),
  HTTP_PORT: port.optional(),
  HTTP_HOST: z.union([z.ipv4(), z.ipv6(), z.literal('localhost')], words.httpHost).default('127.0.0.1'),
  SEMANTIC: z.enum(['on', 'off'], words.semantic).default('on'),
  EMBEDDING_MODEL: z.string().optional(),
  SERVER_DOCUMENTS: amount.default(200),
  SERVER_MEGABYTES: amount.default(20),
  SERVER_PASSAGES: amount.default(5_000),
  OLD_AFTER_DAYS: amount.default(540),
  LOG_LEVEL: z.enum(LOG_LEVELS, words.logLevel(LOG_LEVELS)).default('info'),
});

/** Shards that are named are named among so many. */
const consistent = settings.superRefine(({ SHARDS: ids, SHARD_COUNT: count }, { addIssue }) => {
  if (ids === 'auto') return;
  const refuse = (message: string) => addIssue({ code: 'custom', path: ['SHARDS'], message });
  if (count === undefined) refuse(words.shardsWithoutCount);
  else if (ids.some((id) => id >= count)) refuse(words.shardsBeyond(count));
});

const PLAYGROUND_DATABASE_URL = 'file:data/playground.db';

/** Every setting with the value it has when it is not set; `undefined` where it then has none. */
export const DEFAULTS: Readonly<Record<string, unknown>> = Object.freeze({
  ...Object.fromEntries(Object.keys(settings.shape).map((name) => [name, undefined])),
  ...settings.parse({}),
});

/**
 * Reads the settings. An empty value means "not set", as in a `.env` file that was copied and not filled in.
 *
 * @throws {SetupError} one message that lists every problem
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(settings.shape).flatMap((name) => {
      const value = environment[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = consistent.safeParse(given);
  if (!parsed.success) throw new SetupError(words.problems(problemsOf(parsed.error)));
  const { DISCORD_TOKEN, HOME_GUILD_ID, EMBEDDING_MODEL, SHARD_COUNT, ...values } = parsed.data;
  return Object.freeze({
    ...(DISCORD_TOKEN && { discordToken: DISCORD_TOKEN }),
    ...(HOME_GUILD_ID && { homeGuildId: HOME_GUILD_ID }),
    discordApiUrl: values.DISCORD_API_URL,
    knowledgeDir: values.KNOWLEDGE_DIR,
    // What is tried out in the playground stays out of the database that a bot may be given later.
    databaseUrl: DISCORD_TOKEN || 'DATABASE_URL' in given ? values.DATABASE_URL : PLAYGROUND_DATABASE_URL,
    shards: { ids: values.SHARDS, ...(SHARD_COUNT !== undefined && { count: SHARD_COUNT }) },
    playgroundPort: values.PLAYGROUND_PORT,
    playgroundPortIsFixed: 'PLAYGROUND_PORT' in given,
    ...(values.HTTP_PORT !== undefined && { http: { host: values.HTTP_HOST, port: values.HTTP_PORT } }),
    semantic: values.SEMANTIC === 'on',
    ...(EMBEDDING_MODEL && { embeddingModel: EMBEDDING_MODEL }),
    serverLimits: {
      documents: values.SERVER_DOCUMENTS,
      bytes: values.SERVER_MEGABYTES * 1_000_000,
      passages: values.SERVER_PASSAGES,
      storage: STORAGE_OF_TEXT * values.SERVER_MEGABYTES * 1_000_000,
    },
    oldAfterDays: values.OLD_AFTER_DAYS,
    logLevel: values.LOG_LEVEL,
  });
}

/** Never repeats a value: one of them is a secret. */
function problemsOf(error: z.ZodError): string[] {
  return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}
