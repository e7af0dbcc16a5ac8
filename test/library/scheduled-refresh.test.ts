import type { APIMessage } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import type { Scheduled } from '../../src/library/library.js';
import { type ModeratedServer, openServer, owner, textOf } from '../support/moderated-server.js';

// Refreshes at the times that a server has set. The clock is the test's.

const words = copy.knowledge;
const ferry = '# Ferry\n\nThe ferry to the island leaves at noon.\n';
const question = 'When does the ferry to the island leave?';

let server: ModeratedServer;
let home: string;

beforeEach(async () => {
  server = await openServer({ files: { 'ferry.md': ferry }, mayFail: true });
  home = server.playground.homeGuildId;
  server.bench.now = new Date('2026-03-02T05:59:00Z');
  // The time before that is looked at.
  await due();
  await server.library.saveSettings(
    home,
    { schedule: '0 6 * * *', reportChannel: channel('reports') },
    'mod',
  );
});

afterEach(() => server.end());

const channel = (name: string) =>
  server.playground.world.guilds.home.channels.find((one) => one.name === name)?.id ?? expect.fail(name);

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
  expect(textOf(report)).toContain('+ The ferry to the island leaves at nine.');
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
  await server.library.saveSettings(
    home,
    { schedule: '0 * * * *', reportChannel: channel('reports') },
    'mod',
  );
  expect(await reportedAt('2026-03-02T06:00:30Z')).toHaveLength(1);
  expect(await reportedAt('2026-03-02T07:00:30Z')).toHaveLength(0);
  await server.bench.write('ferry.md', ferry.replace('noon', 'ten'));
  expect(await reportedAt('2026-03-02T08:00:30Z')).toHaveLength(1);
  expect(await reportedAt('2026-03-03T09:00:30Z')).toHaveLength(1);
});

test('a failure is reported once, until it works again', async () => {
  await server.library.saveSettings(
    home,
    { schedule: '0 * * * *', reportChannel: channel('reports') },
    'mod',
  );
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
