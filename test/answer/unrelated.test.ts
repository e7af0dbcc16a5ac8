import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import type { Document } from '../../src/documents/document.js';
import { emptyGlossary } from '../../src/documents/glossary.js';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { documentOfParagraphs } from '../support/corpus.js';

const asked = [
  documentOfParagraphs('Orchid Compute Union', [
    'The Orchid Compute Union is an association of nine makers of accelerators in Wuxi. It was founded on 4 March 2024 by Lanting Silicon.',
    'The secretariat of the Orchid union sits in Wuxi and is led by Mei Rong, who came from Lanting Silicon in 2023.',
    'Members of the Orchid union pay 250,000 yuan a year. Start-ups pay nothing in their first two years.',
  ]),
  documentOfParagraphs('Lanting Silicon', [
    'Lanting Silicon makes the accelerator LT-70, which draws 310 watts and has 48 GB of memory.',
    'The LT-70 is made by a foundry in Hefei. Lanting Silicon sold 18,000 of them in 2024.',
    'Lanting Silicon went public in Shenzhen on 9 October 2025 at 31 yuan a share.',
  ]),
  documentOfParagraphs('Compute vouchers of Wuxi', [
    'Wuxi gives vouchers for computing time to firms with fewer than 200 people. A voucher covers 40 percent of the bill.',
    'The vouchers of Wuxi were suspended in May 2025 because the budget of the year had been spent.',
  ]),
];

/** Answered surely, perhaps and not at all: none of what is asked is in the unrelated documents. */
const questions = [
  'Who founded the Orchid Compute Union?',
  'Who leads the secretariat of the Orchid union?',
  'How much do members of the Orchid union pay?',
  'How many watts does the LT-70 draw?',
  'When did Lanting Silicon go public?',
  'Why were the vouchers of Wuxi suspended?',
  'Which firms get vouchers for computing time in Wuxi?',
  'What does the LT-90 of Lanting Silicon weigh?',
];

const unrelated = [
  [
    'Beekeeping',
    'A hive in summer holds fifty thousand bees. Most of the honey is taken in August, before the heather.',
  ],
  [
    'The lighthouse of Skarvik',
    'The lighthouse was lit for the first time in 1874. Its keeper lived there with his family until 1961.',
  ],
  [
    'Sourdough',
    'A starter of rye flour and water ripens in five days. It is fed once a day and kept in a warm place.',
  ],
  [
    'The mountain railway',
    'The railway climbs 900 metres in an hour. It was closed for three winters, as avalanches had buried the line.',
  ],
  [
    'Tulips',
    'Tulips came from the mountains of central Asia. A single bulb was once sold for the price of a house.',
  ],
  [
    'Chess openings',
    'The Italian game begins with the pawns of the king. Black often answers with the knight.',
  ],
  [
    'Glaciers',
    'A glacier is ice that flows under its own weight. The largest of the Alps has lost a kilometre since 1980.',
  ],
  [
    'The cello',
    'The cello has four strings and is played sitting. Its ancestors were held between the knees, without a spike.',
  ],
  [
    'Cheese',
    'Hard cheese ripens for up to three years. Members of the guild of dairymen test the wheels with a hammer.',
  ],
  [
    'Otters',
    'Otters sleep on their backs and hold each other by the paw. They eat a quarter of their weight a day.',
  ],
  [
    'Paper',
    'Paper was made of rags until the nineteenth century. The first mills stood on rivers with clear water.',
  ],
  [
    'Marathons',
    'A marathon is 42 kilometres long. Who runs one for the first time should train for half a year.',
  ],
  [
    'The choir of Vals',
    'Members of the choir pay 20 francs a year. The choir was founded by a baker and is led by his daughter.',
  ],
  [
    'The fire brigade',
    'The brigade gives helmets to firms and people of the valley. Its members were suspended for a week in May.',
  ],
  [
    'The old foundry',
    'The foundry made bells. Its founder went to the public square and sold them at the price of a cow a share.',
  ],
  ['Watts', 'James Watt gave his name to the watt. A kettle draws two thousand watts for three minutes.'],
  [
    'The union of bakers',
    'The union of bakers had a secretariat with one clerk. He kept the budget of the year in a drawer.',
  ],
  ['Memory', 'Who learns a poem by heart has made a memory for life. People forget half of it in a year.'],
].map(([title = '', text = '']) => documentOfParagraphs(title, [text]));

const many = Array.from({ length: 25 }, (_, i) =>
  unrelated.map((document) => ({ ...document, id: `${document.id}-${i}` })),
).flat();

const repliesTo = async (documents: readonly Document[]) => {
  const snapshot = await buildSnapshot({ shared: 1 }, documents, emptyGlossary);
  const answers = await Promise.all(questions.map((question) => answerQuestion(snapshot, question)));
  return answers.map(({ verdict, excerpts: [first] }, i) => ({
    question: questions[i],
    verdict,
    first: verdict === 'none' ? undefined : first?.text,
  }));
};

describe('documents on other things', () => {
  let alone: Awaited<ReturnType<typeof repliesTo>>;
  beforeAll(async () => {
    alone = await repliesTo(asked);
  });

  it('are asked of documents that answer some questions and not others', () => {
    const verdicts = new Set(alone.map(({ verdict }) => verdict));
    expect(verdicts).toContain('answered');
    expect(verdicts.size).toBeGreaterThan(1);
  });

  it('change neither verdict nor first excerpt, whichever are added and wherever', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(unrelated, { minLength: 1 }),
        fc.nat(asked.length),
        async (added, place) => {
          expect(await repliesTo([...asked.slice(0, place), ...added, ...asked.slice(place)])).toEqual(alone);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('do not even where they are a hundred times as many', async () => {
    expect(await repliesTo([...asked, ...many])).toEqual(alone);
  });

  it('hardly change how much the words of the others tell', async () => {
    const build = (documents: readonly Document[]) =>
      buildSnapshot({ shared: 1 }, documents, emptyGlossary).then(({ terms }) => terms);
    const few = await build(asked);
    const more = await build([...asked, ...many]);
    for (const term of few.vocabulary()) {
      const [before, after] = [few, more].map((terms) => terms.rarity(terms.numberOf(term) ?? -1));
      const isElsewhere = more.frequency(more.numberOf(term) ?? -1) > few.frequency(few.numberOf(term) ?? -1);
      if (!isElsewhere) expect((after ?? 0) / (before ?? 1), term).toBeCloseTo(1, 1);
    }
  });
});
