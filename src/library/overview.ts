import { FolderError } from '../documents/folder.js';
import { documentHash } from '../store/documents.js';
import type { Store } from '../store/store.js';
import { createYielder } from '../store/yield.js';
import { type Content, passagesOf } from './content.js';
import { isSameQuestions, refreshedQuestions } from './content-questions.js';
import type { Drafting } from './drafting.js';
import { type ExportParser, exportFiles } from './export.js';
import { withKept } from './kept-documents.js';
import type { Overview, Status } from './library.js';
import type { Live } from './live.js';
import { pastRevision } from './preview.js';
import { originOf, type SourceContent } from './sources.js';

export interface OverviewParts {
  readonly store: Store;
  readonly live: Live;
  readonly drafting: Pick<Drafting, 'underWay'>;
  /** @throws {FolderError} if the folder is not there or cannot be read */
  readonly readFolder: () => Promise<SourceContent>;
  readonly parser: ExportParser;
}

export function createOverview({ store, live, drafting, readFolder, parser }: OverviewParts): Overview {
  return {
    async status(collection) {
      const underWay = drafting.underWay(collection);
      const { content } = await live.of(collection);
      const revision = await store.revision(collection, content.revision);
      return {
        revision: revision && pastRevision(revision),
        documents: content.placed.length,
        passages: passagesOf(content),
        ...(collection === 'shared' && { folder: await folderState(content, readFolder) }),
        underWay,
      };
    },

    async documents(collection) {
      const { content } = await live.of(collection);
      return content.placed.map(({ document, entry }) => ({
        document,
        passages: entry.passages,
        origin: originOf(entry),
      }));
    },

    async altered(collection) {
      return (await live.of(collection)).content.altered ?? [];
    },

    async knownQuestions(collection) {
      return (await live.of(collection)).content.knownQuestions;
    },

    async revisions(collection, limit, before) {
      return (await store.revisions(collection, limit, before)).map(pastRevision);
    },

    history: (collection, limit, before) => store.history(collection, limit, before),
    export: (collection, revision) => exportFiles(store, parser, collection, revision),
  };
}

async function folderState(
  content: Content,
  readFolder: () => Promise<SourceContent>,
): Promise<NonNullable<Status['folder']>> {
  try {
    return (await differs(await readFolder(), content)) ? 'differs' : 'same';
  } catch (error) {
    if (error instanceof FolderError) return 'unreadable';
    throw error;
  }
}

/** Whether publishing what was read would change what is live. */
async function differs(read: SourceContent, live: Content): Promise<boolean> {
  const { documents, glossary, knownQuestions } = withKept(read, live);
  if (documents.length !== live.placed.length) return true;
  if (JSON.stringify(glossary) !== JSON.stringify(live.glossary)) return true;
  const questions = refreshedQuestions(knownQuestions, live.knownQuestions);
  if (!isSameQuestions(questions, live.knownQuestions)) return true;
  const giveWay = createYielder();
  for (const [position, one] of documents.entries()) {
    await giveWay();
    const hash = 'entry' in one ? one.entry.hash : documentHash(one.document);
    if (hash !== live.placed[position]?.entry.hash) return true;
  }
  return false;
}
