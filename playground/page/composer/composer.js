import { h } from '../dom.js';
import { icon } from '../icons.js';
import { recall, remember } from '../kept.js';
import { commandForm } from './command-form.js';
import { fileOptionOf, leavesOf, matching, shownName, writtenOut } from './commands.js';
import { completion } from './completion.js';
import { suggestions } from './suggestions.js';
import { lengthCounter } from './text-length.js';

/**
 * The box that one writes into: plain text asks, `/` picks a command and shows its options.
 *
 * @param {HTMLElement} root
 * @param {object} around
 * @param {string} around.botName
 * @param {() => string} around.placeName
 * @param {() => object[]} around.commands
 * @param {(type: number) => { value: string, label: string }[]} around.entities
 * @param {(command: string, options: object, files: Record<string, File>) => void} around.use
 * @param {(command: string, options: object, focused: string) => Promise<object[]>} around.autocomplete
 * @param {(content: string) => void} around.say
 * @param {(draft: import('./drafts.js').Draft) => void} around.keep
 * @param {(problem: string) => void} around.tell
 */
export function createComposer(root, around) {
  /** The form of a command, where one is open. */
  let form;
  let focus = () => {};
  /** Lays what the commands are now over what is shown. */
  let refresh = () => {};
  /** A command that was begun and is not offered at the moment. */
  let missing;

  const leaves = () => leavesOf(around.commands());
  const leafOf = (path) => leaves().find((leaf) => leaf.path === path);
  const questionOption = () => leafOf('ask')?.options[0];

  function showText(value = '') {
    form = undefined;
    const text = h('textarea', {
      id: 'text',
      rows: 1,
      value,
      placeholder: placeholderOf(),
      'aria-label': 'Message',
    });
    const mode = modeSelect(questionOption() !== undefined);
    const isAsking = () => mode.value === 'ask' && questionOption() !== undefined;
    const list = suggestions(text, {
      onPick({ value: picked }) {
        if (typeof picked === 'object') return openCommand(picked);
        text.value = picked;
        onTyped();
        questions.stop();
      },
    });
    const questions = completion(text, list, (typed) => {
      const { name } = questionOption();
      return around.autocomplete('ask', { [name]: typed }, name);
    });
    const counter = lengthCounter(text, () => (isAsking() ? questionOption().max_length : undefined));
    const slash = toolButton('slash', 'Commands', () => {
      if (!text.value.startsWith('/')) text.value = '/';
      text.focus();
      offer();
    });
    const element = h(
      'form',
      { class: 'plain-text' },
      list.element,
      h('div', { class: 'text-row' }, text, counter.element),
      h('div', { class: 'tools' }, toolButton('plus', 'Add a file', chooseFile), slash, mode, sendButton()),
    );

    function offer() {
      if (isAsking() && questionOption().autocomplete && !/^(\/|\s*$)/.test(text.value)) {
        return questions.refresh();
      }
      questions.stop();
      const isCommand = text.value.startsWith('/') && !text.value.includes('\n');
      const found = isCommand ? matching(leaves(), text.value.slice(1)) : [];
      list.show(found.map(suggestionOf), { mustPick: true, heading: around.botName });
    }

    function onTyped() {
      around.keep({ text: text.value });
      grow(text);
      counter.refresh();
    }

    text.addEventListener('input', () => {
      onTyped();
      const written = writtenOut(leaves(), text.value);
      if (written) return openCommand(written.leaf, written.rest);
      offer();
    });
    text.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      element.requestSubmit();
    });
    mode.addEventListener('change', () => {
      remember('mode', mode.value);
      counter.refresh();
    });
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      const content = text.value.trim();
      if (!content) return text.focus();
      if (content.startsWith('/') && isAsking()) {
        return around.tell(`There is no command ${content.split(' ')[0]} here. Type / to see them.`);
      }
      if (counter.isTooLong()) {
        return around.tell(
          `That is ${text.value.length} characters; a question has up to ${questionOption().max_length}. Shorten it, or just post it.`,
        );
      }
      questions.stop();
      text.value = '';
      onTyped();
      if (isAsking()) around.use('ask', { [questionOption().name]: content }, {});
      else around.say(content);
    });
    root.replaceChildren(element);
    grow(text);
    focus = () => text.focus();
    refresh = () => {
      text.placeholder = placeholderOf();
      mode.hidden = questionOption() === undefined;
      counter.refresh();
    };
  }

  const placeholderOf = () =>
    questionOption() ? 'Ask a question, or type / for commands' : `Message ${around.placeName()}`;

  /** @param {string | Record<string, unknown>} given the beginning of the first option, or what was kept of all */
  function showCommand(leaf, given = {}) {
    const first = leaf.options[0]?.name;
    const isText = typeof given === 'string';
    const kept = isText ? (given && first ? { [first]: { text: given } } : {}) : given;
    const back = () => {
      around.keep({ text: '' });
      showText();
      focus();
    };
    form = commandForm(leaf, {
      entities: around.entities,
      kept,
      complete: (options, focused) => around.autocomplete(leaf.path, options, focused),
      onChange: (values) => around.keep({ command: leaf.path, values }),
      onLeave: back,
      onSend(options, files) {
        back();
        around.use(leaf.path, options, files);
      },
    });
    around.keep({ command: leaf.path, values: kept });
    root.replaceChildren(form.element);
    focus = form.focus;
    refresh = () => {};
  }

  function openCommand(leaf, given) {
    showCommand(leaf, given);
    focus();
  }

  function chooseFile() {
    const chooser = h('input', { type: 'file' });
    chooser.addEventListener('change', () => takeFile(chooser.files[0]));
    chooser.click();
  }

  /** A file that was chosen, dropped or pasted goes to the command that takes one. */
  function takeFile(file) {
    if (!file || form?.setFile(file)) return;
    const leaf = leaves().find((one) => fileOptionOf(one));
    if (!leaf) return around.tell('None of the commands that you are offered here takes a file.');
    showCommand(leaf);
    form.setFile(file);
  }

  /** Shows what was begun in a place. */
  function show(draft) {
    const leaf = draft?.command && leafOf(draft.command);
    missing = draft?.command && !leaf ? draft : undefined;
    if (leaf) showCommand(leaf, draft.values);
    else showText(draft?.text ?? '');
  }

  for (const type of ['dragover', 'drop']) {
    document.addEventListener(type, (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      document.body.classList.toggle('dropping', type === 'dragover');
      if (type === 'drop') takeFile(event.dataTransfer.files[0]);
    });
  }
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) document.body.classList.remove('dropping');
  });
  document.addEventListener('paste', (event) => {
    const [file] = event.clipboardData?.files ?? [];
    if (!file) return;
    event.preventDefault();
    takeFile(file);
  });

  return {
    show,
    focus: () => focus(),
    /** What is offered has changed. */
    refresh() {
      if (missing && leafOf(missing.command)) show(missing);
      else refresh();
    },
    /** Puts back what was sent and did not arrive, to be written anew. @param {{ text?: string, command?: string, options?: object }} sent */
    write({ text, command, options = {} }) {
      const values = Object.entries(options).map(([name, value]) => [name, keptOf(value)]);
      const draft = command ? { command, values: Object.fromEntries(values) } : { text };
      around.keep(draft);
      show(draft);
      focus();
    },
    /** Shows all commands, as a slash does. */
    offerCommands() {
      showText('/');
      focus();
      document.getElementById('text').dispatchEvent(new Event('input'));
    },
  };
}

/** What an option is filled in with again: text and numbers as they were typed. */
const keptOf = (value) => (typeof value === 'boolean' ? value : { text: String(value) });

const suggestionOf = (leaf) => ({
  label: `/${leaf.shown}`,
  description: leaf.description,
  options: leaf.options.map(shownName),
  value: leaf,
});

function modeSelect(canAsk) {
  const mode = h(
    'select',
    { class: 'mode', 'aria-label': 'What plain text does', hidden: !canAsk },
    h('option', { value: 'ask' }, 'Ask the bot'),
    h('option', { value: 'say' }, 'Just post it'),
  );
  mode.value = recall('mode') ?? 'ask';
  return mode;
}

const toolButton = (drawing, name, onclick) =>
  h('button', { type: 'button', class: 'tool', title: name, 'aria-label': name, onclick }, icon(drawing));

const sendButton = () =>
  h('button', { type: 'submit', class: 'send', title: 'Send', 'aria-label': 'Send' }, icon('send'));

function grow(text) {
  text.style.height = 'auto';
  text.style.height = `${Math.min(text.scrollHeight, 160)}px`;
}
