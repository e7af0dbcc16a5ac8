import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runKnowledge } from '../../src/cli/knowledge.js';
import type { Library } from '../../src/library/library.js';
import { attachment, type Bench, drafted, firstExcerpt, setUp } from '../support/knowledge-base.js';

const ferry = '# Ferry\n\nThe ferry to the island leaves at noon.\n';

let bench: Bench;
/** A bot that runs beside the terminal. */
let bot: Library;

beforeEach(async () => {
  bench = await setUp();
  await bench.write('ferry.md', ferry);
  await bench.write('market.md', '# Market\n\nThe market opens on Tuesday.\n');
  bot = await bench.open();
});

afterEach(() => bench.end());

async function knowledge(...argv: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const open = () => bench.open({ judgedQuestions: async () => ['When does the ferry leave?'] });
  const code = await runKnowledge(argv, { stdout, stderr }, open, bench.databaseUrl);
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

test('a refresh shows what would change and leaves it at that', async () => {
  await bench.write('ferry.md', ferry.replace('noon', 'nine'));
  await bench.write('bakery.md', '# Bakery\n\nThe bakery sells bread from six.\n');
  await bench.write('broken.md', '');
  const { code, out, err } = await knowledge('refresh');
  expect(code).toBe(0);
  // It can take a minute, and says where it is beside what it prints.
  expect(err.split('\n')).toEqual([
    'Reading the documents…',
    'Comparing them with what is live…',
    'Indexing 3 passages…',
    'Asking 1 question of the old and the new…',
    '',
  ]);
  expect(out).toBe(`Compared with revision 1:
1 added, 1 changed, 0 removed, 1 unchanged; passages: 2 before, 3 after
+ bakery  Bakery
~ ferry  Ferry
    - The ferry to the island leaves at ⟦noon⟧.
    + The ferry to the island leaves at ⟦nine⟧.
! broken.md: has no text. Write some, or remove the file.
1 of 1 questions would be answered differently:
  When does the ferry leave?
    - The ferry to the island leaves at noon.
    + The ferry to the island leaves at nine.
Nothing is live yet. To publish it, run this again with --publish.
`);
  expect((await bot.current(null)).name).toEqual({ shared: 1 });
});

test('what cannot be read any more is kept, and leaves when the host says so', async () => {
  await bench.write('ferry.md', '');
  const refreshed = await knowledge('refresh');
  expect(refreshed.out).toContain('Until it reads again it is kept as it is in revision 1.');
  expect(refreshed.out).toContain('--leave-out');
  const left = await knowledge('refresh', '--leave-out', '--publish');
  expect(left.out).toContain('- ferry  Ferry');
  expect(left.out).not.toContain('--leave-out');
  expect((await knowledge('list')).out).toBe('market\t1\tMarket\n');
});

test('known questions that come and go are counted and named', async () => {
  const asked = (first: string) =>
    `- answer: The ferry to the island leaves at noon.\n  asked: [${first}, departure]\n`;
  await bench.write('asked/ferry.yaml', asked('When?'));
  await knowledge('refresh', '--publish');
  await bench.write('asked/ferry.yaml', asked('At what time?').replace('departure', 'Departure'));
  const { out } = await knowledge('refresh');
  expect(out).toContain(
    '~ known questions +1 −1 ~1\n    + At what time?\n    - When?\n    ~ Departure\n1 of 3 questions',
  );
  // What no word of the documents leads to is answered from now on.
  expect(out).toContain('- (no answer)\n    + The ferry to the island leaves at noon.');
  expect((await knowledge('history')).out).toContain('refresh, known questions +2\n');
});

test('with --publish it is live, also in the bot that runs beside it', async () => {
  await bench.write('ferry.md', ferry.replace('noon', 'nine'));
  const { code, out } = await knowledge('refresh', '--publish');
  expect(out).toContain('Published as revision 2.');
  expect(code).toBe(0);
  const answer = () => firstExcerpt(bot, null, 'When does the ferry leave?');
  await expect.poll(answer, { timeout: 20_000 }).toContain('at nine');
  expect(await knowledge('refresh', '--publish')).toMatchObject({ code: 0, out: 'Nothing would change.\n' });
});

test('losing half of the passages must be confirmed', async () => {
  await bench.remove('market.md');
  await bench.write('ferry.md', `${ferry}\nIt takes forty minutes.\n\nIt has a bar.\n\nIt is blue.\n`);
  await knowledge('refresh', '--publish');
  await bench.write('ferry.md', ferry);
  const refused = await knowledge('refresh', '--publish');
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('add --confirm') });
  expect(refused.out).toContain('publishing needs --confirm');
  expect(await knowledge('refresh', '--publish', '--confirm')).toMatchObject({ code: 0 });
});

