import type { Content, ProblemKind } from '../problem.js';
import { readerOfText } from './decode.js';
import type { InputFile, Reader } from './reader.js';

// A format is a folder with its reader and an entry in this table. Readers are loaded when the first file of their
// format comes, so that a start that finds everything in the cache loads none of them.

interface FormatDescription {
  /** With their dots, in lower case; the usual one first. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaTypes: readonly string[];
  /** The largest file that is read, in bytes. */
  readonly maxBytes: number;
  /** Is it text, in an encoding that a server or the file itself may name? */
  readonly isText: boolean;
  /** Does what it holds say for certain that a file is in this format? `start` is its beginning, as UTF-8. */
  readonly isSigned?: (start: string, bytes: Uint8Array) => boolean;
  /** What the beginning of a text in this format usually has, and that of other texts rarely. */
  readonly looksLike?: RegExp;
  readonly load: () => Promise<Reader>;
}

/** 2 MB of text are a book of 300,000 words. */
const MAX_TEXT_BYTES = 2_000_000;

/** In other formats most of a file is not its words. */
const MAX_FILE_BYTES = 8_000_000;

/** What an archive begins with (ZIP, section 4.3.7). */
const ZIP = 'PK\x03\x04';

const BEFORE_HTML = String.raw`^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*`;
const HTML_DOCUMENT = new RegExp(String.raw`${BEFORE_HTML}<(?:!doctype\s+html|html)[\s>]`, 'i');
const HTML_PIECE = new RegExp(
  String.raw`${BEFORE_HTML}<(?:head|body|title|meta|main|article|section|div|p|h[1-6]|table|ul|ol)[\s>]`,
  'i',
);

/** In the order in which a text without a name is compared with them. */
const FORMATS = {
  html: {
    extensions: ['.html', '.htm', '.xhtml'],
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    maxBytes: MAX_FILE_BYTES,
    isText: true,
    isSigned: (start) => HTML_DOCUMENT.test(start),
    looksLike: HTML_PIECE,
    load: async () => (await import('./html/html.js')).readHtml,
  },
  markdown: {
    extensions: ['.md', '.markdown'],
    mediaTypes: ['text/markdown', 'text/x-markdown'],
    maxBytes: MAX_TEXT_BYTES,
    isText: true,
    // Front matter, a heading, a link, or a footnote.
    looksLike: /^(?:\ufeff?---\r?\n[\w-]+:|#{1,6} \S|\[\^[^\]]+\]:)|\]\(https?:/m,
    load: async () => readerOfText((await import('./markdown/markdown.js')).readMarkdown),
  },
  text: {
    extensions: ['.txt', '.srt', '.vtt', '.eml'],
    mediaTypes: ['text/plain', 'text/vtt', 'application/x-subrip', 'message/rfc822'],
    maxBytes: MAX_TEXT_BYTES,
    isText: true,
    load: async () => (await import('./text/text.js')).readText,
  },
  pdf: {
    extensions: ['.pdf'],
    mediaTypes: ['application/pdf'],
    maxBytes: MAX_FILE_BYTES,
    isText: false,
    isSigned: (start) => /^\ufeff?\s*%PDF-/.test(start),
    load: async () => (await import('./pdf/pdf.js')).readPdf,
  },
  docx: {
    extensions: ['.docx'],
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    maxBytes: MAX_FILE_BYTES,
    isText: false,
    // The names of an archive's files stand in it as they are.
    isSigned: (start, bytes) => start.startsWith(ZIP) && bufferOf(bytes).includes('word/document.xml'),
    load: async () => (await import('./docx/docx.js')).readDocx,
  },
} satisfies Record<string, FormatDescription>;

export type Format = keyof typeof FORMATS;

const ALL = Object.entries(FORMATS) as readonly [Format, FormatDescription][];

/** No file that has more bytes is read, whatever its format. */
export const MAX_BYTES_OF_ANY = Math.max(...ALL.map(([, { maxBytes }]) => maxBytes));

const BY_EXTENSION = formatsBy(({ extensions }) => extensions);
const BY_MEDIA_TYPE = formatsBy(({ mediaTypes }) => mediaTypes);

function formatsBy(
  names: (description: FormatDescription) => readonly string[],
): ReadonlyMap<string, Format> {
  return new Map(ALL.flatMap(([format, about]) => names(about).map((name) => [name, format] as const)));
}

export function describeFormat(format: Format): FormatDescription {
  return FORMATS[format];
}

/** Does the name of a file say that it is a document? What it is then read as depends on what it holds. */
export function hasDocumentName(path: string): boolean {
  return BY_EXTENSION.has(extensionOf(path));
}

/** Does a `Content-Type` header name a format that there is a reader for? */
export function hasDocumentType(contentType: string): boolean {
  return BY_MEDIA_TYPE.has(mediaTypeOf(contentType));
}

/** How much of a file is looked at to tell its format, in bytes. */
const START_BYTES = 4_096;

/**
 * The format that a file is in, or why it is not read.
 *
 * What it holds decides, as servers are often wrong. A file that was given by its name must be what its ending says,
 * for one of the two is a mistake: a table with the ending of a text would be quoted as a text. The ending and the
 * server are believed where the content leaves it open: Markdown, plain text and a piece of HTML are all text.
 */
export function formatOf(file: InputFile): { readonly format: Format } | { readonly problem: ProblemKind } {
  const { path, contentType } = file;
  const content = contentOf(file);
  const ending = contentType === undefined ? endingOf(path) : '';
  const named = BY_EXTENSION.get(ending);
  const isOther = content !== undefined && content !== named;
  if (ending !== '' && isOther && !isBroken(named, content) && !isHonest(named, content)) {
    return { problem: { kind: 'other-content', extension: ending, content } };
  }
  const format = ending !== '' && named === undefined ? undefined : formatByContent(file, content);
  return format ? { format } : { problem: { kind: 'unknown-format', extension: extensionOf(path) } };
}

/** What a file holds for certain; `undefined` where its beginning could be that of any text. */
function contentOf({ bytes }: InputFile): Content | undefined {
  const text = beginningOf(bytes).toString('utf8');
  const [signed] = ALL.find(([, { isSigned }]) => isSigned?.(text, bytes)) ?? [];
  if (signed !== undefined) return signed as Content;
  if (text.startsWith('{\\rtf')) return 'rtf';
  if (JSON_START.test(text) && JSON_END.test(endOf(bytes))) return 'json';
  return text.startsWith(ZIP) ? 'archive' : undefined;
}

/** Data and nothing else; of front matter in JSON, a text follows. */
const JSON_START = /^\ufeff?\s{0,99}(?:\[\s{0,99})?\{\s{0,99}"[^"\n]{1,200}"\s{0,9}:/;
const JSON_END = /[}\]]\s{0,99}$/;

