import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import type { KnownQuestion } from '../../src/documents/known-questions.js';
import { heldFile } from '../../src/documents/original-file.js';
import { buildSnapshot, type Snapshot } from '../../src/index/snapshot.js';
import { readSources } from '../../src/library/knowledge-folder.js';
import type { Library, Proposal } from '../../src/library/library.js';
import { type LibraryEvent, type LibraryParts, openLibrary } from '../../src/library/open.js';
import { openPageReader } from '../../src/library/pages.js';
import type { SourcedDocument } from '../../src/library/sources.js';
import { openStore } from '../../src/store/open.js';
import type { Store } from '../../src/store/store.js';
import { type FreshDatabase, freshSqlite } from './databases.js';
import { documentOf } from './documents-reading.js';
import { parserHere } from './parser-here.js';

/** The known questions that a snapshot is asked with. */
export function knownIn({ known }: Snapshot): KnownQuestion[] {
  return known.questions.map((question) => question.known);
}

/** A knowledge folder and a database, and the libraries that processes have opened on them. */
export interface Bench {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly events: readonly LibraryEvent[];
  write(path: string, text: string | Uint8Array): Promise<void>;
  remove(path: string): Promise<void>;
  /** Removes all files of the folder. */
  empty(): Promise<void>;
  /** Takes the folder away. */
  rename(): Promise<void>;
  /** One more process on the same database. */
  open(parts?: Partial<LibraryParts>): Promise<Library>;
  now: Date;
  end(): Promise<void>;
}

/** @param wrap What stands between the library and its store. */
export async function setUp(
  fresh: () => Promise<FreshDatabase> = freshSqlite,
  wrap: (store: Store) => Store = (store) => store,
): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'knowledge-'));
  const database = await fresh();
  const events: LibraryEvent[] = [];
  const closing: (() => Promise<void>)[] = [];
  const bench: Bench = {
    folder,
    databaseUrl: database.url,
    events,
    now: new Date('2026-03-01T12:00:00.000Z'),
    async write(path, text) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    },
    remove: (path) => rm(join(folder, path)),
    async empty() {
      await rm(folder, { recursive: true });
      await mkdir(folder);
    },
    rename: () => rename(folder, `${folder}-away`),
    async open(parts = {}) {
      const clock = () => bench.now;
      const store = wrap(await openStore(database.url, clock));
      const library = await openLibrary({
        store,
        readFolder: () => readSources(folder, parserHere),
        openPageReader: () => openPageReader('test', parserHere),
        parser: parserHere,
        buildSnapshot: (name, { documents, glossary, knownQuestions }, giveWay) =>
          buildSnapshot(name, documents, glossary, { knownQuestions, giveWay }),
        clock,
        limits: { documents: 100, bytes: 1_000_000, passages: 1_000, storage: 100_000_000 },
        judgedQuestions: async () => [],
        onEvent: (event) => events.push(event),
        ...parts,
      });
      closing.push(async () => {
        await library.close();
        await store.close();
      });
      return library;
    },
    async end() {
      for (const close of closing) await close();
      await database.drop();
      for (const place of [folder, `${folder}-away`]) await rm(place, { recursive: true, force: true });
    },
  };
  return bench;
}

/** The first excerpt that members of a server get; `undefined` where the documents do not surely answer. */
export async function firstExcerpt(
  library: Library,
  guildId: string | null,
  question: string,
): Promise<string | undefined> {
  const answer = await answerQuestion(await library.current(guildId), question);
  return answer.verdict === 'answered' ? answer.excerpts[0]?.text : undefined;
}

/** The draft of a proposal, which must be one. */
export function drafted(proposal: Proposal): Extract<Proposal, { kind: 'draft' }> {
  if (proposal.kind !== 'draft') expect.fail(`A draft was expected, not ${JSON.stringify(proposal)}`);
  return proposal;
}

/** A Markdown file as a moderator attaches it. */
export function attachment(path: string, text: string): SourcedDocument {
  const original = heldFile({ path, bytes: Buffer.from(text) });
  return { document: documentOf(path, text), original, origin: { kind: 'file', name: path } };
}
