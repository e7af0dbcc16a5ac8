import pMap from 'p-map';
import { type Document, describedAs } from '../documents/document.js';
import { selfContained } from '../documents/formats/self-contained.js';
import { heldFile } from '../documents/original-file.js';
import type { Problem } from '../documents/problem.js';
import { sourceOf } from '../documents/source-fields.js';
import type { Parser } from '../parsing/parser.js';
import type { Fetcher, Page } from '../sources/fetcher.js';
import { documentFromPage, fileOfPage } from '../sources/page-document.js';
import type { Content, PlacedDocument } from './content.js';
import { keptProblem } from './kept-documents.js';
import { type DocumentOrigin, originOf, type SourcedDocument } from './sources.js';

/** What pages are fetched and read with during one refresh. */
export interface PageReader extends Fetcher, Pick<Parser, 'document'> {}

/** Imports the fetcher here, as most processes never fetch a page. */
export async function openPageReader(userAgent: string, parser: Parser): Promise<PageReader> {
  const { createFetcher } = await import('../sources/fetcher.js');
  return { ...createFetcher({ userAgent, readRobots: parser.robots }), document: parser.document };
}

/** Pages that are fetched at the same time. */
const MAX_OPEN_PAGES = 4;

type PageOrigin = Extract<DocumentOrigin, { kind: 'url' }>;

/** A document after its page was fetched again, changed or not; none where it is left out. */
interface Refetched {
  readonly document?: PlacedDocument | SourcedDocument;
  readonly problems: readonly Problem[];
}

interface RefetchOptions {
  /** The day, `YYYY-MM-DD`. */
  readonly retrieved: string;
  /** Whether a document whose page is gone, cannot be reached or has no text any more is left out. */
  readonly leavesOut: boolean;
}

/**
 * The documents of a collection, those from the web fetched again. One whose page is gone, cannot be reached or has
 * no text any more keeps its last text, with a problem that says so.
 *
 * @throws the signal's reason, when it is aborted.
 */
export async function refetchPages(
  { placed, revision }: Content,
  openReader: () => Promise<PageReader>,
  { retrieved, leavesOut }: RefetchOptions,
  signal: AbortSignal,
): Promise<{ documents: (PlacedDocument | SourcedDocument)[]; problems: Problem[] }> {
  if (!placed.some(({ entry }) => originOf(entry).kind === 'url'))
    return { documents: [...placed], problems: [] };
  const reader = await openReader();
  const refetchOne = async (one: PlacedDocument): Promise<Refetched> => {
    const origin = originOf(one.entry);
    if (origin.kind !== 'url') return kept(one);
    const refetched = await refetch(one, origin, reader, retrieved, signal);
    if (refetched.document) return refetched;
    return leavesOut
      ? refetched
      : kept(
          one,
          refetched.problems.map((problem) => keptProblem(problem, revision)),
        );
  };
  const results = await pMap(placed, refetchOne, { concurrency: MAX_OPEN_PAGES });
  return {
    documents: results.flatMap(({ document }) => document ?? []),
    problems: results.flatMap(({ problems }) => problems),
  };
}

/** Without a document where there is nothing to read any more. */
async function refetch(
  known: PlacedDocument,
  origin: PageOrigin,
  reader: PageReader,
  retrieved: string,
  signal: AbortSignal,
): Promise<Refetched> {
  const fetched = await reader.fetchPage(origin.url, { signal, previous: origin });
  if (fetched.kind === 'not-modified') return kept(known);
  if (fetched.kind !== 'fetched') return { problems: [fetched.problem] };
  const { page } = fetched;
  const { document: read, problems } = await reader.document(fileOfPage(page));
  if (!read) return { problems };
  const found = documentFromPage(read, page, known.entry.id, retrieved);
  // What surrounds the text of a page changes with every visit; a revision is about the text.
  if (found.text === known.document.text) return kept(known);
  const original = heldFile(selfContained({ ...page, path: known.entry.id }));
  const document = withCorrections(found, known.document, retrieved);
  return { document: { document, original, origin: originAt(origin.url, page) }, problems };
}

function kept(document: PlacedDocument, problems: readonly Problem[] = []): Refetched {
  return { document, problems };
}

/** Title and source stay as they are: a moderator may have corrected them. */
function withCorrections(found: Document, known: Document, retrieved: string): Document {
  return describedAs(found, { title: known.title, source: sourceOf({ ...known.source, retrieved }) });
}

function originAt(url: string, { etag, lastModified }: Page): PageOrigin {
  return {
    kind: 'url',
    url,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
}
