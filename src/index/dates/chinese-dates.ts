import { chineseNumberAt } from '../translate/chinese-numbers.js';
import {
  type DateForms,
  partOfYear,
  readYear,
  someDays,
  someMonths,
  someYears,
  type WrittenDate,
  yearsTogether,
} from './mention.js';

const digits = '〇一二三四五六七八九';
const year = `(?:(?<year>\\d{4}|[${digits}零]{4})\\s?年\\s?)`;
const monthNumber = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]';
const month = `(?<![\\d一二三四五六七八九十])(?<month>${monthNumber})`;
const day = (name: string) =>
  `(?<${name}>[12]\\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])`;
const to = '[至到—–~-]';

/** Dates with 年, 月 and 日. */
export const chineseDates: DateForms = {
  hint: /[年月]/,
  forms: [
    {
      pattern: new RegExp(
        `${year}?${month}\\s?月\\s?${day('first')}(?:[日号]?\\s?(?:${to}|和|或)\\s?${day('last')})?\\s?[日号]`,
        'gu',
      ),
      read: ({ groups }) => {
        const first = numberIn(groups?.first);
        return someDays(yearIn(groups), numberIn(groups?.month), first, numberIn(groups?.last) || first);
      },
    },
    {
      pattern: new RegExp(`${year}?${month}\\s?(?:月?\\s?${to}\\s?(?<last>${monthNumber})\\s?)?月`, 'gu'),
      read: ({ groups }) => {
        const first = numberIn(groups?.month);
        return someMonths(yearIn(groups), first, numberIn(groups?.last) || first);
      },
    },
    {
      pattern: /(?<!\d)(?<first>\d{4})\s?年?\s?[至到—–~-]\s?(?<last>\d{4})\s?年/gu,
      read: ({ groups }) => someYears(Number(groups?.first), Number(groups?.last)),
    },
    {
      pattern: new RegExp(
        `(?<!\\d)${year}(?<part>第?[一二三四1-4]季度?|[上下]半年|[春夏秋冬]|年?[初中底末]|代)?`,
        'gu',
      ),
      read: ({ groups }) => yearOrPart(yearIn(groups) ?? 0, groups?.part ?? ''),
    },
  ],
};

function yearIn(groups: RegExpMatchArray['groups']): number | undefined {
  const written = groups?.year?.replaceAll(/[^\d]/g, (digit) => String(Math.max(0, digits.indexOf(digit))));
  return readYear(written);
}

/** A number of one or two figures, in Chinese ones or others; 0 where there is none. */
function numberIn(written = ''): number {
  return Number(chineseNumberAt(written, 0)?.english ?? 0);
}

function yearOrPart(year: number, part: string): WrittenDate {
  if (part === '') return someYears(year);
  if (part === '代') return yearsTogether(year, year + 9);
  const quarter = /([一二三四1-4])季/.exec(part)?.[1];
  if (quarter !== undefined) {
    const place = Number(quarter) || digits.indexOf(quarter);
    return partOfYear(year, 3 * place - 2, 3 * place);
  }
  const [first, last] = monthsOfPart[part.at(0) === '年' ? part.slice(1) : part] ?? [1, 12];
  return partOfYear(year, first, last);
}

const monthsOfPart: Readonly<Record<string, readonly [first: number, last: number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  春: [3, 5],
  夏: [6, 8],
  秋: [9, 11],
  冬: [12, 14],
  初: [1, 4],
  中: [5, 8],
  底: [9, 12],
  末: [9, 12],
};
