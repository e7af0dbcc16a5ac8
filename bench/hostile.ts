/*
 * What means harm, in ten thousand inputs of every kind: files, pages, options, custom ids, forms and questions are given to the
 * real bot, which runs in a process of its own and is a member of two servers of a playground.
 *
 *   node dist/bench/hostile.js [--only KIND …] [--part 1] [--seed 1]
 *
 * Says for each kind how many inputs there were, what was found, and how long the bot stood still at most: the work of its main
 * thread between two turns of the event loop, in milliseconds, with the input at which it did. `--part .1` gives it a tenth.
 */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPlayground } from '../playground/playground.js';
import { IN_PRIVATE, openAttack, SECRETS } from '../test/hostile/attack.js';
import { kinds } from '../test/hostile/kinds.js';
import { openSites } from '../test/hostile/site.js';
import { forkBot } from './attacked-bot.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    part: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});

/** How many of each kind. */
const COUNTS: Readonly<Record<string, number>> = {
  questions: 3_000,
  autocomplete: 2_000,
  'options of commands': 800,
  'custom ids': 3_000,
  selects: 500,
  forms: 700,
  'attached files': 500,
  'web pages and robots.txt': 300,
  'files of the folder': 1_500,
  'glossary, judged and known questions': 300,
};

/** Longer than this, and others notice. */
const LONG_MS = 100;

const knowledge = fileURLToPath(new URL('../../knowledge/', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'bench-hostile-'));
// Every preview asks the judged questions, which takes most of its time and is the same for each.
await cp(knowledge, join(folder, 'knowledge'), {
  recursive: true,
  filter: (path) => !path.endsWith('questions.yaml'),
});
const playground = await startPlayground();
const sites = await openSites();
const { apiUrl, token, homeGuildId } = playground;
const bot = await forkBot({ apiUrl, token, homeGuildId, folder });

const stalls = new Map<string, { input: string; worked: number; waited: number; long: number }>();
const attack = await openAttack(
  { playground, sites, folder: join(folder, 'knowledge'), nextMinute: async () => bot.minute() },
  {
    before: async () => void (await bot.stall()),
    async after(kind, input) {
      const stall = await bot.stall();
      const longest = stalls.get(kind) ?? { input: '', worked: 0, waited: 0, long: 0 };
      const long = longest.long + (stall.worked > LONG_MS ? 1 : 0);
      if (stall.worked > LONG_MS)
        console.error(`${stall.worked.toFixed(0)} ms, ${kind}: ${input.slice(0, 200)}`);
      stalls.set(kind, stall.worked > longest.worked ? { ...stall, input, long } : { ...longest, long });
    },
  },
);

console.log(
  '| kind | inputs | found | longest stall, ms of work | over 100 ms | seconds | the input of the longest |',
);
console.log('|---|--:|--:|--:|--:|--:|---|');
for (const [name, kind] of Object.entries(kinds)) {
  if (values.only && !values.only.includes(name)) continue;
  const begun = performance.now();
  await kind(attack, Math.ceil((COUNTS[name] ?? 0) * Number(values.part)), Number(values.seed));
  const found = attack.findings.filter((finding) => finding.kind === name).length;
  const { worked = 0, long = 0, input = '' } = stalls.get(name) ?? {};
  const seconds = ((performance.now() - begun) / 1_000).toFixed(0);
  const cells = [name, attack.tried.get(name) ?? 0, found, worked.toFixed(0), long, seconds, shown(input)];
  console.log(`| ${cells.join(' | ')} |`);
}
const all = [...attack.tried.values()].reduce((sum, count) => sum + count, 0);
console.log(`\n${all} inputs, ${attack.findings.length} found`);
for (const { kind, input, what } of attack.findings)
  console.log(`${kind}: ${shown(input, 1_000)}\n  ${what}`);
await bot.stop();
await lookThrough(await readFile(join(folder, 'bot.log'), 'utf8'));
await sites.close();
await playground.stop();
await rm(folder, { recursive: true });

/** What of the log a host keeps may not be in it. */
async function lookThrough(log: string): Promise<void> {
  const lines = log.trim().split('\n');
  const errors = lines.filter((line) => JSON.parse(line).level >= 50);
  const telling = lines.filter(
    (line) =>
      /\d{15,}/.test(line) || [...Object.values(SECRETS), IN_PRIVATE].some((secret) => line.includes(secret)),
  );
  console.log(
    `log: ${lines.length} lines, ${errors.length} errors, ${telling.length} with an id or a question`,
  );
  for (const line of [...errors, ...telling].slice(0, 20)) console.log(`  ${line.slice(0, 1_000)}`);
}

function shown(input: string, most = 120): string {
  const text = JSON.stringify(input.length > most ? `${input.slice(0, most)}…` : input);
  return `\`${text.replaceAll('|', '¦').replaceAll('`', '´')}\``;
}
