import { pino } from 'pino';
import { expect, test } from 'vitest';
import { consider } from '../../src/answer/answer.js';
import { en as copy } from '../../src/copy/en/en.js';
import { quotationBlocks, sourceRuns } from '../../src/discord/quotation.js';
import { render as renderIn } from '../../src/discord/render.js';
import type { Reply } from '../../src/discord/reply.js';
import { snapshotOfFiles } from '../support/corpus.js';

const render = (reply: Reply) => renderIn(reply, copy);

const log = pino({ enabled: false });

const report = (title: string, published: string, body: string) =>
  `---\ntitle: ${title}\npublisher: ${title}\npublished: ${published}\n---\n\n${body}\n`;

/** The Markdown of what is shown for a question, with `---` where a line is drawn. */
async function shown(files: Record<string, string>, question: string): Promise<string> {
  const snapshot = await snapshotOfFiles(files);
  const { excerpts } = await consider(snapshot, question);
  const [container] = render({
    tone: 'answer',
    blocks: quotationBlocks(snapshot, excerpts, copy, log),
  }).components;
  if (!container || !('components' in container)) throw new Error('a reply is one container');
  return container.components.map((part) => ('content' in part ? part.content : '---')).join('\n');
}

test('sources that differ stand under words that say so, each under its date', async () => {
  const text = await shown(
    {
      'a.md': report('Gazette', '2021-03-01', 'The Reed harbour has 40 berths for barges.'),
      'b.md': report('Courier', '2025-06-01', 'The Reed harbour has 90 berths for barges.'),
    },
    'How many berths does the Reed harbour have?',
  );
  const lines = text.split('\n');
  expect(lines[0]).toBe(`**${copy.citation.differing.sources}**`);
  expect(lines.filter((line) => line.startsWith('-# ') && !line.includes('·'))).toEqual([
    '-# 1 June 2025',
    '-# 1 March 2021',
  ]);
  expect(text.indexOf('90')).toBeLessThan(text.indexOf('40'));
});

test('a copy is named with its document and its source', async () => {
  const sentence = 'Fourteen firms signed the Delta Pact in Jinan.';
  const text = await shown(
    {
      'a.md': report('River Daily', '2025-04-02', sentence),
      'b.md': report('Portal', '2025-04-03', sentence),
    },
    'Who signed the Delta Pact?',
  );
  expect(text.match(/^> /gm)).toHaveLength(1);
  expect(text).toContain('River Daily, 2 April 2025');
  expect(text).toContain('Portal, 3 April 2025');
  expect(text).toContain('also in ');
});

test('a row stands under the header of its table', async () => {
  const rows = ['Arn | 14 | 1712', 'Bex | 22 | 1733', 'Cole | 31 | 1740'].map((row) => `| ${row} |`);
  const table = ['| Town | Houses | Founded |', '|---|---|---|', ...rows].join('\n');
  const text = await shown({ 'a.md': `# Towns\n\n${table}\n` }, 'How many houses are in Bex?');
  expect(text).toMatch(/^> Town \\\| Houses \\\| Founded …\n> \**Bex\** \\\| 22/);
});

test('a list that is too long says how many more items it has', async () => {
  const items = Array.from({ length: 80 }, (_, at) => `- House Number ${at}`);
  const text = await shown(
    { 'a.md': `The following houses founded the guild:\n\n${items.join('\n')}\n` },
    'Which houses founded the guild?',
  );
  const count = text.match(/Number\** \d+/g)?.length ?? 0;
  expect(count).toBeGreaterThan(20);
  expect(text).toContain(copy.citation.moreItems(80 - count));
});

test('an excerpt or a lead that is not what its document says is not shown', async () => {
  const items = [
    '- Arn: 14',
    '- Bex: 22',
    ...Array.from({ length: 30 }, (_, at) => `- Place of the kind ${at}: ${at}`),
  ];
  const snapshot = await snapshotOfFiles({
    'a.md': `Houses in each town:\n\n${items.reverse().join('\n')}\n`,
  });
  const { excerpts } = await consider(snapshot, 'How many houses are in Bex?');
  const [excerpt] = excerpts;
  if (!excerpt?.lead) expect.fail('an item far below its lead-in is found');
  const kinds = (one: typeof excerpt) => quotationBlocks(snapshot, [one], copy, log).map(({ kind }) => kind);
  expect(kinds(excerpt)).toEqual(['quotation']);
  expect(kinds({ ...excerpt, text: 'Bex: 23' })).toEqual([]);
  expect(kinds({ ...excerpt, lead: { ...excerpt.lead, text: 'Towns in each house:' } })).toEqual([]);
});

test('a document says up to when it goes, in its citation and where its source is named', async () => {
  const body = 'The Reed harbour has 40 berths for barges.';
  const text = await shown(
    { 'a.md': `---\ntitle: Harbours\npublisher: Gazette\nas_of: 2026-06\n---\n\n${body}\n` },
    'How many berths does the Reed harbour have?',
  );
  expect(text).toContain('Gazette, as of June 2026');
  // A sentence with a source of its own stands in that document all the same.
  const noted = await shown(
    { 'a.md': `---\ntitle: Harbours\nas_of: 2026-06\n---\n\n${body}[^x]\n\n[^x]: Courier, 2025-02\n` },
    'How many berths does the Reed harbour have?',
  );
  expect(noted).toContain('paragraph 1, as of June 2026 · Courier');
  expect(sourceRuns({ asOf: '2026-06-30' }, copy).join('')).toBe('no source given, as of 30 June 2026');
});
