import { expect, test } from 'vitest';
import { askedWords, highlight } from '../../src/answer/highlight.js';
import { glossarySchema } from '../../src/documents/glossary.js';
import { readQuestion } from '../../src/index/query/question.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

// Which words of an excerpt are marked.

const glossary = glossarySchema.parse({
  entities: [{ name: 'Reed Harbour', kind: 'place', aliases: ['the Harbour Board'], chinese: ['芦苇港'] }],
  synonyms: [['begin', 'start', 'set up']],
});
const snapshot = await snapshotOfParagraphs(
  [
    'The Reed Harbour (芦苇港) was set up in 1712.',
    'A harbour master leads the Harbour Board, and a large part of it.',
  ],
  glossary,
);

/** The text with what is marked in brackets. */
async function marked(question: string, text: string): Promise<string> {
  const words = askedWords(await readQuestion(snapshot, question));
  let shown = '';
  let at = 0;
  for (const { start, end } of highlight(text, words)) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return shown + text.slice(at);
}

test('words that were asked are marked in each of their forms, and not other ways to say them', async () => {
  expect(
    await marked('Who begins the dredging?', 'The dredging begins, sets out and starts at noon; it began.'),
  ).toBe('The [dredging begins], sets out and starts at noon; it [began].');
});

test('what is as common as "use" is not marked, however it was asked', async () => {
  expect(
    await marked('What large part makes Reed mills?', 'A large part of the mills makes use of reed.'),
  ).toBe('A large part of the [mills] makes use of [reed].');
});

test('words with a space or a hyphen between are one', async () => {
  expect(await marked('the Reed-Harbour mills', 'Reed-Harbour mills, Reed, mills')).toBe(
    '[Reed-Harbour mills], [Reed], [mills]',
  );
});

test('what a Chinese question was read as is marked, a name of several words as a whole', async () => {
  expect(await marked('芦苇港什么时候成立的？', 'The Reed Harbour (芦苇港) and another harbour.')).toBe(
    'The [Reed Harbour] ([芦苇港]) and another harbour.',
  );
});
