import type { Excerpt } from '../answer/excerpt.js';
import type { Differing } from '../answer/selection.js';
import type { Copy } from '../copy/copy.js';
import type { Passages } from '../documents/passages.js';
import { sourcesAtWords } from '../documents/text-fragment.js';
import { citationLine } from './citation-line.js';
import type { Services } from './command.js';
import type { Quotation, ReplyBlock, Run } from './reply.js';

/** What excerpts are checked against: a snapshot, or documents of an earlier one with their passages. */
export interface Quoted {
  readonly passages: Passages;
}

/** What quoting takes beside the words. */
export type Quoting = Pick<Services, 'log' | 'now' | 'oldAfterDays'>;

/**
 * Excerpts one below the other, with lines between. Those that say otherwise of the same thing stand under words that say
 * so, each with its date.
 */
export function quotationBlocks(
  quoted: Quoted,
  excerpts: readonly Excerpt[],
  copy: Copy,
  quoting: Quoting,
): ReplyBlock[] {
  const blocks: ReplyBlock[] = [];
  let before: Excerpt | undefined;
  for (const excerpt of excerpts) {
    const quotation = quotationOf(quoted, excerpt, copy, quoting);
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
 * @param below Says where it comes from.
 */
export function quotationOf(
  quoted: Quoted,
  excerpt: Excerpt,
  copy: Copy,
  quoting: Quoting,
  below?: readonly Run[],
): Quotation | undefined {
  const { passage, start, end, text, lead, highlights, cut, more, citation } = excerpt;
  const document = quoted.passages.at(passage)?.document;
  const slices = [excerpt, ...(lead ? [lead] : [])];
  if (!document || slices.some((slice) => document.text.slice(slice.start, slice.end) !== slice.text)) {
    quoting.log.error(
      { document: citation.document, paragraph: citation.paragraph, passage, start, end },
      'an excerpt is not what its document says',
    );
    return undefined;
  }
  const sources = sourcesAtWords(citation.sources, document, excerpt);
  return {
    kind: 'quotation',
    ...(lead && { lead: lead.text }),
    text,
    highlights,
    cut,
    ...(more > 0 && { more: copy.citation.moreItems(more) }),
    citation: below ?? citationLine({ ...citation, sources }, copy, quoting),
  };
}
