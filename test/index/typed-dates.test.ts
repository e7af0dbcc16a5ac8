import { describe, expect, test } from 'vitest';
import { daysOfDate } from '../../src/index/dates/calendar.js';
import { daysOfRange, sinceDate, typedDays, untilDate } from '../../src/index/dates/typed-dates.js';

describe('a date that a member types', () => {
  test.each([
    ['2025', '2025'],
    ['2025-07', '2025-07'],
    ['2025/7', '2025-07'],
    ['7/2025', '2025-07'],
    ['2025-07-28', '2025-07-28'],
    [' July 2025 ', '2025-07'],
    ['28 July 2025', '2025-07-28'],
    ['Jul 28, 2025', '2025-07-28'],
    ['on 28 July 2025', '2025-07-28'],
    ['2025年7月', '2025-07'],
    ['2025年7月28日', '2025-07-28'],
    ['28. Juli 2025', '2025-07-28'],
    ['le 28 juillet 2025', '2025-07-28'],
    ['julio de 2025', '2025-07'],
  ])('“%s” is %s', (typed, date) => {
    expect(typedDays(typed)).toEqual(daysOfDate(date));
  });

  test.each([
    '',
    'soon',
    'July',
    '2025-13',
    '30 February 2025',
    'in July 2025 and later',
    '28 July',
    '1'.repeat(500),
  ])('“%s” is none', (typed) => {
    expect(typedDays(typed)).toBeUndefined();
  });
});

test('a range begins with the first day of one date and ends with the last of the other', () => {
  const quarter = typedDays('Q3 2025') ?? expect.fail();
  expect([sinceDate(quarter), untilDate(quarter)]).toEqual(['2025-07-01', '2025-09-30']);
  const month = typedDays('July 2025') ?? expect.fail();
  expect([sinceDate(month), untilDate(month)]).toEqual(['2025-07', '2025-07']);
  expect(daysOfRange({ since: '2025-07', until: '2025' })).toEqual({
    from: daysOfDate('2025-07')?.from,
    to: daysOfDate('2025')?.to,
  });
  expect(daysOfRange({ since: '2025' })?.to).toBe(Number.POSITIVE_INFINITY);
  expect(daysOfRange({})).toBeUndefined();
});
