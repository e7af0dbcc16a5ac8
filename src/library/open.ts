import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Problem } from '../documents/problem.js';
import { extendSnapshot } from '../index/snapshot.js';
import type { DatabaseEvent } from '../store/open.js';
import { type CollectionName, collectionOf, type Store, type Withdrawal } from '../store/store.js';
import { createDrafting, type Drafting } from './drafting.js';
import type { ExportParser } from './export.js';
import { type Library, type Limits, StillPreparing } from './library.js';
import { type Live, openLive } from './live.js';
import { createModeration } from './moderation.js';
import { createNotes } from './notes.js';
import { createOverview } from './overview.js';
import type { PageReader } from './pages.js';
import { createPast } from './past.js';
import { reportOf } from './preview.js';
import { createQuestionLog } from './question-log.js';
import { createReports } from './reports.js';
import { createScheduledRefresh } from './scheduled-refresh.js';
import type { BuildSnapshot, ExtendSnapshot } from './serving.js';
import type { SourceContent } from './sources.js';
import { createTurns, type Turns } from './turns.js';
import { createUpkeep } from './upkeep.js';
import { before } from './waiting.js';

export interface LibraryParts {
  readonly store: Store;
  /**
   * Reads the sources of the shared collection, now.
   * @throws {FolderError} if the folder is not there or cannot be read.
   */
  readonly readFolder: () => Promise<SourceContent>;
  /** Opens what the web pages of a server are fetched and read with, for one refresh. */
  readonly openPageReader: (collection: CollectionName) => Promise<PageReader>;
  /** Reads again what is exported. */
  readonly parser: ExportParser;
  readonly buildSnapshot: BuildSnapshot;
  /** By default, nothing is done beside it. */
  readonly extendSnapshot?: ExtendSnapshot;
  /** By what long work takes turns, where other work takes turns with that of the library. */
  readonly turns?: Turns;
  /** What the collection of one server may hold. */
  readonly limits: Limits;
  /** Questions that are judged by hand, asked again for every preview. */
  readonly judgedQuestions: () => Promise<readonly string[]>;
  readonly clock?: () => Date;
  /** What ends the preparation of a draft that begins now; by default, ten minutes. */
  readonly deadline?: () => AbortSignal;
  /** What ends a member's wait that begins now for what they are answered from; by default, ten seconds. */
  readonly patience?: () => AbortSignal;
  /** Removes from caches beside the store what has these texts, and what is too old. */
  readonly tidyCache?: (withdrawn: readonly Withdrawal[]) => Promise<void>;
  /** What happens while nobody waits for it, for the log. */
  readonly onEvent: (event: LibraryEvent) => void;
}

export type { DatabaseEvent } from '../store/open.js';

export type LibraryEvent =
  /** Another revision is answered from. */
  | { readonly kind: 'live'; readonly collection: CollectionName; readonly revision: number }
  /** What was left out at the start. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** Tried again later; notes are not, of which the next one is tried. */
  | {
      readonly kind: 'failed';
      readonly work: 'follow' | 'purge' | 'embed' | 'note';
      readonly error: unknown;
    }
  /** What the host should know of the database. */
  | { readonly kind: 'database'; readonly event: DatabaseEvent }
  /** So many questions and the like could not be noted, and now they can be. */
  | { readonly kind: 'notes-lost'; readonly count: number };

const RETRY_MS = 5_000;
/** So long a member waits on a screen that says that the bot is thinking. */
const PATIENCE_MS = 10_000;

/**
 * Opens the library over a store: what was published last or, the very first time, what the folder holds.
 * @throws {FolderError} if nothing was published yet and the folder is not there or cannot be read.
 */
