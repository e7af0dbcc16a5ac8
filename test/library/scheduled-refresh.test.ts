import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import type { Scheduled } from '../../src/library/library.js';
import type { Store } from '../../src/store/store.js';
import { drafted } from '../support/knowledge-base.js';
import { type ModeratedServer, openServer, owner, textOf } from '../support/moderated-server.js';

// Refreshes at the times that a server has set. The clock is the test's.

const words = copy.knowledge;
const ferry = '# Ferry\n\nThe ferry to the island leaves at noon.\n';
const question = 'When does the ferry to the island leave?';

let server: ModeratedServer;
let home: string;
let readSchedules: Store['schedules'] | undefined;

beforeEach(async () => {
  readSchedules = undefined;
  server = await openServer({
    files: { 'ferry.md': ferry },
    mayFail: true,
    wrapStore: (store) => ({ ...store, schedules: () => (readSchedules ?? store.schedules)() }),
  });
  home = server.playground.homeGuildId;
  server.bench.now = new Date('2026-03-02T05:59:00Z');
  // The time before that is looked at.
  await due();
  await schedule('0 6 * * *');
});

afterEach(() => server.end());

const channel = (name: string) =>
  server.playground.world.guilds.home.channels.find((one) => one.name === name)?.id ?? expect.fail(name);

const schedule = (times: string) =>
  server.library.saveSettings(home, { schedule: times, reportChannel: channel('reports') }, 'mod');

async function due(library = server.library): Promise<Scheduled[]> {
  const found: Scheduled[] = [];
  for await (const one of library.refreshDue({ homeGuildId: home, isHere: () => true })) found.push(one);
  return found;
}

/** Lets the bot look at the schedules at a time, and gives what it wrote into the report channel. */
async function reportedAt(time: string): Promise<APIMessage[]> {
  server.bench.now = new Date(time);
  const before = server.playground.read({ channel: 'reports' }).length;
  await server.lookAtSchedules();
  return server.playground.read({ channel: 'reports' }).slice(before);
}

test('a refresh that finds changes is reported with the preview, and published by whoever presses the button', async () => {
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  expect(await reportedAt('2026-03-02T05:59:30Z')).toEqual([]);
  const [report] = await reportedAt('2026-03-02T06:00:30Z');
  if (!report) return expect.fail('no report');
  expect(textOf(report)).toContain(words.report.waiting);
  expect(textOf(report)).toContain('+ The ferry to the island leaves at ⟦nine⟧.');
  expect(await server.ask(question)).toContain('at noon');
  expect(textOf(await server.press(report, words.preview.publish, { user: 'member' }))).toContain(
    'Only members who',
  );
  await server.press(report, words.preview.publish, owner);
  expect(await server.ask(question)).toContain('at nine');
});

test('a refresh that finds nothing is silent', async () => {
  expect(await reportedAt('2026-03-02T06:00:30Z')).toEqual([]);
});

test('the same changes are reported again only when the first preview has run out', async () => {
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  await schedule('0 * * * *');
  expect(await reportedAt('2026-03-02T06:00:30Z')).toHaveLength(1);
  expect(await reportedAt('2026-03-02T07:00:30Z')).toHaveLength(0);
  await server.bench.write('ferry.md', ferry.replace('noon', 'ten'));
  expect(await reportedAt('2026-03-02T08:00:30Z')).toHaveLength(1);
  expect(await reportedAt('2026-03-03T09:00:30Z')).toHaveLength(1);
});

test('the same changes are not reported again after a restart, nor by another process', async () => {
  await schedule('0 * * * *');
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  expect(await reportedAt('2026-03-02T06:00:30Z')).toHaveLength(1);
  await server.restart();
  expect(await reportedAt('2026-03-02T07:00:30Z')).toHaveLength(0);
  const other = await server.bench.open();
  server.bench.now = new Date('2026-03-02T08:00:30Z');
  expect(await due(other)).toEqual([]);
  // Of the drafts that found the same, only the one that was reported is left.
  const history = await server.library.history('shared', 10);
  expect(history.map(({ action }) => action)).toEqual([
    'discard',
    'refresh',
    'discard',
    'refresh',
    'refresh',
    'publish',
    'first',
  ]);
});

