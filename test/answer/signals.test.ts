import { describe, expect, test } from 'vitest';
import { consider } from '../../src/answer/answer.js';
import type { Signals } from '../../src/answer/signals.js';
import { emptyGlossary, type Glossary } from '../../src/documents/glossary.js';
import { PARAMETERS } from '../../src/index/parameters.js';
import { askedTime } from '../../src/index/query/asked-time.js';
import { expectationOf } from '../../src/index/query/read-expectation.js';
import { hasExpected } from '../../src/index/ranking/expected.js';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { documentOf } from '../support/documents-reading.js';

const glossary: Glossary = {
  entities: [{ name: 'Huawei', kind: 'company', aliases: ['HW Technologies'], chinese: ['华为'] }],
  synonyms: [],
};

/** The signals of a question asked of paragraphs. */
async function signalsFor(
  question: string,
  paragraphs: readonly string[],
  words = glossary,
): Promise<Signals> {
  const document = documentOf('news.md', `# News\n\n${paragraphs.join('\n\n')}\n`);
  const snapshot = await buildSnapshot({ shared: 1 }, [document], words);
  const { signals } = await consider(snapshot, question);
  if (!signals) throw new Error(`nothing found for "${question}"`);
  return signals;
}

const chips = 'Huawei builds the Ascend chips in Shenzhen. The first of them was shown in March 2019.';
const bank = 'The bank lent money to farmers near the river. Their harvest was poor after the flood.';

describe('coverage', () => {
  test('a sentence that says all of the question covers it, and one that says a part covers the part', async () => {
    const whole = await signalsFor('Does Huawei build Ascend chips?', [chips, bank]);
    const part = await signalsFor('Does Huawei build electric cars?', [chips, bank]);
    expect(whole.coverage).toBe(1);
    expect(part.coverage).toBeGreaterThan(0);
    expect(part.coverage).toBeLessThan(whole.coverage);
  });

  test('a rare word counts more than a common one: the missing name tells more than the missing "large"', async () => {
    const noName = await signalsFor('large Ascend chips of Cambricon', [
      'Large Ascend chips were sold.',
      bank,
    ]);
    const noLarge = await signalsFor('large Ascend chips of Cambricon', [
      'Ascend chips of Cambricon were sold.',
      bank,
    ]);
    expect(noLarge.coverage).toBeGreaterThan(noName.coverage);
  });

  test('an alias and a repaired misspelling count as what they stand for', async () => {
    const alias = await signalsFor('HW Technologies chips', [chips, bank]);
    const typo = await signalsFor('Hauwei chips', [chips, bank]);
    const unknown = await signalsFor('Qualcomm chips', [chips, bank]);
    expect(alias.coverage).toBe(1);
    expect(typo.coverage).toBeGreaterThan(0.9);
    expect(unknown.coverage).toBeLessThan(0.7);
  });

  test('it is the same in eight paragraphs as in eighty: rarity is not counted in the documents', async () => {
    const filler = (count: number) =>
      Array.from({ length: count }, (_, i) => `Entry ${i + 100} is about weather.`);
    const question = 'Where does Huawei build chips for phones?';
    const few = await signalsFor(question, [chips, ...filler(7)]);
    const many = await signalsFor(question, [chips, ...filler(79)]);
    expect(many.coverage).toBeCloseTo(few.coverage);
    expect(many.matched).toBeCloseTo(few.matched);
  });

  test('what the next sentence says is around the best one, and what a far paragraph says is not', async () => {
    const next = await signalsFor('Ascend chips Huawei builds, shown in March', [chips, bank]);
    expect(next.aroundCoverage).toBeGreaterThan(next.coverage);
    const elsewhere = await signalsFor('Ascend chips and the flood', [chips, bank]);
    expect(elsewhere.aroundCoverage).toBeLessThan(1);
  });
});

describe('what is asked', () => {
  test('words that tell the kind of answer are not missing from a sentence that gives one: "how many", "what year"', async () => {
    const counted = 'Huawei sold forty phones in 2019.';
    expect((await signalsFor('How many phones did Huawei sell?', [counted, bank])).coverage).toBe(1);
    expect((await signalsFor('In what year did Huawei sell phones?', [counted, bank])).coverage).toBe(1);
    // Without a question for a number they are words like others.
    expect((await signalsFor('many phones', [counted, bank])).coverage).toBeLessThan(1);
    // Where nothing else is asked, they are.
    expect((await signalsFor('How many years?', [counted, 'The war lasted many years.'])).coverage).toBe(1);
  });

  test('a question word with a slip is one still; a name that is as close to one is a name', async () => {
    expect((await signalsFor('wen were Ascend chips shown', [chips, bank])).aroundCoverage).toBe(1);
    expect((await signalsFor('WHN shown Ascend chips', [chips, bank])).aroundCoverage).toBeLessThan(1);
    expect((await signalsFor('shown Ascend chips of Wen', [chips, bank])).aroundCoverage).toBeLessThan(1);
  });
});

describe('what is missing', () => {
  test('a name that the passage lacks is a missing name; a word in small letters is not', async () => {
    expect((await signalsFor('Does Huawei supply Tesla with chips?', [chips, bank])).missingNames).toBe(1);
    expect((await signalsFor('Does Huawei supply farmers with chips?', [chips, bank])).missingNames).toBe(0);
    // The first word has a capital letter whatever it is.
    expect((await signalsFor('Supply of Huawei chips', [chips, bank])).missingNames).toBe(0);
    // A year is as particular as a name.
    expect((await signalsFor('Huawei chips in 2027', [chips, bank])).missingNames).toBe(1);
  });

  test('the more of the question a sentence and its neighbours lack, the less they cover of what is asked beside names', async () => {
    const one = await signalsFor('Ascend chips revenue', [chips, bank]);
    const two = await signalsFor('Ascend chips revenue headquarters', [chips, bank]);
    expect(one.aspectCoverage).toBeLessThan(1);
    expect(two.aspectCoverage).toBeLessThan(one.aspectCoverage);
  });
});

