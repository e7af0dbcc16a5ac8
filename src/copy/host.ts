import type { DatabaseEvent } from '../library/open.js';
import { plural } from './en/phrases.js';

// What the person who hosts the bot reads, in its log and on the terminal: in English.

/** What is wrong with the environment. */
export const settings = {
  problems: (problems: readonly string[]) =>
    [
      'The settings need a change (environment or .env; see .env.example):',
      ...problems.map((one) => `  ${one}`),
    ].join('\n'),
  token: 'must be the bare token from the developer portal, without spaces and without “Bot ”',
  apiUrl: 'must be an http(s) address such as https://discord.com/api',
  apiUser: 'must have no user name and no password in it: the bot shows Discord its token alone',
  apiVersion: 'must be the base of the API: leave out the version (/v10)',
  homeGuild:
    'must be the id of a server, digits only: with developer mode on, right-click the server › Copy Server ID',
  databaseUrl:
    'must be file: and a path, such as file:data/bot.db, or an address that begins with postgres://',
  shards: 'must be auto, one shard such as 5, or the first and the last of several such as 0-3',
  shardCount:
    'must be how many shards there are in all: a whole number from 1 to 9999, or empty to take as many as Discord recommends',
  shardsWithoutCount: 'names shards, so SHARD_COUNT must say how many there are in all',
  shardsBeyond: (count: number) =>
    `names a shard that does not exist: SHARD_COUNT is ${count}, so they are numbered from 0 to ${count - 1}`,
  port: 'must be a number from 1 to 65535',
  httpHost: 'must be an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them',
  semantic: 'must be on or off',
  amount: 'must be a whole number from 1 to 9999999',
  logLevel: (levels: readonly string[]) => `must be one of ${levels.join(', ')}`,
} as const;

/** What is said at the start, and why there is none. */
export const start = {
  envUnreadable: (detail: string) =>
    `The settings in .env cannot be read (${detail}). Let the user read them whom the bot runs as, or remove the file.`,
  starting: 'starting: reads and indexes the documents, which takes longest the first time',
  ready: (address: string) => [
    `Playground ready: ${address}`,
    'Open that page in a browser. It is a Discord of its own, as DISCORD_TOKEN is not set. Ctrl+C ends it.',
  ],
  stopping: 'stopping: what is under way may end',
  unknownTask: (task: string) =>
    `There is no "${task}". Known: ask, knowledge, check, health, or nothing to start the bot.`,
  /** By the reason of a FolderError. */
  folder: {
    missing: (dir: string) => `There is no folder "${dir}". Create it, or name another one in KNOWLEDGE_DIR.`,
    'not-a-folder': (dir: string) =>
      `"${dir}" is a file. Name the folder that holds the documents in KNOWLEDGE_DIR.`,
    unreadable: (dir: string) =>
      `The folder "${dir}" cannot be read. Allow this user to read it, or name another one in KNOWLEDGE_DIR.`,
    changed: (dir: string) =>
      `A file of the folder "${dir}" was changed while the folder was being read. Try again when nobody is writing to it.`,
  },
  model: {
    'no-folder': (dir: string) =>
      `There is no model in "${dir}": its config.json is missing. Name the folder of a model in EMBEDDING_MODEL, or leave that empty.`,
    'no-library': (dir: string) =>
      `The model in "${dir}" needs a package that is not installed. Run: npm install @huggingface/transformers`,
    unusable: (dir: string) =>
      `The model in "${dir}" cannot be loaded. It must be a sentence-embedding model as ONNX (onnx/model.onnx beside config.json and tokenizer.json).`,
  },
  database: {
    cannotOpen: (detail: string) =>
      `DATABASE_URL: the database cannot be opened (${detail}). Check the address, and that this user can write there.`,
    damaged: (detail: string) =>
      `DATABASE_URL: ${detail}. Bring back a backup: move the database away, then npm run knowledge -- restore FILE`,
    /** While the bot runs, in the log. */
    replaced: (url: string) =>
      `DATABASE_URL: the file of ${url} was deleted or replaced while the bot runs. Nothing is saved any more. Put the file back where it was, or restart the bot to go on with the one that is there.`,
    newBesideOlder: (url: string, traces: readonly string[]) =>
      `DATABASE_URL: ${url} is new and empty, but there was one before: ${traces.join(', ')} is left of it. What was published, set and asked in servers is in the earlier one. If that was deleted by mistake: stop the bot, move the new one away, and npm run knowledge -- restore FILE`,
    altered: (collection: string, document: string) =>
      `The text of "${document}" (${collection}) is damaged in the database, and is left out of all answers. Publish it again (/knowledge refresh, or add it), or bring back a backup.`,
    tooNew: (found: number, known: number) =>
      `DATABASE_URL: a later release of this bot wrote the database (schema ${found}; this one knows ${known}). Use that release, or a copy of the database from before.`,
  },
  refreshWaiting: (folder: string) =>
    `The folder "${folder}" differs from what is published. To publish it: /knowledge refresh, or npm run knowledge -- refresh --publish`,
  portTaken: (port: number) =>
    `PLAYGROUND_PORT: port ${port} is taken. Stop what is using it, choose another one, or leave the setting empty to get a free one.`,
  cannotListen: (host: string, port: number, code: string) =>
    code === 'EADDRINUSE'
      ? `HTTP_PORT: port ${port} is taken. Stop what is using it, or choose another one.`
      : `HTTP_PORT, HTTP_HOST: the bot cannot listen on ${host}, port ${port} (${code}). Choose an address of this machine, and a port from 1024 on.`,
  noHttpPort:
    'HTTP_PORT is not set, so the bot answers nobody who asks whether it is alive. Set it for both, the bot and this command.',
} as const;

