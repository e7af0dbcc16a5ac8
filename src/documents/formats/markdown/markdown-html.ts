import { isDeeper, parseHtml } from '../html/dom.js';
import { htmlBlocks } from '../html/html-blocks.js';
import type { TextBlock } from '../layout.js';

/** In elements: of a piece of HTML in Markdown that is deeper, nothing is read. */
const MAX_DEPTH = 50;

/** What a reader sees of HTML that stands between blocks of Markdown. */
export function blocksOfHtml(html: string): TextBlock[] {
  if (isBare(html) || isDeeper(html, MAX_DEPTH)) return [];
  return htmlBlocks(parseHtml(html).body);
}

/** Most HTML in Markdown is a tag alone, or a comment, and need not be parsed. */
function isBare(html: string): boolean {
  let at = 0;
  while (at < html.length) {
    if (html[at] === '<') {
      const end = html.startsWith('<!--', at) ? '-->' : '>';
      const found = html.indexOf(end, at);
      at = found === -1 ? html.length : found + end.length;
    } else if (/\s/.test(html[at] ?? '')) at++;
    else return false;
  }
  return true;
}
