import { describe, expect, test } from 'vitest';
import type { Copy } from '../../src/copy/copy.js';
import { LANGUAGES } from '../../src/copy/languages.js';
import { readScheduleWords, scheduleWords } from '../../src/copy/schedule-words.js';

const read = (text: string) => {
  const found = readScheduleWords(text);
  return 'cron' in found ? found.cron : found.fault;
};

test.each([
  ['daily at 06:00', '0 6 * * *'],
  ['Every day at 6:30 pm', '30 18 * * *'],
  ['daily at 12 am', '0 0 * * *'],
  ['every day at 12:15pm', '15 12 * * *'],
  ['daily at 6', '0 6 * * *'],
  ['Mondays at 06:00', '0 6 * * 1'],
  ['on Mon, Wed and Fri at 7:05', '5 7 * * 1,3,5'],
  ['weekdays at 9 am', '0 9 * * 1,2,3,4,5'],
  ['every 6 hours', '0 */6 * * *'],
  ['every hour', '0 * * * *'],
  ['hourly', '0 * * * *'],
  ['every 24 hours', '0 0 * * *'],
  ['täglich um 6 Uhr', '0 6 * * *'],
  ['montags und freitags um 18.30 Uhr', '30 18 * * 1,5'],
  ['alle 2 Stunden', '0 */2 * * *'],
  ['cada dia a las 6:00', '0 6 * * *'],
  ['los miércoles a las 06:00', '0 6 * * 3'],
  ['cada 4 horas', '0 */4 * * *'],
  ['tous les jours à 6h30', '30 6 * * *'],
  ['le lundi à 6 heures', '0 6 * * 1'],
  ['toutes les 3 heures', '0 */3 * * *'],
  ['每天早上6点', '0 6 * * *'],
  ['每天晚上 8:30', '30 20 * * *'],
  ['每周一、周五 06:00', '0 6 * * 1,5'],
  ['每週日下午3點', '0 15 * * 0'],
  ['每星期三 ６：００', '0 6 * * 3'],
  ['每 6 个小时', '0 */6 * * *'],
  ['每小時', '0 * * * *'],
])('%s is read as %s', (text, cron) => {
  expect(read(text)).toBe(cron);
});

test.each(['0 6 * * 1', '*/30 * * * *', '0 0 6 * * 1', '0 6 * * MON-FRI', '0 6 1,15 * *'])(
  'the cron expression %s is taken as it is',
  (cron) => {
    expect(read(`  ${cron} `)).toBe(cron);
  },
);

test.each([
  ['', 'invalid'],
  ['every monday', 'invalid'],
  ['daily', 'invalid'],
  ['at 06:00', 'invalid'],
  ['daily at 25:00', 'invalid'],
  ['daily at 06:70', 'invalid'],
  ['not on Mondays at 06:00', 'invalid'],
  ['the first Monday at 06:00', 'invalid'],
  ['daily at 06:00 and 18:00', 'invalid'],
  ['every 5 hours', 'uneven-hours'],
  ['every 0 hours', 'uneven-hours'],
  ['constructor at 06:00', 'invalid'],
])('%j is none: %s', (text, fault) => {
  expect(read(text)).toBe(fault);
});

describe.each(Object.entries(LANGUAGES))('in %s', (_, { knowledge: { settings } }: Copy) => {
  test.each(['0 6 * * *', '5 23 * * 0', '0 6 * * 1,5', '30 18 * * 1,2,3,4,6', '0 * * * *', '0 */6 * * *'])(
    '%s is said in words that are read back as it',
    (cron) => {
      const words = scheduleWords(cron, settings.times) ?? '';
      expect(words).not.toMatch(/\*/);
      const days = (one: string) => one.replace(/[\d,]+$/, (list) => list.split(',').sort().join());
      expect(days(read(words))).toBe(cron);
    },
  );

  test('the example in the form is read', () => {
    expect(readScheduleWords(settings.moderation.scheduleExample)).toHaveProperty('cron', '0 6 * * 1,5');
  });
});

test('what has no words is left as it is', () => {
  for (const cron of ['*/5 * * * *', '0 6 1 * *', '15 */6 * * *', '0 6 * * MON'])
    expect(scheduleWords(cron, LANGUAGES['en-US'].knowledge.settings.times)).toBeUndefined();
});
