import { monthNumber } from '../text/numbers.js';
import { dayOfMonth, daysWritten, end, form, type Groups, year } from './latin-forms.js';
import { isMonth, isYear, type Place } from './lone-dates.js';
import {
  type DateForms,
  partOfYear,
  readYear,
  someMonths,
  someYears,
  type WrittenDate,
  yearsTogether,
} from './mention.js';

const shortYear = String.raw`(?:FY ?)?(?:(?<year>20\d\d)|(?:['’]|(?<=[/-]))(?<short>\d\d))${end}`;
const ordinal = '(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))';
const withYear = `(?:,? (?:of )?${year})?`;
const ofYear = `(?: of|,)? (?:the year |fiscal |FY ?)?${year}`;
const names =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const month = String.raw`(?<month>${names})(?![\p{L}\p{N}])(?:\.(?=,? ?\d))?`;
const dayNumber = String.raw`${dayOfMonth}(?:st|nd|rd|th)?(?![\p{L}\p{N}]|[.,:]\p{N})`;
const days = `(?<first>${dayNumber})(?:(?: ?[–—-] ?| to | and | or | until | through )(?:the )?(?<last>${dayNumber}))?`;
const part = `(?:(?:the )?(?:(?<part>early|mid|middle|late)(?:[ -]| in | of (?:the year )?)|(?<edge>end|start|beginning) of (?:the year )?))?`;

/** Dates as they are written in English and in figures, in order of trust: what one has read, no other reads again. */
export const englishDates: readonly DateForms[] = [
  {
    hint: /\d{4}/,
    forms: [
      form(String.raw`(?<year>(?:1\d|20)\d\d)([-/.])(?<month>\d{1,2})\2(?<first>\d{1,2})(?!\d)`, (groups) =>
        daysWritten(groups, Number(groups.month)),
      ),
      form(String.raw`(?<first>\d{1,2})\.(?<month>\d{1,2})\.(?<year>(?:19|20)\d\d)(?!\d)`, (groups) =>
        daysWritten(groups, Number(groups.month)),
      ),
      form(String.raw`(?<year>(?:19|20)\d\d)-(?<month>0[1-9]|1[0-2])(?![\d-])`, ({ year, month }) =>
        someMonths(readYear(year), Number(month)),
      ),
    ],
  },
  {
    hint: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${names})(?![\p{L}\p{N}])`, 'iu'),
    forms: [
      form(`${days} (?:of )?${month}${withYear}`, (groups) => daysWritten(groups, monthOf(groups))),
      form(`${month} (?:the )?${days}${withYear}`, (groups) => daysWritten(groups, monthOf(groups))),
      form(`${part}${month}${withYear}`, (groups, place) =>
        isMonthOf(groups, place) ? partOfMonth(groups) : undefined,
      ),
    ],
  },
  {
    hint: /quarter|half|[QH][1-4]|[1-4][QH]/i,
    forms: [
      form(`(?:the )?(?<ordinal>${ordinal}|last) (?<unit>quarter|half)${ofYear}`, unitOfYear),
      form(`the (?<ordinal>${ordinal}) (?<unit>quarter)`, unitOfYear),
      form(`(?<unit>[QH])(?<number>[1-4])(?:[ /-]| of )?${shortYear}`, unitOfYear),
      form(String.raw`(?<unit>Q)(?<number>[1-4])(?![\p{L}\p{N}])`, unitOfYear),
      form(String.raw`(?<number>[1-4])(?<unit>[QH])[ -]?(?:20)?(?<short>\d\d)${end}`, unitOfYear),
      form(String.raw`(?<year>20\d\d)[ /-]?(?<unit>[QH])(?<number>[1-4])(?![\p{L}\p{N}])`, unitOfYear),
    ],
  },
  {
    hint: /spring|summer|autumn|fall|winter/i,
    forms: [form(`${part}(?:the )?(?<season>spring|summer|autumn|fall|winter)${ofYear}`, seasonOf)],
  },
  {
    hint: /\d0['’]?s|centur/i,
    forms: [
      form(String.raw`${part}(?:the )?(?<decade>(?:1\d|20)\d0)['’]?s(?![\p{L}\p{N}])`, (groups) =>
        partOfYears(Number(groups.decade), 10, thirdOf(groups)),
      ),
      form(String.raw`${part}(?:the )?(?<century>1?\d|2[01])(?:st|nd|rd|th)[ -]centur(?:y|ies)`, (groups) =>
        partOfYears(100 * Number(groups.century) - 99, 100, thirdOf(groups)),
      ),
    ],
  },
  {
    hint: /\d{4}/,
    forms: [
      form(
        String.raw`(?<year>(?:1\d|20)\d\d)(?: ?[–—-] ?|/)(?<last>(?:(?:1\d|20)\d)?\d\d?)${end}`,
        ({ year = '', last = '' }) => rangeOfYears(year, last),
      ),
      form(`${part}(?<fiscal>FY ?)?${year}`, (groups, place) =>
        isYearOf(groups, place) ? yearOrPart(groups) : undefined,
      ),
    ],
  },
];

