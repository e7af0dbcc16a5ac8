import { h } from '../dom.js';
import { parseMarkdown } from '../markdown.js';
import { withEmoji } from './emoji.js';
import { timestamp } from './timestamps.js';

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
 * @param {{ locale: string, nameOf(mention: string): string }} around `nameOf`: the name behind a mention such as `<@1>`
 * @returns {HTMLElement}
 */
export const markdown = (text, around) =>
  h('div', { class: 'markdown' }, ...view(parseMarkdown(text), around));

const view = (nodes, around) => nodes.flatMap((node) => viewOne(node, around));

function viewOne(node, around) {
  switch (node.type) {
    case 'text':
      return withEmoji(node.text);
    case 'code':
      return h('code', {}, node.text);
    case 'code block':
      return h('pre', {}, h('code', {}, node.text));
    case 'heading':
      return h(
        'p',
        { class: 'heading', role: 'heading', 'aria-level': node.level + 2, 'data-level': node.level },
        ...view(node.children, around),
      );
    case 'subtext':
      return h('small', { class: 'subtext' }, ...view(node.children, around));
    case 'link':
      return link(node, around);
    case 'mention':
      return h('span', { class: 'mention' }, around.nameOf(node.raw));
    case 'emoji':
      return `:${node.name}:`;
    case 'timestamp':
      return timestamp(node, around.locale);
    case 'spoiler':
      return spoiler(node, around);
    case 'list':
      return list(node.items, around);
    default:
      return h(TAGS[node.type], {}, ...view(node.children, around));
  }
}

/** Links only ever lead to the web: the parser makes them of nothing else. */
const link = ({ url, title, children }, around) =>
  h(
    'a',
    { href: url, title: title || url, target: '_blank', rel: 'noopener noreferrer' },
    ...view(children, around),
  );

function spoiler({ children }, around) {
  const inner = h('span', { class: 'uncovered', tabindex: -1 }, ...view(children, around));
  const cover = h(
    'button',
    { type: 'button', class: 'spoiler', 'aria-expanded': 'false', 'aria-label': 'Spoiler: show it' },
    h('span', { 'aria-hidden': 'true' }, '\u2003\u2003\u2003'),
  );
  cover.addEventListener('click', () => {
    cover.replaceWith(inner);
    inner.focus();
  });
  return cover;
}

function list(items, around) {
  const root = h('div', { class: 'list', role: 'list' });
  for (const { depth, number, children } of items) {
    const mark = h('span', { class: 'mark' }, number === undefined ? '• ' : `${number}. `);
    const item = h('div', { role: 'listitem' }, mark, h('span', {}, ...view(children, around)));
    item.style.setProperty('--depth', depth);
    root.append(item);
  }
  return root;
}
