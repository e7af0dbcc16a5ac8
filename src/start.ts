import { type Config, SetupError } from './config.js';
import { copy } from './copy/en.js';
import { FolderError } from './documents/folder.js';
import { openLibrary } from './library/folder-library.js';
import type { Library } from './library/library.js';
import { createLog } from './log.js';

export interface StartOptions {
  readonly config: Config;
  readonly cacheDir: string;
  /** Whether a person reads the log as it is written. */
  readonly isTerminal: boolean;
  readonly print: (line: string) => void;
}

export interface Running {
  stop(): Promise<void>;
}

/**
 * Starts the bot, with a token on Discord, without one in the playground.
 *
 * @throws {SetupError} where only the person who hosts the bot can help
 */
export async function start({ config, cacheDir, isTerminal, print }: StartOptions): Promise<Running> {
  const log = await createLog(config.logLevel, isTerminal);
  // discord.js is the slowest to load; meanwhile the documents are read on other threads.
  const [{ startBot }, library] = await Promise.all([
    import('./bot.js'),
    readLibrary(config.knowledgeDir, cacheDir, (problem) => log.warn(problem)),
  ]);
  if (config.discordToken)
    return startBot({ token: config.discordToken, apiUrl: config.discordApiUrl, library, log });

  const playground = await openPlayground(config);
  try {
    const { token, apiUrl, pageUrl } = playground;
    const bot = await startBot({ token, apiUrl, library, log });
    print(copy.start.ready(pageUrl));
    return { stop: () => bot.stop().then(playground.stop) };
  } catch (error) {
    await playground.stop();
    throw error;
  }
}

async function readLibrary(
  knowledgeDir: string,
  cacheDir: string,
  warn: (problem: string) => void,
): Promise<Library> {
  try {
    return await openLibrary({ knowledgeDir, cacheDir, onProblem: (one) => warn(copy.problem(one)) });
  } catch (error) {
    if (error instanceof FolderError) throw new SetupError(copy.start.folder[error.reason](error.dir));
    throw error;
  }
}

async function openPlayground({ playgroundPort: port, playgroundPortIsFixed: mustUsePort }: Config) {
  const { PortTakenError, startPlayground } = await import('../playground/playground.js');
  try {
    return await startPlayground({ port, mustUsePort });
  } catch (error) {
    if (error instanceof PortTakenError) throw new SetupError(copy.start.portTaken(error.port));
    throw error;
  }
}
