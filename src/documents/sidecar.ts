import { type Document, describedAs, withRemarks } from './document.js';
import { decode } from './formats/decode.js';
import { hasDocumentName } from './formats/formats.js';
import { readFrontMatter } from './formats/front-matter/front-matter.js';
import type { FrontMatter } from './formats/front-matter/front-matter-fields.js';
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

/** What a sidecar says; nothing where it is no text. */
export interface ReadSidecar {
  readonly frontMatter?: FrontMatter;
  readonly problems: readonly Problem[];
}

export function readSidecar({ path, bytes }: InputFile): ReadSidecar {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { problems: [{ file: path, ...decoded.problem }] };
  return readFrontMatter(decoded.text, path);
}

/**
 * The document of a file that has a sidecar. This takes the place of all that the file says of its source and tags,
 * and of the title where it gives one. As in a file, what cannot be understood is told and left out; where that is
 * everything, the document stays as it is. A sidecar that cannot be read at all leaves the document out.
 */
export function withSidecar(
  { document, problems }: ReadResult<Document>,
  sidecar: ReadSidecar,
): ReadResult<Document> {
  const all = [...problems, ...sidecar.problems];
  if (!document || !sidecar.frontMatter) return { problems: all };
  const { title, source, tags } = sidecar.frontMatter;
  const isLost = sidecar.problems.length > 0 && title === undefined && !source && tags.length === 0;
  const described = isLost ? document : describedBy(document, sidecar.frontMatter);
  return { document: withRemarks(described, sidecar.problems), problems: all };
}

function describedBy(document: Document, { title = document.title, source, tags }: FrontMatter): Document {
  return describedAs(document, { title, source, tags });
}
