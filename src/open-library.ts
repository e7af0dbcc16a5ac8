import { type Config, SetupError } from './config.js';
import { start as words } from './copy/host.js';
import { messageOf } from './documents/errors.js';
import { FolderError } from './documents/folder.js';
import { extendSnapshot, type Snapshot } from './index/snapshot.js';
import { openEmbedder } from './library/embedders.js';
import { readJudgedQuestions, readSources } from './library/knowledge-folder.js';
import type { Leases, Library } from './library/library.js';
import { ModelError } from './library/model-embedder.js';
import { type LibraryEvent, openLibrary } from './library/open.js';
import { openPageReader } from './library/pages.js';
import { savedSnapshots } from './library/saved-snapshots.js';
import { createTurns } from './library/turns.js';
import { tidyCache } from './parsing/cache-upkeep.js';
import { cachedParser } from './parsing/cached-parser.js';
import type { Parser } from './parsing/parser.js';
import type { Parsers } from './parsing/parsers.js';
import { DatabaseFault } from './store/database-fault.js';
import { DatabaseTooNew } from './store/migrations.js';
import { openStore } from './store/open.js';
import { guildOf, type Store } from './store/store.js';
import { StoredDataError } from './store/stored.js';
import { userAgent } from './user-agent.js';

export interface HostLibraryOptions {
  readonly config: Pick<
    Config,
    'databaseUrl' | 'discordToken' | 'knowledgeDir' | 'semantic' | 'embeddingModel' | 'serverLimits'
  >;
  readonly cacheDir: string;
  /** What documents are read with; they are not closed with the library. */
  readonly parsers: Parsers;
  readonly onEvent: (event: LibraryEvent) => void;
  /** What is worked with in place of the store, as whoever times it. */
  readonly observeStore?: (store: Store) => Store;
}

export interface HostLibrary extends Library {
  /**
   * Reads known questions before somebody asks what is near them, from now on. Until it is called, what is waited for
   * has the processor to itself.
   * @param idle Resolves while nobody waits for an answer.
   */
  readAhead(idle: () => Promise<void>): void;
  /** Resolves when the database has answered. */
  pingDatabase(): Promise<void>;
  /** What processes on the same database agree by. */
  readonly leases: Leases;
}

/**
 * The library of this host, with its database, which `close` closes too.
 *
 * @throws {SetupError} if the database or, at the first start, the folder cannot be used
 */
export async function openHostLibrary({
  config,
  cacheDir,
  parsers,
  onEvent,
  observeStore = (store) => store,
}: HostLibraryOptions): Promise<HostLibrary> {
  const { databaseUrl, knowledgeDir, semantic, embeddingModel, serverLimits } = config;
  const loading = openEmbedder({ semantic, modelDir: embeddingModel, cacheDir });
  // What went wrong is told where it is waited for.
  loading.catch(() => {});
  const parser = cachedParser(parsers.ofHost(), cacheDir);
  const store = observeStore(await openDatabase(databaseUrl, config.discordToken, onEvent));
  const closed = new AbortController();
  const turns = createTurns();
  const saved = savedSnapshots(cacheDir);
  let readAhead: HostLibrary['readAhead'] = () => {};
  const mayReadAhead = new Promise<() => Promise<void>>((resolve) => {
    readAhead = resolve;
  });
  /** Turns of work that nobody waits for: none while somebody does. */
  const inIdleTurns = (idle: () => Promise<void>) => {
    const giveWay = turns.begin('ahead', closed.signal);
    return () => idle().then(giveWay);
  };
  /**
   * A model takes its time, and until it is done questions are ranked by what there is. Known questions are read ahead, so
   * that no question waits for those that are near it.
   */
  const completed = <T extends Snapshot>(snapshot: T): T => {
    const ahead = mayReadAhead.then((idle) => snapshot.known.complete(inIdleTurns(idle)));
    void Promise.all([snapshot.meaning?.complete(), ahead]).catch((error) => {
      if (!closed.signal.aborted) onEvent({ kind: 'failed', work: 'embed', error });
    });
    return snapshot;
  };
  /** What was read for what is live is kept for the next start, when the bot is connected and nobody waits. */
  const keepLive = (library: Library): Promise<void> =>
    mayReadAhead
      .then(async (idle) => {
        await idle();
        await saved.keep(await library.current(null), inIdleTurns(idle));
      })
      // It ends with the library, or with a model that failed, which is told where it is waited for.
      .catch(() => {});
  try {
    const library: Library = await openLibrary({
      store,
      readFolder: () => readSources(knowledgeDir, parser),
      openPageReader: (collection) =>
        openPageReader(userAgent(), parsers.ofServer(guildOf(collection) ?? collection)),
      parser: parsers.ofHost(),
      buildSnapshot: async (name, content, giveWay) =>
        completed(await saved.build(name, content, await loading, giveWay)),
      extendSnapshot: async (...asked) => completed(await extendSnapshot(...asked)),
      judgedQuestions: () => judgedQuestions(knowledgeDir, parser),
      turns,
      tidyCache: async (withdrawn) => {
        await tidyCache(cacheDir, { withdrawn, now: new Date() });
        await saved.removeWithdrawn(withdrawn);
      },
      limits: serverLimits,
      onEvent(event) {
        onEvent(event);
        if (event.kind === 'live' && event.collection === 'shared') void keepLive(library);
      },
    });
    void keepLive(library);
    return {
      ...library,
      readAhead,
      pingDatabase: async () => void (await store.liveRevision('shared')),
      leases: store,
      async close() {
        closed.abort();
        await saved.written();
        await library.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    if (error instanceof ModelError) throw new SetupError(words.model[error.reason](error.modelDir));
    if (error instanceof DatabaseFault || error instanceof StoredDataError)
      throw new SetupError(words.database.damaged(error.message));
    if (error instanceof FolderError) throw new SetupError(words.folder[error.reason](error.dir));
    throw error;
  }
}

async function openDatabase(
  url: string,
  secret: string | undefined,
  onEvent: HostLibraryOptions['onEvent'],
): Promise<Store> {
  try {
    return await openStore(url, undefined, secret, (event) => onEvent({ kind: 'database', event }));
  } catch (error) {
    if (error instanceof DatabaseTooNew) {
      throw new SetupError(words.database.tooNew(error.found, error.known));
    }
    throw new SetupError(words.database.cannotOpen(messageOf(error)));
  }
}

/** For previews. Mistakes in the file are reported by the check. */
async function judgedQuestions(knowledgeDir: string, parser: Parser): Promise<readonly string[]> {
  const { questions } = await readJudgedQuestions(knowledgeDir, parser);
  return questions.map(({ question }) => question);
}
