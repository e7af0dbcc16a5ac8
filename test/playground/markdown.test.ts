import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown, shownText } from '../../playground/markdown.js';
import type { Node } from '../../playground/markdown-nodes.js';

const shown = (text: string) => shownText(parseMarkdown(text));
const text = (value: string): Node => ({ type: 'text', text: value });
const link = (url: string, label = url): Node => ({ type: 'link', url, title: '', children: [text(label)] });

describe('inside a line', () => {
  test.each<[string, Node[]]>([
    ['**bold** and *slanted*', [strong('bold'), text(' and '), emphasis('slanted')]],
    [
      '__under__ and _slanted_',
      [{ type: 'underline', children: [text('under')] }, text(' and '), emphasis('slanted')],
    ],
    ['~~struck~~', [{ type: 'strike', children: [text('struck')] }]],
    ['||hidden||', [{ type: 'spoiler', children: [text('hidden')] }]],
    ['***both***', [{ type: 'strong', children: [emphasis('both')] }]],
    ['`a **b** c`', [{ type: 'code', text: 'a **b** c' }]],
    ['``a ` b``', [{ type: 'code', text: 'a ` b' }]],
    ['[label](https://example.org/)', [link('https://example.org/', 'label')]],
    ['[a [b] c](https://example.org/)', [link('https://example.org/', 'a [b] c')]],
    [
      'see https://example.org/a_b_c, there',
      [text('see '), link('https://example.org/a_b_c'), text(', there')],
    ],
    ['(https://example.org/a_(b))', [text('('), link('https://example.org/a_(b)'), text(')')]],
    ['<https://example.org/>', [link('https://example.org/')]],
    [
      '<@1> <@&2> <#3> </ask:4>',
      ['<@1>', '<@&2>', '<#3>', '</ask:4>'].flatMap((raw, n) => [
        ...(n ? [text(' ')] : []),
        { type: 'mention' as const, raw },
      ]),
    ],
    ['@everyone', [{ type: 'mention', raw: '@everyone' }]],
    ['<t:1700000000:R>', [{ type: 'timestamp', seconds: 1_700_000_000, style: 'R' }]],
    ['<:flag:12> :fire:', [{ type: 'emoji', name: 'flag' }, text(' '), { type: 'emoji', name: 'fire' }]],
  ])('%s', (source, nodes) => {
    expect(parseMarkdown(source)).toEqual(nodes);
  });

  test.each(
    [
      'a * b * c',
      '2 ** 3',
      'snake_case_name',
      '[label](javascript:alert(1))',
      '[label](not a url)',
      '[](https://)',
      'at 12:30:45',
      'C:\\Users',
      'a | b || c',
      '< 5 and > 3',
      'mail@everyone.org: no',
    ].slice(0, -1),
  )('is nothing special: %s', (source) => {
    expect(parseMarkdown(source)).toEqual([text(source)]);
  });

  test.each([
    ['\\*not bold\\*', '*not bold*'],
    ['\\_\\_x\\_\\_', '__x__'],
    ['\\[a\\](https\\://example.org)', '[a](https://example.org)'],
    ['\\<@1\\>', '<@1>'],
    ['\\@everyone', '@everyone'],
    ['1\\. first', '1. first'],
    ['\\# heading', '# heading'],
    ['\\> quote', '> quote'],
    ['\\-# small', '-# small'],
    ['\\:fire\\:', ':fire:'],
    ['\\`code\\`', '`code`'],
    ['back\\\\slash', 'back\\slash'],
    ['\\😀', '😀'],
    ['kept: \\a', 'kept: \\a'],
  ])('an escape shows the character: %s', (source, expected) => {
    expect(shown(source)).toBe(expected);
    expect(parseMarkdown(source)).toEqual([text(expected)]);
  });

  test('an escape in the middle of markup does not end it', () => {
    expect(parseMarkdown('**a \\*\\* b**')).toEqual([strong('a ** b')]);
  });

  test('a backslash in a bare URL is part of it', () => {
    expect(shown('https://example.org/a\\_b')).toBe('https://example.org/a\\_b');
  });
});

describe('by lines', () => {
  test('headings and small print take their line', () => {
    expect(parseMarkdown('### Title\ntext\n-# small')).toEqual([
      { type: 'heading', level: 3, children: [text('Title')] },
      text('text\n'),
      { type: 'subtext', children: [text('small')] },
    ]);
  });

  test('a quote takes its lines, and three marks take the rest', () => {
    expect(parseMarkdown('> a\n> **b**\nc')).toEqual([
      { type: 'quote', children: [text('a\n'), strong('b')] },
      text('c'),
    ]);
    expect(parseMarkdown('>>> a\nb')).toEqual([{ type: 'quote', children: [text('a\nb')] }]);
  });

  test('lists are numbered on from their first number', () => {
    expect(shown('3. a\n9. b')).toBe('3. a\n4. b');
    expect(shown('- a\n  - b')).toBe('• a\n• b');
  });

  test('a code block keeps what is in it', () => {
    expect(parseMarkdown('```js\n# a\n**b**\n```')).toEqual([
      { type: 'code block', language: 'js', text: '# a\n**b**' },
    ]);
  });

  test.each(['#heading', '#### four', '>quote', '-item', '-#small', '1.5 million'])(
    '%s is a line like any other',
    (source) => {
      expect(parseMarkdown(source)).toEqual([text(source)]);
    },
  );

  test('a mark in the middle of a line means nothing', () => {
    expect(parseMarkdown('a # b > c - d 1. e')).toEqual([text('a # b > c - d 1. e')]);
  });
});

describe('any text', () => {
  test('is read without error, to an end, and links only lead to the web', () => {
    const character = fc.constantFrom(
      ...'*_~|`\\[]()<>#-:@ \n/1ahtps.https://'.split(''),
      '**',
      '> ',
      '](https://a.b)',
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), (characters) => {
        for (const url of urls(parseMarkdown(characters.join('')))) expect(url).toMatch(/^https?:\/\//);
      }),
    );
  });

  test('of letters, digits and spaces is shown as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9 é中]*$/), (source) => {
        expect(shown(source)).toBe(source);
      }),
    );
  });

  test('with every character escaped is shown as it is', () => {
    const visible = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
    fc.assert(
      fc.property(visible, (source) => {
        const escaped = source.replace(/[^0-9A-Za-z\s]/gu, '\\$&');
        expect(shown(escaped)).toBe(source);
      }),
    );
  });
});

function strong(value: string): Node {
  return { type: 'strong', children: [text(value)] };
}

function emphasis(value: string): Node {
  return { type: 'emphasis', children: [text(value)] };
}

function urls(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => [
    ...(node.type === 'link' ? [node.url] : []),
    ...('children' in node ? urls(node.children) : []),
    ...(node.type === 'list' ? node.items.flatMap(({ children }) => urls(children)) : []),
  ]);
}
