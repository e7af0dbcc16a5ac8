import { h } from './dom.js';
import { parseMarkdown } from './markdown.js';

const TAGS = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  quote: 'blockquote',
};

/**
 * A text as Discord shows it.
 *
 * @param {string} text
 * @param {(mention: string) => string} nameOf the name behind a mention such as `<@1>`
 * @returns {HTMLElement}
 */
export const markdown = (text, nameOf) =>
  h('div', { class: 'markdown' }, ...view(parseMarkdown(text), nameOf));

const view = (nodes, nameOf) => nodes.map((node) => viewOne(node, nameOf));

function viewOne(node, nameOf) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'code':
      return h('code', {}, node.text);
    case 'code block':
      return h('pre', {}, h('code', {}, node.text));
    case 'heading':
      return h(
        'p',
        { class: 'heading', role: 'heading', 'aria-level': node.level + 2, 'data-level': node.level },
        ...view(node.children, nameOf),
      );
    case 'subtext':
      return h('small', { class: 'subtext' }, ...view(node.children, nameOf));
    case 'link':
      return link(node, nameOf);
    case 'mention':
      return h('span', { class: 'mention' }, nameOf(node.raw));
    case 'emoji':
      return `:${node.name}:`;
    case 'timestamp':
      return timestamp(node);
    case 'spoiler':
      return spoiler(node, nameOf);
    case 'list':
      return list(node.items, nameOf);
    default:
      return h(TAGS[node.type], {}, ...view(node.children, nameOf));
  }
}

/** Links only ever lead to the web: the parser makes them of nothing else. */
function link({ url, title, children }, nameOf) {
  return h(
    'a',
    { href: url, title: title || url, target: '_blank', rel: 'noopener noreferrer' },
    ...view(children, nameOf),
  );
}

function timestamp({ seconds, style }) {
  const date = new Date(seconds * 1000);
  const full = date.toLocaleString();
  if (Number.isNaN(date.getTime())) return String(seconds);
  const options = {
    t: { timeStyle: 'short' },
    T: { timeStyle: 'medium' },
    d: { dateStyle: 'short' },
    D: { dateStyle: 'long' },
  };
  const text = style === 'R' ? relative(date) : date.toLocaleString(undefined, options[style] ?? {});
  return h('time', { dateTime: date.toISOString(), title: full }, text);
}

function relative(date) {
  const units = [
    ['year', 31_536_000],
    ['month', 2_592_000],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ];
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

function spoiler({ children }, nameOf) {
  const inner = h('span', {}, ...view(children, nameOf));
  const cover = h(
    'button',
    { type: 'button', class: 'spoiler', 'aria-expanded': 'false', 'aria-label': 'Spoiler: show it' },
    inner,
  );
  inner.hidden = true;
  cover.addEventListener('click', () => {
    inner.hidden = false;
    cover.replaceWith(inner);
  });
  return cover;
}

function list(items, nameOf) {
  const root = h('div', { class: 'list', role: 'list' });
  for (const { depth, number, children } of items) {
    const mark = h('span', { class: 'mark' }, number === undefined ? '• ' : `${number}. `);
    const item = h('div', { role: 'listitem' }, mark, h('span', {}, ...view(children, nameOf)));
    item.style.setProperty('--depth', depth);
    root.append(item);
  }
  return root;
}
