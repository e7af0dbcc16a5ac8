import { expect, test } from 'vitest';
import type { ChangedLine } from '../../src/documents/diff.js';
import { inBrackets, markChanges } from '../../src/documents/word-diff.js';

const line = (sign: '-' | '+', text: string, paragraph = 1): ChangedLine => ({ sign, paragraph, text });

/** A rewritten paragraph as both versions are shown. */
function shown(old: string, young: string, most = 400): string[] {
  return markChanges([line('-', old), line('+', young)], most).map(inBrackets);
}

const same = 'The same words stand here again and again. '.repeat(60);

test.each([
  ['a word', 'It leaves at noon.', 'It leaves at nine.', 'It leaves at ⟦noon⟧.', 'It leaves at ⟦nine⟧.'],
  [
    'words beside each other',
    'It has nine old members.',
    'It has ten new members.',
    'It has ⟦nine old⟧ members.',
    'It has ⟦ten new⟧ members.',
  ],
  [
    'the end of a word',
    'One member left the alliance.',
    'One members left the alliance.',
    'One ⟦member⟧ left the alliance.',
    'One ⟦members⟧ left the alliance.',
  ],
  [
    'the beginning of a word',
    'They all disagree today.',
    'They all agree today.',
    'They all ⟦disagree⟧ today.',
    'They all ⟦agree⟧ today.',
  ],
  [
    'a word that came',
    'The alliance has members.',
    'The alliance has ten members.',
    'The alliance has members.',
    'The alliance has ⟦ten ⟧members.',
  ],
  [
    'Chinese words',
    '联盟有九家公司加入。',
    '联盟有十家公司加入。',
    '联盟有⟦九⟧家公司加入。',
    '联盟有⟦十⟧家公司加入。',
  ],
])('%s: only that is marked', (_, old, young, first, second) => {
  expect(shown(old, young)).toEqual([first, second]);
});

test('what did not change and is far from what did is left out, so that no line is cut before its change', () => {
  const [gone = '', come = ''] = shown(
    `${same}It leaves at noon. ${same}`,
    `${same}It leaves at nine. ${same}`,
  );
  expect(gone).toMatch(/^… .{1,70}It leaves at ⟦noon⟧\. .{1,70} …$/);
  expect(come).toMatch(/^… .{1,70}It leaves at ⟦nine⟧\. .{1,70} …$/);
});

test('between two changes, too', () => {
  const between = 'In between there is a good deal that nobody has changed since. '.repeat(6);
  const [gone] = shown(`It is red. ${between}It was small.`, `It is blue. ${between}It was large.`);
  expect(gone).toMatch(/^It is ⟦red⟧\. In between .{1,60} … .{1,60} It was ⟦small⟧\.$/);
});

test('paragraphs with little in common are shown as they are, and long ones from their beginning', () => {
  const lines = markChanges([line('-', 'It leaves at noon.'), line('+', `First words. ${same}`)], 100);
  expect(lines.map(({ marks }) => marks)).toEqual([[], []]);
  expect(lines[1]?.text).toMatch(/^First words\. .* …$/);
  expect(lines[1]?.text.length).toBeLessThan(110);
});

test('several rewritten paragraphs are each beside what they were', () => {
  const lines = [
    line('-', 'The red ship leaves at noon.', 1),
    line('-', 'The blue ship leaves at nine.', 2),
    line('+', 'The red ship leaves at ten.', 1),
    line('+', 'The blue ship leaves at two.', 2),
    line('-', 'Another one goes.', 5),
  ];
  expect(markChanges(lines, 400).map((one) => `${one.sign}${one.paragraph} ${inBrackets(one)}`)).toEqual([
    '-1 The red ship leaves at ⟦noon⟧.',
    '+1 The red ship leaves at ⟦ten⟧.',
    '-2 The blue ship leaves at ⟦nine⟧.',
    '+2 The blue ship leaves at ⟦two⟧.',
    '-5 Another one goes.',
  ]);
});

test('a long paragraph of which every word changed takes no longer than it may', () => {
  const words = (offset: number) =>
    Array.from({ length: 20_000 }, (_, at) => `w${at * 2 + offset}`).join(' ');
  const begun = performance.now();
  expect(shown(words(0), words(1))).toHaveLength(2);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
