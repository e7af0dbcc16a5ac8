import type { Span } from '../../documents/document.js';
import { chineseNumberAt } from '../translate/chinese-numbers.js';

/** A date as far as it is given; a month may stand without its year, a day never without its month. */
export interface PartialDate {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** A date in a text, or a stretch of time from one to another; both are the same for a single date. */
export interface WrittenDate extends Span {
  readonly from: PartialDate;
  readonly to: PartialDate;
  /** Where all the time on that side of it is meant: "since 2024", "before July". */
  readonly open?: 'before' | 'after';
}

/** How the date of a text stands to one that is asked for. */
export type DateFit = 'same' | 'less precise' | 'other';

/** Names of the months by language, in order; their first letters are the short ones. */
const months = [
  'january february march april may june july august september october november december',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'januar februar marz april mai juni juli august september oktober november dezember',
].map((names) => names.split(' '));
const short = 'jan feb mar apr jun jul aug sep sept oct nov dec'.split(' ');
const monthNumbers = new Map([
  ...months.flatMap((names) => names.map((name, i): [string, number] => [name, i + 1])),
  ...short.map((name): [string, number] => [
    name,
    (months[0]?.findIndex((long) => long.startsWith(name.slice(0, 3))) ?? 0) + 1,
  ]),
]);
/** These are other words too: they are months with a capital letter or beside a number. */
const ambiguous = new Set([...short, 'may', 'march', 'mars', 'mai', 'april', 'august', 'marz']);

const month = String.raw`(?<![\p{L}\p{N}])(?<M>${[...monthNumbers.keys(), 'février', 'août', 'décembre', 'märz'].sort((a, b) => b.length - a.length).join('|')})(?![\p{L}])\.?`;
const year = String.raw`(?<![\p{L}\d.,]|\d-)(?<Y>(?:1[89]|20)\d\d)(?![\d]|[.,]\d|\p{L})`;
const ordinal = '(?:st|nd|rd|th)?';
const to = String.raw`\s*(?:-|–|—|to|and|or|until|through|bis|au|al)\s*`;
const digits = '[一二三四五六七八九十]';

/** Forms of dates, the longest first; a name of a group says what it holds. */
const forms = [
  String.raw`(?<![\d-])(?<Y>(?:1[89]|20)\d\d)[-/.](?<MM>\d{1,2})(?:[-/.](?<D>\d{1,2}))?(?![\d-])`,
  String.raw`(?<![\d.])(?<D>\d{1,2})\.\s?(?<MM>\d{1,2})\.\s?(?<Y>(?:1[89]|20)\d\d)(?!\d)`,
  String.raw`(?:(?<Y>\d{4}|[零〇一二三四五六七八九]{4})年)?(?<MM>\d{1,2}|${digits}{1,3})月(?:份|(?<D>\d{1,2}|${digits}{1,3})[日号])?`,
  String.raw`(?<Y>\d{4}|[零〇一二三四五六七八九]{4})年`,
  String.raw`(?<![\d.,])(?<D>\d{1,2})${ordinal}\.?(?:${to}(?<D2>\d{1,2})${ordinal}\.?)?\s+(?:of\s+|de\s+)?${month}(?:,?\s+(?:de\s+|of\s+)?${year})?`,
  String.raw`${month}\s+(?:the\s+)?(?<D>\d{1,2})${ordinal}(?![\d\p{L}%]|[.,]\d)(?:${to}(?<D2>\d{1,2})${ordinal}(?![\d\p{L}]))?(?:,?\s+${year})?`,
  String.raw`${month},?\s+(?:of\s+|de\s+)?${year}`,
  String.raw`(?:(?<Q>first|second|third|fourth|[1-4](?:st|nd|rd|th))\s+quarter\s+(?:of\s+)?|Q(?<Q1>[1-4])\s+)${year}`,
  String.raw`(?<H>first|second)\s+half\s+(?:of\s+)?${year}`,
  String.raw`(?<![\d.,])(?<DECADE>(?:1[89]|20)\d0)s(?!\p{L})`,
  String.raw`${year}(?:\s*[-–—]\s*|\s+(?:to|and|bis)\s+)(?<Y2>(?:1[89]|20)\d\d|\d\d)(?![\d\p{L}])`,
  month,
  year,
].map((form) => new RegExp(form, 'giu'));

/** What turns four digits before it into a number of things. */
const counted =
  /^\s*(?:yuan|dollars?|euros?|percent|per cent|%|nm|kw|mw|gb|tb|watts?|chips?|cards?|servers?|firms|companies|members|people|employees|units|systems|pieces|words|parameters|points|hours|元|人|家|颗|台)/iu;

/** The dates that a text names, in order, none within another. */
export function datesIn(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const form of forms) {
    for (const match of text.matchAll(form)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (found.some((other) => span.start < other.end && other.start < span.end)) continue;
      const date = readDate(match.groups ?? {}, match[0], text.slice(span.end));
      if (date) found.push({ ...span, ...date, ...openSide(text, span.start, date) });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function readDate(
  groups: Readonly<Record<string, string | undefined>>,
  raw: string,
  after: string,
): Pick<WrittenDate, 'from' | 'to'> | undefined {
  const { M, MM, D, D2, Y, Y2, DECADE, Q, Q1, H } = groups;
  if (DECADE) return stretch({ year: Number(DECADE) }, { year: Number(DECADE) + 9 });
  const ofYear = Y === undefined ? {} : { year: yearOf(Y) };
  if (Y2) return stretch(ofYear, { year: Y2.length === 2 ? Number(`${Y?.slice(0, 2)}${Y2}`) : Number(Y2) });
  const quarter = Q1 ?? Q;
  if (quarter) return part(ofYear, numberOf(quarter), 3);
  if (H) return part(ofYear, numberOf(H), 6);
  if (M === undefined && MM === undefined) return counted.test(after) ? undefined : stretch(ofYear, ofYear);
  if (M && D === undefined && Y === undefined && isOtherWord(raw)) return undefined;
  const ofMonth = { ...ofYear, month: M ? monthOf(M) : numberOf(MM ?? '') };
  if (!(ofMonth.month >= 1 && ofMonth.month <= 12)) return undefined;
  if (D === undefined) return stretch(ofMonth, ofMonth);
  const day = numberOf(D);
  if (day < 1 || day > 31) return undefined;
  const first = { ...ofMonth, day };
  return D2 === undefined ? stretch(first, first) : stretch(first, { ...ofMonth, day: Number(D2) });
}

function stretch(from: PartialDate, to: PartialDate): Pick<WrittenDate, 'from' | 'to'> {
  return { from, to };
}

const sides = [
  [
    'after',
    /(?<!\p{L})(?:since|after|past|starting|ab|seit|nach|depuis|apres|après|desde)\s+(?:\p{L}+\s+)?$/iu,
  ],
  ['before', /(?<!\p{L})(?:before|until|till|up to|prior to|vor|bis|avant|antes de)\s+(?:\p{L}+\s+)?$/iu],
] as const;

function openSide(
  text: string,
  start: number,
  { from, to }: Pick<WrittenDate, 'from' | 'to'>,
): Pick<WrittenDate, 'open'> {
  const open =
    from === to && sides.find(([, pattern]) => pattern.test(text.slice(Math.max(0, start - 24), start)))?.[0];
  return open ? { open } : {};
}

/** The n-th part of a year, of so many months. */
function part(ofYear: PartialDate, n: number, length: number): Pick<WrittenDate, 'from' | 'to'> {
  return stretch({ ...ofYear, month: (n - 1) * length + 1 }, { ...ofYear, month: n * length });
}

function isOtherWord(raw: string): boolean {
  return ambiguous.has(raw.replace('.', '').toLowerCase()) && !/^\p{Lu}\p{L}{2,}$/u.test(raw);
}

function monthOf(name: string): number {
  return monthNumbers.get(name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()) ?? 0;
}

function yearOf(text: string): number {
  return /\d/.test(text) ? Number(text) : Number(chineseNumberAt(`${text}年`, 0)?.english);
}

const ordinals = ['first', 'second', 'third', 'fourth'];

function numberOf(text: string): number {
  const place = ordinals.indexOf(text.toLowerCase());
  if (place >= 0) return place + 1;
  const value = Number.parseInt(text, 10);
  return Number.isNaN(value) ? Number(chineseNumberAt(text, 0)?.english) : value;
}

/**
 * How a date of a text fits one that is asked for: July 2025 is less precise than 31 July 2025, and August is another. What
 * is after 2024 may be of 2025; and what is asked since 2024 is answered by any later date.
 */
export function dateFit(asked: WrittenDate, written: WrittenDate): DateFit {
  const hasYears = asked.from.year !== undefined && written.from.year !== undefined;
  const [wanted, given] = [spanOf(asked, hasYears), spanOf(written, hasYears)];
  if (
    asked.open === 'after' ? given.last > wanted.last : asked.open === 'before' && given.first < wanted.first
  )
    return 'same';
  if (
    written.open === 'after'
      ? wanted.last > given.last
      : written.open === 'before' && wanted.first < given.first
  )
    return 'less precise';
  if (wanted.first > given.last || given.first > wanted.last) return 'other';
  const isVague = precision(written.from) < precision(asked.from);
  const lacksYear = asked.from.year !== undefined && written.from.year === undefined;
  return isVague || lacksYear ? 'less precise' : 'same';
}

function spanOf({ from, to }: WrittenDate, hasYear: boolean): { first: number; last: number } {
  const [first, last] = hasYear ? [from, to] : [from, to].map((date) => ({ ...date, year: 0 }));
  return { first: ordered(first ?? from, 'first'), last: ordered(last ?? to, 'last') };
}

function precision({ month, day }: PartialDate): number {
  return day !== undefined ? 3 : month !== undefined ? 2 : 1;
}

/** A number that grows with time: of the first or the last day that a date may mean. */
function ordered({ year = 0, month, day }: PartialDate, end: 'first' | 'last'): number {
  const open = end === 'first' ? 1 : 99;
  return year * 10_000 + (month ?? open) * 100 + (day ?? open);
}

/** How many parts of two dates agree, for telling which of several is nearest. */
export function partsInCommon(a: WrittenDate, b: WrittenDate): number {
  return (['year', 'month', 'day'] as const).filter(
    (part) => a.from[part] !== undefined && a.from[part] === b.from[part],
  ).length;
}