/** Of a Word document that is cut short its reader says so. */
function isBroken(named: Format | undefined, content: Content): boolean {
  return named === 'docx' && content === 'archive';
}

/** `.json` and the like: of a format that nothing reads, its name tells enough. */
function isHonest(named: Format | undefined, content: Content): boolean {
  return named === undefined && content === 'json';
}

function formatByContent(
  { path, bytes, contentType = '' }: InputFile,
  content: Content | undefined,
): Format | undefined {
  const named = BY_MEDIA_TYPE.get(mediaTypeOf(contentType)) ?? BY_EXTENSION.get(extensionOf(path));
  if (content === 'archive') return named === 'docx' ? named : undefined;
  if (content === 'rtf' || content === 'json') return undefined;
  if (content !== undefined) return content;
  // Servers call any text plain.
  const isSure = named !== 'text' || contentType === '';
  if (named && isSure && FORMATS[named].isText) return named;
  const start = beginningOf(bytes);
  if (start.includes(0)) return named;
  const text = start.toString('utf8');
  return ALL.find(([, { looksLike }]) => looksLike?.test(text))?.[0] ?? 'text';
}

function beginningOf(bytes: Uint8Array): Buffer {
  return bufferOf(bytes).subarray(0, START_BYTES);
}

function endOf(bytes: Uint8Array): string {
  return bufferOf(bytes).subarray(-100).toString('utf8');
}

/** The ending of a name, in lower case; `''` where what follows the last full stop is none: `Report 1.2`. */
function endingOf(path: string): string {
  const extension = extensionOf(path);
  return /^\.[a-z][a-z0-9]{0,9}$/.test(extension) ? extension : '';
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function mediaTypeOf(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

/** The id of the document in a file: its path without extension, in NFC. */
export function documentId(path: string): string {
  return path.slice(0, path.length - extensionOf(path).length).normalize('NFC');
}

/** With its dot, in lower case; `''` where there is none. */
export function extensionOf(path: string): string {
  return /[^/](\.[^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
