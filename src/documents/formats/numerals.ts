// The ways in which lists of HTML and Word are numbered.

export type NumeralStyle =
  | 'decimal'
  | 'letter'
  | 'Letter'
  | 'roman'
  | 'Roman'
  /** 一, 二, 十一 */
  | 'chinese'
  /** 甲, 乙 */
  | 'stem'
  /** ①, ② */
  | 'circled';

/** A number as a list shows it; in figures where the style has no sign for it. */
export function numeral(number: number, style: NumeralStyle): string {
  if (number < 1 || number > 3_999) return String(number);
  switch (style) {
    case 'letter':
      return letters(number).toLowerCase();
    case 'Letter':
      return letters(number);
    case 'roman':
      return roman(number).toLowerCase();
    case 'Roman':
      return roman(number);
    case 'chinese':
      return number < 100 ? chinese(number) : String(number);
    case 'stem':
      return '甲乙丙丁戊己庚辛壬癸'[number - 1] ?? String(number);
    case 'circled':
      return number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
    default:
      return String(number);
  }
}

/** A, B, … Z, AA, AB, … */
function letters(number: number): string {
  let text = '';
  for (let left = number; left > 0; left = Math.floor((left - 1) / 26)) {
    text = String.fromCodePoint(65 + ((left - 1) % 26)) + text;
  }
  return text;
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [value, sign] of ROMAN) {
    text += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}

const DIGITS = '一二三四五六七八九';

function chinese(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = DIGITS[(number % 10) - 1] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : DIGITS[tens - 1]}十${ones}`;
}
