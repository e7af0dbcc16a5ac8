import { Readability } from '@mozilla/readability';
import { type HtmlDocument, type HtmlElement, parseHtml } from './dom.js';
import { removeHidden } from './hidden.js';
import { htmlBlocks } from './html-blocks.js';
import type { TextBlock } from './layout.js';
import { endsSentence } from './lines.js';

export interface Article {
  readonly title?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly blocks: readonly TextBlock[];
}

/**
 * What a page is about, without what stands around it. It is what Readability takes for the article; but of a short
 * page that may be what lies over it or stands beside it, and then it is what the page itself marks as its main part.
 * Where neither finds an article, that is all of the page.
 */
export function articleIn(html: string, page: HtmlDocument): Article {
  removeHidden(page);
  const main = mainPart(page);
  const mainBlocks = main ? htmlBlocks(main) : [];
  // It changes the page.
  const readability = new Readability(page as never, { serializer: (node) => node as unknown });
  const found = readability.parse();
  const blocks = found?.content ? htmlBlocks(found.content as HtmlElement) : [];
  const about = { title: found?.title, byline: found?.byline };
  if (misses(blocks, mainBlocks)) return { ...about, blocks: mainBlocks };
  return { ...about, blocks: blocks.length > 0 ? blocks : bodyBlocks(html) };
}

/** The one part that the page marks as its main one. */
function mainPart(page: HtmlDocument): HtmlElement | undefined {
  for (const selector of ['main', '[role="main"]', 'article']) {
    const [part, other] = page.querySelectorAll(selector);
    if (part) return other || (selector === 'article' && !part.querySelector('h1')) ? undefined : part;
  }
}

/** In characters: in a longer main part, much may stand around the article. */
const SHORT = 2_000;

/** Is what was found beside the main part, or less than half of the sentences of one that has few? */
function misses(found: readonly TextBlock[], main: readonly TextBlock[]): boolean {
  const [foundLines, mainLines] = [linesOf(found), linesOf(main)];
  const shared = [...foundLines].filter((line) => mainLines.has(line));
  if (mainLines.size > 0 && lengthOf(shared) < lengthOf(foundLines) / 2) return true;
  const sentences = lengthOf([...mainLines].filter(endsSentence));
  return sentences < SHORT && lengthOf(shared.filter(endsSentence)) < sentences / 2;
}

function linesOf(blocks: readonly TextBlock[]): ReadonlySet<string> {
  return new Set(
    blocks.flatMap(({ depth, lines }) => (depth === undefined ? lines.map(({ text }) => text) : [])),
  );
}

function lengthOf(lines: Iterable<string>): number {
  return [...lines].reduce((length, line) => length + line.length, 0);
}

/** In characters: a page that has more to say than that it needs a script has text. */
const MAX_NOTICE = 300;

const NEEDS_SCRIPT =
  /\b(?:enable|activate|require|need|without|turn on|allow)\w*\b.{0,60}java-?script|java-?script.{0,60}(?:enabled?|disabled|required|needed|turned|启用|开启|禁用)|(?:启用|开启|打开).{0,20}java-?script/i;
const WAITS = /^\W{0,5}(?:loading|please wait|one moment|just a moment|正在加载|加载中|请稍候).{0,40}$/iu;

/** Is there nothing in a page but what stands there until a script has put it together? */
export function isMadeByScript(html: string, { blocks }: Article): boolean {
  const words = blocks.flatMap(({ lines }) => lines.map(({ text }) => text)).join(' ');
  if (!/<script[\s>]/i.test(html) || words.length > MAX_NOTICE) return false;
  return words === '' || NEEDS_SCRIPT.test(words) || WAITS.test(words);
}

function bodyBlocks(html: string): TextBlock[] {
  const page = parseHtml(html);
  removeHidden(page);
  return htmlBlocks(page.body);
}
