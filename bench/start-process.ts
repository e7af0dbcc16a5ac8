import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { readConfig } from '../src/config.js';
import { start } from '../src/start.js';
import { stallMeter } from './stalls.js';

/*
 * The bot in the folder that it is started in, in a process of its own: when it is ready, it prints what that took and ends.
 * It is the playground's, so that nothing but this machine is in it.
 */

/** What a start took, from the beginning of the process. */
export interface StartFigures {
  readonly seconds: number;
  /** Of the processor, this process alone: what others read of documents is not in it. */
  readonly processor: number;
  /** Memory in megabytes, after garbage was collected. */
  readonly memory: number;
  /** Milliseconds of work for which nothing else could go on, at most, while what was read is kept after the start. */
  readonly stall: number;
}

const stopping = new AbortController();
const running = await start({
  config: readConfig({ LOG_LEVEL: 'error' }),
  cacheDir: 'cache',
  log: { out: process.stderr, isTerminal: false },
  print: () => {},
  signal: stopping.signal,
});
const { user, system } = process.cpuUsage();
const seconds = performance.now() / 1e3;
globalThis.gc?.();
const memory = process.memoryUsage().rss / 1e6;
const longestStall = stallMeter();
for (let tries = 0; tries < 600 && !existsSync('cache/readings.bin'); tries++) await delay(100);
const figures: StartFigures = {
  seconds,
  processor: (user + system) / 1e6,
  memory,
  stall: longestStall().worked,
};
console.log(JSON.stringify(figures));
await running.stop();
process.exit();
