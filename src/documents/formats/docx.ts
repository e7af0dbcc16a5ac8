import { type Unzipped, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { ProblemKind } from '../problem.js';
import { parseHtml } from './dom.js';
import { htmlBlocks } from './html-blocks.js';
import { layOut } from './layout.js';
import type { InputFile, OutlineResult } from './reader.js';

/** What all files in a document may have together once they are unpacked. */
const MAX_UNPACKED_BYTES = 20_000_000;

const DAMAGED = { kind: 'damaged', format: 'Word (.docx)' } as const;

/**
 * Reads a document of Word (DOCX). The canonical text is headings and paragraphs, lists with a line for each item
 * and tables with a line for each row; pictures and marks of footnotes are left out, and the notes stand at the end.
 *
 * The title is the paragraph with the style Title, or else the heading of the first level if there is only one.
 */
export async function readDocx({ path: file, bytes }: InputFile): Promise<OutlineResult> {
  const unpacked = unpackDocx(bytes);
  if ('kind' in unpacked) return { problems: [{ file, ...unpacked }] };
  const html = await htmlOf(unpacked.bytes);
  if (html === undefined) return { problems: [{ file, ...DAMAGED }] };
  const page = parseHtml(html);
  const title = page.querySelector('h1.title') ?? onlyOne([...page.querySelectorAll('h1')]);
  const titled = title && htmlBlocks(title)[0]?.lines[0]?.text;
  const outline = layOut(htmlBlocks(page.body), titled);
  return { outline, problems: [] };
}

/**
 * Unpacks the text of a DOCX and packs it again without compression, so that the reader has nothing to inflate and
 * sees nothing that was not counted here. No file is inflated to more than its declared size, and the sum of these is
 * bounded, so that a file of a few kilobytes cannot fill the memory.
 */
function unpackDocx(bytes: Uint8Array): { readonly bytes: Uint8Array } | ProblemKind {
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
  if (declared > MAX_UNPACKED_BYTES) return { kind: 'too-large-unpacked', most: MAX_UNPACKED_BYTES };
  return { bytes: zipSync(files, { level: 0 }) };
}

/** `undefined` where the archive is whole but what is in it is not a document. */
async function htmlOf(bytes: Uint8Array): Promise<string | undefined> {
  const input = { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
  const options = {
    styleMap: ["p[style-name='Title'] => h1.title:fresh"],
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

function onlyOne<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}
