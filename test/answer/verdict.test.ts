import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { answerQuestion, consider, decide } from '../../src/answer/answer.js';
import { verdictOf } from '../../src/answer/gate.js';
import { objectionsTo } from '../../src/answer/mismatch.js';
import { en as copy } from '../../src/copy/en/en.js';
import { loadSnapshot } from '../../src/library/knowledge-folder.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const knowledgeDir = fileURLToPath(new URL('../../../knowledge/', import.meta.url));

const valley = [
  'The old mill of Erlenbach was built in 1712 by a miller from Savoy. It burned down in a single night.',
  'The mill of Erlenbach belonged to a monastery, which let it to the miller for a share of the flour.',
  'The bridge over the river has nine arches. Its stones came from a quarry in the hills.',
];

describe('what was found is on the subject', () => {
  const snapshot = snapshotOfParagraphs(valley);
  const isOn = async (question: string) => (await answerQuestion(await snapshot, question)).isOnSubject;

  it.each([
    'Who insured the mill of Erlenbach?',
    'How many miles is the monastery from Erlenbach?',
    'What colour was the bridge over the river with nine arches?',
  ])('where most of the question stands together, answered or not: %s', async (question) => {
    expect(await isOn(question)).toBe(true);
  });

  it.each([
    'Who won the world cup?',
    'What is the best pizza in the hills of Naples?',
    'How do I cook rice with flour and butter?',
    '🔥',
    '',
  ])('and not where a word or two of it happen to be there: %s', async (question) => {
    expect(await isOn(question)).toBe(false);
  });
});

describe('the verdict', () => {
  it('is answered without the gate wherever anything was found, on the subject or not', async () => {
    const snapshot = await snapshotOfParagraphs(valley);
    expect(await answerQuestion(snapshot, 'What is a share worth in Tokyo?', { gate: false })).toMatchObject({
      verdict: 'answered',
      isOnSubject: false,
      alike: [],
    });
    expect(await answerQuestion(snapshot, '🔥', { gate: false })).toMatchObject({ verdict: 'none' });
  });

  it('is that of the gate for the probability', async () => {
    const snapshot = await snapshotOfParagraphs(valley);
    const considered = await consider(snapshot, 'Who built the mill of Erlenbach?');
    const { signals } = considered;
    if (!signals) return expect.fail('nothing was found');
    const verdicts = [-20, -2, 0, 2, 20].map((matched) => {
      const { verdict, confidence } = decide({ ...considered, signals: { ...signals, matched } }, {});
      expect(verdict).toBe(verdictOf(confidence, considered.bounds));
      return verdict;
    });
    expect(verdicts).toContain('none');
    expect(verdicts).toContain('answered');
  });
});

test('the questions that the bot says it can answer, it answers from the documents that ship', async () => {
  const { snapshot } = await loadSnapshot({ knowledgeDir });
  expect(copy.ask.examples).toHaveLength(2);
  for (const example of copy.ask.examples)
    expect((await answerQuestion(snapshot, example)).verdict, example).toBe('answered');
});

describe('a true sentence on the subject is no answer where it lacks what is asked', () => {
  const snapshot = snapshotOfParagraphs([
    'About 71 percent of the members of the Lindau guild live in the old town. The rest of them came in May 2021.',
    'The Lindau guild has 40 carpenters.',
    'The Lindau guild has dozens of apprentices.',
    'The clock of Isny has 4 GB of memory.',
    'The Kessel works opened their second hall on 5 December 1925. The Kessel works make pumps and valves.',
    'A kettle of the Kessel works was the best sold in Bregenz. Thieves took 900 crowns from a shop there in spring.',
    'Wangen pays 250 crowns a year for lamps in its streets. Isny is a town as well.',
    'The ferry to Bregenz begins to sail in April.',
    "Ines Vogt, the head of Neckar's rowing school, was born in Ulm.",
    "Anna Roth is the head of Lahn Boats and a friend of Rhine's ferry masters.",
  ]);
  const objections = async (question: string) =>
    objectionsTo((await consider(await snapshot, question)).mismatch);

  it.each([
    ['a share is not how many there are', 'How many members does the Lindau guild have?', true],
    ['a number of things is', 'How many carpenters does the Lindau guild have?', false],
    ['so is one that is not exact', 'How many apprentices does the Lindau guild have?', false],
    ['so is one of a measure', 'How many gigabytes of memory does the clock of Isny have?', false],
    ['the day of something else is not when it was', 'When were the Kessel works founded?', true],
    ['the day of what is asked is', 'When did the Kessel works open their second hall?', false],
    ['in other words, too', 'When does the ferry to Bregenz start?', false],
    [
      'the price of something in the next sentence is another price',
      'What did a kettle of the Kessel works cost?',
      true,
    ],
    ['who heads a part of something does not head it', 'Who is the head of Neckar?', true],
    ['whatever else belongs to others', 'Who is the head of Lahn Boats?', false],
    ['and heads that part', "Who is the head of Neckar's rowing school?", false],
  ])('%s: %s', async (_, question, lacks) => {
    expect((await objections(question)).includes('lacksAsked')).toBe(lacks);
  });

  it('what only the next sentence names is not what the sentence is about', async () => {
    expect(await objections('What does Isny pay for lamps in its streets?')).toContain('otherDetail');
    expect(await objections('What does Wangen pay for lamps in its streets?')).toEqual([]);
  });
});
