import { h } from './dom.js';
import { icon } from './icons.js';
import { avatar } from './messages/message.js';

/**
 * @typedef {object} Place a channel of a server, or a private one
 * @property {string} id
 * @property {string} name
 * @property {'channel' | 'dm' | 'group'} kind
 * @property {object} [guild] the server
 * @property {string[]} [members] keys of the people in a private one
 */

/** All places. @param {object} state as the playground tells it @returns {Place[]} */
export const placesOf = ({ guilds, privates = [] }) => [
  ...guilds.flatMap((guild) => guild.channels.map(({ id, name }) => ({ id, name, kind: 'channel', guild }))),
  ...privates,
];

/** Whether a person can be there. @param {Place} place @param {string} user */
export const isOpenTo = ({ members }, user) => !members || members.includes(user);

/** The place as it is named in the header and in the title. @param {Place} place */
export const titleOf = ({ kind, name }) => (kind === 'channel' ? `# ${name}` : name);

/**
 * Shows the servers, and the channels of the one where one is.
 *
 * @param {{ servers: HTMLElement, channels: HTMLElement, title: HTMLElement }} parts
 * @param {object} state
 * @param {{ place: Place, user: object }} here
 * @param {(place: Place) => void} go
 */
export function showPlaces({ servers, channels, title }, state, here, go) {
  const all = placesOf(state).filter((place) => isOpenTo(place, here.user.key));
  const privates = all.filter(({ kind }) => kind !== 'channel');
  servers.replaceChildren(
    ...(privates.length > 0 ? [privateButton(privates, here, go), h('hr', { class: 'rail-line' })] : []),
    ...state.guilds.map((guild) => serverButton(guild, all, here, go)),
  );
  const { guild } = here.place;
  title.textContent = guild?.name ?? 'Direct messages';
  const near = guild ? all.filter((place) => place.guild?.id === guild.id) : privates;
  channels.replaceChildren(...near.map((place) => placeButton(place, state, here, go)));
}

const current = (is) => (is ? { 'aria-current': 'true' } : {});

function privateButton(privates, here, go) {
  return h(
    'button',
    {
      type: 'button',
      title: 'Direct messages',
      'aria-label': 'Direct messages',
      onclick: () => go(privates[0]),
      ...current(!here.place.guild),
    },
    icon('at'),
  );
}

function serverButton(guild, all, here, go) {
  const absent = guild.hasBot === false ? ', without the bot' : '';
  return h('button', {
    type: 'button',
    title: guild.name,
    'aria-label': `${guild.name}${absent}`,
    'data-initials': initials(guild.name),
    onclick: () => go(all.find((place) => place.guild?.id === guild.id)),
    ...current(guild.id === here.place.guild?.id),
  });
}

function placeButton(place, state, here, go) {
  const mark = {
    channel: () => h('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
    dm: () => avatar(state.bot, 'small'),
    group: () => h('span', { class: 'avatar small tint-1' }, icon('people')),
  };
  return h(
    'button',
    { type: 'button', onclick: () => go(place), ...current(place.id === here.place.id) },
    mark[place.kind](),
    h('span', {}, place.name),
  );
}

const initials = (name) =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')
    .slice(0, 3);
