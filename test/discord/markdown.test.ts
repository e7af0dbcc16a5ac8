import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../playground/markdown.js';
import type { Node } from '../../playground/markdown-nodes.js';
import { escapeMarkdown, line, quote } from '../../src/discord/markdown.js';

// Each of these would not be shown as it is written. What must come out is what Discord's clients read as the
// same text: a backslash before a mark that is neither letter nor digit is dropped, and the mark is plain.
test.each([
  ['emphasis', '*a* _b_ __c__ ~~d~~', '\\*a\\* \\_b\\_ \\_\\_c\\_\\_ \\~\\~d\\~\\~'],
  ['spoiler', '||a||', '\\|\\|a\\|\\|'],
  ['code', '`a` ```b```', '\\`a\\` \\`\\`\\`b\\`\\`\\`'],
  ['a backslash', 'a\\*b', 'a\\\\\\*b'],
  ['a quote', '> a\n>>> b', '\\> a\n\\>\\>\\> b'],
  ['headings', '# a\n## b\n  ### c', '\\# a\n\\## b\n  \\### c'],
  ['subtext', '-# a', '\\-# a'],
  ['lists', '- a\n* b\n  + c', '\\- a\n\\* b\n  \\+ c'],
  ['a numbered list', '1. a\n 25. b', '1\\. a\n 25\\. b'],
  ['everyone', '@everyone @here', '\\@everyone \\@here'],
  [
    'mentions',
    '<@1> <@&2> <#3> </ask:4> <id:guide>',
    '\\<\\@1\\> \\<\\@&2\\> \\<#3\\> \\</ask:4\\> \\<id:guide\\>',
  ],
  ['emoji', '<:e:1> :smile:', '\\<\\:e:1\\> \\:smile:'],
  ['a timestamp', '<t:1:R>', '\\<t\\:1:R\\>'],
  ['a masked link', '[a](https://b.c)', '\\[a](https\\://b.c)'],
  ['an address', 'see https://b.c/d_e.', 'see https\\://b.c/d\\_e.'],
])('%s is shown as it is written', (_, text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

test('what no client reads as markup is left alone', () => {
  const text = 'In 2025, C# and A-1 cost 3.5 (50 %) at 10:30 – 华为昇腾: “yes”; a+b = c. #1!';
  expect(escapeMarkdown(text)).toBe(text);
});

test('matched words are bold, whatever stands around them', () => {
  expect(quote('a *b* c', [{ start: 2, end: 5 }])).toBe('> a **\\*b\\*** c');
});

test('bold that touches bold is one', () => {
  const bold = [
    { start: 0, end: 1 },
    { start: 1, end: 2 },
  ];
  expect(quote('ab', bold)).toBe('> **ab**');
});

test('every line of a quotation is quoted, and bold ends with its line', () => {
  expect(quote('1. a\r\n\n- b', [{ start: 3, end: 10 }])).toBe('> 1\\. **a**\n> \n> **\\- b**');
});

test('a line stays one line', () => {
  expect(line(['a\nb ', { bold: 'c\n# d' }, { code: '/ask' }])).toBe('a b **c # d**`/ask`');
});

test('code that holds a backtick is plain text', () => {
  expect(line([{ code: 'a`b' }])).toBe('a\\`b');
});

test.each([
  ['https://a.b/c(d)e', '[source](<https://a.b/c%28d%29e>)'],
  ['https://a.b/c d>e', '[source](<https://a.b/c%20d%3Ee>)'],
  ['javascript:alert(1)', 'source'],
  ['not an address', 'source'],
])('the link to %s is %s', (link, shown) => {
  expect(line([{ link, label: 'source' }])).toBe(shown);
});

/** What a reader sees, with `«»` around bold; anything that is not plain or bold text shows as its kind. */
function read(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'strong') return `«${read(node.children)}»`;
      return `(${node.type})`;
    })
    .join('');
}

function readQuote(markdown: string): string {
  const nodes = parseMarkdown(markdown);
  expect(nodes.map(({ type }) => type)).toEqual(['quote']);
  return nodes.map((node) => ('children' in node ? read(node.children) : '')).join('');
}

const marks =
  '* ** _ __ ~~ | || ` ``` \\ > >>> # ## -# - + 1. 12. [ ] ( ) < > @ @everyone <@1> <#1> <t:1> <:e:1> : :a: / // http https:// \n';
const lineStarts = ['> ', '>>> ', '# ', '### ', '-# ', '- ', '* ', '+ ', '1. ', '  - '].map(
  (mark) => `\n${mark}word`,
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.constantFrom(...marks.split(' '), ...lineStarts, ' ', 'word', 'ß', '漢', '😀'), {
      maxLength: 25,
    })
    .map((parts) => parts.join('')),
);

test('any text is read as it was written', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(read(parseMarkdown(escapeMarkdown(text)))).toBe(text);
    }),
    { numRuns: 3000 },
  );
});

test('any quotation is read as it was written, with just the marked characters in bold', () => {
  const quotation = anyText.chain((text) =>
    fc.record({
      text: fc.constant(text),
      bold: fc.array(fc.boolean(), { minLength: text.length, maxLength: text.length }),
    }),
  );
  fc.assert(
    fc.property(quotation, ({ text, bold }) => {
      const spans = bold.flatMap((isBold, start) => (isBold ? [{ start, end: start + 1 }] : []));
      const marked = text.replace(/[\s\S]/g, (unit, at: number) =>
        bold[at] && !/[\r\n]/.test(unit) ? `«${unit}»` : unit,
      );
      const wanted = marked.replaceAll('»«', '').replace(/\r\n?/g, '\n');
      expect(readQuote(quote(text, spans))).toBe(wanted);
    }),
    { numRuns: 3000 },
  );
});

test('any line is read as it was written, but for its line breaks', () => {
  fc.assert(
    fc.property(anyText, anyText, (plain, bold) => {
      const oneLine = (text: string) => text.replace(/\s+/g, ' ');
      const wanted = `Question: «${oneLine(`x${bold}`)}»${oneLine(plain)}`;
      expect(read(parseMarkdown(line(['Question: ', { bold: `x${bold}` }, plain])))).toBe(wanted);
    }),
    { numRuns: 1000 },
  );
});

test('a character is escaped by what stands before it in its line, however much that is', () => {
  // Looks back from each character: plainly right, and slow on long lines.
  const markup = /[\\*_~`|<>[@]|:(?=\/\/|[\w+-]+:)|(?<=^[^\S\n]*)[-+#]|(?<=^[^\S\n]*\d+)\./gm;
  const pieces = fc.constantFrom(
    '1',
    '23',
    '.',
    '-',
    '+',
    '#',
    ' ',
    '\t',
    '\n',
    '\r',
    '\u2028',
    'a',
    '*',
    ':',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      expect(escapeMarkdown(text)).toBe(text.replace(markup, '\\$&'));
    }),
    { numRuns: 3000 },
  );
});