test('a rollback brings an earlier revision back', async () => {
  await bench.write('ferry.md', ferry.replace('noon', 'nine'));
  await knowledge('refresh', '--publish');
  expect((await knowledge('rollback', '1')).out).toContain('+ The ferry to the island leaves at noon.');
  expect((await knowledge('rollback', '1', '--publish')).out).toContain('Published as revision 3.');
  expect(await knowledge('rollback', '7')).toMatchObject({
    code: 1,
    err: expect.stringContaining('no revision 7'),
  });
  // Only a server's own documents may be as before their first revision.
  expect(await knowledge('rollback', '0')).toMatchObject({
    code: 1,
    err: expect.stringContaining('revision 0'),
  });
  expect(await knowledge('rollback', 'x')).toMatchObject({ code: 2, err: expect.stringContaining('"x"') });
});

test('list and history', async () => {
  expect((await knowledge('list')).out).toBe('ferry\t1\tFerry\nmarket\t1\tMarket\n');
  const { out } = await knowledge('history');
  expect(out).toMatch(
    /^Revisions:\n {2}1\t\S+\thost\tfirst publication, added ferry, market, names and synonyms\n/,
  );
  expect(out).toContain('\thost\tpublish\t{"revision":1}');
  expect((await knowledge('list', '--collection', 'guild:1')).out).toBe('Nothing has been published yet.\n');
});

test('an export writes the files of a revision into a folder of its own', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'export-'));
  try {
    const folder = join(parent, 'new');
    expect(await knowledge('export', folder)).toMatchObject({
      code: 0,
      out: `2 files written to ${folder}.\n`,
    });
    expect((await readdir(folder)).sort()).toEqual(['ferry.md', 'market.md']);
    expect(await readFile(join(folder, 'ferry.md'), 'utf8')).toBe(ferry);
    expect(await knowledge('export', folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('empty'),
    });
    // Neither there, nor to be made: a link that leads nowhere has the name.
    const blocked = join(parent, 'blocked');
    await symlink(join(parent, 'nowhere'), blocked);
    expect(await knowledge('export', blocked)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/cannot be written: .*Name a folder that you can write to/),
    });
    const other = join(parent, 'other');
    expect(await knowledge('export', other, '--revision', '9')).toMatchObject({ code: 1 });

    const request = { collection: 'guild:1', by: 'mod' } as const;
    const hostile = attachment('../../escape.md', '# Escape\n\nOut of here.\n');
    await bot.publish(drafted(await bot.add(request, hostile)), 'mod');
    const { out } = await knowledge('export', other, '--collection', 'guild:1');
    expect((await readdir(other)).concat(await readdir(join(other, 'server')))).toEqual([
      'server',
      'escape.md',
      'escape.md.yaml',
    ]);
    expect(out).toContain('! server/escape.md: reads differently');
  } finally {
    await rm(parent, { recursive: true });
  }
});

test('a takedown needs a reason, and a document that was published', async () => {
  expect(await knowledge('takedown', 'ferry')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--why'),
  });
  expect(await knowledge('takedown', 'fairy', '--why', 'asked')).toMatchObject({ code: 1 });
  const { code, out } = await knowledge('takedown', 'ferry', '--why', 'asked by the ferry');
  expect([code, out]).toEqual([0, expect.stringMatching(/^The text of "ferry" is withdrawn from 1 place\./)]);
  const answer = () => firstExcerpt(bot, null, 'When does the ferry leave?');
  await expect.poll(answer, { timeout: 20_000 }).toBeUndefined();
  expect((await knowledge('refresh')).out).toContain('was withdrawn');
});

test('who asks for help gets it', async () => {
  expect(await knowledge('--help')).toEqual({ code: 0, out: expect.stringContaining('Usage'), err: '' });
});

test.each([
  [[], 'Usage'],
  [['dance'], 'Usage'],
  [['rollback'], 'Usage'],
  [['list', 'more'], 'Usage'],
  [['list', '--colour'], '--colour'],
  [['list', '--collection', 'theirs'], 'no collection "theirs"'],
])('%j: exit code 2, and how it is meant', async (argv, message) => {
  expect(await knowledge(...argv)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
});
