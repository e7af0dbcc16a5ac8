import type { HtmlElement } from '../dom.js';

/** The contents of the `meta` tags of a page by their name in small letters, such as `og:title` and `dc.date`. */
export type PageTags = ReadonlyMap<string, readonly string[]>;

export function pageTags(metas: readonly HtmlElement[]): PageTags {
  const tags = new Map<string, string[]>();
  for (const element of metas) {
    const content = element.getAttribute('content');
    if (content === null) continue;
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((key) => element.getAttribute(key));
    const name = names
      .find(Boolean)
      ?.trim()
      .toLowerCase()
      .replace(/^dcterms[.:]|^dc:/, 'dc.');
    if (name) tags.set(name, [...(tags.get(name) ?? []), content]);
  }
  return tags;
}

/** What is said under some names, in the order of the names. */
export function tagsNamed(tags: PageTags, names: readonly string[]): string[] {
  return names.flatMap((name) => tags.get(name) ?? []);
}

/** What is said under the other names of a kind. */
export function tagsLike(tags: PageTags, kind: RegExp, others: readonly string[]): string[] {
  return [...tags].flatMap(([name, contents]) => (kind.test(name) && !others.includes(name) ? contents : []));
}
