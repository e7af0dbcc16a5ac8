import type { ShardState } from '../discord/shard-states.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Parsers } from '../parsing/parsers.js';
import type { Metrics } from './metrics.js';
import type { Readied, Readiness } from './readiness.js';

/** All that is looked at, once it is open. */
export interface Watched extends Readied {
  readonly parsers?: Pick<Parsers, 'state'>;
  /** How many wait in each queue of the bot, by the queue's name. */
  readonly queues?: () => Readonly<Record<string, number>>;
}

/** Puts what is so now into the figures, when somebody asks for them. */
export async function recordState(metrics: Metrics, watched: Watched, readiness: Readiness): Promise<void> {
  for (const part of ['gateway', 'database', 'snapshot'] as const)
    metrics.ready.set({ part }, Number(readiness[part].ok));
  if (watched.shards) recordShards(metrics, watched.shards());
  if (watched.snapshot) recordSnapshot(metrics, await watched.snapshot());
  if (watched.parsers) recordParsers(metrics, watched.parsers.state());
  for (const [queue, length] of Object.entries(watched.queues?.() ?? {}))
    metrics.waiting.set({ queue }, length);
}

function recordShards({ shards, ping }: Metrics, states: readonly ShardState[]): void {
  // A state that no connection is in any more would stand at its last number.
  shards.reset();
  shards.set({ state: 'ready' }, 0);
  for (const { state } of states) shards.inc({ state });
  ping.set(Math.max(0, ...states.map(({ pingMs = 0 }) => pingMs)) / 1_000);
}

function recordSnapshot(metrics: Metrics, { name, documents, passages, terms }: Snapshot): void {
  metrics.revision.set(name.shared);
  metrics.documents.set(documents.length);
  metrics.passages.set(passages.length);
  metrics.terms.set(terms.vocabulary().length);
}

function recordParsers(metrics: Metrics, pools: ReturnType<Parsers['state']>): void {
  metrics.parserKills.reset();
  for (const [pool, { busy, idle, waiting, killed }] of Object.entries(pools)) {
    metrics.parserProcesses.set({ pool, state: 'busy' }, busy);
    metrics.parserProcesses.set({ pool, state: 'idle' }, idle);
    metrics.waiting.set({ queue: `parser-${pool}` }, waiting);
    for (const [limit, count] of Object.entries(killed)) metrics.parserKills.inc({ limit }, count);
  }
}
