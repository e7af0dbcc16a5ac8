import type { Document } from './document.js';
import { documentId, extensionOf, type Format, formatOf, MOST_BYTES } from './formats.js';
import { readMarkdown } from './markdown.js';
import { readPlainText } from './plain-text.js';
import type { Problem, ProblemKind, ReadResult } from './problem.js';
import { documentOf, type InputFile, type Reader } from './reader.js';

const READERS: Readonly<Record<Format, Reader>> = {
  markdown: ofText(readMarkdown),
  text: ofText(readPlainText),
};

/**
 * Reads one file. It never throws: a file that cannot be read gives no document and at least one problem, and a
 * document may come with problems that do not leave it out. It may take long on hostile input; `createParser`
 * puts a bound on that.
 */
export function readDocument(file: InputFile): ReadResult<Document> {
  const bytes = file.bytes.byteLength;
  if (bytes > MOST_BYTES) return failure(file, { kind: 'too-large', bytes, most: MOST_BYTES });
  const format = formatOf(file.path);
  if (!format) return failure(file, { kind: 'unknown-format', extension: extensionOf(file.path) });
  try {
    const { outline, problems } = READERS[format](file);
    if (!outline) return { problems };
    const document = documentOf(documentId(file.path), outline);
    if (document.paragraphs.length === 0) return failure(file, { kind: 'empty' }, problems);
    return { document, problems };
  } catch (error) {
    return failure(file, crashKind(error));
  }
}

/** A reader of bytes from a reader of text. */
function ofText(read: (text: string, path: string) => ReturnType<Reader>): Reader {
  return ({ path, bytes }) => {
    const problem = encodingProblem(bytes);
    if (problem) return { problems: [{ file: path, ...problem }] };
    // The decoder drops a leading byte order mark, before offsets count.
    return read(new TextDecoder('utf-8').decode(bytes), path);
  };
}

function encodingProblem(bytes: Uint8Array): ({ line?: number } & ProblemKind) | undefined {
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { kind: 'nul-bytes', line: lineAt(bytes, zero) };
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'not-utf8', line: lineAt(bytes, firstInvalid(bytes)) };
  }
}

/** The position of the first byte that is not UTF-8, found by halving: a prefix is valid up to there. */
function firstInvalid(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    // In a stream an unfinished character at the end is no error.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function lineAt(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (const byte of bytes.subarray(0, position)) if (byte === 0x0a) line++;
  return line;
}

function crashKind(error: unknown): ProblemKind {
  if (error instanceof RangeError && /call stack/i.test(error.message)) return { kind: 'too-deep' };
  return { kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
}

function failure(file: InputFile, kind: ProblemKind, others: readonly Problem[] = []): ReadResult<Document> {
  return { problems: [...others, { file: file.path, ...kind }] };
}
