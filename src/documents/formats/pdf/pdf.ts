import { getDocumentProxy, getMeta } from 'unpdf';
import type { Problem, ProblemKind } from '../../problem.js';
import { sourceOf } from '../../source-fields.js';
import { declaredAuthor, declaredTitle } from '../declared-names.js';
import { layOut, type TextBlock } from '../layout.js';
import type { InputFile, OutlineResult } from '../reader.js';
import { pdfBlocks } from './pdf-blocks.js';
import { readingOrder } from './pdf-columns.js';
import { withoutContents } from './pdf-contents.js';
import { withoutFurniture } from './pdf-furniture.js';
import { lostShare, withoutGibberish } from './pdf-glyphs.js';
import { pageLines, textSizeOf } from './pdf-lines.js';
import { pageRuns, type TextItem, type TextRun } from './pdf-runs.js';
import { columnLines } from './pdf-tables.js';

/** Reading so many takes about half of the time that a document may take. */
const MAX_PAGES = 500;

/** A page on which a larger share of the characters is unknown is left out. */
const MAX_LOST = 0.1;

/**
 * Reads a PDF, which says where each glyph stands and little else. What the text is, is read from these places:
 *
 * 1. glyphs to runs (pdf-runs) with their characters, U+FFFD where the file names none (pdf-glyphs);
 * 2. runs to lines (pdf-lines), without headers, footers and numbers of lines (pdf-furniture);
 * 3. lines in the order of columns (pdf-columns), with the rows of tables (pdf-tables) and without contents (pdf-contents);
 * 4. lines to headings (pdf-headings), paragraphs and lists (pdf-groups, pdf-blocks), with words made whole that a hyphen divides (pdf-hyphens).
 *
 * A paragraph has the number of its page, counted from the first page of the file; where one runs over a page, it is
 * divided behind the sentence that does.
 *
 * The title is the one that the file gives, if it looks like one, or else the largest heading of the first page.
 */
export async function readPdf({ path: file, bytes }: InputFile): Promise<OutlineResult> {
  const opened = await open(bytes);
  if ('kind' in opened) return { problems: [{ file, ...opened }] };
  const { pdf, missing } = opened;
  const pages = pdf.numPages;
  if (pages > MAX_PAGES) return { problems: [{ file, kind: 'too-many-pages', pages, most: MAX_PAGES }] };
  const all = withoutGibberish(await runsOf(pdf)).map(pageLines);
  const lost = all.map((lines) => lostShare(lines));
  const readable = all.map((lines, page) => ((lost[page] ?? 0) > MAX_LOST ? [] : lines));
  const textSize = textSizeOf(readable.flat());
  const columns = withoutFurniture(readable).flatMap((lines) => readingOrder(lines, textSize));
  const blocks = pdfBlocks(withoutContents(columns.flatMap(columnLines)));
  const isEmpty = blocks.length === 0;
  const problems: Problem[] = [];
  if (missing.size > 0) problems.push({ file, kind: 'fonts-not-in-file', isEmpty });
  const leftOut = lost.flatMap((share, page) => (share > MAX_LOST ? page + 1 : []));
  const share = lostShare(all.flat());
  if (share > 0) problems.push({ file, kind: 'glyphs-unknown', share, leftOut, isEmpty });
  if (isEmpty) return { problems: problems[0] ? problems : [{ file, kind: 'no-text-in-pages', pages }] };
  const { info } = await getMeta(pdf);
  const title = declaredTitle(info.Title) ?? largest(blocks);
  const source = sourceOf({ author: declaredAuthor(info.Author), language: undefined });
  return { outline: { ...layOut(blocks, title), ...(source && { source }) }, problems };
}

/** The runs of each page. One page after another, so that one at a time is in memory as PDF.js knows it. */
async function runsOf(pdf: Opened['pdf']): Promise<(readonly TextRun[])[]> {
  const pages: (readonly TextRun[])[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(pageRuns(items.filter((item): item is TextItem & typeof item => 'str' in item)));
    page.cleanup();
  }
  return pages;
}

interface Opened {
  readonly pdf: Awaited<ReturnType<typeof getDocumentProxy>>;
  /** Tables that the text of the file needed so far and that are not there. */
  readonly missing: ReadonlySet<string>;
}

/**
 * A file may leave out its Chinese, Japanese and Korean fonts and refer to tables of Adobe's for what each character
 * is. These tables only come in packages of 40 MB, so such text is not read, and a problem says that it is missing.
 */
async function open(bytes: Uint8Array): Promise<Opened | ProblemKind> {
  const missing = new Set<string>();
  class NoTables {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<never> {
      if (kind === 'cMapUrl') missing.add(filename);
      throw new Error(`no ${filename}`);
    }
  }
  try {
    // A copy, as the library keeps what it is given, and takes no `Buffer`.
    const options = { verbosity: 0, BinaryDataFactory: NoTables };
    return { pdf: await getDocumentProxy(new Uint8Array(bytes), options), missing };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return { kind: 'encrypted' };
    if (/^(?:InvalidPDF|Format|XRef)/.test(name)) return { kind: 'damaged', format: 'PDF' };
    throw error;
  }
}

/** The largest heading on the first page, if there is no larger one elsewhere. A year or a number is an ornament. */
function largest(blocks: readonly TextBlock[]): string | undefined {
  const headings = blocks.flatMap(({ depth, page, lines: [line] }) =>
    depth !== undefined && page === 1 && line ? [{ depth, text: line.text }] : [],
  );
  if (!headings.some(({ depth }) => depth === 1)) return undefined;
  const titles = headings.filter(({ text }) => /\p{L}{2}/u.test(text));
  const highest = titles.reduce((least, { depth }) => Math.min(least, depth), Number.POSITIVE_INFINITY);
  return titles.find(({ depth }) => depth === highest)?.text;
}
