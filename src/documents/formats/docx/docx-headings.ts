import {
  childrenOf,
  elementsIn,
  type HtmlDocument,
  type HtmlElement,
  isElement,
  nameOf,
  rename,
} from '../html/dom.js';

/** In characters. */
const MAX_HEADING = 100;

/** In characters: a paragraph below a heading has so many, or ends like a sentence. */
const MIN_PROSE = 60;

/** Where the line of a title breaks, words are left over on either side: `… of | the …`, `关于… | 的若干措施`. */
const GOES_ON = /(?:\b(?:of|and|for|the|on|in|to|with|a)|[及和与关于、])$/iu;
const CONTINUES = /^(?:\p{Ll}|[的及和与暨之])/u;

/**
 * Makes headings of the short paragraphs in bold that stand right above text, and the title of the first one, in a
 * document without headings: many authors know no other. The page is what mammoth makes of a document.
 */
export function markBoldHeadings(page: HtmlDocument): void {
  if (
    [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')].some(
      (heading) => heading.getAttribute('class') !== 'title',
    )
  )
    return;
  const parts = elementsIn(page.body);
  const isBold = parts.map(isBoldLine);
  const others = isBold.indexOf(false);
  const [first, second, third] = parts;
  if (first && isBold[0] && others > 0 && parts.length > 2) {
    if (second && isBold[1] && !(third && isBold[2]) && isOneTitle(first, second)) {
      first.append(page.createElement('br'), ...childrenOf(second));
      second.remove();
    }
    rename(page, first, 'h1');
  }
  parts.forEach((part, position) => {
    const next = parts[position + 1];
    if (position > 0 && isBold[position] && next && !isBold[position + 1] && isText(next))
      rename(page, part, 'h2');
  });
}

function isBoldLine(part: HtmlElement): boolean {
  const text = textOf(part);
  if (nameOf(part) !== 'p' || text.length > MAX_HEADING || /[.。;；,，:：!！]$/.test(text)) return false;
  const pieces = childrenOf(part);
  return /\p{L}/u.test(text) && pieces.every((piece) => isElement(piece) && nameOf(piece) === 'strong');
}

function isOneTitle(first: HtmlElement, second: HtmlElement): boolean {
  return GOES_ON.test(textOf(first)) || CONTINUES.test(textOf(second));
}

function isText(part: HtmlElement): boolean {
  const text = textOf(part);
  return nameOf(part) !== 'p' || text.length >= MIN_PROSE || /[.。!！?？;；:：]$/.test(text);
}

function textOf(part: HtmlElement): string {
  return part.textContent?.trim() ?? '';
}
