import { Agent, fetch, type Response } from 'undici';
import { hasDocumentType, MAX_BYTES_OF_ANY } from '../documents/formats/formats.js';
import type { Problem } from '../documents/problem.js';
import { type AddressPolicy, publicWeb } from './address-policy.js';
import { checkedConnector, type Resolve, resolveHost } from './checked-connection.js';
import { PageError, problemOf } from './page-problem.js';
import { isAllowed, type ReadRobots, type RobotsFile, type RobotsRule } from './robots.js';

/** A page as its server sent it. */
export interface Page {
  /** Where it was found, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly etag?: string;
  readonly lastModified?: string;
}

/** What the server said of the version that is known; with it a server can answer that there is no other one. */
export type KnownVersion = Pick<Page, 'etag' | 'lastModified'>;

export type FetchResult =
  | { readonly kind: 'fetched'; readonly page: Page }
  | { readonly kind: 'not-modified' }
  /** The file of the problem is the address that was asked for. */
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface FetchOptions {
  readonly signal?: AbortSignal;
  readonly previous?: KnownVersion;
}

export interface Fetcher {
  /**
   * Fetches a page from the public web, if its site lets bots do so. Whatever goes wrong is a result of kind `failed`.
   *
   * @throws the signal's reason, when it is aborted; nothing else.
   */
  fetchPage(url: string, options?: FetchOptions): Promise<FetchResult>;
}

export interface FetcherParts {
  /** Who asks, as `name/version (+address)`; robots.txt may name it by the `name`. */
  readonly userAgent: string;
  /** Reads a robots.txt, which is somebody else's text and may be hostile; {@link readRobots}, in another process. */
  readonly readRobots: (file: RobotsFile) => Promise<ReadRobots>;
  readonly resolve?: Resolve;
  readonly policy?: AddressPolicy;
  /** How long one page may take, with its redirects and robots.txt. */
  readonly seconds?: number;
}

/** For one page with its redirects and robots.txt: a moderator is waiting for it. */
const SECONDS = 10;

/** As many as a crawler should follow at least for a robots.txt (RFC 9309, section 2.3.1.2). */
const MAX_REDIRECTS = 5;

/** Counted as they come in, after decompression: no file that has more is read. */
const MAX_BYTES = MAX_BYTES_OF_ANY;

/** Of an address, in characters: as many as a command takes. Where it redirects to, it could be longer. */
const MAX_ADDRESS = 2_000;

/** More than this of a robots.txt need not be read (RFC 9309, section 2.5). */
const MAX_ROBOTS_BYTES = 512_000;

/** For servers that have a page in several formats. It is not the list of those that are read. */
const ACCEPT =
  'text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,application/pdf;q=0.9,*/*;q=0.1';

/** One session of fetching, for instance a refresh: each site is asked for its robots.txt once. */
export function createFetcher(parts: FetcherParts): Fetcher {
  const { userAgent, readRobots, resolve = resolveHost, policy = publicWeb, seconds = SECONDS } = parts;
  const rules: Visit['rules'] = new Map();
  return {
    async fetchPage(asked, { signal, previous } = {}) {
      const deadline = AbortSignal.timeout(seconds * 1_000);
      const agent = new Agent({ connect: checkedConnector(resolve, policy) });
      const visit: Visit = {
        rules,
        agent: userAgent.split('/', 1)[0] ?? '',
        readRobots,
        policy,
        get: (url, headers = {}) =>
          fetch(url, {
            dispatcher: agent,
            headers: { 'user-agent': userAgent, accept: ACCEPT, ...headers },
            redirect: 'manual',
            signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
          }),
      };
      try {
        return await pageAt(addressOf(asked), previous, visit);
      } catch (error) {
        signal?.throwIfAborted();
        const problem = deadline.aborted
          ? { kind: 'page-too-slow' as const, seconds }
          : problemOf(error, asked);
        return { kind: 'failed', problem: { file: asked, ...problem } };
      } finally {
        await agent.destroy();
      }
    },
  };
}

/** What the steps of fetching one page share. */
interface Visit {
  /** Of the sites that were asked, or are being asked, by their origins. */
  readonly rules: Map<string, Promise<readonly RobotsRule[]>>;
  /** The bot's name. */
  readonly agent: string;
  readonly readRobots: FetcherParts['readRobots'];
  readonly policy: AddressPolicy;
  get(url: URL, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

async function pageAt(start: URL, previous: KnownVersion = {}, visit: Visit): Promise<FetchResult> {
  const conditions = {
    ...(previous.etag !== undefined && { 'if-none-match': previous.etag }),
    ...(previous.lastModified !== undefined && { 'if-modified-since': previous.lastModified }),
  };
  const { url, response } = await follow(start, visit.policy, async (hop) => {
    await askRobots(hop, visit);
    return visit.get(hop, conditions);
  });
  const { status, headers } = response;
  if (status === 304 && Object.keys(conditions).length > 0) return { kind: 'not-modified' };
  if (status === 404 || status === 410) throw new PageError({ kind: 'page-gone', status });
  if (status !== 200) throw new PageError({ kind: 'page-status', status });
  const contentType = headers.get('content-type') ?? '';
  if (!hasDocumentType(contentType)) throw new PageError({ kind: 'page-type', contentType });
  const tooLarge = new PageError({ kind: 'page-too-large', most: MAX_BYTES });
  if (Number(headers.get('content-length')) > MAX_BYTES) throw tooLarge;
  const { bytes, isWhole } = await readBody(response, MAX_BYTES);
  if (!isWhole) throw tooLarge;
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  const page = {
    url: url.href,
    bytes,
    contentType,
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
  };
  return { kind: 'fetched', page };
}

/** Goes where the answers lead, and checks each address before it is asked. */
async function follow(
  start: URL,
  policy: AddressPolicy,
  get: (url: URL) => Promise<Response>,
): Promise<{ url: URL; response: Response }> {
  let url = start;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    checkAddress(url, policy);
    const response = await get(url);
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return { url, response };
    await response.body?.cancel();
    url = addressOf(location, url);
  }
  throw new PageError({ kind: 'page-redirects', most: MAX_REDIRECTS });
}

function addressOf(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new PageError({ kind: 'page-address', reason: 'scheme' });
  return new URL(text, base);
}

/** @throws {PageError} for what is no address of the public web. A `URL` has any IPv4 address in decimal numbers. */
function checkAddress({ href, protocol, username, password, port }: URL, policy: AddressPolicy): void {
  const refuse = (reason: AddressFault) => new PageError({ kind: 'page-address', reason });
  if (href.length > MAX_ADDRESS) throw refuse('too-long');
  if (protocol !== 'http:' && protocol !== 'https:') throw refuse('scheme');
  if (username !== '' || password !== '') throw refuse('password');
  if (port !== '' && !policy.allowsPort(Number(port))) throw refuse('port');
}

type AddressFault = Extract<Problem, { kind: 'page-address' }>['reason'];

/** @throws {PageError} where the site of an address does not let this bot ask for it */
async function askRobots(url: URL, visit: Visit): Promise<void> {
  const rules = await rulesOf(url, visit);
  if (!isAllowed(rules, url)) throw new PageError({ kind: 'page-robots', host: url.host });
}

/** The rules of a site, which is asked for them once, also for pages that are fetched at the same time. */
async function rulesOf(url: URL, visit: Visit): Promise<readonly RobotsRule[]> {
  const { rules } = visit;
  const asked = rules.get(url.origin);
  if (asked) {
    try {
      return await asked;
    } catch {
      // Another page's time was over, or its site did not answer. This one has a time of its own.
      return rulesOf(url, visit);
    }
  }
  const asking = fetchRules(url, visit);
  rules.set(url.origin, asking);
  try {
    return await asking;
  } catch (error) {
    rules.delete(url.origin);
    throw error;
  }
}

/** What a site says in its robots.txt (RFC 9309). */
async function fetchRules({ origin, host }: URL, visit: Visit): Promise<readonly RobotsRule[]> {
  const robotsUrl = new URL('/robots.txt', origin);
  const { response } = await follow(robotsUrl, visit.policy, (url) => visit.get(url));
  const { bytes } = await readBody(response, MAX_ROBOTS_BYTES);
  const { status } = response;
  // The server fails, so nothing is known.
  if (status >= 500) throw new PageError({ kind: 'page-robots-unknown', host, status });
  const isThere = status >= 200 && status < 300;
  const { agent, readRobots } = visit;
  const { rules } = isThere ? await readRobots({ path: robotsUrl.href, bytes, agent }) : { rules: [] };
  if (!rules) throw new PageError({ kind: 'page-robots-unread', host });
  return rules;
}

/** At most the first `most` bytes, and whether that is all. */
async function readBody({ body }: Response, most: number): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    const room = most - length;
    chunks.push(chunk.subarray(0, room));
    length += Math.min(chunk.length, room);
    // Leaving the loop ends the connection.
    if (chunk.length > room) return { bytes: Buffer.concat(chunks), isWhole: false };
  }
  return { bytes: Buffer.concat(chunks), isWhole: true };
}
