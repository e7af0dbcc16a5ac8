import type { Copy } from '../copy/copy.js';
import { en } from '../copy/en/en.js';
import { inOtherLanguages } from '../copy/languages.js';

// What Discord shows of a command before it is used, in the language of each member's client.

type Name = keyof Copy['names'];

/** The name of a command, a subcommand or an option. */
export function named<const N extends Name>(name: N) {
  return { name, ...localisations('name_localizations', (copy) => copy.names[name]) };
}

/** The name of a command in the menu of a message, where names have capitals and spaces. */
export function titled(text: (copy: Copy) => string) {
  return { name: text(en), ...localisations('name_localizations', text) };
}

/** What a command, a subcommand or an option is for. */
export function described(text: (copy: Copy) => string) {
  return { description: text(en), ...localisations('description_localizations', text) };
}

/** One of the values that an option takes. */
export function choice<const V extends string>(value: V, text: (copy: Copy) => string) {
  return { name: text(en), value, ...localisations('name_localizations', text) };
}

/** Nothing where all languages say it alike: Discord keeps no empty list, and would never have the same as we. */
function localisations<K extends string>(key: K, text: (copy: Copy) => string) {
  const others = inOtherLanguages(text);
  return Object.keys(others).length > 0 ? { [key]: others } : {};
}
