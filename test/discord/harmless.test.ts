import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { fitChoices } from '../../src/discord/choices.js';
import { harmless } from '../../src/discord/harmless.js';
import { line } from '../../src/discord/markdown.js';
import { render as renderIn } from '../../src/discord/render.js';
import type { Quotation, Reply, ReplyBlock } from '../../src/discord/reply.js';

const render = (reply: Reply) => renderIn(reply, copy);

// What is seen is what is there: no character of a document, a page or a member changes how others are read.

const [FSI, PDI] = ['\u2068', '\u2069'];
const OVERRIDE = '\u202e';

/** The Markdown of blocks as they are sent. */
function markdown(...blocks: ReplyBlock[]): string {
  const parts = (all: readonly object[]): string[] =>
    all.flatMap((part) => {
      if ('components' in part) return parts(part.components as object[]);
      return 'content' in part ? [`${part.content}`] : [];
    });
  return parts(render({ tone: 'answer', blocks }).components).join('\n');
}

const quotation = (text: string, more: Partial<Quotation> = {}): Quotation => ({
  kind: 'quotation',
  text,
  highlights: [],
  cut: { before: false, after: false },
  citation: [{ bold: 'A title' }, ', paragraph 1 · Reuters, 28 July 2025'],
  ...more,
});

describe('a quotation', () => {
  test('shows its letters in the order in which they stand, and none that is not there', () => {
    expect(markdown(quotation(`It did ${OVERRIDE}ton\u202c join for ${OVERRIDE}000,1\u202c yuan.`))).toMatch(
      /^> It did ton join for 000,1 yuan\.\n/,
    );
  });

  test('has the same words in bold', () => {
    const text = `${OVERRIDE}x\u0000y the ferry\u202c leaves`;
    const start = text.indexOf('ferry');
    const shown = markdown(quotation(text, { highlights: [{ start, end: start + 5 }] }));
    expect(shown).toMatch(/^> xy the \*\*ferry\*\* leaves\n/);
  });

  test('keeps each line that is read from the right to itself, also where it is cut', () => {
    expect(markdown(quotation('אחת\nיש two\nthree'))).toMatch(
      `> ${FSI}אחת${PDI}\n> ${FSI}יש two${PDI}\n> three\n`,
    );
    const long = markdown(quotation('שלום עולם '.repeat(600)));
    const [first = ''] = long.split('\n');
    expect(first).toMatch(new RegExp(`^> ${FSI}[^${FSI}${PDI}]+${PDI} …$`));
  });

  test('never becomes a link or a list by what is taken out', () => {
    expect(markdown(quotation(`see http:${OVERRIDE}//evil.example`))).toContain('http\\://evil.example');
    expect(markdown(quotation('1\u0001. one'))).toMatch(/^> 1\\\. one/);
  });
});

describe('a line of ours', () => {
  test('is not turned by a title in it', () => {
    const title = `Report ${OVERRIDE}yraunaJ 2020`;
    const shown = markdown(
      quotation('x', { citation: [{ bold: title }, ', paragraph 1 · Reuters, 28 July 2025'] }),
    );
    expect(shown.split('\n')[1]).toBe('-# **Report yraunaJ 2020**, paragraph 1 · Reuters, 28 July 2025');
  });

  test('has what is read from the right isolated, with the numbers in between, and nothing else', () => {
    const shown = markdown({ kind: 'text', line: '“דוח 2025 סופי” has no text (3).' });
    expect(shown).toBe(`\u200e“${FSI}דוח 2025 סופי${PDI}” has no text (3).`);
    const plain = 'In 2025, C# and 华为昇腾: “yes”; a+b = c. 10:30 – ñ';
    expect(markdown({ kind: 'text', line: plain })).toBe(plain);
  });

  test('is read from the left also where what is read from the right comes first', () => {
    const LRM = '\u200e';
    const title = [{ bold: 'דוח' }, ', paragraph 3'];
    expect(markdown({ kind: 'small', line: title })).toBe(`-# ${LRM}**${FSI}דוח${PDI}**, paragraph 3`);
    expect(markdown({ kind: 'heading', text: 'דוח: a' })).toBe(`### ${LRM}${FSI}דוח${PDI}: a`);
    expect(markdown({ kind: 'list', items: [{ line: '“דוח”' }] })).toBe(`- ${LRM}“${FSI}דוח${PDI}”`);
  });

  test('has no character without width', () => {
    expect(markdown({ kind: 'heading', text: 'Reu\u200bters\u2060' })).toBe('### Reuters');
  });
});

