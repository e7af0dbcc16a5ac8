import { type Effect, effectsOf } from './css-effects.js';
import { classOf, type HtmlDocument, type HtmlElement, nameOf, rename } from './dom.js';
import { keepNumerals } from './html-lists.js';
import { isNoteMark } from './html-notes.js';
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
  if (WITHOUT_TEXT.has(name) || STRUCK.has(name)) return true;
  if (!element.hasAttributes()) return false;
  if (element.getAttribute('hidden') !== null) return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  if (FOR_LISTENERS.test(classOf(element))) return true;
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
  for (const formula of [...page.querySelectorAll('math')]) showFormula(formula);
  const main = page.querySelector(MAIN);
  const hidden = hiddenIn(page.body, { page, main, sheet: readStyleSheet(css.join('\n')) });
  // A page that hides most of itself shows it by and by, as slides do, or when its styles have arrived.
  const isShow = isMost(hidden, page, main);
  const gone = isShow ? hiddenIn(page.body, { page, main, sheet: readStyleSheet('') }) : hidden;
  for (const element of gone) element.replaceWith(page.createElement('del'));
}

/** In paragraphs, and in characters: so much at least is most of a page. */
const MANY = 10;
const LONG = 2_000;
/** A page that shows next to nothing hides all that it has. */
const SOME = 300;

/** Are these most of the paragraphs of a page, or most of the text of its main part? */
function isMost(hidden: readonly HtmlElement[], page: HtmlDocument, main: HtmlElement | null): boolean {
  const paragraphs = hidden.reduce((count, element) => count + paragraphsIn(element), 0);
  if (paragraphs >= MANY && paragraphs > paragraphsIn(page) / 2) return true;
  const length = lengthOf(hidden);
  if (length > SOME && lengthOf([page.body]) - length < length / 10) return true;
  if (length < LONG || !main) return false;
  const inMain = new Set<unknown>(main.querySelectorAll('*'));
  return lengthOf(hidden.filter((element) => inMain.has(element))) > (lengthOf([main]) * 2) / 3;
}

function lengthOf(elements: readonly HtmlElement[]): number {
  return elements.reduce((length, element) => length + (element.textContent?.length ?? 0), 0);
}

/** What a page may mark as its main part. */
export const MAIN = 'main, [role="main"], article';

const HEADING = /^(?:h[1-6]|dt|summary)$/;

interface PageContext {
  readonly page: HtmlDocument;
  /** What the page is about, as far as it says so. */
  readonly main: HtmlElement | null;
  readonly sheet: StyleSheet;
}

/** The elements to take out, none of them in another; the others are given the names that say what they are. */
function hiddenIn(parent: HtmlElement, context: PageContext): HtmlElement[] {
  const hidden: HtmlElement[] = [];
  let next: HtmlElement | null = null;
  for (let element = parent.firstElementChild; element; element = next) {
    next = element.nextElementSibling;
    const name = nameOf(element);
    // What opens an answer is its heading, and no button of the page.
    if (name === 'button' && HEADING.test(nameOf(parent))) rename(context.page, element, 'span');
    if (WITHOUT_TEXT.has(name)) continue;
    const effects = effectsOn(element, context.sheet);
    const isSaidHidden = isHidden(element);
    const isOut =
      isSaidHidden ||
      effects.includes('hidden') ||
      effects.includes('struck') ||
      isOverlay(element) ||
      isAround(element);
    if (isOut && (isHiddenForGood(element) || !holds(element, context.main))) {
      hidden.push(element);
      continue;
    }
    // Once it is decided that it is seen, nothing in it says otherwise.
    if (isSaidHidden)
      for (const attribute of ['style', 'class', 'aria-hidden']) element.removeAttribute(attribute);
    // A term that is left out would give its meaning to the term before it.
    if (name === 'dt') for (const attribute of ['class', 'id']) element.removeAttribute(attribute);
    for (const inside of hiddenIn(element, context)) hidden.push(inside);
    if (name === 'ol') keepNumerals(element);
    const other = ELEMENT_FOR.find(([effect]) => effects.includes(effect))?.[1];
    if (other && (other !== 'ul' || name === 'ol')) rename(context.page, element, other);
  }
  return hidden;
}

function paragraphsIn(element: HtmlElement): number {
  return element.getElementsByTagName('p').length;
}

const ELEMENT_FOR: readonly (readonly [Effect, string])[] = [
  ['raised', 'sup'],
  ['lowered', 'sub'],
  ['unnumbered', 'ul'],
];

/** The words of a formula that is shown as a picture, or drawn by a script, are hidden beside it. */
function showFormula(formula: HtmlElement): void {
  const parent = formula.parentElement;
  const isAlone = parent && nameOf(parent) === 'span' && parent.firstElementChild === formula;
  if (isAlone && !formula.nextElementSibling && isHidden(parent)) parent.replaceWith(formula);
}

function inlineEffects(element: HtmlElement): readonly Effect[] {
  const style = element.getAttribute('style');
  return style === null ? NONE : effectsOf(style);
}

const NONE: readonly Effect[] = [];

/** What an element's own style says goes before what style sheets say. */
function effectsOn(element: HtmlElement, sheet: StyleSheet): readonly Effect[] {
  if (!element.hasAttributes()) return sheet.effectsOn({ name: nameOf(element), id: '', classes: '' });
  const inline = inlineEffects(element);
  const effects = sheet.effectsOn({
    name: nameOf(element),
    id: element.getAttribute('id') ?? '',
    classes: classOf(element),
  });
  const isShown = inline.includes('shown');
  return effects.length === 0
    ? inline
    : [...effects.filter((effect) => !isShown || effect !== 'hidden'), ...inline];
}

/** What the page is about comes into sight by a script, or when somebody has consented to something. */
function holds(element: HtmlElement, main: HtmlElement | null): boolean {
  return main !== null && (element === main || element.querySelector(MAIN) === main);
}

function isHiddenForGood(element: HtmlElement): boolean {
  if (STRUCK.has(nameOf(element)) || element.getAttribute('hidden') !== null) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '');
}

const CONSENT =
  /cookie|consent|gdpr|ccpa|onetrust|didomi|usercentrics|truste|qc-cmp|sp_message|osano|termly|iubenda|privacy-?(?:banner|notice|popup)/i;

/** The way to a page in its site, and the buttons of a wiki beside its headings. */
const AROUND = /(?:^|\s)(?:breadcrumbs?|crumbs|mw-editsection)(?:\s|$)/i;

/** What belongs to the page and not to its text. What marks a note is told by its class, which Readability takes away. */
function isAround(element: HtmlElement): boolean {
  return AROUND.test(classOf(element)) || isNoteMark(element);
}

/** What somebody is asked to write: a comment, or who they are. Some pages are all in a form; they ask for neither. */
const ASKED = 'textarea, input[type="email"], input[type="password"]';

/** A dialog, or what asks for something: for consent to cookies, with a button to make it go away, or for a comment. */
function isOverlay(element: HtmlElement): boolean {
  if (nameOf(element) === 'form')
    return element.querySelector(ASKED) !== null && !element.querySelector('h1, article');
  if (!element.hasAttributes()) return false;
  if (/^(?:alert)?dialog$/.test(element.getAttribute('role') ?? '')) return true;
  if (element.getAttribute('aria-modal') === 'true') return true;
  if (!CONSENT.test(`${element.getAttribute('id')} ${classOf(element)}`)) return false;
  return element.querySelector('button, input, [role="button"], a[href="#"], a[href^="javascript"]') !== null;
}
