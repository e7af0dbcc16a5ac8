import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { ProblemKind } from '../../problem.js';
import { sourceOf } from '../../source-fields.js';
import { elementsIn, type HtmlDocument, type HtmlElement, nameOf, parseHtml } from '../html/dom.js';
import { htmlBlocks } from '../html/html-blocks.js';
import { collapseWhiteSpace, layOut } from '../layout.js';
import { withNumberedHeadings } from '../numbered-headings.js';
import type { InputFile, OutlineResult } from '../reader.js';
import { withTitleLines } from '../title-lines.js';
import { removeTypedContents } from './docx-contents.js';
import { inKnownElements, prepare } from './docx-document.js';
import { markBoldHeadings } from './docx-headings.js';
import { readProperties } from './docx-properties.js';

/** What all files in a document may have together once they are unpacked. */
const MAX_UNPACKED_BYTES = 20_000_000;

const DAMAGED = { kind: 'damaged', format: 'Word (.docx)' } as const;

/**
 * Reads a document of Word (DOCX). The canonical text is headings and paragraphs, lists with a line for each item and
 * its number, and tables with a line for each row; pictures and marks of footnotes, hidden and struck words, deletions
 * that are tracked and tables of contents are left out, and the notes stand at the end.
 *
 * The title is the paragraph with the style Title, or the only heading of the first level; or else what the properties
 * of the file say, or a line in bold over all.
 */
export async function readDocx({ path: file, bytes }: InputFile): Promise<OutlineResult> {
  const unpacked = unpackDocx(bytes);
  if ('kind' in unpacked) return { problems: [{ file, ...unpacked }] };
  const html = await htmlOf(unpacked.files);
  if (html === undefined) return { problems: [{ file, ...DAMAGED }] };
  const page = parseHtml(html);
  const { title: declared, ...declaredSource } = readProperties(textOf(unpacked.files['docProps/core.xml']));
  removeTypedContents(page);
  const marked = titleIn(page);
  markBoldHeadings(page);
  const title = marked ?? declared ?? titleIn(page);
  const blocks = withTitleLines(withNumberedHeadings(htmlBlocks(page.body)), title);
  const source = sourceOf({ ...declaredSource, language: undefined });
  return { outline: { ...layOut(blocks, title), ...(source && { source }) }, problems: [] };
}

/** The paragraph with the style Title, which may be in several lines of its own, or the only main heading. */
function titleIn(page: HtmlDocument): string | undefined {
  const isTitle = (part: HtmlElement) => nameOf(part) === 'h1' && part.getAttribute('class') === 'title';
  const parts = elementsIn(page.body);
  const from = parts.slice(Math.max(0, parts.findIndex(isTitle)));
  const end = from.findIndex((part) => !isTitle(part));
  const styled = from.slice(0, end === -1 ? undefined : end);
  const lines = (styled.length > 0 ? styled : onlyOne([...page.querySelectorAll('h1')])).flatMap(htmlBlocks);
  return (
    collapseWhiteSpace(lines.flatMap((block) => block.lines.map(({ text }) => text)).join('\n')) || undefined
  );
}

function onlyOne<T>(list: readonly T[]): readonly T[] {
  return list.length === 1 ? list : [];
}

/**
 * Unpacks the text of a DOCX. No file is inflated to more than its declared size, and the sum of these is bounded, so
 * that a file of a few kilobytes cannot fill the memory.
 */
function unpackDocx(bytes: Uint8Array): { readonly files: Unzipped } | ProblemKind {
  let declared = 0;
  let files: Unzipped;
  try {
    files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        declared += originalSize;
        // Pictures are counted and never unpacked.
        return declared <= MAX_UNPACKED_BYTES && /\.(?:xml|rels)$/i.test(name);
      },
    });
  } catch {
    return DAMAGED;
  }
  return declared > MAX_UNPACKED_BYTES ? { kind: 'too-large-unpacked', most: MAX_UNPACKED_BYTES } : { files };
}

/** `undefined` where the archive is whole but what is in it is not a document. */
async function htmlOf(files: Unzipped): Promise<string | undefined> {
  const { document, styleMap } = prepare({
    document: textOf(files['word/document.xml']),
    styles: textOf(files['word/styles.xml']),
    numbering: textOf(files['word/numbering.xml']),
  });
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((name) => {
    const xml = files[name];
    return xml ? [[name, strToU8(inKnownElements(textOf(xml)))] as const] : [];
  });
  const prepared = { ...files, ...Object.fromEntries(notes) };
  if (files['word/document.xml']) prepared['word/document.xml'] = strToU8(document);
  // Without compression, so that the reader has nothing to inflate and sees nothing that was not counted.
  const bytes = zipSync(prepared, { level: 0 });
  const input = { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  const options = {
    styleMap: ["p[style-name='Title'] => h1.title:fresh", ...styleMap],
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  };
  try {
    return (await mammoth.convertToHtml(input, options)).value;
  } catch (error) {
    // The stack overflowed, which the caller turns into a problem.
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}

function textOf(file: Uint8Array | undefined): string {
  return file ? strFromU8(file) : '';
}