function monthOf({ month = '' }: Groups): number {
  return monthNumber(month) ?? 0;
}

function isMonthOf({ year, part, edge, month = '' }: Groups, place: Place): boolean {
  return year !== undefined || part !== undefined || edge !== undefined || isMonth(month, place);
}

function isYearOf({ year, part, edge, fiscal }: Groups, place: Place): boolean {
  return part !== undefined || edge !== undefined || fiscal !== undefined || isYear(Number(year), place);
}

/** The third of something that "early", "mid" and "late" stand for: 0, 1 or 2; undefined where none of them does. */
function thirdOf({ part, edge }: Groups): number | undefined {
  const word = part ?? edge;
  if (word === undefined) return undefined;
  if (/^m/i.test(word)) return 1;
  return /^(?:late|end)/i.test(word) ? 2 : 0;
}

function partOfMonth(groups: Groups): WrittenDate {
  const whole = someMonths(readYear(groups.year), monthOf(groups));
  const third = thirdOf(groups);
  if (third === undefined) return whole;
  return {
    ...whole,
    daysIn(each) {
      const days = whole.daysIn(each);
      if (!days) return undefined;
      const from = days.from + 10 * third;
      return { from, to: third === 2 ? days.to : from + 9 };
    },
  };
}

function yearOrPart(groups: Groups): WrittenDate {
  const year = Number(groups.year);
  const third = thirdOf(groups);
  return third === undefined ? someYears(year) : partOfYear(year, 4 * third + 1, 4 * third + 4);
}

/** Decades and centuries; their thirds are rounded to years. */
function partOfYears(first: number, count: number, third: number | undefined): WrittenDate {
  if (third === undefined) return yearsTogether(first, first + count - 1);
  const share = Math.round(count / 3);
  const from = first + third * share;
  return yearsTogether(from, third === 2 ? first + count - 1 : from + share - 1);
}

/** A second year of one or two figures goes on from the first: 2021–25, 2024/25. */
function rangeOfYears(first: string, last: string): WrittenDate | undefined {
  const to = Number(first.slice(0, first.length - last.length) + last);
  return to > Number(first) ? someYears(Number(first), to) : undefined;
}

/** A quarter or half, by its number or ordinal. */
function unitOfYear({ unit = '', number, ordinal = '', year, short }: Groups): WrittenDate | undefined {
  const months = /^q/i.test(unit) ? 3 : 6;
  const count = 12 / months;
  const place = ordinal.toLowerCase() === 'last' ? count : Number(number ?? placeOf(ordinal));
  if (place > count) return undefined;
  return partOfYear(
    short === undefined ? readYear(year) : 2000 + Number(short),
    months * (place - 1) + 1,
    months * place,
  );
}

const ordinals = ['first', 'second', 'third', 'fourth'];

function placeOf(word: string): number {
  return Number.parseInt(word, 10) || ordinals.indexOf(word.toLowerCase()) + 1;
}

const firstMonths: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
};

function seasonOf(groups: Groups): WrittenDate {
  const first = Number(firstMonths[(groups.season ?? '').toLowerCase()]);
  const third = thirdOf(groups);
  const year = readYear(groups.year);
  return third === undefined ? partOfYear(year, first, first + 2) : someMonths(year, first + third);
}