test('the same changes are reported again when something else was published, as the first preview cannot be', async () => {
  await schedule('0 * * * *');
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  expect(await reportedAt('2026-03-02T06:00:30Z')).toHaveLength(1);
  const put = [
    { question, answers: [{ document: 'ferry', text: 'The ferry to the island leaves at noon.' }] },
  ];
  const taught = await server.library.teach({ collection: 'shared', by: 'mod' }, { put });
  await server.library.publish(drafted(taught), 'mod');
  const untaught = await server.library.teach({ collection: 'shared', by: 'mod' }, { remove: [question] });
  await server.library.publish(drafted(untaught), 'mod');
  expect(await reportedAt('2026-03-02T07:00:30Z')).toHaveLength(1);
});

test('what could not be posted is reported the next time', async () => {
  await server.library.saveSettings(home, { schedule: '0 * * * *' }, 'mod');
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  expect(await reportedAt('2026-03-02T06:00:30Z')).toHaveLength(0);
  await schedule('0 * * * *');
  expect(await reportedAt('2026-03-02T07:00:30Z')).toHaveLength(1);
});

test('what came due during a restart is done after it, and what was done before it is not done again', async () => {
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  const restartedAt = (time: string) =>
    server.restart(() => {
      server.bench.now = new Date(time);
    });
  await restartedAt('2026-03-02T06:00:20Z');
  expect(await reportedAt('2026-03-02T06:01:20Z')).toHaveLength(1);
  await restartedAt('2026-03-02T06:02:00Z');
  await server.bench.write('ferry.md', ferry.replace('noon', 'ten'));
  expect(await reportedAt('2026-03-02T06:03:00Z')).toEqual([]);
});

test('while the schedules cannot be read nothing is missed', async () => {
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  readSchedules = async () => expect.fail('no database');
  expect(await reportedAt('2026-03-02T06:00:30Z')).toEqual([]);
  readSchedules = undefined;
  expect(await reportedAt('2026-03-02T06:01:30Z')).toHaveLength(1);
});

test('a server whose settings are damaged is in the log, once, and keeps no other from its refresh', async () => {
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  readSchedules = async () => [
    { guild: '9', damage: new Error('damaged') },
    { guild: home, schedule: '0 6 * * *' },
  ];
  expect(await reportedAt('2026-03-02T06:00:30Z')).toHaveLength(1);
  expect(await reportedAt('2026-03-02T06:01:30Z')).toEqual([]);
  const failed = server.logged.filter(({ msg }) => msg === 'a scheduled refresh failed');
  expect(failed).toMatchObject([{ collection: 'guild:9', err: { message: 'damaged' } }]);
});

test('a failure is reported once, until it works again', async () => {
  await schedule('0 * * * *');
  await server.bench.rename();
  const [report] = await reportedAt('2026-03-02T06:00:30Z');
  expect(textOf(report)).toContain('The scheduled refresh failed. There is no folder');
  expect(textOf(report)).not.toContain(server.bench.folder);
  expect(await reportedAt('2026-03-02T07:00:30Z')).toEqual([]);
  expect(server.logged.filter(({ msg }) => msg === 'a scheduled refresh failed')).toHaveLength(1);
});

test('one of several processes does it', async () => {
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  const others = [await server.bench.open(), await server.bench.open()];
  server.bench.now = new Date('2026-03-02T06:00:30Z');
  const found = await Promise.all([server.library, ...others].map(due));
  expect(found.flat()).toHaveLength(1);
});

test('what is due where another process is connected is left to it', async () => {
  server.bench.now = new Date('2026-03-02T06:00:30Z');
  await server.bench.write('ferry.md', ferry.replace('noon', 'nine'));
  const found: Scheduled[] = [];
  for await (const one of server.library.refreshDue({ homeGuildId: home, isHere: () => false }))
    found.push(one);
  expect(found).toEqual([]);
});
