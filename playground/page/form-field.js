import { lengthCounter } from './composer/text-length.js';
import { freshId, h } from './dom.js';
import { choicesOf } from './messages/components.js';
import { selectBox } from './select.js';

const [TEXT, FILE, RADIOS, CHECKBOXES, CHECKBOX] = [4, 19, 21, 22, 23];

/**
 * One field of a form.
 *
 * @param {object} component
 * @param {{ label: string, description?: string, kept: unknown, around: object }} given `kept`: what was typed before
 * @returns {{ name: string, element: HTMLElement, focus(): void, read(): string | string[] | undefined,
 *   file?(): File | undefined, check(): boolean }}
 */
export function formField(component, { label, description, kept, around }) {
  const id = freshId('field');
  const isRequired = component.required !== false;
  const {
    input,
    box = input,
    problem = () => undefined,
    ...rest
  } = inputFor(component, id, label, kept, around);
  const error = h('small', { class: 'error', id: `${id}-error`, role: 'alert' });
  input.setAttribute('aria-describedby', `${id}-about ${id}-error`);
  const element = h(
    'div',
    { class: 'field' },
    h(
      'label',
      { for: id },
      label,
      isRequired && h('span', { class: 'required', 'aria-hidden': 'true' }, ' *'),
    ),
    h('small', { id: `${id}-about` }, description ?? ''),
    box,
    error,
  );
  element.addEventListener('input', () => {
    error.textContent = '';
  });

  return {
    name: component.custom_id,
    element,
    focus: () => input.focus(),
    ...rest,
    check() {
      const value = rest.file?.() ?? rest.read();
      const isEmpty = value === undefined || value.length === 0;
      const found = isEmpty && isRequired ? `Fill in “${label}”.` : problem();
      error.textContent = found ?? '';
      return found === undefined;
    },
  };
}

function inputFor(component, id, label, kept, around) {
  const { type } = component;
  if (type === TEXT) return textField(component, id, kept);
  if (type === FILE) {
    const input = h('input', { type: 'file', id });
    return { input, read: () => undefined, file: () => input.files[0] };
  }
  if (type === CHECKBOX) {
    const checked = kept === undefined ? (component.default ?? false) : kept === 'true';
    const input = h('input', { type: 'checkbox', id, checked });
    return { input, read: () => String(input.checked) };
  }
  return choice(component, id, label, kept, around);
}

function textField(
  { style, value, placeholder, min_length: least = 0, max_length: most, required },
  id,
  kept,
) {
  const input = h(style === 2 ? 'textarea' : 'input', {
    id,
    value: kept ?? value ?? '',
    placeholder: placeholder ?? '',
    required: required !== false,
    ...(style === 2 ? { rows: 4 } : {}),
  });
  const counter = lengthCounter(input, () => most);
  function problem() {
    const { length } = input.value;
    if (counter.isTooLong()) return `Up to ${most} characters; there are ${length}.`;
    return length > 0 && length < least ? `At least ${least} characters; there are ${length}.` : undefined;
  }
  return {
    input,
    box: h('div', { class: 'text-field' }, input, counter.element),
    read: () => input.value,
    problem,
  };
}

function choice(component, id, label, kept, around) {
  const { type, min_values: least, max_values: most, required } = component;
  const all = choicesOf(component, around);
  const chosen = kept ?? all.filter(({ isDefault }) => isDefault).map(({ value }) => value);
  const isMany = type === CHECKBOXES;
  const { element, input, values } = selectBox({
    placeholder: component.placeholder ?? 'Make a selection',
    choices: all.map((one) => ({ ...one, isDefault: chosen.includes(one.value) })),
    least: least ?? 1,
    most: type === RADIOS ? 1 : (most ?? (isMany ? all.length : 1)),
    canClear: required === false || least === 0,
    properties: { id, 'aria-label': label, 'aria-required': String(required !== false) },
    onPick: () => element.dispatchEvent(new Event('input', { bubbles: true })),
  });
  return { input, box: element, read: values };
}
