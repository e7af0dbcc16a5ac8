import type { ScheduleFault } from '../library/schedule.js';
import type { Copy } from './copy.js';

// Schedules as people write them, such as "Mondays at 06:00", and as cron expressions, which are what is kept. What is
// written in any of the languages is read, whoever reads it afterwards in theirs.

type Times = Copy['knowledge']['settings']['times'];

/** What a word says of a schedule; a number is a day of the week, from 0 for Sunday. */
type Meaning = 'filler' | 'every' | 'day' | 'hour' | 'hourly' | 'workdays' | 'pm' | number;

/** Hours that divide a day evenly. */
const EVEN_HOURS = [1, 2, 3, 4, 6, 8, 12];

/** The cron expression of a schedule: as it was written, or of what its words say. */
export function readScheduleWords(
  text: string,
): { readonly cron: string } | { readonly fault: ScheduleFault } {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  if (CRON.test(plain)) return { cron: plain };
  const said = readWords(plain.toLowerCase());
  return said ? cronOf(said) : { fault: 'invalid' };
}

/** A cron expression in words that {@link readScheduleWords} reads; `undefined` where there are none for it. */
export function scheduleWords(cron: string, times: Times): string | undefined {
  const interval = /^0 \*(?:\/(\d{1,2}))? \* \* \*$/.exec(cron);
  if (interval) return times.hours(Number(interval[1] ?? 1));
  const [, minute, hour, days] = /^(\d{1,2}) (\d{1,2}) \* \* (\*|[0-7](?:,[0-7])*)$/.exec(cron) ?? [];
  if (minute === undefined || hour === undefined || days === undefined) return undefined;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  return days === '*' ? times.daily(time) : times.weekly(daysOf(days), time);
}

/** From Monday to Sunday. */
function daysOf(list: string): number[] {
  return [...new Set(list.split(',').map((day) => Number(day) % 7))].sort((a, b) => (a || 7) - (b || 7));
}

