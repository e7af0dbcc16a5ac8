import { sourceOf } from '../../source-fields.js';
import { charsetInPage, decodeFile } from '../decode.js';
import { layOut } from '../layout.js';
import { withNumberedHeadings } from '../numbered-headings.js';
import type { InputFile, OutlineResult } from '../reader.js';
import { withTitleLines } from '../title-lines.js';
import { isDeeper, parseHtml } from './dom.js';
import { articleIn, isMadeByScript } from './html-article.js';
import { pageMetadata } from './metadata/page-metadata.js';
import { asTitle, nameInByline } from './metadata/page-names.js';
import { pageDifferences } from './page-differences.js';
import { pageWords } from './page-words.js';

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
  const words = pageWords(page.body);
  const article = articleIn(html, page);
  if (isMadeByScript(html, article)) return { problems: [{ file: file.path, kind: 'made-by-script' }] };
  const title = declared ?? asTitle(article.title);
  const author = nameInByline(article.byline, declaredSource.publisher);
  const source = sourceOf({ author, ...declaredSource });
  const blocks = withTitleLines(withNumberedHeadings(article.blocks), title);
  const outline = layOut(blocks, title);
  const differences = pageDifferences(outline.text, words);
  return { outline: { ...outline, ...(source && { source }), pageDifferences: differences }, problems };
}

/** Where a page was fetched from; a file of the folder has none. */
function addressOf({ path }: InputFile): string | undefined {
  return /^https?:\/\//.test(path) ? path : undefined;
}
