import { recall, remember } from './kept.js';
import { namesIn } from './mentions.js';
import { isOpenTo, placesOf } from './places.js';

/**
 * Who one is, where, and in which language: as it was at the last visit.
 *
 * @param {object} first the state that the playground tells
 */
export function createVisit(first) {
  let state = first;
  const { place: lastPlace, user: lastUser } = recall('here') ?? {};
  let user = personOf(lastUser) ?? state.users[0];
  let place = placeFor(lastPlace);
  let locale = recall('locale') ?? 'en-US';

  function personOf(key) {
    return state.users.find((one) => one.key === key);
  }

  /** The place of an id where the person can be, and else the first of its kind, and else the first of all. */
  function placeFor(id) {
    const all = placesOf(state);
    const open = all.filter((one) => isOpenTo(one, user.key));
    const { kind } = all.find((one) => one.id === id) ?? {};
    return open.find((one) => one.id === id) ?? open.find((one) => one.kind === kind) ?? open[0];
  }

  const as = () => ({ user: user.key, place: place.id, locale });

  return {
    get state() {
      return state;
    },
    get user() {
      return user;
    },
    get place() {
      return place;
    },
    get locale() {
      return locale;
    },
    get botName() {
      return state.bot.username;
    },
    as,
    /** Whether nothing has changed since `as` gave this. */
    isStill: (asked) => JSON.stringify(asked) === JSON.stringify(as()),
    /** Who and what can be named and chosen here. */
    names: () => namesIn(place, state),
    /** What the playground tells anew. @param {object} next */
    update(next) {
      state = next;
      user = personOf(user.key);
      place = placeFor(place.id);
    },
    /** @param {{ place?: string, user?: string }} where the id of a place, the key of a person */
    go({ place: id = place.id, user: key = user.key }) {
      user = personOf(key);
      place = placeFor(id);
      remember('here', { place: place.id, user: user.key });
    },
    speak(language) {
      locale = language;
      remember('locale', language);
    },
  };
}
