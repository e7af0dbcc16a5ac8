import type { Logger } from 'pino';
import type { Citation, Excerpt } from '../answer/excerpt.js';
import type { Differing } from '../answer/selection.js';
import type { Copy } from '../copy/copy.js';
import type { Source } from '../documents/document.js';
import type { Snapshot } from '../index/snapshot.js';
import { clip } from './limits.js';
import type { Quotation, ReplyBlock, Run } from './reply.js';

const MAX_SOURCES = 3;
const MAX_COPIES = 2;
const MAX_NAME_LENGTH = 100;

/**
 * Excerpts one below the other, with lines between. Those that say otherwise of the same thing stand under words that say
 * so, each with its date.
 */
export function quotationBlocks(
  snapshot: Snapshot,
  excerpts: readonly Excerpt[],
  copy: Copy,
  log: Logger,
): ReplyBlock[] {
  const blocks: ReplyBlock[] = [];
  let before: Excerpt | undefined;
  for (const excerpt of excerpts) {
    const quotation = quotationOf(snapshot, excerpt, copy, log);
    if (!quotation) continue;
    if (before) blocks.push({ kind: 'divider' });
    const { differing } = excerpt;
    if (differing && !before?.differing)
      blocks.push({ kind: 'text', line: [{ bold: copy.citation.differing[differing.kind] }] });
    if (differing) blocks.push({ kind: 'small', line: dateLine(differing, copy) });
    blocks.push(quotation);
    before = excerpt;
  }
  return blocks;
}

function dateLine({ date }: Differing, copy: Copy): string {
  return date === undefined ? copy.citation.undated : copy.citation.date(date);
}

/**
 * An excerpt as it is shown. The promise that a quotation is literal is kept here, on the way out: an excerpt
 * that is not what its document says is not shown, and the log has it as an error.
 */
export function quotationOf(
  snapshot: Snapshot,
  excerpt: Excerpt,
  copy: Copy,
  log: Logger,
): Quotation | undefined {
  const { passage, start, end, text, lead, highlights, cut, more, citation } = excerpt;
  const source = snapshot.passages[passage]?.document.text;
  const slices = [excerpt, ...(lead ? [lead] : [])];
  if (slices.some((slice) => source?.slice(slice.start, slice.end) !== slice.text)) {
    const { document, paragraph } = citation;
    log.error({ document, paragraph, passage, start, end }, 'an excerpt is not what its document says');
    return undefined;
  }
  return {
    kind: 'quotation',
    ...(lead && { lead: lead.text }),
    text,
    highlights,
    cut,
    ...(more > 0 && { more: copy.citation.moreItems(more) }),
    citation: citationLine(citation, copy),
  };
}

/** Document › section, paragraph · publisher, date, link · … */
function citationLine(
  { title, headings, paragraph, page, asOf, sources, alsoIn }: Citation,
  copy: Copy,
): Run[] {
  const place = [title, ...headings].map(clipName).join(' › ');
  const position = [
    page === undefined ? [] : copy.citation.page(page),
    copy.citation.paragraph(paragraph),
  ].flat();
  const shown = sources.slice(0, MAX_SOURCES).map((source) => sourceRuns(source, copy));
  const isSaid = sources.some((source) => source.asOf !== undefined);
  const rest = sources.length - MAX_SOURCES;
  return [
    { bold: place },
    `, ${[...position, ...(asOf === undefined || isSaid ? [] : [copy.citation.asOf(asOf)])].join(', ')}`,
    ...(shown.length === 0 ? [` · ${copy.citation.noSource}`] : shown.flatMap((runs) => [' · ', ...runs])),
    ...(rest > 0 ? [` ${copy.citation.more(rest)}`] : []),
    ...(alsoIn.length > 0
      ? [` · ${copy.citation.alsoIn(alsoIn.slice(0, MAX_COPIES).map(clipName), alsoIn.length)}`]
      : []),
  ];
}

/** Who said it and when, with links to it and, of a document, how far it goes; never empty. */
export function sourceRuns(source: Source, copy: Copy): Run[] {
  const { url, archiveUrl, published, asOf } = source;
  const who = source.publisher ?? source.author ?? source.title;
  const known = [who && clipName(who), published && copy.citation.date(published)].filter(Boolean).join(', ');
  const links: Run[][] = [
    ...(url ? [[{ link: url, label: copy.citation.source }]] : []),
    ...(archiveUrl ? [[{ link: archiveUrl, label: copy.citation.archived }]] : []),
  ];
  const origin: Run[][] = [...(known ? [[known]] : []), ...links];
  const parts = [
    ...(origin.length > 0 ? origin : [[copy.citation.noSource]]),
    ...(asOf ? [[copy.citation.asOf(asOf)]] : []),
  ];
  return parts.flatMap((part, at) => (at === 0 ? part : [', ', ...part]));
}

/** A name as it is shown among other words. */
export function clipName(name: string): string {
  return clip(name, MAX_NAME_LENGTH);
}
