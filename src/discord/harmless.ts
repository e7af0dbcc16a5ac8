import type { Span } from '../documents/document.js';
import type { Quotation, ReplyBlock, ReplyLine, Run } from './reply.js';

// What documents, pages and members wrote stands beside words of ours. Some characters are not seen, and change how what
// stands around them is read: `did \u202eton\u202c join` would show as "did not join", and a title could turn the rest of its
// citation round. So none of them is sent. Letters that are read from right to left are as they are, and stay among
// themselves.

/**
 * Embeddings, overrides and isolates of the bidirectional algorithm (https://unicode.org/reports/tr9/), the end of a
 * paragraph in it, and controls but for white space.
 */
const UNSEEN = /[\u202a-\u202e\u2066-\u2069\u2029\0-\x08\x0e-\x1f\x7f-\x9f]/g;
/** Of a line of ours also what takes no room; a quotation keeps it. */
const NO_WIDTH = /[\u200b\u2060-\u2064\ufeff]/g;

const RTL = '\\u0590-\\u08ff\\u200f\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
/** From a letter that is read from the right to the last one before a letter that is read from the left. */
const RTL_STRETCH = new RegExp(`[${RTL}](?:[^${RTL}\\p{L}]*[${RTL}])*`, 'gu');
const HAS_RTL = new RegExp(`[${RTL}]`, 'u');
/** The first letter is read from the right. */
const BEGINS_RTL = new RegExp(`^[^\\p{L}${RTL}]*[${RTL}]`, 'u');

/** Is not seen, and read from the left. */
const LRM = '\u200e';
/** First strong isolate, and pop directional isolate: what stands between keeps its direction to itself. */
const [FSI, PDI] = ['\u2068', '\u2069'];

/** A text that stands by itself, such as a choice, without what is not seen. */
export function seen(text: string): string {
  return text.replace(UNSEEN, '').replace(NO_WIDTH, '');
}

/** A text as it stands in a line with others: what is read from the right is isolated from what is not. */
function inLine(text: string): string {
  return seen(text).replace(RTL_STRETCH, (stretch) => FSI + stretch + PDI);
}

/** The text that {@link harmless} made this of, but for what is not seen. */
export function withoutIsolates(shown: string): string {
  return shown.replace(/[\u2068\u2069]/g, '');
}

/** The beginning of a line that {@link harmless} made, with what was opened in it closed: no stretch is in another. */
export function withIsolateClosed(beginning: string): string {
  return beginning.lastIndexOf(FSI) > beginning.lastIndexOf(PDI) ? beginning + PDI : beginning;
}

/** A whole line of foreign text, kept to itself. It is cut before, so that what was opened is closed. */
export function isolatedLine(line: string): string {
  return HAS_RTL.test(line) ? FSI + line + PDI : line;
}

/** The same block without characters that change how others are read. */
export function harmless(block: ReplyBlock): ReplyBlock {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: (BEGINS_RTL.test(block.text) ? LRM : '') + inLine(block.text) };
    case 'text':
    case 'small':
      return { ...block, line: harmlessLine(block.line) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, line: harmlessLine(item.line) })) };
    case 'quotation':
      return harmlessQuotation(block);
    case 'code':
      return { ...block, label: inLine(block.label), text: seen(block.text) };
    case 'diff':
      return {
        ...block,
        lines: block.lines.map((line) => ({ ...line, text: isolatedLine(seen(line.text)) })),
      };
    case 'select':
      return {
        ...block,
        // What is chosen is sent back, so it stays as it is.
        options: block.options.map(({ label, description, value }) => ({
          label: seen(label) || '…',
          ...(description !== undefined && { description: seen(description) }),
          value,
        })),
      };
    case 'buttons':
    case 'divider':
      return block;
  }
}

/** Lines of ours are read from the left, whatever stands first in them: some clients go by that. */
function harmlessLine(line: ReplyLine): ReplyLine {
  const runs = [line].flat();
  const shown = runs.map(harmlessRun);
  if (BEGINS_RTL.test(runs.map(wordsOf).join(''))) return [LRM, ...shown];
  return typeof line === 'string' ? inLine(line) : shown;
}

function wordsOf(run: Run): string {
  if (typeof run === 'string') return run;
  if ('bold' in run) return run.bold;
  if ('code' in run) return run.code;
  return 'link' in run ? run.label : '';
}

function harmlessRun(run: Run): Run {
  if (typeof run === 'string') return inLine(run);
  if ('bold' in run) return { bold: inLine(run.bold) };
  if ('code' in run) return { code: inLine(run.code) };
  if ('link' in run) return { ...run, label: inLine(run.label) };
  return run;
}

/** The words keep what marks them: of each position, how much was taken out before it. */
function harmlessQuotation(quotation: Quotation): Quotation {
  const { lead, text, highlights, citation } = quotation;
  const gone = [...text.matchAll(UNSEEN)].map(({ index }) => index);
  return {
    ...quotation,
    ...(lead !== undefined && { lead: inLine(lead) }),
    text: text.replace(UNSEEN, ''),
    highlights: moved(highlights, gone),
    citation: harmlessLine(citation),
  };
}

/** Spans in a text from which the characters at these positions, in order, were taken; both are gone through once. */
function moved(spans: readonly Span[], gone: readonly number[]): Span[] {
  let before = 0;
  const to = (position: number) => {
    while ((gone[before] ?? Infinity) < position) before += 1;
    return position - before;
  };
  return spans.map(({ start, end }) => ({ start: to(start), end: to(end) }));
}
