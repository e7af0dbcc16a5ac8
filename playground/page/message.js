import { file, viewComponents } from './components.js';
import { h } from './dom.js';
import { markdown } from './markdown-view.js';

const LOADING = 1 << 7;

/**
 * One message of the list.
 *
 * @param {object} entry the message, with what was used to bring it about and who alone sees it
 * @param {import('./components.js').Surroundings & {
 *   menuCommands: string[], openMenu(command: string): Promise<void>, dismiss(): void }} around
 */
export function viewMessage({ message, visibleTo, use }, around) {
  const { author, interaction_metadata: answers } = message;
  const name = author.global_name ?? author.username;
  const thinking = (message.flags & LOADING) !== 0;
  return h(
    'li',
    { class: `message ${visibleTo ? 'ephemeral' : ''}`, 'data-id': message.id },
    answers && usedLine(answers.user, use),
    h(
      'div',
      { class: `avatar ${author.bot ? 'bot' : ''}`, 'aria-hidden': 'true' },
      name.slice(0, 1).toUpperCase(),
    ),
    h(
      'div',
      { class: 'body' },
      h(
        'p',
        { class: 'byline' },
        h('strong', {}, name),
        author.bot && h('span', { class: 'app-tag' }, 'APP'),
        h('time', { dateTime: message.timestamp }, timeOf(message.timestamp)),
      ),
      thinking ? thinkingLine(name) : h('div', { class: 'content' }, ...contentOf(message, around)),
      visibleTo && ephemeralLine(around.dismiss),
    ),
    !thinking && menu(around),
  );
}

function usedLine(user, use) {
  const who = h('strong', {}, user.global_name);
  if (!use) return h('p', { class: 'used' }, who, ' used a button or a form');
  const options = use.options.map(({ name, value }) =>
    h('span', { class: 'option' }, h('span', { class: 'option-name' }, `${name}: `), String(value)),
  );
  return h(
    'p',
    { class: 'used' },
    who,
    ' used ',
    h('span', { class: 'command' }, commandName(use)),
    ...options,
  );
}

const commandName = ({ command, isMenu }) => (isMenu ? command : `/${command}`);

function contentOf(message, around) {
  const shown = message.components ?? [];
  const files = message.attachments.filter(({ url }) => !JSON.stringify(shown).includes(url));
  return [
    message.content && markdown(message.content, around.nameOf),
    ...viewComponents(shown, around),
    ...files.map(({ url, filename }) => file(url, filename)),
    message.edited_timestamp && h('small', { class: 'edited' }, '(edited)'),
  ];
}

const thinkingLine = (name) =>
  h(
    'p',
    { class: 'thinking' },
    h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
    `${name} is thinking…`,
  );

const ephemeralLine = (dismiss) =>
  h(
    'p',
    { class: 'only-you' },
    'Only you can see this · ',
    h('button', { type: 'button', class: 'plain', onclick: dismiss }, 'Dismiss message'),
  );

/** The commands of the bot that work on a message. */
function menu({ menuCommands, openMenu }) {
  if (menuCommands.length === 0) return undefined;
  const details = h('details', { class: 'apps' }, h('summary', { 'aria-label': 'Apps' }, '⋯'));
  const choose = (command) => {
    details.open = false;
    return openMenu(command);
  };
  details.append(
    h(
      'div',
      { class: 'popover' },
      h('p', {}, 'Apps'),
      ...menuCommands.map((name) => h('button', { type: 'button', onclick: () => choose(name) }, name)),
    ),
  );
  details.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') details.open = false;
  });
  return details;
}

function timeOf(timestamp) {
  const date = new Date(timestamp);
  const isToday = date.toDateString() === new Date().toDateString();
  const time = date.toLocaleTimeString(undefined, { timeStyle: 'short' });
  return isToday ? `Today at ${time}` : `${date.toLocaleDateString()} ${time}`;
}
