import { describe, expect, test } from 'vitest';
import { consider } from '../../src/answer/answer.js';
import { type MissingDetail, missingDetails } from '../../src/answer/details/missing-details.js';
import { mistakenGroups } from '../../src/answer/details/mistaken-groups.js';
import { contradictsPolarity } from '../../src/answer/details/polarity.js';
import type { Glossary } from '../../src/documents/glossary.js';
import { readQuestion } from '../../src/index/query/question.js';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { documentOf } from '../support/documents-reading.js';

const glossary: Glossary = {
  entities: [
    { name: 'Tianhe Works', kind: 'company', aliases: ['Tianhe'], chinese: ['天河'] },
    { name: 'Zhou Min', kind: 'person', aliases: [], chinese: ['周敏'] },
    { name: 'Wuwei Pumps', kind: 'company', aliases: [], chinese: ['无为泵业'] },
  ],
  synonyms: [['US', 'United States', 'America']],
};

const ORCHARDS = 'Apple trees need water in spring. Farmers near the river sold pears and plums last autumn.';

/** What is missing of a question in the one sentence that is meant to answer it. */
async function missing(question: string, sentence: string, headings = ''): Promise<MissingDetail[]> {
  const text = `# News\n\n${headings}\n\n${sentence}\n\n## Fruit\n\n${ORCHARDS}\n`;
  const snapshot = await buildSnapshot({ shared: 1 }, [documentOf('news.md', text)], glossary);
  const { details } = await readQuestion(snapshot, question);
  return missingDetails(snapshot, details, [{ passage: 0, sentence: 0 }]);
}

/** As `asked → nearest`, a weak one in brackets. */
async function report(question: string, sentence: string, headings?: string): Promise<string> {
  const found = await missing(question, sentence, headings);
  return found
    .map(({ asked, nearest, isWeak }) => (isWeak ? `(${asked})` : nearest ? `${asked} → ${nearest}` : asked))
    .join('; ');
}

describe('numbers and identifiers', () => {
  const chips = 'The Sunway 26010B draws 310 watts on a 7 nm process and costs $5m.';
  test.each([
    ['How many watts does the Sunway 26010D draw?', '26010D → Sunway 26010B'],
    ['sunway 26010d watts', '26010d → Sunway 26010B'],
    ['HOW MANY WATTS DOES THE SUNWAY 26010D DRAW?', '26010D → Sunway 26010B'],
    ['Who makes chips on a 3nm process?', '3nm → 7 nm'],
    ['Does the 26010B cost 8 million dollars?', '8 million dollars → $5m'],
    ['How much does the Sunway 26010B draw?', ''],
    ['What draws 310 watts on a 7nm process?', ''],
    ['What costs 5 million dollars?', ''],
    ['What does the 26010 B cost?', ''],
  ])('%s', async (question, expected) => {
    expect(await report(question, chips)).toBe(expected);
  });

  test.each([
    ['When did Lotus2.5 come out?', 'Lotus 2.5 came out in May.', ''],
    ['When did Lotus 3.5 come out?', 'Lotus 2.5 came out in May.', '3.5 → Lotus 2.5'],
    ['What is Phase 3?', 'Phase 2 begins in the autumn with 3 models.', 'Phase 3 → Phase 2'],
    ['What is Big Reserve 3?', 'Big Reserve III was filled with grain.', ''],
    ['What does the D-Plan cost?', 'The B-Plan costs 90 yuan.', 'D-Plan → B-Plan'],
    ['What does the B-Plan cost?', 'The B-Plan costs 90 yuan.', ''],
    ['Who keeps the C tool?', 'The C++ tool is kept by Gao Min and the C# tool by Liu Fang.', 'C'],
    ['Who keeps the C++ tool?', 'The C++ tool is kept by Gao Min.', ''],
    ['What does a T cell do?', 'A T-cell finds what is foreign.', ''],
    ['Who gave 1.5bn yuan?', 'The city gave 1.5 billion yuan.', ''],
    ['Who gave 3 billion yuan?', 'The city gave 1.5 billion yuan.', '3 billion yuan → 1.5 billion yuan'],
    ['Did 12 firms sign?', 'Twelve firms signed the letter.', ''],
    ['Did 14 firms sign?', 'Twelve firms signed the letter.', '14 → Twelve'],
    ['Who owns 15% of it?', 'The state owns 15 per cent of it.', ''],
    ['港湾有90家成员吗？', '港湾有40家成员。', '90 → 40'],
    ['谁签了三百二十份合同？', 'Tianhe signed 320 contracts.', ''],
    ['百度有什么产品？', 'Baidu has many products.', ''],
  ])('%s of "%s"', async (question, sentence, expected) => {
    expect(await report(question, sentence)).toBe(expected);
  });

  test('a number asked for is none that is stated', async () => {
    expect(
      await report('Which three firms signed, and what are the top 10?', 'Twelve firms signed the letter.'),
    ).toBe('');
  });

  test('what stands in none of the documents is told from what stands elsewhere', async () => {
    const snapshot = await buildSnapshot(
      { shared: 1 },
      [documentOf('a.md', '# Cards\n\nThe K40 card draws 90 watts.\n\nThe K50 card is red.\n')],
      glossary,
    );
    const nowhere = async (question: string) => {
      const { details } = await readQuestion(snapshot, question);
      return missingDetails(snapshot, details, [{ passage: 0, sentence: 0 }]).map(
        ({ isNowhere }) => isNowhere,
      );
    };
    expect(await nowhere('How many watts does the K50 draw?')).toEqual([false]);
    expect(await nowhere('How many watts does the K-50 draw?')).toEqual([false]);
    expect(await nowhere('How many watts does the K60 draw?')).toEqual([true]);
  });
});

