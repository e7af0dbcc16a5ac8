import { type Effect, effectsOf } from './css-effects.js';
import { elementsIn, type HtmlDocument, type HtmlElement, nameOf, rename } from './dom.js';
import { readStyleSheet, type StyleSheet } from './style-sheet.js';

/** Elements whose content is no text of the page. */
const WITHOUT_TEXT = new Set(
  (
    'script style noscript template svg head title meta link iframe object embed audio video canvas map ' +
    'button select textarea input nav dialog rp rt'
  ).split(' '),
);

/** Elements whose text was taken back. */
const STRUCK = new Set(['s', 'strike', 'del']);

/** Words for those who listen to a page have such a class, and the style sheet for it is usually not in the page. */
const FOR_LISTENERS =
  /(?:^|[\s_-])(?:sr-only|(?:visually|element)-?(?:hidden|invisible)|screen-?reader(?:-text|-only)?)(?:\s|$)/i;

/** Does an element say of itself that its text is not seen, or struck out? */
export function isHidden(element: HtmlElement): boolean {
  const name = nameOf(element);
  if (WITHOUT_TEXT.has(name) || STRUCK.has(name) || element.getAttribute('hidden') !== null) return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  if (FOR_LISTENERS.test(element.getAttribute('class') ?? '')) return true;
  return inlineEffects(element).some((effect) => effect === 'hidden' || effect === 'struck');
}

/**
 * Takes out of a page what its reader does not see, or sees as struck out, also by the page's own style sheets; what
 * lies over the page until it is clicked away; and gives raised and lowered text and lists without numbers the
 * elements that say so. An empty `del` stands where something was.
 */
export function removeHidden(page: HtmlDocument): void {
  const css = [...page.querySelectorAll('style')]
    .filter((style) => !/print/i.test(style.getAttribute('media') ?? ''))
    .map((style) => style.textContent ?? '');
  const sheet = readStyleSheet(css.join('\n'));
  const hidden = hiddenIn(page, sheet);
  const paragraphs = countOf(page, 'p');
  const inHidden = hidden.reduce((count, element) => count + countOf(element, 'p'), 0);
  // A page that hides most of itself shows it by and by, as slides do.
  const isShow = inHidden >= MANY && inHidden > paragraphs / 2;
  for (const element of isShow ? hiddenIn(page, NO_STYLES) : hidden)
    element.replaceWith(page.createElement('del'));
}

/** In paragraphs. */
const MANY = 10;

const MAIN = 'main, [role="main"], article';

const NO_STYLES = readStyleSheet('');

/** The elements to take out, none of them in another; the others are given the names that say what they are. */
function hiddenIn(page: HtmlDocument, sheet: StyleSheet): HtmlElement[] {
  const hidden: HtmlElement[] = [];
  const main = page.querySelector(MAIN);
  const left = elementsIn(page.body);
  for (let element = left.pop(); element; element = left.pop()) {
    const name = nameOf(element);
    if (WITHOUT_TEXT.has(name)) continue;
    const formula = formulaIn(element);
    const effects = effectsOn(element, sheet);
    if (formula) element.replaceWith(formula);
    else if (isGone(element, effects, main)) hidden.push(element);
    else {
      // Once it is decided that it is seen, nothing in it says otherwise.
      if (isHidden(element)) for (const attribute of ['style', 'class']) element.removeAttribute(attribute);
      element.removeAttribute('aria-hidden');
      // A term that is left out would give its meaning to the term before it.
      if (name === 'dt') for (const attribute of ['class', 'id']) element.removeAttribute(attribute);
      for (const child of elementsIn(element)) left.push(child);
      const other = ELEMENT_FOR.find(([effect]) => effects.has(effect))?.[1];
      if (other && (other !== 'ul' || name === 'ol')) rename(page, element, other);
    }
  }
  return hidden;
}

function countOf(element: HtmlElement, selector: string): number {
  return [...element.querySelectorAll(selector)].length;
}

/** What the page is about comes into sight by a script, or when somebody has consented to something. */
function isGone(element: HtmlElement, effects: ReadonlySet<Effect>, main: HtmlElement | null): boolean {
  if (!isHidden(element) && !effects.has('hidden') && !effects.has('struck') && !isOverlay(element))
    return false;
  const hasMain = main !== null && (element === main || element.querySelector(MAIN) === main);
  return !hasMain || isHiddenForGood(element);
}

const ELEMENT_FOR: readonly (readonly [Effect, string])[] = [
  ['raised', 'sup'],
  ['lowered', 'sub'],
  ['unnumbered', 'ul'],
];

/** The words of a formula that is shown as a picture, or drawn by a script, are hidden beside it. */
function formulaIn(element: HtmlElement): HtmlElement | undefined {
  const [first, second] = nameOf(element) === 'span' ? elementsIn(element) : [];
  return first && !second && nameOf(first) === 'math' ? first : undefined;
}

function inlineEffects(element: HtmlElement): Effect[] {
  const style = element.getAttribute('style');
  return style === null ? [] : effectsOf(style);
}

/** What an element's own style says goes before what style sheets say. */
function effectsOn(element: HtmlElement, sheet: StyleSheet): ReadonlySet<Effect> {
  const inline = inlineEffects(element);
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
  const id = element.getAttribute('id') ?? '';
  const effects = new Set(sheet.effectsOn({ name: nameOf(element), id, classes }));
  if (inline.includes('shown')) effects.delete('hidden');
  return new Set([...effects, ...inline]);
}

function isHiddenForGood(element: HtmlElement): boolean {
  const isDisplayed = !/display\s*:\s*none|visibility\s*:\s*hidden/i.test(
    element.getAttribute('style') ?? '',
  );
  return STRUCK.has(nameOf(element)) || element.getAttribute('hidden') !== null || !isDisplayed;
}

const CONSENT =
  /cookie|consent|gdpr|ccpa|onetrust|didomi|usercentrics|truste|qc-cmp|sp_message|osano|termly|iubenda|privacy-?(?:banner|notice|popup)/i;

/** A dialog, or what asks for consent to cookies: it has a button to make it go away. */
function isOverlay(element: HtmlElement): boolean {
  if (/^(?:alert)?dialog$/.test(element.getAttribute('role') ?? '')) return true;
  if (element.getAttribute('aria-modal') === 'true') return true;
  if (!CONSENT.test(`${element.getAttribute('id')} ${element.getAttribute('class')}`)) return false;
  return element.querySelector('button, input, [role="button"], a[href="#"], a[href^="javascript"]') !== null;
}
