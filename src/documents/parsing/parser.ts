import type { Document } from '../document.js';
import type { InputFile } from '../formats/reader.js';
import type { ReadResult } from '../problem.js';
import { createParseCache } from './parse-cache.js';
import { createParsePool } from './parse-pool.js';

export interface ParserOptions {
  /** Where to keep what was parsed; without it every document is parsed each time. */
  readonly cacheDir?: string;
  /** The time that one document may take. */
  readonly seconds?: number;
  /** The memory that reading one may take, with that of the process that reads it. */
  readonly megabytes?: number;
}

export interface Parser {
  /** Never rejects. After `close`, also for a document that is being read then, the result may be a problem. */
  parse(file: InputFile): Promise<ReadResult<Document>>;
  close(): Promise<void>;
}

/** Ordinary documents take a hundredth of this, a PDF of 500 pages half; a paragraph of brackets can take minutes. */
const SECONDS = 10;

/** The largest Markdown file that is read needs about half of this. */
const MEGABYTES = 512;

/** With two a slow document does not hold up the others; more would only wait for a processor. */
const PROCESSES = 2;

/** Reads documents outside the main process, with bounds on time and memory, and remembers the results. */
export function createParser(options: ParserOptions = {}): Parser {
  const { cacheDir, seconds = SECONDS, megabytes = MEGABYTES } = options;
  const pool = createParsePool(PROCESSES, { seconds, megabytes });
  const cache = cacheDir === undefined ? undefined : createParseCache(cacheDir);
  return {
    async parse(file) {
      const known = await cache?.get(file);
      if (known) return known;
      const result = await pool.read(file);
      if (isLasting(result)) await cache?.put(file, result);
      return result;
    },
    close: () => pool.close(),
  };
}

/** Would the same file give the same result again? Where a limit was broken, the machine may just have been busy. */
function isLasting({ problems }: ReadResult<Document>): boolean {
  return problems.every(({ kind }) => !['too-slow', 'too-much-memory', 'unreadable'].includes(kind));
}
