import { auditStore } from './audit.js';
import type { Backend } from './backend.js';
import { documentStore, type PlacedName } from './documents.js';
import { draftStore } from './drafts.js';
import { every } from './every.js';
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

/** What the host should know of the database. */
export type DatabaseEvent =
  /** The database was not there, and these files beside it are of one that was. */
  | { readonly kind: 'new-beside-older'; readonly traces: readonly string[] }
  /** Its file was deleted or replaced; told once until it is there again. */
  | { readonly kind: 'replaced' }
  /** These documents are stored otherwise than they were written, and are left out wherever they are read. */
  | { readonly kind: 'altered'; readonly documents: readonly PlacedName[] };

const CHECK_MS = 1_000;

/**
 * Opens the database and brings its schema up to date.
 * @param databaseUrl `file:` and the path of an SQLite file, made with its folder where it is missing; or
 * `postgres://…`, for several processes or machines.
 * @param clock What time it is, for everything that is kept with a time or for a time.
 * @param onEvent Told what the host should know.
 * @param secret What only this bot knows, on all of its machines: see {@link voterKey}.
 * @throws {TypeError} for a URL of another kind.
 * @throws {DatabaseTooNew} where a later release wrote it; the database is left as it is.
 * @throws the driver's error where the database cannot be opened, and the system's where its folder cannot be made.
 */
export async function openStore(
  databaseUrl: string,
  clock = () => new Date(),
  secret?: string,
  onEvent: (event: DatabaseEvent) => void = () => {},
): Promise<Store> {
  const backend = await openBackend(databaseUrl);
  try {
    const session = createSession(backend, clock);
    await migrate(createSession(backend, clock, backend.unhurried));
    const key = await voterKey(backend, secret);
    await keyEarlierThumbs(session, key);
    if (backend.traces.length > 0) onEvent({ kind: 'new-beside-older', traces: backend.traces });
    return await assemble(session, key, onEvent);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

/** Opens a database as it is. Loads no driver but the one it needs. */
export async function openBackend(databaseUrl: string): Promise<Backend> {
  if (databaseUrl.startsWith('file:')) return (await import('./sqlite.js')).openSqlite(databaseUrl);
  if (/^postgres(ql)?:/.test(databaseUrl)) return (await import('./postgres.js')).openPostgres(databaseUrl);
  throw new TypeError('A database URL begins with file: or postgres:');
}

async function assemble(
  session: Session,
  key: VoterKey,
  onEvent: (event: DatabaseEvent) => void,
): Promise<Store> {
  const watch = await createWatch(session);
  const drafts = draftStore(session);
  const takedowns = takedownStore(session);
  const upkeep = upkeepStore(session);
  const guilds = guildStore(session);
  const stopChecking = checkFile(session, onEvent);
  /** What publishes here is told here as soon as it is done, without waiting for the database to say so. */
  const thenLook = async <T>(done: Promise<T>): Promise<T> => {
    const result = await done;
    await watch.look();
    // It is published whether or not this can be done now; the next time it is done with what comes then.
    await session.backend.checkpoint().catch(() => {});
    return result;
  };
  return {
    ...revisionStore(session),
    ...documentStore(session, (documents) => onEvent({ kind: 'altered', documents })),
    ...drafts,
    ...letGoStore(session),
    ...takedowns,
    ...questionStore(session, key),
    ...reportStore(session, key),
    ...memberStore(session, key),
    ...guilds,
    ...auditStore(session),
    ...leaseStore(session),
    ...upkeep,
    publish: (id, by, report) => thenLook(drafts.publish(id, by, report)),
    takedown: (request) => thenLook(takedowns.takedown(request)),
    purge: () => thenLook(upkeep.purge()),
    async saveSettings(guild, settings, before) {
      const saved = await guilds.saveSettings(guild, settings, before);
      watch.tellOfSettings();
      return saved;
    },
    watch: watch.watch,
    watchSettings: watch.watchSettings,
    async close() {
      stopChecking();
      watch.end();
      await session.backend.close();
    },
  };
}

/** Looks whether the file of the database is still there: nobody may be writing to it for days. */
function checkFile({ backend }: Session, onEvent: (event: DatabaseEvent) => void): () => void {
  let isTold = false;
  return every(CHECK_MS, async () => {
    const isReplaced = backend.fault() !== undefined;
    if (isReplaced && !isTold) onEvent({ kind: 'replaced' });
    isTold = isReplaced;
  });
}
