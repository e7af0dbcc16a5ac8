import type { Logger } from 'pino';
import { type Config, SetupError } from './config.js';
import { en } from './copy/en/en.js';
import { databaseLines, start as words } from './copy/host.js';
import { createDocumentImport } from './import.js';
import type { Library } from './library/library.js';
import type { LibraryEvent } from './library/open.js';
import { createLog, type LogTarget } from './log.js';
import { openHostLibrary } from './open-library.js';
import { openOperations } from './open-operations.js';
import { createParsers } from './parsing/parsers.js';
import { fileOf } from './store/database-url.js';

export interface StartOptions {
  readonly config: Config;
  readonly cacheDir: string;
  readonly log: LogTarget;
  readonly print: (line: string) => void;
  /** Ends the start. */
  readonly signal: AbortSignal;
}

export interface Running {
  /** Resolves if Discord closes the connection for good. */
  readonly shutOut: Promise<SetupError>;
  stop(): Promise<void>;
}

/**
 * Starts the bot, with a token on Discord, without one in the playground.
 *
 * @throws {SetupError} where only the person who hosts the bot can help
 */
export async function start(options: StartOptions): Promise<Running> {
  const { config, cacheDir, print, signal } = options;
  const log = await createLog(config.logLevel, options.log);
  const parsers = createParsers();
  const ending: (() => Promise<void>)[] = [parsers.close];
  const stop = async () => {
    while (ending.length > 0) await ending.pop()?.();
  };
  try {
    const operations = await openOperations(config.http, log);
    ending.push(operations.stop);
    operations.watch({ parsers });
    log.info(words.starting);
    const onEvent = (event: LibraryEvent) => {
      logEvent(event, config.databaseUrl, log);
      operations.countEvent(event);
    };
    // discord.js and the playground are the slowest to load; meanwhile the documents are read in other processes.
    const { observer, observeStore } = operations;
    const [{ startBot }, hostLibrary, program] = await Promise.all([
      import('./bot.js'),
      openHostLibrary({ config, cacheDir, parsers, onEvent, observeStore }),
      config.discordToken ? undefined : import('../playground/playground.js'),
    ]);
    ending.push(hostLibrary.close);
    const library = operations.observeLibrary(hostLibrary);
    operations.watch({ snapshot: () => library.current(null), pingDatabase: library.pingDatabase });
    const playground = program && (await openPlayground(program, config));
    if (playground) ending.push(playground.stop);
    const token = config.discordToken ?? playground?.token ?? '';
    const apiUrl = playground?.apiUrl ?? config.discordApiUrl;
    const homeGuildId = playground?.homeGuildId ?? config.homeGuildId;
    const bot = await startBot({
      token,
      apiUrl,
      library,
      documentImport: createDocumentImport({ apiUrl, parserOf: parsers.ofServer }),
      ...(homeGuildId !== undefined && { homeGuildId }),
      oldAfterDays: config.oldAfterDays,
      observer,
      shards: config.shards,
      ...(isShared(config) && { leases: library.leases }),
      log,
      signal,
    });
    ending.push(bot.stop);
    operations.watch({
      shards: bot.shards,
      othersHaveShards: isShared(config),
      queues: () => ({ questions: bot.questionsWaiting(), notes: library.notesWaiting() }),
    });
    if (playground) for (const line of words.ready(playground.pageUrl)) print(line);
    library.readAhead();
    void tellOfFolder(library, config.knowledgeDir, log);
    return {
      shutOut: bot.shutOut,
      stop() {
        log.info(words.stopping);
        return stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** On a file there is one process; and each has a playground of its own. */
function isShared({ discordToken, databaseUrl }: Config): boolean {
  return discordToken !== undefined && fileOf(databaseUrl) === undefined;
}

function logEvent(event: LibraryEvent, databaseUrl: string, log: Logger): void {
  switch (event.kind) {
    case 'live':
      log.info({ collection: event.collection, revision: event.revision }, 'revision is live');
      break;
    case 'problem':
      log.warn(en.problem(event.problem));
      break;
    case 'failed':
      log.error({ err: event.error, work: event.work }, 'knowledge base: will be tried again');
      break;
    case 'database':
      for (const line of databaseLines(event.event, databaseUrl)) log.error(line);
      break;
    case 'notes-lost':
      log.warn({ count: event.count }, 'questions and the like could not be noted, and are lost');
      break;
  }
}

/** Nothing publishes itself: a folder that was edited waits for someone who refreshes. */
async function tellOfFolder(library: Library, knowledgeDir: string, log: Logger): Promise<void> {
  try {
    const { folder } = await library.status('shared');
    if (folder === 'differs') log.info(words.refreshWaiting(knowledgeDir));
  } catch (error) {
    log.warn({ err: error }, 'the knowledge folder could not be compared');
  }
}

async function openPlayground(
  { PortTakenError, startPlayground }: typeof import('../playground/playground.js'),
  { playgroundPort: port, playgroundPortIsFixed: mustUsePort, databaseUrl }: Config,
) {
  try {
    const archive = archiveBeside(databaseUrl);
    return await startPlayground({ port, mustUsePort, ...(archive !== undefined && { archive }) });
  } catch (error) {
    if (error instanceof PortTakenError) throw new SetupError(words.portTaken(error.port));
    throw error;
  }
}

/**
 * Where the playground keeps what was said in it: beside the database, so that its old buttons lead to what they were
 * made for. With a database on a server nothing is kept.
 */
function archiveBeside(databaseUrl: string): string | undefined {
  const file = fileOf(databaseUrl);
  return file === undefined ? undefined : `${file}-messages.json`;
}
