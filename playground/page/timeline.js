import { messageCommandsOf } from './composer/commands.js';
import { rowsOf } from './conversation.js';
import { aboutPlace, guideButtons, welcome } from './guide.js';
import { recall } from './kept.js';
import { showMenu } from './messages/message-menu.js';
import { titleOf } from './places.js';
import { sendingRow } from './sending-row.js';

/**
 * What one sees of a place: what it is, its messages, what has not arrived, and what can be pressed.
 *
 * @param {object} parts
 * @param {ReturnType<typeof import('./visit.js').createVisit>} parts.visit
 * @param {ReturnType<typeof import('./offers.js').createOffers>} parts.offers
 * @param {ReturnType<typeof import('./acting.js').createActing>} parts.acting
 * @param {ReturnType<typeof import('./conversation.js').createConversation>} parts.conversation
 * @param {ReturnType<typeof import('./messages/message-list.js').createMessageList>} parts.list
 * @param {ReturnType<typeof import('./composer/composer.js').createComposer>} parts.composer
 * @param {HTMLElement} parts.strip where what can be pressed stays near when there are messages
 * @param {(user: string) => Promise<void>} parts.become
 */
export function createTimeline({ visit, offers, acting, conversation, list, composer, strip, become }) {
  const { outbox } = acting;

  /** @param {boolean} [isFirst] the place was not shown before */
  function show(isFirst = false) {
    const { user, place, locale } = visit;
    const seen = conversation.seenBy(user.id);
    const waiting = outbox.shownTo(user.key, place.id);
    const isEmpty = seen.length === 0 && waiting.length === 0;
    const rows = rowsOf(seen, { reader: user.id, locale, around: aroundMessage });
    list.show([welcomeRow(isEmpty), ...rows, ...waiting.map(waitingRow)], isFirst);
    showStrip(!isEmpty && (recall('guide') ?? true));
  }

  function aroundMessage({ message: { id: messageId, message_reference: reference } }, subject) {
    return {
      locale: visit.locale,
      ...visit.names(),
      subject,
      original: conversation.get(reference?.message_id),
      goTo: () => list.goTo(reference.message_id),
      press: (customId) => acting.perform('press', { messageId, customId }),
      select: (customId, values) => acting.perform('select', { messageId, customId, values }),
      showMenu: (at) => showMenu({ label: `Apps for ${subject}`, items: menuItems(messageId) }, at),
      dismiss() {
        conversation.dismiss(messageId);
        show();
        composer.focus();
      },
    };
  }

  const menuItems = (messageId) => [
    ...messageCommandsOf(offers.commands).map(({ name, shown }) => ({
      group: 'Apps',
      label: shown,
      act: () => acting.perform('menu', { messageId, command: name }),
    })),
    {
      group: 'Message',
      label: 'Copy text',
      act: () => navigator.clipboard.writeText(list.textOf(messageId)),
    },
  ];

  const waitingRow = (sending) => ({
    key: sending.id,
    version: `${sending.state}${sending.reason}`,
    isNews: true,
    isOwn: true,
    view: () =>
      sendingRow(sending, {
        botName: visit.botName,
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
    const { place, user, botName } = visit;
    const about = aboutPlace(place, { botName, leaves: offers.leaves, user });
    return {
      key: 'welcome',
      version: JSON.stringify([place.id, isEmpty && guideVersion(), about]),
      view: () => welcome({ title: titleOf(place), ...about, buttons: isEmpty ? buttons() : [] }),
    };
  }

  const guideVersion = () =>
    JSON.stringify([visit.user.key, offers.questions, offers.leaves.map(({ path }) => path)]);

  const buttons = () =>
    guideButtons({
      user: visit.user,
      users: visit.state.users,
      leaves: offers.leaves,
      questions: offers.questions,
      use(...given) {
        acting.use(...given);
        composer.focus();
      },
      become: (key) => become(key).then(() => document.querySelector('.guide-button')?.focus()),
      offerCommands: composer.offerCommands,
    });

  function showStrip(isWanted) {
    strip.hidden = !isWanted;
    const version = isWanted ? guideVersion() : '';
    if (strip.dataset.version === version) return;
    strip.dataset.version = version;
    strip.replaceChildren(...(isWanted ? buttons() : []));
  }

  return { show };
}
