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
  semantic: 'must be on or off',
  amount: 'must be a whole number from 1 to 9999999',
  logLevel: (levels: readonly string[]) => `must be one of ${levels.join(', ')}`,
} as const;

/** What is said at the start, and why there is none. */
export const start = {
  ready: (address: string) => `Playground ready: ${address}`,
  tokenRefused:
    'Discord refused the token. Copy it again from the developer portal (Bot › Reset Token) into DISCORD_TOKEN.',
  unknownTask: (task: string) =>
    `There is no "${task}". Known: ask, knowledge, check, or nothing to start the bot.`,
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
  unreachable: (apiUrl: string, detail: string) =>
    `Discord cannot be reached at ${apiUrl} (${detail}). Check the network and DISCORD_API_URL.`,
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
