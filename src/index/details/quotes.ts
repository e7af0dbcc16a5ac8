import type { Span } from '../../documents/document.js';

const quoted =
  /"([^"]+)"|[“„]([^“”„]+)[”“]|«([^«»]+)»|「([^「」]+)」|『([^『』]+)』|(?<![\p{L}\p{N}])['‘]([^'‘’]{3,})['’](?![\p{L}\p{N}])/gu;

/** What stands between quotation marks in a text, with them; a text that is nothing but a quotation quotes nothing. */
export function quotesIn(text: string): Span[] {
  return [...text.matchAll(quoted)]
    .map(({ 0: raw, index }) => ({ start: index, end: index + raw.length }))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(0, start) + text.slice(end)));
}

/** A text for comparing quotations: white space, dashes and case of one kind each, without quotation marks and apostrophes. */
export function foldQuotation(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/["“”„«»「」『』‘’']/g, '')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** A quotation without its marks, and without the full stop that typists put before the last of them. */
export function unquoted(text: string): string {
  return foldQuotation(text).replace(/[.,;?!]$/, '');
}
