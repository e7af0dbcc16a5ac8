import { drawn } from '../dom.js';

const HAND =
  'M8.2 10.4l3.9-7.5c.4-.8 3.1-.6 3.1 2.1 0 1.6-.5 3-.8 4.2h5.4c1.5 0 2.5 1.3 2.1 2.7l-2 7.1a2.6 2.6 0 0 1-2.5 1.9h-7.2l-2-1z';
const YELLOW = '#ffcc4d';
const CUFF = '#e19d00';
const GREY = '#ccd6dd';
const BLUE = '#5c9fe6';

/** Our own drawings of the emoji that replies use, on a grid of 24: where no font has them they are seen all the same. */
const EMOJI = {
  '👍': { name: 'thumbs up', parts: [fill(HAND, YELLOW), fill('M2 10.4h4.6v10.5H2z', CUFF)] },
  '👎': {
    name: 'thumbs down',
    parts: [fill(HAND, YELLOW), fill('M2 10.4h4.6v10.5H2z', CUFF)],
    transform: 'matrix(1 0 0 -1 0 24)',
  },
  '✅': { name: 'check mark', parts: [fill('M2 2h20v20H2z', '#77b255'), line('M6.5 12.5l4 4 7-9', '#fff')] },
  '❌': { name: 'cross mark', parts: [line('M5 5l14 14M19 5L5 19', '#dd2e44')] },
  '⚠': {
    name: 'warning',
    parts: [fill('M12 2l11 20H1z', YELLOW), line('M12 9v6M12 18.6v.2', '#231f20')],
  },
  '🔍': {
    name: 'magnifying glass',
    parts: [line('M14.5 14.5L21 21', '#9266cc'), line('M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12z', '#8899a6')],
  },
  '📄': {
    name: 'page',
    parts: [fill('M5 1.5h10l5 5v16H5z', GREY), line('M8.5 10h8M8.5 14h8M8.5 18h5', '#66757f')],
  },
  '🔗': {
    name: 'link',
    parts: [
      line('M10 14a4 4 0 0 0 5.7 0l3.4-3.4a4 4 0 0 0-5.7-5.7L12 6.3', BLUE),
      line('M14 10a4 4 0 0 0-5.7 0l-3.4 3.4a4 4 0 0 0 5.7 5.7l1.4-1.4', BLUE),
    ],
  },
};

function fill(d, colour) {
  return ['path', { d, fill: colour }];
}

function line(d, colour) {
  return [
    'path',
    {
      d,
      fill: 'none',
      stroke: colour,
      'stroke-width': 2.6,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
  ];
}

const DRAWN = new RegExp(`(${Object.keys(EMOJI).join('|')})\\uFE0F?`, 'u');

/**
 * A text with the emoji in it drawn; those that are not drawn here stay text.
 *
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function withEmoji(text) {
  return text
    .split(DRAWN)
    .map((part) => (Object.hasOwn(EMOJI, part) ? draw(EMOJI[part]) : part))
    .filter((part) => part !== '');
}

function draw({ name, parts, transform = '' }) {
  const inner = parts.map(([tag, attributes]) => drawn(tag, attributes));
  return drawn(
    'svg',
    { class: 'emoji', viewBox: '0 0 24 24', role: 'img', 'aria-label': name },
    drawn('g', { transform }, ...inner),
  );
}
