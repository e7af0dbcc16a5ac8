// What files and sites that mean harm cost the bot's own process, and what reading them takes in memory (Linux):
// `node dist/bench/hostile-reading.js [FILES]`. FILES is how many files of 7.9 MB the folder has; 151 by default.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { en as copy } from '../src/copy/en/en.js';
import { readJudgedQuestions, readSources } from '../src/library/knowledge-folder.js';
import { createParsers } from '../src/parsing/parsers.js';
import { isAllowed } from '../src/sources/robots.js';

const files = Number(process.argv[2] ?? 151);
const home = await mkdtemp(join(tmpdir(), 'bench-hostile-reading-'));
const parsers = createParsers();

/** A page of 7.9 MB, nearly all of which is not its words. */
function page(name: string): Buffer {
  const start = `<!doctype html><title>${name}</title><body><article><h1>${name}</h1><p>This is the page of ${name}.</p></article><script>`;
  return Buffer.concat([Buffer.from(start), Buffer.alloc(7_900_000 - start.length, 'x')]);
}

const brackets = `title: ${'['.repeat(20_000)}`;
const keys = Array.from({ length: 40_000 }, (_, at) => `k${at}: 1`).join('\n');

for (let number = 0; number < files; number++)
  await writeFile(join(home, `${number}.html`), page(`${number}`));
await measured(`a folder of ${files} files of 7.9 MB`, async () => {
  const { documents } = await readSources(home, parsers.ofHost());
  return `${documents.length} documents`;
});
for (let number = 0; number < files; number++) await rm(join(home, `${number}.html`));
for (const servers of [2, 12]) {
  await measured(`an addition of 7.9 MB in each of ${servers} servers at once`, async () => {
    const read = Array.from({ length: servers }, (_, server) =>
      parsers.ofServer(`${server}`).document({ path: 'a.html', bytes: page(`${server}`) }),
    );
    return `${(await Promise.all(read)).filter(({ document }) => document).length} documents`;
  });
}
await measured('YAML in the folder that ends a process or takes minutes', async () => {
  await writeFile(join(home, 'a.md'), 'Text.');
  await writeFile(join(home, 'a.md.yaml'), brackets);
  await writeFile(join(home, 'glossary.yaml'), keys);
  await writeFile(join(home, 'questions.yaml'), `- ${'- ? '.repeat(200_000)}`);
  const { problems } = await readSources(home, parsers.ofHost());
  const judged = await readJudgedQuestions(home, parsers.ofHost());
  return [...problems, ...judged.problems].map((problem) => `\n    ${copy.problem(problem)}`).join('');
});
await measured(
  'a robots.txt of 512 KB with stars, and an address of 2,000 characters, 200 times',
  async () => {
    const text = `user-agent: *\n${`disallow: /${'a*'.repeat(98)}b\n`.repeat(2_500)}`;
    const { rules = [] } = await parsers
      .ofServer('1')
      .robots({ path: '', bytes: Buffer.from(text), agent: 'bot' });
    const url = new URL(`https://harbour.example/${'a'.repeat(1_970)}`);
    const begun = performance.now();
    for (let time = 0; time < 200; time++) {
      isAllowed(rules, url);
      await new Promise(setImmediate);
    }
    return `${rules.length} rules, ${((performance.now() - begun) / 200).toFixed(1)} ms an address`;
  },
);
await measured('a robots.txt of 23,000 bots and 20,000 rules', async () => {
  const bots = Array.from({ length: 23_000 }, (_, at) => `user-agent: bot-${at}\n`).join('');
  const bytes = Buffer.from(`${bots}${'allow: /\n'.repeat(20_000)}`);
  const { rules, problems } = await parsers.ofServer('1').robots({ path: '', bytes, agent: 'bot-1' });
  return rules ? `${rules.length} rules` : problems.map(copy.problem).join();
});
await parsers.close();
await rm(home, { recursive: true });

/**
 * Does some work, and prints the most memory that this process and those that parse had, and the most that the main thread
 * worked between two turns of the event loop, to which other programs on the machine add nothing.
 */
async function measured(name: string, work: () => Promise<string>): Promise<void> {
  const most = { own: 0, parsing: 0, processes: 0, turn: 0 };
  let worked = workedMs();
  const turns = setInterval(() => {
    const now = workedMs();
    most.turn = Math.max(most.turn, now - worked);
    worked = now;
  }, 1);
  const look = setInterval(() => {
    const parsing = children();
    most.own = Math.max(most.own, residentMegabytes('self'));
    most.parsing = Math.max(
      most.parsing,
      parsing.reduce((sum, pid) => sum + residentMegabytes(pid), 0),
    );
    most.processes = Math.max(most.processes, parsing.length);
  }, 20);
  const begun = performance.now();
  const outcome = await work();
  clearInterval(look);
  clearInterval(turns);
  const seconds = (performance.now() - begun) / 1_000;
  console.log(`${name}: ${outcome}`);
  console.log(
    `  ${seconds.toFixed(1)} s; this process ${most.own} MB, ${most.turn.toFixed(0)} ms of work in a turn; ` +
      `${most.processes} processes that parse, together ${most.parsing} MB`,
  );
}

/** Processor time of the main thread, in milliseconds. */
function workedMs(): number {
  const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(nanoseconds) / 1e6;
}

function children(): string[] {
  const listed = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim();
  return listed === '' ? [] : listed.split(' ');
}

function residentMegabytes(pid: string): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1_000);
  } catch {
    return 0;
  }
}
