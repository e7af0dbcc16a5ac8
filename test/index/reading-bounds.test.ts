import { describe, expect, it } from 'vitest';
import { PARAMETERS } from '../../src/index/parameters.js';
import type { PassageIndex } from '../../src/index/passage-index.js';
import { readQuestion } from '../../src/index/query/question.js';
import { retrieve } from '../../src/index/ranking/retrieve.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const words = Array.from(
  { length: 60 },
  (_, i) => `zqorv${String.fromCharCode(97 + (i % 26))}${i < 26 ? 'a' : 'e'}n`,
);
const snapshot = await snapshotOfParagraphs([
  `${words.join(' ')}.`,
  '雨天下雨有雨，刷卡卡片，山水山路，火车火山，木头木板，土地土豆。',
  'Unusual Quiet Rivers run. Some Ugly Quick Rats sleep.',
]);

const origins = async (question: string) =>
  (await readQuestion(snapshot, question)).groups.flatMap(({ variants }) =>
    variants.map(({ origin }) => origin),
  );

describe('a question of any length', () => {
  it('has a few of its words repaired', async () => {
    const typed = words
      .slice(0, 30)
      .map((word) => `${word}x`)
      .join(' ');
    const repaired = (await origins(typed)).filter((origin) => origin === 'repair');
    expect(repaired).toHaveLength(PARAMETERS.spelling.maxRepaired);
  });

  it('has a few of its words repaired in another language too', async () => {
    const typed = `wann wurde ${words
      .slice(0, 30)
      .map((word) => `${word}x`)
      .join(' ')} gegründet und warum`;
    const { groups } = await readQuestion(snapshot, typed);
    const repaired = groups.flatMap(({ variants }) => variants.filter(({ origin }) => origin === 'repair'));
    expect(repaired.length).toBeLessThanOrEqual(PARAMETERS.spelling.maxRepaired);
  });

  it('is searched for by its first words', async () => {
    const { groups } = await readQuestion(snapshot, words.join(' '));
    expect(groups).toHaveLength(PARAMETERS.question.maxGroups);
    expect(groups[0]?.variants[0]?.terms).toEqual([words[0]]);
  });

  it('is answered in its first parts', async () => {
    const question = words.map((word) => `who is ${word}?`).join(' ');
    expect((await readQuestion(snapshot, question)).parts).toHaveLength(PARAMETERS.question.maxParts);
  });

  it('searches the documents once for all of its parts', async () => {
    const question = await readQuestion(
      snapshot,
      'who is zqorvaan? who is zqorvban? who is zqorvcan? who is zqorvdan?',
    );
    expect(question.parts).toHaveLength(PARAMETERS.question.maxParts);
    const limits: number[] = [];
    const index: PassageIndex = {
      search(terms, limit, mayBeAmong) {
        limits.push(limit);
        return snapshot.index.search(terms, limit, mayBeAmong);
      },
    };
    let turns = 0;
    const giveWay = async () => {
      turns++;
    };
    const { forParts } = await retrieve({ ...snapshot, index }, question, giveWay);
    expect(forParts).toHaveLength(PARAMETERS.question.maxParts);
    expect(limits).toEqual([PARAMETERS.subQuestion.candidates]);
    // Before each part and before the whole.
    expect(turns).toBe(PARAMETERS.question.maxParts + 1);
  });

  it('has the pairs of a few of its characters looked up', async () => {
    const { groups } = await readQuestion(snapshot, '雨、卡、山、火、木、土');
    const looked = groups.filter(({ variants }) => variants.length > 1);
    expect(looked).toHaveLength(PARAMETERS.words.maxCharactersAsked);
  });

  it('has the long forms of a few of its initials looked up', async () => {
    const found = await origins('UQR, UQR, UQR, UQR');
    expect(found.filter((origin) => origin === 'alias')).toHaveLength(2 * PARAMETERS.initials.maxAsked);
  });
});

describe('one Chinese character', () => {
  it.each(['雨', '卡', '山', '火', '木'])(
    '%s is found in the words that it is a part of',
    async (character) => {
      const { groups } = await readQuestion(snapshot, character);
      const pairs = groups.flatMap(({ variants }) => variants.slice(1).flatMap(({ terms }) => terms));
      expect(pairs.length).toBeGreaterThan(0);
      expect(pairs.every((pair) => pair.includes(character))).toBe(true);
    },
  );
});
