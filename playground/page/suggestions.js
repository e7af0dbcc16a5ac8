import { freshId, h } from './dom.js';

/**
 * A list of suggestions under an input, after the combobox pattern: arrows move, Enter and Tab take what is marked, Escape
 * closes.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {{ onPick(suggestion: { label: string, description?: string, value: unknown }): void }} handlers
 */
export function suggestions(input, { onPick }) {
  const id = freshId('suggestions');
  const element = h('ul', {
    class: 'suggestions',
    id,
    role: 'listbox',
    hidden: true,
    'aria-label': 'Suggestions',
  });
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

  /** @param {boolean} mustPick one of the list is what is wanted, and not what was typed: the first one is marked */
  function show(next, mustPick = false) {
    items = next;
    isOneWanted = mustPick;
    if (items.length === 0) return hide();
    element.replaceChildren(
      ...items.map((item, index) =>
        h(
          'li',
          {
            id: `${id}-${index}`,
            role: 'option',
            // Before the input loses the focus.
            onmousedown: (event) => {
              event.preventDefault();
              onPick(item);
            },
          },
          h('strong', {}, item.label),
          item.description && h('span', {}, item.description),
        ),
      ),
    );
    element.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    element.scrollTop = 0;
    activate(isOneWanted ? 0 : -1);
  }

  /** Marks one; before the first and after the last, none but where one has to be. */
  function activate(index) {
    const least = isOneWanted ? 0 : -1;
    const most = items.length - 1;
    active = index > most ? least : index < least ? most : index;
    for (const [n, item] of [...element.children].entries())
      item.setAttribute('aria-selected', String(n === active));
    if (active === -1) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', `${id}-${active}`);
    element.children[active].scrollIntoView({ block: 'nearest' });
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
