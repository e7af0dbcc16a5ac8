import type { Logger } from 'pino';
import { type Config, SetupError } from './config.js';
import { start as words } from './copy/host.js';
import { unobserved } from './discord/observer.js';
import type { Operations } from './operations/operations.js';

/** Nobody looks: nothing is counted, and nothing wrapped. */
const UNSEEN: Operations = {
  observer: unobserved,
  observeStore: (store) => store,
  observeLibrary: (library) => library,
  countEvent() {},
  watch() {},
  stop: async () => {},
};

/**
 * What this host can see of the bot over HTTP; nothing where no port is set.
 *
 * @throws {SetupError} where the port cannot be had
 */
export async function openOperations(http: Config['http'], log: Logger): Promise<Operations> {
  if (!http) return UNSEEN;
  const { startOperations } = await import('./operations/operations.js');
  const { CannotListen } = await import('./operations/web.js');
  try {
    const operations = await startOperations(http, (err) => log.error({ err }, 'a look at the bot failed'));
    log.info(operations.address, 'answers /healthz, /readyz and /metrics');
    return operations;
  } catch (error) {
    if (error instanceof CannotListen)
      throw new SetupError(words.cannotListen(http.host, http.port, error.code));
    throw error;
  }
}
