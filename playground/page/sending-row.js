import { h } from './dom.js';
import { commandName } from './messages/message.js';

/**
 * Something that has not arrived: it waits for the bot, or failed.
 *
 * @param {import('./composer/outbox.js').Sending} sending
 * @param {{ botName: string, retry(): void, edit(): void, forget(): void }} around
 */
export function sendingRow({ action, body, state, reason }, { botName, retry, edit, forget }) {
  const what =
    action === 'say'
      ? body.content
      : [commandName({ command: body.command }), ...Object.values(body.options)].join(' ');
  const isFailed = state === 'failed';
  const why = isFailed ? `Not sent: ${reason}` : `Waits until ${botName} is online again`;
  return h(
    'li',
    { class: `sending ${isFailed ? 'failed' : ''}`, tabindex: -1 },
    h('p', { class: 'local-text' }, h('strong', {}, what), h('span', {}, why)),
    h(
      'p',
      { class: 'local-actions' },
      isFailed && choice('Try again', what, retry),
      choice('Edit', what, edit),
      choice('Dismiss', what, forget),
    ),
  );
}

const choice = (label, what, onclick) =>
  h('button', { type: 'button', class: 'plain', 'aria-label': `${label}: ${what}`, onclick }, label);
