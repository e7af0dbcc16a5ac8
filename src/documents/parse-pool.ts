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
  let isClosed = false;
  let idleTimer: NodeJS.Timeout | undefined;

  /** Waits until fewer than `size` documents are being read. */
  const enter = async () => {
    clearTimeout(idleTimer);
    if (busy < size) busy++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = () => {
    // A document that waits takes over the place of this one, so `busy` stays.
    const next = waiting.shift();
    if (next) return next();
    busy--;
    if (busy === 0) idleTimer = setTimeout(endIdle, IDLE_MS).unref();
  };
  const takeIdle = () => {
    let thread = idle.pop();
    while (thread && !thread.isAlive()) thread = idle.pop();
    return thread;
  };
  const endIdle = async () => {
    await Promise.all(idle.splice(0).map((thread) => thread.end()));
  };
  const readNow = async (file: InputFile): Promise<ReadResult<Document>> => {
    if (isClosed)
      return { problems: [{ file: file.path, kind: 'unreadable', detail: 'the bot is stopping' }] };
    const thread = takeIdle() ?? startParseThread(limits);
    threads.add(thread);
    const result = await thread.read(file);
    threads.delete(thread);
    if (thread.isAlive()) idle.push(thread);
    return result;
  };
  return {
    async read(file) {
      await enter();
      const result = await readNow(file);
      leave();
      return result;
    },
    async close() {
      isClosed = true;
      clearTimeout(idleTimer);
      await Promise.all([endIdle(), ...[...threads].map((thread) => thread.end())]);
    },
  };
}
