import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { previewReply, proposalReply } from '../../src/commands/knowledge/preview.js';
import { previewSections } from '../../src/commands/knowledge/preview-sections.js';
import { en as copy } from '../../src/copy/en/en.js';
import { render } from '../../src/discord/render.js';
import type { ReplyBlock } from '../../src/discord/reply.js';
import type { Proposal } from '../../src/library/library.js';
import type { DraftPreview, Preview } from '../../src/library/preview.js';

// A preview of anything fits in messages that Discord takes, and nothing of it is lost on the way.

const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('*', '`', 'a ', '\n', '中', '😀', '<@1>'), maxLength: 700 }),
);
const documentLine = fc.record({ id: text, title: text, passages: fc.nat(1e6) });
const changedLine = fc.record({
  sign: fc.constantFrom('-', '+'),
  paragraph: fc.nat(),
  text,
  marks: fc.constantFrom([], [{ start: 0, end: 3 }]),
});
const verdict = fc.constantFrom('answered' as const, 'unsure' as const);
const answerLine = fc.record({ verdict, document: text, text });
const wordings = fc.record({ count: fc.nat(1e4), first: fc.array(text, { maxLength: 10 }) });
const opening = fc.record({ heading: text, depth: fc.nat(6), lines: fc.array(text, { maxLength: 10 }) });
const preview: fc.Arbitrary<Preview> = fc.record({
  openings: fc.array(opening, { maxLength: 60 }),
  moreOpenings: fc.nat(100),
  leavesOut: fc.boolean(),
  kind: fc.constantFrom('refresh', 'add', 'remove', 'rollback'),
  added: fc.array(documentLine, { maxLength: 200 }),
  removed: fc.array(documentLine, { maxLength: 40 }),
  changed: fc.array(
    fc.record({
      id: text,
      title: text,
      fields: fc.subarray(['title', 'source', 'headings', 'layout']),
      lines: fc.array(changedLine, { maxLength: 100 }),
      moreLines: fc.nat(),
    }),
    { maxLength: 20 },
  ),
  unchanged: fc.nat(),
  glossaryChanged: fc.boolean(),
  knownQuestions: fc.record({ added: wordings, removed: wordings, changed: wordings }),
  passages: fc.record({ before: fc.nat(), after: fc.nat() }),
  problems: fc.array(fc.record({ file: text, kind: fc.constant('empty' as const) }), { maxLength: 40 }),
  warnings: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('no-passages' as const), id: text, title: text }),
      fc.record({ kind: fc.constant('shrinks' as const), before: fc.nat(), after: fc.nat() }),
    ),
    { maxLength: 20 },
  ),
  answers: fc.record({
    compared: fc.nat(),
    changed: fc.array(fc.record({ question: text, before: answerLine, after: answerLine }), {
      maxLength: 40,
    }),
  }),
});

const draftOf = (shown: Preview): DraftPreview => ({
  id: 'abcd-_12',
  collection: 'shared',
  base: 1,
  author: '1',
  createdAt: new Date('2026-03-01T12:00:00Z'),
  // Plain data, as the store keeps it.
  preview: shown,
});

function shownOn(page: number, shown: Preview): string {
  const { components } = render(
    previewReply(draftOf(shown), copy, { page, notes: ['A note'], isConfirming: true }),
    copy,
  );
  return JSON.stringify(components);
}

test('every page of any preview is one that Discord takes, with nothing left out', () => {
  fc.assert(
    fc.property(preview, (shown) => {
      const pages = Number(/Page 1 of (\d+)/.exec(shownOn(0, shown))?.[1] ?? 1);
      for (let page = 0; page < pages; page += 1) {
        const message = shownOn(page, shown);
        expect(message).not.toContain(copy.reply.shortened);
        expect(message).toContain('knowledge:publish:abcd-_12');
      }
    }),
    { numRuns: 60 },
  );
});

test('an answer that is no longer sure is shown as one that comes closest', () => {
  const line = { document: 'ferry', text: 'The ferry leaves at noon.' };
  const before = { verdict: 'answered', ...line } as const;
  const after = { verdict: 'unsure', ...line } as const;
  const changed = [{ question: 'When does the ferry leave?', before, after }];
  const shown = shownOn(0, { ...empty, answers: { compared: 1, changed } });
  expect(shown).toContain('− “The ferry leaves at noon.” (ferry)');
  expect(shown).toContain('+ comes closest: “The ferry leaves at noon.” (ferry)');
});

test('known questions are counted, and the first of each kind shown', () => {
  const first = Array.from({ length: 10 }, (_, at) => `What is number ${at}?`);
  const shown = shownOn(0, {
    ...empty,
    knownQuestions: {
      ...empty.knownQuestions,
      added: { count: 12, first },
      removed: { count: 1, first: ['Who?'] },
    },
  });
  expect(shown).toContain('Known questions +12 −1');
  expect(shown).toContain('+ What is number 3?');
  expect(shown).toContain('− Who?');
  expect(shown).toContain('and 8 more known questions');
  expect(shownOn(0, empty)).not.toContain('nown question');
});

