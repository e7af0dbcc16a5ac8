import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultRestOptions, RESTJSONErrorCodes, type RESTOptions } from 'discord.js';
import type { Logger } from 'pino';
import type { Wait } from './respond.js';

type MakeRequest = RESTOptions['makeRequest'];
type Answer = Awaited<ReturnType<MakeRequest>>;

/** What came of a try: an answer, or an error of the network. */
type Tried = { readonly answer: Answer } | { readonly error: unknown };

/** How often, and after which waits, a request is sent again that Discord failed to answer. */
interface Patience {
  readonly waits: readonly number[];
  /** How long each try may take. */
  readonly tryMs: number;
}

const SECOND_MS = 1_000;
const AT_FIRST = [200, 500, SECOND_MS];

/** Discord waits three seconds for the first reply to an interaction. */
const FIRST_REPLY: Patience = { waits: AT_FIRST, tryMs: 2.5 * SECOND_MS };
/** What follows is taken for a quarter of an hour. After that Discord refuses it, which ends the tries. */
const FOLLOWING: Patience = {
  waits: [...AT_FIRST, ...[2, 4, 8, 15, 30, ...Array(14).fill(60)].map((seconds) => seconds * SECOND_MS)],
  tryMs: 15 * SECOND_MS,
};
const ANYTHING_ELSE: Patience = { waits: AT_FIRST, tryMs: 15 * SECOND_MS };

/** Requests that wait for another try at the same time; beyond that they fail at once. */
const MAX_WAITING = 1_000;
/** The longest that a timer takes: each try has a time of its own. */
const NO_TIMEOUT = 2 ** 31 - 1;

/**
 * How requests reach Discord: what it fails to answer, by an error of its own or of the network, is sent again after growing
 * waits. discord.js would try again within milliseconds, in which nothing gets better.
 */
export function persistentRequests(
  log: Logger,
  wait: Wait = (ms) => sleep(ms, undefined, { ref: false }),
): Pick<RESTOptions, 'makeRequest' | 'retries' | 'timeout'> {
  let waiting = 0;

  async function makeRequest(url: string, init: Parameters<MakeRequest>[1]): Promise<Answer> {
    const patience = patienceFor(new URL(url).pathname);
    for (const [tries, ms] of patience.waits.entries()) {
      const tried = await attempt(url, init, patience);
      if (!isFailure(tried) || waiting >= MAX_WAITING) return outcome(tried, patience, tries);
      const why = 'error' in tried ? { err: tried.error } : { status: tried.answer.status };
      // There may be hundreds of replies a second.
      log[patience === ANYTHING_ELSE ? 'warn' : 'debug']({ ...why, inMs: ms }, 'Discord failed to answer');
      waiting += 1;
      await wait(ms);
      waiting -= 1;
    }
    return outcome(await attempt(url, init, patience), patience, patience.waits.length);
  }

  return { makeRequest, retries: 0, timeout: NO_TIMEOUT };
}

function patienceFor(path: string): Patience {
  if (path.includes('/interactions/') && path.endsWith('/callback')) return FIRST_REPLY;
  return path.includes('/webhooks/') ? FOLLOWING : ANYTHING_ELSE;
}

async function attempt(url: string, init: Parameters<MakeRequest>[1], { tryMs }: Patience): Promise<Tried> {
  try {
    const signal = AbortSignal.timeout(tryMs);
    // discord.js has the types of one release of undici here, and of another one there.
    const answer = await DefaultRestOptions.makeRequest(url, { ...init, signal } as never);
    // The connection can be used again once all of it is read.
    if (answer.status >= 500) await answer.arrayBuffer();
    return { answer };
  } catch (error) {
    return { error };
  }
}

function isFailure(tried: Tried): boolean {
  return 'error' in tried || tried.answer.status >= 500;
}

/** A first reply that was sent before, and is said to be there already, has arrived the first time. */
async function outcome(tried: Tried, patience: Patience, tries: number): Promise<Answer> {
  if ('error' in tried) throw tried.error;
  const { answer } = tried;
  if (patience !== FIRST_REPLY || tries === 0 || answer.status !== 400) return answer;
  const body = await answer.text();
  const hasArrived = codeIn(body) === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
  if (hasArrived) return new Response(null, { status: 204 }) as Answer;
  const { status, headers } = answer;
  return new Response(body, { status, headers }) as Answer;
}

/** The code of an error of Discord's. */
function codeIn(body: string): unknown {
  try {
    return (JSON.parse(body) as { code?: unknown } | null)?.code;
  } catch {
    return undefined;
  }
}
