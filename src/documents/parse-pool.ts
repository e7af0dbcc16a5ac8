import type { Document } from './document.js';
import { type ParseLimits, type ParseThread, startParseThread } from './parse-thread.js';
import type { ReadResult } from './problem.js';
import type { InputFile } from './reader.js';

/** Threads without work for this long are ended, so that a bot that only answers keeps no second heap. */
const IDLE_MS = 5_000;

export interface ParsePool {
  read(file: InputFile): Promise<ReadResult<Document>>;
  /** Ends the threads; documents that are being read get a problem. */
  close(): Promise<void>;
}

/**
 * Reads documents in at most `size` threads, so that a hostile one can neither block nor end the process.
 * Threads start when there is work, and one that broke a limit is replaced by the next document.
 */
export function createParsePool(size: number, limits: ParseLimits): ParsePool {
  const threads = new Set<ParseThread>();
  const idle: ParseThread[] = [];
  const waiting: (() => void)[] = [];
  let busy = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  const close = async () => {
    clearTimeout(idleTimer);
    idle.length = 0;
    await Promise.all([...threads].map((thread) => thread.end()));
  };
  const take = async (): Promise<ParseThread> => {
    clearTimeout(idleTimer);
    if (busy === size) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy++;
    const thread = idle.pop() ?? startParseThread(limits);
    threads.add(thread);
    return thread;
  };
  const giveBack = (thread: ParseThread) => {
    if (thread.isAlive()) idle.push(thread);
    else threads.delete(thread);
    // A document that waits takes over the place of this one, so `busy` stays.
    const next = waiting.shift();
    if (next) return next();
    busy--;
    if (busy === 0) idleTimer = setTimeout(close, IDLE_MS).unref();
  };
  return {
    close,
    read: async (file) => {
      const thread = await take();
      const result = await thread.read(file);
      giveBack(thread);
      return result;
    },
  };
}
