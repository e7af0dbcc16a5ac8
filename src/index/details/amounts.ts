import type { Span } from '../../documents/document.js';
import { matchesIn } from '../text/matches.js';
import { numberWords } from '../text/numbers.js';
import { chineseNumberAt } from '../translate/chinese-numbers.js';

/** A number in a text with what it counts. */
export interface Amount extends Span {
  readonly value: number;
  /** `percent`, or the word of measure beside it in small letters; nothing where none stands there. */
  readonly unit?: string;
  /** Whether it was written as a word. */
  readonly isWord: boolean;
}

const scales: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['mn', 1e6],
  ['m', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['t', 1e12],
]);
const words = [...numberWords].filter(
  ([word, value]) => /^\d+$/.test(value) && !['hundred', 'thousand'].includes(word),
);
const wordValues = new Map([
  ...words.map(([word, value]): [string, number] => [word, Number(value)]),
  ['both', 2],
]);

const scale = String.raw`(?:\s?(?<scale>hundred|thousand|million|billion|trillion|mn|bn|tn|(?<=\d)[kmbt]|(?<=[$€£¥￥]\d[\d.]*)[KMBT])(?![\p{L}\p{N}]))?`;
const unit = String.raw`(?:[\s-]?(?<unit>%|％|per\s?cent|nm|[kMGT]?W|kw|mw|[GT]B|gb|tb|dollars?|yuan|euros?|pounds?|RMB|USD|CNY)(?![\p{L}\p{N}]))?`;
const forms = [
  String.raw`(?<![\p{Script=Latin}\p{N}.])(?:(?<sign>US\$|HK\$|[$€£¥￥])\s?)?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?!\d|\.\d|,\d{3}|百|千|万|亿)${scale}${unit}(?![\p{Lu}])`,
  String.raw`(?<![\p{L}\p{N}])(?<word>${[...wordValues.keys()].flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]).join('|')})(?![\p{L}])${scale}${unit}`,
  String.raw`百分之[零〇一二两三四五六七八九十百千\d.]+|(?:\d{1,20}(?:\.\d{1,20})?|[一二两三四五六七八九十])[零〇一二两三四五六七八九十百千万亿]{0,20}[百千万亿][零〇一二两三四五六七八九十百千万亿]*`,
].map((form) => new RegExp(form, 'gu'));

/** The numbers of a text, in order: in digits, in words, with `1.5bn` as 1,500,000,000. Dates are read as numbers too. */
export function amountsIn(text: string): Amount[] {
  return forms
    .flatMap((form) => matchesIn(text, form))
    .sort((a, b) => a.index - b.index)
    .map(({ 0: raw, index, groups = {} }): Amount => {
      const span = { start: index, end: index + raw.length };
      if (groups.digits === undefined && groups.word === undefined) return { ...span, ...chineseAmount(raw) };
      const plain = groups.word
        ? wordValues.get(groups.word.toLowerCase())
        : Number(groups.digits?.replaceAll(',', ''));
      const value = (plain ?? 0) * (scales.get(groups.scale?.toLowerCase() ?? '') ?? 1);
      return {
        ...span,
        value,
        ...unitOf(groups.unit, groups.sign),
        isWord: groups.word !== undefined,
      };
    });
}

const currencies: readonly (readonly [name: string, written: RegExp])[] = [
  ['dollar', /\$$|^(?:dollar|usd)/i],
  ['yuan', /^(?:[¥￥]|yuan|rmb|cny)/i],
  ['euro', /^(?:€|euro)/i],
  ['pound', /^(?:£|pound)/i],
];

function unitOf(unit: string | undefined, sign: string | undefined): Pick<Amount, 'unit'> {
  const written = sign ?? unit;
  if (written === undefined) return {};
  if (/^(?:%|％|per)/i.test(written)) return { unit: 'percent' };
  const currency = currencies.find(([, pattern]) => pattern.test(written));
  return { unit: currency?.[0] ?? written.toLowerCase() };
}

function chineseAmount(raw: string): Pick<Amount, 'value' | 'unit' | 'isWord'> {
  const [digits = '0', word] = (chineseNumberAt(raw, 0)?.english ?? '').split(' ');
  const isPercent = word === 'percent';
  const value = Number(digits) * (isPercent ? 1 : (scales.get(word ?? '') ?? 1));
  return { value, ...(isPercent ? { unit: 'percent' } : {}), isWord: false };
}

/** Whether two numbers may say the same: the same value, and no other unit where both have one. */
export function isSameAmount(a: Amount, b: Amount): boolean {
  const isOtherUnit = a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit;
  return !isOtherUnit && Math.abs(a.value - b.value) <= 1e-9 * Math.abs(a.value);
}
