import { parseHTML } from 'linkedom';

// The few parts of the DOM that the readers use: the project's own types have no browser in them.

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
  // The parser wants the tags that HTML lets one leave out.
  const isWhole = /<html[\s>]/i.test(html) && /<body[\s>]/i.test(html);
  const inner = isWhole ? html : html.replace(/<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]*)?>/gi, '');
  const page = isWhole ? html : `<!doctype html><html><head></head><body>${inner}</body></html>`;
  return parseHTML(page).document as unknown as HtmlDocument;
}

const TAG = /<(?:!--|(\/?)([a-z][a-z0-9-]*))/;

/** Their end may be left out, or there is none, so that they say nothing about the depth. */
const UNCOUNTED = new Set(
  (
    'p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt html head body ' +
    'area base br col embed hr img input link meta param source track wbr'
  ).split(' '),
);

/** What stands in them is not taken for tags, or holds none that are read. */
const OPAQUE = new Set(['script', 'style', 'textarea', 'title', 'svg', 'math']);

/** Are more than `most` elements open at once somewhere? Told from the tags alone, in time linear in the length. */
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
      // Closes all that was opened in it, too.
      const position = open.lastIndexOf(name);
      if (position !== -1) open = open.slice(0, position);
    } else if (!UNCOUNTED.has(name) && open.push(name) > most) return true;
  }
  return false;
}