const tokenRefused =
  'Discord refused the token. Copy it again from the developer portal (Bot › Reset Token) into DISCORD_TOKEN.';

/** What keeps the bot from Discord. */
export const connection = {
  tokenRefused,
  unreachable: (apiUrl: string, detail: string) =>
    `Discord cannot be reached at ${apiUrl} (${detail}). Check the network and DISCORD_API_URL.`,
  noApi: 'what answers there is not Discord’s API',
  unreachableYet: 'Discord cannot be reached, or is out of order. It is tried again.',
  noSessions: 'Discord lets this bot connect no more often for now. It is tried again.',
  /** View Channel and Send Messages: it answers without, but posts nothing. */
  inNoServer: (applicationId: string) =>
    `No server has the bot yet. To add it to one of yours, open https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=3072`,
  notConnected: 'Discord has not let the bot in yet. The bot waits, and goes on trying.',
  commandsFailed:
    'The commands could not be registered: members see those of before. The next start tries again.',
  commandsLate: 'Discord has not taken the commands yet: until it does, members see those of before.',
  /** By the code with which Discord closes a connection for good. */
  closed: {
    4004: tokenRefused,
    4010: 'Discord closed the connection (4010, invalid shard). Check SHARDS and SHARD_COUNT, and start again.',
    4011: 'Discord closed the connection (4011): for so many servers it wants more shards. Raise SHARD_COUNT, or leave it empty, and start again.',
    4012: 'Discord closed the connection (4012): it no longer takes the version of its gateway that this release uses. Install a later release of the bot.',
    4013: 'Discord closed the connection (4013, invalid intents). Install a later release of the bot.',
    4014: 'Discord closed the connection (4014, disallowed intents). Check that DISCORD_TOKEN is the token of this bot, and install a later release of it.',
  },
} as const;

/** What the log says of itself. */
export const log = {
  leftOut: 'Lines of the log were left out, as nobody read it.',
} as const;

/** What is said of the bot to whoever watches over it. */
export const operations = {
  alive: 'The bot is alive.',
  notAlive: (why: string) => `The bot does not say that it is alive (${why}).`,
  noAnswer: (ms: number) => `no answer within ${ms} ms`,
  starting: 'not open yet: the bot is starting',
  shards: (ready: number, all: number) => `${ready} of ${plural(all, 'connection')} to Discord ready`,
  spare: 'the other processes have all connections to Discord; this one takes over where one of them ends',
  databaseAnswers: 'answers',
  databaseSilent: 'no answer in time',
  databaseFails: (code: string) => `refuses${code && ` (${code})`}`,
  answersFrom: (documents: number, revision: number) =>
    documents > 0
      ? `${plural(documents, 'document')} of revision ${revision}`
      : 'no documents: fill the knowledge folder and start again, or publish a refresh',
} as const;

/** What the host should know of the database, a line each. */
export function databaseLines(event: DatabaseEvent, databaseUrl: string): string[] {
  const { replaced, newBesideOlder, altered } = start.database;
  switch (event.kind) {
    case 'replaced':
      return [replaced(databaseUrl)];
    case 'new-beside-older':
      return [newBesideOlder(databaseUrl, event.traces)];
    case 'altered':
      return event.documents.map(({ collection, document }) => altered(collection, document));
  }
}

/** The words of `npm run knowledge:check`. */
export const check = {
  passed: (documents: number, known: number, judged: number) =>
    `Knowledge is in order: ${plural(documents, 'document')}, ${plural(known, 'known question')}, ${plural(judged, 'judged question')}.`,
  failed: (count: number) => `${plural(count, 'problem')} in the knowledge folder.`,
  noSource: (file: string, sentence: string) =>
    `${file}: no source for “${sentence}” (add a footnote to the sentence, or a url to the front matter).`,
  unknownDocument: (question: string, document: string) =>
    `questions.yaml: “${question}” expects the document "${document}", which does not exist.`,
} as const;
