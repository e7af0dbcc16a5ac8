import { describe, expect, it, test } from 'vitest';
import { daysOfDate } from '../../src/index/dates/calendar.js';
import {
  asksForNow,
  asksForPeriod,
  asksNewest,
  asksWhatHappened,
  kindWords,
  nowWords,
  periodOf,
} from '../../src/index/query/period.js';

/** The period of a question as it is written in these tests: `2025-05..2025-07`, with nothing at an open end. */
function written(question: string): string | undefined {
  const period = periodOf(question);
  if (!period) return undefined;
  const day = (number: number) =>
    Number.isFinite(number) ? new Date(number * 86_400_000).toISOString().slice(0, 10) : '';
  return `${day(period.from)}..${day(period.to)}`;
}

test.for([
  ['what happened in July 2025', '2025-07-01..2025-07-31'],
  ['what happened in july 2025?', '2025-07-01..2025-07-31'],
  ['events of 1987', '1987-01-01..1987-12-31'],
  ['Which bridges were opened between May and July 2025?', '2025-05-01..2025-07-31'],
  ['What has the port built since 2024?', '2024-01-01..'],
  ['Which ferries sank before 2023?', '..2022-12-31'],
  ['Which ferries sailed until July 2023?', '..2023-07-31'],
  ['Which ferries sailed as of July 2023?', '2023-07-01..'],
  ['Welche Schiffe fuhren seit dem 28. Juli 2024?', '2024-07-28..'],
  ['¿Qué barcos zarparon antes de julio de 2024?', '..2024-06-30'],
  ['What did the mayor do after July 2025?', '2025-08-01..'],
  ['how many cars are to be sold by 2030', '2030-01-01..2030-12-31'],
  ['rainfall in 2021 or 2022', '2021-01-01..2022-12-31'],
  ['2025年7月发生了什么？', '2025-07-01..2025-07-31'],
  ['2024年以来有哪些变化？', '2024-01-01..'],
  ['2023年之前谁是市长？', '..2022-12-31'],
] as const)('the period of “%s”', ([question, period]) => {
  expect(written(question)).toBe(period);
});

test.for([
  'What happened last summer?',
  'When did the Ningbo Boat Show 2025 open?',
  'Who sells the 2048 chips?',
  'What happened in July?',
  'Who is the mayor?',
])('“%s” names no period', (question) => {
  expect(periodOf(question)).toBeUndefined();
});

describe('asksForPeriod', () => {
  const asks = (question: string) => {
    const period = periodOf(question);
    return period !== undefined && asksForPeriod(question, period);
  };

  it.for([
    'what happened in July 2025',
    'What were the main events of 1987?',
    'anything new in March 2024?',
    '2025',
    'What took place on 3 May 2019?',
    'what went on between May and July 2025',
    '2025年7月发生了什么？',
  ])('“%s”: nothing else', (question) => {
    expect(asks(question)).toBe(true);
  });

  it.for([
    'What happened to the ferry in July 2025?',
    'Which bridges were opened in 2025?',
    'bridge July 2025',
    '2025年7月港口发生了什么？',
  ])('“%s”: a subject too', (question) => {
    expect(asks(question)).toBe(false);
  });
});

describe('asksWhatHappened', () => {
  const asks = (question: string) => {
    const period = periodOf(question);
    return period !== undefined && asksWhatHappened(question, period);
  };

  it.for([
    'What happened to the ferry in July 2025?',
    'anything planned for 2027?',
    'what is going to happen in 2027',
    'what did the port do in 2024',
  ])('“%s”: yes', (question) => {
    expect(asks(question)).toBe(true);
  });

  it.for([
    'Which bridges were opened in 2025?',
    'Is the port still open in 2026?',
    'what happened to the ferry',
  ])('“%s”: no', (question) => {
    expect(asks(question)).toBe(false);
  });
});

test.for([
  'latest on the ferry',
  'ferry news',
  'What is the most recent bridge?',
  'any news on the ferry?',
  'what’s new with the port',
  '港口的最新消息',
])('“%s” asks for the newest', (question) => {
  expect(asksNewest(question)).toBe(true);
});

test.for([
  'Is the ferry still running?',
  'Who is the current mayor?',
  'who runs the port now',
  'How many bridges are there so far?',
  'Where do they meet these days?',
  '目前谁是市长？',
  '渡轮还在运行吗？',
])('“%s” asks how things stand now', (question) => {
  expect([asksNewest(question), asksForNow(question)]).toEqual([false, true]);
});

test.for([
  'What is the unit of electric current?',
  'Who knows how to knit?',
  'Who reads the port news?',
  'When was the newspaper founded?',
  'What is a new moon?',
  'What is the more recent type of valve?',
  '谁是市长？',
])('“%s” asks for no state of today', (question) => {
  expect([asksNewest(question), asksForNow(question)]).toEqual([false, false]);
});

test.for([
  ['what happened to the ferry in July 2025', ['happened']],
  ['latest news on the ferry', ['latest news']],
  ['Who is the current mayor?', ['current ']],
  ['Who owns the news kiosk in Ningbo?', []],
  ['Which events did the port sponsor in 2025?', []],
] as const)('of “%s” only the time is said by some words', ([question, words]) => {
  expect(
    [...kindWords(question, periodOf(question)), ...nowWords(question)].map(({ start, end }) =>
      question.slice(start, end),
    ),
  ).toEqual(words);
});

test('days of a source are read as far as they are given', () => {
  expect(daysOfDate('2025-02')).toEqual({ from: 20_120, to: 20_147 });
  expect(daysOfDate('2025-02-30')).toBeUndefined();
  expect(daysOfDate('n.d.')).toBeUndefined();
});
