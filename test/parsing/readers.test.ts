import fc from 'fast-check';
import { expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { parserHere } from '../support/parser-here.js';

/** Of what YAML, front matter and robots.txt are made of, and of what they are not. */
const piece = fc.constantFrom(
  ...[
    'a',
    'b:',
    ': ',
    '- ',
    '? ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '&a ',
    '*a',
    '!!set',
    '!!omap',
    '!!binary ',
    '<<: ',
  ],
  ...[
    '|\n',
    '>\n',
    '"',
    "'",
    '#',
    '%YAML 1.1\n',
    '---\n',
    '...\n',
    '\n',
    '\n  ',
    '\t',
    '@',
    '`',
    '~',
    '1e999',
    '.nan',
  ],
  ...[
    '2025-01-01',
    '__proto__',
    'constructor',
    'title',
    'tags',
    'question',
    'entities',
    'synonyms',
    'answer',
    'asked',
  ],
  ...['user-agent: *\n', 'allow: /', 'disallow: *$', '\ufeff', '\u2028', '\0', '\ud800', '\u202e', '漢'],
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

test('whatever a file holds, its reader gives data: never an error, and words for each problem', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      const file = { path: 'asked/a.yaml', bytes: Buffer.from(written) };
      const page = { path: 'a.md', bytes: Buffer.from(`---\n${written}\n---\nText.\n`) };
      const results = await Promise.all([
        parserHere.sidecar(file),
        parserHere.asked(file),
        parserHere.glossary(file),
        parserHere.judged(file),
        parserHere.robots({ ...file, agent: 'bot' }),
        parserHere.document(page),
      ]);
      for (const result of results) {
        expect(JSON.parse(JSON.stringify(result))).toEqual(structuredClone(result));
        for (const problem of result.problems) expect(copy.problem(problem)).toMatch(/^a.*: ./);
      }
    }),
    { numRuns: 300 },
  );
});
