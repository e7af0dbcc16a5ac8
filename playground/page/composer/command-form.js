import { h } from '../dom.js';
import { icon } from '../icons.js';
import { fileOptionOf, shownDescription, shownName } from './commands.js';
import { optionField } from './option-field.js';

/**
 * The form of a command: required options are open, the others are offered beside it.
 *
 * @param {import('./commands.js').Leaf} command
 * @param {object} around
 * @param {(type: number) => { value: string, label: string }[]} around.entities
 * @param {Record<string, unknown>} around.kept what was filled in before, by option
 * @param {(options: object, focused: string) => Promise<object[]>} around.complete
 * @param {(kept: Record<string, unknown>) => void} around.onChange
 * @param {(options: object, files: Record<string, File>) => void} around.onSend
 * @param {() => void} around.onLeave
 * @returns {{ element: HTMLElement, focus(): void, setFile(file: File): boolean }}
 */
export function commandForm(command, around) {
  /** @type {import('./option-field.js').OptionField[]} */
  let fields = [];
  const opened = h('div', { class: 'option-fields' });
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': 'Optional' });
  const send = h(
    'button',
    { type: 'submit', class: 'send', title: 'Send', 'aria-label': 'Send' },
    icon('send'),
  );
  const element = h(
    'form',
    { class: 'command-form', noValidate: true, 'aria-label': `/${command.shown}` },
    h(
      'p',
      { class: 'command-line' },
      h('span', { class: 'command' }, `/${command.shown}`),
      h('span', { class: 'description' }, command.description),
      h(
        'button',
        { type: 'button', class: 'plain', onclick: around.onLeave, 'aria-label': 'Leave this command' },
        '✕',
      ),
    ),
    h('div', { class: 'option-row' }, opened, send),
    chips,
  );

  const nameOf = (option) => option.name;
  const isOpen = ({ name }) => fields.some((field) => field.name === name);
  const keep = () =>
    around.onChange(Object.fromEntries(fields.map(({ name, keep }) => [name, keep() ?? null])));

  function open(option) {
    const field = optionField(option, {
      entities: around.entities,
      kept: around.kept[option.name],
      complete: (typed) => around.complete({ ...valuesOf(fields), [option.name]: typed }, option.name),
      onChange: keep,
      onRemove: option.required ? undefined : () => remove(field, option),
    });
    const order = command.options.map(nameOf);
    fields = [...fields, field].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
    // Only the new one is put in, so that the others keep what is in them.
    opened.insertBefore(field.element, opened.children[fields.indexOf(field)] ?? null);
    showChips();
    return field;
  }

  function remove(field, option) {
    fields = fields.filter((one) => one !== field);
    field.element.remove();
    showChips();
    keep();
    const chip = [...chips.querySelectorAll('button')].find(({ dataset }) => dataset.option === option.name);
    chip?.focus();
  }

  function showChips() {
    const closed = command.options.filter((option) => !isOpen(option));
    chips.hidden = closed.length === 0;
    chips.replaceChildren(...closed.map((option) => chip(option, () => add(option))));
  }

  function add(option) {
    const field = open(option);
    keep();
    field.focus();
    return field;
  }

  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) around.onLeave();
  });
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = fields.filter((field) => !field.check());
    if (wrong.length > 0) return wrong[0].focus();
    const files = fields.map(({ name, file }) => [name, file()]).filter(([, file]) => file);
    around.onSend(valuesOf(fields), Object.fromEntries(files));
  });

  for (const option of command.options) if (option.required || option.name in around.kept) open(option);
  showChips();

  return {
    element,
    focus: () => (fields[0]?.focus ?? (() => (chips.querySelector('button') ?? send).focus()))(),
    /** @returns {boolean} whether the command takes one */
    setFile(file) {
      const name = fileOptionOf(command);
      const option = command.options.find((one) => one.name === name);
      if (!option) return false;
      const field = fields.find((one) => one.name === name) ?? add(option);
      field.setFile(file);
      send.focus();
      return true;
    },
  };
}

const chip = (option, onclick) =>
  h(
    'button',
    {
      type: 'button',
      class: 'chip',
      title: shownDescription(option),
      'aria-label': `Add ${shownName(option)}: ${shownDescription(option)}`,
      'data-option': option.name,
      onclick,
    },
    '+ ',
    shownName(option),
  );

const valuesOf = (fields) =>
  Object.fromEntries(
    fields.map(({ name, read }) => [name, read()]).filter(([, value]) => value !== undefined && value !== ''),
  );
