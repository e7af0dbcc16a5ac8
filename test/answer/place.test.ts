import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import type { Excerpt } from '../../src/answer/excerpt.js';
import { askedWords } from '../../src/answer/highlight.js';
import { excerptAt, placeOf, textsOf } from '../../src/answer/place.js';
import { readQuestion } from '../../src/index/query/question.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { snapshotOfFiles } from '../support/corpus.js';

// An excerpt is found again by where it stands, with all that is said of it.

const report = (publisher: string, published: string, body: string) =>
  `---\ntitle: ${publisher}\npublisher: ${publisher}\npublished: ${published}\n---\n\n${body}\n`;
const sentence = 'Fourteen firms signed the Delta Pact in Jinan.';
const long = `The weir of Erlenbach ${'holds back the water of the upper valley and '.repeat(40)}rests on oak.`;
const rows = Array.from({ length: 12 }, (_, at) => `| Town${at} | ${at + 10} |`);

const files = {
  'copies/a.md': report('River Daily', '2025-04-02', sentence),
  'copies/b.md': report('Portal', '2025-04-03', sentence),
  'differ/a.md': report('Gazette', '2021-03-01', 'The Reed harbour has 40 berths for barges.'),
  'differ/b.md': report('Courier', '2025-06-01', 'The Reed harbour has 90 berths for barges.'),
  'long.md': `# Weirs\n\n${long}\n`,
  'items.md': `# Guild\n\n## Houses\n\nThe following houses founded the guild:\n\n${Array.from(
    { length: 80 },
    (_, at) => `- House Number ${at}`,
  ).join('\n')}\n`,
  'rows.md': `# Towns\n\n| Town | Houses |\n|---|---|\n${rows.join('\n')}\n`,
  'back.md':
    '# Ferry\n\nThe ferry to the island was built in Bremen. It carries ninety passengers.[^x]\n\n[^x]: Courier, 2025-02\n',
};

let snapshot: Snapshot;
beforeAll(async () => {
  snapshot = await snapshotOfFiles(files);
});

async function excerptsOf(question: string): Promise<readonly Excerpt[]> {
  const { excerpts, further } = await answerQuestion(snapshot, question, { gate: false, further: 6 });
  return [...excerpts, ...further];
}

/** Without what only an answer knows: how good it is, and the number of the passage in its snapshot. */
function known({ passage: _, score: __, ...excerpt }: Excerpt): unknown {
  return excerpt;
}

describe('an excerpt is found again as it was', () => {
  test.each([
    'Who signed the Delta Pact?',
    'How many berths does the Reed harbour have?',
    'What does the weir of Erlenbach rest on?',
    'Which houses founded the guild?',
    'Who founded House Number 70 of the guild?',
    'How many houses are in Town7?',
    'How many passengers does the ferry carry?',
  ])('%s', async (question) => {
    const words = askedWords(await readQuestion(snapshot, question));
    const excerpts = await excerptsOf(question);
    expect(excerpts.length).toBeGreaterThan(0);
    for (const excerpt of excerpts) {
      const place = placeOf(snapshot.documents, excerpt) ?? expect.fail('its document is there');
      const texts = textsOf(new Map(snapshot.documents.entries()));
      const again = excerptAt(texts, place, words) ?? expect.fail('it is found');
      expect(known(again)).toEqual(known(excerpt));
      expect(texts.passages.at(again.passage)?.document.id).toBe(excerpt.citation.document);
    }
  });
});

test('there is nothing at a place outside of a text, or in a document that is not at hand', async () => {
  const [excerpt] = await excerptsOf('Who signed the Delta Pact?');
  const place = excerpt && placeOf(snapshot.documents, excerpt);
  if (!place) expect.fail('it has a place');
  const words = askedWords(await readQuestion(snapshot, 'Pact'));
  const texts = textsOf(new Map(snapshot.documents.entries()));
  expect(excerptAt(texts, { ...place, end: 1_000_000 }, words)).toBeUndefined();
  expect(excerptAt(texts, { ...place, end: place.start }, words)).toBeUndefined();
  expect(excerptAt(texts, { ...place, document: 99 }, words)).toBeUndefined();
  expect(placeOf(snapshot.documents.slice(2), excerpt)).toBeUndefined();
});
