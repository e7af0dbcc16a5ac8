import {
  classOf,
  type HtmlDocument,
  type HtmlElement,
  type HtmlNode,
  isElement,
  nameOf,
  TEXT,
} from '../dom.js';
import { letters } from './page-names.js';

// A page as text, a line for each block, with what marks its title and dates. Not the text that is quoted: it is read
// for what stands around the article.

export interface PageText {
  readonly text: string;
  /** Elements that say that they are a date, an inner one before the one that it stands in. */
  readonly marks: readonly DateMark[];
  /** The heading that is the title of the page; at the beginning, and empty, where there is none. */
  readonly title: Place;
  /** What stands beside the article (menus, lists of others, comments), in order, and none of it in another. */
  readonly asides: readonly Place[];
  /** The `article` that the title stands in; at the beginning, and empty, where there is none. */
  readonly article: Place;
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** An element that says that it is a date. */
export interface DateMark extends Place {
  readonly says: 'published' | 'updated' | 'date';
  /** Is it so for programs too (`itemprop`, `pubdate`), and not by the name of its style alone? */
  readonly isDeclared: boolean;
  /** The date as a program reads it, from an attribute. */
  readonly value?: string;
}

interface Heading extends Place {
  readonly level: number;
}

const SKIPPED = new Set('script style template noscript select textarea svg iframe object head'.split(' '));

const ASIDE = new Set('nav aside footer blockquote'.split(' '));

const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp small span ' +
    'strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Names of what stands around an article and has dates of its own. */
const AROUND =
  /(?:^|[\s_-])(?:related|sidebar|side|comments?|commentlist|respond|footer|foot|widgets?|recommend\w*|menu|nav[a-z]\w*|calendar|popular|teasers?|archives?|ticker|latest|recent\w*|trending|breaking|more|read-?next|promo|cookie\w*|copyright|events|weather|most-?read|top-?bar|topnav|current-?date|today)(?:$|[\s_-])/i;

const DATED =
  /date|datum|fecha|time(?!line|r)|publi|posted|created|stamp|byline|meta|info|erschien|parution|source|author|laiyuan|riqi/i;
const SAYS_UPDATED = /update|modif|edited|changed|aktual|lastmod/i;
const SAYS_PUBLISHED = /publi|posted|created|(?:entry|post|pub)[-_]?(?:date|time)|issued|dateline/i;
/** In the microformat hAtom a date that is both has both names, and `updated` alone is the one that is required. */
const IN_HATOM = /(?:^|\s)updated(?:$|\s)/;

/** In characters, of an element that is a date. */
const MAX_MARKED = 150;

export function pageText(page: HtmlDocument, title: string | undefined): PageText {
  const pieces: string[] = [];
  const marks: DateMark[] = [];
  const asides: Place[] = [];
  const articles: Place[] = [];
  const headings: Heading[] = [];
  let length = 0;
  const add = (words: string) => {
    pieces.push(words);
    length += words.length;
  };
  const readChildren = (node: HtmlNode) => {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) add((child.textContent ?? '').replace(/[\s\u200b]+/g, ' '));
      else if (isElement(child)) readElement(child);
    }
  };
  const readElement = (element: HtmlElement) => {
    const name = nameOf(element);
    if (name === 'br') add('\n');
    if (SKIPPED.has(name)) return;
    const isBlock = !INLINE.has(name);
    if (isBlock) add('\n');
    const start = length;
    readChildren(element);
    const place = { start, end: length };
    if (/^h[1-6]$/.test(name)) headings.push({ ...place, level: Number(name[1]) });
    const names = namesOf(element);
    if (isAround(name, names)) asides.push(place);
    if (name === 'article') articles.push(place);
    const mark = length - start <= MAX_MARKED && markOf(element, name, names);
    if (mark) marks.push({ ...place, ...mark });
    add(isBlock ? '\n' : ' ');
  };
  readChildren(page.body);
  const text = pieces.join('');
  const heading = titlePlace(text, headings, title);
  const others = asides.filter((aside) => !holds(aside, heading));
  const article = articles.find((place) => holds(place, heading)) ?? NOWHERE;
  return { text, marks, title: heading, article, asides: outermost(others) };
}

function namesOf(element: HtmlElement): string {
  if (!element.hasAttributes()) return '';
  const names = `${classOf(element)} ${element.getAttribute('id') ?? ''}`;
  // Blogger calls all parts of a page widgets, the posts too.
  return names.slice(0, 500).replace('widget Blog', '');
}

function isAround(name: string, names: string): boolean {
  return ASIDE.has(name) || (name !== 'main' && name !== 'article' && AROUND.test(names));
}

type Marked = Pick<DateMark, 'says' | 'value' | 'isDeclared'>;

function markOf(element: HtmlElement, name: string, names: string): Marked | undefined {
  if (name !== 'time' && !element.hasAttributes()) return undefined;
  const property = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`;
  const named = `${names} ${property}`;
  const isPubdate = element.getAttribute('pubdate') !== null;
  if (name !== 'time' && !isPubdate && !DATED.test(named)) return undefined;
  const value = ['datetime', 'content', 'data-datetime', 'title']
    .map((attribute) => element.getAttribute(attribute))
    .find((written) => written && /\d{4}/.test(written));
  const isDeclared = isPubdate || /datepublished|datecreated/i.test(property);
  const isUpdated = SAYS_UPDATED.test(named) && !IN_HATOM.test(names);
  const says = isDeclared || SAYS_PUBLISHED.test(named) ? 'published' : isUpdated ? 'updated' : 'date';
  return { says, isDeclared, ...(value && { value }) };
}

const NOWHERE: Place = { start: 0, end: 0 };

/** Does the title stand in a part of the page? Then that is the article, or has it, whatever it is called. */
function holds(part: Place, title: Place): boolean {
  return part.start <= title.start && title.end <= part.end && title.end > 0;
}

/** In order, and without those that stand in another. */
function outermost(places: readonly Place[]): Place[] {
  const outer: Place[] = [];
  for (const place of places.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (place.end > (outer.at(-1)?.end ?? 0)) outer.push(place);
  return outer;
}

/** The heading that says what the title says, or else most of its letters; or else the first of the highest level. */
function titlePlace(text: string, headings: readonly Heading[], title = ''): Place {
  const wanted = { letters: letters(title), words: new Set(wordsOf(title)) };
  const found = headings.flatMap((heading) => {
    const words = text.slice(heading.start, heading.end);
    const shared = lettersShared(words, wanted);
    return shared > 3 ? [{ heading, shared, others: letters(words).length - shared }] : [];
  });
  const [best] = found.sort(
    (a, b) => b.shared - a.shared || a.others - b.others || a.heading.level - b.heading.level,
  );
  return best?.heading ?? headings.find(({ level }) => level === 1) ?? NOWHERE;
}

interface Wanted {
  readonly letters: string;
  readonly words: ReadonlySet<string>;
}

/** Of its letters: a heading with so many in words of the title says the same, and a sign or two were broken. */
const MOST = 0.75;

/** How many letters a heading shares with the title: one has the other in it, or the title has most words of the heading. */
function lettersShared(heading: string, title: Wanted): number {
  const all = letters(heading);
  if (title.letters.includes(all)) return all.length;
  if (all.includes(title.letters)) return title.letters.length;
  const same = wordsOf(heading)
    .filter((word) => title.words.has(word))
    .join('').length;
  return same > all.length * MOST ? same : 0;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