describe('dates', () => {
  const day = 'The ministry published the list on 31 July 2025.';
  test.each([
    ['What did the ministry do on 31 July 2024?', day, '31 July 2024 → 31 July 2025'],
    ['What did the ministry do on 30 July 2025?', day, '30 July 2025 → 31 July 2025'],
    ['What did the ministry publish in August 2025?', day, 'August 2025 → 31 July 2025'],
    ['What was published in 2023?', day, '2023 → 31 July 2025'],
    ['What did the ministry do on July 31, 2025?', day, ''],
    ['What did the ministry do on 2025-07-31?', day, ''],
    ['What did the ministry do on 31.07.2025?', day, ''],
    ['What did the ministry do in July 2025?', day, ''],
    ['What did the ministry publish in 2025?', day, ''],
    ['2025年7月31日发布了什么？', day, ''],
    ['2024年7月31日发布了什么？', day, '2024年7月31日 → 31 July 2025'],
    ['What was published on 31 July 2025?', 'The list was published in July 2025.', '(31 July 2025)'],
    ['What was published on 31 July 2025?', 'The list was published on 31 July.', '(31 July 2025)'],
    ['What was held on 27 July 2025?', 'The fair was held from 26 to 28 July 2025.', ''],
    [
      'What was held on 29 July 2025?',
      'The fair was held from 26 to 28 July 2025.',
      '29 July 2025 → 26 to 28 July 2025',
    ],
    ['What was published since 2024?', day, ''],
    ['What was published after 2026?', day, '(2026)'],
    ['Is the club active in 2026?', 'Nothing is known of the club after 2025.', '(2026)'],
    ['Is the club active in 2026?', 'After 2023 the club grew, and in 2025 it moved.', '2026 → 2025'],
    ['Is the club active in 2026?', 'The club moved before 2025.', '2026 → 2025'],
    ['What was held in July 2025?', 'The fair was held in the third quarter of 2025.', '(July 2025)'],
    ['What was held in 2025?', 'The fair was held in the 2020s.', '(2025)'],
    ['What was held in early 2025?', 'The fair was held in the first quarter of 2025.', ''],
    ['What was held in early 2025?', 'The fair was held in late 2025.', 'early 2025 → late 2025'],
    ['What was held on 31 July 2025?', 'One was held on 3 May and one on 31 July 2025.', ''],
    ['What was held on 3 May 2024?', 'One was held on 3 May and one on 31 July 2025.', '3 May 2024 → 3 May'],
    [
      'What was held on 2 January 2025?',
      'It was held from December 2024 to February 2025.',
      '(2 January 2025)',
    ],
    ['What was held in summer 2025?', 'The fair was held in July 2025.', ''],
    ['Was geschah am 28. Juli 2025?', 'The fair began on 28 July 2025.', ''],
    ['Was geschah am 29. Juli 2025?', 'The fair began on 28 July 2025.', '29. Juli 2025 → 28 July 2025'],
    [
      '¿Qué pasó el 29 de julio de 2025?',
      'The fair began on 28 July 2025.',
      '29 de julio de 2025 → 28 July 2025',
    ],
    ['七月二十九日发生了什么？', 'The fair began on 28 July.', '七月二十九日 → 28 July'],
    ['Which WAIC 2025 dates are known?', 'The WAIC 2025 dates are known.', ''],
    ['Who got 2,048 cards?', 'The laboratory got 2,048 cards.', ''],
  ])('%s of "%s"', async (question, sentence, expected) => {
    expect(await report(question, sentence)).toBe(expected);
  });

  test('a heading that names the year says when, and one that spans years does not', async () => {
    const fair = 'The fair had 800 guests.';
    expect(await report('How many guests had the fair in 2024?', fair, '## Fair of 2024')).toBe('');
    expect(await report('How many guests had the fair in 2024?', fair, '## Fairs, 2023–2025')).not.toBe('');
    expect(await report('How many guests had Lotus Fair 2024?', fair, '## Lotus Fair 2024')).toBe('');
  });

  test('the year in which a document was published is not when what it says happened', async () => {
    const text = '---\npublished: 2025-03-01\n---\n# Review of 2025\n\nThe bridge was opened.\n';
    const snapshot = await buildSnapshot({ shared: 1 }, [documentOf('a.md', text)], glossary);
    const { details } = await readQuestion(snapshot, 'Was the bridge opened in 2025?');
    expect(missingDetails(snapshot, details, [{ passage: 0, sentence: 0 }])).toHaveLength(1);
  });
});

