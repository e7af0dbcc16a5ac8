import { splitSentences } from '../../sentences.js';
import { jointOf, wordsOf } from '../hyphens.js';
import type { TextBlock, TextLine } from '../layout.js';
import { groupLines, type LineGroup } from './pdf-groups.js';
import { pageLayout } from './pdf-layout.js';
import type { ReadLine } from './pdf-tables.js';

/** The headings, paragraphs, lists and tables that the lines on the pages make up. */
export function pdfBlocks(lines: readonly ReadLine[]): TextBlock[] {
  const layout = pageLayout(lines);
  const words = wordsOf(lines);
  const blocks: TextBlock[] = [];
  let items: { kind: LineGroup['kind']; table?: string; lines: TextLine[] } | undefined;
  for (const group of groupLines(lines, layout)) {
    const { kind } = group;
    const { text, pages } = join(group.lines, words);
    const page = pages[0]?.page ?? 1;
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    if (kind === 'prose' || kind === 'heading') {
      items = undefined;
      const { depth = 1 } = group;
      blocks.push(...(kind === 'prose' ? byPage(text, pages) : [{ depth, page, lines: [{ text }] }]));
      continue;
    }
    // The cells of a row make sense only together, so it is whole.
    const line = { text, ...(kind === 'row' && { isWhole: true }) };
    const table = kind === 'row' ? tableOf(group) : undefined;
    if (items && items.kind === kind && items.table === table && blocks.at(-1)?.page === page) {
      items.lines.push(line);
    } else {
      items = { kind, ...(table !== undefined && { table }), lines: [line] };
      blocks.push({ page, lines: items.lines });
    }
  }
  return blocks;
}

function tableOf({ lines: [row] }: LineGroup): string {
  return `${row?.column}:${row?.table}`;
}

/** Where the words of a page begin in a text. */
interface PageStart {
  readonly page: number;
  readonly at: number;
}

function join(lines: readonly ReadLine[], words: ReadonlySet<string>): { text: string; pages: PageStart[] } {
  const pages: PageStart[] = [];
  const parts: string[] = [];
  let length = 0;
  lines.forEach(({ page, text }, position) => {
    const next = lines[position + 1];
    if (pages.at(-1)?.page !== page) pages.push({ page, at: length });
    const { between, isCut } = next ? jointOf(text, next.text, words) : END;
    const part = (isCut ? text.slice(0, -1) : text) + between;
    parts.push(part);
    length += part.length;
  });
  return { text: parts.join(''), pages };
}

/** After the last line stands nothing. */
const END = { between: '', isCut: false };

/** Divides a paragraph where a new page begins: after the sentence that runs over from the page before. */
function byPage(text: string, pages: readonly PageStart[]): TextBlock[] {
  const sentences = pages.length > 1 ? splitSentences(text) : [];
  const cuts = pages.slice(1).flatMap(({ page, at }) => {
    const sentence = sentences.find(({ start }) => start >= at);
    return sentence ? [{ page, at: sentence.start }] : [];
  });
  return [...pages.slice(0, 1), ...cuts].flatMap(({ page, at }, position): TextBlock[] => {
    const part = text.slice(at, cuts[position]?.at ?? text.length).trim();
    // A sentence that is longer than a page leaves nothing for the page in between.
    return part === '' ? [] : [{ page, lines: [{ text: part }] }];
  });
}
