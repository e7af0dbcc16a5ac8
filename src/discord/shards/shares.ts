/** Who runs which shard, as one of the processes sees it. */
export interface ShardView {
  /** How many shards there are in all. */
  readonly count: number;
  /** Which process has a shard; those without one are free. */
  readonly owners: ReadonlyMap<number, string>;
  /** Every process that is there, this one too. */
  readonly processes: ReadonlySet<string>;
  readonly self: string;
  /** The shards of this process that are connected. */
  readonly connected: ReadonlySet<number>;
  /** Whether another process is just connecting to shards that it has. */
  readonly isConnecting: boolean;
}

/** What a process does next about shards. */
export interface ShardMoves {
  /** Shards that nobody has, in order; the process takes up to `room` of them. */
  readonly free: readonly number[];
  readonly room: number;
  readonly giveUp: readonly number[];
}

/**
 * What one process does, so that all shards are had and no process has two more than another. Each process decides for
 * itself, on what it sees.
 *
 * A shard that is given up is dark until somebody else has connected to it. So of those that are connected one is given up
 * at a time, and the next one when that is connected again.
 */
export function nextMoves(view: ShardView): ShardMoves {
  const { count, owners, self, connected, isConnecting } = view;
  const shards = Array.from({ length: count }, (_, shard) => shard);
  const own = shards.filter((shard) => owners.get(shard) === self);
  const free = shards.filter((shard) => !owners.has(shard));
  const surplus = own.length - shareOf(view);
  if (surplus <= 0) return { free, room: -surplus, giveUp: [] };

  const dark = own.filter((shard) => !connected.has(shard));
  if (dark.length > 0) return { free, room: 0, giveUp: dark.slice(-surplus) };
  const isQuiet = free.length === 0 && !isConnecting;
  return { free, room: 0, giveUp: isQuiet ? own.slice(-1) : [] };
}

/** An equal share. Where the shards do not divide evenly, those have one more who have most already: the fewest move. */
function shareOf({ count, owners, processes, self }: ShardView): number {
  const had = new Map([...processes].map((process) => [process, 0]));
  for (const owner of owners.values()) had.set(owner, (had.get(owner) ?? 0) + 1);
  const ranked = [...had].sort(([a, hasA], [b, hasB]) => hasB - hasA || (a < b ? -1 : 1));
  const place = ranked.findIndex(([process]) => process === self);
  return Math.floor(count / ranked.length) + (place < count % ranked.length ? 1 : 0);
}
