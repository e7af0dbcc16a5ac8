/*
 * What the bot answers when many ask at once:
 *
 *   node dist/bench/load.js [--rate 200] [--seconds 60] [--guilds 200]     so many `/ask` a second, whether or not it keeps up
 *   node dist/bench/load.js --questions 100000                             as many as it takes, and what stays in memory
 *
 * With --again the bot has run before, and has kept what it read.
 *
 * The bot, with the shipped knowledge, runs in a process of its own, with the real client; the servers and their members are here.
 * A question is `answered`, `told` to come again, or `unanswered`, which is what Discord makes of a first reply after 3 s; `late` are
 * those among them whose reply came in vain. Milliseconds are from the question to the answer, by the clock of this process.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { As } from '../playground/member/actors.js';
import { startPlayground } from '../playground/playground.js';
import type { GuildName, UserName } from '../playground/world.js';
import { en as copy } from '../src/copy/en/en.js';
import { loadJudgedQuestions } from '../src/library/knowledge-folder.js';
import { forkBot } from './attacked-bot.js';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    guilds: { type: 'string', default: '200' },
    questions: { type: 'string' },
    again: { type: 'boolean', default: false },
  },
});
const [rate, seconds, guilds] = [Number(values.rate), Number(values.seconds), Number(values.guilds)];
/** So many in each server that nobody asks more than is allowed. */
const MEMBERS = 100;
const WARM_UP = 200;
/** Questions that are under way at a time where all that matters is how many there were. */
const TOGETHER = 8;
/** Nobody should wait for longer; at 200 a second for a minute, 120 may. */
const AIM_MS = 250;
const BETWEEN_LOOKS = 10_000;
const TICK_MS = 5;
const BETWEEN_GLANCES_MS = 200;

const knowledge = fileURLToPath(new URL('../../knowledge/', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'bench-load-'));
await cp(knowledge, join(folder, 'knowledge'), { recursive: true });
const { questions: judged } = await loadJudgedQuestions(knowledge);
const playground = await startPlayground({ crowd: { members: MEMBERS, servers: guilds } });
const { apiUrl, token, homeGuildId } = playground;
if (values.again) await runBefore();
const bot = await forkBot({ apiUrl, token, homeGuildId, folder });

let asked = 0;
const times: number[] = [];
let [told, unanswered] = [0, 0];
for (let question = 0; question < WARM_UP; question++) await ask();
[times.length, told, unanswered] = [0, 0, 0];
playground.violations.length = 0;

console.error(`load average ${loadavg()[0]?.toFixed(1)} before`);
await (values.questions === undefined ? atRate() : untilAsked(Number(values.questions)));
console.error(`load average ${loadavg()[0]?.toFixed(1)} after`);
await bot.stop();
await playground.stop();
await rm(folder, { recursive: true });

async function runBefore(): Promise<void> {
  const before = await forkBot({ apiUrl, token, homeGuildId, folder });
  while (!existsSync(join(folder, 'cache', 'readings.bin'))) await wait(BETWEEN_GLANCES_MS);
  await before.stop();
}

/** Asks as a member of the next server, and notes what comes of it. */
async function ask(): Promise<void> {
  const nth = asked++;
  const question = judged[nth % judged.length]?.question ?? '';
  const as: As = {
    guild: `server-${(nth % guilds) + 1}` as GuildName,
    user: `member-${(Math.floor(nth / guilds) % MEMBERS) + 1}` as UserName,
  };
  const begun = performance.now();
  const { failed, message } = await playground.use({ command: 'ask', options: { question }, ...as });
  if (failed) unanswered += 1;
  else if (JSON.stringify(message).includes(copy.reply.busy)) told += 1;
  else times.push(performance.now() - begun);
}

async function atRate(): Promise<void> {
  await bot.stall();
  const before = await bot.usage();
  const own = process.cpuUsage();
  const [begun, all] = [performance.now(), rate * seconds];
  const under: Promise<void>[] = [];
  while (under.length < all) {
    const due = Math.min(all, ((performance.now() - begun) / 1_000) * rate);
    while (under.length < due) under.push(ask());
    await wait(TICK_MS);
  }
  await Promise.all(under);
  const took = (performance.now() - begun) / 1_000;
  const { user, system } = process.cpuUsage(own);
  console.error(
    `${((user + system) / 1e3 / all).toFixed(1)} ms of processor time a question for the servers and members`,
  );
  const after = await bot.usage();
  const { worked } = await bot.stall();
  const late = playground.violations.filter(({ code }) => code === 10_062).length;
  const within = times.filter((ms) => ms < 3_000).length;
  times.sort((a, b) => a - b);
  const slow = times.filter((ms) => ms > AIM_MS).length;
  const at = (share: number) => times[Math.floor(share * (times.length - 1))]?.toFixed(0) ?? '–';
  console.log(
    `| a second | asked | answered a second, within 3 s | told | unanswered | late | p50 | p99 | over ${AIM_MS} ms | longest turn | CPU a question | heap | resident |`,
  );
  console.log(`|${'--:|'.repeat(13)}`);
  console.log(
    `| ${rate} | ${all} | ${(within / took).toFixed(0)} | ${told} | ${unanswered} | ${late} | ${at(0.5)} | ${at(0.99)} | ${slow} | ${worked.toFixed(0)} | ${((after.cpuMs - before.cpuMs) / all).toFixed(1)} | ${before.heap.toFixed(0)} → ${after.heap.toFixed(0)} | ${after.resident.toFixed(0)} |`,
  );
}

async function untilAsked(all: number): Promise<void> {
  console.log('| asked | heap after collection, MB | resident |\n|--:|--:|--:|');
  for (let done = 0; done <= all; done += BETWEEN_LOOKS) {
    const { heap, resident } = await bot.usage();
    console.log(`| ${done} | ${heap.toFixed(1)} | ${resident.toFixed(0)} |`);
    const part = Math.min(BETWEEN_LOOKS, all - done);
    const end = asked + part;
    const askOn = async () => {
      while (asked < end) {
        if (asked % (guilds * MEMBERS) === 0) bot.minute();
        await ask();
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, askOn));
  }
  console.log(`${told} told to come again, ${unanswered} unanswered`);
}
