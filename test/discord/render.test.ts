import { type APIStringSelectComponent, ComponentType } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { schemaErrors } from '../../playground/rest/schema.js';
import { en as copy } from '../../src/copy/en/en.js';
import { checkLimits, LIMITS, OverLimitError } from '../../src/discord/limits.js';
import { render as renderIn } from '../../src/discord/render.js';
import type { Quotation, Reply, ReplyBlock, ReplyLine, Run, Select } from '../../src/discord/reply.js';

const render = (reply: Reply) => renderIn(reply, copy);

/** The Markdown of a reply, with `---` where a line is drawn. */
function shown(reply: Reply): string {
  const [container] = render(reply).components;
  if (container?.type !== ComponentType.Container) throw new Error('a reply is one container');
  return container.components
    .map((part) => (part.type === ComponentType.TextDisplay ? part.content : '---'))
    .join('\n');
}

function quotation(text: string, more: Partial<Quotation> = {}): Quotation {
  return {
    kind: 'quotation',
    text,
    highlights: [],
    cut: { before: false, after: false },
    citation: 'There',
    ...more,
  };
}

test('a reply mentions nobody and is made of components', () => {
  expect(render({ tone: 'answer', blocks: [{ kind: 'text', line: 'Hello' }] })).toMatchObject({
    allowedMentions: { parse: [] },
    flags: 32_768,
  });
});

test('all blocks in their order', () => {
  const blocks: ReplyBlock[] = [
    { kind: 'heading', text: 'Head*' },
    { kind: 'text', line: ['A ', { bold: 'b' }] },
    { kind: 'divider' },
    quotation('One. Two.', { cut: { before: true, after: true }, citation: ['Doc', ', 1'] }),
    { kind: 'divider' },
    { kind: 'list', items: [{ line: 'x' }, { line: '1. y', depth: 1 }] },
    { kind: 'small', line: 'end' },
  ];
  expect(shown({ tone: 'answer', blocks })).toBe(
    '### Head\\*\nA **b**\n---\n> … One. Two. …\n-# Doc, 1\n---\n- x\n  - 1\\. y\n-# end',
  );
});

