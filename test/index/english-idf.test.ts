import { expect, test } from 'vitest';
import table from '../../src/documents/english-idf.json' with { type: 'json' };
import { analyze } from '../../src/index/text/analyzer.js';
import { isEnglish, rarityOf } from '../../src/index/text/english-idf.js';

const classes = Object.entries(table.terms);

test('the table is in order, so that two versions of it can be compared: rising rarity, sorted terms, none twice', () => {
  const rarities = classes.map(([rarity]) => Number(rarity));
  expect(rarities).toEqual([...rarities].sort((a, b) => a - b));
  const lists = classes.map(([, terms]) => terms.split(' '));
  for (const terms of lists) expect(terms).toEqual([...terms].sort());
  const all = lists.flat();
  expect(new Set(all).size).toBe(all.length);
});

test('its terms are those of the analyzer: a word of running text meets its stem there', () => {
  const common = ['companies', 'announced', 'chips', 'alliances', 'prices', 'governments', 'technological'];
  expect(common.filter((word) => !isEnglish(analyze(word)[0]?.term ?? ''))).toEqual([]);
});

test('nothing in it is rarer than a term that it does not have', () => {
  for (const [rarity] of classes) expect(Number(rarity)).toBeLessThanOrEqual(table.rarest);
  expect(rarityOf('huawei')).toBe(table.rarest);
});

test('what names a subject is rarer than what any text may say', () => {
  const rarity = (word: string) => rarityOf(analyze(word)[0]?.term ?? '');
  expect(rarity('semiconductor')).toBeGreaterThan(rarity('group'));
  expect(rarity('alliance')).toBeGreaterThan(rarity('large'));
  // A name that WordNet does not know tells as much as any word can.
  expect(rarity('Nvidia')).toBeGreaterThan(rarity('alliance'));
});

test('a misspelling and a name are not English words, a rare word is one', () => {
  expect(isEnglish(analyze('pizza')[0]?.term ?? '')).toBe(true);
  expect(isEnglish(analyze('alliancce')[0]?.term ?? '')).toBe(false);
  expect(isEnglish(analyze('SenseTime')[0]?.term ?? '')).toBe(false);
});

test('a pair of Chinese characters counts little: most in a question are parts of common words', () => {
  expect(rarityOf('什么')).toBeLessThan(rarityOf('group'));
});
