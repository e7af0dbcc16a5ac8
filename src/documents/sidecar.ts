import { type Document, describedAs, withRemarks } from './document.js';
import { decode } from './formats/decode.js';
import { hasDocumentName } from './formats/formats.js';
import { type FrontMatter, readFrontMatter } from './formats/front-matter.js';
import type { InputFile } from './formats/reader.js';
import type { Problem, ReadResult } from './problem.js';

// A sidecar is front matter in a file of its own: for formats that have no place for it, and for files that are to
// stay as they came.

const ENDING = '.yaml';

/** The name of a file's sidecar: `report.pdf.yaml` stands beside `report.pdf`. */
export function sidecarName(path: string): string {
  return path + ENDING;
}

export function isSidecarName(path: string): boolean {
  return path.endsWith(ENDING) && hasDocumentName(path.slice(0, -ENDING.length));
}

/** What a sidecar says; nothing where a field breaks a rule, or it is no YAML. */
export interface ReadSidecar {
  readonly frontMatter?: FrontMatter;
  readonly problems: readonly Problem[];
}

export function readSidecar({ path, bytes }: InputFile): ReadSidecar {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { problems: [{ file: path, ...decoded.problem }] };
  return readFrontMatter(decoded.text, path, 1);
}

/**
 * The document of a file that has a sidecar. This takes the place of all that the file says of its source and tags,
 * and of the title where it gives one. As in a file, a field that breaks a rule leaves the document out.
 */
export function withSidecar(
  { document, problems }: ReadResult<Document>,
  sidecar: ReadSidecar,
): ReadResult<Document> {
  const all = [...problems, ...sidecar.problems];
  if (!document || !sidecar.frontMatter) return { problems: all };
  const described = describedBy(document, sidecar.frontMatter);
  return { document: withRemarks(described, sidecar.problems), problems: all };
}

function describedBy(document: Document, { title = document.title, source, tags }: FrontMatter): Document {
  return describedAs(document, { title, source, tags });
}
