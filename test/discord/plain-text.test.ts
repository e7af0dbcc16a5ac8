import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkdown } from '../../src/discord/markdown.js';
import { plainText } from '../../src/discord/plain-text.js';

test.each([
  ['emphasis', '**Ten** *named* __members__ ~~or~~ ||so||', 'Ten named members or so'],
  ['one underscore', '_StepFun_ and snake_case', 'StepFun and snake_case'],
  ['quotes', '> a\n>>> b', 'a\nb'],
  ['a quoted list', '> - 1. a', 'a'],
  ['headings', '## a', 'a'],
  ['a number at the beginning', '2025 was good', '2025 was good'],
  ['inline code', '`npm start` runs', 'npm start runs'],
  ['a masked link', 'see [the report](https://a.b/c) now', 'see the report now'],
  ['an address', 'see https://a.b/c_d', 'see'],
  ['mentions', '<@1> <@!2> <@&3> <#4> </ask:5> @everyone hi', 'hi'],
  ['emoji of servers', 'ok <:yes:12> <a:no:13> :tada:', 'ok'],
  ['a time', 'at <t:1700000000:R>', 'at'],
  ['times of day', 'at 10:30:45', 'at 10:30:45'],
  ['small print', 'a\n-# b\nc', 'a\nc'],
  ['what is not seen', 'did \u202enot\u202c join', 'did not join'],
])('without %s', (_, markdown, text) => {
  expect(plainText(markdown)).toBe(text);
});

test('code blocks are left out, and a fence that nothing closes is none', () => {
  expect(plainText('a\n```js\nlet b;\n```\nc').split('\n').filter(Boolean)).toEqual(['a', 'c']);
  expect(plainText('a\n```\nb').split('\n').filter(Boolean)).toEqual(['a', 'b']);
});

test('what was escaped comes out as it was', () => {
  const text = 'a *b* _c_ [d] |e|';
  expect(plainText(escapeMarkdown(text))).toBe(text);
});

test('takes any text, and never makes it longer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(plainText(text).length).toBeLessThanOrEqual(text.length + 1);
    }),
  );
});