test('a choice and an option show what is there, and send back what was chosen', () => {
  const title = `${OVERRIDE}secret\u202c`;
  expect(fitChoices([{ name: title, value: title }])).toEqual([{ name: 'secret', value: title }]);
  const options = [{ label: title, value: title }];
  const shown = harmless({ kind: 'select', customId: 'a:b', placeholder: 'Pick', options });
  expect(shown).toMatchObject({ options: [{ label: 'secret', value: title }] });
});

const piece = fc.constantFrom(
  'a',
  'b ',
  '1',
  '.',
  ' ',
  '\n',
  '(',
  '*',
  'א',
  'ב ',
  'ع',
  '٣',
  '\u202a',
  '\u202d',
  '\u202e',
  '\u202c',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u2029',
  '\u001b',
  '\u009b',
  '中',
  '😀',
);
const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));
/** A heading and an item of a list are cut at 300 characters, a line at 1,000. */
const longText = fc.tuple(text, fc.nat(60)).map(([written, times]) => written.repeat(times));

test('a line that is cut among letters read from the right keeps them to itself, and has what is ours after it', () => {
  const long = 'שלום עולם '.repeat(200).trimEnd();
  const inside = `[^${FSI}${PDI}]+`;
  for (const [block, begins] of [
    [{ kind: 'heading', text: `Report ${long}` }, '### Report '],
    [{ kind: 'text', line: `Report ${long}` }, 'Report '],
    [{ kind: 'list', items: [{ line: `Report ${long}` }] }, '- Report '],
  ] as const)
    expect(markdown(block)).toMatch(new RegExp(`^${begins}${FSI}${inside}${PDI}…$`));
  expect(markdown(quotation('x', { lead: `See ${long}` }))).toMatch(
    new RegExp(`^> See ${FSI}${inside}${PDI}… …\n`),
  );
});

test.each([
  ['as it fits', text, 1000],
  ['so long that it is cut', longText, 100],
])(
  'whatever is written, %s, what is opened is closed in its line, and letters read from the right stand inside',
  (_, written, numRuns) => {
    fc.assert(
      fc.property(written, written, written, (title, words, note) => {
        const blocks: ReplyBlock[] = [
          { kind: 'heading', text: `x${title}` },
          quotation(`x${words}`, {
            lead: `x${note}`,
            citation: [{ bold: title }, note, { link: 'https://a.b', label: note }],
          }),
          { kind: 'text', line: note },
          { kind: 'list', items: [{ line: [`x${title}`, { code: note }] }, { line: words }] },
          { kind: 'diff', lines: [{ sign: '+', text: words }] },
        ];
        for (const shown of markdown(...blocks).split('\n')) {
          expect(shown).not.toMatch(/[\u202a-\u202e\u2029\0-\x08\x0e-\x1f\x7f-\x9f\u2066\u2067]/);
          let depth = 0;
          for (const character of shown) {
            if (character === FSI) depth += 1;
            if (character === PDI) depth -= 1;
            expect(depth).toBeGreaterThanOrEqual(0);
            expect(depth).toBeLessThanOrEqual(1);
            if (/[אבع]/.test(character)) expect(depth).toBe(1);
          }
          expect(depth).toBe(0);
        }
      }),
      { numRuns },
    );
  },
);

test.each([
  ['https://a.b/c[d]e?f=[g]', '[source](<https://a.b/c%5Bd%5De?f=%5Bg%5D>)'],
  ['http://[2001:db8::1]/x', '[source](<http://[2001:db8::1]/x>)'],
  // It would read as the site of another than it leads to.
  ['https://www.reuters.com@evil.test/', 'source'],
  ['https://user:word@evil.test/', 'source'],
])('the link to %s is %s', (link, shown) => {
  expect(line([{ link, label: 'source' }])).toBe(shown);
});
