import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { type Excerpt, excerptOf } from '../../src/answer/excerpt.js';
import { NO_WORDS } from '../../src/answer/highlight.js';
import { relatedQuestions } from '../../src/answer/related-questions.js';
import { asked, snapshotWithKnown } from '../support/known-questions.js';

// Why each related question is offered after an answer, and why in this place.

const founded = 'Stepwise founded the Harbour Pact on 3 May 2024.';
const members = 'The Harbour Pact has nine members.';
const lead = 'Mo Zhi leads the Harbour Pact.';
const pays = 'The Harbour Pact pays for chips.';
const makes = 'Kestrel makes the K9 chip.';
const costs = 'The K9 chip costs 900 yuan.';
const ferry = 'The ferry leaves at noon.';

const files = {
  harbour: `# Harbour

## Members

${lead}

${founded} ${members}

## Money

${pays}`,
  chips: `# Chips

${makes}

${costs}`,
  ferry: `# Ferry

${ferry}`,
};
const known = [
  ...asked('chips', {
    [makes]: ['Who makes the K9 chip?'],
    [costs]: ['What does the K9 chip cost?', 'K9芯片多少钱？'],
  }),
  ...asked('ferry', { [ferry]: ['When does the ferry leave?'] }),
  ...asked('harbour', {
    [pays]: ['What does the Harbour Pact pay for?', '港湾联盟为什么付钱？'],
    [lead]: ['Who leads the Harbour Pact?', 'Who is the head of the Harbour Pact?'],
    [members]: ['How many members has the Harbour Pact?', '港湾联盟有多少成员？'],
    [founded]: ['Who founded the Harbour Pact?', 'When was the Harbour Pact founded?'],
    'A sentence that is gone.': ['Who left the Harbour Pact?'],
  }),
];
const snapshot = await snapshotWithKnown(files, known);

/** The excerpt that shows some sentences of a passage that follow each other. */
function shown(...texts: readonly string[]): Excerpt {
  for (const passage of snapshot.passages) {
    const sentences = passage.sentences.filter(({ start, end }) =>
      texts.includes(passage.document.text.slice(start, end)),
    );
    const [first, last] = [sentences[0], sentences.at(-1)];
    if (!first || !last || sentences.length < texts.length) continue;
    const place = { passage, start: first.start, end: last.end, sentences };
    return excerptOf({ ...place, words: 1, more: 0, copies: [], score: 1 }, NO_WORDS);
  }
  throw new Error(`no passage says ${texts}`);
}

const related = async (question: string, excerpts: readonly Excerpt[], more = {}) => {
  const { alike } = await answerQuestion(snapshot, question);
  const found = relatedQuestions(snapshot, { excerpts, alike }, question, {
    most: 3,
    maxLength: 100,
    ...more,
  });
  return found.map((one) => one.question);
};

describe('after an answer', () => {
  it('what the same passage answers comes first, then the same section, then the same document', async () => {
    expect(await related('Who founded the pact?', [shown(founded)])).toEqual([
      'How many members has the Harbour Pact?',
      'Who leads the Harbour Pact?',
      'What does the Harbour Pact pay for?',
    ]);
  });

  it('what is nearest in the text comes first of what is as near by sections', async () => {
    const rest = await related('When does the pact pay?', [shown(pays)]);
    // Both stand in another section; the members in the last sentence of it, the founding before that.
    expect(rest.slice(0, 2)).toEqual([
      'How many members has the Harbour Pact?',
      'Who founded the Harbour Pact?',
    ]);
  });

  it('what is near the first excerpt comes before what is as near another', async () => {
    const excerpts = [shown(makes), shown(lead)];
    expect(await related('Who makes it?', excerpts)).toEqual([
      'What does the K9 chip cost?',
      'Who founded the Harbour Pact?',
      'How many members has the Harbour Pact?',
    ]);
  });

  it('nothing is offered whose answer can be read already', async () => {
    const all = await related('Tell me about the pact', [shown(founded, members)], { most: 25 });
    expect(all.slice(0, 2)).toEqual(['Who leads the Harbour Pact?', 'What does the Harbour Pact pay for?']);
    for (const question of ['Who founded the Harbour Pact?', 'How many members has the Harbour Pact?'])
      expect(all).not.toContain(question);
  });

  it('what was asked is not offered, nor what has the same answer, also where that was not shown', async () => {
    const all = await related('WHO leads the  Harbour Pact', [shown(founded)], { most: 25 });
    expect(all).toContain('How many members has the Harbour Pact?');
    expect(all).not.toContain('Who leads the Harbour Pact?');
    expect(all).not.toContain('Who is the head of the Harbour Pact?');
  });

  it('no two have the same answer, and each has one', async () => {
    const all = await related('What is the pact?', [shown(pays)], { most: 25 });
    expect(all.filter((one) => /founded/.test(one))).toHaveLength(1);
    expect(all).not.toContain('Who left the Harbour Pact?');
  });

  it('who asks in Chinese is offered what is asked in Chinese first', async () => {
    expect(await related('谁创立了港湾联盟？', [shown(founded)])).toEqual([
      '港湾联盟有多少成员？',
      '港湾联盟为什么付钱？',
      'Who leads the Harbour Pact?',
    ]);
  });

  it('where its document has no more, what is like the question is offered, and nothing that is not', async () => {
    expect(await related('When does the ferry to the island leave?', [shown(ferry)])).toEqual([]);
    expect(await related('Which firm makes the K9 chip?', [shown(ferry)])).toEqual([
      'Who makes the K9 chip?',
      'What does the K9 chip cost?',
    ]);
  });

  it('a wording that is too long to be asked as it stands is left out for another', async () => {
    const maxLength = 'What does the K9 chip cost?'.length - 1;
    expect(await related('Who makes it?', [shown(makes)], { maxLength })).toEqual(['K9芯片多少钱？']);
  });

  it('nothing is offered where nothing is known, or nothing was found', async () => {
    const empty = await snapshotWithKnown(files, []);
    const options = { most: 3, maxLength: 100 };
    const nothing = { excerpts: [shown(founded)], alike: [] };
    expect(relatedQuestions(empty, nothing, 'Who founded it?', options)).toEqual([]);
    expect(await related('Bananas?', [])).toEqual([]);
  });
});
