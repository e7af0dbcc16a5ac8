import { completion } from './completion.js';
import { h } from './dom.js';
import { optionField } from './option-field.js';
import { suggestions } from './suggestions.js';

const SUBCOMMAND = 1;
const GROUP = 2;
const SLASH = 1;

/**
 * Every command that can be sent, subcommands by their full names.
 *
 * @param {object[]} commands
 * @returns {{ path: string, description: string, options: object[] }[]}
 */
export const leaves = (commands) =>
  commands.filter(({ type }) => type === SLASH).flatMap((command) => leavesOf(command, command.name));

function leavesOf({ description, options = [] }, path) {
  const nested = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (nested.length > 0) return nested.flatMap((one) => leavesOf(one, `${path} ${one.name}`));
  return [{ path, description, options }];
}

/**
 * The box that one writes into: plain text asks, `/` picks a command and shows its options.
 *
 * @param {HTMLElement} root
 * @param {object} around
 * @param {() => object[]} around.commands
 * @param {(type: number) => { value: string, label: string }[]} around.entities
 * @param {(command: string, options: object, files: Record<string, File>) => Promise<void>} around.use
 * @param {(command: string, options: object, focused: string) => Promise<object[]>} around.autocomplete
 * @param {(content: string) => Promise<void>} around.say
 */
export function createComposer(root, around) {
  showText();

  function showText(value = '') {
    const text = h('textarea', {
      id: 'text',
      rows: 1,
      value,
      placeholder: 'Ask a question, or type / for commands',
      'aria-label': 'Message',
    });
    const mode = h(
      'select',
      { class: 'mode', 'aria-label': 'What plain text does' },
      h('option', { value: 'ask' }, 'Ask the bot'),
      h('option', { value: 'say' }, 'Just post it'),
    );
    const list = suggestions(text, {
      onPick({ value }) {
        if (typeof value === 'object') return showCommand(value);
        text.value = value;
        grow(text);
        questions.stop();
      },
    });
    const questions = completion(text, list, (typed) => {
      const option = questionOption();
      return around.autocomplete('ask', { [option.name]: typed }, option.name);
    });
    const form = h('form', { class: 'plain-text' }, list.element, text, mode, sendButton());

    text.addEventListener('input', () => {
      const isQuestion = mode.value === 'ask' && !/^(\/|\s*$)/.test(text.value);
      if (isQuestion && questionOption()?.autocomplete) questions.refresh();
      else {
        questions.stop();
        list.show(matching(text.value), true);
      }
      grow(text);
      const typed = typedCommand(text.value);
      if (typed) showCommand(typed.command, typed.rest);
    });
    text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const content = text.value.trim();
      if (!content || content.startsWith('/')) return;
      questions.stop();
      text.value = '';
      grow(text);
      if (mode.value === 'say') around.say(content);
      else ask(content);
    });
    root.replaceChildren(form);
    return text;
  }

  /** Plain text goes to `/ask`, into its first option. */
  function ask(question) {
    return around.use('ask', { [questionOption()?.name ?? 'question']: question }, {});
  }

  function questionOption() {
    return leaves(around.commands()).find(({ path }) => path === 'ask')?.options[0];
  }

  function matching(typed) {
    if (!typed.startsWith('/') || typed.includes('\n')) return [];
    const words = typed.slice(1).toLowerCase();
    return leaves(around.commands())
      .filter(({ path }) => path.startsWith(words) || path.split(' ').some((word) => word.startsWith(words)))
      .map((command) => ({ label: `/${command.path}`, description: command.description, value: command }));
  }

  /** `/ask who` written out: the command, and what follows it. */
  function typedCommand(typed) {
    const found = leaves(around.commands())
      .filter(({ path }) => typed.toLowerCase().startsWith(`/${path} `))
      .sort((a, b) => b.path.length - a.path.length)[0];
    return found && { command: found, rest: typed.slice(found.path.length + 2) };
  }

  function showCommand(command, first = '') {
    const fields = command.options.map((option, index) =>
      optionField(option, {
        entities: around.entities,
        value: index === 0 ? first : '',
        complete: (value) =>
          around.autocomplete(command.path, { ...valuesOf(fields), [option.name]: value }, option.name),
      }),
    );
    const back = () => showText().focus();
    const form = h(
      'form',
      { class: 'command-form', 'aria-label': `/${command.path}` },
      h(
        'p',
        { class: 'command-line' },
        h('span', { class: 'command' }, `/${command.path}`),
        h('span', { class: 'description' }, command.description),
        h(
          'button',
          { type: 'button', class: 'plain', onclick: back, 'aria-label': 'Leave this command' },
          '✕',
        ),
      ),
      ...fields.map(({ element }) => element),
      sendButton(),
    );
    form.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) back();
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const files = fields.filter(({ file }) => file?.()).map(({ name, file }) => [name, file()]);
      around.use(command.path, valuesOf(fields), Object.fromEntries(files));
      back();
    });
    root.replaceChildren(form);
    (fields[0]?.focus ?? (() => form.querySelector('[type=submit]').focus()))();
  }
}

const valuesOf = (fields) =>
  Object.fromEntries(
    fields
      .map(({ name, read }) => [name, read?.()])
      .filter(([, value]) => value !== undefined && value !== ''),
  );

const sendButton = () => h('button', { type: 'submit', class: 'button primary send' }, 'Send');

function grow(text) {
  text.style.height = 'auto';
  text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
}
