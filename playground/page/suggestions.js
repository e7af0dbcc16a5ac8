import { freshId, h } from './dom.js';

/**
 * A list of suggestions under an input, after the combobox pattern: arrows move, Enter and Tab take, Escape
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
  let active = 0;
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

  function show(next) {
    items = next;
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
    activate(0);
  }

  function activate(index) {
    active = (index + items.length) % items.length;
    for (const [n, item] of [...element.children].entries())
      item.setAttribute('aria-selected', String(n === active));
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
    if (items.length === 0 || !act || event.isComposing || event.shiftKey) return;
    event.preventDefault();
    act();
  });

  return { element, show, hide };
}
