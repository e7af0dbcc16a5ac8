import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../src/index/query/question.js';
import { correctedQuestion } from '../../src/index/query/question-words.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

describe('correctedQuestion', () => {
  it.each([
    ['whos the boss of Tulip', 'who is the boss of Tulip'],
    ['Whats teh price', 'What is the price'],
    ['wich firms r members?', 'which firms are members?'],
    ['waht does it cost', 'what does it cost'],
    ['wen was it founded', 'when was it founded'],
    ['wher is it', 'where is it'],
    ['hows the club run', 'how is the club run'],
    ['do u know howmany cards', 'do you know how many cards'],
    ['who’s in, and when’s it due', 'who is in, and when is it due'],
    ['wheres the lab', 'where is the lab'],
    ['Whyy is it so', 'Why is it so'],
  ])('reads "%s" as "%s"', (typed, meant) => {
    expect(correctedQuestion(typed)).toBe(meant);
  });

  it.each([
    'Wen Jiabao',
    'were firms fined',
    'there is a club',
    'Who is Wen',
    'the R language',
    'R&D',
    'Watt',
    'Wharf prices',
    'WHA',
    'T-R',
    'C and U',
    '',
  ])('leaves "%s" as it is', (text) => {
    expect(correctedQuestion(text)).toBe(text);
  });

  it('leaves a word that is known to be one', () => {
    expect(correctedQuestion('wat r', (word) => word === 'wat')).toBe('wat are');
  });

  it('takes what a verb follows at once for a question word, whoever has that for a name', () => {
    const isName = (word: string) => word === 'wen';
    expect(correctedQuestion('wen were they founded', isName)).toBe('when were they founded');
    expect(correctedQuestion('wen of Zhipu', isName)).toBe('wen of Zhipu');
  });
});

describe('a question word that was mistyped', () => {
  it('is not searched for', async () => {
    const snapshot = await snapshotOfParagraphs(['The club was founded in May.', 'Zhen Wat sings.']);
    const termsOf = async (text: string) =>
      (await readQuestion(snapshot, text)).groups.map(({ variants }) => variants[0]?.terms.join(' '));
    expect(await termsOf('wehn was teh club founded')).toEqual(['club', 'found']);
    expect(await termsOf('r u in teh club')).toEqual(['club']);
    expect(await termsOf('who is wat')).toEqual(['wat']);
    expect((await readQuestion(snapshot, 'wehn was it founded')).expects.kind).toBe('date');
  });
});
