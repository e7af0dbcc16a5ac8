import type { ElementsByName } from '../dom.js';
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
  named: ElementsByName,
  { declared, headlines, siteNames }: TitleClues,
): string | undefined {
  const headings = headingsOf(named, 'h1');
  const all = [...headings, ...headingsOf(named, 'h2')];
  const tabTitle = tabTitleOf(named);
  const shown = [...headings, ...(tabTitle ? [tabTitle] : [])];
  const headline = headlines.find((words) => shown.length === 0 || shown.some((one) => includes(one, words)));
  const title = [headline, ...declared].map(asTitle).find((words) => words !== undefined);
  if (title) return withoutSite(title, all, siteNames);
  const own = tabTitle && withoutSite(tabTitle, all, siteNames);
  return own === tabTitle && !headings.includes(own ?? '') ? undefined : own;
}

/** What a browser shows on the tab of the page. */
export function tabTitleOf(named: ElementsByName): string | undefined {
  return asTitle(named('title')[0]?.textContent);
}

/** More headings than these are a list, and none of them is the title. */
const MAX_HEADINGS = 20;

/** The headings of a level that may be the title. */
function headingsOf(named: ElementsByName, level: 'h1' | 'h2'): string[] {
  const headings = named(level).slice(0, MAX_HEADINGS);
  return headings.flatMap(({ textContent }) => asTitle(textContent) ?? []);
}

function includes(shown: string, words: string): boolean {
  const looked = letters(words);
  return looked !== '' && letters(shown).includes(looked);
}

/** What stands between a title and the name of a site. */
const BETWEEN =
  /\s[-–—·•:»«›‹<>~/]{1,2}\s|\s?[|｜_]\s?|\s?[–—]\s?|(?<=\p{Script=Han}|[”》）])-(?=\p{Script=Han})/gu;

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
  const textOf = (from: number, to: number) =>
    title.slice(pieces[from]?.start ?? 0, pieces[to - 1]?.end ?? title.length);
  const isSite = (from: number, to: number) => siteNames.some((name) => isSame(name, textOf(from, to)));
  const isFirstHeading = (text: string) =>
    /\p{Script=Han}{4}/u.test(text) && headings[0] !== undefined && isSame(headings[0], text);
  // The longest part that is a heading; a short one may be the name of the site.
  for (let length = pieces.length - 1; length > 0; length--)
    for (let from = 0; from + length <= pieces.length; from++) {
      const text = textOf(from, from + length);
      const isMost =
        letters(text).length * 2 >= letters(title).length ||
        (from === 0 && (length === pieces.length - 1 || isFirstHeading(text)));
      if (isMost && !isSite(from, from + length) && headings.some((heading) => isSame(heading, text)))
        return text;
    }
  for (let from = 1; from < pieces.length; from++)
    if (isSite(from, pieces.length)) return withoutSite(textOf(0, from), headings, siteNames);
  for (let to = pieces.length - 1; to > 0; to--)
    if (isSite(0, to)) return withoutSite(textOf(to, pieces.length), headings, siteNames);
  return title;
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
  for (const { 0: sign, index } of title.matchAll(BETWEEN)) {
    if (index > start) pieces.push({ start, end: index });
    start = index + sign.length;
  }
  if (start < title.length) pieces.push({ start, end: title.length });
  return pieces.length <= MAX_PIECES ? pieces : [];
}
