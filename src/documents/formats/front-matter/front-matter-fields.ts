import { dateOf } from '../../dates/written-dates.js';
import type { Source } from '../../document.js';
import type { FieldFault, FrontMatterFault } from '../../problem.js';
import { language, namesUser, present, sourceOf, url } from '../../source-fields.js';
import type { FieldValue, WrittenField } from './front-matter-syntax.js';

// What the fields mean: our own, and those of Hugo, Jekyll, Obsidian, Docusaurus, Pandoc, MkDocs, Astro and others.
// They are compared without capitals and signs: `publishDate`, `publish_date` and `Publish-Date` are one name.

/** What the front matter of a document says. */
export interface FrontMatter {
  readonly title?: string;
  readonly source?: Source;
  readonly tags: readonly string[];
}

type Faults = (fault: FrontMatterFault, field: WrittenField) => void;

/** Our own name first: it counts before the others. */
const NAMES = {
  title: ['title', 'headline'],
  publisher: ['publisher', 'publication', 'site', 'sitename', 'outlet', 'journal'],
  author: ['author', 'authors', 'byline', 'creator', 'writer'],
  published: [
    'published',
    'date',
    'publishdate',
    'pubdate',
    'pubdatetime',
    'publisheddate',
    'publishedat',
    'publishedon',
    'publicationdate',
    'datepublished',
    'issued',
  ],
  retrieved: ['retrieved', 'accessed', 'accessdate', 'dateaccessed', 'clipped'],
  asOf: ['asof'],
  url: ['url', 'canonicalurl', 'canonical', 'source', 'sourceurl', 'originalurl', 'link', 'permalink'],
  archiveUrl: ['archiveurl', 'archivedurl'],
  language: ['language', 'lang', 'locale', 'languagecode'],
  tags: ['tags', 'tag', 'keywords', 'categories', 'category', 'topics'],
} as const;

type Field = keyof typeof NAMES;

/** Those that say how a page is shown or where it stands, and nothing of its source. */
const OF_PAGES = new Set(
  (
    'layout slug weight aliases alias id type description summary excerpt abstract subtitle image images cover banner ' +
    'thumbnail featuredimage hero heroimage featured pinned draft comments toc tableofcontents math mermaid katex ' +
    'sidebar sidebarlabel sidebarposition sidebarclassname pagination paginationnext paginationprev displayedsidebar ' +
    'hidetitle hidetableofcontents tocminheadinglevel tocmaxheadinglevel customediturl lastupdate lastmod updated ' +
    'updatedat updateddate lastmodified lastmodifiedat modified datemodified created createdat expirydate unlisted ' +
    'cssclass cssclasses publish parent navorder haschildren nav navtitle linktitle menu menus order template theme ' +
    'icon status hide search robots sitemap redirectfrom redirectto redirect outputs params series cascade markup ' +
    'iscjklanguage headless output documentclass geometry fontsize bibliography csl headerincludes numbersections ' +
    'rating reviewed version authorbox share readingtime'
  ).split(' '),
);

/**
 * What the fields say, as far as they can be understood. What cannot is told and left out: the text is good without it.
 */
export function readFields(fields: readonly WrittenField[]): {
  frontMatter: FrontMatter;
  faults: (FrontMatterFault & { readonly line: number })[];
} {
  const faults: (FrontMatterFault & { line: number })[] = [];
  const tell: Faults = (fault, { line }) => faults.push({ ...fault, line });
  const filled = fields.filter(({ value }) => !isEmpty(value));
  const named = new Map([...filled].reverse().map((field) => [plainName(field.name), field]));
  for (const field of filled) if (!isKnown(field)) tell({ fault: 'unknown', field: field.name }, field);
  const draft = [named.get('draft'), named.get('published')].find((field) => field && isDraft(field));
  if (draft) tell({ fault: 'draft' }, draft);
  const fieldsNamed = (field: Field) => NAMES[field].flatMap((name) => named.get(name) ?? []);
  const first = (field: Field, read: (field: WrittenField, tell: Faults) => string | undefined) => {
    for (const one of fieldsNamed(field)) {
      const value = read(one, tell);
      if (value !== undefined) return value;
    }
  };
  const source = sourceOf({
    publisher: first('publisher', asWords) ?? first('url', asPublisherOfSource),
    title: undefined,
    author: first('author', asNames),
    published: first('published', asDate),
    retrieved: first('retrieved', asDate),
    asOf: first('asOf', asDate),
    url: first('url', asAddress),
    archiveUrl: first('archiveUrl', asAddress),
    language: first('language', asLanguage),
  });
  const tags = [...new Set(fieldsNamed('tags').flatMap(tagsIn))];
  return { frontMatter: { ...present({ title: first('title', asWords), source }), tags }, faults };
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, '');
}

