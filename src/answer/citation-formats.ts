import type { Source } from '../documents/document.js';

// Citations of a source, ready to be pasted. In each format a name stays a name: what the format reads as markup is escaped.

export const CITATION_FORMATS = ['plain', 'markdown', 'wikipedia', 'bibtex'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/** What of a citation is said in the language of the reader; a page of Wikipedia and a BibTeX file have their own. */
export interface CitationWords {
  /** A day, `YYYY[-MM[-DD]]`, as people write it. */
  date(day: string): string;
  /** When the page was read. */
  accessed(day: string): string;
  archived(address: string): string;
}

/**
 * A source as it is cited.
 * @param today When it is read, where the source does not say when it was.
 */
export function cite(format: CitationFormat, source: Source, today: string, words: CitationWords): string {
  const cited = { ...source, accessed: source.retrieved ?? today };
  switch (format) {
    case 'plain':
      return plain(cited, words);
    case 'markdown':
      return markdown(cited, words);
    case 'wikipedia':
      return wikipedia(cited);
    case 'bibtex':
      return bibtex(cited);
  }
}

/** A source and when it was read. */
type Cited = Source & { readonly accessed: string };

function plain(
  { author, title, publisher, published, url, archiveUrl, accessed }: Cited,
  words: CitationWords,
) {
  const parts = [
    author,
    title && `“${title}”`,
    publisher !== author && publisher,
    published && words.date(published),
    url,
    url && words.accessed(words.date(accessed)),
    archiveUrl && words.archived(archiveUrl),
  ];
  return `${oneLine(parts.filter(Boolean).join(', '))}.`;
}

function markdown(
  { author, title, publisher, published, url, archiveUrl, accessed }: Cited,
  words: CitationWords,
) {
  const name = title ?? publisher ?? author;
  const label = escaped(name ?? url ?? '', MARKDOWN);
  const parts = [
    title && author && escaped(author, MARKDOWN),
    url ? `[${label}](<${address(url)}>)` : label,
    publisher !== name && publisher !== author && publisher && escaped(publisher, MARKDOWN),
    published && escaped(words.date(published), MARKDOWN),
    url && escaped(words.accessed(words.date(accessed)), MARKDOWN),
    archiveUrl && words.archived(`<${address(archiveUrl)}>`),
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

const MARKDOWN = /[\\*_~`|<>[\]#]/g;

/** The template `cite web`: https://en.wikipedia.org/wiki/Template:Cite_web */
function wikipedia({
  author,
  title,
  publisher,
  published,
  url,
  archiveUrl,
  accessed,
  language,
}: Cited): string {
  const archived = archiveUrl && archivedOn(archiveUrl);
  const parameters = {
    // Without a title the template gives an error.
    title: title ?? publisher ?? author ?? host(url),
    author,
    publisher,
    date: published,
    url: url && address(url),
    'access-date': url && accessed,
    // Nor does it take one of these without the other.
    ...(archived && { 'archive-url': address(archiveUrl), 'archive-date': archived }),
    language,
  };
  const written = Object.entries(parameters).flatMap(([name, value]) =>
    value
      ? [`|${name}=${name.endsWith('url') ? inTemplate(value) : escaped(oneLine(value), WIKI, entity)}`]
      : [],
  );
  return `{{cite web ${written.join(' ')}}}`;
}

/** What ends a parameter, begins a template, link, tag or entity, or is read as emphasis. */
const WIKI = /[|[\]{}<>&]|'{2,}|~{3,}/g;

function entity(marks: string): string {
  return [...marks].map((mark) => `&#${mark.codePointAt(0)};`).join('');
}

function inTemplate(url: string): string {
  return url.replace(/[|[\]{}<>"']/g, percentEncoded);
}

/** The day that an address of the Internet Archive, and of archives like it, begins with. */
function archivedOn(archiveUrl: string): string | undefined {
  const [, year, month, day] = /\/(\d{4})(\d\d)(\d\d)\d{6}/.exec(archiveUrl) ?? [];
  return year && `${year}-${month}-${day}`;
}

function bibtex(cited: Cited): string {
  const { author, title, publisher, published, url, archiveUrl, accessed, language } = cited;
  const [year, month, day] = (published ?? '').split('-');
  const fields = {
    // A name in braces of its own is not taken apart into first and last names.
    author: author ? `{${escaped(author, TEX, tex)}}` : publisher && `{${escaped(publisher, TEX, tex)}}`,
    title: title && `{${escaped(title, TEX, tex)}}`,
    publisher: publisher && escaped(publisher, TEX, tex),
    year,
    month: month && `${Number(month)}`,
    day: day && `${Number(day)}`,
    url: url && address(url),
    urldate: url && accessed,
    note: archiveUrl && `Archived: \\url{${address(archiveUrl)}}`,
    language: language && escaped(language, TEX, tex),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@misc{${keyOf(cited)},\n${lines.join(',\n')}\n}`;
}

const TEX = /[\\{}$&#_%^~]/g;
const TEX_WORDS: Readonly<Record<string, string>> = {
  // A brace counts as one whatever stands before it, and a field ends where there are as many of both.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function tex(mark: string): string {
  return TEX_WORDS[mark] ?? `\\${mark}`;
}

/** Who and when, in the letters that a key may have. */
function keyOf({
  author,
  publisher,
  url,
  published,
}: Pick<Source, 'author' | 'publisher' | 'url' | 'published'>) {
  const who = [publisher, author, host(url)].map(keyLetters).find((letters) => letters !== '');
  return [who ?? 'source', published].filter(Boolean).join('-');
}

function keyLetters(name = ''): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
    .slice(0, 30);
}

function host(url = ''): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined;
}

/** An address as nothing in these formats cuts it short. */
function address(url: string): string {
  return oneLine(url).replace(/[ <>{}\\]/g, percentEncoded);
}

function percentEncoded(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function escaped(text: string, marks: RegExp, as: (mark: string) => string = (mark) => `\\${mark}`): string {
  return oneLine(text).replace(marks, as);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
