import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { answerQuestion } from '../src/answer/answer.js';
import { readConfig } from '../src/config.js';
import { heldFile } from '../src/documents/original-file.js';
import type { Library } from '../src/library/library.js';
import { openHostLibrary } from '../src/open-library.js';
import { createParsers } from '../src/parsing/parsers.js';
import { numbersFrom } from './invented.js';
import { stallMeter } from './stalls.js';

/*
 * What a server that adds much, and members who ask much, cost the others, on an SQLite file with the table of meaning:
 *
 *   node dist/bench/growth.js
 *
 * How long a small server waits after a restart beside one with as many passages as it may have; how large the database
 * becomes by previews and editions with large files; and how long it takes to group and to note questions.
 */

const home = await mkdtemp(join(tmpdir(), 'bench-growth-'));
const knowledgeDir = join(home, 'knowledge');
await mkdir(knowledgeDir);
await writeFile(join(knowledgeDir, 'ferry.md'), '# Ferry\n\nThe ferry leaves at noon.\n');
// More seconds than the bot gives, for busy machines.
const parsers = createParsers({ seconds: 60, megabytes: 512 });

const library = await open();
await restart();
await disk();
await questions();
await library.close();
await parsers.close();
await rm(home, { recursive: true });

function open(): Promise<Library> {
  return openHostLibrary({
    config: { ...readConfig({}), knowledgeDir, databaseUrl: `file:${join(home, 'data', 'bot.db')}` },
    cacheDir: join(home, 'cache'),
    parsers,
    onEvent: () => {},
  });
}

async function restart(): Promise<void> {
  const gates = Array.from(
    { length: 4_900 },
    (_, i) =>
      `The gate ${i} of yard ${i * 7} opens on day ${i % 31} for carts with ${i % 97} crates of grain.`,
  );
  await publish(await preview('1', 'yard.md', `# Yard\n\n${gates.join('\n\n')}\n`));
  await publish(await preview('2', 'club.md', '# Club\n\nThe club meets on Friday.\n'));
  const restarted = await open();
  const begun = performance.now();
  const large = restarted.current('1').then(() => performance.now() - begun);
  await answerQuestion(await restarted.current('2'), 'When does the club meet?');
  const small = performance.now() - begun;
  console.log(`after a restart: a small server is answered after ${small.toFixed(0)} ms,`);
  console.log(`  a server with 4,900 paragraphs is there after ${(await large).toFixed(0)} ms`);
  await restarted.close();
}

async function disk(): Promise<void> {
  const edition = (i: number) => [`# Edition\n\nEdition ${i}.\n`, Buffer.alloc(7_900_000, `${i} `)] as const;
  for (let i = 0; i < 8; i++) {
    const draft = await library.draft(await preview('3', 'edition.md', ...edition(i)));
    if (draft) await library.discard(draft, 'moderator');
  }
  console.log(`8 previews of 7.9 MB, discarded: ${await megabytes()} MB`);
  for (let i = 0; i < 40; i++) await publish(await preview('3', 'edition.md', ...edition(i)));
  const revisions = await library.revisions('guild:3', 99);
  const kept = revisions.filter(({ isKept }) => isKept).length;
  console.log(`40 editions of 7.9 MB, published: ${await megabytes()} MB, ${kept} revisions kept`);
}

async function questions(): Promise<void> {
  const below = numbersFrom(7);
  const han = () => Array.from({ length: 490 }, () => String.fromCodePoint(0x4e00 + below(20_000))).join('');
  for (let i = 0; i < 1_000; i++) await library.noteQuestion('4', {}, han(), 'none');
  const longestStall = stallMeter();
  await delay(5);
  longestStall();
  const grouping = await processorMs(() => library.questions('4'));
  console.log(
    `1,000 questions of 490 Chinese characters grouped: ${grouping.toFixed(0)} ms, ` +
      `in one turn at most ${longestStall().worked.toFixed(0)}`,
  );
  const note = (from: number, to: number) => async () => {
    for (let i = from; i < to; i++) await library.noteQuestion('5', {}, `Question ${i} of the yard?`, 'none');
  };
  const first = (await processorMs(note(0, 5_000))) / 5_000;
  const later = (await processorMs(note(5_000, 7_000))) / 2_000;
  console.log(`a question noted: ${first.toFixed(1)} ms, where 5,000 are kept ${later.toFixed(1)} ms`);
}

async function preview(guild: string, path: string, text: string, file?: Buffer): Promise<string> {
  const { document } = await parsers.ofServer(guild).document({ path, bytes: Buffer.from(text) });
  if (!document) throw new Error('no document');
  const addition = {
    document,
    original: heldFile({ path, bytes: file ?? Buffer.from(text) }),
    origin: { kind: 'file', name: path },
  } as const;
  const request = { collection: `guild:${guild}`, guildId: guild, by: 'moderator' } as const;
  const proposal = await library.add(request, addition);
  if (proposal.kind !== 'draft') throw new Error(proposal.kind);
  return proposal.id;
}

async function publish(id: string): Promise<void> {
  const draft = await library.draft(id);
  if (draft) await library.publish(draft, 'moderator', true);
}

/** Of the database with its write-ahead log. */
async function megabytes(): Promise<string> {
  const folder = join(home, 'data');
  const sizes = await Promise.all((await readdir(folder)).map((name) => stat(join(folder, name))));
  return (sizes.reduce((sum, { size }) => sum + size, 0) / 1e6).toFixed(1);
}

async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  return process.cpuUsage(begun).user / 1_000;
}
