import { act, follow, get } from './api.js';
import { leavesOf, messageCommandsOf } from './composer/commands.js';
import { createComposer } from './composer/composer.js';
import { draftOf, keepDraft } from './composer/drafts.js';
import { createOutbox } from './composer/outbox.js';
import { createConversation, rowsOf } from './conversation.js';
import { byId, h } from './dom.js';
import { aboutPlace, guideButtons, questionsToPress, welcome } from './guide.js';
import { recall, remember } from './kept.js';
import { namesIn } from './mentions.js';
import { createMessageList } from './messages/message-list.js';
import { showMenu } from './messages/message-menu.js';
import { openModal } from './modal.js';
import { createPanel } from './panel.js';
import { isOpenTo, placesOf, showPlaces, titleOf } from './places.js';
import { sendingRow } from './sending-row.js';
import { switchTheme } from './theme.js';

let state = await get('state');
let commands = [];
let questions = [];
let isOnline = state.online;
const here = whereOneWas();
const conversation = createConversation();
const botName = () => state.bot.username;
const locale = () => byId('locale').value;
const as = () => ({
  user: here.user.key,
  place: here.place.id,
  locale: locale(),
});
const names = () => namesIn(here.place, state);

/** The place and the person of the last visit, or those that everybody begins with. */
function whereOneWas() {
  const { place, user } = recall('here') ?? {};
  const person = state.users.find(({ key }) => key === user) ?? state.users[0];
  return { user: person, place: placeFor(person, place) };
}

/** The place of an id where the person can be there, and else the nearest of its kind. */
function placeFor(user, id) {
  const open = placesOf(state).filter((place) => isOpenTo(place, user.key));
  const { kind } = placesOf(state).find((place) => place.id === id) ?? {};
  return open.find((place) => place.id === id) ?? open.find((place) => place.kind === kind) ?? open[0];
}

// What one does, and what comes of it.

/** Does something as the person one is; shows a form that is opened, and throws where it did not arrive. */
async function attempt(action, body, { files, who = as(), refocus = () => {} } = {}) {
  const { id, failed, modal } = await act(action, { as: who, ...body }, files);
  if (failed) throw new Error('The application did not respond.');
  if (!modal) return;
  const submit = (fields, more) => attempt('submit', { exchangeId: id, fields }, { files: more, who });
  openModal(modal, surroundings(), { submit, refocus });
}

/** The same for what is pressed: what went wrong is told. */
async function perform(action, body) {
  tell('');
  if (!isOnline) return tell(`${botName()} is offline. Press it again when it is back.`);
  await attempt(action, body, { refocus: list.bookmark() }).catch(({ message }) => tell(message));
}

function tell(problem) {
  byId('alert').textContent = problem;
}

const outbox = createOutbox({
  isOnline: () => isOnline,
  deliver: ({ action, body, files, user, place, locale: language }) =>
    attempt(action, body, { files, who: { user, place, locale: language }, refocus: () => composer.focus() }),
  onChange: showMessages,
});

function send(action, body, files = {}) {
  tell('');
  const { user, place, locale: language } = as();
  outbox.add({ user, place, locale: language, action, body, files });
}

const use = (command, options, files) => send('use', { command, options }, files);

// What is seen.

const surroundings = () => ({ locale: locale(), ...names() });

function aroundMessage({ message: { id: messageId } }, subject) {
  return {
    ...surroundings(),
    subject,
    press: (customId) => perform('press', { messageId, customId }),
    select: (customId, values) => perform('select', { messageId, customId, values }),
    showMenu: (at) => showMenu({ label: `Apps for ${subject}`, items: menuItems(messageId) }, at),
    dismiss() {
      conversation.dismiss(messageId);
      showMessages();
      composer.focus();
    },
  };
}

const menuItems = (messageId) => [
  ...messageCommandsOf(commands).map(({ name, shown }) => ({
    group: 'Apps',
    label: shown,
    act: () => perform('menu', { messageId, command: name }),
  })),
  { group: 'Message', label: 'Copy text', act: () => navigator.clipboard.writeText(list.textOf(messageId)) },
];

