import { freshId, h } from '../dom.js';
import { icon } from '../icons.js';

/**
 * @typedef {object} Suggestion
 * @property {string} label
 * @property {string} [description]
 * @property {string[]} [options] names of the options of a command
 * @property {unknown} value
 */

/**
 * A list of suggestions under an input, after the combobox pattern: arrows move, Enter and Tab take what is marked, Escape
 * closes.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {{ onPick(suggestion: Suggestion): void }} handlers
 */
export function suggestions(input, { onPick }) {
  const id = freshId('suggestions');
  const list = h('ul', { id, role: 'listbox', 'aria-label': 'Suggestions' });
  const title = h('p', { class: 'suggestions-title', 'aria-hidden': 'true' });
  const element = h('div', { class: 'suggestions', hidden: true }, title, list);
  let items = [];
  /** The position of what is marked; -1 for nothing. */
  let active = -1;
  let isOneWanted = false;
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-controls': id,
    'aria-autocomplete': 'list',
  })) {
    input.setAttribute(name, value);
  }
  hide();

  function hide() {
    items = [];
    element.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  /**
   * @param {Suggestion[]} next
   * @param {object} [how]
   * @param {boolean} [how.mustPick] one of the list is what is wanted, and not what was typed: the first one is marked
   * @param {string} [how.heading]
   */
  function show(next, { mustPick = false, heading = '' } = {}) {
    items = next;
    isOneWanted = mustPick;
    if (items.length === 0) return hide();
    title.textContent = heading;
    list.replaceChildren(
      ...items.map((item, index) => {
        const row = view(item, `${id}-${index}`);
        row.addEventListener('mousedown', (event) => {
          // Before the input loses the focus.
          event.preventDefault();
          onPick(item);
        });
        return row;
      }),
    );
    element.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    list.scrollTop = 0;
    activate(isOneWanted ? 0 : -1);
  }

  /** Marks one; before the first and after the last, none but where one has to be. */
  function activate(index) {
    const least = isOneWanted ? 0 : -1;
    const most = items.length - 1;
    active = index > most ? least : index < least ? most : index;
    for (const [n, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(n === active));
    if (active === -1) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', `${id}-${active}`);
    list.children[active].scrollIntoView({ block: 'nearest' });
  }

  const keys = {
    ArrowDown: () => activate(active + 1),
    ArrowUp: () => activate(active - 1),
    Enter: () => onPick(items[active]),
    Tab: () => onPick(items[active]),
    Escape: hide,
  };
  input.addEventListener('keydown', (event) => {
    const act = keys[event.key];
    const isPick = event.key === 'Enter' || event.key === 'Tab';
    if (items.length === 0 || !act || event.isComposing || event.shiftKey || (isPick && active === -1))
      return;
    event.preventDefault();
    act();
  });

  return { element, show, hide };
}

const view = ({ label, description, options }, id) =>
  h(
    'li',
    { id, role: 'option' },
    options && icon('slash'),
    h(
      'span',
      { class: 'suggestion' },
      h(
        'span',
        { class: 'suggestion-line' },
        h('strong', {}, label),
        ...(options ?? []).map((name) => h('span', { class: 'suggestion-option' }, name)),
      ),
      description && h('span', { class: 'suggestion-description' }, description),
    ),
  );
