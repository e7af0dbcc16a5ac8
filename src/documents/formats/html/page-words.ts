import { type HtmlNode, isElement, nameOf, TEXT } from './dom.js';
import { isHidden } from './hidden.js';
import { withoutUnseen } from './html-inline.js';
import { isNoteMark } from './html-notes.js';

/** What these stand around goes on in the words beside them; all others begin something else. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr output samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/**
 * The words of a page as its text nodes have them, a line for each stretch that a browser's search goes through in one:
 * it stops at a block, a picture and what is left out here.
 */
export function pageWords(node: HtmlNode): string {
  const words: string[] = [];
  gather(node, words);
  return words.join('').split(BOUNDARY).map(onLine).filter(Boolean).join('\n');
}

/** A browser shows a line break as a space, also between Chinese characters, and searches for it as one. */
function onLine(words: string): string {
  return withoutUnseen(words)
    .replace(/[ \t\r\n\f]+/g, ' ')
    .trim();
}

const BOUNDARY = '\u2029';

function gather(node: HtmlNode, words: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === TEXT) words.push(child.textContent ?? '');
    else if (isElement(child)) gatherElement(child, words);
  }
}

function gatherElement(element: Parameters<typeof isHidden>[0], words: string[]): void {
  const name = nameOf(element);
  if (isHidden(element) || isNoteMark(element)) words.push(BOUNDARY);
  else if (name === 'pre')
    words.push(BOUNDARY, (element.textContent ?? '').replaceAll('\n', BOUNDARY), BOUNDARY);
  else if (INLINE.has(name)) gather(element, words);
  else {
    words.push(BOUNDARY);
    gather(element, words);
    words.push(BOUNDARY);
  }
}
