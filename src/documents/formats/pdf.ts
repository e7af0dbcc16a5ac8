import { extractTextItems, getDocumentProxy, getMeta } from 'unpdf';
import type { Problem, ProblemKind } from '../problem.js';
import { sourceOf } from '../source-fields.js';
import { layOut, type TextBlock } from './layout.js';
import { asName, asTitle } from './page-names.js';
import { pdfBlocks } from './pdf-blocks.js';
import { pageLines, withoutRunningHeads } from './pdf-lines.js';
import type { InputFile, OutlineResult } from './reader.js';

/** Reading so many takes about half of the time that a document may take. */
const MAX_PAGES = 500;

/**
 * Reads a PDF. Its lines of text are joined to paragraphs, words that are hyphenated at the end of a line are made
 * whole, and headers and footers that come back on page after page are left out. A paragraph has the number of its
 * page, counted from the first page of the file; where one runs over a page, it is divided behind the sentence that
 * does.
 *
 * The title is the one that the file gives, if it looks like one, or else the largest heading of the first page.
 */
export async function readPdf({ path: file, bytes }: InputFile): Promise<OutlineResult> {
  const opened = await open(bytes);
  if ('kind' in opened) return { problems: [{ file, ...opened }] };
  const { pdf, missing } = opened;
  const pages = pdf.numPages;
  if (pages > MAX_PAGES) return { problems: [{ file, kind: 'too-many-pages', pages, most: MAX_PAGES }] };
  const { items } = await extractTextItems(pdf);
  const blocks = pdfBlocks(withoutRunningHeads(items.map(pageLines)));
  const isEmpty = blocks.length === 0;
  const problems: Problem[] = missing.size > 0 ? [{ file, kind: 'fonts-not-in-file', isEmpty }] : [];
  if (isEmpty) return { problems: problems[0] ? problems : [{ file, kind: 'no-text-in-pages', pages }] };
  const { info } = await getMeta(pdf);
  const title = declaredTitle(info.Title) ?? largest(blocks);
  const source = sourceOf({ author: asName(textOrNone(info.Author)), language: undefined });
  return { outline: { ...layOut(blocks, title), ...(source && { source }) }, problems };
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

/** Without what programs put in place of a title: the name of a file, or their own. */
function declaredTitle(value: unknown): string | undefined {
  const title = asTitle(textOrNone(value));
  const isName =
    /^(?:untitled|microsoft (?:word|powerpoint)\b.*|.*\.(?:docx?|pptx?|pdf|indd|qxd|tex|dvi|rtf))$/i;
  return title && !isName.test(title) ? title : undefined;
}

function largest(blocks: readonly TextBlock[]): string | undefined {
  return blocks.find(({ depth, page }) => depth === 1 && page === 1)?.lines[0]?.text;
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
