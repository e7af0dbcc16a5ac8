import { auditStore } from './audit.js';
import type { Backend } from './backend.js';
import { documentStore } from './documents.js';
import { draftStore } from './drafts.js';
import { guildStore } from './guilds.js';
import { leaseStore } from './leases.js';
import { letGoStore } from './let-go.js';
import { memberStore } from './members.js';
import { migrate } from './migrations.js';
import { questionStore } from './questions.js';
import { reportStore } from './reports.js';
import { revisionStore } from './revisions.js';
import { createSession, type Session } from './session.js';
import type { Store } from './store.js';
import { takedownStore } from './takedown.js';
import { upkeepStore } from './upkeep.js';
import { keyEarlierThumbs, type VoterKey, voterKey } from './voter-key.js';
import { createWatch } from './watch.js';

/**
 * Opens the database and brings its schema up to date.
 * @param databaseUrl `file:` and the path of an SQLite file, made with its folder where it is missing; or
 * `postgres://…`, for several processes or machines.
 * @param clock What time it is, for everything that is kept with a time or for a time.
 * @param secret What only this bot knows, on all of its machines: see {@link voterKey}.
 * @throws {TypeError} for a URL of another kind.
 * @throws {DatabaseTooNew} where a later release wrote it; the database is left as it is.
 * @throws the driver's error where the database cannot be opened, and the system's where its folder cannot be made.
 */
export async function openStore(
  databaseUrl: string,
  clock = () => new Date(),
  secret?: string,
): Promise<Store> {
  const backend = await openBackend(databaseUrl);
  try {
    const session = createSession(backend, clock);
    await migrate(session);
    const key = await voterKey(backend, secret);
    await keyEarlierThumbs(session, key);
    return await assemble(session, key);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

/** Loads no driver but the one it needs. */
async function openBackend(databaseUrl: string): Promise<Backend> {
  if (databaseUrl.startsWith('file:')) return (await import('./sqlite.js')).openSqlite(databaseUrl);
  if (/^postgres(ql)?:/.test(databaseUrl)) return (await import('./postgres.js')).openPostgres(databaseUrl);
  throw new TypeError('A database URL begins with file: or postgres:');
}

async function assemble(session: Session, key: VoterKey): Promise<Store> {
  const watch = await createWatch(session);
  const drafts = draftStore(session);
  const takedowns = takedownStore(session);
  const upkeep = upkeepStore(session);
  /** What publishes here is told here as soon as it is done, without waiting for the database to say so. */
  const thenLook = async <T>(done: Promise<T>): Promise<T> => {
    const result = await done;
    await watch.look();
    return result;
  };
  return {
    ...revisionStore(session),
    ...documentStore(session),
    ...drafts,
    ...letGoStore(session),
    ...takedowns,
    ...questionStore(session, key),
    ...reportStore(session, key),
    ...memberStore(session, key),
    ...guildStore(session),
    ...auditStore(session),
    ...leaseStore(session),
    ...upkeep,
    publish: (id, by, report) => thenLook(drafts.publish(id, by, report)),
    takedown: (request) => thenLook(takedowns.takedown(request)),
    purge: () => thenLook(upkeep.purge()),
    watch: watch.watch,
    async close() {
      watch.end();
      await session.backend.close();
    },
  };
}
