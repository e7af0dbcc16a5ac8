import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copy } from '../../src/copy/en.js';
import { checkLimits, LIMITS, OverLimitError } from '../../src/discord/limits.js';
import { render } from '../../src/discord/render.js';
import type { Quotation, Reply, ReplyBlock, ReplyLine, Run } from '../../src/discord/reply.js';

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

test('a select stands above the buttons, and what is too long for it is cut at a word', () => {
  const choices = ['a', 'b', 'c'].map((value) => ({
    label: `${value} ${'word '.repeat(40)}`,
    description: '联盟'.repeat(80),
    value,
  }));
  const select = { placeholder: 'Choose', customId: 'a:choose', choices, most: 5 };
  const buttons = [{ label: 'Go', customId: 'a:b' }];
  const blocks: ReplyBlock[] = [{ kind: 'text', line: 'x' }];
  const [, row, below] = render({ tone: 'neutral', blocks, buttons, select }).components;
  expect(below).toMatchObject({ components: [{ label: 'Go' }] });
  expect(row).toMatchObject({ components: [{ custom_id: 'a:choose', max_values: 3 }] });
  const text = JSON.stringify(row);
  expect(text).toContain('word word…"');
  const descriptions = [...text.matchAll(/"description":"(.+?)"/g)].map(([, shown = '']) => shown);
  for (const shown of descriptions) expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(150);
  expect(descriptions).toHaveLength(3);
});

test('a select that Discord would refuse is a mistake that is found here', () => {
  const choice = { label: 'A', value: 'a' };
  const withSelect = (choices: NonNullable<Reply['select']>['choices'], placeholder = 'Choose') =>
    render({
      tone: 'neutral',
      blocks: [{ kind: 'text', line: 'x' }],
      select: { placeholder, customId: 'a:b', choices },
    });
  expect(() => withSelect([])).toThrow('0 choices');
  expect(() => withSelect([choice, { ...choice, label: 'B' }])).toThrow('the same value');
  expect(() => withSelect(Array.from({ length: 26 }, (_, at) => ({ label: 'A', value: `${at}` })))).toThrow(
    '26 choices',
  );
  expect(() => withSelect([{ label: 'A', value: 'a'.repeat(101) }])).toThrow('the choice');
  expect(() => withSelect([choice], 'x'.repeat(151))).toThrow('placeholder');
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

test('any reply that begins with words is within the limits', () => {
  const opening: ReplyBlock = { kind: 'text', line: 'Here:' };
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 30 }), fc.nat(10), (blocks, count) => {
      const buttons = Array.from({ length: count }, (_, at) => ({ label: 'Go', customId: `a:b:${at}` }));
      const choices = Array.from({ length: count }, (_, at) => ({
        label: '联盟'.repeat(99),
        value: `${at}`,
      }));
      const select = { placeholder: 'Choose', customId: 'a:c', choices };
      const { components } = render({
        tone: 'answer',
        blocks: [opening, ...blocks],
        buttons,
        ...(count > 0 && { select }),
      });
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
