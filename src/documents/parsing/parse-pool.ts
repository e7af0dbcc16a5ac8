import type { Document } from '../document.js';
import type { InputFile } from '../formats/reader.js';
import type { ReadResult } from '../problem.js';
import { type ParseLimits, type ParseProcess, startParseProcess } from './parse-process.js';

/** A process that has had no work for this long is ended, so that a bot that only answers has one heap. */
const IDLE_MS = 5_000;

export interface ParsePool {
  read(file: InputFile): Promise<ReadResult<Document>>;
  /** Ends the processes; documents that are being read get a problem. */
  close(): Promise<void>;
}

/**
 * Reads documents in at most `size` processes, so that a hostile document can neither block nor end the bot. A
 * process is started when there is work for it; one that broke a limit is replaced when the next document comes.
 */
export function createParsePool(size: number, limits: ParseLimits): ParsePool {
  const processes = new Set<ParseProcess>();
  const idle: ParseProcess[] = [];
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
    // A document that waits takes the place of this one, so `busy` stays the same.
    const next = waiting.shift();
    if (next) return next();
    busy--;
    if (busy === 0) idleTimer = setTimeout(endIdle, IDLE_MS).unref();
  };
  const takeIdle = () => {
    let next = idle.pop();
    while (next && !next.isAlive()) next = idle.pop();
    return next;
  };
  const endIdle = async () => {
    await Promise.all(idle.splice(0).map((reader) => reader.end()));
  };
  const readNow = async (file: InputFile): Promise<ReadResult<Document>> => {
    if (isClosed)
      return { problems: [{ file: file.path, kind: 'unreadable', detail: 'the bot is stopping' }] };
    const reader = takeIdle() ?? startParseProcess(limits);
    processes.add(reader);
    const result = await reader.read(file);
    processes.delete(reader);
    if (reader.isAlive()) idle.push(reader);
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
      await Promise.all([endIdle(), ...[...processes].map((reader) => reader.end())]);
    },
  };
}