test('words that stand together in the question and in the sentence are near; scattered ones are not', async () => {
  const together = await signalsFor('Ascend chips', [
    'The Ascend chips of Huawei were shown to farmers.',
    bank,
  ]);
  const scattered = await signalsFor('Ascend chips', [
    'Ascend was the word that a speaker from the ministry used three times before farmers bought chips.',
    bank,
  ]);
  expect(together.near).toBe(1);
  expect(scattered.near).toBe(0);
  // One thing has no neighbours to miss.
  expect((await signalsFor('What is Ascend?', [chips, bank])).near).toBe(1);
});

test('a question in the words of a sentence shares its pairs of words, stop words too; keywords share none', async () => {
  const quoted = await signalsFor('Who lent money to farmers near the river?', [chips, bank]);
  const turned = await signalsFor('Near which river did farmers get money that was lent?', [chips, bank]);
  expect(quoted.phrasing).toBeCloseTo(6 / 7);
  expect(turned.phrasing).toBe(0);
  expect((await signalsFor('river', [chips, bank])).phrasing).toBe(0);
});

test('one passage far above the rest leads, and several that say the same do not; two of them still do', async () => {
  const weather = Array.from({ length: 12 }, (_, i) => `Chips and weather, part ${i}.`);
  const lead = async (same: number) =>
    (await signalsFor('Huawei Ascend chips', [...Array(same).fill(chips), ...weather])).passageLead;
  expect(await lead(1)).toBeGreaterThan(0.3);
  expect(await lead(2)).toBeGreaterThan(0.3);
  expect(await lead(12)).toBeLessThan(0.1);
});

test('in documents of too few passages for rivals, the lead speaks neither for an answer nor against one', async () => {
  expect((await signalsFor('Huawei Ascend chips', [chips])).passageLead).toBeCloseTo(
    PARAMETERS.gate.maxLead / 2,
  );
  expect((await signalsFor('Huawei Ascend chips', [chips, bank])).passageLead).toBeCloseTo(
    PARAMETERS.gate.maxLead / 2,
  );
});

describe('the kind of thing that is asked for', () => {
  test.each([
    ['date', 'It was launched on 28 July 2025.', 'When was it launched?', true],
    ['date', 'It was launched with much noise.', 'When was it launched?', false],
    // The year that was asked about is no answer.
    ['number', 'In 2025 it grew.', 'How much did it grow in 2025?', false],
    ['number', 'In 2025 it grew by 40 units.', 'How much did it grow in 2025?', true],
    ['money', 'They cost less than before, by 40 units.', 'how much does it cost', false],
    ['money', 'They cost 40 yuan.', 'how much does it cost', true],
    ['money', 'The state invests billions in chips.', 'how much money goes into chips', true],
    ['money', 'It is used by millions, and billions of words were typed.', 'how much does it cost', false],
    ['name', 'It is run by Jiang Daxin.', 'Who runs StepFun?', true],
    // The name that was asked about is no answer.
    ['name', 'StepFun is run from an office.', 'Who runs StepFun?', false],
    ['reason', 'They team up because chips are scarce.', 'Why did they team up?', true],
  ] as const)('%s in "%s"', (kind, sentence, question, isThere) => {
    const expects = expectationOf(question, askedTime(question, question));
    expect(expects.expected).toBe(kind);
    expect(hasExpected(expects, sentence)).toBe(isThere);
  });

  test('a date that only a later sentence has is missing from the best one; where none is asked for, none is', async () => {
    const later =
      'Huawei builds the Ascend chips in Shenzhen. They are sold to state firms. The first was shown in March 2019.';
    const signals = await signalsFor('When were the Ascend chips that Huawei builds in Shenzhen shown?', [
      later,
      bank,
    ]);
    expect(signals.noDate).toBe(1);
    expect((await signalsFor('When were the first shown?', [chips, bank])).noDate).toBe(0);
    expect((await signalsFor('Ascend chips that Huawei builds', [chips, bank])).noDate).toBe(0);
  });
});

describe('a question in several parts', () => {
  const sold = 'Huawei showed the first Ascend chips in March 2019. Forty firms have bought them since.';

  test('has what each part asks for where the sentences for the parts have it, wherever the best of all stands', async () => {
    const both = await signalsFor('When were Ascend chips shown, and how many firms bought them?', [
      sold,
      bank,
    ]);
    expect(both).toMatchObject({ dated: 0.5, noDate: 0, numbered: 0.5, noNumber: 0, notCounted: 0 });
  });

  test('lacks by half what one of two parts lacks', async () => {
    const one = await signalsFor('When were Ascend chips shown, and how many farmers bought them?', [
      chips,
      bank,
    ]);
    expect(one).toMatchObject({ dated: 0.5, noDate: 0, notCounted: 0.5 });
  });

  test('is said by all that is shown for it', async () => {
    const apart = await signalsFor('Who lent money to farmers, and where are Ascend chips built?', [
      chips,
      bank,
    ]);
    expect(apart.aroundCoverage).toBe(1);
  });
});

test('nothing asked, or nothing found: no signals, and so no confidence', async () => {
  const document = documentOf('news.md', `# News\n\n${chips}\n`);
  const snapshot = await buildSnapshot({ shared: 1 }, [document], emptyGlossary);
  expect((await consider(snapshot, '🔥')).signals).toBeUndefined();
  expect((await consider(snapshot, 'xylophone')).signals).toBeUndefined();
});
