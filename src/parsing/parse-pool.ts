import { messageOf } from '../documents/errors.js';
import { createLanes, type Lane } from './lanes.js';
import { type ParseLimits, type ParseProcess, startParseProcess } from './parse-process.js';
import type { AnyResult, Job } from './parser.js';

/** A process that has had no work for this long is ended, so that a bot that only answers has one heap. */
const IDLE_MS = 5_000;

/** What the processes of a pool do now, and what happened to them. */
export interface PoolState {
  readonly busy: number;
  readonly idle: number;
  /** Files that no process is free for. */
  readonly waiting: number;
  /** How many processes were ended since the start, as a file broke a limit. */
  readonly killed: Readonly<Record<Limit, number>>;
}

const LIMITS = ['too-slow', 'too-much-memory'] as const;
type Limit = (typeof LIMITS)[number];

export interface ParsePool {
  read(lane: Lane, job: Job): Promise<AnyResult>;
  state(): PoolState;
  /** Ends the processes; files that are being read, and those that wait, get a problem. */
  close(): Promise<void>;
}

/**
 * Reads files in at most `size` processes, so that a hostile file can neither block nor end the bot. A process is
 * started when there is work for it; one that broke a limit is replaced when the next file comes.
 */
export function createParsePool(size: number, limits: ParseLimits): ParsePool {
  const processes = new Set<ParseProcess>();
  const idle: ParseProcess[] = [];
  const lanes = createLanes(size);
  const killed = { 'too-slow': 0, 'too-much-memory': 0 };
  let isClosed = false;
  let idleTimer: NodeJS.Timeout | undefined;

  const takeIdle = () => {
    let next = idle.pop();
    while (next && !next.isAlive()) next = idle.pop();
    return next;
  };
  const endIdle = async () => {
    await Promise.all(idle.splice(0).map((reader) => reader.end()));
  };
  const countKilled = ({ problems }: AnyResult) => {
    const broken = LIMITS.find((limit) => problems.some(({ kind }) => kind === limit));
    if (broken) killed[broken]++;
  };
  const readNow = async (job: Job): Promise<AnyResult> => {
    if (isClosed) return unread(job, 'the bot is stopping');
    let reader: ParseProcess;
    try {
      reader = takeIdle() ?? startParseProcess(limits);
    } catch (error) {
      return unread(job, messageOf(error));
    }
    processes.add(reader);
    const result = await reader.read(job);
    processes.delete(reader);
    if (reader.isAlive()) idle.push(reader);
    else countKilled(result);
    return result;
  };
  return {
    async read(lane, job) {
      clearTimeout(idleTimer);
      const result = await lanes.with(lane, () => readNow(job));
      if (lanes.running === 0) idleTimer = setTimeout(endIdle, IDLE_MS).unref();
      return result;
    },
    state: () => ({
      busy: processes.size,
      idle: idle.filter((reader) => reader.isAlive()).length,
      waiting: lanes.waiting,
      killed: { ...killed },
    }),
    async close() {
      isClosed = true;
      clearTimeout(idleTimer);
      await Promise.all([endIdle(), ...[...processes].map((reader) => reader.end())]);
    },
  };
}

function unread({ file }: Job, detail: string): AnyResult {
  return { problems: [{ file: file.path, kind: 'unreadable', detail }] };
}
