import fc from 'fast-check';
import { expect, test } from 'vitest';
import { customId, parseCustomId } from '../../src/discord/custom-id.js';

test('what is written is read', () => {
  expect(customId('sources', 'page', 12, 'a:b')).toBe('sources:page:12:a%3Ab');
  expect(parseCustomId('sources:page:12:a%3Ab')).toEqual({
    command: 'sources',
    action: 'page',
    args: ['12', 'a:b'],
  });
});

test('any arguments come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 5 }), { maxLength: 4 }), (args) => {
      expect(parseCustomId(customId('a', 'b', ...args))?.args).toEqual(args);
    }),
  );
});

test.each([
  '',
  'sources',
  'sources:',
  ':page',
  'Sources:page',
  'sources:page:%',
  'sources:page:a b',
  'a:b:%61',
])('“%s” is none of ours', (id) => {
  expect(parseCustomId(id)).toBeUndefined();
});

test('over 100 characters is a mistake of ours', () => {
  expect(() => customId('sources', 'page', 'x'.repeat(100))).toThrow(RangeError);
});
