import { describe, expect, test } from 'vitest';
import { commands, messageCommands } from '../../src/commands/commands.js';
import type { Copy } from '../../src/copy/copy.js';
import { en } from '../../src/copy/en/en.js';
import { copyFor, LANGUAGES } from '../../src/copy/languages.js';
import { createPhrases } from '../../src/copy/phrases.js';
import { TEXT_ROOM } from '../../src/discord/render.js';

const others = Object.entries(LANGUAGES).filter(([, copy]) => copy !== en);

/** What a language says without being told anything: each sentence with its place. */
function sentences(copy: object, place = ''): [place: string, sentence: string][] {
  return Object.entries(copy).flatMap(([key, value]): [string, string][] => {
    const at = place === '' ? key : `${place}.${key}`;
    if (typeof value === 'string') return [[at, value]];
    return typeof value === 'object' && value !== null ? sentences(value, at) : [];
  });
}

/** Signs, and words that a language spells like English. */
const ALIKE =
  /^(cite\.(markdown|wikipedia|bibtex)$|names\.|knowledge\.preview\.(wording\.\w+|before|after)|knowledge\.questions\.(position|columns\.0))/;
const SAME_WORD = new Set(['source', 'page', 'Questions', 'Moderation', 'questions.csv']);

describe.each(others)('in %s', (_locale, copy: Copy) => {
  test('nothing is left in English', () => {
    const english = new Map(sentences(en));
    const left = sentences(copy).filter(
      ([place, sentence]) =>
        !ALIKE.test(place) && !SAME_WORD.has(sentence) && english.get(place) === sentence,
    );
    expect(left).toEqual([]);
  });

  test('no sentence is empty, or has a space at an end where English has none', () => {
    const english = new Map(sentences(en));
    const odd = sentences(copy).filter(([place, sentence]) => {
      const meant = english.get(place) ?? '';
      return sentence.trim() === '' || (meant === meant.trim() && sentence !== sentence.trim());
    });
    expect(odd).toEqual([]);
  });

  test('commands that a sentence names are there', () => {
    const { names } = copy;
    const known = new Set<string>(Object.values(names));
    const named = sentences(copy).flatMap(([place, sentence]) =>
      [...sentence.matchAll(/(?<![\p{L}/.:])\/([\p{L}-]+)(?: ([\p{L}-]+))?/gu)].map(([, name = '']) => [
        place,
        name,
      ]),
    );
    expect(named.filter(([, name = '']) => !known.has(name))).toEqual([]);
  });

  test('the note that a message was shortened has room', () => {
    expect(copy.reply.shortened.length + 10).toBeLessThanOrEqual(4000 - TEXT_ROOM.characters);
  });
});

/** What Discord takes of a definition: https://docs.discord.com/developers/interactions/application-commands */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

interface Named {
  readonly name: string;
  readonly description?: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly type?: number;
  readonly options?: readonly Named[];
  readonly choices?: readonly Named[];
}

function inLocale(one: Named, locale: string) {
  return {
    name: one.name_localizations?.[locale] ?? one.name,
    description: one.description_localizations?.[locale] ?? one.description ?? '',
  };
}

describe.each(Object.keys(LANGUAGES))('the commands in %s', (locale) => {
  const definitions = commands.map(({ definition }) => definition as unknown as Named);

  function check(list: readonly Named[]): void {
    const seen = new Set<string>();
    for (const one of list) {
      const { name, description } = inLocale(one, locale);
      expect(name).toMatch(NAME);
      expect(name).toBe(name.toLowerCase());
      expect(seen.has(name), `${name} twice`).toBe(false);
      seen.add(name);
      expect(description.length, description).toBeGreaterThan(0);
      expect(description.length, description).toBeLessThanOrEqual(100);
      for (const choice of one.choices ?? [])
        expect(inLocale(choice, locale).name.length).toBeLessThanOrEqual(100);
      check(one.options ?? []);
    }
  }

  test('have names and descriptions that Discord takes, no two the same in one list', () =>
    check(definitions));

  test('and in the menu of a message', () => {
    for (const { definition } of messageCommands) {
      const { name } = inLocale(definition as Named, locale);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(32);
    }
  });
});

test('each command stays below 8,000 characters, its longest language counted', () => {
  const lengthOf = (one: Named): number => {
    const longest = (english = '', localised: Readonly<Record<string, string>> = {}) =>
      Math.max(english.length, ...Object.values(localised).map(({ length }) => length));
    const own =
      longest(one.name, one.name_localizations) + longest(one.description, one.description_localizations);
    return [...(one.options ?? []), ...(one.choices ?? [])].reduce((sum, part) => sum + lengthOf(part), own);
  };
  for (const { definition } of commands) expect(lengthOf(definition as unknown as Named)).toBeLessThan(8_000);
});

test('who speaks none of the languages reads English', () => {
  expect(copyFor('ja')).toBe(en);
  expect(copyFor('constructor')).toBe(en);
  expect(copyFor('zh-CN')).not.toBe(en);
});

test('numbers, dates and nouns follow the rules of each language', () => {
  const forms = { one: 'Seite', other: 'Seiten' };
  const [german, french, chinese] = ['de', 'fr', 'zh-CN'].map(createPhrases);
  expect([0, 1, 1200].map((count) => german?.counted(count, forms))).toEqual([
    '0 Seiten',
    '1 Seite',
    '1.200 Seiten',
  ]);
  // French counts nothing as one.
  expect(french?.counted(0, { one: 'page', other: 'pages' })).toBe('0 page');
  expect(['2025-07-28', '2025-07', '2025', 'summer'].map((day) => chinese?.date(day))).toEqual([
    '2025年7月28日',
    '2025年7月',
    '2025年',
    'summer',
  ]);
  expect(french?.megabytes(2_500_000)).toBe('2,5\u202fMo');
});