const CRON = /^[\d*][\d*,/-]*(?: [\da-z*?#,/-]{1,20}){4,5}$/i;

interface Said {
  readonly meanings: ReadonlySet<Meaning>;
  readonly times: readonly { readonly hour: number; readonly minute: number }[];
  readonly numbers: readonly number[];
}

function cronOf({ meanings, times, numbers }: Said): ReturnType<typeof readScheduleWords> {
  const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => meanings.has(day));
  if (meanings.has('workdays')) days.push(1, 2, 3, 4, 5);
  const isOnDays = meanings.has('day') || days.length > 0;
  if (!isOnDays) return intervalOf({ meanings, times, numbers });
  const hours = numbers.map((hour) => ({ hour, minute: 0 }));
  const [time, ...others] = [...times, ...hours];
  if (!time || others.length > 0 || (meanings.has('day') && days.length > 0)) return { fault: 'invalid' };
  const hour = meanings.has('pm') && time.hour < 12 ? time.hour + 12 : time.hour;
  if (hour > 23 || time.minute > 59) return { fault: 'invalid' };
  return { cron: `${time.minute} ${hour} * * ${days.length > 0 ? [...new Set(days)].join(',') : '*'}` };
}

/** `every 6 hours`, `hourly` */
function intervalOf({ meanings, times, numbers }: Said): ReturnType<typeof readScheduleWords> {
  const isHourly = meanings.has('hourly') || (meanings.has('every') && meanings.has('hour'));
  const [count = 1, ...others] = numbers;
  if (!isHourly || times.length > 0 || others.length > 0) return { fault: 'invalid' };
  if (count === 24) return { cron: '0 0 * * *' };
  if (!EVEN_HOURS.includes(count)) return { fault: 'uneven-hours' };
  return { cron: count === 1 ? '0 * * * *' : `0 */${count} * * *` };
}

/** `06:00`, `6.30`, `6h`, `6 Uhr`, `6点30分`; or `6 pm`, `6:30pm`. */
const TIME = /(\d{1,2}) ?(?:[:.]|h(?![a-z])|uhr|[点點时時]) ?(\d{2})?分?/y;
const TIME_OF_DAY = /(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\b\.?/y;
const NUMBER = /\d{1,4}/y;
const LATIN = /[\p{Script=Latin}\p{M}]+/uy;
const BETWEEN = /[\s,.;、，'’]+/y;
/** The longest word of Chinese that is known. */
const LONGEST = 3;

/** What the words say; `undefined` where one of them is not known, as it may mean anything. */
function readWords(text: string): Said | undefined {
  const meanings = new Set<Meaning>();
  const times: { hour: number; minute: number }[] = [];
  const numbers: number[] = [];
  let at = 0;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  const take = (hour: string | undefined, minute: string | undefined, isLater = false) => {
    times.push({
      hour: (Number(hour) % (isLater ? 12 : 100)) + (isLater ? 12 : 0),
      minute: Number(minute ?? 0),
    });
  };
  while (at < text.length) {
    if (next(BETWEEN)) continue;
    const ofDay = next(TIME_OF_DAY);
    const time = ofDay ?? next(TIME);
    if (ofDay?.[3] === 'a') take(`${Number(ofDay[1]) % 12}`, ofDay[2]);
    else if (time) take(time[1], time[2], ofDay?.[3] === 'p');
    else {
      const number = next(NUMBER);
      if (number) numbers.push(Number(number[0]));
      else {
        const word = next(LATIN)?.[0] ?? chineseWord(text, at);
        const meaning = word === undefined ? undefined : MEANINGS.get(withoutMarks(word));
        if (word === undefined || meaning === undefined) return undefined;
        if (!/^\p{Script=Latin}/u.test(word)) at += word.length;
        meanings.add(meaning);
      }
    }
  }
  return { meanings, times, numbers };
}

function chineseWord(text: string, at: number): string | undefined {
  for (let length = LONGEST; length > 0; length--) {
    const word = text.slice(at, at + length);
    if (word.length === length && MEANINGS.has(word)) return word;
  }
  return undefined;
}

/** `día` and `dia` are the same. */
function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

const WORDS: readonly (readonly [meaning: Meaning, words: string])[] = [
  ['every', 'every each jeden jede jedes alle cada todos todas chaque tous toutes 每 每个 每個'],
  ['day', 'day days daily tag tage taglich dia dias diario diariamente jour jours quotidien 天 日 每日'],
  ['hour', 'hour hours stunde stunden hora horas heure heures 小时 小時 个小时 個小時'],
  ['hourly', 'hourly stundlich'],
  ['workdays', 'weekday weekdays workday workdays werktags 工作日'],
  ['pm', '下午 晚上'],
  ['filler', 'at on the and um am an und uhr a las la los el y en le les l et de 在 于 於 和 早上 上午 凌晨'],
];
/** Before 一 to 六, 日 and 天. */
const CHINESE_WEEKS = ['周', '週', '星期', '礼拜', '禮拜'];
const CHINESE_DAYS = ['日天', '一', '二', '三', '四', '五', '六'];

const MEANINGS: ReadonlyMap<string, Meaning> = new Map([
  ...['en', 'de', 'es', 'fr'].flatMap(weekdayNames),
  ...CHINESE_DAYS.flatMap((signs, day) =>
    CHINESE_WEEKS.flatMap((week) => [...signs].map((sign) => [week + sign, day] as const)),
  ),
  ...WORDS.flatMap(([meaning, words]) => words.split(' ').map((word) => [word, meaning] as const)),
]);

/** `monday`, `mondays`, `mon`; `montag`, `montags`, `mo`. */
function weekdayNames(locale: string): (readonly [string, number])[] {
  return [0, 1, 2, 3, 4, 5, 6].flatMap((day) => {
    const date = new Date(Date.UTC(2026, 1, 1 + day));
    return (['long', 'short'] as const).flatMap((weekday) => {
      const name = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(date);
      const word = withoutMarks(name.toLowerCase().replace('.', ''));
      return [word, `${word}s`].map((one) => [one, day] as const);
    });
  });
}
