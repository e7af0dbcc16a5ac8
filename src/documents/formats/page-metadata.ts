import type { Source } from '../document.js';
import { isPartialDate, language, present, url } from '../source-fields.js';
import type { HtmlDocument, HtmlElement } from './dom.js';
import { collapseWhiteSpace } from './layout.js';

type Metadata = Pick<Source, 'title' | 'publisher' | 'author' | 'published' | 'url' | 'language'>;

/**
 * What a page says of itself: in JSON-LD (schema.org), Open Graph, Dublin Core, the tags for Google Scholar, and
 * those of HTML itself. The first one that makes sense counts; what none of them says is absent.
 */
export function pageMetadata(page: HtmlDocument): Metadata {
  const article = articleData(page);
  const meta = metaTags(page);
  const of = (...names: string[]) => names.flatMap((name) => meta.get(name) ?? []);
  const attribute = (selector: string, name: string) =>
    [...page.querySelectorAll(selector)].map((element) => element.getAttribute(name));
  return present({
    title: first(asTitle, [
      article.headline,
      ...of('og:title', 'citation_title', 'dc.title', 'twitter:title'),
    ]),
    publisher: first(asName, [
      ...of('og:site_name'),
      ...namesIn(article.publisher),
      ...of('citation_publisher', 'dc.publisher', 'application-name'),
    ]),
    author: first(asName, [
      namesIn(article.author).join(', '),
      of('citation_author').join(', '),
      ...of('author', 'article:author', 'dc.creator', 'parsely-author'),
    ]),
    published: first(asDate, [
      article.datePublished,
      ...of('article:published_time', 'citation_publication_date', 'citation_date', 'datepublished'),
      ...of('dc.date.issued', 'dc.date', 'pubdate', 'publishdate', 'date'),
      ...attribute('time[itemprop="datePublished"], time[pubdate]', 'datetime'),
    ]),
    url: first(asUrl, [...attribute('link[rel="canonical"]', 'href'), ...of('og:url'), article.url]),
    language: first(asLanguage, [
      page.documentElement.getAttribute('lang'),
      ...of('content-language', 'dc.language', 'og:locale'),
      article.inLanguage,
    ]),
  });
}

/** The contents of the `meta` tags by their name in lower case. */
function metaTags(page: HtmlDocument): Map<string, string[]> {
  const tags = new Map<string, string[]>();
  for (const element of page.querySelectorAll('meta[content]')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv'].map((key) => element.getAttribute(key));
    const key = name
      .find(Boolean)
      ?.trim()
      .toLowerCase()
      .replace(/^dcterms[.:]|^dc:/, 'dc.');
    if (key) tags.set(key, [...(tags.get(key) ?? []), element.getAttribute('content') ?? '']);
  }
  return tags;
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The JSON-LD of the page about an article, or else about anything with a date of publication. */
function articleData(page: HtmlDocument): JsonObject {
  const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')];
  const things = scripts.flatMap((script) => thingsIn(parseJson(script), 0));
  const isArticle = (thing: JsonObject) => /article|report|posting/i.test(String(thing['@type']));
  return things.find(isArticle) ?? things.find((thing) => 'datePublished' in thing) ?? {};
}

function parseJson(script: HtmlElement): unknown {
  try {
    return JSON.parse(script.textContent ?? '');
  } catch {
    return undefined;
  }
}

function thingsIn(value: unknown, depth: number): JsonObject[] {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((item) => thingsIn(item, depth + 1));
  if (!isJsonObject(value)) return [];
  return [value, ...thingsIn(value['@graph'], depth + 1)];
}

/** A name, a thing that has one, or a list of these. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((item) => !Array.isArray(item)).flatMap(namesIn);
  const name = isJsonObject(value) ? value.name : value;
  return typeof name === 'string' && asName(name) !== undefined ? [name] : [];
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What `read` makes of the first candidate that it can read. */
function first(
  read: (candidate: string) => string | undefined,
  candidates: readonly unknown[],
): string | undefined {
  for (const candidate of candidates) {
    const value = typeof candidate === 'string' ? read(candidate) : undefined;
    if (value !== undefined) return value;
  }
}

/** In characters: a longer name or title is one that something went wrong with. */
const MAX_LENGTH = 300;

export function asTitle(words: string | null | undefined): string | undefined {
  const text = collapseWhiteSpace(words ?? '').trim();
  return text !== '' && text.length <= MAX_LENGTH ? text : undefined;
}

/** A person or an organisation, but not the address of a profile, which some pages give instead. */
export function asName(words: string | null | undefined): string | undefined {
  const text = asTitle(words)?.replace(/^by\s+/i, '');
  return text && !/^(?:https?:|@)/i.test(text) ? text : undefined;
}

/** The day as it is written: in the time zone of its author. */
function asDate(words: string): string | undefined {
  const [, year = '', month, day] = /(\d{4})(?:[-/.年]?(\d{1,2})(?:[-/.月]?(\d{1,2}))?)?/.exec(words) ?? [];
  const iso = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
  if (/^\d{4}/.test(words.trim())) return isPartialDate(iso) ? iso : undefined;
  // Not ISO 8601, such as `July 28, 2025`: the day that the words name, whatever zone this machine is in.
  const moment = new Date(words);
  if (year === '' || Number.isNaN(moment.getTime())) return undefined;
  const local = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return local.map((part) => String(part).padStart(2, '0')).join('-');
}

function asUrl(words: string): string | undefined {
  return url.safeParse(words.trim()).data;
}

function asLanguage(words: string): string | undefined {
  return language.safeParse(words.trim().replaceAll('_', '-')).data;
}
