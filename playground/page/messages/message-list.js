import { h } from '../dom.js';

/** How near to the end one has to be to be taken along when something comes. */
const NEAR_END = 80;
const MAX_SPOKEN = 400;

/**
 * @typedef {object} Row
 * @property {string} key the same for the same message
 * @property {unknown} version another one where it has to be shown anew
 * @property {() => HTMLElement} view
 * @property {boolean} [isNews] it is said aloud, and scrolled to, when it comes
 * @property {boolean} [isOwn] it is scrolled to wherever one is
 */

/**
 * The list of messages. Only what has changed is replaced, so that the rest keeps its focus; what comes is scrolled to its
 * beginning and said aloud.
 *
 * @param {{ scroller: HTMLElement, list: HTMLElement, announcer: HTMLElement, jump: HTMLElement }} parts
 */
export function createMessageList({ scroller, list, announcer, jump }) {
  /** @type {Map<string, { version: unknown, element: HTMLElement }>} */
  let shown = new Map();

  const distance = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  // What scrolls can be scrolled by keyboard.
  scroller.tabIndex = 0;
  jump.addEventListener('click', toEnd);
  scroller.addEventListener('scroll', () => {
    if (distance() < NEAR_END) jump.hidden = true;
  });

  /** @param {Row[]} rows @param {boolean} isFirst they are those of a place that was not shown before */
  function show(rows, isFirst) {
    const wasAtEnd = distance() < NEAR_END;
    const focus = focusIn(list, shown);
    const fresh = [];
    const next = new Map();
    for (const row of rows) {
      const old = shown.get(row.key);
      const isSame = old && old.version === row.version;
      const kept = isSame ? old : { version: row.version, element: row.view() };
      if (!isSame) fresh.push({ row, ...kept });
      next.set(row.key, kept);
    }
    shown = next;
    arrange(
      list,
      [...next.values()].map(({ element }) => element),
    );
    restoreFocus(focus, next);
    if (isFirst) return startAt(fresh.at(-1)?.element);
    for (const { row, element } of fresh.filter(({ row }) => row.isNews)) {
      announcer.replaceChildren(h('p', {}, spoken(element)));
      if (wasAtEnd || row.isOwn) reveal(element);
      else if (distance() > NEAR_END) jump.hidden = false;
    }
  }

  function startAt(element) {
    jump.hidden = true;
    toEnd();
    if (element) reveal(element);
  }

  /** The whole of it where it fits, else from its beginning. */
  function reveal(element) {
    const room = scroller.clientHeight;
    const { offsetTop: top, offsetHeight: height } = element;
    if (height + 16 > room) scroller.scrollTop = top - 8;
    else if (top < scroller.scrollTop) scroller.scrollTop = top - 8;
    else if (top + height + 16 > scroller.scrollTop + room) scroller.scrollTop = top + height + 24 - room;
  }

  return {
    show,
    /** Keeps in mind which control has the focus. @returns {() => void} brings it back there */
    bookmark() {
      const focus = focusIn(list, shown);
      return () => restoreFocus(focus, shown, { isForced: true });
    },
    /** Shows a row and puts the focus on it. @param {string} key */
    goTo(key) {
      const element = shown.get(key)?.element;
      if (!element) return;
      reveal(element);
      element.focus({ preventScroll: true });
    },
    /** What stands in a row, to be copied. @param {string} key */
    textOf: (key) => shown.get(key)?.element.querySelector('.content')?.innerText ?? '',
  };
}

/** Puts the elements in order without touching those that stand right already. */
function arrange(list, elements) {
  const wanted = new Set(elements);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  for (const [index, element] of elements.entries()) {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  }
}

/** Which control of which row has the focus. */
function focusIn(list, shown) {
  const control = document.activeElement;
  if (!list.contains(control)) return undefined;
  const [key, { element }] = [...shown].find((one) => one[1].element.contains(control)) ?? [];
  if (!element) return undefined;
  return {
    key,
    control,
    id: idOf(control),
    name: nameOf(control),
    position: controlsOf(element).indexOf(control),
  };
}

/** To the same control of the message as it is now, or where another stands in its place, or to the message. */
function restoreFocus(focus, shown, { isForced = false } = {}) {
  if (!focus) return;
  if (focus.control.isConnected) {
    if (isForced) focus.control.focus({ preventScroll: true });
    return;
  }
  const element = shown.get(focus.key)?.element;
  if (!element) return;
  const controls = controlsOf(element);
  const same =
    controls.find((control) => focus.id && idOf(control) === focus.id) ??
    controls.find((control) => focus.name && nameOf(control) === focus.name);
  (same ?? controls[focus.position] ?? element).focus({ preventScroll: true });
}

const nameOf = (control) => control.getAttribute('aria-label');
const idOf = ({ dataset }) => dataset.customId ?? dataset.key;
const controlsOf = (element) => [...element.querySelectorAll('button:not(:disabled), a, summary')];

function spoken(element) {
  const text = [...element.querySelectorAll('.byline strong, .content, .local-text')].map(
    (part) => part.innerText,
  );
  return text.join(': ').slice(0, MAX_SPOKEN);
}
