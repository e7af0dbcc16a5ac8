import type { Logger } from 'pino';
import type { Citation, Excerpt } from '../answer/excerpt.js';
import { copy } from '../copy/en.js';
import type { Source } from '../documents/document.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Quotation, Run } from './reply.js';

const MAX_SOURCES = 3;
const MAX_NAME_LENGTH = 100;

/**
 * Excerpts as they are shown. The promise that a quotation is literal is kept here, on the way out: an excerpt
 * that is not what its document says is not shown, and the log has it as an error.
 */
export function quotations(snapshot: Snapshot, excerpts: readonly Excerpt[], log: Logger): Quotation[] {
  return excerpts.flatMap((excerpt) => {
    const passage = snapshot.passages[excerpt.passage];
    if (passage?.document.text.slice(excerpt.start, excerpt.end) !== excerpt.text) {
      const { document, paragraph } = excerpt.citation;
      const { passage: id, start, end } = excerpt;
      log.error({ document, paragraph, passage: id, start, end }, 'an excerpt is not what its document says');
      return [];
    }
    const cut = {
      before: !passage.sentences.some(({ start }) => start === excerpt.start),
      after: !passage.sentences.some(({ end }) => end === excerpt.end),
    };
    const { text, highlights, citation } = excerpt;
    return [{ kind: 'quotation', text, highlights, cut, citation: citationLine(citation) }];
  });
}

/** Document › section, paragraph · publisher, date, link · … */
function citationLine({ title, headings, paragraph, page, sources }: Citation): Run[] {
  const place = [title, ...headings].map(clip).join(' › ');
  const position = [
    page === undefined ? [] : copy.citation.page(page),
    copy.citation.paragraph(paragraph),
  ].flat();
  const shown = sources.slice(0, MAX_SOURCES).map(sourceRuns);
  const rest = sources.length - MAX_SOURCES;
  return [
    { bold: place },
    `, ${position.join(', ')}`,
    ...(shown.length === 0 ? [` · ${copy.citation.noSource}`] : shown.flatMap((runs) => [' · ', ...runs])),
    ...(rest > 0 ? [` ${copy.citation.more(rest)}`] : []),
  ];
}

/** Who said it and when, with links to it; never empty. */
export function sourceRuns(source: Source): Run[] {
  const { url, archiveUrl, published } = source;
  const who = source.publisher ?? source.author ?? source.title;
  const known = [who && clip(who), published && copy.citation.date(published)].filter(Boolean).join(', ');
  const links: Run[][] = [
    ...(url ? [[{ link: url, label: copy.citation.source }]] : []),
    ...(archiveUrl ? [[{ link: archiveUrl, label: copy.citation.archived }]] : []),
  ];
  const parts = [...(known ? [[known]] : []), ...links];
  return parts.length === 0
    ? [copy.citation.noSource]
    : parts.flatMap((part, at) => (at === 0 ? part : [', ', ...part]));
}

function clip(name: string): string {
  return name.length <= MAX_NAME_LENGTH
    ? name
    : `${name.slice(0, MAX_NAME_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
