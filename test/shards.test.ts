import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculateShardId } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Playground, startPlayground } from '../playground/playground.js';
import type { GuildName, UserName } from '../playground/world.js';
import { type BotProcess, startBotProcess } from './support/bot-processes.js';
import { databaseKinds, type FreshDatabase } from './support/databases.js';

// Processes as a host starts them, on one PostgreSQL, with a Discord that wants four shards and holds them to its limits.
// It may take long where much else runs.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const SHARDS = 4;
const MEMBERS = 500;
const fresh = databaseKinds.find(({ name }) => name === 'PostgreSQL')?.fresh;

describe.skipIf(!fresh)('processes that share shards', () => {
  let playground: Playground;
  let database: FreshDatabase;
  let env: Record<string, string>;
  const started: BotProcess[] = [];

  beforeEach(async () => {
    database = (await fresh?.()) ?? expect.fail('no database');
    playground = await startPlayground({
      crowd: { members: MEMBERS, servers: SHARDS },
      sharding: { shards: SHARDS, maxConcurrency: 16, identifyEveryMs: 5_000 },
    });
    const folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
    await writeFile(join(folder, 'ferry.md'), '# Ferry\n\nThe ferry leaves at noon.\n');
    const { token, apiUrl } = playground;
    env = {
      DISCORD_TOKEN: token,
      DISCORD_API_URL: apiUrl,
      DATABASE_URL: database.url,
      KNOWLEDGE_DIR: folder,
      SHARDS: 'auto',
    };
  });

  afterEach(async () => {
    for (const one of started) one.kill('SIGKILL');
    await Promise.all(started.splice(0).map(({ ended }) => ended));
    await playground.stop();
    await database.drop();
  });

  /** So many processes, which have equal shares. */
  async function start(count: number): Promise<BotProcess[]> {
    const processes = await Promise.all(Array.from({ length: count }, () => startBotProcess(env)));
    started.push(...processes);
    const shared = () => processes.map(({ shards }) => shards.size);
    await expect.poll(shared, { timeout: 200_000 }).toEqual(processes.map(() => SHARDS / count));
    expect(processes.flatMap(({ shards }) => [...shards]).sort()).toEqual([0, 1, 2, 3]);
    return processes;
  }

  const guildOn = (shard: number) => {
    const { guilds } = playground.world;
    const names = Object.keys(guilds) as GuildName[];
    const isThere = (name: GuildName) =>
      name !== 'foreign' && calculateShardId(guilds[name].id, SHARDS) === shard;
    return names.find(isThere) ?? expect.fail(`no server on shard ${shard}`);
  };

  let asked = 0;
  /** Whether a member gets an answer in time, in a server of a shard. */
  async function isAnswered(shard: number): Promise<boolean> {
    asked += 1;
    const user = `member-${1 + (asked % MEMBERS)}` as UserName;
    const options = { question: 'When does the ferry leave?' };
    const exchange = await playground.use({ command: 'ask', options, user, guild: guildOn(shard) });
    return !exchange.failed;
  }

  const untilAnswered = (shards: Iterable<number>) =>
    Promise.all(
      [...shards].map((shard) => expect.poll(() => isAnswered(shard), { timeout: 60_000 }).toBe(true)),
    );

  /** Asks on and on in the servers of shards, until it is told to stop; then gives how many were answered, and not. */
  function askOnAndOn(shards: Iterable<number>): () => Promise<{ answered: number; failed: number }> {
    const counts = { answered: 0, failed: 0 };
    let isOver = false;
    const asking = [...shards].map(async (shard) => {
      while (!isOver) counts[(await isAnswered(shard)) ? 'answered' : 'failed'] += 1;
    });
    return async () => {
      isOver = true;
      await Promise.all(asking);
      return counts;
    };
  }

  /** What a process had is answered again, within so many seconds, after it was ended; the others' all the time. */
  async function end(one: BotProcess, others: readonly BotProcess[], signal: 'SIGKILL' | 'SIGTERM') {
    const lost = [...one.shards];
    await untilAnswered([0, 1, 2, 3]);
    const stop = askOnAndOn(others.flatMap(({ shards }) => [...shards]));
    const endedAt = performance.now();
    one.kill(signal);
    const code = await one.ended;
    await untilAnswered(lost);
    const seconds = (performance.now() - endedAt) / 1_000;
    const { answered, failed } = await stop();
    expect(failed).toBe(0);
    expect(answered).toBeGreaterThan(10);
    return { code, seconds };
  }

  /** What Discord's gateway refused: identifying too soon, for one. */
  const refused = () => playground.violations.filter(({ request }) => request === 'GATEWAY');

  test('two: what one had that is killed is answered again within 30 s, the other’s all the time', async () => {
    const [one = expect.fail('no process'), ...others] = await start(2);
    const { seconds } = await end(one, others, 'SIGKILL');
    expect(seconds).toBeLessThan(30);
    console.info(`one of two killed: its shards answered again after ${seconds.toFixed(1)} s`);
    expect(refused()).toEqual([]);
  });

  test('four: the same, and one that is told to stop leaves its shards to the others at once', async () => {
    const [one = expect.fail('no process'), two = expect.fail('no process'), ...others] = await start(4);
    const killed = await end(one, [two, ...others], 'SIGKILL');
    expect(killed.seconds).toBeLessThan(30);
    console.info(`one of four killed: its shards answered again after ${killed.seconds.toFixed(1)} s`);
    const stopped = await end(two, others, 'SIGTERM');
    expect(stopped.code).toBe(0);
    // Sooner than a lease runs out.
    expect(stopped.seconds).toBeLessThan(10);
    console.info(`one told to stop: its shards answered again after ${stopped.seconds.toFixed(1)} s`);
    expect(refused()).toEqual([]);
  });
});
