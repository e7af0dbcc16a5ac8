import { type ChildProcess, fork } from 'node:child_process';
import { on } from 'node:events';
import { fileURLToPath } from 'node:url';
import { codeOf, messageOf } from '../documents/errors.js';
import type { ProblemKind } from '../documents/problem.js';
import type { AnyResult, Job } from './parser.js';

export interface ParseLimits {
  /** For one file, counted from when its reader is loaded. */
  readonly seconds: number;
  /** For all memory of a process; its JavaScript heap may have half of it. */
  readonly megabytes: number;
}

/** A process starts and loads a reader in a tenth of a second; on a machine that has much else to do, in several. */
const LOADING_SECONDS = 60;

/** What a process says of a file. */
export interface Answer {
  readonly result: AnyResult;
  /** What it read before has left so much in its memory that the next file would have little room. */
  readonly isWorn: boolean;
}

/** A process that reads one file at a time. It keeps this one alive only while it reads. */
export interface ParseProcess {
  /** Never rejects. A file that breaks a limit ends the process and gives a problem. */
  read(job: Job): Promise<AnyResult>;
  isAlive(): boolean;
  end(): Promise<void>;
}

/**
 * Starts a process to read what may be hostile. A thread would start a little faster, but nothing bounds the memory
 * of its buffers: a Word document of 19 KB took 600 MB. The process gets nothing of the environment, which holds
 * secrets.
 *
 * @throws where the system cannot start one at all; most often only {@link ParseProcess.read} tells of it
 */
export function startParseProcess(limits: ParseLimits): ParseProcess {
  const child = forkReader(limits.megabytes);
  const ended = new AbortController();
  const exited = new Promise<void>((resolve) => {
    child.on('exit', (code, signal) => {
      ended.abort(new Ended(code, signal));
      resolve();
    });
    child.on('error', (error) => {
      // Sending to a process that is ending fails, too; that it has ended is told by itself.
      if (hasStarted(child)) return;
      ended.abort(new NotStarted(codeOf(error)));
      resolve();
    });
  });
  const hold = (isHeld: boolean) => {
    const method = isHeld ? 'ref' : 'unref';
    child[method]();
    child.channel?.[method]();
  };

  const end = async () => {
    ended.abort(new Error('the bot is stopping'));
    hold(true);
    // One that could not be started has no id: the signal would go to this process and to all of its group.
    if (hasStarted(child)) child.kill('SIGKILL');
    await exited;
  };
  const read = async (job: Job): Promise<AnyResult> => {
    hold(true);
    const giveUpAfter = (seconds: number) => setTimeout(() => ended.abort(new TooSlow()), seconds * 1_000);
    let timer = giveUpAfter(LOADING_SECONDS);
    try {
      if (!hasStarted(child)) await exited;
      const messages = on(child, 'message', { signal: ended.signal });
      child.send(job);
      await messages.next();
      clearTimeout(timer);
      timer = giveUpAfter(limits.seconds);
      const { value } = await messages.next();
      await messages.return?.();
      const { result, isWorn } = value[0] as Answer;
      if (isWorn) await end();
      return result;
    } catch {
      await end();
      return { problems: [{ file: job.file.path, ...kindOf(ended.signal.reason, limits) }] };
    } finally {
      clearTimeout(timer);
      hold(false);
    }
  };
  return { read, end, isAlive: () => !ended.signal.aborted };
}

function forkReader(megabytes: number): ChildProcess {
  const program = fileURLToPath(new URL('./parse-child.js', import.meta.url));
  try {
    return fork(program, [String(megabytes)], {
      env: {},
      execArgv: [`--max-old-space-size=${Math.ceil(megabytes / 2)}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  } catch (error) {
    throw new NotStarted(codeOf(error));
  }
}

/** Whether the system had room for one more process. Where it had not, an event tells why, or `fork` throws. */
function hasStarted(child: ChildProcess): boolean {
  return child.pid !== undefined;
}

class TooSlow extends Error {}

class NotStarted extends Error {
  constructor(code: string) {
    super(`the process that would read it could not be started (${code})`);
  }
}

class Ended extends Error {
  constructor(
    readonly code: number | null,
    readonly signal: string | null,
  ) {
    super(`the process that read it ended (${signal ?? code})`);
  }
}

function kindOf(reason: unknown, { seconds, megabytes }: ParseLimits): ProblemKind {
  if (reason instanceof TooSlow) return { kind: 'too-slow', seconds };
  if (reason instanceof Ended && isForMemory(reason)) return { kind: 'too-much-memory', megabytes };
  return { kind: 'unreadable', detail: messageOf(reason) };
}

/** Its own watch (parse-watch.ts) or the system kills it with SIGKILL; V8 aborts when the heap is full. */
function isForMemory({ code, signal }: Ended): boolean {
  return signal === 'SIGKILL' || signal === 'SIGABRT' || code === 134;
}
