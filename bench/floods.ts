/*
 * What a flood in two servers costs a third: `node dist/bench/floods.js [--minutes 6] [--members 20]`.
 *
 * In one server each of twenty members asks ten hostile questions a minute, and in another a moderator previews one hostile
 * document after the other. Meanwhile a member of a third asks ordinary questions. Half of the time, a minute in turn, there is no
 * flood. The bot runs in a process of its own; the figures are milliseconds from a question to the bot's first reply.
 */
import { setMaxListeners } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import type { As } from '../playground/member/actors.js';
import { startPlayground } from '../playground/playground.js';
import type { GuildName, UserName } from '../playground/world.js';
import { loadJudgedQuestions } from '../src/library/knowledge-folder.js';
import { changedFile, floodedFile } from '../test/hostile/files.js';
import { openSites } from '../test/hostile/site.js';
import { questionIn, scripts } from '../test/hostile/texts.js';
import { whole } from '../test/support/moderated-server.js';
import { forkBot } from './attacked-bot.js';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '6' }, members: { type: 'string', default: '20' } },
});
const members = Number(values.members);
const MINUTE_MS = 60_000;
const A_MINUTE = 10;
/** How long the others wait between two ordinary questions. */
const PAUSE_MS = 200;

const knowledge = fileURLToPath(new URL('../../knowledge/', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'bench-floods-'));
// Every preview asks the judged questions, which takes most of its time and is the same for each.
await cp(knowledge, join(folder, 'knowledge'), {
  recursive: true,
  filter: (path) => !path.endsWith('questions.yaml'),
});
const playground = await startPlayground({ crowd: { members, servers: 1 } });
const sites = await openSites();
const { apiUrl, token, homeGuildId } = playground;
const bot = await forkBot({ apiUrl, token, homeGuildId, folder });

const hostileServer = { guild: 'other' } as const;
const previewing: As = { user: 'moderator', guild: 'server-1' as GuildName };
const ordinary: As = { user: 'member', guild: 'home' };
const { questions: judged } = await loadJudgedQuestions(knowledge);
const hostileQuestions = fc.sample(
  fc.constantFrom(...scripts).chain((script) => questionIn(script)),
  { numRuns: 5_000, seed: 1 },
);
const hostileFiles = fc.sample(fc.oneof(floodedFile, changedFile), { numRuns: 1_000, seed: 1 });

const times = { quiet: [] as number[], flooded: [] as number[] };
let [asked, previewed, late] = [0, 0, 0];
for (let question = 0; question < 20; question++) await ask(judged[question]?.question ?? '');
for (let minute = 0; minute < Number(values.minutes); minute++) {
  const isFlooded = minute % 2 === 1;
  const over = new AbortController();
  setMaxListeners(members + 1, over.signal);
  const flood = isFlooded
    ? [
        ...Array.from({ length: members }, (_, member) => askOnAndOn(member, over.signal)),
        previewOnAndOn(over.signal),
      ]
    : [];
  await bot.stall();
  const end = performance.now() + MINUTE_MS;
  for (let question = 0; performance.now() < end; question++) {
    const time = await ask(judged[(minute * 50 + question) % judged.length]?.question ?? '');
    times[isFlooded ? 'flooded' : 'quiet'].push(time);
    await wait(PAUSE_MS);
  }
  over.abort();
  await Promise.all(flood);
  const { worked, waited } = await bot.stall();
  console.error(
    `minute ${minute + 1}${isFlooded ? ', flooded' : ''}: longest stall ${worked.toFixed(0)} ms of work, ${waited.toFixed(0)} ms in all`,
  );
}
console.log(
  `${asked} hostile questions, ${previewed} hostile documents, ${late} of the ordinary questions late`,
);
console.log('| | questions | p50 | p90 | p99 | slowest |\n|---|--:|--:|--:|--:|--:|');
for (const [name, all] of Object.entries(times)) {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))];
  console.log(`| ${name} | ${all.length} | ${at(0.5)} | ${at(0.9)} | ${at(0.99)} | ${at(1)} |`);
}
await bot.stop();
await sites.close();
await playground.stop();
await rm(folder, { recursive: true });

/** Asks an ordinary question, and gives the milliseconds to its answer: 3,000 where Discord gave up. */
async function ask(question: string): Promise<number> {
  bot.minute();
  const { failed, firstReplyMs = Number.NaN } = await playground.use({
    command: 'ask',
    options: { question },
    ...ordinary,
  });
  if (failed) late += 1;
  return failed ? 3_000 : firstReplyMs;
}

/** Ten questions a minute, each member at other moments. */
async function askOnAndOn(member: number, over: AbortSignal): Promise<void> {
  const as: As = { ...hostileServer, user: `member-${member + 1}` as UserName };
  await pause((member / members) * (MINUTE_MS / A_MINUTE), over);
  while (!over.aborted) {
    asked += 1;
    const question = hostileQuestions[asked % hostileQuestions.length] ?? '';
    const begun = performance.now();
    await playground.use({ command: 'ask', options: { question }, ...as });
    await pause(MINUTE_MS / A_MINUTE - (performance.now() - begun), over);
  }
}

/** One preview after the other. */
async function previewOnAndOn(over: AbortSignal): Promise<void> {
  while (!over.aborted) {
    const file = hostileFiles[previewed % hostileFiles.length];
    if (!file) return;
    previewed += 1;
    const exchange = await playground.use({ command: 'knowledge add', options: { file }, ...previewing });
    if (!exchange.failed) await whole(exchange);
  }
}

function pause(ms: number, over: AbortSignal): Promise<void> {
  return wait(Math.max(0, ms), undefined, { signal: over }).catch(() => {});
}
