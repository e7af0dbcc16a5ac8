import { freshId, h } from './dom.js';
import { withEmoji } from './messages/emoji.js';

const TYPEAHEAD_MS = 700;

/**
 * @typedef {object} Choice
 * @property {string | number | boolean} value
 * @property {string} label
 * @property {string} [description]
 * @property {boolean} [isDefault]
 */

/**
 * A select as Discord has them: a button that opens a list of choices with their descriptions. Arrows, Home, End and
 * letters move, Enter and space take, Escape closes. Where several can be chosen, they are taken when the list closes.
 *
 * @param {object} options
 * @param {string} options.placeholder
 * @param {readonly Choice[]} options.choices
 * @param {number} [options.least]
 * @param {number} [options.most]
 * @param {boolean} [options.disabled]
 * @param {boolean} [options.canClear] choosing what is chosen takes it back
 * @param {Record<string, unknown>} [options.properties] of the button
 * @param {(values: Choice['value'][]) => void} [options.onPick]
 * @returns {{ element: HTMLElement, input: HTMLElement, values(): Choice['value'][], choose(values: unknown[]): void }}
 */
export function selectBox({
  placeholder,
  choices,
  least = 1,
  most = 1,
  disabled,
  canClear = false,
  properties,
  onPick,
}) {
  const id = freshId('select');
  const isMany = most > 1;
  let chosen = choices.filter(({ isDefault }) => isDefault);
  /** What was chosen when the list opened. */
  let before = chosen;
  let active = 0;
  let typed = '';
  let lastKeyAt = 0;

  const shown = h('span', { class: 'select-shown' });
  const input = h(
    'button',
    {
      type: 'button',
      class: 'select-button',
      role: 'combobox',
      disabled,
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-controls': id,
      'aria-label': placeholder,
      ...properties,
    },
    shown,
    h('span', { class: 'chevron', 'aria-hidden': 'true' }),
  );
  const options = choices.map((choice, index) => optionOf(choice, `${id}-${index}`, isMany));
  const list = h(
    'ul',
    {
      class: 'select-list',
      id,
      role: 'listbox',
      hidden: true,
      'aria-label': placeholder,
      ...(isMany ? { 'aria-multiselectable': 'true' } : {}),
    },
    ...options,
  );
  const element = h('div', { class: 'select' }, input, list);

  function show() {
    const labels = chosen.map(({ label }) => label).join(', ');
    shown.replaceChildren(...withEmoji(labels || placeholder));
    shown.classList.toggle('placeholder', labels === '');
    for (const [index, option] of options.entries())
      option.setAttribute('aria-selected', String(chosen.includes(choices[index])));
  }

  function activate(index) {
    if (options.length === 0) return;
    active = Math.max(0, Math.min(options.length - 1, index));
    for (const [n, option] of options.entries()) option.classList.toggle('active', n === active);
    input.setAttribute('aria-activedescendant', options[active].id);
    options[active].scrollIntoView({ block: 'nearest' });
  }

  const isOpen = () => !list.hidden;

  function open() {
    if (isOpen() || input.disabled) return;
    before = chosen;
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    activate(Math.max(0, choices.indexOf(chosen[0])));
    list.scrollIntoView({ block: 'nearest' });
  }

  /** @param {boolean} isTaken what is chosen now is to be told */
  function close(isTaken) {
    if (!isOpen()) return;
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    const isChanged = chosen.length !== before.length || chosen.some((one) => !before.includes(one));
    if (isTaken && isChanged && chosen.length >= least) onPick?.(values());
    else if (!isTaken) chosen = before;
    show();
  }

  function take(index) {
    const choice = choices[index];
    if (!choice) return close(false);
    const isChosen = chosen.includes(choice);
    if (!isMany) {
      chosen = isChosen && canClear ? [] : [choice];
      // Also what was chosen before can be chosen again, as in Discord's own messages.
      if (isChosen && !canClear) before = [];
      return close(true);
    }
    if (isChosen) chosen = chosen.filter((one) => one !== choice);
    else if (chosen.length < most) chosen = [...chosen, choice];
    activate(index);
    show();
  }

  function find(letter) {
    const now = performance.now();
    typed = now - lastKeyAt > TYPEAHEAD_MS ? letter : typed + letter;
    lastKeyAt = now;
    open();
    const found = choices.findIndex(({ label }) => label.toLowerCase().startsWith(typed.toLowerCase()));
    if (found !== -1) activate(found);
  }

  const openOr = (act) => () => (isOpen() ? act() : open());
  const keys = {
    ArrowDown: openOr(() => activate(active + 1)),
    ArrowUp: openOr(() => activate(active - 1)),
    Home: openOr(() => activate(0)),
    End: openOr(() => activate(options.length - 1)),
    Enter: openOr(() => take(active)),
    ' ': openOr(() => take(active)),
  };

  input.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') return close(isMany);
    if (event.key === 'Escape') {
      if (!isOpen()) return;
      event.preventDefault();
      event.stopPropagation();
      return close(isMany);
    }
    const act = keys[event.key] ?? (event.key.length === 1 ? () => find(event.key) : undefined);
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  input.addEventListener('click', () => (isOpen() ? close(isMany) : open()));
  input.addEventListener('blur', () => close(isMany));
  list.addEventListener('mousedown', (event) => {
    // The button keeps the focus.
    event.preventDefault();
    const index = options.findIndex((option) => option.contains(event.target));
    if (index !== -1) take(index);
  });

  const values = () => chosen.map(({ value }) => value);
  show();
  return {
    element,
    input,
    values,
    choose(wanted) {
      chosen = choices.filter(({ value }) => wanted.includes(value));
      show();
    },
  };
}

const optionOf = ({ label, description }, id, isMany) =>
  h(
    'li',
    { id, role: 'option', class: isMany ? 'many' : '' },
    h('span', { class: 'option-label' }, ...withEmoji(label)),
    description && h('span', { class: 'option-description' }, ...withEmoji(description)),
  );
