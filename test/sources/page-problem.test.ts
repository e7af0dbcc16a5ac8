import { expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { problemOf } from '../../src/sources/page-problem.js';

// What an error while fetching means to the moderator who gave the address.

const address = 'https://site.example/a';

test.each([
  ['the code of the system', Object.assign(new Error('connect'), { code: 'ECONNRESET' }), 'ECONNRESET'],
  [
    'the code of what caused it',
    new Error('failed', { cause: Object.assign(new Error(), { code: 'EPROTO' }) }),
    'EPROTO',
  ],
  // Node has the property, and nothing in it.
  [
    'the message where its code is undefined',
    Object.assign(new Error('hung up'), { code: undefined }),
    'hung up',
  ],
  ['its name where it has neither', new TypeError(''), 'TypeError'],
  ['what is no error', 'broken', 'broken'],
])('%s is told', (_, error, detail) => {
  const problem = problemOf(error, address);
  expect(problem).toEqual({ kind: 'page-no-connection', detail });
  expect(copy.problem({ file: address, ...problem })).toContain(`cannot be reached (${detail})`);
});

test('a host that is not there is named', () => {
  const error = Object.assign(new Error(), { code: 'ENOTFOUND' });
  expect(problemOf(error, address)).toEqual({ kind: 'page-no-host', host: 'site.example' });
});
