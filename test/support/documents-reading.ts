import type { Document, Span } from '../../src/documents/document.js';
import { readMarkdown } from '../../src/documents/formats/markdown/markdown.js';
import { readPlainText } from '../../src/documents/formats/text/plain-text.js';
import { resultOf } from '../../src/documents/read.js';

/** Reads a text as the file `path`: Markdown, or plain text where its name ends in `.txt`. */
export function read(path: string, text: string) {
  const bytes = new TextEncoder().encode(text);
  // Drops a byte order mark.
  const decoded = new TextDecoder().decode(bytes);
  const reading = path.endsWith('.txt') ? readPlainText(decoded) : readMarkdown(decoded, path);
  return resultOf({ path, bytes }, reading);
}

/** The document of a text that must give one. */
export function documentOf(path: string, text: string): Document {
  const { document, problems } = read(path, text);
  if (!document) throw new Error(`No document: ${JSON.stringify(problems)}`);
  return document;
}

/** What a test wants to see of a document: title, and each paragraph's headings and words. */
export function outline({ title, text, paragraphs }: Document) {
  return {
    title,
    paragraphs: paragraphs.map(({ headings, start, end }) => [...headings, text.slice(start, end)]),
  };
}

/** The sentences of a document, a list for each paragraph. */
export function sentences({ text, paragraphs }: Document): string[][] {
  return paragraphs.map((paragraph) => slices(text, paragraph.sentences));
}

export function slices(text: string, spans: readonly Span[]): string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}