test('what does not fit is left out whole, and the message says so', () => {
  const long = quotation('word '.repeat(300));
  const text = shown({
    tone: 'answer',
    blocks: [long, { kind: 'divider' }, long, { kind: 'divider' }, long],
  });
  expect(text.match(/-# There/g)).toHaveLength(2);
  expect(text.endsWith(`-# ${copy.reply.shortened}`)).toBe(true);
});

test('a quotation that would fill a message by itself is cut at a word, with an ellipsis', () => {
  const text = shown({ tone: 'answer', blocks: [quotation('word '.repeat(2000))] });
  expect(text).toMatch(/word word …\n-# There$/);
});

/** What goes over the wire. */
const sentBytes = (reply: Reply) => Buffer.byteLength(JSON.stringify(render(reply).components));

test('Chinese takes three bytes a character: what Discord would fail on is left out, long before 4,000 characters', () => {
  const long = quotation('联盟'.repeat(700), { citation: '来源' });
  const reply: Reply = {
    tone: 'answer',
    blocks: [long, { kind: 'divider' }, long, { kind: 'divider' }, long],
  };
  expect(sentBytes(reply)).toBeLessThan(10_000);
  expect(shown(reply).match(/-# 来源/g)).toHaveLength(2);
  expect(shown(reply).endsWith(`-# ${copy.reply.shortened}`)).toBe(true);
});

test('a quotation in Chinese that would fill a message by itself is cut, and its citation is shown', () => {
  const reply: Reply = {
    tone: 'answer',
    blocks: [
      { kind: 'small', line: '问'.repeat(2000) },
      quotation('算'.repeat(5000), { citation: '源'.repeat(2000) }),
    ],
  };
  expect(sentBytes(reply)).toBeLessThan(10_000);
  expect(shown(reply)).toMatch(/算 …\n-# 源+…$/);
});

test('a list in Chinese is shown as far as it fits', () => {
  const items = Array.from({ length: 500 }, (_, position) => ({ line: `港湾算力联盟的第${position}份文件` }));
  const reply: Reply = { tone: 'neutral', blocks: [{ kind: 'list', items }] };
  expect(sentBytes(reply)).toBeLessThan(10_000);
  expect(sentBytes(reply)).toBeGreaterThan(9_000);
});

test('a message of too many bytes is a mistake that is found here', () => {
  const text = { type: ComponentType.TextDisplay, content: '算'.repeat(3500) } as const;
  expect(() => checkLimits([text])).toThrow(/bytes/);
});

test('a list is shown as far as it fits', () => {
  const items = Array.from({ length: 500 }, (_, position) => ({ line: `Document ${position}` }));
  const text = shown({ tone: 'neutral', blocks: [{ kind: 'list', items }] });
  expect(text).toMatch(/^- Document 0\n/);
  expect(text).toContain(copy.reply.shortened);
});

test('buttons stand in rows of five', () => {
  const buttons = Array.from({ length: 7 }, (_, position) => ({ label: 'Go', customId: `a:b:${position}` }));
  const { components } = render({ tone: 'neutral', blocks: [{ kind: 'text', line: 'x' }], buttons });
  expect(components.slice(1).map((row) => 'components' in row && row.components.length)).toEqual([5, 2]);
});

const select: Select = {
  kind: 'select',
  customId: 'a:b',
  placeholder: 'Pick one',
  options: [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2', description: 'after one' },
  ],
};

test('a select stands alone in its row, where the blocks have it', () => {
  const blocks: ReplyBlock[] = [{ kind: 'text', line: 'Here:' }, select, { kind: 'small', line: 'end' }];
  const [container] = render({ tone: 'answer', blocks }).components;
  expect(container).toMatchObject({
    components: [
      { type: ComponentType.TextDisplay },
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: 'a:b',
            placeholder: 'Pick one',
            options: [
              { label: 'One', value: '1' },
              { label: 'Two', value: '2', description: 'after one' },
            ],
          },
        ],
      },
      { type: ComponentType.TextDisplay, content: '-# end' },
    ],
  });
});

test('what Discord has no room for in a select is cut, or left out from the end', () => {
  const long = '漢'.repeat(200);
  const options = Array.from({ length: 30 }, (_, at) => ({ label: long, description: long, value: `${at}` }));
  const reply: Reply = {
    tone: 'answer',
    blocks: [
      { kind: 'text', line: 'Here:' },
      { ...select, placeholder: long, options: options.slice(0, 6) },
    ],
  };
  const body = { type: 4, data: { flags: 32_768, components: render(reply).components } };
  expect(schemaErrors('reply callback', body)).toEqual([]);
  const [shownSelect] = selectsIn(reply);
  expect(shownSelect?.placeholder).toHaveLength(LIMITS.placeholder);
  for (const { label, description } of shownSelect?.options ?? [])
    expect([label, description]).toEqual(Array(2).fill(`${'漢'.repeat(LIMITS.option - 1)}…`));
  const short = options.map(({ value }) => ({ label: value, value }));
  expect(selectsIn({ ...reply, blocks: [{ ...select, options: short }] })[0]?.options).toHaveLength(25);
});

test('where there is no room for a select, the words before it are shown, and that something is missing', () => {
  const words: ReplyBlock[] = Array.from({ length: 12 }, () => ({ kind: 'text', line: '算'.repeat(280) }));
  const options = Array.from({ length: 25 }, (_, at) => ({ label: '漢'.repeat(100), value: `${at}` }));
  const reply: Reply = { tone: 'answer', blocks: [...words, { kind: 'divider' }, { ...select, options }] };
  expect(sentBytes(reply)).toBeLessThan(10_000);
  expect(selectsIn(reply)).toEqual([]);
  expect(shown(reply).endsWith(`---\n-# ${copy.reply.shortened}`)).toBe(true);
});

test('from a select several can be chosen, and no more than there are', () => {
  const most = (wanted: object) => selectsIn({ tone: 'answer', blocks: [{ ...select, ...wanted }] })[0];
  expect(most({})?.max_values).toBeUndefined();
  expect(most({ most: 2 })?.max_values).toBe(2);
  expect(most({ most: 3 })?.max_values).toBe(2);
});

test.each([
  ['without options', { options: [] }, '0 options'],
  [
    'with a value that is too long',
    { options: [{ label: 'x', value: 'x'.repeat(101) }] },
    'an option of 1, 1 and 101 characters',
  ],
  [
    'with a value that is empty',
    { options: [{ label: 'x', value: '' }] },
    'an option of 1, 1 and 0 characters',
  ],
  ['with one value twice', { options: [select.options[0], select.options[0]] as never }, 'an option twice'],
])('a select %s is a mistake that is found here', (_, wrong: Partial<Select>, problem) => {
  const blocks: ReplyBlock[] = [{ ...select, ...wrong }];
  expect(() => render({ tone: 'neutral', blocks })).toThrow(problem);
});

test('a select beside something else is a mistake that is found here', () => {
  const [found] = selectsIn({ tone: 'neutral', blocks: [select] });
  const row = { type: ComponentType.ActionRow, components: [found, { ...found, custom_id: 'a:c' }] };
  expect(() => checkLimits([row as never])).toThrow('beside a select');
});

function selectsIn(reply: Reply): APIStringSelectComponent[] {
  const [container] = render(reply).components;
  if (container?.type !== ComponentType.Container) throw new Error('a reply is one container');
  return container.components
    .flatMap((part) => (part.type === ComponentType.ActionRow ? [...part.components] : []))
    .filter((part) => part.type === ComponentType.StringSelect);
}

test('a message that Discord would refuse is a mistake that is found here', () => {
  const text = { type: ComponentType.TextDisplay, content: 'a'.repeat(4001) } as const;
  expect(() => checkLimits([text, { ...text, content: ' ' }])).toThrow(OverLimitError);
  expect(() => render({ tone: 'neutral', blocks: [] })).toThrow(OverLimitError);
  const twice = [
    { label: 'A', customId: 'a:b' },
    { label: 'B', customId: 'a:b' },
  ];
  expect(() => render({ tone: 'neutral', blocks: [{ kind: 'text', line: 'x' }], buttons: twice })).toThrow(
    'twice',
  );
});

const marks = fc.constantFrom(
  '芯片',
  '\ud800',
  '\u0001',
  '*',
  '_',
  '`',
  '|',
  '<@1>',
  '\n',
  '1. ',
  '# ',
  ':a:',
  '[x](y)',
  '\\',
  '😀',
  ' ',
  'word ',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3000 }),
  fc.array(marks, { maxLength: 1500 }).map((parts) => parts.join('')),
);
const anyRun: fc.Arbitrary<Run> = fc.oneof(
  anyText,
  anyText.map((bold) => ({ bold })),
  anyText.map((code) => ({ code })),
  fc.record({ link: fc.webUrl({ size: 'large' }), label: fc.constant('source') }),
);
const anyLine: fc.Arbitrary<ReplyLine> = fc.oneof(anyText, fc.array(anyRun, { maxLength: 8 }));
const anyQuotation: fc.Arbitrary<ReplyBlock> = anyText.chain((text) =>
  fc.record({
    kind: fc.constant('quotation' as const),
    text: fc.constant(text),
    highlights: fc
      .uniqueArray(fc.nat(text.length), { maxLength: 200 })
      .map((ends) => ends.sort((a, b) => a - b))
      .map((ends) => ends.slice(1).flatMap((end, at) => (at % 2 ? [] : [{ start: ends[at] ?? 0, end }]))),
    cut: fc.record({ before: fc.boolean(), after: fc.boolean() }),
    citation: anyLine,
  }),
);
const anyBlock: fc.Arbitrary<ReplyBlock> = fc.oneof(
  anyQuotation,
  anyText.map((text) => ({ kind: 'heading' as const, text })),
  anyLine.map((line) => ({ kind: 'text' as const, line })),
  anyLine.map((line) => ({ kind: 'small' as const, line })),
  fc
    .array(fc.record({ line: anyLine, depth: fc.nat(9) }), { maxLength: 30 })
    .map((items) => ({ kind: 'list' as const, items })),
  fc.constant({ kind: 'divider' as const }),
);

test('a text of white space alone, which Discord refuses, is left out, also behind a divider', () => {
  const blocks: ReplyBlock[] = [
    { kind: 'text', line: 'Here:' },
    { kind: 'divider' },
    { kind: 'text', line: '\n' },
  ];
  expect(shown({ tone: 'answer', blocks })).toBe('Here:');
});

test('any reply that begins with words is within the limits', () => {
  const opening: ReplyBlock = { kind: 'text', line: 'Here:' };
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 30 }), fc.nat(10), (blocks, count) => {
      const buttons = Array.from({ length: count }, (_, at) => ({ label: 'Go', customId: `a:b:${at}` }));
      const { components } = render({ tone: 'answer', blocks: [opening, ...blocks], buttons });
      expect(components.length).toBeLessThanOrEqual(LIMITS.components);
      expect(Buffer.byteLength(JSON.stringify(components))).toBeLessThan(10_000);
    }),
    { numRuns: 300 },
  );
});

test('of any answer at least the first quotation is shown, with its citation', () => {
  fc.assert(
    fc.property(anyText, fc.array(anyQuotation, { minLength: 1, maxLength: 3 }), (question, quotations) => {
      const blocks: ReplyBlock[] = [
        { kind: 'small', line: ['Question: ', { bold: question }] },
        ...quotations,
      ];
      expect(shown({ tone: 'answer', blocks })).toMatch(/^> /m);
    }),
    { numRuns: 300 },
  );
});
