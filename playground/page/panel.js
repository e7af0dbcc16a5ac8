import { follow, get } from './api.js';
import { h } from './dom.js';
import { recall, remember } from './kept.js';

/** Two that begin within one second are told apart. */
const TO_THE_MILLISECOND = {
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
};

const KINDS = {
  command: 'command',
  autocomplete: 'autocomplete',
  menu: 'message command',
  component: 'button or select',
  form: 'form',
};

/**
 * What happens behind the scenes: the interactions that Discord sends to the bot, what the bot makes of them and when, and
 * which of Discord's rules it broke. Nothing is asked for while the panel is closed.
 *
 * @param {{ panel: HTMLElement, list: HTMLElement, toggle: HTMLElement, close: HTMLElement }} parts
 * @param {(userId: string) => string} nameOf
 */
export function createPanel({ panel, list, toggle, close }, nameOf) {
  let stop;
  /** @type {Map<string, HTMLElement>} */
  const shown = new Map();

  function put(exchange) {
    const old = shown.get(exchange.id);
    const element = viewExchange(exchange, nameOf);
    element.open = old?.open ?? false;
    for (const [index, inner] of [...element.querySelectorAll('details')].entries())
      inner.open = old?.querySelectorAll('details')[index]?.open ?? false;
    const hadFocus = old?.contains(document.activeElement);
    shown.set(exchange.id, element);
    if (old) old.parentElement.replaceChildren(element);
    else list.prepend(h('li', {}, element));
    if (hadFocus) element.querySelector('summary').focus();
  }

  async function load() {
    shown.clear();
    list.replaceChildren();
    for (const exchange of await get('exchanges')) put(exchange);
  }

  function set(isOpen) {
    remember('panel', isOpen);
    panel.hidden = !isOpen;
    document.body.classList.toggle('panel-open', isOpen);
    toggle.setAttribute('aria-expanded', String(isOpen));
    stop?.();
    stop = isOpen
      ? follow('exchange-events', {
          onEvent: ({ exchange }) => put(exchange),
          onOpen: () => load().catch(() => {}),
        })
      : undefined;
  }

  toggle.addEventListener('click', () => set(panel.hidden));
  const leave = () => {
    set(false);
    toggle.focus();
  };
  close.addEventListener('click', leave);
  panel.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') leave();
  });
  set(recall('panel') ?? false);
}

function viewExchange(exchange, nameOf) {
  const { kind, name, user, startedAt, payload, requests, failed } = exchange;
  const first = requests.find(({ status }) => status < 400);
  const broken = requests.filter(({ error }) => error);
  return h(
    'details',
    { class: 'exchange' },
    h(
      'summary',
      {},
      h('span', { class: 'exchange-name' }, name),
      h(
        'span',
        { class: 'exchange-about' },
        `${KINDS[kind] ?? kind} · ${nameOf(user)} · ${new Date(startedAt).toLocaleTimeString([], TO_THE_MILLISECOND)}`,
      ),
      h(
        'span',
        { class: 'exchange-times' },
        failed && h('span', { class: 'badge bad' }, 'no answer in time'),
        broken.length > 0 && h('span', { class: 'badge bad' }, `${broken.length} broken`),
        first && h('span', { class: 'badge' }, `first answer ${ms(first.afterMs)}`),
        requests.length > 1 && h('span', { class: 'badge' }, `last ${ms(requests.at(-1).afterMs)}`),
      ),
    ),
    data('Sent to the bot: INTERACTION_CREATE', payload),
    ...requests.map(viewRequest),
  );
}

function viewRequest({ method, path, body, files = [], afterMs, status, error }) {
  return h(
    'div',
    { class: `request ${error ? 'bad' : ''}` },
    h(
      'p',
      { class: 'request-line' },
      h('strong', {}, `+${ms(afterMs)}`),
      ` ${method} `,
      h('code', {}, path),
      ` → ${status}`,
    ),
    error &&
      h(
        'p',
        { class: 'error' },
        `Discord refuses this: ${error.message} (${error.code})${detailsOf(error.errors)}`,
      ),
    ...files.map(({ filename, size }) =>
      h('p', { class: 'request-file' }, `File: ${filename}, ${size} bytes`),
    ),
    body && data('What it sent', body),
  );
}

const ms = (value) => `${Math.round(value)} ms`;
const detailsOf = (errors) => (errors ? `: ${JSON.stringify(errors)}` : '');

const data = (title, value) =>
  h(
    'details',
    { class: 'data' },
    h('summary', {}, title),
    h('pre', {}, h('code', {}, JSON.stringify(value, null, 2))),
  );