const KNOWN = new Set<string>(Object.values(NAMES).flat());

function isKnown({ name }: WrittenField): boolean {
  return KNOWN.has(plainName(name)) || OF_PAGES.has(plainName(name));
}

function isEmpty(value: FieldValue): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return Object.values(value).every(isEmpty);
}

/** `draft: true`, or `published: false` as Jekyll has it. */
function isDraft({ name, value }: WrittenField): boolean {
  return value === (plainName(name) === 'draft' ? 'true' : 'false');
}

function wrong(fault: FieldFault, field: WrittenField, tell: Faults): undefined {
  tell({ fault, field: field.name }, field);
}

function asWords(field: WrittenField, tell: Faults): string | undefined {
  return typeof field.value === 'string' ? withoutLinks(field.value) : wrong('text', field, tell);
}

/** `[[Ann Lee|Lee]]`, a link of Obsidian, shows `Lee`. */
function withoutLinks(words: string): string {
  return words.replace(/\[\[(?:[^[\]|]{1,200}\|)?([^[\]|]{1,200})\]\]/g, '$1').trim();
}

/** A name, a thing that has one, or a list of these; `Ann Lee, Wu Min`. */
function asNames(field: WrittenField, tell: Faults): string | undefined {
  const names = namesIn(field.value).map(withoutLinks);
  return names.length > 0 ? [...new Set(names)].join(', ') : wrong('text', field, tell);
}

function namesIn(value: FieldValue): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (isList(value)) return value.flatMap(namesIn);
  const { name, title } = value;
  return namesIn(name ?? title ?? '');
}

function isList(value: FieldValue): value is readonly FieldValue[] {
  return Array.isArray(value);
}

/** The day that is written; `published: true` of Jekyll is none, and no mistake. */
function asDate(field: WrittenField, tell: Faults): string | undefined {
  const { value } = field;
  if (value === 'true' || value === 'false') return undefined;
  const date = typeof value === 'string' ? dateOf(value) : undefined;
  if (!date || date.isAmbiguous) wrong('date', field, tell);
  return date?.iso;
}

/** The address of the source; that of a page within its own site (`/posts/a/`) is none, and no mistake. */
function asAddress(field: WrittenField, tell: Faults): string | undefined {
  const { name, value } = field;
  if (typeof value !== 'string') return wrong('text', field, tell);
  const address = url.safeParse(value.trim()).data;
  if (!address && namesUser(value.trim())) return wrong('user-name', field, tell);
  const isOwn = /^\.{0,2}\//.test(value.trim()) || /^(?:permalink|source|link)$/.test(plainName(name));
  return address ?? (isOwn ? undefined : wrong('address', field, tell));
}

/** `source: Delta News` names who said it. */
function asPublisherOfSource({ name, value }: WrittenField): string | undefined {
  if (plainName(name) !== 'source' || typeof value !== 'string') return undefined;
  return /[/:]|\.\w/.test(value) ? undefined : withoutLinks(value);
}

function asLanguage(field: WrittenField, tell: Faults): string | undefined {
  const { value } = field;
  const tag =
    typeof value === 'string' ? language.safeParse(value.trim().replaceAll('_', '-')).data : undefined;
  return tag ?? wrong('language', field, tell);
}

/** A list, or words with commas between them; `#chips #standards` of Obsidian. */
function tagsIn({ value }: WrittenField): string[] {
  if (isList(value))
    return value.flatMap((item) => (typeof item === 'string' ? oneTag(item) : namesIn(item)));
  if (typeof value !== 'string') return [];
  return value.split(/^#/.test(value.trim()) ? /[\s,]/ : /[,;]/).flatMap(oneTag);
}

function oneTag(words: string): string[] {
  const tag = withoutLinks(words)
    .replace(/^#(?=\p{L})/u, '')
    .trim();
  return tag === '' ? [] : [tag];
}
