import { createActing } from './acting.js';
import { follow, get } from './api.js';
import { createComposer } from './composer/composer.js';
import { draftOf, keepDraft } from './composer/drafts.js';
import { createConversation } from './conversation.js';
import { byId, h } from './dom.js';
import { recall, remember } from './kept.js';
import { createMessageList } from './messages/message-list.js';
import { createOffers } from './offers.js';
import { createPanel } from './panel.js';
import { showPlaces, titleOf } from './places.js';
import { switchTheme } from './theme.js';
import { createTimeline } from './timeline.js';
import { createVisit } from './visit.js';

const visit = createVisit(await get('state'));
let isOnline = visit.state.online;

function tell(problem) {
  byId('alert').textContent = problem;
}

const conversation = createConversation();
const list = createMessageList({
  scroller: byId('scroller'),
  list: byId('messages'),
  announcer: byId('announcer'),
  jump: byId('jump'),
});
const offers = createOffers(visit, {
  isOnline: () => isOnline,
  onChange() {
    composer.refresh();
    timeline.show();
  },
});
const acting = createActing(visit, {
  isOnline: () => isOnline,
  tell,
  bookmark: list.bookmark,
  focusComposer: () => composer.focus(),
  onChange: () => timeline.show(),
});
const composer = createComposer(byId('composer'), {
  botName: visit.botName,
  placeName: () => titleOf(visit.place),
  commands: () => offers.commands,
  entities: (type) => visit.names().entities(type),
  use: acting.use,
  say: acting.say,
  autocomplete: offers.autocomplete,
  keep: (draft) => keepDraft(visit.user.key, visit.place.id, draft),
  tell,
});
const timeline = createTimeline({
  visit,
  offers,
  acting,
  conversation,
  list,
  composer,
  strip: byId('strip'),
  become: (user) => go({ user }),
});

// Where one is.

/** Goes to a place, as a person, and shows what is there and what they had begun to write. */
async function go(where) {
  visit.go(where);
  setMenu(false);
  tell('');
  showHere();
  composer.show(draftOf(visit.user.key, visit.place.id));
  await Promise.all([offers.load(), loadMessages(true)]);
}

async function loadMessages(isFirst) {
  const asked = visit.as();
  conversation.clear();
  const loaded = await get(`channels/${asked.place}`);
  if (!visit.isStill(asked)) return;
  conversation.begin(loaded);
  timeline.show(isFirst);
}

function showHere() {
  const { user, place, state } = visit;
  byId('user').value = user.key;
  showPlaces(
    { servers: byId('servers'), channels: byId('channels'), title: byId('server-name') },
    state,
    { user, place },
    ({ id }) => go({ place: id }).then(composer.focus),
  );
  byId('place-name').textContent = titleOf(place);
  document.title = `${titleOf(place)} · Playground`;
}

function setMenu(isOpen) {
  document.body.classList.toggle('menu-open', isOpen);
  byId('menu').setAttribute('aria-expanded', String(isOpen));
}

// Whether the bot is there.

function setOnline(online, isReachable = true) {
  isOnline = online;
  const { botName } = visit;
  byId('status').textContent = `${botName} is ${online ? 'online' : 'offline'}`;
  byId('status').classList.toggle('online', online);
  const why = isReachable
    ? `${botName} is offline.`
    : 'The playground has stopped: npm start brings it back.';
  byId('offline').textContent = online ? '' : `${why} Go on writing: what you send waits until it is back.`;
  if (!online) return;
  acting.outbox.resume();
  offers.load();
}

/** The playground is there, perhaps again: what is shown already stays as it is. */
async function onOpen() {
  visit.update(await get('state'));
  showHere();
  await Promise.all([offers.load(), loadMessages(false)]);
}

const onEvent = {
  message(entry) {
    if (entry.message.channel_id !== visit.place.id) return;
    conversation.put(entry);
    timeline.show();
  },
  deleted({ id }) {
    conversation.remove(id);
    timeline.show();
  },
  commands: offers.load,
  violation: ({ message, code }) => tell(`The bot did what Discord refuses: ${message} (${code})`),
  online: ({ online }) => setOnline(online),
};

// What stands around.

byId('user').append(
  ...visit.state.users.map(({ key, name }) => h('option', { value: key }, `${name} (${key})`)),
);
byId('user').addEventListener('change', ({ target }) => go({ user: target.value }));
byId('locale').value = visit.locale;
byId('locale').addEventListener('change', ({ target }) => {
  visit.speak(target.value);
  timeline.show();
  offers.load();
});
byId('menu').addEventListener('click', () => setMenu(!document.body.classList.contains('menu-open')));
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || !document.body.classList.contains('menu-open')) return;
  setMenu(false);
  byId('menu').focus();
});

function setGuide(isOpen) {
  remember('guide', isOpen);
  byId('guide').setAttribute('aria-pressed', String(isOpen));
}
setGuide(recall('guide') ?? true);
byId('guide').addEventListener('click', () => {
  setGuide(!recall('guide'));
  timeline.show();
});
switchTheme(byId('theme'));
createPanel(
  { panel: byId('panel'), list: byId('exchanges'), toggle: byId('behind'), close: byId('panel-close') },
  (id) => visit.state.users.find((user) => user.id === id)?.name ?? id,
);

await go({});
composer.focus();
follow('events', {
  onEvent: (event) => onEvent[event.kind]?.(event),
  onOpen,
  onLost: () => setOnline(false, false),
});
