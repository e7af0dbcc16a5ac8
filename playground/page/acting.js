import { act } from './api.js';
import { createOutbox } from './composer/outbox.js';
import { openModal } from './modal.js';

/**
 * What one does, and what comes of it: a form that the bot opens, or what went wrong.
 *
 * @param {ReturnType<typeof import('./visit.js').createVisit>} visit
 * @param {object} around
 * @param {() => boolean} around.isOnline
 * @param {(problem: string) => void} around.tell
 * @param {() => (() => void)} around.bookmark keeps in mind where the focus is, to bring it back
 * @param {() => void} around.focusComposer
 * @param {() => void} around.onChange what has not arrived has changed
 */
export function createActing(visit, { isOnline, tell, bookmark, focusComposer, onChange }) {
  /** Throws where it did not arrive. */
  async function attempt(action, body, { files, who = visit.as(), refocus }) {
    const { id, failed, modal } = await act(action, { as: who, ...body }, files);
    if (failed) throw new Error('The application did not respond.');
    if (!modal) return;
    const submit = (fields, more) =>
      attempt('submit', { exchangeId: id, fields }, { files: more, who, refocus });
    openModal(modal, { locale: visit.locale, ...visit.names() }, { submit, refocus });
  }

  const outbox = createOutbox({
    isOnline,
    onChange,
    deliver: ({ action, body, files, user, place, locale }) =>
      attempt(action, body, { files, who: { user, place, locale }, refocus: focusComposer }),
  });

  function send(action, body, files = {}) {
    tell('');
    outbox.add({ ...visit.as(), action, body, files });
  }

  return {
    outbox,
    /** Uses a command, at once or when the bot is back. */
    use: (command, options, files) => send('use', { command, options }, files),
    say: (content) => send('say', { content }),
    /** Does something with a message; what went wrong is told. */
    async perform(action, body) {
      tell('');
      if (!isOnline()) return tell(`${visit.botName} is offline. Press it again when it is back.`);
      await attempt(action, body, { refocus: bookmark() }).catch(({ message }) => tell(message));
    },
  };
}
