import { pino } from 'pino';
import { expect, test } from 'vitest';
import { consider } from '../../src/answer/answer.js';
import { en as copy } from '../../src/copy/en/en.js';
import { sourceRuns } from '../../src/discord/citation-line.js';
import { quotationBlocks } from '../../src/discord/quotation.js';
import { render as renderIn } from '../../src/discord/render.js';
import type { Reply } from '../../src/discord/reply.js';
import { emptyGlossary } from '../../src/documents/glossary.js';
import { readDocument } from '../../src/documents/read.js';
import { buildSnapshot, type Snapshot } from '../../src/index/snapshot.js';
import { snapshotOfFiles } from '../support/corpus.js';

const render = (reply: Reply) => renderIn(reply, copy);

const quoting = {
  log: pino({ enabled: false }),
  now: () => new Date('2026-11-29T12:00:00Z'),
  oldAfterDays: 540,
};

const report = (title: string, published: string, body: string) =>
  `---\ntitle: ${title}\npublisher: ${title}\npublished: ${published}\n---\n\n${body}\n`;

/** The Markdown of what is shown for a question, with `---` where a line is drawn. */
async function shown(files: Record<string, string>, question: string): Promise<string> {
  return shownOf(await snapshotOfFiles(files), question);
}

async function shownOf(snapshot: Snapshot, question: string): Promise<string> {
  const { excerpts } = await consider(snapshot, question);
  const [container] = render({
    tone: 'answer',
    blocks: quotationBlocks(snapshot, excerpts, copy, quoting),
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

test('the sources of copies stand below a quotation too, two at most', async () => {
  const sentence = 'Fourteen firms signed the Delta Pact in Jinan.';
  const text = await shown(
    {
      'a.md': report('River Daily', '2025-04-02', sentence),
      'b.md': report('Portal', '2025-04-03', sentence),
      'c.md': report('Herald', '2025-04-04', sentence),
    },
    'Who signed the Delta Pact?',
  );
  expect(text.match(/^> /gm)).toHaveLength(1);
  expect(text.match(/\d Apr 2025/g)).toHaveLength(2);
  expect(text).toContain(`${copy.citation.more(1)} · `);
});

test('the address of a page opens at the quoted words, that of a text of our own does not', async () => {
  const address = 'https://harbours.example/reed';
  const question = 'How many berths does the Reed harbour have?';
  const words = 'The Reed harbour has 40 berths for barges.';
  const head = `<title>Harbours</title><link rel="canonical" href="${address}">`;
  const page = `<html><head>${head}</head><body><p>It rains.</p><p>${words}</p></body></html>`;
  const { document } = await readDocument({ path: 'a.html', bytes: Buffer.from(page) });
  if (!document) expect.fail('the page is read');
  const snapshot = await buildSnapshot({ shared: 1 }, [document], emptyGlossary);
  expect(await shownOf(snapshot, question)).toContain(
    `(<${address}#:~:text=The%20Reed%20harbour%20has%2040%20berths%20for%20barges.>)`,
  );
  const note = `---\ntitle: Harbours\nurl: ${address}\n---\n\n${words}\n`;
  expect(await shown({ 'a.md': note }, question)).toContain(`(<${address}>)`);
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
  const kinds = (one: typeof excerpt) =>
    quotationBlocks(snapshot, [one], copy, quoting).map(({ kind }) => kind);
  expect(kinds(excerpt)).toEqual(['quotation']);
  expect(kinds({ ...excerpt, text: 'Bex: 23' })).toEqual([]);
  expect(kinds({ ...excerpt, lead: { ...excerpt.lead, text: 'Towns in each house:' } })).toEqual([]);
});

test('a document says up to when it goes where its source is named', () => {
  expect(sourceRuns({ asOf: '2026-06-30' }, copy).join('')).toBe('no source given, as of 30 June 2026');
});

test('a document is marked with its age where it is old, by the last day that it may be of', async () => {
  const question = 'How many berths does the Reed harbour have?';
  const line = async (fields: string) => {
    const body = 'The Reed harbour has 40 berths for barges.';
    const text = await shown({ 'a.md': `---\ntitle: Harbours\n${fields}\n---\n\n${body}\n` }, question);
    return text.split('\n').at(-1);
  };
  expect(await line('published: 2025-03-01')).toBe(
    '-# no source given · 1 Mar 2025 · Harbours · 20 months old',
  );
  // 540 days before the day of this test are in June 2025.
  expect(await line('published: 2025-06')).not.toContain('old');
  expect(await line('published: 2025')).not.toContain('old');
  expect(await line('published: 2020')).toContain('5 years old');
  // What was read again since is as old as that.
  expect(await line('published: 2020\nas_of: 2026-06')).not.toContain('old');
  expect(await line('language: en')).not.toContain('old');
});

test('the publisher of a source is the link to it, and else the archived copy, the author or the site', async () => {
  const line = async (reference: string) => {
    const text = await shown(
      { 'a.md': `# Harbours\n\n## Berths\n\nThe Reed harbour has 40 berths.[^x]\n\n[^x]: ${reference}\n` },
      'How many berths does the Reed harbour have?',
    );
    return text.split('\n').at(-1);
  };
  expect(await line('Gazette, 2025-07-28, <https://gazette.example/a>')).toBe(
    '-# [Gazette](<https://gazette.example/a>) · 28 Jul 2025 · Harbours › Berths',
  );
  expect(await line('<https://www.gazette.example/a>')).toBe(
    '-# [gazette.example](<https://www.gazette.example/a>) · Harbours › Berths',
  );
  expect(await line('Gazette, 2025')).toBe('-# Gazette · 2025 · Harbours › Berths');
  // An address that would take the place of all else is not shown here.
  const long = `https://gazette.example/${'a'.repeat(800)}`;
  expect(await line(`Gazette, 2025, <${long}>`)).toBe('-# Gazette · 2025 · Harbours › Berths');
});
