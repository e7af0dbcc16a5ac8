import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** The bot as a host runs it, in a process of its own. */
export interface BotProcess {
  /** The shards that it has, by what it logs. */
  readonly shards: ReadonlySet<number>;
  readonly log: readonly Readonly<Record<string, unknown>>[];
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<number | null>;
}

const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));

const CLAIMED = 'shards claimed';
/** A process that is kept from the processor for longer than its leases last loses what it had. */
const LOST: ReadonlySet<unknown> = new Set(['shards given up', 'shards were taken over by another process']);

/** Resolves when it answers, or stands by. */
export async function startBotProcess(env: Readonly<Record<string, string>>): Promise<BotProcess> {
  const cwd = await mkdtemp(join(tmpdir(), 'bot-'));
  const child: ChildProcess = spawn(process.execPath, [main], {
    cwd,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const shards = new Set<number>();
  const log: Record<string, unknown>[] = [];
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await new Promise<void>((ready, fail) => {
    const lines = createInterface({ input: child.stderr ?? expect.fail('no log') });
    lines.on('line', (text) => {
      const line = text.startsWith('{') ? JSON.parse(text) : { msg: text };
      log.push(line);
      if (line.msg === CLAIMED) for (const shard of line.shards) shards.add(shard);
      if (LOST.has(line.msg)) for (const shard of line.shards) shards.delete(shard);
      if (line.msg === 'commands registered') ready();
    });
    void ended.then((code) => fail(new Error(`ended with ${code}: ${JSON.stringify(log)}`)));
  });
  return { shards, log, ended, kill: (signal) => void child.kill(signal) };
}
