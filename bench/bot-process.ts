import { join } from 'node:path';
import { pino } from 'pino';
import { startBot } from '../src/bot.js';
import { readConfig } from '../src/config.js';
import { openHostLibrary } from '../src/open-library.js';
import { createParsers } from '../src/parsing/parsers.js';
import { importFromHere } from '../test/hostile/site.js';
import { stallMeter } from './stalls.js';

/*
 * The bot in a process of its own, so that what is measured of it is its own: it is forked with where its Discord is, and tells
 * how long it stood still whenever it is asked.
 */

/** What it is forked with. */
export interface BotSetting {
  readonly apiUrl: string;
  readonly token: string;
  readonly homeGuildId: string;
  /** Holds `knowledge/`, and gets the database and the log. */
  readonly folder: string;
}

/**
 * What it is sent: that a minute has gone by, or the question how long it stood still since it was asked last, or what it has
 * used.
 */
export type ToBot = 'minute' | 'stall' | 'usage' | 'end';

/** What a process has used until now. */
export interface Usage {
  readonly cpuMs: number;
  /** In megabytes, after garbage was collected. */
  readonly heap: number;
  readonly resident: number;
}

const { apiUrl, token, homeGuildId, folder } = JSON.parse(process.argv[2] ?? '') as BotSetting;
const MINUTE_MS = 60_000;
let minutes = 0;
const log = pino({ level: 'info' }, pino.destination({ dest: join(folder, 'bot.log'), sync: true }));
const parsers = createParsers();
const library = await openHostLibrary({
  config: readConfig({
    KNOWLEDGE_DIR: join(folder, 'knowledge'),
    DATABASE_URL: `file:${join(folder, 'bot.db')}`,
  }),
  cacheDir: join(folder, 'cache'),
  parsers,
  onEvent: (event) => {
    if (event.kind === 'failed') log.error({ err: event.error, work: event.work }, 'failed');
  },
});
const bot = await startBot({
  token,
  apiUrl,
  homeGuildId,
  library,
  oldAfterDays: 540,
  documentImport: importFromHere(apiUrl, parsers),
  now: () => new Date(Date.now() + minutes * MINUTE_MS),
  log,
});
library.readAhead(bot.idle);
const longestStall = stallMeter();

process.on('message', async (message: ToBot) => {
  if (message === 'minute') minutes += 1;
  else if (message === 'stall') process.send?.(longestStall());
  else if (message === 'usage') process.send?.(usage());
  else {
    await bot.stop();
    await library.close();
    await parsers.close();
    process.disconnect();
  }
});
function usage(): Usage {
  const { user, system } = process.cpuUsage();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { cpuMs: (user + system) / 1e3, heap: heapUsed / 1e6, resident: rss / 1e6 };
}

// Whoever forked it is gone.
process.on('disconnect', () => process.exit());
process.send?.('ready');
