import type { Copy } from '../copy/copy.js';
import { clipName, sourceRuns } from '../discord/citation-line.js';
import { customId } from '../discord/custom-id.js';
import { LIMITS } from '../discord/limits.js';
import { onePage, rangesOf, sectionsOn } from '../discord/paging.js';
import type { Item, Reply, ReplyBlock, Run } from '../discord/reply.js';
import type { Document, Source } from '../documents/document.js';
import { type Outlet, outletsOf } from '../documents/outlets.js';
import { keyOf } from './search-reply.js';

const PER_PAGE = 10;
/** Outlets that the list names of a document, and the lines of a document's page that stay together. */
const MOST_OUTLETS = 3;
const LINES_TOGETHER = 8;
/** Links that are shown of one outlet. */
const MOST_LINKS = 4;

/** One page of the documents; a page that is no longer there shows the last one. */
export function documentList(documents: readonly Document[], wanted: number, copy: Copy): Reply {
  if (documents.length === 0) return { tone: 'neutral', blocks: [{ kind: 'text', line: copy.sources.none }] };
  const heading: ReplyBlock = { kind: 'heading', text: copy.sources.title(documents.length) };
  const lists = inParts(documents, PER_PAGE);
  const page = Math.min(wanted, lists.length - 1);
  // Only what is shown is counted.
  const pages = lists.map((some, at): ReplyBlock[] => [
    heading,
    ...(at === page ? [{ kind: 'list', items: some.flatMap((one) => linesOf(one, copy)) } as const] : []),
  ]);
  const { blocks, turns } = onePage(pages, page, copy, (to) => customId('sources', 'page', to));
  return { tone: 'neutral', blocks, buttons: turns };
}

/** A document with its own source, and the outlets that it rests on most. */
function linesOf(document: Document, copy: Copy): Item[] {
  const { title, source } = document;
  const outlets = outletsOf(document);
  const names = outlets.slice(0, MOST_OUTLETS).map(({ name }) => clipName(name) || copy.citation.noSource);
  return [
    { line: [{ bold: clipName(title) }, ...(source ? [' · ', ...sourceRuns(source, copy)] : [])] },
    ...(names.length > 0 ? [{ line: copy.sources.outlets(names, outlets.length), depth: 1 }] : []),
  ];
}

/** Title, source, the headings with how much stands below each, and the outlets behind the sentences. */
export function documentPage(document: Document, wanted: number, copy: Copy): Reply {
  const { title, source } = document;
  const heading: ReplyBlock[] = [
    { kind: 'heading', text: title },
    ...(source ? [{ kind: 'text', line: sourceRuns(source, copy) } as const] : []),
  ];
  const listed = (name: string, items: readonly Item[]) =>
    inParts(items, LINES_TOGETHER).map((some, at): ReplyBlock[] => [
      ...(at === 0 ? [{ kind: 'text', line: [{ bold: name }] } as const] : []),
      { kind: 'list', items: some },
    ]);
  const outlets = outletsOf(document).map((outlet) => outletLine(outlet, copy));
  const sections = [
    ...listed(copy.sources.sections, outline(document, copy)),
    ...listed(copy.sources.behind, outlets),
  ];
  const pages = rangesOf(sections, heading).map((range) => [...heading, ...sectionsOn(range, sections)]);
  const key = keyOf(document);
  const { blocks, turns } = onePage(pages, wanted, copy, (page) =>
    customId('sources', 'document', page, key),
  );
  const search = { label: copy.sources.searchIn, customId: customId('sources', 'search', key) };
  return { tone: 'neutral', blocks, buttons: [...turns, search] };
}

function outline({ paragraphs }: Document, copy: Copy): Item[] {
  const sections = new Map<string, { headings: readonly string[]; paragraphs: number }>();
  for (const { headings } of paragraphs) {
    const key = JSON.stringify(headings);
    sections.set(key, { headings, paragraphs: (sections.get(key)?.paragraphs ?? 0) + 1 });
  }
  return [...sections.values()].map(({ headings, paragraphs: count }) => ({
    line: [
      { bold: clipName(headings.at(-1) ?? copy.sources.beforeHeadings) },
      ` · ${copy.sources.paragraphs(count)}`,
    ],
    depth: Math.max(0, headings.length - 1),
  }));
}

/** An outlet, how many sentences rest on it, and links with their days. */
function outletLine({ name, sentences, sources }: Outlet, copy: Copy): Item {
  const links = sources.slice(0, MOST_LINKS).map((source) => linkOf(source, copy));
  const rest = sources.length - links.length;
  return {
    line: [
      { bold: clipName(name) || copy.citation.noSource },
      ` · ${copy.sources.sentences(sentences)}`,
      ...links.flatMap((link): Run[] => [' · ', link]),
      ...(rest > 0 ? [` ${copy.sources.moreLinks(rest)}`] : []),
    ],
  };
}

/** A source by its day, with a link to it. */
function linkOf({ published, url, archiveUrl }: Source, copy: Copy): Run {
  const label = published === undefined ? copy.citation.undated : copy.citation.date(published);
  const link = url ?? archiveUrl;
  return link === undefined ? label : { link, label };
}

/** Asks which document is meant. */
export function whichDocument(likely: readonly Document[], copy: Copy): Reply {
  const options = likely.slice(0, LIMITS.options).map((document) => ({
    label: document.title,
    description: document.id,
    value: keyOf(document),
  }));
  const select = { customId: customId('sources', 'which'), placeholder: copy.sources.choose, options };
  return {
    tone: 'neutral',
    isAside: true,
    blocks: [
      { kind: 'text', line: copy.sources.which },
      { kind: 'select', ...select },
    ],
  };
}

function inParts<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
