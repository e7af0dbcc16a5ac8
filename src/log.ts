import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.js';

const STDERR = 2;

/** Logs to standard error: a line of JSON each, or readable where a person looks on. */
export async function createLog(level: LogLevel, isTerminal: boolean): Promise<Logger> {
  const options = { level, base: null, formatters: { level: (label: string) => ({ level: label }) } };
  if (!isTerminal) return pino(options, pino.destination({ dest: STDERR, sync: true }));
  const { default: pretty } = await import('pino-pretty');
  return pino(options, pretty({ destination: STDERR, sync: true, translateTime: 'SYS:HH:MM:ss' }));
}
