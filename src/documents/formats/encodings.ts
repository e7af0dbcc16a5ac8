import chardet from 'chardet';

// What encoding bytes are in where nothing, or something wrong, says so.

/** How many bytes the statistics are made of: more make them no surer, and cost a millisecond for each 1,000. */
const MAX_SAMPLE = 32_000;

/** Out of 100, as the detector gives them: how sure it is of the best guess, and by how much more than of the next. */
const SURE = { ofSeveralBytes: 80, ofOneByte: 40, lead: 15 };

const OF_SEVERAL_BYTES = new Set(['GB18030', 'Big5', 'Shift_JIS', 'EUC-JP', 'EUC-KR', 'ISO-2022-JP']);

/** A guess that letters and their frequencies make clear; a wrong text would be worse than none. */
export interface Guess {
  /** As people know it: `GB18030`, `windows-1252`. */
  readonly encoding: string;
  readonly isOfSeveralBytes: boolean;
}

/**
 * The encoding that the letters of a text speak for (n-grams and distributions, as in ICU); nothing where it is open.
 */
export function guessEncoding(bytes: Uint8Array): Guess | undefined {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  if (first === -1) return undefined;
  const from = Math.max(0, first - 500);
  const [best, next] = chardet.analyse(bytes.subarray(from, from + MAX_SAMPLE));
  if (!best || !isEncoding(best.name)) return undefined;
  const isOfSeveralBytes = OF_SEVERAL_BYTES.has(best.name);
  const least = isOfSeveralBytes ? SURE.ofSeveralBytes : SURE.ofOneByte;
  const isSure = best.confidence >= least && best.confidence - (next?.confidence ?? 0) >= SURE.lead;
  if (!isSure) return undefined;
  // Browsers read the first as the second, which has more letters.
  return { encoding: best.name === 'ISO-8859-1' ? 'windows-1252' : best.name, isOfSeveralBytes };
}

/** What an encoding is in the Encoding Standard, by any of its names; nothing for a name that it does not know. */
function standardName(name: string): string | undefined {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return undefined;
  }
}

export function isEncoding(name: string): boolean {
  return standardName(name) !== undefined;
}

/** The text, with U+FFFD for bytes that are none in this encoding. */
export function decodeLeniently(bytes: Uint8Array, encoding: string): string {
  return withWindowsSigns(new TextDecoder(encoding).decode(bytes), encoding);
}

/** The text, where all bytes are text in this encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return withWindowsSigns(new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding);
  } catch {
    return undefined;
  }
}

/** What windows-1252 has from 0x80 on, where ISO 8859-1 has control characters; five places are empty. */
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node before 24 decodes windows-1252 as ISO 8859-1, so that quotation marks and dashes are lost. */
function withWindowsSigns(text: string, encoding: string): string {
  if (standardName(encoding) !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Do two names mean the same encoding? GB 2312 and GBK are read as GB 18030, which has them. */
export function isSameEncoding(a: string, b: string): boolean {
  const canonical = (name: string) => standardName(name)?.replace('gb18030', 'gbk');
  return canonical(a) === canonical(b);
}

export type Utf16 = 'utf-16le' | 'utf-16be';

/** UTF-16 by its byte order mark. */
export function markedUtf16(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/**
 * Letters of alphabets, Chinese and Japanese characters, and their signs. Bytes in GB 18030 look like Korean ones
 * here.
 */
const USUAL = /[\t\n\r -~\u00a0-\u024f\u0370-\u052f\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/g;

/** In bytes: anything shorter is in too many encodings by chance. */
const MIN_UNMARKED = 16;

/**
 * UTF-16 without a mark: the zero bytes of Latin letters, spaces and line ends all stand in the same half of the pairs.
 * Where there are few, the rest is Chinese, and not what two letters of ASCII would be as one.
 */
export function unmarkedUtf16(bytes: Uint8Array): Utf16 | undefined {
  if (bytes.length < MIN_UNMARKED) return undefined;
  const sample = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 2), MAX_SAMPLE));
  const zeros = [0, 0];
  sample.forEach((byte, position) => {
    if (byte === 0) zeros[position % 2] = (zeros[position % 2] ?? 0) + 1;
  });
  const [atFirst = 0, atSecond = 0] = zeros;
  if ((atFirst === 0) === (atSecond === 0)) return undefined;
  const isLatin = atFirst + atSecond >= 4 && (atFirst + atSecond) * 2 >= sample.length * 0.7;
  if (!isLatin && sample.filter(isNotAscii).length < sample.length * 0.1) return undefined;
  const encoding = atFirst > 0 ? 'utf-16be' : 'utf-16le';
  const text = new TextDecoder(encoding).decode(sample);
  return (text.match(USUAL)?.length ?? 0) >= text.length * 0.98 ? encoding : undefined;
}

/** Nor a zero byte. In UTF-16, Cyrillic and Greek letters have bytes that are control characters of ASCII. */
function isNotAscii(byte: number): boolean {
  return byte >= 0x80 || (byte > 0 && byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13);
}
