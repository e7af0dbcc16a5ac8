import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, calculateShardId, DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import type { Leases } from '../../library/library.js';
import { type Access, reach } from '../connection.js';
import { countInUse, createClaims, type ShardConnection } from './claims.js';
import { askGatewayOnce } from './gateway-information.js';
import { createIdentifyTurns } from './identify-turns.js';
import { createShardClient } from './shard-client.js';

export interface ShardParts extends Access {
  readonly rest: Partial<RESTOptions>;
  /** Which shards this process runs; `auto`: all or, where it has `leases`, its share. */
  readonly ids: 'auto' | readonly number[];
  /** Of how many; absent: of as many as the others have, or Discord recommends. */
  readonly count?: number | undefined;
  /** What processes agree by that share a database. */
  readonly leases?: Leases | undefined;
  /** Called with each client before it connects. */
  readonly onClient: (client: Client) => void;
  /** Connects a client: resolves when it is ready. */
  readonly connect: (client: Client, signal: AbortSignal) => Promise<void>;
}

/** The shards of the gateway that run in this process. */
export interface Shards {
  /** For what no shard is needed for. */
  readonly rest: REST;
  /** Resolves when all shards are connected that are this process's at first; rejects where one never will be. */
  open(): Promise<void>;
  /** The client on whose shard a server is; `undefined` where that runs elsewhere. */
  clientOf(guildId: string): Client | undefined;
  /** The clients of the shards here; once they are closed, those that were. */
  clients(): readonly Client[];
  /** Disconnects, so that nothing new arrives; other processes take over what was here. */
  close(): Promise<void>;
}

const LOOK_MS = 1_000;
const NEVER = new AbortController().signal;

export function createShards(parts: ShardParts): Shards {
  const { ids, leases, onClient, connect, log, signal = NEVER } = parts;
  const { makeRequest = DefaultRestOptions.makeRequest } = parts.rest;
  const restOptions = { ...parts.rest, makeRequest: askGatewayOnce(makeRequest) };
  const rest = new REST(restOptions).setToken(parts.token);
  const self = randomUUID();
  const identifyTurns = createIdentifyTurns(leases, self);
  const clients = new Map<number, Client>();
  const closing = new AbortController();
  let count = 1;
  let closeAll = async () => {};

  function connectTo(shard: number): ShardConnection {
    const { client, closed, close } = createShardClient({ shard, count, rest: restOptions, identifyTurns });
    clients.set(shard, client);
    onClient(client);
    return {
      ready: connect(client, AbortSignal.any([closed, signal])),
      async close() {
        // What ends with the process stays among its clients, not ready: without any it would be one that stands by.
        if (!closing.signal.aborted) clients.delete(shard);
        await close();
      },
    };
  }

  async function openFixed(shards: readonly number[]): Promise<void> {
    const connections = shards.map(connectTo);
    closeAll = async () => void (await Promise.all(connections.map((one) => one.close())));
    await Promise.all(connections.map(({ ready }) => ready));
  }

  async function openShare(among: Leases): Promise<void> {
    const claims = createClaims({ leases: among, count, self, connect: connectTo, log });
    closeAll = claims.close;
    await new Promise<void>((looked) => void keepLooking(claims.look, looked));
    await claims.connected();
    if (clients.size === 0) log.info({ of: count }, 'standing by: other processes have all shards');
  }

  async function keepLooking(look: () => Promise<void>, looked: () => void): Promise<void> {
    for (let isAway = false; !closing.signal.aborted; ) {
      try {
        await look();
        looked();
        isAway = false;
      } catch (error) {
        if (!isAway) log.warn({ err: error }, 'shards are not shared out anew until the database answers');
        isAway = true;
      }
      await sleep(LOOK_MS, undefined, { ref: false, signal: closing.signal }).catch(() => {});
    }
  }

  return {
    rest,
    async open() {
      const shared = ids === 'auto' ? leases : undefined;
      count = parts.count ?? (shared && (await countInUse(shared))) ?? (await reach(rest, parts)).shards;
      if (shared) return openShare(shared);
      await openFixed(ids === 'auto' ? Array.from({ length: count }, (_, shard) => shard) : ids);
    },
    clientOf: (guildId) => clients.get(calculateShardId(guildId, count)),
    clients: () => [...clients.values()],
    async close() {
      closing.abort();
      await closeAll();
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}
