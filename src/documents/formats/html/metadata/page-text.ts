import { type HtmlDocument, type HtmlElement, type HtmlNode, isElement, TEXT } from '../dom.js';
import { letters } from './page-names.js';

// A page as text, line by line, with what marks its title and dates. Not the text that is quoted: it is read for what
// stands around the article.

export interface PageText {
  readonly text: string;
  readonly lines: readonly PageLine[];
  /** Where the heading stands that is the title of the page; at the beginning, and empty, where there is none. */
  readonly title: Place;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

export interface PageLine extends Place {
  /** Of the elements that it is part of, or that are part of it; inner ones before outer ones. */
  readonly marks: readonly DateMark[];
  /** Does it stand beside the article: in a menu, a list of others, a comment? */
  readonly isAside: boolean;
}

/** An element that says that it is a date. */
export interface DateMark extends Place {
  readonly says: 'published' | 'updated' | 'date';
  /** Is it so for programs too (`itemprop`, `pubdate`), and not by the name of its style alone? */
  readonly isDeclared: boolean;
  /** The date as a program reads it, from an attribute. */
  readonly value?: string;
}

const SKIPPED = new Set('SCRIPT STYLE TEMPLATE NOSCRIPT SELECT TEXTAREA SVG IFRAME OBJECT HEAD'.split(' '));

const ASIDE = new Set('NAV ASIDE FOOTER BLOCKQUOTE'.split(' '));

const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK NOBR Q S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/** Names of what stands around an article and has dates of its own. */
const AROUND =
  /(?:^|[\s_-])(?:related|sidebar|side|comments?|commentlist|respond|footer|foot|widgets?|recommend\w*|menu|nav[a-z]\w*|calendar|popular|teasers?|archives?|ticker|latest|recent\w*|trending|breaking|more|read-?next|promo|banner|cookie\w*|copyright|events?|weather|most-?read|top-?bar|topnav|current-?date|today)(?:$|[\s_-])/i;

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
  const headings: (Place & { readonly level: number })[] = [];
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
    const tag = element.nodeName.toUpperCase();
    if (tag === 'BR') add('\n');
    if (SKIPPED.has(tag)) return;
    const isBlock = !INLINE.has(tag);
    if (isBlock) add('\n');
    const start = length;
    readChildren(element);
    const place = { start, end: length };
    if (/^H[1-6]$/.test(tag)) headings.push({ ...place, level: Number(tag[1]) });
    const names = namesOf(element);
    if (isAround(tag, names)) asides.push(place);
    const mark = length - start <= MAX_MARKED && markOf(element, tag, names);
    if (mark) marks.push({ ...place, ...mark });
    add(isBlock ? '\n' : ' ');
  };
  readChildren(page.body);
  const text = pieces.join('');
  const place = titlePlace(text, headings, title);
  // What the title stands in is the article, whatever it is called.
  const beside = asides.filter(
    ({ start, end }) => !(start <= place.start && place.end <= end && place.end > 0),
  );
  return { text, lines: linesOf(text, marks, beside), title: place };
}

function namesOf(element: HtmlElement): string {
  if (!element.hasAttributes()) return '';
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  // Blogger calls all parts of a page widgets, the posts too.
  return names.slice(0, 500).replace('widget Blog', '');
}

function isAround(tag: string, names: string): boolean {
  return ASIDE.has(tag) || (tag !== 'MAIN' && tag !== 'ARTICLE' && AROUND.test(names));
}

type Marked = Pick<DateMark, 'says' | 'value' | 'isDeclared'>;

function markOf(element: HtmlElement, tag: string, names: string): Marked | undefined {
  if (tag !== 'TIME' && !element.hasAttributes()) return undefined;
  const property = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`;
  const named = `${names} ${property}`;
  const isPubdate = element.getAttribute('pubdate') !== null;
  if (tag !== 'TIME' && !isPubdate && !DATED.test(named)) return undefined;
  const value = ['datetime', 'content', 'data-datetime', 'title']
    .map((name) => element.getAttribute(name))
    .find((attribute) => attribute && /\d{4}/.test(attribute));
  const isDeclared = isPubdate || /datepublished|datecreated/i.test(property);
  const isUpdated = SAYS_UPDATED.test(named) && !IN_HATOM.test(names);
  const says = isDeclared || SAYS_PUBLISHED.test(named) ? 'published' : isUpdated ? 'updated' : 'date';
  return { says, isDeclared, ...(value && { value }) };
}

function linesOf(text: string, marks: readonly DateMark[], asides: readonly Place[]): PageLine[] {
  const marksOf = sweep(marks);
  const asidesOf = sweep(asides);
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const place = { start, end: start + line.length };
    start = place.end + 1;
    const own = marksOf(place);
    if (line.trim() === '' && own.length === 0) return [];
    return [{ ...place, marks: own, isAside: asidesOf(place).length > 0 }];
  });
}

const NOWHERE: never[] = [];

/** Which of some places overlap another, asked for others from first to last. */
function sweep<T extends Place>(places: readonly T[]): (other: Place) => T[] {
  const waiting = [...places].sort((a, b) => a.start - b.start);
  let next = 0;
  let open: T[] = [];
  return ({ start, end }) => {
    for (let place = waiting[next]; place && place.start <= end; place = waiting[++next]) open.push(place);
    if (open.length === 0) return NOWHERE;
    open = open.filter((place) => place.end >= start);
    return open.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  };
}

/** The heading that shares most of its letters with the title; else the first of the highest level. */
function titlePlace(
  text: string,
  headings: readonly (Place & { readonly level: number })[],
  title: string | undefined,
): Place {
  const wanted = letters(title ?? '');
  const found = headings.flatMap((heading) => {
    const words = letters(text.slice(heading.start, heading.end));
    const shared = wanted.includes(words) ? words.length : words.includes(wanted) ? wanted.length : 0;
    return shared > 3 ? [{ heading, shared }] : [];
  });
  const [best] = found.sort((a, b) => b.shared - a.shared || a.heading.level - b.heading.level);
  return best?.heading ?? headings.find(({ level }) => level === 1) ?? { start: 0, end: 0 };
}
