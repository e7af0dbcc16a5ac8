import { describe, expect, test } from 'vitest';
import type { Copy } from '../../src/copy/copy.js';
import { en } from '../../src/copy/en/en.js';
import { LANGUAGES } from '../../src/copy/languages.js';
import type { Locale } from '../support/handlers.js';
import { violationsOf } from '../support/reply-rules.js';
import { rareSentences } from './rare-sentences.js';
import { type Tour, textsOf, tour, WORDS_OF_THE_TOUR, wordsIn } from './tour.js';

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
      return typeof value === 'object' && value !== null && !Array.isArray(value)
        ? recorded(value, at)
        : value;
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

/** Names, also of files, fields, settings, formats and encodings; units; and what one types. */
const EVERYWHERE = words(
  'markdown wikipedia bibtex csv http https utc id ids url true model-chip ecosystem innovation alliance flagos npm run env',
  'example home_guild_id knowledge_dir yyyy-mm-dd server/ published declined utf nul docx eml srt vtt html pdf word json rtf',
  'ocr mb robots txt zh hans en discord gbk big zor name value asked cron iana asia europe berlin shanghai',
);

/** Words that a language spells as English does, of the replies in which both have them. */
const ALIKE: Readonly<Record<(typeof LOCALES)[number], readonly string[]>> = {
  // A date that one may write in English: "July 2025".
  'zh-CN': words('ai july'),
  'zh-TW': words('ai july'),
  'es-ES': words('feb mar no divide original china me has hash web bot bots terminal use error bytes script'),
  fr: words(
    'documents document passage passages source sources alliances suggestions date dates minute minutes as note web vain',
    'change bot bots terminal permission message messages place publication page pages question questions collection accents',
    'long menu original votes archive compare expression extension format port script sections site type version',
  ),
  de: words(
    'jan feb stand text was an in minute hash so server servers person moderator moderation live terminal form also bots',
    'apps administrator revision status browser bytes format mail port version',
  ),
};

function words(...lists: string[]): string[] {
  return lists.flatMap(wordsIn);
}

test('Discord has nothing against the tour in English', async () => {
  for (const [name, given] of await english)
    for (const one of given) expect(violationsOf(one), name).toEqual([]);
});

describe.each(LOCALES)('in %s', (locale) => {
  test('nothing of a reply is left in English, and Discord has nothing against any', async () => {
    const own = await tour({ locale });
    for (const [name, given] of own) for (const one of given) expect(violationsOf(one), name).toEqual([]);
    const left = englishIn(textsBy(own), textsBy(await english), [...ALIKE[locale], ...EVERYWHERE]);
    expect(left).toEqual(new Map());
  }, 300_000);

  test('nor of what is said where much comes together', () => {
    const said = (copy: Copy) => new Map(rareSentences(copy).map(({ place, text }) => [place, [text]]));
    const left = englishIn(said(LANGUAGES[locale]), said(en), [...ALIKE[locale], ...EVERYWHERE]);
    expect(left).toEqual(new Map());
  });
});

test('all that is said with numbers, names or dates is said in the tour', async () => {
  await english;
  rareSentences(recorded(en));
  expect(functionsIn(en as Copy).filter((place) => !called.has(place))).toEqual([]);
});

/** English words that stand in what is said in another language at the same place, with the line of the first. */
function englishIn(
  own: ReadonlyMap<string, readonly string[]>,
  english: ReadonlyMap<string, readonly string[]>,
  alike: readonly string[],
): Map<string, string> {
  const left = new Map<string, string>();
  for (const [place, texts] of own) {
    const there = new Set((english.get(place) ?? []).flatMap(wordsIn));
    for (const text of texts)
      for (const word of wordsIn(text))
        if (there.has(word) && !WORDS_OF_THE_TOUR.has(word) && !alike.includes(word) && !left.has(word))
          left.set(word, `${place}: ${lineWith(word, text)}`);
  }
  return left;
}

function textsBy(tour: Tour): Map<string, string[]> {
  return new Map([...tour].map(([name, given]) => [name, given.flatMap(textsOf)]));
}

function lineWith(word: string, text: string): string {
  return text.split('\n').find((line) => wordsIn(line).includes(word)) ?? text;
}
