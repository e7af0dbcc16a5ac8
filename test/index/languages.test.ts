import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Answer, answerQuestion } from '../../src/answer/answer.js';
import { emptyGlossary, type Glossary } from '../../src/documents/glossary.js';
import { readQuestion } from '../../src/index/query/question.js';
import { buildSnapshot, type Snapshot } from '../../src/index/snapshot.js';
import { loadSnapshot } from '../../src/library/knowledge-folder.js';
import { documentOf } from '../support/documents-reading.js';

const knowledge = fileURLToPath(new URL('../../../knowledge/', import.meta.url));

function shown({ excerpts }: Answer): string[] {
  return excerpts.map(({ text }) => text);
}

describe('the documents that ship, asked in other languages', () => {
  let snapshot: Snapshot;
  beforeAll(async () => {
    ({ snapshot } = await loadSnapshot({ knowledgeDir: knowledge }));
  });

  it.each([
    // Names by the glossary, whatever the script; the rest word by word.
    [
      '昇騰960什麼時候推出？',
      'the Ascend 960 in 2027',
      'traditional characters for a name listed in simplified ones',
    ],
    [
      '英伟达在上海的大会上有展位吗？',
      'Nvidia had no booth',
      'a name that only the word list has in Chinese',
    ],
    [
      '阶跃星辰是哪一年成立的？',
      'founded in April 2023',
      '成立 is found, establish or set up: the documents say founded',
    ],
    [
      '中国到2030年缺多少人工智能人才？',
      '4 million',
      'the year and AI are words of their own in an unspaced question',
    ],
    [
      '2025年世界人工智能大会有多少参展商？',
      'over 800 exhibitors',
      'sentences that give the Chinese name of the conference do not win by those rare characters',
    ],
    [
      '台積電停止代工後壁仞科技的員工怎麼樣了？',
      'a third of its employees',
      'a name in traditional characters, beside words that the list lacks',
    ],
    [
      '工信部的人工智慧標準化委員會有多少成員？',
      '41-member',
      'Taiwan says 智慧 where the mainland says 智能',
    ],
    [
      '哪些省份降低数据中心的电费？',
      'Gansu, Guizhou and Inner Mongolia',
      'two compounds, each found as one word',
    ],
    ['¿Cuánto le costó a Nvidia la prohibición del H20?', '5.5 billion dollars', 'a verb in the past tense'],
    ['¿Cuándo visitó Xi Jinping Shanghái?', '29 April 2025', 'a city with its Spanish spelling'],
    [
      '¿Qué arancel se aplica al H200?',
      'A tariff of 25 percent',
      'the chip is named the same in every language',
    ],
    ['¿Cuántos parámetros tiene Step 3?', '321 billion parameters', '"Step 3" is a name and not "paso"'],
    ['Qui est le fondateur de StepFun ?', 'Jiang Daxin', 'who, and an agent noun'],
    [
      'Pourquoi SenseTime a-t-elle été mise sur liste noire ?',
      'surveillance in Xinjiang',
      'a phrase that is one thing: blacklist',
    ],
    [
      'Combien de paramètres Kimi K2 a-t-il ?',
      '1 trillion parameters',
      'the question is nearly all function words',
    ],
    [
      'Selon Bernstein, quelle part du marché chinois aura Huawei ?',
      "half of China's AI-chip market",
      'share and market as two words',
    ],
    [
      'Wie viele Milliarden Yuan hat der nationale KI-Fonds?',
      '60.06 billion yuan',
      'a Milliarde is a billion',
    ],
    [
      'Welche Provinzen senken die Stromkosten für Rechenzentren?',
      'Gansu, Guizhou and Inner Mongolia',
      'two compounds',
    ],
    [
      'Wie viele KI-Fachkräfte braucht China bis zum Ende des Jahrzehnts?',
      '6 million AI specialists',
      'KI is AI, Fachkräfte specialists',
    ],
    ['Wann kam FlagOS 2.0 heraus?', '27 March 2026', 'a separable verb, of which the question has both ends'],
  ])('%s (%s): %s', async (question, says) => {
    expect(shown(await answerQuestion(snapshot, question, { gate: false })).join('\n')).toContain(says);
  });

  it('takes no English question for another language', async () => {
    const judged: { question: string; locale?: string }[] = parse(
      readFileSync(`${knowledge}questions.yaml`, 'utf8'),
    );
    const english = judged.filter(({ locale }) => !locale);
    expect(english.length).toBeGreaterThan(50);
    for (const { question } of english) {
      expect(await readQuestion(snapshot, question), question).toMatchObject({ isTranslated: false });
    }
  });
});

describe('a document in Chinese', () => {
  const text = [
    '华为的芯片路线图',
    '',
    '华为在2025年9月公布了昇腾芯片的路线图。昇腾960计划于2027年推出，价格没有公布！公司说，产能仍然不足。',
    '',
    '模芯生态创新联盟由阶跃星辰发起，共有十家成员。联盟的秘书处设在哪里，目前没有消息。',
  ].join('\n');
  const glossary: Glossary = {
    entities: [
      { name: 'Huawei', kind: 'company', aliases: [], chinese: ['华为'] },
      { name: 'Ascend', kind: 'chip', aliases: [], chinese: ['昇腾'] },
      { name: 'Model-Chip Alliance', kind: 'alliance', aliases: [], chinese: ['模芯生态创新联盟'] },
      { name: 'StepFun', kind: 'company', aliases: [], chinese: ['阶跃星辰'] },
    ],
    synonyms: [],
  };

  async function snapshotOf(words: Glossary): Promise<Snapshot> {
    return buildSnapshot({ shared: 1 }, [documentOf('roadmap.txt', text)], words);
  }

  it('is cut into sentences at Chinese full stops, question and exclamation marks', async () => {
    const { documents } = await snapshotOf(emptyGlossary);
    const sentences = documents[0]?.paragraphs.flatMap(({ sentences }) => sentences) ?? [];
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      '华为在2025年9月公布了昇腾芯片的路线图。',
      '昇腾960计划于2027年推出，价格没有公布！',
      '公司说，产能仍然不足。',
      '模芯生态创新联盟由阶跃星辰发起，共有十家成员。',
      '联盟的秘书处设在哪里，目前没有消息。',
    ]);
  });

  it.each([
    ['昇腾960什么时候推出？', '昇腾960计划于2027年推出', 'the same words'],
    ['昇騰960什麼時候推出？', '昇腾960计划于2027年推出', 'in traditional characters'],
    ['秘书处在哪里？', '联盟的秘书处设在哪里', 'a word that neither the glossary nor the list has'],
    ['When will Ascend 960 be launched?', '昇腾960计划于2027年推出', 'a name and a figure in English'],
    ['StepFun', '模芯生态创新联盟由阶跃星辰发起', 'nothing but a name in English'],
  ])('is found by "%s" (%s): %s', async (question, says) => {
    const answer = await answerQuestion(await snapshotOf(glossary), question, { gate: false });
    expect(shown(answer)[0]).toContain(says);
  });

  it('has the words of the question marked', async () => {
    const { excerpts } = await answerQuestion(await snapshotOf(glossary), '产能足够吗？', { gate: false });
    const [excerpt] = excerpts;
    const marked = excerpt?.highlights.map(({ start, end }) => excerpt.text.slice(start, end)).join('|');
    expect(marked).toBe('产能');
  });
});
