import { completion } from './completion.js';
import { freshId, h } from './dom.js';
import { suggestions } from './suggestions.js';

const [INTEGER, BOOLEAN, NUMBER, ATTACHMENT] = [4, 5, 10, 11];

/**
 * What one fills in for an option of a command.
 *
 * @param {object} option
 * @param {object} around
 * @param {(type: number) => { value: string, label: string }[]} around.entities
 * @param {string} around.value what it begins with
 * @param {(value: string) => Promise<{ name: string, value: string | number }[]>} around.complete
 * @returns {{ name: string, element: HTMLElement, focus(): void, read?(): unknown, file?(): File | undefined }}
 */
export function optionField(option, around) {
  const id = freshId('option');
  const { input, extra, ...rest } = inputFor(option, id, around);
  const element = h(
    'div',
    { class: 'option-field' },
    h(
      'label',
      { for: id, title: option.description },
      option.name,
      !option.required && h('small', {}, ' optional'),
    ),
    input,
    extra,
  );
  return { name: option.name, element, focus: () => input.focus(), ...rest };
}

function inputFor(option, id, around) {
  const { type, required = false, description: placeholder } = option;
  if (option.choices?.length)
    return pick(
      option,
      id,
      option.choices.map(({ name, value }) => ({ label: name, value })),
    );
  if (type === BOOLEAN)
    return pick(option, id, [
      { label: 'True', value: true },
      { label: 'False', value: false },
    ]);
  if (type >= 6 && type <= 9) return pick(option, id, around.entities(ENTITY[type]));
  if (type === ATTACHMENT) {
    const input = h('input', { type: 'file', id, required });
    return { input, file: () => input.files[0] };
  }
  const isNumber = type === INTEGER || type === NUMBER;
  const input = h('input', {
    id,
    required,
    placeholder,
    value: around.value,
    type: isNumber && !option.autocomplete ? 'number' : 'text',
    autocomplete: 'off',
    ...(option.max_length ? { maxLength: option.max_length } : {}),
    ...(option.min_length ? { minLength: option.min_length } : {}),
    ...(isNumber ? { step: type === INTEGER ? '1' : 'any' } : {}),
  });
  if (option.autocomplete) return completed(input, isNumber, around.complete);
  return { input, read: () => (isNumber && input.value !== '' ? Number(input.value) : input.value) };
}

/** The select of a message that chooses from the same: users, channels, roles or both. */
const ENTITY = { 6: 5, 7: 8, 8: 6, 9: 7 };

function pick({ required = false }, id, choices) {
  const input = h(
    'select',
    { id, required },
    h('option', { value: '' }, required ? 'Choose' : '–'),
    ...choices.map(({ label }, index) => h('option', { value: String(index) }, label)),
  );
  return { input, read: () => choices[input.value]?.value };
}

/** A text field that the bot offers completions for. What is sent is the value of the choice, not its name. */
function completed(input, isNumber, complete) {
  let chosen;
  const list = suggestions(input, {
    onPick(choice) {
      chosen = choice;
      input.value = choice.label;
      offered.stop();
    },
  });
  const offered = completion(input, list, complete);
  input.addEventListener('input', () => {
    chosen = undefined;
    offered.refresh();
  });
  input.addEventListener('focus', offered.refresh);
  const typed = () => (isNumber && input.value !== '' ? Number(input.value) : input.value);
  return { input, extra: list.element, read: () => chosen?.value ?? typed() };
}
