import { h } from '../dom.js';
import { icon } from '../icons.js';
import { file, viewComponents } from './components.js';
import { withEmoji } from './emoji.js';
import { markdown } from './markdown-view.js';
import { nameControls } from './names.js';
import { sentAt } from './timestamps.js';

const LOADING = 1 << 7;
const MAX_SUBJECT = 60;

/** Whether the bot has only said that it is thinking. */
export const isThinking = ({ message }) => (message.flags & LOADING) !== 0;

/**
 * What a message is about, in a few words: what was asked, the command, or how it begins.
 *
 * @param {object} entry
 */
export function subjectOf({ message, use }) {
  const given = use?.options.filter(({ value }) => typeof value === 'string').map(({ value }) => value);
  if (given?.length) return shortened(given.join(', '));
  if (use) return commandName(use);
  const { author } = message;
  const name = author.global_name ?? author.username;
  return message.content ? `“${shortened(message.content)}”` : `a message of ${name}`;
}

const shortened = (text) => (text.length > MAX_SUBJECT ? `${text.slice(0, MAX_SUBJECT)}…` : text);

/**
 * One message of the list.
 *
 * @param {object} entry the message, with what was used to bring it about and who alone sees it
 * @param {import('./components.js').Surroundings & {
 *   subject: string, showMenu(at: object): void, dismiss(): void }} around
 */
export function viewMessage(entry, around) {
  const { message, visibleTo } = entry;
  const { author } = message;
  const name = author.global_name ?? author.username;
  const thinking = isThinking(entry);
  const content = h(
    'div',
    { class: 'content' },
    ...(thinking ? [thinkingLine(name)] : contentOf(message, around)),
  );
  nameControls(content, around.subject);
  const row = h(
    'li',
    { class: `message ${visibleTo ? 'ephemeral' : ''}`, tabindex: -1, 'data-id': message.id },
    lineAbove(entry, around),
    avatar(author),
    h(
      'div',
      { class: 'body' },
      h(
        'p',
        { class: 'byline' },
        h('strong', {}, name),
        author.bot && h('span', { class: 'app-tag' }, 'APP'),
        h('time', { dateTime: message.timestamp }, sentAt(message.timestamp, around.locale)),
      ),
      content,
      visibleTo && ephemeralLine(around),
    ),
    !thinking && menuButton(around),
  );
  if (!thinking) row.addEventListener('contextmenu', (event) => onContextMenu(event, row, around));
  return row;
}

/** The picture of a person: the first letter of their name. */
export const avatar = ({ global_name: name, username, bot, id = '' }, size = '') =>
  h(
    'div',
    { class: `avatar ${bot ? 'bot' : `tint-${Number(id.slice(-1)) % 5}`} ${size}`, 'aria-hidden': 'true' },
    (name ?? username).slice(0, 1).toUpperCase(),
  );

/** What brought the message about: a command that somebody used, or the message that it replies to. */
function lineAbove({ message, use }, { original, goTo, subject }) {
  const user = message.interaction_metadata?.user;
  if (use && user) return usedLine(user, use);
  if (original) return replyLine(original, goTo, subject);
  return user && h('p', { class: 'used' }, ...personOf(user), ' sent a form or pressed a button');
}

const personOf = (user) => [avatar(user, 'tiny'), h('strong', {}, user.global_name ?? user.username)];

const replyLine = (original, goTo, subject) =>
  h(
    'p',
    { class: 'used' },
    ...personOf(original.message.author),
    ' ',
    h(
      'button',
      {
        type: 'button',
        class: 'plain replied',
        'data-key': 'replied',
        'aria-label': `${subjectOf(original)}: go to what is replied to by ${subject}`,
        onclick: goTo,
      },
      subjectOf(original),
    ),
  );

function usedLine(user, use) {
  const options = use.options.map(({ name, value }) =>
    h('span', { class: 'option' }, h('span', { class: 'option-name' }, `${name}: `), String(value)),
  );
  return h(
    'p',
    { class: 'used' },
    ...personOf(user),
    ' used ',
    h('span', { class: 'command' }, commandName(use)),
    ...options,
  );
}

export const commandName = ({ command, isMenu }) => (isMenu ? command : `/${command}`);

function contentOf(message, around) {
  const shown = message.components ?? [];
  const files = message.attachments.filter(({ url }) => !JSON.stringify(shown).includes(url));
  return [
    message.content && markdown(message.content, around),
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
    ...withEmoji(`${name} is thinking…`),
  );

const ephemeralLine = ({ dismiss, subject }) =>
  h(
    'p',
    { class: 'only-you' },
    icon('eye'),
    h('span', {}, 'Only you can see this · '),
    h(
      'button',
      {
        type: 'button',
        class: 'plain',
        'data-key': 'dismiss',
        'aria-label': `Dismiss message for ${subject}`,
        onclick: dismiss,
      },
      'Dismiss message',
    ),
  );

const menuButton = ({ showMenu, subject }) =>
  h(
    'button',
    {
      type: 'button',
      class: 'more',
      title: 'More',
      'aria-label': `More for ${subject}`,
      'aria-haspopup': 'menu',
      'data-key': 'more',
      onclick: ({ currentTarget }) => showMenu({ anchor: currentTarget }),
    },
    icon('dots'),
  );

/** The browser's own menu stays on links, and where words are marked to be copied. */
function onContextMenu(event, row, { showMenu }) {
  if (event.target.closest('a') || !getSelection().isCollapsed) return;
  event.preventDefault();
  const isByKey = event.clientX === 0 && event.clientY === 0;
  const { clientX: x, clientY: y } = event;
  showMenu(isByKey ? { anchor: row.querySelector('.more') } : { x, y });
}