/** @param {boolean} [isFirst] the place was not shown before */
function showMessages(isFirst = false) {
  const { user, place } = here;
  const seen = conversation.seenBy(user.id);
  const waiting = outbox.shownTo(user.key, place.id);
  const isEmpty = seen.length === 0 && waiting.length === 0;
  const rows = rowsOf(seen, { reader: user.id, locale: locale(), around: aroundMessage });
  list.show([welcomeRow(isEmpty), ...rows, ...waiting.map(waitingRow)], isFirst);
  showStrip(!isEmpty);
}

const waitingRow = (sending) => ({
  key: sending.id,
  version: `${sending.state}${sending.reason}`,
  isNews: true,
  isOwn: true,
  view: () =>
    sendingRow(sending, {
      botName: botName(),
      retry: () => outbox.retry(sending.id),
      forget() {
        outbox.take(sending.id);
        composer.focus();
      },
      edit() {
        const { action, body } = outbox.take(sending.id);
        composer.write(action === 'say' ? { text: body.content } : body);
      },
    }),
});

function welcomeRow(isEmpty) {
  const { place, user } = here;
  const about = aboutPlace(place, { botName: botName(), isOffered: commands.length > 0, user });
  return {
    key: 'welcome',
    version: JSON.stringify([place.id, isEmpty && guideVersion(), about]),
    view: () => welcome({ title: titleOf(place), ...about, buttons: isEmpty ? buttons() : [] }),
  };
}

const guideVersion = () =>
  JSON.stringify([here.user.key, questions, leavesOf(commands).map(({ path }) => path)]);

const buttons = () =>
  guideButtons({
    user: here.user,
    users: state.users,
    leaves: leavesOf(commands),
    questions,
    use(...given) {
      use(...given);
      composer.focus();
    },
    become: (key) => become(key).then(focusGuide),
    offerCommands: () => composer.offerCommands(),
  });

/** What can be pressed stays near, over the box that one writes into. */
function showStrip(isWanted) {
  const strip = byId('strip');
  const isOpen = recall('guide') ?? true;
  byId('guide').setAttribute('aria-pressed', String(isOpen));
  strip.hidden = !isWanted || !isOpen;
  const version = strip.hidden ? '' : guideVersion();
  if (strip.dataset.version === version) return;
  strip.dataset.version = version;
  strip.replaceChildren(...(strip.hidden ? [] : buttons()));
}

const focusGuide = () => document.querySelector('.guide-button')?.focus();

function showConnection(isReachable = true) {
  const name = botName();
  byId('status').textContent = isOnline ? `${name} is online` : `${name} is offline`;
  byId('status').classList.toggle('online', isOnline);
  const why = isReachable ? `${name} is offline.` : 'The playground has stopped: npm start brings it back.';
  byId('offline').textContent = isOnline ? '' : `${why} Go on writing: what you send waits until it is back.`;
}

function setOnline(online, isReachable) {
  isOnline = online;
  showConnection(isReachable);
  if (!online) return;
  outbox.resume();
  loadCommands();
}

// Where one is.

async function loadCommands() {
  const asked = as();
  const query = new URLSearchParams(asked);
  const found = await get(`commands?${query}`).catch(() => commands);
  if (!isStill(asked)) return;
  commands = found;
  composer.refresh();
  showMessages();
  await loadQuestions(asked);
}

async function loadQuestions(asked) {
  const ask = leavesOf(commands).find(({ path }) => path === 'ask');
  const [first] = ask?.options ?? [];
  const found =
    first?.autocomplete && isOnline ? await autocomplete('ask', { [first.name]: '' }, first.name) : [];
  if (!isStill(asked)) return;
  questions = questionsToPress(found);
  showMessages();
}

const isStill = (asked) => JSON.stringify(asked) === JSON.stringify(as());

