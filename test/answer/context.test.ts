import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { inContext } from '../../src/answer/context.js';
import { unitsIn } from '../../src/answer/length.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const question = 'When does the ferry leave?';

async function around(paragraphs: readonly string[]) {
  const snapshot = await snapshotOfParagraphs(paragraphs);
  const { excerpts } = await answerQuestion(snapshot, question, { gate: false });
  const [excerpt] = excerpts;
  if (!excerpt) return expect.fail('an excerpt is found');
  const context = inContext(snapshot.passages, excerpt);
  const [marked] = context.highlights;
  expect(context.text.slice(marked?.start, marked?.end)).toBe(excerpt.text);
  return { context, excerpt, document: snapshot.documents[0]?.text ?? '' };
}

test('an excerpt stands between the passages before and after, marked', async () => {
  const { context } = await around([
    'The island has a castle.',
    'The boats are old.',
    'Tickets are cheap. The ferry leaves at noon. It is white.',
    'The crew sleeps on board.',
    'The baker of the town sells bread.',
  ]);
  expect(context.text).toBe(
    'The boats are old.\n\nTickets are cheap. The ferry leaves at noon. It is white.\n\nThe crew sleeps on board.',
  );
});

test('the first passage has none before it, and the last none after', async () => {
  const { context, document } = await around(['The ferry leaves at noon.']);
  expect(context.text).toBe(document);
});

test('of long passages beside it whole sentences are shown, those next to it', async () => {
  const far = 'Nothing of this is near what was asked about. '.repeat(15).trim();
  const { context } = await around([
    `${far} The quay is wet.`,
    'The ferry leaves at noon.',
    `The sun is up. ${far}`,
  ]);
  expect(context.text).toMatch(
    /^Nothing .* The quay is wet\.\n\nThe ferry leaves at noon\.\n\nThe sun is up\. .* about\.$/,
  );
  expect(context.text.length).toBeLessThan(1_200);
});

test('it is a slice of its document with the excerpt in it, and no longer than a message has room for', async () => {
  const words = fc.array(
    fc.constantFrom('ferry', 'noon', 'leaves', '中文', 'quay', '港口很大', 'a', 'sun.', 'It'),
    {
      minLength: 1,
      maxLength: 300,
    },
  );
  const paragraph = words.map((some) => `${some.join(' ')}.`);
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 5 }), async (paragraphs) => {
      const { context, document } = await around(['The ferry leaves at noon.', ...paragraphs]);
      expect(document.slice(context.start, context.end)).toBe(context.text);
      expect(unitsIn(context.text)).toBeLessThan(2_500);
    }),
    { numRuns: 40 },
  );
});
