import type { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.js';
import { log as words } from './copy/host.js';
import { printable, printableLine } from './copy/printable.js';
import { loggedError, withoutIds } from './logged-error.js';

/** What of these says who asked, where, or what, is left out of the log. */
const DISCREET = { err: loggedError, what: withoutIds, warning: withoutIds, collection: withoutIds };

/** How much of the log may wait for whoever reads it. */
const MAX_WAITING_BYTES = 1_000_000;

/** Where the log goes, and whether a person reads it there as it is written. */
export interface LogTarget {
  readonly out: Writable;
  readonly isTerminal: boolean;
}

/**
 * A log of a line of JSON each, or readable where a person looks on. What a document or a page wrote into a message reaches no
 * terminal as a control character. It holds nothing up: where nobody reads it, lines are left out and counted.
 */
export async function createLog(level: LogLevel, { out, isTerminal }: LogTarget): Promise<Logger> {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: DISCREET,
  };
  // What JSON leaves as it is and terminals obey: it may be written as an escape in a string of JSON.
  const shown = isTerminal ? await readable() : printable;
  let leftOut = 0;
  const log = pino(options, {
    write(line: string) {
      if (out.writableLength > MAX_WAITING_BYTES) leftOut += 1;
      else out.write(shown(line));
    },
  });
  out.on('drain', () => {
    const lines = leftOut;
    leftOut = 0;
    if (lines > 0) log.warn({ lines }, words.leftOut);
  });
  // Whoever read it is gone, and the bot goes on.
  out.on('error', () => {});
  return log;
}

/** What makes a line of JSON one for people, whose texts can be printed as they are. */
async function readable(): Promise<(line: string) => string> {
  const { prettyFactory } = await import('pino-pretty');
  const pretty = prettyFactory({ translateTime: 'SYS:HH:MM:ss' });
  return (line) => pretty(JSON.parse(line, printableText));
}

/** A stack alone has several lines, which are set off. */
function printableText(key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return key === 'stack' ? printable(value) : printableLine(value);
}

/** A log for the bot, whoever made it: what goes wrong is in it, and nothing of what members asked or who they are. */
export function discreet(log: Logger): Logger {
  return log.child({}, { serializers: DISCREET });
}