export async function openLibrary(parts: LibraryParts): Promise<Library> {
  const { store, readFolder, onEvent, limits, turns = createTurns(), clock = () => new Date() } = parts;
  const { buildSnapshot: build, extendSnapshot: extend = extendSnapshot } = parts;
  const { patience = () => AbortSignal.timeout(PATIENCE_MS) } = parts;
  const live = await openLive({ store, build, extend, turns });
  const current = async (guildId: string | null) => {
    const served = live.of(collectionOf(guildId));
    // For most it is there, and no clock has to be set.
    return (served instanceof Promise ? await unlessLonger(patience(), served) : served).snapshot;
  };
  const notes = createNotes({
    onFailure: (error) => onEvent({ kind: 'failed', work: 'note', error }),
    onLost: (count) => onEvent({ kind: 'notes-lost', count }),
  });
  const questionLog = createQuestionLog(store, notes, current, clock);
  const upkeep = createUpkeep({
    store,
    limits,
    tidyCache: parts.tidyCache,
    onFailure: (error) => onEvent({ kind: 'failed', work: 'purge', error }),
  });
  const drafting = createDrafting({
    store,
    live,
    turns,
    limits,
    upkeep,
    judgedQuestions: parts.judgedQuestions,
    questionLog,
    now: clock,
    deadline: parts.deadline,
  });
  if ((await store.liveRevision('shared')) === 0)
    await publishFirst(store, live, drafting, readFolder, onEvent);

  const follower = createFollower(live, onEvent);
  const stopWatching = store.watch(({ collection }) => follower.follow(collection));
  const stopPurging = upkeep.startPurging();

  const moderation = createModeration({
    store,
    drafting,
    upkeep,
    questionLog,
    sources: { readFolder, openPageReader: parts.openPageReader, now: clock },
    untilFollowed: follower.untilFollowed,
  });
  return {
    current,
    past: createPast(store),
    ...createOverview({ store, live, drafting, readFolder, parser: parts.parser }),
    ...moderation,
    ...questionLog,
    ...createReports(store),
    ...createScheduledRefresh({ store, moderation, now: clock, holder: randomUUID() }),
    guilds: () => store.guilds(),
    guildLeft: (guildId) => store.guildLeft(guildId),
    guildUsed: (guildId) => notes.add(() => store.guildUsed(guildId)),
    guildJoined: (guildId) => store.guildJoined(guildId),
    notesWaiting: () => notes.waiting,
    async close() {
      stopWatching();
      stopPurging();
      follower.close();
      await notes.close();
    },
  };
}

/** @throws {StillPreparing} where the work takes longer than somebody waits */
async function unlessLonger<T>(patience: AbortSignal, work: Promise<T>): Promise<T> {
  try {
    return await before(patience, work);
  } catch (error) {
    throw patience.aborted && error === patience.reason ? new StillPreparing() : error;
  }
}

/** Publishes the folder as revision 1. Of several processes that start at once one does; the others find it done. */
async function publishFirst(
  store: Store,
  live: Live,
  { prepare }: Drafting,
  readFolder: () => Promise<SourceContent>,
  onEvent: LibraryParts['onEvent'],
): Promise<void> {
  const request = { collection: 'shared', by: 'host' } as const;
  const proposal = await prepare(request, async () => ({
    kind: 'first',
    ...request,
    ...(await readFolder()),
  }));
  if (proposal.kind !== 'draft') return;
  const { id, preview } = proposal;
  for (const problem of preview.problems) onEvent({ kind: 'problem', problem });
  // Nobody has filled the folder yet: the next start tries again.
  if (preview.added.length === 0) return;
  await store.publish(id, request.by, reportOf(preview));
  await live.follow('shared');
}

/** Answers from what the store says was published, here or in another process; tried again where it cannot at once. */
function createFollower(live: Live, onEvent: LibraryParts['onEvent']) {
  const closed = new AbortController();
  const last = new Map<CollectionName, Promise<void>>();

  /** Never rejects. */
  async function attempt(collection: CollectionName): Promise<void> {
    try {
      const revision = await live.follow(collection);
      if (revision !== undefined) onEvent({ kind: 'live', collection, revision });
    } catch (error) {
      if (closed.signal.aborted) return;
      onEvent({ kind: 'failed', work: 'follow', error });
      const later = delay(RETRY_MS, undefined, { ref: false, signal: closed.signal });
      void later.then(() => follow(collection)).catch(() => {});
    }
  }

  function follow(collection: CollectionName): void {
    // The attempts for a collection are worked off in order, so that the last to begin is the last to end.
    const attempted = attempt(collection).then(() => {
      if (last.get(collection) === attempted) last.delete(collection);
    });
    last.set(collection, attempted);
  }

  return {
    follow,
    /** Resolves when the attempts for all that the store has told of a collection so far are over. */
    untilFollowed: async (collection: CollectionName) => last.get(collection),
    close: () => closed.abort(),
  };
}
