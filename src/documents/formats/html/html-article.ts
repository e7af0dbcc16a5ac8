import { Readability } from '@mozilla/readability';
import type { TextBlock } from '../layout.js';
import { endsSentence } from '../lines.js';
import { type HtmlDocument, type HtmlElement, nameOf, parseHtml } from './dom.js';
import { MAIN, removeHidden } from './hidden.js';
import { htmlBlocks } from './html-blocks.js';

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
  const mainText = unspaced(main?.textContent ?? '');
  const shortMain = main && mainText.length < SHORT ? htmlBlocks(main) : [];
  // It changes the page.
  const readability = new Readability(page as never, { serializer: (node) => node as unknown });
  const found = readability.parse();
  const about = { title: found?.title, byline: found?.byline };
  const blocks = found?.content ? htmlBlocks(found.content as HtmlElement) : [];
  if (isPieceOf(blocks, shortMain)) return { ...about, blocks: shortMain };
  if (blocks.length > 0 && !(mainText !== '' && isBeside(blocks, mainText))) return { ...about, blocks };
  const again = parseHtml(html);
  removeHidden(again);
  const part = mainPart(again);
  const partBlocks = part ? htmlBlocks(part) : [];
  return { ...about, blocks: partBlocks.length > 0 ? partBlocks : htmlBlocks(again.body) };
}

/** The one part that the page marks as its main one. */
function mainPart(page: HtmlDocument): HtmlElement | undefined {
  const parts = [...page.querySelectorAll(MAIN)];
  const named = (name: string) => parts.filter((part) => nameOf(part) === name);
  const roles = parts.filter((part) => part.getAttribute('role') === 'main');
  for (const [part, other] of [named('main'), roles]) if (part) return other ? undefined : part;
  const [article, other] = named('article');
  return other || !article?.querySelector('h1') ? undefined : article;
}

/** In characters: in a longer main part, much may stand around the article. */
const SHORT = 3_000;

/** In characters: what is shorter may be a button. */
const MIN_PROSE = 40;

/** Does an article have less than half of the sentences of the main part? */
function isPieceOf(article: readonly TextBlock[], main: readonly TextBlock[]): boolean {
  const lines = new Set(linesOf(article));
  const sentences = linesOf(main).filter((line) => line.length >= MIN_PROSE && endsSentence(line));
  return lengthOf(sentences.filter((line) => lines.has(line))) < lengthOf(sentences) / 2;
}

/** How many lines tell where an article stands, and how many characters from the middle of each. */
const SAMPLE = 30;
const MIDDLE = 20;

/** Is less than half of an article, by its longest lines, in the text of the main part? */
function isBeside(article: readonly TextBlock[], mainText: string): boolean {
  const longest = linesOf(article)
    .sort((a, b) => b.length - a.length)
    .slice(0, SAMPLE);
  const inside = longest.filter((line) => {
    const middle = Math.floor(line.length / 2);
    return mainText.includes(unspaced(line.slice(Math.max(0, middle - MIDDLE / 2), middle + MIDDLE / 2)));
  });
  return lengthOf(inside) < lengthOf(longest) / 2;
}

function unspaced(text: string): string {
  return text.replace(/\s+/g, '');
}

function linesOf(blocks: readonly TextBlock[]): string[] {
  return blocks.flatMap(({ depth, lines }) => (depth === undefined ? lines.map(({ text }) => text) : []));
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((length, line) => length + line.length, 0);
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
