import type { ProblemKind } from '../problem.js';
import type { OutlineResult, Reader } from './reader.js';

export type Decoded = { readonly text: string } | { readonly problem: { line?: number } & ProblemKind };

/**
 * The text of a file in UTF-8. A leading byte order mark is dropped before offsets count; it decides even where another
 * encoding is declared (WHATWG Encoding, "decode").
 *
 * @param charset The encoding that a server or the file itself declares. As in browsers, bytes that are not valid in it
 *   become replacement characters, and an unknown name counts as none.
 */
export function decode(bytes: Uint8Array, charset?: string): Decoded {
  const declared = charset === undefined || hasUtf8Mark(bytes) ? undefined : decoderFor(charset);
  if (declared && declared.encoding !== 'utf-8') return { text: declared.decode(bytes) };
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { problem: { kind: 'nul-bytes', line: lineAt(bytes, zero) } };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    if (declared) return { text: declared.decode(bytes) };
    return { problem: { kind: 'not-utf8', line: lineAt(bytes, firstInvalid(bytes)) } };
  }
}

/** The encoding that a `Content-Type` header names. */
export function charsetIn(contentType = ''): string | undefined {
  return /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
}

/** A reader of files from one of text. */
export function readerOfText(read: (text: string, path: string) => OutlineResult): Reader {
  return ({ path, bytes, contentType }) => {
    const decoded = decode(bytes, charsetIn(contentType));
    if ('problem' in decoded) return { problems: [{ file: path, ...decoded.problem }] };
    return read(decoded.text, path);
  };
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}

/** The position of the first byte that is not UTF-8, found by halving: every prefix up to there is valid. */
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
    // With `stream`, an unfinished character at the end is no error.
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
