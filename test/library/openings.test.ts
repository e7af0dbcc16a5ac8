import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openingsOf } from '../../src/library/openings.js';
import { documentOf } from '../support/documents-reading.js';

// What a moderator sees of an added document is what would be quoted of it.

const openings = (text: string) => openingsOf([documentOf('a.md', text)]).openings;

test('each section shows its first sentences, as many whole ones as there is room for', () => {
  const long = Array.from({ length: 20 }, (_, at) => `The board met for the ${at + 1}th time in the hall.`);
  const [before, fees, deadlines] = openings(
    `# Charter\n\nThe charter is in force.\n\n## Fees\n\n${long.join(' ')}\n\nAnother paragraph.\n\n### Deadlines\n\nIn March.\n`,
  );
  expect(before).toEqual({ heading: '', depth: 0, lines: ['The charter is in force.'] });
  expect(fees?.heading).toBe('Fees');
  expect(fees?.lines).toHaveLength(1);
  expect(fees?.lines[0]).toMatch(/^The board met for the 1th time .* in the hall\.$/);
  expect(fees?.lines[0]?.length).toBeLessThanOrEqual(300);
  expect(deadlines).toEqual({ heading: 'Deadlines', depth: 1, lines: ['In March.'] });
});

test('a table is shown with its header and first rows, wherever it stands in its section', () => {
  const rows = Array.from({ length: 9 }, (_, at) => `| Firm ${at} | ${at} yuan |`).join('\n');
  const [fees] = openings(
    `# Charter\n\n## Fees\n\nThe fees are set.\n\nThey are due.\n\n| Firm | Fee |\n|-|-|\n${rows}\n`,
  );
  expect(fees?.lines).toEqual([
    'The fees are set.',
    'Firm | Fee',
    'Firm 0 | 0 yuan',
    'Firm 1 | 1 yuan',
    'Firm 2 | 2 yuan',
  ]);
});

test('the sections that are not shown are counted', () => {
  const text = Array.from({ length: 75 }, (_, at) => `## Part ${at}\n\nText ${at}.\n`).join('\n');
  const { openings: shown, moreOpenings } = openingsOf([documentOf('a.md', text)]);
  expect(shown.length + moreOpenings).toBe(75);
  expect(moreOpenings).toBe(15);
});

test('of any document it is bounded, and every line begins as the document has it', () => {
  const piece = fc.constantFrom(
    '## Part\n\n',
    '- item\n',
    '| a | b |\n|-|-|\n| c | d |\n',
    'Word. ',
    '中文。',
    'x'.repeat(700),
    '\n\n',
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (pieces) => {
      const document = documentOf('a.md', `Text.\n\n${pieces.join('')}`);
      for (const { lines } of openingsOf([document]).openings) {
        expect(lines.length).toBeLessThanOrEqual(16);
        for (const line of lines) {
          expect(line.length).toBeLessThanOrEqual(301);
          expect(document.text).toContain(line.replace(/…$/, ''));
        }
      }
    }),
  );
});
