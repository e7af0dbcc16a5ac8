import { pino } from 'pino';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { answerQuestion, type Excerpt } from '../src/answer/answer.js';
import { copy } from '../src/copy/en.js';
import { line } from '../src/discord/markdown.js';
import { quotations, sourceRuns } from '../src/discord/quotation.js';
import { readDocument } from '../src/documents/read.js';
import { emptyGlossary } from '../src/index/glossary.js';
import { buildSnapshot, type Snapshot } from '../src/index/snapshot.js';

const text = `---
title: Ferries
---

## Times

The ferry to the island leaves at noon.[^port] It is never late.

[^port]: Harbour Office, 2025-07, <https://example.org/times>
`;

const logged: { level: number; msg: string }[] = [];
const log = pino({ level: 'info' }, { write: (entry: string) => logged.push(JSON.parse(entry)) });
let snapshot: Snapshot;
let excerpt: Excerpt;

beforeAll(async () => {
  const { document } = await readDocument({ path: 'ferries.md', bytes: Buffer.from(text) });
  if (!document) return expect.fail('the document was not read');
  snapshot = await buildSnapshot({ shared: 1 }, [document], emptyGlossary);
  const answer = answerQuestion(snapshot, 'When does the ferry to the island leave?', { gate: false });
  const [first] = answer.kind === 'cited' ? answer.excerpts : [];
  excerpt = first ?? expect.fail('nothing was found');
});

beforeEach(() => {
  logged.length = 0;
});

test('a quotation says where it stands and who said it', () => {
  const [quotation] = quotations(snapshot, [excerpt], log);
  expect(quotation?.text).toContain('The ferry to the island leaves at noon.');
  expect(quotation?.cut).toEqual({ before: false, after: false });
  expect(line(quotation?.citation ?? '')).toBe(
    '**Ferries › Times**, paragraph 1 · Harbour Office, July 2025, [source](<https://example.org/times>)',
  );
  expect(logged).toEqual([]);
});

test.each([
  ['a changed word', (one: Excerpt) => ({ ...one, text: one.text.replace('noon', 'dawn') })],
  ['offsets that are off by one', (one: Excerpt) => ({ ...one, start: one.start + 1, end: one.end + 1 })],
  ['a passage that does not exist', (one: Excerpt) => ({ ...one, passage: 99 })],
])('an excerpt with %s is not shown, and is an error in the log', (_, spoil) => {
  expect(quotations(snapshot, [spoil(excerpt), excerpt], log)).toHaveLength(1);
  expect(logged).toMatchObject([{ level: 50, msg: 'an excerpt is not what its document says' }]);
});

test('part of a sentence is shown as cut', () => {
  const part = { ...excerpt, start: excerpt.start + 4, text: excerpt.text.slice(4), highlights: [] };
  expect(quotations(snapshot, [part], log)[0]?.cut).toEqual({ before: true, after: false });
});

test.each([
  [{}, copy.citation.noSource],
  [{ publisher: 'WION', published: '2025-07-28' }, 'WION, 28 July 2025'],
  [{ author: 'A. Writer', published: '2025' }, 'A. Writer, 2025'],
  [
    { url: 'https://a.b/c', archiveUrl: 'https://web.archive.org/c' },
    '[source](<https://a.b/c>), [archived copy](<https://web.archive.org/c>)',
  ],
])('the source %o is shown as %s', (source, shown) => {
  expect(line(sourceRuns(source))).toBe(shown);
});
