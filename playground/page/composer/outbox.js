import { freshId } from '../dom.js';
import { recall, remember } from '../kept.js';

const KEY = 'outbox';
const MAX_ITEMS = 50;

/**
 * @typedef {object} Sending something that one sent and that has not arrived
 * @property {string} id
 * @property {string} user
 * @property {string} place
 * @property {string} locale
 * @property {'use' | 'say'} action
 * @property {{ command?: string, options?: Record<string, unknown>, content?: string }} body
 * @property {Record<string, File>} files
 * @property {'waiting' | 'sending' | 'failed'} state
 * @property {string} [reason] why it failed
 */

/**
 * Keeps what one sends until it has arrived: while the bot is away it waits, and what failed can be sent again. What waits
 * or failed is there after a reload; files cannot be kept that long.
 *
 * @param {{ isOnline(): boolean, deliver(sending: Sending): Promise<void>, onChange(): void }} around `deliver` throws where
 *   it did not arrive
 */
export function createOutbox({ isOnline, deliver, onChange }) {
  /** @type {Sending[]} */
  let items = (recall(KEY) ?? []).map((item) => ({ ...item, id: freshId('sending'), files: {} }));

  function set(next) {
    items = next;
    const lasting = items.filter(({ state }) => state !== 'sending');
    remember(
      KEY,
      lasting.length > 0 ? lasting.slice(-MAX_ITEMS).map(({ files, ...item }) => item) : undefined,
    );
    onChange();
  }

  const change = (id, changes) =>
    set(items.map((item) => (item.id === id ? { ...item, reason: undefined, ...changes } : item)));
  const without = (id) => items.filter((item) => item.id !== id);

  async function attempt(id) {
    const item = items.find((one) => one.id === id);
    if (!item) return;
    // What one just posts needs no bot.
    if (item.action === 'use' && !isOnline()) return change(id, { state: 'waiting' });
    change(id, { state: 'sending' });
    try {
      await deliver(item);
      set(without(id));
    } catch ({ message }) {
      change(id, { state: 'failed', reason: message });
    }
  }

  return {
    /** @param {Omit<Sending, 'id' | 'state'>} sending */
    add(sending) {
      const id = freshId('sending');
      items = [...items, { ...sending, id, state: 'sending' }];
      return attempt(id);
    },
    retry: attempt,
    /** Sends what waited. */
    async resume() {
      for (const { id } of items.filter(({ state }) => state === 'waiting')) await attempt(id);
    },
    /** Takes one out, to be written anew or forgotten. */
    take(id) {
      const item = items.find((one) => one.id === id);
      set(without(id));
      return item;
    },
    /** What somebody sees of it in a place. */
    shownTo: (user, place) =>
      items.filter((item) => item.user === user && item.place === place && item.state !== 'sending'),
  };
}
