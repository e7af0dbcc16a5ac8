import type { Citation } from '../answer/excerpt.js';
import type { Copy } from '../copy/copy.js';
import type { Source } from '../documents/document.js';
import type { Services } from './command.js';
import { clip } from './limits.js';
import type { Run } from './reply.js';

const MAX_SOURCES = 2;
const MAX_NAME_LENGTH = 100;
/** Of each name in the line below a quotation: publishers stand there two at a time. */
const MAX_SHORT_NAME = { publisher: 44, place: 60 };
/** Characters of the addresses in such a line, so that there is room for the rest of it; an address without any is long. */
const MAX_ADDRESSES = 700;
const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS_IN_MONTH = 30.44;

/** Publisher, which is the link · date · … · document › section · how old that is, where it is old. */
export function citationLine(
  citation: Citation,
  copy: Copy,
  { now, oldAfterDays }: Pick<Services, 'now' | 'oldAfterDays'>,
): Run[] {
  const { title, headings, page, sources } = citation;
  const shown = checkable(sources).slice(0, MAX_SOURCES);
  const rest = sources.length - shown.length;
  const age = monthsOld(citation, now(), oldAfterDays);
  const section = headings.at(-1);
  const place = [title, section ?? '']
    .filter((name) => name !== '')
    .map((name) => shortName(name, MAX_SHORT_NAME.place));
  const parts: Run[][] = [
    ...(shown.length === 0 ? [[copy.citation.noSource]] : linked(shown, copy)),
    ...(rest > 0 ? [[copy.citation.more(rest)]] : []),
    ...(place.length === 0 ? [] : [[place.join(' › ')]]),
    ...(page === undefined ? [] : [[copy.citation.page(page)]]),
    ...(age === undefined ? [] : [[copy.citation.old(age)]]),
  ];
  return joined(parts, ' · ');
}

/** Those that can be looked up with a click come first. */
function checkable(sources: readonly Source[]): Source[] {
  const [withLink, others] = [sources.filter(addressOf), sources.filter((source) => !addressOf(source))];
  return [...withLink, ...others];
}

function addressOf({ url, archiveUrl }: Source): string | undefined {
  return url ?? archiveUrl;
}

function linked(sources: readonly Source[], copy: Copy): Run[][] {
  let room = MAX_ADDRESSES;
  return sources.flatMap((source) => {
    const { published } = source;
    const address = addressOf(source);
    const name = shortName(nameOf(source) ?? copy.citation.noSource, MAX_SHORT_NAME.publisher);
    const isLinked = address !== undefined && address.length <= room;
    if (isLinked) room -= address.length;
    return [
      [isLinked ? { link: address, label: name } : name],
      ...(published === undefined ? [] : [[copy.citation.shortDate(published)]]),
    ];
  });
}

/** Document, sections, page and paragraph: where to look it up. */
export function placeRuns({ title, headings, paragraph, page }: Citation, copy: Copy): Run[] {
  const position = [
    ...(page === undefined ? [] : [copy.citation.page(page)]),
    copy.citation.paragraph(paragraph),
  ];
  return [{ bold: [title, ...headings].map(clipName).join(' › ') }, `, ${position.join(', ')}`];
}

/** Who said it, which is the link, and when and, of a document, how far it goes; never empty. */
export function sourceRuns(source: Source, copy: Copy): Run[] {
  const { url, archiveUrl, published, asOf } = source;
  const name = nameOf(source);
  const label = clipName(name ?? copy.citation.noSource);
  return joined(
    [
      [url === undefined ? label : { link: url, label }],
      ...(published === undefined ? [] : [[copy.citation.date(published)]]),
      ...(archiveUrl === undefined ? [] : [[{ link: archiveUrl, label: copy.citation.archived }]]),
      ...(asOf === undefined ? [] : [[copy.citation.asOf(asOf)]]),
    ],
    ', ',
  );
}

/** Publisher, author or title, or else the site. */
function nameOf({ publisher, author, title, url, archiveUrl }: Source): string | undefined {
  return publisher ?? author ?? title ?? siteOf(url) ?? siteOf(archiveUrl);
}

function siteOf(url = ''): string | undefined {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : undefined;
}

function joined(parts: readonly Run[][], separator: string): Run[] {
  return parts.flatMap((part, at) => (at === 0 ? part : [separator, ...part]));
}

/** How many months old a document is, by what it says of itself, where that is old. */
function monthsOld({ asOf, published }: Citation, now: Date, oldAfterDays: number): number | undefined {
  const day = asOf ?? published;
  const days = day === undefined ? 0 : (now.getTime() - lastMomentOf(day)) / DAY_MS;
  return days > oldAfterDays ? Math.max(1, Math.floor(days / DAYS_IN_MONTH)) : undefined;
}

/** Of a year, or a month, its last day. */
function lastMomentOf(day: string): number {
  const [year = 0, month = 12, date] = day.split('-').map(Number);
  return date === undefined ? Date.UTC(year, month, 0) : Date.UTC(year, month - 1, date);
}

/** A name in the line below a quotation, cut between words where it can be. */
function shortName(name: string, most: number): string {
  if (name.length <= most) return name;
  const space = name.lastIndexOf(' ', most - 2);
  return space > most / 2 ? `${name.slice(0, space)} …` : clip(name, most);
}

/** A name as it is shown among other words. */
export function clipName(name: string): string {
  return clip(name, MAX_NAME_LENGTH);
}
