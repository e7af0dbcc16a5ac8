import type { Span } from '../../documents/document.js';

const quoted =
  /"([^"]+)"|[“„]([^“”„]+)[”“]|«([^«»]+)»|「([^「」]+)」|『([^『』]+)』|(?<![\p{L}\p{N}])['‘]([^'‘’]{3,})['’](?![\p{L}\p{N}])/gu;

/** What stands between quotation marks in a text, with them; a text that is nothing but a quotation quotes nothing. */
export function quotesIn(text: string): Span[] {
  return [...text.matchAll(quoted)]
    .map(({ 0: raw, index }) => ({ start: index, end: index + raw.length }))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(0, start) + text.slice(end)));
}

const phrase = /["“”„]([^"“”„]+)["“”„]|«([^«»]+)»|「([^「」]+)」|『([^『』]+)』/gu;

/** What stands between double quotation marks in a text, without them: words that are meant as they are. */
export function phrasesIn(text: string): string[] {
  return [...text.matchAll(phrase)]
    .map(([, ...inside]) => foldSpelling(inside.find((one) => one !== undefined) ?? ''))
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** A text for finding phrases word for word: white space, dashes, quotation marks and case of one kind each. */
export function foldSpelling(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/["“”„«»「」『』]/g, '"')
    .replaceAll(/[‐-―−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether a phrase stands in a text, both folded, and no word of it is only a part of one there. */
export function hasPhrase(text: string, wanted: string): boolean {
  const [first, last] = [wanted.charAt(0), wanted.slice(-1)];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (!areOneWord(text.charAt(at - 1), first) && !areOneWord(last, text.charAt(end))) return true;
  }
  return false;
}

/** Whether no word ends between two characters; Chinese has no spaces between words. */
function areOneWord(before: string, after: string): boolean {
  return inWord.test(before) && inWord.test(after);
}

const inWord = /[^\P{L}\p{sc=Han}]|\p{N}/u;

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
