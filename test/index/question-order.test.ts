import { describe, expect, it } from 'vitest';
import { emptyGlossary, readGlossary } from '../../src/documents/glossary.js';
import { readQuestion } from '../../src/index/query/question.js';
import { searchPassages } from '../../src/index/ranking/passages.js';
import { snapshotOfParagraphs } from '../support/corpus.js';

const { glossary = emptyGlossary } = readGlossary({
  path: 'glossary.yaml',
  bytes: Buffer.from('entities:\n  - name: Tulip Works\n    kind: company\n    chinese: [郁金香]\n'),
});
const snapshot = await snapshotOfParagraphs(
  [
    'The club was founded in Wuhu in May 2024. Lotus and Tulip Works are members.',
    'Its purpose is to share boats. The price of a card is nine yuan. There is a difference.',
  ],
  glossary,
);

const english = async (question: string) => (await readQuestion(snapshot, question)).english;

describe('a question in another language', () => {
  it.each([
    ['俱乐部什么时候成立？', /^when found /],
    ['俱乐部有多少成员？', /^how many member /],
    ['谁是创始人？', /^who is founder/],
    ['为什么成立？', /^why found/],
    ['Lotus是成员吗？', /^is Lotus member/],
    ['俱乐部有哪些成员？', /^which all member/],
    ['什么是Lotus？', /^what is Lotus/],
    ['Lotus是什么？', /^what is Lotus/],
    ['Lotus和郁金香有什么区别？', /^what is the difference between Lotus and Tulip Works/],
    ['俱乐部的目的是什么？', /^what is .*purpose/],
    ['卡片多少钱？', /^how much does it cost /],
    ['wann wurde Lotus gegründet?', /^when Lotus found/],
    ['Warum wurde Lotus gegruendet?', /^why Lotus found/],
    ['Wie viele Mitglieder gibt es?', /^how many member/],
    ['Ist Lotus Mitglied?', /^is Lotus member/],
    ['Was ist der Unterschied zwischen Lotus und Tulip?', /^what is difference between Lotus and Tulip/],
    ['Was kostet die Karte?', /^how much does it cost card/],
    ['cuando se fundo Lotus?', /^when found Lotus/],
    ['quien fundo Lotus?', /^who found Lotus/],
    ['por que se fundo Lotus?', /^why found Lotus/],
    ['¿Cuántos miembros tiene Lotus?', /^how many member Lotus/],
    ['¿Es Lotus miembro?', /^is Lotus member/],
    ['¿Qué es Lotus?', /^what is Lotus/],
    ['Combien de membres y a-t-il ?', /^how many member/],
    ['Qui est membre ?', /^who is member/],
    ['Pourquoi Lotus a été fondé ?', /^why Lotus found/],
    ['Est-ce que Lotus est membre ?', /^is Lotus member/],
    ['Combien coûte la carte ?', /^how much does it cost card/],
  ])('%s is asked in the order of English', async (question, expected) => {
    expect(await english(question)).toMatch(expected);
  });

  it('is searched for by what it is about, not by its question word', async () => {
    const { groups } = await readQuestion(snapshot, 'Wie viele Mitglieder hat Lotus?');
    expect(groups.map(({ variants }) => variants[0]?.terms.join(' '))).toEqual(['member', 'lotus']);
  });

  it('keeps a word that has no translation, and misses it', async () => {
    const { groups } = await readQuestion(snapshot, 'Wann wurde der Qualmkasten gegründet?');
    const unknown = groups.filter(({ isKnown }) => !isKnown).map(({ asked }) => asked);
    expect(unknown).toEqual(['Qualmkasten']);
  });
});

describe('a question in Chinese', () => {
  it('misses a character that belongs to no word, and does not pass over it', async () => {
    const english = await snapshotOfParagraphs(['The Bay Alliance meets on the first day of each month.']);
    const { groups } = await readQuestion(english, '今天吃什么？');
    expect(groups.map(({ asked, isKnown }) => [asked, isKnown])).toEqual([
      ['天', true],
      ['吃', false],
    ]);
  });
});

describe('a question in Chinese to Chinese documents', () => {
  it.each([
    ['海湾联盟什么时候成立？', 0],
    ['海湾联盟谁担任理事长？', 1],
    ['联盟有多少成员？', 2],
    ['联盟的宗旨是什么？', 3],
    ['会费多少钱？', 4],
  ])('%s is asked with its own words', async (question, expected) => {
    const chinese = await snapshotOfParagraphs([
      '海湾联盟于2025年6月在宁波成立。',
      '海湾联盟理事长由周敏担任。',
      '联盟现有成员二十三家。',
      '联盟的宗旨是互相适配。',
      '会费每年两万元。',
      '联盟的英文名称是 Bay Alliance，member 的 founding chairman 很多。',
    ]);
    expect((await searchPassages(chinese, question, 1))[0]?.passage).toBe(expected);
  });
});
