import { parseHTML } from 'linkedom';

// The few parts of the DOM that the readers use. TypeScript's own types of it come only with all of a browser's.

export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<HtmlNode>;
}

export interface HtmlElement extends HtmlNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

export interface HtmlDocument extends HtmlElement {
  readonly documentElement: HtmlElement;
  readonly body: HtmlElement;
}

export const ELEMENT = 1;
export const TEXT = 3;

/** Parses a page or a piece of one. Scripts in it are text that nobody runs. */
export function parseHtml(html: string): HtmlDocument {
  // HTML lets an author leave out these tags, but the parser needs them.
  const isWhole = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html);
  const inner = isWhole ? html : html.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>/gi, '');
  const page = isWhole ? html : `<!doctype html><html><head></head><body>${inner}</body></html>`;
  return parseHTML(page).document as unknown as HtmlDocument;
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
