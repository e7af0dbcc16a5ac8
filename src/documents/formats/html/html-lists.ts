import { type NumeralStyle, numeral } from '../numerals.js';
import { childrenOf, elementsIn, type HtmlElement, type HtmlNode, isElement, nameOf } from './dom.js';

export interface ListItem {
  readonly content: HtmlNode;
  /** `3.`, as a browser shows it; `''` where there is none. */
  readonly label: string;
}

/** What stands in a list, in order; of a numbered one each item with its number (HTML, section 4.4.5). */
export function listItems(list: HtmlElement): ListItem[] {
  const children = childrenOf(list);
  const items = children.filter(isElement).filter((child) => nameOf(child) === 'li');
  if (nameOf(list) !== 'ol' || isUnnumbered(list, items))
    return children.map((content) => ({ content, label: '' }));
  const isReversed = list.getAttribute('reversed') !== null;
  let number = numberIn(list, 'start') ?? (isReversed ? items.length : 1);
  return children.map((content) => {
    if (!isElement(content) || nameOf(content) !== 'li') return { content, label: '' };
    number = numberIn(content, 'value') ?? number;
    const style = STYLES.get(content.getAttribute('type') ?? list.getAttribute('type') ?? '') ?? 'decimal';
    const label = `${numeral(number, style)}.`;
    number += isReversed ? -1 : 1;
    return { content, label };
  });
}

const STYLES: ReadonlyMap<string, NumeralStyle> = new Map([
  ['a', 'letter'],
  ['A', 'Letter'],
  ['i', 'roman'],
  ['I', 'Roman'],
]);

/** Says by the type of a list what its own style says of its numbers, which Readability takes away. */
export function keepNumerals(list: HtmlElement): void {
  const style = list.getAttribute('style') ?? '';
  const [, letterCase, kind] =
    /list-style(?:-type)?\s*:\s*(lower|upper)-(alpha|latin|roman)/i.exec(style.toLowerCase()) ?? [];
  if (kind === undefined) return;
  const type = kind === 'roman' ? 'i' : 'a';
  list.setAttribute('type', letterCase === 'upper' ? type.toUpperCase() : type);
}

function numberIn(element: HtmlElement, attribute: string): number | undefined {
  const number = Number.parseInt(element.getAttribute(attribute) ?? '', 10);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** `1.`, `(a)`, `2 `, `第三条`, `四、`, `•` and the like: what an item begins with that has its number in its words. */
const OWN_NUMBER =
  /^(?:[(（[【]?(?:第?[\d一二三四五六七八九十]{1,4}[条章]?|[a-z]|[ivx]{1,5})[.)）\]】、．条章]|\d{1,3}\s|[•▪◦·–-]\s)/iu;

/** Its style takes the numbers away, its author has written them into the text, or it lists whole articles. */
function isUnnumbered(list: HtmlElement, items: readonly HtmlElement[]): boolean {
  if (/list-style(?:-type)?\s*:\s*none/i.test(list.getAttribute('style') ?? '')) return true;
  if (list.querySelector('article, header, footer, h1, h2, h3, h4, h5, h6, time, form')) return true;
  const numbered = items.filter((item) => OWN_NUMBER.test((item.textContent ?? '').trimStart().slice(0, 20)));
  return numbered.length > items.length / 2;
}

/** Terms, and what each of them means. */
export interface Definition {
  readonly terms: readonly HtmlElement[];
  readonly definitions: readonly HtmlElement[];
}

/** The groups of a list of definitions, each of which may stand in an element of its own (HTML, section 4.4.9). */
export function definitionsIn(list: HtmlNode): Definition[] {
  const groups: { terms: HtmlElement[]; definitions: HtmlElement[] }[] = [];
  const isPart = (part: HtmlElement) => /^d[td]$/.test(nameOf(part));
  const parts = elementsIn(list).flatMap((part) => (isPart(part) ? [part] : elementsIn(part).filter(isPart)));
  for (const part of parts) {
    const open = groups.at(-1);
    if (nameOf(part) !== 'dt') {
      if (open) open.definitions.push(part);
      else groups.push({ terms: [], definitions: [part] });
    } else if (open && open.definitions.length === 0) open.terms.push(part);
    else groups.push({ terms: [part], definitions: [] });
  }
  return groups;
}
