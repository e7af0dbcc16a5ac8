import { freshId, h } from '../dom.js';
import { selectBox } from '../select.js';
import { shownDescription, shownName } from './commands.js';
import { completion } from './completion.js';
import { suggestions } from './suggestions.js';
import { lengthCounter } from './text-length.js';

const [INTEGER, BOOLEAN, NUMBER, ATTACHMENT] = [4, 5, 10, 11];

/** The select of a message that chooses from the same: users, channels, roles or both. */
const ENTITY = { 6: 5, 7: 8, 8: 6, 9: 7 };

/**
 * @typedef {object} OptionField what one fills in for an option of a command
 * @property {string} name
 * @property {HTMLElement} element
 * @property {() => void} focus
 * @property {() => unknown} read what is sent
 * @property {() => File | undefined} file
 * @property {() => unknown} keep what is kept in a draft
 * @property {() => boolean} check whether it can be sent; says at the field why not
 */

/**
 * @param {object} option
 * @param {object} around
 * @param {(type: number) => { value: string, label: string }[]} around.entities
 * @param {unknown} around.kept what it begins with
 * @param {(value: string) => Promise<{ name: string, value: string | number }[]>} around.complete
 * @param {() => void} around.onChange
 * @param {() => void} [around.onRemove] takes an optional one away
 * @returns {OptionField}
 */
export function optionField(option, around) {
  const id = freshId('option');
  const label = shownName(option);
  const { input, box = input, extra, ...rest } = inputFor(option, id, around);
  const error = h('small', { class: 'error', id: `${id}-error`, role: 'alert' });
  input.setAttribute('aria-describedby', `${id}-about ${id}-error`);
  const remove =
    around.onRemove &&
    h(
      'button',
      { type: 'button', class: 'plain remove', 'aria-label': `Remove ${label}`, onclick: around.onRemove },
      '✕',
    );
  const element = h(
    'div',
    { class: 'option-field', 'data-option': option.name },
    h('div', { class: 'pill' }, h('label', { for: id }, label), box, extra, remove),
    h('small', { class: 'about', id: `${id}-about` }, shownDescription(option)),
    error,
  );
  element.addEventListener('input', () => {
    error.textContent = '';
    around.onChange();
  });

  return {
    name: option.name,
    element,
    focus: () => input.focus(),
    file: () => undefined,
    keep: rest.read,
    ...rest,
    check() {
      const problem = problemOf(option, rest.file?.() ?? rest.read(), label);
      error.textContent = problem ?? '';
      if (problem) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
      return !problem;
    },
  };
}

/** Why a value cannot be sent; `undefined` where it can. */
function problemOf({ type, required, min_value, max_value, min_length, max_length }, value, label) {
  if (value === undefined || value === '') return required ? `Fill in ${label}.` : undefined;
  if (type === INTEGER || type === NUMBER) {
    const [least, most] = [min_value ?? Number.NEGATIVE_INFINITY, max_value ?? Number.POSITIVE_INFINITY];
    const isRight = typeof value === 'number' && (type === NUMBER || Number.isInteger(value));
    if (isRight && value >= least && value <= most) return undefined;
    const kind = type === INTEGER ? 'a whole number' : 'a number';
    return `${label} is ${kind}${rangeOf(min_value, max_value)}.`;
  }
  if (typeof value !== 'string') return undefined;
  if (value.length > (max_length ?? Number.POSITIVE_INFINITY)) {
    return `${label} takes up to ${max_length} characters; there are ${value.length}.`;
  }
  if (value.length < (min_length ?? 0)) return `${label} takes at least ${min_length} characters.`;
  return undefined;
}

function rangeOf(least, most) {
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (least !== undefined) return ` from ${least} on`;
  return most === undefined ? '' : ` up to ${most}`;
}

function inputFor(option, id, around) {
  const { type, choices } = option;
  if (choices?.length) {
    return pick(
      id,
      option,
      choices.map((choice) => ({ label: shownName(choice), value: choice.value })),
      around,
    );
  }
  if (type === BOOLEAN) {
    const both = [true, false].map((value) => ({ label: value ? 'True' : 'False', value }));
    return pick(id, option, both, around);
  }
  if (ENTITY[type]) return pick(id, option, around.entities(ENTITY[type]), around);
  if (type === ATTACHMENT) return fileInput(id);
  return textInput(id, option, around);
}

function pick(id, option, choices, { kept, onChange }) {
  const { element, input, values } = selectBox({
    placeholder: `Choose ${shownName(option)}`,
    choices: choices.map((choice) => ({ ...choice, isDefault: choice.value === kept })),
    canClear: !option.required,
    properties: { id, 'aria-label': shownName(option) },
    onPick: onChange,
  });
  return { input, box: element, read: () => values()[0] };
}

function fileInput(id) {
  const input = h('input', { type: 'file', id });
  return {
    input,
    read: () => undefined,
    file: () => input.files[0],
    /** @param {File} file that was dropped or pasted */
    setFile(file) {
      const transfer = new DataTransfer();
      transfer.items.add(file);
      input.files = transfer.files;
    },
  };
}

function textInput(id, option, { kept, complete, onChange }) {
  const { type, autocomplete, max_length: most } = option;
  const isNumber = type === INTEGER || type === NUMBER;
  const input = h('input', {
    id,
    type: 'text',
    inputMode: isNumber ? 'decimal' : 'text',
    autocomplete: 'off',
    value: kept?.text ?? '',
  });
  const counter = lengthCounter(input, () => most);
  /** What was taken from the list: its value is sent, not its name. */
  let chosen = kept?.chosen;
  const typed = () => (isNumber && /\d/.test(input.value) ? Number(input.value) : input.value);
  const read = () => chosen ?? typed();
  const keep = () => (input.value === '' ? undefined : { text: input.value, chosen });
  if (!autocomplete) return { input, extra: counter.element, read, keep };

  const list = suggestions(input, {
    onPick({ label, value }) {
      input.value = label;
      chosen = value;
      offered.stop();
      counter.refresh();
      onChange();
    },
  });
  const offered = completion(input, list, complete);
  input.addEventListener('input', () => {
    chosen = undefined;
    offered.refresh();
  });
  input.addEventListener('focus', offered.refresh);
  return { input, extra: h('span', { class: 'with-list' }, list.element, counter.element), read, keep };
}
