import { h } from '../dom.js';
import { selectBox } from '../select.js';
import { withEmoji } from './emoji.js';
import { markdown } from './markdown-view.js';

/**
 * @typedef {object} Surroundings
 * @property {string} locale in which dates are shown
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
      return section(component, around);
    case 10:
      return markdown(component.content, around);
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
      return separator(component);
    case 17:
      return container(component, around);
    default:
      return h('p', { class: 'unknown' }, `(a component of type ${component.type})`);
  }
}

const section = ({ components, accessory }, around) =>
  h(
    'div',
    { class: 'section' },
    h('div', { class: 'section-text' }, ...viewComponents(components, around)),
    viewOne(accessory, around),
  );

const separator = ({ divider, spacing }) =>
  h('hr', { class: `${divider === false ? 'invisible' : ''} ${spacing === 2 ? 'large' : ''}` });

function container({ components, accent_color: accent, spoiler }, around) {
  const box = h('div', { class: 'container' }, ...viewComponents(components, around));
  if (accent !== undefined && accent !== null) {
    box.classList.add('accented');
    box.style.setProperty('--accent', `#${accent.toString(16).padStart(6, '0')}`);
  }
  return spoiler ? h('details', { class: 'covered' }, h('summary', {}, 'Spoiler'), box) : box;
}

const BUTTON_CLASSES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

function button({ style, label = '', emoji, url, disabled, custom_id: customId }, around) {
  const content = [emoji?.name, label].filter(Boolean).flatMap((text) => withEmoji(text));
  if (style === 5) return linkButton(url, content);
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
  element.addEventListener('click', () => whileBusy(element, () => around.press(customId)));
  return element;
}

const linkButton = (url, content) =>
  h(
    'a',
    { class: 'button secondary', href: url, title: url, target: '_blank', rel: 'noopener noreferrer' },
    ...content,
    h('span', { class: 'out', 'aria-hidden': 'true' }),
  );

/** Only one press at a time. Not `disabled`, as that would take the focus away. */
async function whileBusy(element, action) {
  if (element.getAttribute('aria-busy') === 'true') return;
  element.setAttribute('aria-busy', 'true');
  try {
    await action();
  } finally {
    element.removeAttribute('aria-busy');
  }
}

/** @returns {import('../select.js').Choice[]} */
export function choicesOf(component, around) {
  if (component.options) {
    return component.options.map(({ value, label, description, emoji, default: isDefault = false }) => ({
      value,
      label: emoji?.name ? `${emoji.name} ${label}` : label,
      description: description ?? undefined,
      isDefault,
    }));
  }
  const defaults = new Set((component.default_values ?? []).map(({ id }) => id));
  return around.entities(component.type).map((one) => ({ ...one, isDefault: defaults.has(one.value) }));
}

function select(component, around) {
  const { custom_id: customId, min_values: least, max_values: most, disabled } = component;
  const { element, input } = selectBox({
    placeholder: component.placeholder ?? 'Make a selection',
    choices: choicesOf(component, around),
    least: least ?? 1,
    most: most ?? 1,
    disabled,
    properties: { 'data-custom-id': customId },
    onPick: (values) => whileBusy(input, () => around.select(customId, values)),
  });
  return element;
}

/** Pictures are not fetched: the playground works offline and tells nobody what is looked at. */
const picture = (url, description) =>
  h(
    'a',
    { class: 'picture', href: url, title: url, target: '_blank', rel: 'noopener noreferrer' },
    `Picture: ${description ?? url.split('/').at(-1)}`,
  );

export const file = (url, name = decodeURIComponent(url.split('/').at(-1) ?? 'file')) =>
  h('a', { class: 'file', href: url, download: name }, `File: ${name}`);
