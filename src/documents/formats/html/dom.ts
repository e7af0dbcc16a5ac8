import { parseHTML } from 'linkedom';

// The few parts of the DOM that the readers use. TypeScript's own types of it come only with all of a browser's.

export interface HtmlNode {
  readonly nodeType: number;
  /** `p`; of what is no element, a word with a sign before it. */
  readonly localName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  readonly parentElement: HtmlElement | null;
  readonly firstElementChild: HtmlElement | null;
  readonly nextElementSibling: HtmlElement | null;
  /** Most elements have none, and to ask for one takes long. */
  hasAttributes(): boolean;
  getAttribute(name: string): string | null;
  getAttributeNode(name: string): { readonly value: string } | null;
  removeAttribute(name: string): void;
  setAttribute(name: string, value: string): void;
  /** Where one asks many elements: a selector is compiled anew for each. */
  getElementsByTagName(name: string): ArrayLike<HtmlElement>;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  append(...nodes: HtmlNode[]): void;
  prepend(...nodes: HtmlNode[]): void;
  replaceWith(...nodes: HtmlNode[]): void;
  remove(): void;
}

export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement;
  readonly head: HtmlElement;
  readonly body: HtmlElement;
  createElement(name: string): HtmlElement;
}

const ELEMENT = 1;
export const TEXT = 3;

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT;
}

/** In small letters. */
export function nameOf(node: HtmlNode): string {
  return node.localName.toLowerCase();
}

/** The classes of an element as they are written. As an attribute, each question for them would put them together anew. */
export function classOf(element: HtmlElement): string {
  return element.getAttributeNode('class')?.value ?? '';
}

/** A copy, so that they can be moved while one goes through them. */
export function childrenOf(node: HtmlNode): HtmlNode[] {
  return [...node.childNodes];
}

/** The elements in an element, without what stands between them. */
export function elementsIn(node: HtmlNode): HtmlElement[] {
  return childrenOf(node).filter(isElement);
}

/** The elements of a page by their names, in order, but those of templates: a selector for each would go through all of it. */
export type ElementsByName = (name: string) => readonly HtmlElement[];

export function elementsByName(page: HtmlElement): ElementsByName {
  const named = new Map<string, HtmlElement[]>();
  const gather = (parent: HtmlElement) => {
    for (let element = parent.firstElementChild; element; element = element.nextElementSibling) {
      const name = nameOf(element);
      const known = named.get(name);
      if (known) known.push(element);
      else named.set(name, [element]);
      if (name !== 'template') gather(element);
    }
  };
  gather(page);
  return (name) => named.get(name) ?? [];
}

/** Puts an element of another name in the place of one. */
export function rename(page: HtmlDocument, element: HtmlElement, name: string): void {
  const renamed = page.createElement(name);
  for (const child of childrenOf(element)) renamed.append(child);
  element.replaceWith(renamed);
}

/** Parses a page or a piece of one. Scripts in it are text that nobody runs. */
export function parseHtml(html: string): HtmlDocument {
  // HTML lets an author leave out these tags, but the parser needs them.
  const isWhole = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html);
  const page = isWhole ? parse(html) : undefined;
  // In some pages they stand in a comment alone.
  if (page && nameOf(page.documentElement) === 'html') {
    gatherBody(page);
    return page;
  }
  const built = parse(inPage(html));
  const first = elementsIn(built.body).findIndex((child) => !METADATA.has(nameOf(child)));
  for (const child of elementsIn(built.body).slice(0, Math.max(0, first))) built.head.append(child);
  return built;
}

function parse(html: string): HtmlDocument {
  return parseHTML(html).document as unknown as HtmlDocument;
}

function inPage(html: string): string {
  const inner = html.replace(/<!doctype[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '');
  return `<!doctype html><html><head></head><body>${inner}</body></html>`;
}

/** What may stand in a head. */
const METADATA = new Set(['title', 'meta', 'link', 'base', 'style', 'script', 'noscript', 'template']);

/**
 * Puts all that is to be seen into the body, in its order, as browsers do. The parser leaves it where it finds it: in
 * the head, between head and body, behind the body, or in a second one; and with anything between the two it takes
 * the body for empty.
 */
function gatherBody(page: HtmlDocument): void {
  const root = page.documentElement;
  const parts = childrenOf(page).flatMap((part) => (part === root ? childrenOf(root) : [part]));
  const named = (name: string) => parts.filter(isElement).filter((part) => nameOf(part) === name);
  const [head = page.createElement('head')] = named('head');
  const [body = page.createElement('body')] = named('body');
  const above: HtmlNode[] = [];
  const below: HtmlNode[] = [];
  let isBelow = false;
  for (const part of parts) {
    if (part === body) isBelow = true;
    else if (part === head) for (const node of misplaced(head)) above.push(node);
    else if (isElement(part) && nameOf(part) === 'body') {
      for (const child of childrenOf(part)) below.push(child);
      part.remove();
    } else if (isElement(part) || part.nodeType === TEXT) (isBelow ? below : above).push(part);
  }
  for (const node of above.reverse()) body.prepend(node);
  for (const node of below) body.append(node);
  root.append(head, body);
}

/** From the first element in a head that cannot stand there, the rest of it is the body. */
function misplaced(head: HtmlElement): HtmlNode[] {
  const children = childrenOf(head);
  const first = children.findIndex((child) => isElement(child) && !METADATA.has(nameOf(child)));
  return first === -1 ? [] : children.slice(first);
}

const TAG = /<(?:!--|(\/?)([a-z][a-z0-9-]*))/;

/** Elements without an end tag, or that may be without one: they are not counted, as nothing says where they end. */
const UNCOUNTED = new Set(
  (
    'p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt html head body ' +
    'area base br col embed hr img input link meta param source track wbr'
  ).split(' '),
);

/** Elements whose content is skipped: it is not markup, or markup that is never read. */
const OPAQUE = new Set(['script', 'style', 'textarea', 'title', 'svg', 'math']);

/**
 * Are more than `most` elements open at once somewhere? It looks at the tags alone, so that its time is linear in the
 * length: a parser would already be slow on such a page.
 */
export function isDeeper(html: string, most: number): boolean {
  const text = html.toLowerCase();
  const tags = new RegExp(TAG, 'g');
  let open: string[] = [];
  for (let tag = tags.exec(text); tag; tag = tags.exec(text)) {
    const [, slash, name = ''] = tag;
    const end = name === '' ? '-->' : OPAQUE.has(name) && slash === '' ? `</${name}` : undefined;
    if (end !== undefined) {
      const position = text.indexOf(end, tags.lastIndex);
      if (position === -1) return false;
      tags.lastIndex = position + end.length;
    } else if (slash !== '') {
      // It closes everything that was opened inside it, too.
      const position = open.lastIndexOf(name);
      if (position !== -1) open = open.slice(0, position);
    } else if (!UNCOUNTED.has(name) && open.push(name) > most) return true;
  }
  return false;
}