describe('names', () => {
  const speaker = 'Lü Bing heads the office; Zhang Wei speaks for it.';
  test.each([
    ['Who is Zhang Li?', speaker, 'Zhang Li → Zhang Wei'],
    ['who is zhang li', speaker, 'li'],
    ['What does Liu Bing head?', speaker, 'Liu Bing → Lü Bing'],
    ['What does Lu Bing head?', speaker, ''],
    ['What does ZHANG WEI do?', speaker, ''],
    ['What did Tianhe build?', 'Tianhe Works built a bridge.', ''],
    ['天河建了什么？', 'Tianhe Works built a bridge.', ''],
    ['What did Tiahne Works build?', 'Tianhe Works built a bridge.', ''],
    ['What did Lanzhou Works build?', 'Tianhe Works built a bridge.', 'Lanzhou Works → Tianhe Works'],
    ['Does Sinovex work with Tianhe?', 'Tianhe works with the city.', 'Sinovex'],
    // A German verb before a name is no part of it, though no document has it.
    ['Ist Tianhe verkauft?', 'Tianhe was sold.', ''],
    ['What did America do?', 'The United States sent wheat.', ''],
    ['What does the Energy Department plan?', 'The Department of Energy plans a dam.', ''],
    ['Who runs GM?', 'General Motors is run by a board.', ''],
    ['Who makes chips without EUV?', 'It makes chips without extreme ultraviolet machines.', ''],
    ['Who makes chips without DUV?', 'It makes chips without extreme ultraviolet machines.', 'DUV'],
    ['Is Arm sold here?', 'Arms were sold at the fair.', 'Arm'],
    ['What did the CEO and the IT team say about AI?', 'The head of the office was content.', ''],
  ])('%s of "%s"', async (question, sentence, expected) => {
    expect(await report(question, sentence)).toBe(expected);
  });

  test('a short form stands for the whole name where the document has that, and not beside another first name', async () => {
    const named = 'Eric Moreau presented the plan.';
    expect(await report('What did Eric Moreau open?', `Moreau opened the hall. ${ORCHARDS} ${named}`)).toBe(
      '',
    );
    expect(
      await report('What did Eric Moreau open?', `Paul Moreau opened the hall. ${ORCHARDS} ${named}`),
    ).not.toBe('');
  });

  test('of two places it is enough that one has it', async () => {
    const text = '# Ports\n\nNingbo moves grain.\n\nXiamen moves cars.\n';
    const snapshot = await buildSnapshot({ shared: 1 }, [documentOf('a.md', text)], glossary);
    const { details } = await readQuestion(snapshot, 'What is the difference between Ningbo and Xiamen?');
    const places = [0, 1].map((passage) => ({ passage, sentence: 0 }));
    expect(missingDetails(snapshot, details, places.slice(0, 1)).map(({ asked }) => asked)).toEqual([
      'Xiamen',
    ]);
    expect(missingDetails(snapshot, details, places)).toEqual([]);
  });
});

