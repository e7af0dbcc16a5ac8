import type { Excerpt } from '../answer/excerpt.js';
import { MOST_FOUND } from '../answer/search-passages.js';
import type { Copy } from '../copy/copy.js';
import { clipName } from '../discord/citation-line.js';
import { customId } from '../discord/custom-id.js';
import { onePage, rangesOf, sectionsOn } from '../discord/paging.js';
import { type Quoting, quotationOf } from '../discord/quotation.js';
import type { Reply, ReplyBlock } from '../discord/reply.js';
import type { Document } from '../documents/document.js';
import { sha256 } from '../documents/sha256.js';
import type { DateRange } from '../index/dates/typed-dates.js';
import { phrasesIn } from '../index/details/quotes.js';
import type { Snapshot } from '../index/snapshot.js';

/** What a member searched for, and which page of it is shown. */
export interface Searched {
  readonly query: string;
  readonly document: Document | undefined;
  readonly range: DateRange;
  readonly page: number;
}

const PER_PAGE = 5;

/** What was found, a page of it. Its buttons carry the filters and the page; the query stands in the message. */
export function searchReply(
  searched: Searched,
  excerpts: readonly Excerpt[],
  snapshot: Snapshot,
  copy: Copy,
  quoting: Quoting,
): Reply {
  const opening = openingOf(searched, copy);
  const sections = excerpts.flatMap((excerpt): ReplyBlock[][] => {
    const quotation = quotationOf(snapshot, excerpt, copy, quoting);
    return quotation ? [[quotation]] : [];
  });
  if (sections.length === 0) return { tone: 'neutral', blocks: [...opening, ...nothing(searched, copy)] };
  const { length: count } = sections;
  const line = (first: number, last: number): ReplyBlock[] => [
    { kind: 'small', line: copy.search.results(first, last, count) },
    { kind: 'divider' },
  ];
  const ranges = rangesOf(sections, [...opening, ...line(count, count), ...tooMany(count, copy)], PER_PAGE);
  const pages = ranges.map((range) => [
    ...opening,
    ...line(range.start + 1, range.end),
    ...sectionsOn(range, sections),
    ...(range.end === count ? tooMany(count, copy) : []),
  ]);
  const { blocks, turns } = onePage(pages, searched.page, copy, (page) => pageId(searched, page));
  return { tone: 'answer', blocks, buttons: turns };
}

/** What was searched for, in a line from which it is read again, and where. */
function openingOf({ query, document, range }: Searched, copy: Copy): ReplyBlock[] {
  const filters = copy.search.filtered({ document: document && clipName(document.title), ...range });
  return [
    { kind: 'small', line: [copy.search.searched, { bold: query }] },
    ...(filters === '' ? [] : [{ kind: 'small', line: filters } as const]),
  ];
}

function tooMany(count: number, copy: Copy): ReplyBlock[] {
  return count < MOST_FOUND ? [] : [{ kind: 'small', line: copy.search.most(count) }];
}

/** That nothing was found, and what may find more. */
function nothing({ query, document, range }: Searched, copy: Copy): ReplyBlock[] {
  const isFiltered = document !== undefined || range.since !== undefined || range.until !== undefined;
  const next = [
    ...(phrasesIn(query).length > 0 ? [copy.search.withoutQuotes] : []),
    ...(isFiltered ? [copy.search.withoutFilters] : []),
    copy.search.otherWords,
  ];
  return [
    { kind: 'text', line: [{ bold: copy.search.none }] },
    { kind: 'list', items: next.map((line) => ({ line })) },
  ];
}

function pageId({ document, range: { since = '', until = '' } }: Searched, page: number): string {
  return customId('search', 'page', page, document ? keyOf(document) : '', since, until);
}

/** Stands for a document in custom ids, where its id may be too long. */
export function keyOf({ id }: Document): string {
  return sha256(id).slice(0, 12);
}

/** The document that {@link keyOf} stands for. */
export function documentOfKey(documents: readonly Document[], key: string): Document | undefined {
  return documents.find((document) => keyOf(document) === key);
}
