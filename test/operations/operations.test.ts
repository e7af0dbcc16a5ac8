import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.js';
import { startOperations } from '../../src/operations/operations.js';
import { createParsers } from '../../src/parsing/parsers.js';
import { type ModeratedServer, openServer } from '../support/moderated-server.js';

// What a host sees of a bot: the real client in the playground, with a real database, asked over HTTP.

const parsers = createParsers({ seconds: 1 });
const failed: unknown[] = [];
let operations: Awaited<ReturnType<typeof startOperations>>;
let server: ModeratedServer;
/** What the library fails with, where a test sets it. */
let failure: Error | undefined;

const look = (path: string) =>
  fetch(`http://127.0.0.1:${operations.address.port}${path}`, { headers: { connection: 'close' } });

/** The figures with their labels, as they are exposed. */
async function figures(): Promise<ReadonlyMap<string, number>> {
  const lines = (await (await look('/metrics')).text()).split('\n');
  const values = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    values.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

/** By how much each figure that changed is more after something was done. */
async function grown(act: () => Promise<unknown>): Promise<(name: string) => number> {
  const before = await figures();
  await act();
  const after = await figures();
  return (name) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
}

beforeAll(async () => {
  operations = await startOperations({ host: '127.0.0.1', port: 0 }, (error) => failed.push(error));
  expect((await look('/healthz')).status).toBe(200);
  const starting = await look('/readyz');
  expect(starting.status).toBe(503);
  expect(await starting.json()).toMatchObject({
    ready: false,
    gateway: { ok: false },
    database: { ok: false },
  });
  server = await openServer({
    files: { 'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon. Ada sails it.\n' },
    bot: { observer: operations.observer },
    wrapStore: operations.observeStore,
    wrapLibrary: (library) => operations.observeLibrary(breakable(library)),
    mayFail: true,
  });
  operations.watch({
    parsers,
    shards: () => server.bot.shards(),
    snapshot: () => server.library.current(null),
    pingDatabase: async () => void (await server.library.guilds()),
  });
});

function breakable(library: Library): Library {
  const current: Library['current'] = (guildId) =>
    failure && guildId !== null ? Promise.reject(failure) : library.current(guildId);
  return { ...library, current };
}

afterAll(async () => {
  await server?.end();
  await operations?.stop();
  await parsers.close();
  expect(failed).toEqual([]);
});

test('ready once the bot is connected', async () => {
  const response = await look('/readyz');
  expect([response.status, await response.json()]).toMatchObject([200, { ready: true }]);
  const now = await figures();
  expect(now.get('bot_ready{part="gateway"}')).toBe(1);
  expect(now.get('bot_shards{state="ready"}')).toBe(1);
  expect(now.get('bot_revision')).toBe(1);
  expect(now.get('bot_documents')).toBe(1);
  expect(now.get('bot_passages')).toBe(1);
  expect(now.get('bot_terms')).toBeGreaterThan(3);
});

test('a question is counted by its verdict, with the time of each stage and of its reply', async () => {
  const growth = await grown(async () => {
    await server.ask('When does the ferry to the island leave?');
    await server.ask('Which apples are best for a pie?');
  });
  expect(growth('bot_questions_total{verdict="answered"}')).toBe(1);
  expect(growth('bot_questions_total{verdict="none"}')).toBe(1);
  for (const stage of ['read', 'find', 'known', 'rank', 'select', 'weigh', 'wait'])
    expect(growth(`bot_stage_seconds_count{stage="${stage}"}`)).toBe(2);
  expect(growth('bot_reply_seconds_count{command="ask"}')).toBe(2);
  expect(growth('bot_interactions_total{command="ask",outcome="replied"}')).toBe(2);
});

test('what fails is counted, and what is not ours under no name of its own', async () => {
  failure = new Error('out of order');
  const growth = await grown(() => server.ask('When does the ferry leave?'));
  failure = undefined;
  expect(growth('bot_interactions_total{command="ask",outcome="failed"}')).toBe(1);
  const forged = await server.postButton('home', 'nonsense-4711:x');
  const pressed = await grown(() => server.press(forged, 'Press'));
  expect(pressed('bot_interactions_total{command="unknown",outcome="unknown"}')).toBe(1);
});

test('what Discord delivers twice is answered and counted once, and that it came again is counted too', async () => {
  server.playground.faults.gateway.deliversTwice = true;
  const growth = await grown(() => server.ask('When does the ferry to the island leave?'));
  server.playground.faults.gateway.deliversTwice = false;
  expect(growth('bot_questions_total{verdict="answered"}')).toBe(1);
  expect(growth('bot_interactions_total{command="ask",outcome="replied"}')).toBe(1);
  expect(growth('bot_interactions_passed_over_total{why="again"}')).toBe(1);
});

test('refreshes and publishes are counted by what came of them', async () => {
  const unchanged = await grown(() => server.knowledge('refresh', { collection: 'shared' }));
  expect(unchanged('bot_changes_total{change="refresh",collection="shared",outcome="unchanged"}')).toBe(1);
  await server.bench.write('light.md', '# Light\n\nThe light on the rock is red.\n');
  const growth = await grown(async () => {
    const preview = await server.knowledge('refresh', { collection: 'shared' });
    await server.press(preview, 'Publish');
  });
  expect(growth('bot_changes_total{change="refresh",collection="shared",outcome="draft"}')).toBe(1);
  expect(growth('bot_changes_total{change="publish",collection="shared",outcome="published"}')).toBe(1);
  expect(growth('bot_database_seconds_count{operation="publish"}')).toBe(1);
  expect(growth('bot_revision')).toBe(1);
  expect(growth('bot_documents')).toBe(1);
});

test('work that fails while nobody waits for it, and notes that are lost', async () => {
  const growth = await grown(async () => {
    operations.countEvent({ kind: 'failed', work: 'purge', error: new Error('no') });
    operations.countEvent({ kind: 'notes-lost', count: 3 });
  });
  expect(growth('bot_background_failures_total{work="purge"}')).toBe(1);
  expect(growth('bot_notes_lost_total')).toBe(3);
});

test('files that are read, and processes that are ended for one', async () => {
  const endless = { path: 'a.md', bytes: new TextEncoder().encode('['.repeat(400_000)) };
  const growth = await grown(async () => {
    expect((await parsers.ofHost().document(endless)).problems).toMatchObject([{ kind: 'too-slow' }]);
  });
  expect(growth('bot_parser_kills_total{limit="too-slow"}')).toBe(1);
});

test('a bot without its connection is not ready; once it has one again, it is', async () => {
  const between: Promise<Response>[] = [];
  await server.restart(() => between.push(look('/readyz')));
  const [response] = await Promise.all(between);
  expect([response?.status, await response?.json()]).toMatchObject([503, { gateway: { ok: false } }]);
  expect((await look('/readyz')).status).toBe(200);
});

test('no figure names a question, a server, a member or a message', async () => {
  const file = { filename: 'own.md', bytes: Buffer.from('# Own\n\nOurs alone.\n') };
  const growth = await grown(() => server.knowledge('add', { file }));
  expect(growth('bot_changes_total{change="add",collection="server",outcome="draft"}')).toBe(1);
  const labels = [...(await figures()).keys()].flatMap((name) => /\{.*/.exec(name) ?? []);
  expect(labels.length).toBeGreaterThan(50);
  expect(labels.join('\n')).not.toMatch(/\d{15}|ferry|apple|nonsense|own\.md|guild:/i);
});
