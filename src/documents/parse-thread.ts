import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Document } from './document.js';
import type { ProblemKind, ReadResult } from './problem.js';
import type { InputFile } from './reader.js';

export interface ParseLimits {
  /** For one document, from when a thread that has started gets it. */
  readonly seconds: number;
  /** For the JavaScript heap of a thread. */
  readonly megabytes: number;
}

/** A thread that reads one document at a time. It keeps the process alive only while it reads. */
export interface ParseThread {
  /** Never rejects. A document that breaks a limit ends the thread and gives a problem. */
  read(file: InputFile): Promise<ReadResult<Document>>;
  isAlive(): boolean;
  end(): Promise<void>;
}

export function startParseThread(limits: ParseLimits): ParseThread {
  const worker = new Worker(new URL('./parse-worker.js', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  const ended = new AbortController();
  // Also keeps an error of an idle thread from ending the process.
  worker.on('error', (error) => ended.abort(error));
  worker.on('exit', () => ended.abort(new Error('the thread that read it ended')));
  const started = once(worker, 'message', { signal: ended.signal });
  started.catch(() => {});

  const end = async () => {
    await worker.terminate();
  };
  const read = async (file: InputFile): Promise<ReadResult<Document>> => {
    worker.ref();
    let timer: NodeJS.Timeout | undefined;
    try {
      await started;
      timer = setTimeout(() => ended.abort(new TooSlow()), limits.seconds * 1_000);
      const answer = once(worker, 'message', { signal: ended.signal });
      worker.postMessage(file);
      const [result] = await answer;
      return result as ReadResult<Document>;
    } catch {
      await end();
      return { problems: [{ file: file.path, ...kindOf(ended.signal.reason, limits) }] };
    } finally {
      clearTimeout(timer);
      worker.unref();
    }
  };
  return { read, end, isAlive: () => !ended.signal.aborted };
}

class TooSlow extends Error {}

function kindOf(reason: unknown, { seconds, megabytes }: ParseLimits): ProblemKind {
  if (reason instanceof TooSlow) return { kind: 'too-slow', seconds };
  if (reason instanceof Error && 'code' in reason && reason.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { kind: 'too-much-memory', megabytes };
  }
  return { kind: 'unreadable', detail: reason instanceof Error ? reason.message : String(reason) };
}
