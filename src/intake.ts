import { copy } from './copy/en.js';
import type { AttachedFile } from './discord/command.js';
import type { Intake } from './discord/intake.js';
import type { Document } from './documents/document.js';
import { createParser, type Parser } from './documents/parser.js';
import type { Problem, ReadResult } from './documents/problem.js';
import type { InputFile } from './documents/reader.js';
import type { Addition, Origin } from './library/library.js';

export interface IntakeParts {
  readonly fetch: typeof globalThis.fetch;
  /** Base of Discord's REST API: a playground on this machine keeps its attachments itself. */
  readonly apiUrl: string;
}

/** What an attachment may have, and how long it may take to fetch. */
const MOST_BYTES = 8_000_000;
const SECONDS = 20;

/** Where Discord keeps attachments. Nothing else is fetched as one, whatever an interaction says. */
const DISCORD_HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

export function createIntake({ fetch, apiUrl }: IntakeParts): Intake {
  return {
    read,

    async file(file) {
      const refuse = (problem: ProblemOf) => ({ problems: [{ file: file.name, ...problem } as Problem] });
      if (file.bytes > MOST_BYTES) return refuse({ kind: 'too-large', bytes: file.bytes, most: MOST_BYTES });
      if (!isDiscords(file.url, apiUrl)) return refuse(unreadable(copy.knowledge.add.notFromDiscord));
      const fetched = await download(file, fetch);
      if ('detail' in fetched) return refuse(unreadable(fetched.detail));
      return readAddition({ path: file.name, bytes: fetched.bytes }, { kind: 'file', name: file.name });
    },

    async page(url) {
      return { problems: [{ file: url, ...unreadable(copy.knowledge.add.noPages) }] };
    },
  };
}

type ProblemOf =
  | { readonly kind: 'unreadable'; readonly detail: string }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly most: number };

function unreadable(detail: string): Extract<ProblemOf, { kind: 'unreadable' }> {
  return { kind: 'unreadable', detail };
}

async function readAddition(original: InputFile, origin: Origin): Promise<ReadResult<Addition>> {
  const { document, problems } = await read(original);
  return document ? { document: { document, original, origin }, problems } : { problems };
}

/** The threads of a parser are there while a document is read, not for the rest of the time. */
async function read(file: InputFile): Promise<ReadResult<Document>> {
  const parser: Parser = createParser();
  try {
    return await parser.parse(file);
  } finally {
    await parser.close();
  }
}

function isDiscords(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, username, password } = new URL(url);
  if (username || password) return false;
  const api = new URL(apiUrl);
  if (api.hostname === '127.0.0.1' && origin === api.origin) return true;
  return protocol === 'https:' && DISCORD_HOSTS.has(hostname);
}

async function download(
  { url }: AttachedFile,
  fetch: IntakeParts['fetch'],
): Promise<{ readonly bytes: Uint8Array } | { readonly detail: string }> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(SECONDS * 1000) });
    if (!response.ok || !response.body) return { detail: copy.knowledge.add.unreachable(response.status) };
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      // More than Discord said: it is given up, whatever it is.
      if (size > MOST_BYTES) return { detail: copy.knowledge.add.notFromDiscord };
      chunks.push(chunk);
    }
    return { bytes: Buffer.concat(chunks) };
  } catch (error) {
    return {
      detail:
        error instanceof Error && error.name === 'TimeoutError' ? copy.knowledge.add.timedOut : `${error}`,
    };
  }
}
