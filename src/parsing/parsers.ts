import { cachedParser } from './cached-parser.js';
import { createParsePool, type ParsePool, type PoolState } from './parse-pool.js';
import type { ParseLimits } from './parse-process.js';
import { type FileOf, type Job, type Kind, type Parser, parserOf, type ResultOf } from './parser.js';

/** What all of one program reads others' files with. */
export interface Parsers {
  /**
   * Reads for a server, one file at a time. However many files are brought to however many of these, no more processes
   * are at work.
   */
  ofServer(guildId: string): Parser;
  /** Reads for the person who hosts the bot: as many files at a time as there are processes that no server needs. */
  ofHost(): Parser;
  /** What its processes do now: those for documents, and the one for what is small and waited for. */
  state(): { readonly documents: PoolState; readonly others: PoolState };
  /** Ends the processes. What is being read then gets a problem, and so does everything after. */
  close(): Promise<void>;
}

const LIMITS: ParseLimits = {
  /** Ordinary documents take a hundredth of this, a PDF of 500 pages half; a paragraph of brackets can take minutes. */
  seconds: 10,
  /** The largest Markdown or YAML file that is read needs about half of this. */
  megabytes: 512,
};

/** With two a slow document does not hold up the others; more would only wait for a processor. */
const PROCESSES = 2;

/** Opens what reads others' files, outside of this process and with bounds on time and memory. */
export function createParsers(limits: Partial<ParseLimits> = {}): Parsers {
  const documents = createParsePool(PROCESSES, { ...LIMITS, ...limits });
  // For what is small, and waited for while a page is fetched: no slow document is to hold it up.
  const others = createParsePool(1, { ...LIMITS, ...limits });
  const poolOf = (kind: Kind): ParsePool => (kind === 'document' ? documents : others);
  const lane = (name: string, width: number) =>
    parserOf(async <K extends Kind>(kind: K, file: FileOf<K>) => {
      const result = await poolOf(kind).read({ name, width }, { kind, file } as Job);
      return result as ResultOf<K>;
    });
  return {
    ofServer: (guildId) => lane(guildId, 1),
    ofHost: () => lane('host', PROCESSES),
    state: () => ({ documents: documents.state(), others: others.state() }),
    async close() {
      await Promise.all([documents.close(), others.close()]);
    },
  };
}

/** A parser with processes of its own, which `close` ends. */
export interface OwnParser extends Parser {
  close(): Promise<void>;
}

export interface ParserOptions extends Partial<ParseLimits> {
  /** Where to keep what was parsed; without it every file is parsed each time. */
  readonly cacheDir?: string;
}

/** For a program that does one thing and ends. */
export function createParser({ cacheDir, ...limits }: ParserOptions = {}): OwnParser {
  const parsers = createParsers(limits);
  const parser = parsers.ofHost();
  return {
    ...(cacheDir === undefined ? parser : cachedParser(parser, cacheDir)),
    close: () => parsers.close(),
  };
}
