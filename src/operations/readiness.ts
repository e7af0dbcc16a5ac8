import { operations as words } from '../copy/host.js';
import type { ShardState } from '../discord/shard-states.js';
import { codeOf } from '../documents/errors.js';
import type { Snapshot } from '../index/snapshot.js';
import { before } from '../library/waiting.js';
import { sharedRun } from './shared-run.js';

/** What is looked at; what has not been opened yet is absent. */
export interface Readied {
  readonly shards?: () => readonly ShardState[];
  /** Whether there may be none here, as processes share them and others have them all. */
  readonly othersHaveShards?: boolean;
  /** Resolves when the database has answered. */
  readonly pingDatabase?: () => Promise<void>;
  readonly snapshot?: () => Promise<Snapshot>;
}

export interface Part {
  readonly ok: boolean;
  /** One sentence for the person who hosts the bot. */
  readonly detail: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly gateway: Part;
  readonly database: Part;
  readonly snapshot: Part;
}

/** What takes longer to answer is not there. */
const DEADLINE_MS = 1_000;

/** Looks whether all is there that members are answered with. However often it is called, one look goes on at a time. */
export function createReadiness(
  readied: () => Readied,
  deadline = () => AbortSignal.timeout(DEADLINE_MS),
): () => Promise<Readiness> {
  const pinging = sharedRun(async () => readied().pingDatabase?.());
  return sharedRun(async () => {
    const { shards, othersHaveShards = false, pingDatabase, snapshot } = readied();
    const gateway = shards ? gatewayPart(shards(), othersHaveShards) : STARTING;
    const [database, documents] = await Promise.all([
      pingDatabase ? databasePart(pinging, deadline()) : STARTING,
      snapshot ? snapshotPart(snapshot) : STARTING,
    ]);
    return {
      ready: gateway.ok && database.ok && documents.ok,
      gateway,
      database,
      snapshot: documents,
    };
  });
}

const STARTING: Part = { ok: false, detail: words.starting };

function gatewayPart(shards: readonly ShardState[], mayHaveNone: boolean): Part {
  if (shards.length === 0 && mayHaveNone) return { ok: true, detail: words.spare };
  const ready = shards.filter(({ isReady }) => isReady).length;
  return { ok: ready > 0 && ready === shards.length, detail: words.shards(ready, shards.length) };
}

async function databasePart(ping: () => Promise<unknown>, deadline: AbortSignal): Promise<Part> {
  try {
    await before(deadline, ping());
    return { ok: true, detail: words.databaseAnswers };
  } catch (error) {
    const isLate = deadline.aborted && error === deadline.reason;
    return { ok: false, detail: isLate ? words.databaseSilent : words.databaseFails(codeOf(error)) };
  }
}

async function snapshotPart(snapshot: () => Promise<Snapshot>): Promise<Part> {
  const { name, documents } = await snapshot();
  return { ok: documents.length > 0, detail: words.answersFrom(documents.length, name.shared) };
}
