import type { Source } from '../../../document.js';
import { language as languageField, present, url as urlField } from '../../../source-fields.js';
import { type ElementsByName, elementsByName, type HtmlDocument } from '../dom.js';
import { isJsonObject, isOfType, type JsonObject, jsonLdThings } from './json-ld.js';
import { publishedDate } from './page-dates.js';
import { asName, asPublisher, isSame, nameInByline } from './page-names.js';
import { pageTags, tagsLike, tagsNamed } from './page-tags.js';
import { pageTitle, tabTitleOf, withoutSite } from './page-titles.js';

type Metadata = Pick<Source, 'title' | 'publisher' | 'author' | 'published' | 'url' | 'language'>;

/** What a page says in machine-readable form. */
interface Said {
  readonly article: JsonObject;
  readonly elements: ElementsByName;
  /** The contents of the tags of these names, in the order of the names. */
  readonly named: (...names: string[]) => string[];
}

/**
 * What a page says of itself: in JSON-LD (schema.org), Open Graph, Dublin Core, the tags for Google Scholar, those of
 * Chinese government sites, those of HTML itself, and what stands near its title. The first one that makes sense
 * counts; what none of them says is absent.
 *
 * @param address Where the page was found, if it was fetched.
 */
export function pageMetadata(page: HtmlDocument, address?: string): Metadata {
  const elements = elementsByName(page);
  const tags = pageTags(elements('meta'));
  const said: Said = {
    article: articleOf(jsonLdThings(elements('script'))),
    elements,
    named: (...names) => tagsNamed(tags, names),
  };
  const url = addressOf(said);
  const language = languageOf(page, said);
  const site = publisherOf(said);
  const title = titleOf(said, [site, ...siteNamesIn(url ?? address)]);
  // Some sites put the title before their own name there.
  const publisher = title && site ? withoutSite(site, [], [title]) : site;
  const published = publishedDate(page, {
    published: [
      said.article.datePublished,
      ...said.named(...PUBLISHED_TAGS),
      said.article.uploadDate,
      said.article.dateCreated,
    ].filter((value) => typeof value === 'string'),
    dated: [...said.named(...DATE_TAGS), ...tagsLike(tags, PUBLISHED_TAG, PUBLISHED_TAGS)],
    changed: [...said.named(...CHANGED_TAGS), said.article.dateModified].filter(
      (value) => typeof value === 'string',
    ),
    addresses: [url, address].flatMap((one) => one ?? []),
    language,
    title: title ?? tabTitleOf(elements),
  });
  return present({ title, publisher, author: authorOf(said, publisher), published, url, language });
}

function addressOf({ article, elements, named }: Said): string | undefined {
  const canonical = elements('link').filter((link) => /^canonical$/i.test(link.getAttribute('rel') ?? ''));
  const addresses = canonical.map((link) => link.getAttribute('href'));
  return first(asUrl, [...addresses, ...named('og:url'), article.url]);
}

function languageOf(page: HtmlDocument, { article, named }: Said): string | undefined {
  const root = page.documentElement;
  return first(asLanguage, [
    root.getAttribute('lang'),
    root.getAttribute('xml:lang'),
    ...named('content-language', 'dc.language', 'og:locale'),
    article.inLanguage,
  ]);
}

function publisherOf({ article, named }: Said): string | undefined {
  return first(asPublisher, [
    ...named('og:site_name', 'sitename'),
    ...namesIn(article.publisher),
    ...named('citation_publisher', 'dc.publisher', 'application-name', 'contentsource'),
  ]);
}

function titleOf(
  { article, elements, named }: Said,
  siteNames: readonly (string | undefined)[],
): string | undefined {
  const own = ['og:site_name', 'sitename', 'columnname', 'article:section', 'application-name'];
  return pageTitle(elements, {
    declared: named(...TITLE_TAGS),
    headlines: [article.headline].filter((words) => typeof words === 'string'),
    siteNames: [...siteNames, ...named(...own)].filter((name) => name !== undefined),
  });
}

/** `example.org` and `example` for `https://www.example.org/a`. */
function siteNamesIn(address: string | undefined): string[] {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/i.exec(address ?? '')?.[1] ?? '';
  const [name = ''] = host.split('.').slice(-2);
  return host === '' ? [] : [host, name];
}

/** Persons, or the organisation that wrote it; the site itself is the publisher already. */
function authorOf({ article, named }: Said, publisher = ''): string | undefined {
  const tagged = AUTHOR_TAGS.map((name) => named(name).flatMap((value) => nameInByline(value) ?? []));
  const groups = [namesIn(article.author), named('citation_author'), ...tagged];
  return groups
    .map((names) => asName([...new Set(names)].join(', ')))
    .find((names) => names !== undefined && !isSame(names, publisher));
}

const TITLE_TAGS = [
  'articletitle',
  'og:title',
  'citation_title',
  'dc.title',
  'parsely-title',
  'sailthru.title',
  'twitter:title',
];

const AUTHOR_TAGS = [
  'author',
  'article:author',
  'dc.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'contentsource',
];

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
  'firstpublishedtime',
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

/** As programs and sites make up their own: `mediator_published_time`, `photos:uploaded`. */
const PUBLISHED_TAG =
  /(?:(?:publi(?:sh|shed|shing|cation)|pub|release)[-_.]?(?:date|time|at|on)|issued|uploaded|published)$/;

const CHANGED_TAGS = [
  'article:modified_time',
  'datemodified',
  'dateupdate',
  'dc.date.modified',
  'dc.modified',
  'og:updated_time',
  'lastmod',
  'last-modified',
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
  return urlField.safeParse(words.trim()).data;
}

function asLanguage(words: string): string | undefined {
  return languageField.safeParse(words.trim().replaceAll('_', '-')).data;
}
