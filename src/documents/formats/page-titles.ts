import type { HtmlDocument } from './dom.js';
import { asTitle, isSame, letters } from './page-names.js';

/** What a page gives as its title, and the words that belong to its site. */
export interface TitleClues {
  /** What is made for this: `ArticleTitle`, `og:title` and so on, best first. */
  readonly declared: readonly string[];
  /** Headlines in JSON-LD, which some sites use for a description. */
  readonly headlines: readonly string[];
  /** Of the site, its channels and sections. */
  readonly siteNames: readonly string[];
}

/**
 * The title of a page, without the names of the site and the channel that pages have behind or before it. Nothing where
 * the page declares none, and nothing tells which part of the title of its tab is its own.
 */
export function pageTitle(
  page: HtmlDocument,
  { declared, headlines, siteNames }: TitleClues,
): string | undefined {
  const headings = headingsOf(page);
  const tabTitle = tabTitleOf(page);
  const shown = [...headings, ...(tabTitle ? [tabTitle] : [])];
  const headline = headlines.find((words) => shown.length === 0 || shown.some((one) => includes(one, words)));
  const title = [headline, ...declared].map(asTitle).find((words) => words !== undefined);
  if (title) return withoutSite(title, headings, siteNames);
  const own = tabTitle && withoutSite(tabTitle, headings, siteNames);
  return own === tabTitle && !headings.includes(own ?? '') ? undefined : own;
}

/** What a browser shows on the tab of the page. */
export function tabTitleOf(page: HtmlDocument): string | undefined {
  return asTitle(page.querySelector('title')?.textContent);
}

/** The headings of the first level. */
export function headingsOf(page: HtmlDocument): string[] {
  return [...page.querySelectorAll('h1')].flatMap(({ textContent }) => asTitle(textContent) ?? []);
}

function includes(shown: string, words: string): boolean {
  const looked = letters(words);
  return looked !== '' && letters(shown).includes(looked);
}

/** What stands between a title and the name of a site. */
const BETWEEN =
  /\s[-–—·•:»«›‹<>~/]{1,2}\s|\s?[|｜_]\s?|\s?[–—]\s?|(?<=\p{Script=Han}|[”》）])-(?=\p{Script=Han})/u;

/**
 * `An article | The Site` → `An article`, if that is a heading of the page, or the rest names its site.
 *
 * @param siteNames Of the site and of its channels.
 */
export function withoutSite(
  title: string,
  headings: readonly string[],
  siteNames: readonly string[],
): string {
  const pieces = piecesOf(title);
  if (pieces.length < 2) return title;
  let first = 0;
  let last = pieces.length;
  const textOf = (from: number, to: number) =>
    title.slice(pieces[from]?.start ?? 0, pieces[to - 1]?.end ?? title.length);
  for (let from = 0; from < pieces.length; from++)
    for (let to = pieces.length; to > from; to--)
      if (to - from < pieces.length && headings.some((heading) => isSame(heading, textOf(from, to))))
        return textOf(from, to);
  const isSite = (at: number) => siteNames.some((name) => isSame(name, textOf(at, at + 1)));
  while (last - first > 1 && isSite(last - 1)) last--;
  while (last - first > 1 && isSite(first)) first++;
  return textOf(first, last);
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** More pieces than these are a list of words, and no title with a site. */
const MAX_PIECES = 12;

function piecesOf(title: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const { 0: sign, index } of title.matchAll(new RegExp(BETWEEN, 'gu'))) {
    if (index > start) pieces.push({ start, end: index });
    start = index + sign.length;
  }
  if (start < title.length) pieces.push({ start, end: title.length });
  return pieces.length <= MAX_PIECES ? pieces : [];
}
