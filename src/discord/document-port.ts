import type { InputFile } from '../documents/formats/reader.js';
import type { ReadResult } from '../documents/problem.js';
import type { SourcedDocument } from '../library/sources.js';
import type { AttachedFile } from './interaction-data.js';

/**
 * Documents from outside, for a moderator of a server to add. No method rejects for what is wrong out there. Of one
 * server, one is read at a time.
 */
export interface DocumentImport {
  /** Reads what a moderator, `by`, has written, as the file that holds it. */
  note(file: InputFile, by: string, guildId: string): Promise<ReadResult<SourcedDocument>>;
  /** Fetches and reads a file that was attached to a command. */
  file(file: AttachedFile, guildId: string): Promise<ReadResult<SourcedDocument>>;
  /** Fetches and reads a web page. */
  page(url: string, guildId: string): Promise<ReadResult<SourcedDocument>>;
}
