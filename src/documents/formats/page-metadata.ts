import type { Source } from '../document.js';
import { language, present, url } from '../source-fields.js';
import type { HtmlDocument } from './dom.js';
import { isJsonObject, isOfType, type JsonObject, jsonLdThings } from './json-ld.js';
import { publishedDate } from './page-dates.js';
import { asName, asPublisher, nameInByline } from './page-names.js';
import { pageTags, tagsNamed } from './page-tags.js';
import { pageTitle, tabTitleOf } from './page-titles.js';

type Metadata = Pick<Source, 'title' | 'publisher' | 'author' | 'published' | 'url' | 'language'>;

/**
 * What a page says of itself: in JSON-LD (schema.org), Open Graph, Dublin Core, the tags for Google Scholar, those of
 * Chinese government sites, those of HTML itself, and what stands near its title. The first one that makes sense
 * counts; what none of them says is absent.
 *
 * @param address Where the page was found, if it was fetched.
 */
export function pageMetadata(page: HtmlDocument, address?: string): Metadata {
  const things = jsonLdThings(page);
  const article = articleOf(things);
  const tags = pageTags(page);
  const named = (...names: string[]) => tagsNamed(tags, names);
  const attribute = (selector: string, name: string) =>
    [...page.querySelectorAll(selector)].map((element) => element.getAttribute(name));
  const spoken = first(asLanguage, [
    page.documentElement.getAttribute('lang'),
    page.documentElement.getAttribute('xml:lang'),
    ...named('content-language', 'dc.language', 'og:locale'),
    article.inLanguage,
  ]);
  const publisher = first(asPublisher, [
    ...named('og:site_name', 'sitename'),
    ...namesIn(article.publisher),
    ...named('citation_publisher', 'dc.publisher', 'application-name', 'contentsource'),
  ]);
  const title = pageTitle(page, {
    declared: named(
      'articletitle',
      'og:title',
      'citation_title',
      'dc.title',
      'parsely-title',
      'sailthru.title',
      'twitter:title',
    ),
    headlines: [article.headline].filter((words) => typeof words === 'string'),
    siteNames: [
      publisher,
      ...named('og:site_name', 'sitename', 'columnname', 'article:section', 'application-name'),
    ].flatMap((name) => name ?? []),
  });
  const own = first(asUrl, [...attribute('link[rel="canonical"]', 'href'), ...named('og:url'), article.url]);
  return present({
    title,
    publisher,
    author: first(asName, [
      namesIn(article.author).join(', '),
      named('citation_author').join(', '),
      ...named(
        'author',
        'article:author',
        'dc.creator',
        'parsely-author',
        'sailthru.author',
        'byl',
        'contentsource',
      ).map(nameInByline),
    ]),
    published: publishedDate(page, {
      published: [
        article.datePublished,
        ...named(...PUBLISHED_TAGS),
        article.uploadDate,
        article.dateCreated,
      ].filter((value) => typeof value === 'string'),
      dated: named(...DATE_TAGS),
      addresses: [own, address].flatMap((one) => one ?? []),
      language: spoken,
      title: title ?? tabTitleOf(page),
    }),
    url: own,
    language: spoken,
  });
}

const PUBLISHED_TAGS = [
  'article:published_time',
  'article:published',
  'article:published_date',
  'og:article:published_time',
  'og:published_time',
  'pubdate',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'datepublished',
  'date_published',
  'dc.date.issued',
  'dc.issued',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'bt:pubdate',
  'rbpubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_time',
  'published-date',
  'publication_date',
  'originalpublicationdate',
  'article.published',
  'article_date_original',
  'ptime',
];

const DATE_TAGS = ['dc.date.created', 'dc.created', 'dc.date', 'datecreated', 'pdate', 'displaydate', 'date'];

/** The thing that the page is about: an article, or else anything with a date of publication. */
function articleOf(things: readonly JsonObject[]): JsonObject {
  const articles = things.filter((thing) => isOfType(thing, /article|report|posting/i));
  return (
    articles.find(({ datePublished }) => datePublished !== undefined) ??
    articles[0] ??
    things.find((thing) => 'datePublished' in thing) ??
    {}
  );
}

/** A name, a thing that has one, or a list of these. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((item) => !Array.isArray(item)).flatMap(namesIn);
  const name = isJsonObject(value) ? value.name : value;
  return typeof name === 'string' && asName(name) !== undefined ? [name] : [];
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

function asUrl(words: string): string | undefined {
  return url.safeParse(words.trim()).data;
}

function asLanguage(words: string): string | undefined {
  return language.safeParse(words.trim().replaceAll('_', '-')).data;
}
