import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.js';
import { printable, printableLine } from './copy/printable.js';
import { loggedError, withoutIds } from './logged-error.js';

const STDERR = 2;

/** What of these says who asked, where, or what, is left out of the log. */
const DISCREET = { err: loggedError, what: withoutIds, warning: withoutIds, collection: withoutIds };

/**
 * Logs to standard error: a line of JSON each, or readable where a person looks on. What a document or a page wrote into a
 * message reaches no terminal as a control character.
 */
export async function createLog(level: LogLevel, isTerminal: boolean): Promise<Logger> {
  const options = {
    level,
    base: null,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: DISCREET,
  };
  if (!isTerminal) {
    const out = pino.destination({ dest: STDERR, sync: true });
    // What JSON leaves as it is and terminals obey: it may be written as an escape in a string of JSON.
    return pino(options, { write: (line: string) => void out.write(printable(line)) });
  }
  const { default: pretty } = await import('pino-pretty');
  const out = pretty({ destination: STDERR, sync: true, translateTime: 'SYS:HH:MM:ss' });
  return pino(options, { write: (line: string) => void out.write(readableLine(line)) });
}

/** A line of the log whose texts can be printed as they are; a stack alone has several lines, which are set off. */
function readableLine(line: string): string {
  const texts = (key: string, value: unknown) => {
    if (typeof value !== 'string') return value;
    return key === 'stack' ? printable(value) : printableLine(value);
  };
  return `${JSON.stringify(JSON.parse(line, texts))}\n`;
}

/** A log for the bot, whoever made it: what goes wrong is in it, and nothing of what members asked or who they are. */
export function discreet(log: Logger): Logger {
  return log.child({}, { serializers: DISCREET });
}
