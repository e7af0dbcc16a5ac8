import type { InputFile } from './formats/reader.js';
import { sha256 } from './sha256.js';

/**
 * The file that a document was read from. Its bytes come when they are needed: those of a whole folder fill the
 * memory.
 */
export interface OriginalFile {
  /** Relative to its folder, or the name that it would have in one. */
  readonly path: string;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  /** How many bytes there are. */
  readonly size: number;
  /** The bytes that the document was read from. Rejects where they are not there any more. */
  bytes(): Promise<Uint8Array>;
}

/** A file whose bytes are here. */
export function heldFile({ path, bytes }: Pick<InputFile, 'path' | 'bytes'>): OriginalFile {
  return { path, hash: sha256(bytes), size: bytes.byteLength, bytes: async () => bytes };
}
