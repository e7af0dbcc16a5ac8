import { h } from './dom.js';
import { subjectOf, viewMessage } from './messages/message.js';
import { numbered } from './messages/names.js';
import { dayOf } from './messages/timestamps.js';

/**
 * The messages of a place as somebody sees them: without what is meant for others and what they dismissed.
 */
export function createConversation() {
  /** Entries by the ids of their messages, each with the text that says whether it is still the same. */
  const entries = new Map();
  const dismissed = new Set();
  const put = (entry) => entries.set(entry.message.id, { entry, version: JSON.stringify(entry) });

  return {
    clear: () => entries.clear(),
    put,
    /** What was there; what came in since `clear` is newer. @param {object[]} loaded */
    begin(loaded) {
      const since = [...entries.values()].map(({ entry }) => entry);
      entries.clear();
      for (const entry of [...loaded, ...since]) put(entry);
    },
    get: (id) => entries.get(id)?.entry,
    remove: (id) => entries.delete(id),
    dismiss: (id) => dismissed.add(id),
    /** @param {string} reader the id of a user */
    seenBy: (reader) =>
      [...entries.values()].filter(
        ({ entry: { message, visibleTo } }) =>
          !dismissed.has(message.id) && (!visibleTo || visibleTo === reader),
      ),
  };
}

/**
 * The rows of the list: each message, with the day over the first of each.
 *
 * @param {{ entry: object, version: string }[]} seen
 * @param {{ reader: string, locale: string, around(entry: object, subject: string): object }} view
 * @returns {import('./messages/message-list.js').Row[]}
 */
export function rowsOf(seen, { reader, locale, around }) {
  const subjects = new Map();
  let lastDay;
  return seen.flatMap(({ entry, version }) => {
    const { message } = entry;
    const subject = numbered(subjectOf(entry), subjects, entry);
    const day = dayOf(message.timestamp, locale);
    const isOwn = message.author.id === reader || message.interaction_metadata?.user.id === reader;
    const row = {
      key: message.id,
      version: `${version}${subject}${locale}`,
      view: () => viewMessage(entry, around(entry, subject)),
      isNews: true,
      isOwn,
    };
    const rows = day === lastDay ? [row] : [dayRow(day), row];
    lastDay = day;
    return rows;
  });
}

const dayRow = (day) => ({
  key: `day ${day}`,
  version: day,
  view: () => h('li', { class: 'day' }, h('span', {}, day)),
});
