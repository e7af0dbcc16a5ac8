import type { Logger } from 'pino';
import type { Leases } from '../../library/library.js';
import { nextMoves, type ShardView } from './shares.js';

/** One shard's connection to Discord. */
export interface ShardConnection {
  /** Resolves when it answers; rejects where it never will. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

export interface ClaimParts {
  readonly leases: Leases;
  /** How many shards there are in all. */
  readonly count: number;
  /** The name of this process, as no other on the database has it. */
  readonly self: string;
  readonly connect: (shard: number) => ShardConnection;
  readonly log: Logger;
}

/** This process's share of the shards. */
export interface Claims {
  /** Keeps what it has, and moves towards its share. Rejects where the database cannot be asked: then nothing changes. */
  look(): Promise<void>;
  /** Resolves when all that it has answers, unless it is given up meanwhile; rejects where something never will. */
  connected(): Promise<void>;
  /** Disconnects, and leaves its shards to the others. */
  close(): Promise<void>;
}

/** Longer than a slow database takes, and short enough that shards of a process that died answer again in time. */
export const LEASE_MS = 10_000;
/** So many looks a process that could not connect leaves the claiming to others. */
const LOOKS_OFF = 30;

/** What begins the names of all leases of processes that share so many shards. */
const groupOf = (count: number) => `gateway:${count}:`;

/** How many shards the processes share that run already; `undefined` where there are none. */
export async function countInUse(leases: Leases): Promise<number | undefined> {
  const [first] = await leases.leases('gateway:');
  return first && Number(first.name.split(':')[1]);
}

/**
 * Shards shared out among processes through leases. Where the database is away, every process keeps what it has: nobody
 * can take it either. Where one was away from the database alone for longer than its leases last, the others have its shards
 * by then, and it disconnects as soon as it learns so.
 */
export function createClaims({ leases, count, self, connect, log }: ClaimParts): Claims {
  const group = groupOf(count);
  const shardPrefix = `${group}shard:`;
  const processPrefix = `${group}process:`;
  const connectingPrefix = `${group}connecting:`;
  const here = new Map<number, { readonly connection: ShardConnection; readonly settled: Promise<void> }>();
  const dark = new Set<number>();
  let looksOff = 0;
  let isClosing = false;
  let looking = Promise.resolve();

  const take = (name: string) => leases.takeLease(name, self, LEASE_MS);

  async function look(): Promise<void> {
    const kept = new Set(await leases.renewLeases(self, LEASE_MS));
    const lost = [...here.keys()].filter((shard) => !kept.has(shardPrefix + shard));
    if (lost.length > 0) log.warn({ shards: lost }, 'shards were taken over by another process');
    await Promise.all(lost.map(disconnect));
    if (looksOff > 0) {
      looksOff -= 1;
      return;
    }
    if (!kept.has(processPrefix + self)) await take(processPrefix + self);
    const { free, room, giveUp } = nextMoves(await view());
    if (giveUp.length > 0) await leave(giveUp);
    if (room > 0 && free.length > 0) await claim(free, room);
    const name = connectingPrefix + self;
    if (dark.size === 0 && kept.has(name)) await leases.dropLeases([name], self);
  }

  async function view(): Promise<ShardView> {
    const all = await leases.leases(group);
    const after = (prefix: string) =>
      all
        .filter(({ name }) => name.startsWith(prefix))
        .map((one) => ({ ...one, of: one.name.slice(prefix.length) }));
    return {
      count,
      self,
      owners: new Map(after(shardPrefix).map(({ of, holder }) => [Number(of), holder])),
      processes: new Set(after(processPrefix).map(({ of }) => of)),
      connected: new Set([...here.keys()].filter((shard) => !dark.has(shard))),
      isConnecting: after(connectingPrefix).some(({ of }) => of !== self),
    };
  }

  /** First it is said that this process is connecting, so that nobody gives up more meanwhile. */
  async function claim(free: readonly number[], room: number): Promise<void> {
    await take(connectingPrefix + self);
    const taken: number[] = [];
    for (const shard of free) {
      if (taken.length === room || isClosing) break;
      if (await take(shardPrefix + shard)) taken.push(shard);
    }
    if (isClosing) return;
    for (const shard of taken) open(shard);
    if (taken.length > 0) log.info({ shards: taken, of: count }, 'shards claimed');
  }

  function open(shard: number): void {
    const connection = connect(shard);
    const isOurs = () => here.get(shard)?.connection === connection;
    const settled = connection.ready.then(
      () => void (isOurs() && dark.delete(shard)),
      (error: unknown) => {
        // What was given up meanwhile need not be connected.
        if (!isOurs()) return;
        void fail(shard, error);
        throw error;
      },
    );
    settled.catch(() => {});
    here.set(shard, { connection, settled });
    dark.add(shard);
  }

  async function fail(shard: number, error: unknown): Promise<void> {
    if (error instanceof Error && error.name === 'AbortError') return;
    log.error(
      { err: error, shard },
      'a shard could not be connected, and is left to other processes for a while',
    );
    looksOff = LOOKS_OFF;
    // Where the database is away, the leases run out by themselves.
    await leave([shard]).catch(() => {});
    await leases.dropLeases([processPrefix + self, connectingPrefix + self], self).catch(() => {});
  }

  async function leave(shards: readonly number[]): Promise<void> {
    await Promise.all(shards.map(disconnect));
    await leases.dropLeases(
      shards.map((shard) => shardPrefix + shard),
      self,
    );
    log.info({ shards, of: count }, 'shards given up');
  }

  async function dropAll(): Promise<void> {
    const own = (await leases.leases(group)).filter(({ holder }) => holder === self);
    await leases.dropLeases(
      own.map(({ name }) => name),
      self,
    );
  }

  async function disconnect(shard: number): Promise<void> {
    const { connection } = here.get(shard) ?? {};
    here.delete(shard);
    dark.delete(shard);
    await connection?.close();
  }

  return {
    look() {
      if (isClosing) return looking;
      const done = look();
      looking = done.catch(() => {});
      return done;
    },
    connected: async () => void (await Promise.all([...here.values()].map(({ settled }) => settled))),
    async close() {
      isClosing = true;
      const shards = [...here.keys()];
      await Promise.all(shards.map(disconnect));
      await looking;
      await dropAll().catch((error: unknown) => {
        log.warn(
          { err: error },
          'shards could not be given back: others take them when the leases have run out',
        );
      });
    },
  };
}
