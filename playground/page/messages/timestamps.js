import { h } from '../dom.js';

const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * A moment that a text names, in the reader's zone and language.
 *
 * @param {{ seconds: number, style: string }} node
 * @param {string} locale
 */
export function timestamp({ seconds, style }, locale) {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  const full = date.toLocaleString(locale, STYLES.F);
  const text =
    style === 'R' ? relative(date, locale) : date.toLocaleString(locale, STYLES[style] ?? STYLES.f);
  return h('time', { dateTime: date.toISOString(), title: full }, text);
}

function relative(date, locale) {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}

/** When a message was sent: the time alone today, as Discord has it. @param {string} iso @param {string} locale */
export function sentAt(iso, locale) {
  const date = new Date(iso);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(locale, isToday ? STYLES.t : STYLES.s);
}

/** @param {string} iso @param {string} locale */
export const dayOf = (iso, locale) => new Date(iso).toLocaleDateString(locale, STYLES.D);
