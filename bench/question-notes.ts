import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/*
 * What it takes of the processor to note a question that was asked in vain, on SQLite.
 *
 *   node dist/bench/question-notes.js [--checkout FOLDER]
 *
 * Another checkout, which must be built, is measured in the same way.
 */

const { values } = parseArgs({ options: { checkout: { type: 'string', default: '.' } } });
const { openStore } = (await import(
  resolve(values.checkout, 'dist/src/store/open.js')
)) as typeof import('../src/store/open.js');
const { RETENTION } = await import('../src/store/retention.js');

const folder = await mkdtemp(join(tmpdir(), 'bench-question-notes-'));
const store = await openStore(`file:${join(folder, 'bot.db')}`);
await note('asked before', RETENTION.questions, 100, 1);
console.log('| | ms a question |\n|---|--:|');
await measure('200 servers, new, a hundred in one moment', () => note('new', 2_000, 100, 200), 2_000);
await measure('a server with 5,000, new, a hundred in one moment', () => note('more', 1_000, 100, 1), 1_000);
await measure('… asked again', () => note('more', 1_000, 100, 1), 1_000);
await measure('… new, each by itself', () => note('alone', 200, 1, 1), 200);
await store.close();
await rm(folder, { recursive: true });

/** Notes so many questions, some at a time, of so many servers in turn. */
async function note(what: string, count: number, together: number, servers: number): Promise<void> {
  for (let first = 0; first < count; first += together)
    await Promise.all(
      Array.from({ length: together }, (_, i) => {
        const number = first + i;
        return store.recordQuestion(`server ${number % servers}`, `${what} ${number}?`, 'none');
      }),
    );
}

async function measure(what: string, work: () => Promise<void>, count: number): Promise<void> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  console.log(`| ${what} | ${((user + system) / 1e3 / count).toFixed(2)} |`);
}
