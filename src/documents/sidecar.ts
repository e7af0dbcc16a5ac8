import { type Document, describedAs } from './document.js';
import { decode } from './formats/decode.js';
import { hasDocumentName } from './formats/formats.js';
import { type FrontMatter, readFrontMatter } from './formats/front-matter.js';
import type { InputFile } from './formats/reader.js';
import type { ReadResult } from './problem.js';

// Front matter in a file of its own: for formats that have no place for it, and where a file is to stay as it came.

const ENDING = '.yaml';

/** The name of the file with the front matter of another: `report.pdf.yaml` stands beside `report.pdf`. */
export function besideName(path: string): string {
  return path + ENDING;
}

export function isBesideName(path: string): boolean {
  return path.endsWith(ENDING) && hasDocumentName(path.slice(0, -ENDING.length));
}

/**
 * The document of a file that front matter stands beside. It takes the place of all that the file says of its source
 * and tags, and of the title where it gives one. As in a file, a field that breaks a rule leaves the document out.
 */
export function withBeside(
  { document, problems }: ReadResult<Document>,
  beside: InputFile,
): ReadResult<Document> {
  const decoded = decode(beside.bytes);
  if ('problem' in decoded) return { problems: [...problems, { file: beside.path, ...decoded.problem }] };
  const read = readFrontMatter(decoded.text, beside.path, 1);
  const all = [...problems, ...read.problems];
  if (!document || !read.frontMatter) return { problems: all };
  return { document: describedBy(document, read.frontMatter), problems: all };
}

function describedBy(document: Document, { title = document.title, source, tags }: FrontMatter): Document {
  return describedAs(document, { title, source, tags });
}
