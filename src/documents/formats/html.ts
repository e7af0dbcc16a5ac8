import { sourceOf } from '../source-fields.js';
import { charsetIn, decode } from './decode.js';
import { isDeeper, parseHtml } from './dom.js';
import { articleIn, isMadeByScript } from './html-article.js';
import { layOut } from './layout.js';
import { withNumberedHeadings } from './numbered-headings.js';
import { asName, asTitle, pageMetadata } from './page-metadata.js';
import type { InputFile, OutlineResult } from './reader.js';
import { withTitleLines } from './title-lines.js';

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
  const decoded = decode(file.bytes, charsetOf(file));
  if ('problem' in decoded) return { problems: [{ file: file.path, ...decoded.problem }] };
  const html = decoded.text;
  if (isDeeper(html, MAX_DEPTH)) return { problems: [{ file: file.path, kind: 'too-deep' }] };
  const page = parseHtml(html);
  const { title: declared, ...declaredSource } = pageMetadata(page);
  const headings = [...page.querySelectorAll('h1')].flatMap(({ textContent }) => asTitle(textContent) ?? []);
  const article = articleIn(html, page);
  if (isMadeByScript(html, article)) return { problems: [{ file: file.path, kind: 'made-by-script' }] };
  const title = withoutSite(declared ?? asTitle(article.title), declaredSource.publisher, headings);
  const source = sourceOf({ author: asName(article.byline), ...declaredSource });
  const blocks = withTitleLines(withNumberedHeadings(article.blocks), title);
  return { outline: { ...layOut(blocks, title), ...(source && { source }) }, problems: [] };
}

/**
 * `An article | The Site` → `An article`, if the page has the first part as its heading, or gives the second as the
 * name of its site.
 */
function withoutSite(
  title: string | undefined,
  publisher: string | undefined,
  headings: readonly string[],
): string | undefined {
  const [, head, site] = /^(.*\S)\s*[|–—·_-]\s*(\S.*)$/u.exec(title ?? '') ?? [];
  if (head === undefined) return title;
  return site === publisher || headings.includes(head) ? head : title;
}

/** What the server says counts before what the page says, as in browsers. */
function charsetOf({ bytes, contentType }: InputFile): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  return charsetIn(contentType) ?? /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
}
