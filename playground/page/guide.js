import { h } from './dom.js';

/** How many questions are offered to press. */
const QUESTIONS = 3;

/** What a moderator may want to see first, of those commands that are offered; a sample document shows what adding does. */
const MODERATOR_STEPS = [
  { command: 'knowledge refresh', label: 'Preview a refresh' },
  { command: 'knowledge add', label: 'Preview adding a sample document', option: 'file' },
  { command: 'knowledge questions', label: 'What was asked in vain' },
  { command: 'knowledge history', label: 'What was published' },
];

const SAMPLE = `---
title: Harbour Chip Forum, a sample
published: 2026-05-04
---

The Harbour Chip Forum is an invented alliance of two invented firms, Lantern Silicon and Paper Crane Systems.

It exists so that one can see what a moderator sees before a document is published.
`;

/**
 * What can be pressed by somebody who is here for the first time, each of it done with one press.
 *
 * @param {object} around
 * @param {{ key: string, name: string }} around.user who one is
 * @param {{ key: string, name: string }[]} around.users who one can be
 * @param {import('./composer/commands.js').Leaf[]} around.leaves
 * @param {string[]} around.questions
 * @param {(command: string, options: object, files?: Record<string, File>) => void} around.use
 * @param {(user: string) => void} around.become
 * @param {() => void} around.offerCommands
 * @returns {HTMLElement[]}
 */
export function guideButtons({ user, users, leaves, questions, use, become, offerCommands }) {
  const leafOf = (path) => leaves.find((leaf) => leaf.path === path);
  const steps = MODERATOR_STEPS.filter(({ command }) => leafOf(command));
  const question = leafOf('ask')?.options[0]?.name;
  const asked = question && steps.length === 0 ? questions : [];
  const other = users.find(({ key }) => key === (user.key === 'moderator' ? 'member' : 'moderator'));
  return [
    ...steps.map((step) => button(step.label, 'step', () => take(step, use))),
    ...asked.map((text) => button(sentence(text), 'question', () => use('ask', { [question]: text }))),
    ...(other ? [button(`Become ${other.name}, the ${other.key}`, 'become', () => become(other.key))] : []),
    ...(leafOf('help') ? [button('What can it do?', 'quiet', () => use('help', {}))] : []),
    ...(leaves.length > 0 ? [button('All commands', 'quiet', offerCommands)] : []),
  ];
}

function take({ command, option }, use) {
  if (!option) return use(command, {});
  const sample = new File([SAMPLE], 'harbour-chip-forum.md', { type: 'text/markdown' });
  use(command, {}, { [option]: sample });
}

const button = (label, look, onclick) =>
  h('button', { type: 'button', class: `guide-button ${look}`, onclick }, label);

/** As somebody would write it who has time. */
const sentence = (text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/**
 * The questions to press, of those that the bot offers before anything is typed: first those written out as questions.
 *
 * @param {{ value: string }[]} choices
 */
export function questionsToPress(choices) {
  const texts = choices.map(({ value }) => String(value));
  const written = texts.filter((text) => /[?？]$/.test(text));
  return [...new Set([...written, ...texts])].slice(0, QUESTIONS);
}

/**
 * What a place is, in a sentence or two.
 *
 * @param {import('./places.js').Place} place
 * @param {{ botName: string, leaves: import('./composer/commands.js').Leaf[], user: { name: string } }} around
 * @returns {{ about: string, hint: string }}
 */
export function aboutPlace({ kind, guild }, { botName, leaves, user }) {
  const hint = 'All of it stays on this machine: a Discord of your own, with the real bot in it.';
  if (leaves.length === 0) {
    return { about: `${botName} offers ${user.name} no commands here.`, hint };
  }
  if (kind === 'dm') return { about: `Only you and ${botName} read what is written here.`, hint };
  if (kind === 'group') {
    return {
      about: `${botName} is not in this group. Whoever has installed it for themselves can use it.`,
      hint,
    };
  }
  if (guild.hasBot === false) {
    return {
      about: `${botName} is not in this server. You can use it, as you have installed it for yourself.`,
      hint,
    };
  }
  // In the bot's own words, and in the person's language.
  const asks = leaves.find(({ path }) => path === 'ask')?.description;
  return { about: asks ? `${botName}: ${asks}` : `${botName} can be used here.`, hint };
}

/**
 * What stands at the beginning of a place.
 *
 * @param {{ title: string, about: string, hint: string, buttons: HTMLElement[] }} place
 */
export const welcome = ({ title, about, hint, buttons }) =>
  h(
    'li',
    { class: 'welcome' },
    h('h2', {}, `Welcome to ${title}`),
    h('p', { class: 'about' }, about),
    buttons.length > 0 &&
      h('p', { class: 'try' }, 'Press one to see it, or write a question of your own below.'),
    buttons.length > 0 && h('div', { class: 'guide-buttons' }, ...buttons),
    h('p', { class: 'hint' }, hint),
  );