const autocomplete = (command, options, focused) =>
  act('autocomplete', { as: as(), command, options, focused }).catch(() => []);

async function loadMessages(isFirst) {
  const asked = as();
  conversation.clear();
  const loaded = await get(`channels/${here.place.id}`);
  if (!isStill(asked)) return;
  // What came in meanwhile is newer than what was loaded.
  const live = conversation.seenBy(here.user.id).map(({ entry }) => entry);
  conversation.clear();
  for (const entry of [...loaded, ...live]) conversation.put(entry);
  showMessages(isFirst);
}

/** Goes to a place, as a person, and shows what is there and what they had begun to write. */
async function go({ place = here.place, user = here.user }) {
  Object.assign(here, { place, user });
  remember('here', { place: place.id, user: user.key });
  byId('user').value = user.key;
  setMenu(false);
  showHere();
  composer.show(draftOf(user.key, place.id));
  await Promise.all([loadCommands(), loadMessages(true)]);
}

function become(key) {
  const user = state.users.find((one) => one.key === key);
  return go({ user, place: placeFor(user, here.place.id) });
}

function showHere() {
  showPlaces(
    { servers: byId('servers'), channels: byId('channels'), title: byId('server-name') },
    state,
    here,
    (place) => go({ place }).then(() => composer.focus()),
  );
  byId('place-name').textContent = titleOf(here.place);
  document.title = `${titleOf(here.place)} · Playground`;
}

/** The playground is there, perhaps again: nothing that is shown already flickers. */
async function onOpen() {
  state = await get('state');
  here.user = state.users.find(({ key }) => key === here.user.key);
  here.place = placeFor(here.user, here.place.id);
  showHere();
  await Promise.all([loadCommands(), loadMessages(false)]);
}

function setMenu(isOpen) {
  document.body.classList.toggle('menu-open', isOpen);
  byId('menu').setAttribute('aria-expanded', String(isOpen));
}

// What happens.

const onEvent = {
  message(entry) {
    if (entry.message.channel_id !== here.place.id) return;
    conversation.put(entry);
    showMessages();
  },
  deleted({ id }) {
    conversation.remove(id);
    showMessages();
  },
  commands: loadCommands,
  violation: ({ message, code }) => tell(`The bot did what Discord refuses: ${message} (${code})`),
  online: ({ online }) => setOnline(online),
};

const list = createMessageList({
  scroller: byId('scroller'),
  list: byId('messages'),
  announcer: byId('announcer'),
  jump: byId('jump'),
});

const composer = createComposer(byId('composer'), {
  botName: botName(),
  placeName: () => titleOf(here.place),
  commands: () => commands,
  entities: (type) => names().entities(type),
  use,
  say: (content) => send('say', { content }),
  autocomplete,
  keep: (draft) => keepDraft(here.user.key, here.place.id, draft),
  tell,
});

byId('user').append(...state.users.map(({ key, name }) => h('option', { value: key }, `${name} (${key})`)));
byId('user').addEventListener('change', ({ target }) => become(target.value));
byId('locale').value = recall('locale') ?? 'en-US';
byId('locale').addEventListener('change', ({ target }) => {
  remember('locale', target.value);
  showMessages();
  loadCommands();
});
byId('menu').addEventListener('click', () => setMenu(!document.body.classList.contains('menu-open')));
byId('guide').addEventListener('click', () => {
  remember('guide', !(recall('guide') ?? true));
  showMessages();
});
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !document.body.classList.contains('menu-open')) return;
  setMenu(false);
  byId('menu').focus();
});
switchTheme(byId('theme'));
createPanel(
  { panel: byId('panel'), list: byId('exchanges'), toggle: byId('behind'), close: byId('panel-close') },
  (id) => state.users.find((user) => user.id === id)?.name ?? id,
);
await go({});
composer.focus();
follow('events', {
  onEvent: (event) => onEvent[event.kind]?.(event),
  onOpen,
  onLost: () => setOnline(false, false),
});
