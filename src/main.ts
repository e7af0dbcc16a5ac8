import { once } from 'node:events';
import { inspect } from 'node:util';
import dotenv from 'dotenv';
import { type Config, readConfig, SetupError } from './config.js';
import { en } from './copy/en/en.js';
import { databaseLines, start as words } from './copy/host.js';
import { printable, printableLine } from './copy/printable.js';
import { isMissing } from './documents/errors.js';
import type { LibraryEvent } from './library/open.js';
import { loggedError } from './logged-error.js';

// The process: environment → config → task, signals and exit codes. What a task needs is imported when it is
// chosen, so that each starts as fast as it can.

const CACHE_DIR = 'data/cache';
/** How long everything may take that ends the bot: those who stop it give it ten seconds, as a rule. */
const STOP_MS = 9_000;
const REST_MS = 500;

async function main([task, ...args]: readonly string[]): Promise<number> {
  readEnvFile();
  const config = readConfig(process.env);
  // discord.js would read these two by itself, as JSON, over what it is told: `SHARDS=auto` ends it, and where we say that
  // there is one shard it takes the other number.
  for (const name of ['SHARDS', 'SHARD_COUNT']) delete process.env[name];
  switch (task) {
    case undefined:
      return serve(config);
    case 'ask': {
      endWithReader();
      const { runAsk } = await import('./cli/ask.js');
      const { knowledgeDir, semantic, embeddingModel: modelDir } = config;
      return runAsk(args, process, { knowledgeDir, semantic, modelDir, cacheDir: CACHE_DIR });
    }
    case 'knowledge': {
      // A change that is under way goes on to its end, whether or not anybody reads of it.
      onReaderGone(() => {});
      const [{ runKnowledge }, { openHostLibrary }, { createParsers }] = await Promise.all([
        import('./cli/knowledge.js'),
        import('./open-library.js'),
        import('./parsing/parsers.js'),
      ]);
      const parsers = createParsers();
      const onEvent = (event: LibraryEvent) => {
        if (event.kind === 'problem') console.error(printableLine(en.problem(event.problem)));
        if (event.kind === 'database')
          for (const line of databaseLines(event.event, config.databaseUrl))
            console.error(printableLine(line));
      };
      const open = () => openHostLibrary({ config, cacheDir: CACHE_DIR, parsers, onEvent });
      return runKnowledge(args, process, open, config.databaseUrl).finally(parsers.close);
    }
    case 'check': {
      endWithReader();
      const { runCheck } = await import('./cli/check.js');
      return runCheck({ knowledgeDir: config.knowledgeDir, print: console.log });
    }
    case 'health': {
      if (!config.http) throw new SetupError(words.noHttpPort);
      const { askHealth } = await import('./operations/ask-health.js');
      return askHealth(config.http, console.log);
    }
    default:
      throw new SetupError(words.unknownTask(task));
  }
}

/** Settings that are there and cannot be read are no reason to start without them, as the playground. */
function readEnvFile(): void {
  const { error } = dotenv.config({ quiet: true });
  if (error && !isMissing(error)) throw new SetupError(words.envUnreadable(error.message));
}

/** Ends when nobody reads what is printed any more, as with `npm run ask … | head`, and says nothing about it. */
function endWithReader(): void {
  onReaderGone(() => process.exit(0));
}

function onReaderGone(gone: () => void): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone();
  });
}

/** Runs the bot, against Discord or the playground, until it is told to stop. */
async function serve(config: Config): Promise<number> {
  const signal = stopSignal();
  const stopped = once(signal, 'abort').then(() => undefined);
  const { start } = await import('./start.js');
  try {
    const running = await start({
      config,
      cacheDir: CACHE_DIR,
      log: { out: process.stderr, isTerminal: process.stderr.isTTY },
      print: console.log,
      signal,
    });
    const shutOut = await Promise.race([stopped, running.shutOut]);
    endWithin(STOP_MS);
    await running.stop();
    if (shutOut) throw shutOut;
  } catch (error) {
    if (error !== signal.reason) throw error;
  } finally {
    // What still waits, as for a limit of Discord's to be over, is not waited for.
    endWithin(REST_MS);
  }
  return 0;
}

/** Aborted by the first SIGINT or SIGTERM; a second one ends the process at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.once(name, () => {
      endWithin(STOP_MS);
      stop.abort();
    });
  return stop.signal;
}

/** Ends the process after so long, whatever it does then. */
function endWithin(ms: number): void {
  setTimeout(() => process.exit(), ms).unref();
}

// Node would print all that an error carries: a reply that Discord refused with the question in it, the token to write as
// the bot.
process.on('uncaughtException', (error) => {
  tell(error);
  process.exit(1);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  tell(error);
  process.exitCode = error instanceof SetupError ? 2 : 1;
}

function tell(error: unknown): void {
  console.error(printable(error instanceof SetupError ? error.message : inspect(loggedError(error))));
}