test('all documents that are added are named, up to 150', () => {
  const added = Array.from({ length: 160 }, (_, at) => ({ id: `doc-${at}`, title: 'T', passages: 1 }));
  const shown: Preview = { ...empty, added };
  const pages = Number(/Page 1 of (\d+)/.exec(shownOn(0, shown))?.[1]);
  const all = Array.from({ length: pages }, (_, page) => shownOn(page, shown)).join('');
  const named = added.filter(({ id }) => all.includes(`\`${id}\``));
  expect(named).toHaveLength(150);
  expect(all).toContain('and 10 more');
});

const none = { count: 0, first: [] };
const empty: Preview = {
  openings: [],
  moreOpenings: 0,
  leavesOut: false,
  kind: 'refresh',
  added: [],
  removed: [],
  changed: [],
  unchanged: 0,
  glossaryChanged: false,
  knownQuestions: { added: none, removed: none, changed: none },
  passages: { before: 0, after: 0 },
  problems: [],
  warnings: [],
  answers: { compared: 0, changed: [] },
};

test('changed words are in brackets, in the lines that Discord colours', () => {
  const lines = [
    { sign: '-', paragraph: 1, text: 'It leaves at noon.', marks: [{ start: 13, end: 17 }] },
    { sign: '+', paragraph: 1, text: 'It leaves at nine.', marks: [{ start: 13, end: 17 }] },
  ] as const;
  const changed = [{ id: 'a', title: 'A', fields: [], lines, moreLines: 0 }];
  const blocks = previewSections({ ...empty, changed }, copy).flat();
  const shown = JSON.stringify(render({ tone: 'neutral', blocks }, copy).components);
  expect(shown).toContain('```diff\\n- It leaves at ⟦noon⟧.\\n+ It leaves at ⟦nine⟧.\\n```');
});

test('buttons below a question are part of the message', () => {
  const blocks: ReplyBlock[] = [
    { kind: 'text', line: 'One' },
    { kind: 'buttons', buttons: [{ label: 'Go', customId: 'a:b' }] },
    { kind: 'divider' },
    { kind: 'text', line: 'Two' },
  ];
  const [container] = render({ tone: 'neutral', blocks }, copy).components;
  const kinds = container && 'components' in container ? container.components.map(({ type }) => type) : [];
  expect(kinds).toEqual([
    ComponentType.TextDisplay,
    ComponentType.ActionRow,
    ComponentType.Separator,
    ComponentType.TextDisplay,
  ]);
});

test.each<[Proposal, string]>([
  [{ kind: 'unchanged', problems: [{ file: 'a.md', kind: 'empty' }] }, 'a.md: has no text'],
  [
    { kind: 'busy', by: '42', since: new Date(0) },
    '<@42> has been preparing a change to these documents since <t:0:f>',
  ],
  [{ kind: 'busy', by: 'schedule', since: new Date(0) }, 'the schedule has been preparing'],
  [
    { kind: 'over-limit', limit: 'bytes', most: 20_000_000, wanted: 21_500_000 },
    '21.5 MB of text, and at most 20 MB',
  ],
  [{ kind: 'no-document', document: 'x' }, 'no document “x” of its own'],
  [{ kind: 'no-revision', revision: 9 }, 'no revision 9'],
  [{ kind: 'in-folder', document: 'x' }, 'come from the knowledge folder'],
  [{ kind: 'withdrawn', document: 'x' }, 'was withdrawn'],
  [{ kind: 'too-long', minutes: 10 }, 'more than 10 minutes'],
  [
    { kind: 'over-limit', limit: 'knownQuestions', most: 2_000, wanted: 2_001 },
    '2,001 known questions, and at most 2,000',
  ],
  [
    { kind: 'no-sentence', question: 'Who?', fault: 'not-found', document: 'x', text: 'So.' },
    '“x” has changed',
  ],
  [
    { kind: 'no-sentence', question: 'Who?', fault: 'no-document', document: 'x', text: 'So.' },
    '“x” is no document any more',
  ],
  [
    { kind: 'no-sentence', question: 'Who?', fault: 'not-unique', document: 'x', text: 'So.' },
    'more than once',
  ],
  [{ kind: 'question-too-long', question: 'Who?', most: 200 }, 'at most 200 characters'],
  [{ kind: 'question-in-folder', question: 'Who?' }, '“Who?” is a known question of the knowledge folder'],
])('%j is told in words, with what to do next', (proposal, words) => {
  const { components } = render(proposalReply(proposal, { collection: 'shared', copy }), copy);
  expect(JSON.stringify(components).replaceAll('\\\\', '')).toContain(words);
});
