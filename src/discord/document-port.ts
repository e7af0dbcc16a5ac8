import type { Document } from '../documents/document.js';
import type { InputFile } from '../documents/formats/reader.js';
import type { ReadResult } from '../documents/problem.js';
import type { SourcedDocument } from '../library/sources.js';
import type { AttachedFile } from './interaction-data.js';

/** Documents from outside, for a moderator to add. No method rejects for what is wrong out there. */
export interface DocumentImport {
  /** Reads a file that is here already. */
  read(file: InputFile): Promise<ReadResult<Document>>;
  /** Fetches and reads a file that was attached to a command. */
  file(file: AttachedFile): Promise<ReadResult<SourcedDocument>>;
  /** Fetches and reads a web page. */
  page(url: string): Promise<ReadResult<SourcedDocument>>;
}
