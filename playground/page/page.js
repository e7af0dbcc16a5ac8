import { act, follow, get } from './api.js';
import { createComposer } from './composer.js';
import { byId, h } from './dom.js';
import { viewMessage } from './message.js';
import { openModal } from './modal.js';

const MESSAGE_MENU = 3;

const state = await get('state');
const here = { guild: state.guilds[0], channel: state.guilds[0].channels[0], user: state.users[0] };
let commands = [];
/** Messages of the channel by id, and those that somebody dismissed. */
const entries = new Map();
const dismissed = new Set();

const as = () => ({
  user: here.user.key,
  guild: here.guild.key,
  channel: here.channel.name,
  locale: byId('locale').value,
});

// What can be chosen and named in a server.

const users = () =>
  here.guild.members.map(({ user }) => ({ value: user.id, label: user.global_name ?? user.username }));
const roles = () => here.guild.roles.map(({ id, name }) => ({ value: id, label: name }));
const channels = () => here.guild.channels.map(({ id, name }) => ({ value: id, label: `#${name}` }));
const ENTITIES = { 5: users, 6: roles, 7: () => [...users(), ...roles()], 8: channels };
const entities = (type) => ENTITIES[type]?.() ?? [];

function nameOf(mention) {
  const id = mention.match(/\d+/)?.[0];
  const found = [...users(), ...roles(), ...channels()].find(({ value }) => value === id);
  if (mention.startsWith('</')) return mention.slice(1).replace(/:\d+>$/, '');
  if (!found) return mention;
  return mention.startsWith('<@') ? `@${found.label}` : found.label;
}

// What one does, and what comes of it.

/** Does something as the person one is; shows a form that is opened, and says what went wrong. */
async function perform(action, body, files) {
  byId('alert').textContent = '';
  try {
    await attempt(action, body, files);
  } catch ({ message }) {
    byId('alert').textContent = message;
  }
}

async function attempt(action, body, files) {
  const { id, failed, modal } = await act(action, { as: as(), ...body }, files);
  if (failed) throw new Error('The application did not respond.');
  if (modal) openModal(modal, around(), (fields) => attempt('submit', { exchangeId: id, fields }));
}

const around = (messageId) => ({
  nameOf,
  entities,
  press: (customId) => perform('press', { messageId, customId }),
  select: (customId, values) => perform('select', { messageId, customId, values }),
  menuCommands: commands.filter(({ type }) => type === MESSAGE_MENU).map(({ name }) => name),
  openMenu: (command) => perform('menu', { messageId, command }),
  dismiss() {
    dismissed.add(messageId);
    showMessages();
  },
});

// What is seen.

function showMessages() {
  const scroller = byId('scroller');
  const wasAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  const list = byId('messages');
  const shown = [...entries.values()].filter(
    ({ message, visibleTo }) => !dismissed.has(message.id) && (!visibleTo || visibleTo === here.user.id),
  );
  // Only what has changed is replaced: the rest keeps its focus, and is not read aloud again.
  const old = new Map([...list.children].map((child) => [child.dataset.id, child]));
  const next = shown.map((entry) => {
    const same = old.get(entry.message.id);
    return same?.entry === entry
      ? same
      : Object.assign(viewMessage(entry, around(entry.message.id)), { entry });
  });
  list.replaceChildren(...(next.length > 0 ? next : [welcome()]));
  if (wasAtEnd) scroller.scrollTop = scroller.scrollHeight;
}

const welcome = () =>
  h(
    'li',
    { class: 'welcome' },
    h('h2', {}, `Welcome to #${here.channel.name}`),
    h(
      'p',
      {},
      'This is a Discord of your own, on this machine only. Ask a question below, or type / to see what the bot can do.',
    ),
  );

function keep(entry) {
  if (entry.message.channel_id === here.channel.id) entries.set(entry.message.id, entry);
}

function showStatus(online) {
  const name = state.bot.username;
  byId('status').textContent = online ? `${name} is online` : `${name} is offline`;
  byId('status').classList.toggle('online', online);
}

function showPlaces() {
  const current = (isCurrent) => (isCurrent ? { 'aria-current': 'true' } : {});
  byId('servers').replaceChildren(
    ...state.guilds.map((guild) =>
      h(
        'button',
        {
          type: 'button',
          title: guild.name,
          onclick: () => go({ guild, channel: guild.channels[0] }),
          ...current(guild === here.guild),
        },
        h('span', { 'aria-hidden': 'true' }, initials(guild.name)),
        h('span', { class: 'sr' }, guild.name),
      ),
    ),
  );
  byId('channels').replaceChildren(
    ...here.guild.channels.map((channel) =>
      h(
        'button',
        { type: 'button', onclick: () => go({ channel }), ...current(channel === here.channel) },
        `# ${channel.name}`,
      ),
    ),
  );
  byId('server-name').textContent = here.guild.name;
  byId('channel-name').textContent = `# ${here.channel.name}`;
  document.title = `#${here.channel.name} · Playground`;
}

const initials = (name) =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');

async function loadCommands() {
  commands = await get(
    `commands?place=${here.channel.id}&user=${here.user.key}&locale=${byId('locale').value}`,
  );
}

async function loadMessages() {
  entries.clear();
  const loaded = await get(`channels/${here.channel.id}`);
  // What came in meanwhile is newer than what was loaded.
  const live = [...entries.values()];
  entries.clear();
  for (const entry of [...loaded, ...live]) keep(entry);
  byId('messages').replaceChildren();
  showMessages();
}

async function go(place) {
  Object.assign(here, place);
  document.body.classList.remove('menu-open');
  byId('menu').setAttribute('aria-expanded', 'false');
  showPlaces();
  await loadCommands();
  await loadMessages();
}

const onChange = {
  message(entry) {
    keep(entry);
    showMessages();
  },
  deleted({ id }) {
    entries.delete(id);
    showMessages();
  },
  commands: loadCommands,
  violation({ message, code }) {
    byId('alert').textContent = `The bot did what Discord refuses: ${message} (${code})`;
  },
  online: ({ online }) => showStatus(online),
};

byId('user').append(...state.users.map(({ key, name }) => h('option', { value: key }, `${name} (${key})`)));
byId('user').addEventListener('change', ({ target }) =>
  go({ user: state.users.find(({ key }) => key === target.value) }),
);
byId('menu').addEventListener('click', () => {
  const isOpen = document.body.classList.toggle('menu-open');
  byId('menu').setAttribute('aria-expanded', String(isOpen));
});

createComposer(byId('composer'), {
  commands: () => commands,
  entities,
  use: (command, options, files) => perform('use', { command, options }, files),
  say: (content) => perform('say', { content }),
  autocomplete: (command, options, focused) =>
    act('autocomplete', { as: as(), command, options, focused }).catch(() => []),
});

follow({
  onChange: (change) => onChange[change.kind]?.(change),
  onReconnect: () => go({}),
  onLost: () => showStatus(false),
});
showStatus(state.online);
byId('text').focus();
