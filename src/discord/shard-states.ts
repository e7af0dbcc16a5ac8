import { type Client, Status } from 'discord.js';

/** One connection to the gateway. */
export interface ShardState {
  readonly id: number;
  /** In discord.js's words, such as `ready`, `reconnecting` or `disconnected`. */
  readonly state: string;
  readonly isReady: boolean;
  /** How long the gateway took to answer last, in milliseconds; absent before it did. */
  readonly pingMs?: number;
}

/** The connections of these clients as they are now. */
export function shardStates(clients: readonly Client[]): readonly ShardState[] {
  const shards = clients.flatMap(({ ws }) => [...ws.shards.values()]);
  return shards.map(({ id, status, ping }) => ({
    id,
    state: Status[status].toLowerCase(),
    isReady: status === Status.Ready,
    ...(ping >= 0 && { pingMs: ping }),
  }));
}
