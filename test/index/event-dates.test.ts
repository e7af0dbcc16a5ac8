import { expect, test } from 'vitest';
import { asDate, daysOfDate } from '../../src/index/dates/calendar.js';
import { eventDate } from '../../src/index/dates/event-dates.js';
import { readDates } from '../../src/index/dates/read-dates.js';

const dated = (text: string) => {
  const date = eventDate(text, readDates(text));
  return date && asDate(date);
};

test.each([
  ['On 3 December 2024 the harbour was closed, a closure that was lifted on 9 May 2025.', '2024-12-03'],
  ['The board, according to its rule of 7 October 2022, met in March 2024.', '2024-03'],
  ['28 July 2025: the bridge opens.', '2025-07-28'],
  ['The chair has led the board since January 2026.', '2026-01'],
  ['It opened on the evening of 25 July 2025.', '2025-07-25'],
  ['Shares were first sold on Friday, 5 December 2025.', '2025-12-05'],
  ['The bridge was opened May 3, 2021.', '2021-05-03'],
  ['Am 28. Juli 2025 wurde die Brücke eröffnet.', '2025-07-28'],
  ['El 28 de julio de 2025 abrió el puente.', '2025-07-28'],
  ['2025年7月28日大桥开通。', '2025-07-28'],
])('“%s” tells of %s', (text, date) => {
  expect(dated(text)).toBe(date);
});

test.each([
  'No penalty was found as of June 2026.',
  'The rule of 7 October 2022 had two parts.',
  'The older board (June 2019) is another one.',
  'The harbour will lead by 2030.',
  'The ban lasts until 9 November 2026.',
  'Half of the members live in the city, a newspaper reported on 26 January 2026.',
  'Members of the July 2025 lists are ten.',
  'From 1990 to 2010 the harbour grew.',
  'More ships came than in 2024.',
  '截至2026年6月没有消息。',
  '2025年7月的名单有十个成员。',
  'The harbour has no date.',
])('“%s” tells of no day', (text) => {
  expect(dated(text)).toBeUndefined();
});

test('a year after the day of writing is a forecast, a day may be planned', () => {
  const event = (text: string) => eventDate(text, readDates(text), daysOfDate('2026-05-03')?.to);
  expect(event('Ships will carry twice as much in 2030.')).toBeUndefined();
  expect(event('On 5 May 2027 the bridge is to open.')).toBeDefined();
  expect(event('In 2026 the bridge was painted.')).toBeDefined();
});
