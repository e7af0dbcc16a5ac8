import { monthName } from '../text/numbers.js';

/** A number or date at a place of a Chinese text, as an English text writes it. */
export interface ChineseNumber {
  /** How long it is, in UTF-16. */
  readonly units: number;
  readonly english: string;
}

const digits = new Map([...'零一二三四五六七八九'].map((char, value) => [char, value]));
digits.set('〇', 0).set('两', 2);
const small = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const large = new Map([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

const numeral = String.raw`(?:\d+(?:[.,]\d+)*|[零〇一二两三四五六七八九十百千])(?:\d+|[零〇一二两三四五六七八九十百千万亿])*`;
const percent = new RegExp(`百分之(${numeral})`, 'y');
const monthAndDay =
  /(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|(\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?/y;
const year = /(\d{4}|[零〇一二三四五六七八九]{4})年/y;
const number = new RegExp(numeral, 'y');

/**
 * The longest number or date that begins at an offset of a text of simplified characters: 百分之五十 → "50 percent",
 * 7月28日 → "July 28", 二〇三〇年 → "2030", 3.5亿 → "350 million".
 */
export function chineseNumberAt(simplified: string, offset: number): ChineseNumber | undefined {
  return (
    match(percent, (value) => `${plainNumber(readNumeral(value))} percent`) ??
    match(year, (value) => [...value].map((char) => digits.get(char) ?? char).join('')) ??
    match(monthAndDay, dateOf) ??
    match(number, (_, whole) => worded(readNumeral(whole)))
  );

  function match(
    pattern: RegExp,
    say: (first: string, second: string) => string | undefined,
  ): ChineseNumber | undefined {
    pattern.lastIndex = offset;
    const found = pattern.exec(simplified);
    if (!found) return undefined;
    const english = pattern === number ? say('', found[0]) : say(found[1] ?? '', found[2] ?? '');
    return english === undefined ? undefined : { units: found[0].length, english };
  }
}

function dateOf(month: string, day: string): string | undefined {
  const name = monthName(readNumeral(month));
  return name && (day ? `${name} ${readNumeral(day)}` : name);
}

/** The value of a numeral: 一百二十 → 120, 3.5亿 → 350,000,000. Digits in a row are read one by one: 二〇三 → 203. */
function readNumeral(text: string): number {
  let total = 0;
  let section = 0;
  let current = 0;
  for (const part of text.replaceAll(',', '').match(/\d+(?:\.\d+)?|\D/g) ?? []) {
    const unit = small.get(part);
    const myriad = large.get(part);
    const digit = digits.get(part);
    if (unit) {
      section += (current || 1) * unit;
      current = 0;
    } else if (myriad) {
      total = (total + section + current || 1) * myriad;
      section = 0;
      current = 0;
    } else current = digit === undefined ? Number(part) : current * 10 + digit;
  }
  return total + section + current;
}

/** Large numbers with the word that English texts write: 350000000 → "350 million". */
function worded(value: number): string {
  const word = (
    [
      [1e12, 'trillion'],
      [1e9, 'billion'],
      [1e6, 'million'],
    ] as const
  ).find(([unit]) => value >= unit);
  return word ? `${plainNumber(value / word[0])} ${word[1]}` : plainNumber(value);
}

function plainNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
