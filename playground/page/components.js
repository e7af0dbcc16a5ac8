import { freshId, h } from './dom.js';
import { markdown } from './markdown-view.js';

/**
 * @typedef {object} Surroundings
 * @property {(mention: string) => string} nameOf
 * @property {(type: number) => { value: string, label: string }[]} entities what can be chosen in a select of
 *   users (5), roles (6), both (7) or channels (8)
 * @property {(customId: string) => Promise<void>} press
 * @property {(customId: string, values: string[]) => Promise<void>} select
 */

/**
 * The components of a message.
 *
 * @param {object[]} components
 * @param {Surroundings} around
 */
export const viewComponents = (components, around) =>
  components.map((component) => viewOne(component, around));

function viewOne(component, around) {
  switch (component.type) {
    case 1:
      return h('div', { class: 'row' }, ...viewComponents(component.components, around));
    case 2:
      return button(component, around);
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return select(component, around);
    case 9:
      return h(
        'div',
        { class: 'section' },
        h('div', { class: 'section-text' }, ...viewComponents(component.components, around)),
        viewOne(component.accessory, around),
      );
    case 10:
      return markdown(component.content, around.nameOf);
    case 11:
      return picture(component.media.url, component.description);
    case 12:
      return h(
        'div',
        { class: 'gallery' },
        ...component.items.map(({ media, description }) => picture(media.url, description)),
      );
    case 13:
      return file(component.file.url);
    case 14:
      return h('hr', {
        class: `${component.divider === false ? 'invisible' : ''} ${component.spacing === 2 ? 'large' : ''}`,
      });
    case 17:
      return container(component, around);
    default:
      return h('p', { class: 'unknown' }, `(a component of type ${component.type})`);
  }
}

function container({ components, accent_color: accent, spoiler }, around) {
  const box = h('div', { class: 'container' }, ...viewComponents(components, around));
  if (accent !== undefined && accent !== null) {
    box.classList.add('accented');
    box.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`);
  }
  if (!spoiler) return box;
  const hidden = h('details', { class: 'covered' }, h('summary', {}, 'Spoiler'), box);
  return hidden;
}

const BUTTON_CLASSES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' };

function button({ style, label, emoji, url, disabled, custom_id: customId }, around) {
  const content = [emoji?.name && h('span', { class: 'emoji' }, emoji.name), label && h('span', {}, label)];
  if (style === 5) {
    const out = h('span', { 'aria-hidden': 'true' }, ' ↗');
    return h(
      'a',
      { class: 'button link', href: url, title: url, target: '_blank', rel: 'noopener noreferrer' },
      ...content,
      out,
    );
  }
  const element = h(
    'button',
    {
      type: 'button',
      class: `button ${BUTTON_CLASSES[style] ?? 'secondary'}`,
      disabled,
      'data-custom-id': customId,
    },
    ...content,
  );
  element.addEventListener('click', () => whileDisabled(element, () => around.press(customId)));
  return element;
}

async function whileDisabled(element, action) {
  element.disabled = true;
  try {
    await action();
  } finally {
    element.disabled = false;
  }
}

/** @returns {{ value: string, label: string, description?: string, isDefault: boolean }[]} */
export function choicesOf(component, around) {
  if (component.options) {
    return component.options.map(({ value, label, description, default: isDefault = false }) => ({
      value,
      label,
      description,
      isDefault,
    }));
  }
  const defaults = new Set((component.default_values ?? []).map(({ id }) => id));
  return around.entities(component.type).map((one) => ({ ...one, isDefault: defaults.has(one.value) }));
}

function select(component, around) {
  const { custom_id: customId, max_values: most = 1 } = component;
  if ((most ?? 1) > 1) return multiSelect(component, around);
  const choices = choicesOf(component, around);
  const placeholder = component.placeholder ?? 'Make a selection';
  const list = h(
    'select',
    { class: 'select', disabled: component.disabled, 'aria-label': placeholder, 'data-custom-id': customId },
    h('option', { value: '', disabled: true, selected: true }, placeholder),
    ...choices.map(({ value, label, description, isDefault }) =>
      h('option', { value, selected: isDefault }, description ? `${label} – ${description}` : label),
    ),
  );
  list.addEventListener('change', () => whileDisabled(list, () => around.select(customId, [list.value])));
  return list;
}

function multiSelect(component, around) {
  const { custom_id: customId, min_values: least, max_values: most } = component;
  const boxes = choicesOf(component, around).map(({ value, label, description, isDefault }) => {
    const id = freshId('choice');
    const box = h('input', { type: 'checkbox', id, value, checked: isDefault });
    return {
      box,
      line: h(
        'label',
        { class: 'many-choice', for: id },
        box,
        ` ${description ? `${label} – ${description}` : label}`,
      ),
    };
  });
  const values = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  const send = h('button', { type: 'button', class: 'button secondary' }, 'Choose');
  send.addEventListener('click', () => whileDisabled(send, () => around.select(customId, values())));
  return h(
    'details',
    { class: 'select many', 'data-custom-id': customId },
    h('summary', {}, component.placeholder ?? `Choose ${least ?? 1} to ${most}`),
    ...boxes.map(({ line }) => line),
    send,
  );
}

/** Pictures are not fetched: the playground works offline and tells nobody what is looked at. */
function picture(url, description) {
  return h(
    'a',
    { class: 'picture', href: url, title: url, target: '_blank', rel: 'noopener noreferrer' },
    `Picture: ${description ?? url.split('/').at(-1)}`,
  );
}

export const file = (url, name = decodeURIComponent(url.split('/').at(-1) ?? 'file')) =>
  h('a', { class: 'file', href: url, download: name }, `File: ${name}`);
