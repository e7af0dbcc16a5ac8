import { expect, test } from 'vitest';
import { documentChoices, fitChoices, matching } from '../../src/discord/choices.js';
import { documentOf } from '../support/documents-reading.js';

const titles = [
  'The Model-Chip Ecosystem Innovation Alliance',
  'Huawei Ascend and CloudMatrix',
  'The other chip makers',
  'Export controls, 2022–2026',
  '华为昇腾',
];
const suggest = (typed: string) => matching(titles, (title) => title, typed);

test('nothing typed: all, in their order', () => {
  expect(suggest(' ')).toEqual(titles);
});

test.each([
  ['hua', 'Huawei Ascend and CloudMatrix', 'the beginning of a word'],
  ['matrix', 'Huawei Ascend and CloudMatrix', 'the middle of a word'],
  ['makers chip', 'The other chip makers', 'words in another order'],
  ['huwaei', 'Huawei Ascend and CloudMatrix', 'two letters swapped'],
  ['aliance', 'The Model-Chip Ecosystem Innovation Alliance', 'a letter left out'],
  ['contrrols', 'Export controls, 2022–2026', 'a letter too many'],
  ['ecosistem inno', 'The Model-Chip Ecosystem Innovation Alliance', 'a letter changed'],
  ['昇腾', '华为昇腾', 'Chinese names have no spaces'],
])('“%s” suggests %s first: %s', (typed, title) => {
  expect(suggest(typed)[0]).toBe(title);
});

test('a whole word beats the beginning of one', () => {
  expect(suggest('chip')).toEqual([titles[0], titles[2]]);
  expect(matching(['chipmakers', 'a chip'], (text) => text, 'chip')).toEqual(['a chip', 'chipmakers']);
});

test('all typed words have to be found', () => {
  expect(suggest('huawei bananas')).toEqual([]);
});

test('Discord gets at most 25, with names and values that it takes', () => {
  const choices = Array.from({ length: 30 }, (_, at) => ({ name: at + '漢'.repeat(150), value: `${at}` }));
  const fitted = fitChoices([{ name: '', value: 'x' }, { name: 'x', value: '' }, ...choices]);
  expect(fitted).toHaveLength(25);
  expect(fitted[0]).toEqual({ name: `0${'漢'.repeat(98)}…`, value: '0' });
});

test('of choices that look alike the first is shown', () => {
  const alike = ['a', 'b', 'c'].map((end) => ({ name: '漢'.repeat(100) + end, value: end }));
  expect(fitChoices([...alike, { name: 'x', value: 'x' }]).map(({ value }) => value)).toEqual(['a', 'x']);
});

test('the value of a document whose id is long has whole characters', () => {
  for (const before of ['', 'a']) {
    const document = documentOf(`${before}${'😀'.repeat(60)}.md`, '# Faces\n\nThey smile.\n');
    expect(documentChoices([document], '')[0]?.value).toSatisfy((value: string) => value.isWellFormed());
  }
});
