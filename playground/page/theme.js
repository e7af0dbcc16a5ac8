import { recall, remember } from './kept.js';

const wantsLight = matchMedia('(prefers-color-scheme: light)');

/** What the reader chose, and else what their system is set to. */
const theme = () => recall('theme') ?? (wantsLight.matches ? 'light' : 'dark');

function apply() {
  document.documentElement.dataset.theme = theme();
}

/**
 * Makes a button switch between light and dark; the choice is remembered.
 *
 * @param {HTMLElement} button
 */
export function switchTheme(button) {
  const show = () => {
    apply();
    button.setAttribute('aria-pressed', String(theme() === 'light'));
  };
  button.addEventListener('click', () => {
    remember('theme', theme() === 'light' ? 'dark' : 'light');
    show();
  });
  wantsLight.addEventListener('change', show);
  show();
}

apply();
