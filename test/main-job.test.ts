import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../playground/playground.js';
import { type Bot, startBot } from '../src/bot.js';
import { readConfig } from '../src/config.js';
import { en as copy } from '../src/copy/en/en.js';
import { createDocumentImport } from '../src/import.js';
import type { Library } from '../src/library/library.js';
import { openHostLibrary } from '../src/open-library.js';
import { createParsers } from '../src/parsing/parsers.js';
import { type FreshDatabase, freshSqlite } from './support/databases.js';
import { markdownOf } from './support/moderated-server.js';

// The main job, end to end: the bot with the real discord.js client, on the documents that ship, against the
// playground, which refuses what Discord refuses.

const knowledgeDir = fileURLToPath(new URL('../../knowledge/', import.meta.url));

/** The shipped library, which a test can make fail. */
let failure: Error | undefined;
let playground: Playground;
let bot: Bot;
let database: FreshDatabase;
let shipped: Library;
const logged: string[] = [];
const sent: { path: string; body: { data?: object; allowed_mentions?: object; components?: object[] } }[] =
  [];

const parsers = createParsers();

/** What the client sends, as it leaves the process. */
function onRequest(message: unknown): void {
  const { path, body } = (message as { request: { path: string; body: unknown } }).request;
  if (typeof body === 'string' || Buffer.isBuffer(body)) sent.push({ path, body: JSON.parse(`${body}`) });
}

async function start(library: Library): Promise<Bot> {
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(line) });
  const { token, apiUrl } = playground;
  return startBot({
    token,
    apiUrl,
    library,
    oldAfterDays: 540,
    documentImport: createDocumentImport({ apiUrl, parserOf: parsers.ofServer }),
    log,
  });
}

beforeAll(async () => {
  subscribe('undici:request:create', onRequest);
  database = await freshSqlite();
  shipped = await openHostLibrary({
    config: { ...readConfig({}), knowledgeDir, databaseUrl: database.url },
    cacheDir: join(tmpdir(), 'main-job-cache'),
    parsers,
    onEvent: (event) => event.kind === 'problem' && expect.fail(copy.problem(event.problem)),
  });
  playground = await startPlayground();
  bot = await start({
    ...shipped,
    async current(guildId) {
      if (failure) throw failure;
      return shipped.current(guildId);
    },
  });
});

afterEach(() => {
  failure = undefined;
  expect(playground.violations).toEqual([]);
});

afterAll(async () => {
  await bot?.stop();
  await playground?.stop();
  await shipped?.close();
  await parsers.close();
  await database?.drop();
  unsubscribe('undici:request:create', onRequest);
});

const ask = (question: string, more: { private?: boolean } = {}) =>
  playground.use({ command: 'ask', options: { question, ...more } });

test('an answer quotes the documents and says where each quotation stands', async () => {
  const { message, deferred, ephemeral } = await ask(
    'Which companies are in the Model-Chip Ecosystem Innovation Alliance?',
  );
  const text = markdownOf(message);
  expect(text).toMatch(/^> .*\*\*[^*]*Alliance\*\*/m);
  expect(text).toMatch(
    /^-# \[[^\]]+\]\(<https:.+>\) · .+ · The Model-Chip Ecosystem Innovation Alliance › .+$/m,
  );
  expect(deferred).toBe(false);
  expect(ephemeral).toBe(false);
});

test('a question on something else gets a short no, and no passage', async () => {
  const question = 'What is the best recipe for an apple pie?';
  const { message } = await ask(question);
  expect(markdownOf(message)).toBe(`**${question}**\n**${copy.ask.none}**`);
});

test('a private answer is seen by the one who asked alone', async () => {
  expect((await ask('Who founded StepFun?', { private: true })).ephemeral).toBe(true);
});

test.each([
  ['mentions and markup', '@everyone <@1> **zz** [a](b)'],
  ['500 characters of emoji', '😀'.repeat(250)],
  ['blanks', '   '],
  ['marks that double when they are escaped', '*'.repeat(500)],
])('%s as a question get a normal reply', async (_, question) => {
  const { message, failed } = await ask(question);
  expect(failed).toBe(false);
  expect(markdownOf(message)).toContain(copy.ask.none);
  expect(message).toMatchObject({ mention_everyone: false, mentions: [], mention_roles: [] });
});

test('every message says that it mentions nobody', async () => {
  await ask('Who founded StepFun?');
  const messages = sent.flatMap(({ body }) => body.data ?? body).filter((body) => 'components' in body);
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) expect(message).toMatchObject({ allowed_mentions: { parse: [] } });
});

test('when something breaks, the member gets one sentence and an error id, and the log the rest', async () => {
  failure = new Error('the disk is on fire');
  const { message, ephemeral, failed } = await ask('Who founded StepFun?');
  const errorId = /error ([0-9a-f]{8})/.exec(markdownOf(message))?.[1];
  expect(markdownOf(message)).toBe(copy.reply.failed(errorId ?? ''));
  expect({ ephemeral, failed }).toEqual({ ephemeral: true, failed: false });
  const entry = logged.find((line) => line.includes(`"errorId":"${errorId}"`));
  expect(entry).toContain('the disk is on fire');
  expect(entry).not.toContain('Who founded');
});

test('questions are not logged', async () => {
  await ask('A question that nobody else would ask');
  expect(logged.join('')).not.toContain('nobody else');
});

test('/sources lists the documents, page by page', async () => {
  const first = await playground.use({ command: 'sources' });
  expect(markdownOf(first.message)).toContain('19 documents');
  if (!first.message) return expect.fail('no message');
  const second = await playground.press(first.message, 'sources:page:1');
  expect(markdownOf(second.message)).toContain(copy.reply.page(2, 2));
});

test('/sources shows the outline of a document that was picked while typing', async () => {
  const options = { document: 'huwaei ascend' };
  const [choice] = await playground.autocomplete({ command: 'sources', options, focused: 'document' });
  expect(choice?.value).toBe('huawei-ascend-cloudmatrix');
  const { message } = await playground.use({ command: 'sources', options: { document: `${choice?.value}` } });
  expect(markdownOf(message)).toMatch(/^### .*Ascend.*\n(.*\n)*- \*\*/);
});

test('/sources says what to do about a document that is not there', async () => {
  const { message } = await playground.use({
    command: 'sources',
    options: { document: 'nothing *like* it' },
  });
  expect(markdownOf(message)).toContain('nothing \\*like\\* it');
});

test('/help names every command', async () => {
  const { message, ephemeral } = await playground.use({ command: 'help' });
  expect(markdownOf(message)).toContain('`/ask`');
  expect(markdownOf(message)).toContain('`/sources`');
  expect(ephemeral).toBe(true);
});

test('a start with the same commands does not register them again', async () => {
  await bot.stop();
  sent.length = 0;
  bot = await start(shipped);
  expect(sent.filter(({ path }) => path.endsWith('/commands'))).toEqual([]);
});
