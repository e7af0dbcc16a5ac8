import { Readability } from '@mozilla/readability';
import { sourceOf } from '../source-fields.js';
import { charsetInPage, decodeFile } from './decode.js';
import { type HtmlDocument, type HtmlElement, isDeeper, parseHtml } from './dom.js';
import { htmlBlocks } from './html-blocks.js';
import { layOut, type TextBlock } from './layout.js';
import { pageMetadata } from './page-metadata.js';
import { asTitle, nameInByline } from './page-names.js';
import type { InputFile, OutlineResult } from './reader.js';

/**
 * In elements. Readability compares each with those above it, so that its time grows fast with the depth. Ordinary
 * pages are a third as deep.
 */
const MAX_DEPTH = 200;

/**
 * Reads a web page. The canonical text is what Readability takes for the article: headings, paragraphs, lists with
 * a line for each item and tables with a line for each row; without menus, forms and scripts. Where it finds no
 * article, that is all of the page.
 *
 * Title and source are what the page says of itself (JSON-LD, Open Graph and other `meta` tags).
 */
export function readHtml(file: InputFile): OutlineResult {
  const { text: html, problems } = decodeFile(file, charsetInPage(file.bytes));
  if (html === undefined) return { problems };
  if (isDeeper(html, MAX_DEPTH)) return { problems: [{ file: file.path, kind: 'too-deep' }] };
  const page = parseHtml(html);
  const { title: declared, ...declaredSource } = pageMetadata(page, addressOf(file));
  const article = articleOf(page);
  const title = declared ?? asTitle(article?.title);
  const author = nameInByline(article?.byline, declaredSource.publisher);
  const source = sourceOf({ author, ...declaredSource });
  const blocks = article?.blocks ?? htmlBlocks(parseHtml(html).body);
  return { outline: { ...layOut(blocks, title), ...(source && { source }) }, problems };
}

/** Where a page was fetched from; a file of the folder has none. */
function addressOf({ path }: InputFile): string | undefined {
  return /^https?:\/\//.test(path) ? path : undefined;
}

interface Article {
  readonly title?: string | null | undefined;
  readonly byline?: string | null | undefined;
  readonly blocks: readonly TextBlock[];
}

/** What Readability takes for the article; it changes the page. */
function articleOf(page: HtmlDocument): Article | undefined {
  const readability = new Readability(page as never, { serializer: (node) => node as unknown });
  const article = readability.parse();
  const blocks = article?.content ? htmlBlocks(article.content as HtmlElement) : [];
  return blocks.length > 0 ? { ...article, blocks } : undefined;
}
