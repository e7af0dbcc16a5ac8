import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/index/query/question.js';
import { searchPassages } from '../../src/index/ranking/passages.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const documents = [
  'The foundry prints at 7 nm.',
  'Yi1.5 and Yi 2.5 were given away.',
  'A GPT-4 licence was refused.',
  'The H20 may be sold, the B-30A may not.',
  'Its Step 3 has many parts, in three steps.',
  'The 910 C draws 600 watts, the 910B draws 310.',
  'Five rooms of the seaside hotel offer 3 beds.',
];

const snapshot = await snapshotOfParagraphs(documents);

async function found(question: string): Promise<string | undefined> {
  const [best] = await searchPassages(snapshot, question, 1);
  return best && documents[best.passage];
}

async function ways(question: string): Promise<string[][]> {
  const { groups } = await readQuestion(snapshot, question);
  return groups.map(({ variants }) =>
    variants.filter(({ origin }) => origin !== 'related').map(({ terms }) => terms.join(' ')),
  );
}

describe('letters and figures', () => {
  it.each([
    ['7nm', 0],
    ['7 nm', 0],
    ['Yi1.5', 1],
    ['Yi 1.5', 1],
    ['Yi2.5', 1],
    ['GPT4', 2],
    ['GPT 4', 2],
    ['H-20', 3],
    ['H 20', 3],
    ['B-30A', 3],
    ['Step3', 4],
    ['step-3', 4],
    ['910C', 5],
    ['910-B', 5],
  ])('finds "%s" however it is written', async (question, passage) => {
    expect(await found(question)).toBe(documents[passage]);
  });

  it('counts either way in full', async () => {
    const { groups } = await readQuestion(snapshot, 'GPT4');
    expect(groups[0]?.variants.map(({ terms, weight }) => [terms.join(' '), weight])).toEqual([
      ['gpt4', 1],
      ['gpt 4', 1],
    ]);
  });

  it('does not make another name of one', async () => {
    expect(await ways('910D')).toEqual([['910d']]);
    expect(await ways('H800')).toEqual([['h800']]);
    expect(await ways('5nm')).toEqual([['5nm']]);
  });

  it('takes a name apart only where documents have its parts side by side', async () => {
    // Both "five" and "rooms" are there, and so are "hotel" and "3".
    expect(await ways('hotel3')).toEqual([['hotel3']]);
    expect(await ways('hotel 3')).toEqual([['hotel'], ['3']]);
  });

  it('reads a version as a part of the name, not as a number of its own', async () => {
    expect(await ways('Yi1.5')).toEqual([['yi1.5']]);
    expect(await ways('5')).toEqual([['5']]);
    expect(await found('Who has 5?')).not.toBe(documents[1]);
  });
});
