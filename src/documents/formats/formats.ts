import type { InputFile } from './reader.js';

// Apart from the readers, so that a start that finds everything in the cache loads none of them.

export type Format = 'markdown' | 'text' | 'html' | 'pdf' | 'docx';

/** The largest file of each format that is read, in bytes. Of text, 2 MB are a book of 300,000 words. */
export const MAX_BYTES: Readonly<Record<Format, number>> = {
  markdown: 2_000_000,
  text: 2_000_000,
  html: 8_000_000,
  pdf: 8_000_000,
  docx: 8_000_000,
};

/** No file that has more bytes is read, whatever its format. */
export const MAX_BYTES_OF_ANY = Math.max(...Object.values(MAX_BYTES));

const NAMES = formatsBy({
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.txt': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
});

const MEDIA_TYPES = formatsBy({
  'text/markdown': 'markdown',
  'text/x-markdown': 'markdown',
  'text/plain': 'text',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
});

function formatsBy(formats: Readonly<Record<string, Format>>): ReadonlyMap<string, Format> {
  return new Map(Object.entries(formats));
}

/** Does the name of a file say that it is a document? What it is then read as depends on what it holds. */
export function hasDocumentName(path: string): boolean {
  return NAMES.has(extensionOf(path));
}

/** The media type of a `Content-Type` header names a format that there is a reader for. */
export function hasDocumentType(contentType: string): boolean {
  return MEDIA_TYPES.has(mediaTypeOf(contentType));
}

/** The usual extension, with its dot, of files in a format. */
export function extensionFor(format: Format): string {
  return [...NAMES].find(([, named]) => named === format)?.[0] ?? '';
}

/**
 * The format that a file is in, or `undefined` where there is no reader for it.
 *
 * What it holds decides, as names and servers are often wrong. They are asked only where the content leaves it
 * open: Markdown, plain text and a piece of HTML are all text.
 */
export function formatOf({ path, bytes, contentType = '' }: InputFile): Format | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4_096));
  const text = start.toString('utf8');
  if (/^\ufeff?\s*%PDF-/.test(text)) return 'pdf';
  const named = MEDIA_TYPES.get(mediaTypeOf(contentType)) ?? NAMES.get(extensionOf(path));
  // The reader says that a broken one is broken.
  if (text.startsWith('PK\x03\x04')) return isDocx(bytes) || named === 'docx' ? 'docx' : undefined;
  if (HTML_DOCUMENT.test(text)) return 'html';
  if (named === 'html' || named === 'markdown' || (named === 'text' && contentType === '')) return named;
  if (start.includes(0) || text.startsWith('{\\rtf')) return named;
  if (HTML_PIECE.test(text)) return 'html';
  return MARKDOWN.test(text) ? 'markdown' : 'text';
}

/** The names of a zip archive's files stand in it as they are. */
function isDocx(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml');
}

const BEFORE_HTML = String.raw`^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*`;
const HTML_DOCUMENT = new RegExp(String.raw`${BEFORE_HTML}<(?:!doctype\s+html|html)[\s>]`, 'i');
const HTML_PIECE = new RegExp(
  String.raw`${BEFORE_HTML}<(?:head|body|title|meta|main|article|section|div|p|h[1-6]|table|ul|ol)[\s>]`,
  'i',
);

/** Front matter, a heading, a link, or a footnote. */
const MARKDOWN = /^(?:\ufeff?---\r?\n[\w-]+:|#{1,6} \S|\[\^[^\]]+\]:)|\]\(https?:/m;

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
