import type { Problem, ProblemKind } from '../problem.js';
import {
  decodeLeniently,
  decodeStrictly,
  guessEncoding,
  isEncoding,
  isSameEncoding,
  markedUtf16,
  unmarkedUtf16,
} from './encodings.js';
import type { InputFile, OutlineResult, Reader } from './reader.js';

type PlacedKind = { readonly line?: number } & ProblemKind;

/** A text; with a remark where its encoding was declared wrongly or had to be guessed, or bytes of it are no text. */
export type Decoded =
  | { readonly text: string; readonly remark?: PlacedKind }
  | { readonly problem: PlacedKind };

/**
 * The text of a file. A leading byte order mark decides and is dropped before offsets count (WHATWG Encoding,
 * "decode"). Without one, bytes that are valid UTF-8 are that, whatever is declared: saved and copied pages declare
 * what they once were. Others are what is declared, unless the bytes speak clearly for another encoding; where
 * nothing is declared, what they clearly speak for. As in browsers, bytes that are no text become U+FFFD, and an
 * unknown name counts as none.
 *
 * @param declared The encodings that a server and the file itself declare, in this order.
 */
export function decode(bytes: Uint8Array, ...declared: readonly string[]): Decoded {
  const utf16 = markedUtf16(bytes) ?? (bytes.includes(0) ? unmarkedUtf16(bytes) : undefined);
  if (utf16) return withoutNul(new TextDecoder(utf16).decode(bytes), utf16);
  const zero = bytes.indexOf(0);
  if (zero !== -1) return { problem: { kind: 'nul-bytes', line: lineOfByte(bytes, zero) } };
  const known = declared.filter(isEncoding);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== undefined && !hasEscapes(utf8, known)) return asUtf8(utf8, hasUtf8Mark(bytes) ? [] : known);
  return notUtf8(bytes, known);
}

/** In ISO-2022-JP all bytes are those of ASCII, and escapes say when they are Japanese. */
function hasEscapes(text: string, declared: readonly string[]): boolean {
  return text.includes('\u001b$') && declared.some((name) => isSameEncoding(name, 'iso-2022-jp'));
}

/** Of several declarations the first counts, as in browsers, so that only that one can be wrong. */
function asUtf8(text: string, [first]: readonly string[]): Decoded {
  const wrong = first !== undefined && !isSameEncoding(first, 'utf-8') ? first : undefined;
  const isAscii = wrong === undefined || /^[\x00-\x7f]*$/.test(text);
  return isAscii
    ? { text }
    : { text, remark: { kind: 'encoding-declared', declared: wrong, encoding: 'UTF-8' } };
}

function notUtf8(bytes: Uint8Array, declared: readonly string[]): Decoded {
  const guess = guessEncoding(bytes);
  const others = declared.filter((name) => !isSameEncoding(name, 'utf-8'));
  const contradicted = (name: string) => guess?.isOfSeveralBytes && !isSameEncoding(name, guess.encoding);
  for (const name of others) {
    const text = contradicted(name) ? undefined : decodeStrictly(bytes, name);
    if (text !== undefined) return { text };
  }
  const damaged = damagedText(bytes, 'UTF-8');
  if (!isMostlyLost(damaged.text)) return damaged;
  const guessed = guess && damagedText(bytes, guess.encoding);
  if (guess && guessed && !isMostlyLost(guessed.text)) {
    const { encoding } = guess;
    const [wrong] = declared;
    return {
      text: guessed.text,
      remark: wrong
        ? { kind: 'encoding-declared', declared: wrong, encoding }
        : { kind: 'encoding-guessed', encoding },
    };
  }
  const [name] = [...others, ...declared];
  if (name !== undefined) return damagedText(bytes, name);
  return { problem: { kind: 'not-utf8', line: lineOfByte(bytes, firstInvalid(bytes)) } };
}

/** The text, with a remark on the bytes that are none. */
function damagedText(bytes: Uint8Array, encoding: string): { text: string; remark?: PlacedKind } {
  const text = decodeLeniently(bytes, encoding);
  const places = countLost(text);
  return places === 0 ? { text } : { text, remark: { kind: 'invalid-bytes', places, encoding } };
}

/** Is more than a twentieth of what is not ASCII lost, so that the encoding is another one? */
function isMostlyLost(text: string): boolean {
  return countLost(text) * 20 > text.replace(/[\x00-\x7f]+/g, '').length;
}

function countLost(text: string): number {
  return text.split('\ufffd').length - 1;
}

function withoutNul(text: string, encoding: string): Decoded {
  const position = text.indexOf('\0');
  if (position !== -1)
    return { problem: { kind: 'nul-bytes', line: text.slice(0, position).split('\n').length } };
  const places = countLost(text);
  return places === 0
    ? { text }
    : { text, remark: { kind: 'invalid-bytes', places, encoding: encoding.toUpperCase() } };
}

/** The encoding that a `Content-Type` header names. */
export function charsetIn(contentType = ''): string | undefined {
  return /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1];
}

/** How much of a page is looked at for what it declares, in bytes. */
const MAX_DECLARING = 4_096;

/** The encoding that a page declares in a `meta` tag or in its XML declaration. */
export function charsetInPage(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, MAX_DECLARING)).toString('latin1');
  return (
    /<meta\b[^>]{1,500}?charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml\b[^>]{1,200}?encoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1]
  );
}

/**
 * The text of a file, and what there is to say of its encoding; no text where it has to be left out.
 *
 * @param ofFile The encoding that the file itself declares.
 */
export function decodeFile(
  { path, bytes, contentType }: InputFile,
  ofFile?: string,
): { readonly text?: string; readonly problems: readonly Problem[] } {
  const declared = [charsetIn(contentType), ofFile].filter((name) => name !== undefined);
  const decoded = decode(bytes, ...declared);
  if ('problem' in decoded) return { problems: [{ file: path, ...decoded.problem }] };
  const { text, remark } = decoded;
  return { text, problems: remark ? [{ file: path, ...remark }] : [] };
}

/** A reader of files from one of text. */
export function readerOfText(read: (text: string, path: string) => OutlineResult): Reader {
  return (file) => {
    const { text, problems } = decodeFile(file);
    if (text === undefined) return { problems };
    const result = read(text, file.path);
    return { ...result, problems: [...problems, ...result.problems] };
  };
}

function hasUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
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

/** The line, from 1, that a byte stands in. */
export function lineOfByte(bytes: Uint8Array, position: number): number {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at >= 0 && at < position; at = bytes.indexOf(0x0a, at + 1)) line++;
  return line;
}
