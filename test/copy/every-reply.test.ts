import { describe, expect, test } from 'vitest';
import type { Copy } from '../../src/copy/copy.js';
import { en } from '../../src/copy/en/en.js';
import { componentsOf, type Given, type Locale } from '../support/handlers.js';
import { violationsOf } from '../support/reply-rules.js';
import { type Tour, tour, WORDS_OF_THE_TOUR, wordsIn } from './tour.js';

// Every language is read in full: each kind of reply is made in each of them, over documents in words of no language.

const LOCALES = ['zh-CN', 'zh-TW', 'es-ES', 'fr', 'de'] as const satisfies readonly Locale[];

/** Functions of the words that were called, by their places. */
const called = new Set<string>();
const english = tour({ locale: 'en-US', copy: recorded(en) });

/** The same words, which note what of them is said. */
function recorded<T extends object>(words: T, place = ''): T {
  return new Proxy(words, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      const at = place === '' ? `${String(key)}` : `${place}.${String(key)}`;
      if (typeof value === 'function')
        return (...args: unknown[]) => {
          called.add(at);
          return value(...args);
        };
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? recorded(value, at) : value;
    },
  });
}

function functionsIn(words: object, place = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const at = place === '' ? key : `${place}.${key}`;
    if (typeof value === 'function') return [at];
    return typeof value === 'object' && value !== null ? functionsIn(value, at) : [];
  });
}

interface Shown {
  readonly content?: string;
  readonly label?: string | null;
  readonly placeholder?: string;
  readonly description?: string;
  readonly options?: readonly { readonly label?: string; readonly description?: string }[];
}

/** What is in no language: addresses, mentions and times, and citations in the form of a program. */
const IN_NO_LANGUAGE = /https?:\S+|<[@#t][^>]*>|^\{\{cite.*$|^@misc[^]*?^\}$|^```diff$|\bserver\/notes\b/gm;

/** All that is read in a reply or form. */
function textsOf(given: Given): string[] {
  if (given.kind === 'choices') return given.choices.map(({ name }) => name);
  const parts = given.kind === 'message' ? given.message.components : given.form.components;
  const title = given.kind === 'form' ? [given.form.title] : [];
  return [
    ...title,
    ...componentsOf(parts).flatMap((part) => {
      const { content, label, placeholder, description, options = [] } = part as Shown;
      return [content, label, placeholder, description, ...options.flatMap((one) => [one.label, one.description])];
    }),
  ].flatMap((text) => (typeof text === 'string' ? [text.replace(IN_NO_LANGUAGE, ' ')] : []));
}

/** Names, also of files, settings and formats; units; and what one types. */
const EVERYWHERE = words(
  'markdown wikipedia bibtex csv http utc id ids model-chip ecosystem innovation flagos npm run env home_guild_id',
  'knowledge_dir yyyy-mm-dd',
);

/** Words that a language spells as English does, of the replies in which both have them. */
const ALIKE: Readonly<Record<(typeof LOCALES)[number], readonly string[]>> = {
  // A date that they may write in English: "July 2025". AI is what one says.
  'zh-CN': words('ai july'),
  'zh-TW': words('ai july'),
  'es-ES': words('feb no china me has hash web bot terminal use'),
  fr: words(
    'documents passage passages source alliances suggestions date dates minute as note web vain change bot',
    'terminal permission message place publication',
  ),
  de: words(
    'jan feb stand text was an in minute hash so servers person moderator live terminal form also administrator',
  ),
};

function words(...lists: string[]): string[] {
  return lists.flatMap(wordsIn);
}

test('Discord has nothing against the tour, in any language', async () => {
  for (const [name, given] of await english)
    for (const one of given) expect(violationsOf(one), name).toEqual([]);
});

describe.each(LOCALES)('in %s', (locale) => {
  test('nothing of a reply is left in English', async () => {
    const own = await tour({ locale });
    const left = leftIn(own, await english, [...ALIKE[locale], ...EVERYWHERE]);
    expect(left).toEqual(new Map());
  }, 300_000);
});

test('all that is said with numbers, names or dates is said in the tour', async () => {
  await english;
  expect(functionsIn(en as Copy).filter((place) => !called.has(place))).toEqual([]);
});

/** English words that stand in a reply of another language, with the first place. */
function leftIn(own: Tour, english: Tour, alike: readonly string[]): Map<string, string> {
  const left = new Map<string, string>();
  for (const [name, given] of own) {
    const there = new Set((english.get(name) ?? []).flatMap(textsOf).flatMap(wordsIn));
    for (const text of given.flatMap(textsOf))
      for (const word of wordsIn(text))
        if (there.has(word) && !WORDS_OF_THE_TOUR.has(word) && !alike.includes(word) && !left.has(word))
          left.set(word, `${name}: ${lineWith(word, text)}`);
  }
  return left;
}

function lineWith(word: string, text: string): string {
  return text.split('\n').find((line) => wordsIn(line).includes(word)) ?? text;
}
