import { h } from '../dom.js';

/** From which part of the limit on the characters are counted. */
const COUNTED_FROM = 0.8;

/**
 * Counts the characters of a field that come near to a limit. What is longer stays as it is typed, and is told.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {() => number | undefined} mostOf
 * @returns {{ element: HTMLElement, refresh(): void, isTooLong(): boolean }}
 */
export function lengthCounter(input, mostOf) {
  const element = h('span', { class: 'counter' });

  function refresh() {
    const most = mostOf() ?? Number.POSITIVE_INFINITY;
    const { length } = input.value;
    const isCounted = length >= most * COUNTED_FROM;
    element.textContent = isCounted ? `${length} of ${most}` : '';
    element.classList.toggle('over', length > most);
  }

  input.addEventListener('input', refresh);
  refresh();
  return { element, refresh, isTooLong: () => input.value.length > (mostOf() ?? Number.POSITIVE_INFINITY) };
}