describe('quoted words', () => {
  const said = 'He called it the “complete technology chain” of the province.';
  test.each([
    ['Who said "complete technology chain"?', ''],
    ['Who said “Complete  technology chain.”?', ''],
    ['谁说了「complete technology chain」？', ''],
    ['Who said "complete technology"?', ''],
    ['Who said "complete technology web"?', '"complete technology web"'],
    ['Who said «technology complete chain»?', '«technology complete chain»'],
  ])('%s', async (question, expected) => {
    expect(await report(question, said)).toBe(expected);
  });
});

describe('words with the same stem', () => {
  async function read(question: string, sentence: string) {
    const snapshot = await buildSnapshot({ shared: 1 }, [documentOf('a.md', `# News\n\n${sentence}\n`)], {
      entities: [],
      synonyms: [['founder', 'initiator']],
    });
    const { groups } = await readQuestion(snapshot, question);
    return mistakenGroups(groups, sentence).map(({ asked }) => asked);
  }

  test.each([
    ['universe of Jinzhou', 'The university of Jinzhou trains pilots.', ['universe']],
    ['interns of the plant', 'Internal doors of the plant are green.', ['interns']],
    ['generate power', 'Generals visited the power station.', []],
    ['news from the canal', 'The new canal is deep.', []],
    ['organise a church', 'The organ of the church is old.', ['organise']],
    ['bridges built', 'They build a bridge.', []],
    ['how many chips', 'Three chips were made.', []],
    ['founders of the club', 'The initiator of the club was there.', []],
  ])('%s: "%s"', async (question, sentence, mistaken) => {
    expect(await read(question, sentence)).toEqual(mistaken);
  });
});

describe('negation', () => {
  async function contradicts(question: string, text: string): Promise<boolean> {
    const snapshot = await buildSnapshot(
      { shared: 1 },
      [documentOf('a.md', `# Club\n\n${text}\n`)],
      glossary,
    );
    const { retrieved, question: read } = await consider(snapshot, question);
    const [best] = retrieved.sentences;
    if (!best) throw new Error('nothing found');
    return contradictsPolarity(snapshot, read, best);
  }

  test.each([
    ['Which firms are not in the club?', 'Ten firms are in the club: Alpha, Beta and others.', true],
    ["Which firms didn't join the club?", 'Ten firms joined the club.', true],
    ['哪些公司没有加入 club?', 'Ten firms joined the club.', true],
    ['Which firms are not in the club?', 'Gamma and Delta are not named as firms of the club.', false],
    ['Which firms are not in the club?', '## Exclusions\n\nFirms and club: Gamma, Delta.', false],
    ['Who is absent from the club, and who never came?', 'Gamma was missing from the club.', false],
    ['Which firms are in the club?', 'Ten firms are in the club.', false],
    // What is asked stands within the word that denies, and not around it.
    ["which firms of wo won't join the club?", 'Ten firms joined the club.', true],
    // 无 is "without", and here the first character of a name.
    ['无为泵业的老板是谁?', 'The boss of Wuwei Pumps is Zhou Min.', false],
    ['Is Gamma in the club or not?', 'Ten firms are in the club.', false],
    ["Isn't Alpha in the club?", 'Ten firms are in the club.', false],
    ['Which firms are in the club, not only in spring?', 'Ten firms are in the club.', false],
  ])('%s: "%s"', async (question, text, expected) => {
    expect(await contradicts(question, text)).toBe(expected);
  });
});
