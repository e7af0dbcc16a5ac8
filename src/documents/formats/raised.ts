// Small text above or below the line, which a canonical text cannot show as it stands: an exponent, the number of a
// note, the ending of an ordinal number, an index. Which of these it is, is told by what it stands behind.

/** What decides stands close by, in characters. */
const CONTEXT = 60;

/**
 * The canonical text of what stands raised on a line.
 *
 * - An exponent, also of a unit, a variable or an ion, in raised characters where Unicode has them (`10²⁶`, `m²`,
 *   `s⁻¹`, `Ca²⁺`), or else behind `^` (`10^2.5`): it never joins the number before it.
 * - The number, letter or sign of a note is `''`: it is no part of the sentence, and behind a full stop it would hide
 *   that the sentence ends.
 * - The ending of an ordinal number (`1st`, `XIXe`), a trademark and other words stay as they are.
 *
 * What could be both is kept as it is seen, raised: a note that is quoted does less harm than an exponent that is lost.
 *
 * @param words the raised text
 * @param before what stands before it on its line, with white space as it is seen; raised and lowered text in it as
 *   this function gave it. The last 60 characters are enough.
 * @param after what follows on its line, likewise
 */
export function raisedText(words: string, before: string, after = ''): string {
  const text = words.trim();
  const place = { before: withoutGap(before.slice(-CONTEXT)), after: after.slice(0, CONTEXT) };
  const sign = SIGNS.get(text);
  if (sign !== undefined) return sign;
  if (isExponent(text, place)) return exponent(text);
  if (isNote(text, place)) return '';
  if (/^[ao]$/.test(text) && /[\d.]$/.test(place.before)) return text === 'a' ? 'ª' : 'º';
  return /^\d+$/.test(text) ? exponent(text) : words;
}

/** Some authors put a space between `10` or a unit and its exponent; behind a word, it sets a note apart. */
function withoutGap(before: string): string {
  return /(?:(?<![\p{L}\d.,])10|\d ?(?:[cdkmn]?m|ft|in)) $/u.test(before) ? before.trimEnd() : before;
}

/**
 * The canonical text of what stands lowered on a line: figures and signs in lowered characters (`CO₂`, `log₂`), and a
 * single letter behind a variable (`xᵢ`); words stay as they are (`Rmax`).
 *
 * @param before what stands before it on its line, as in `raisedText`
 */
export function loweredText(words: string, before: string): string {
  const text = words.trim();
  const isIndex = /\d/.test(text) || (text.length === 1 && /(?<!\p{L})\p{L}$/u.test(before.slice(-2)));
  return isIndex && text.length <= MAX_LENGTH ? index(text) : words;
}

interface Place {
  readonly before: string;
  readonly after: string;
}

/** In characters: nobody raises more than this to say a power. */
const MAX_LENGTH = 20;

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['TM', '™'],
  ['tm', '™'],
  ['SM', '℠'],
  ...['™', '℠', '®', '©', '°', '′', '″'].map((sign) => [sign, sign] as const),
  ['◦', '°'],
  ['∘', '°'],
]);

/** Figures, single letters, and what stands between them in a formula. */
const FORMULA = /^[-−–+±]?(?:(?<!\p{L})\p{L}(?!\p{L})|[\d\s.,/*·×=()−–+-])+$/u;

function isExponent(text: string, { before, after }: Place): boolean {
  if (text.length > MAX_LENGTH || !FORMULA.test(text) || !/[\p{L}\d−–+-]/u.test(text)) return false;
  const isNumber = /^\d{1,4}$/.test(text);
  // `½` as it is built of two numbers, and `¹⁴C`.
  if (isNumber && /^[/⁄]/.test(after)) return true;
  if (isNumber && /[\s([-]$/.test(before)) return /^[A-Z][a-z]?(?![a-z])/.test(after);
  // No note has a sign: `s⁻¹`, `Ca²⁺`, `Na⁺`.
  if (/^[-−–+±]\s?[\p{L}\d]/u.test(text)) return /[\p{L}\p{N})\]|]$/u.test(before);
  if (/^\d?[−–+-]$/.test(text)) return /(?<![a-z])[A-Z][a-z]?\)?$|[₀-₉]$/.test(before);
  return isBase(before, text);
}

/** Does what stands before end in something that can be raised to this power? */
function isBase(before: string, power: string): boolean {
  const number = /(?<![\d.,])\d[\d.,]{0,40}$/.exec(before)?.[0];
  if (number !== undefined) return isBaseNumber(number, before.slice(0, -number.length), power);
  const indexed = before.replace(/[₀-₉ₐ-ₜᵢ-ᵥⱼ]{1,20}$/u, '');
  const [name = ''] = /[\p{Script=Latin}\p{Script=Greek}]{1,40}$/u.exec(indexed) ?? [];
  if (name.length === 1) return isVariable(indexed.slice(0, -1), name, power);
  if (indexed !== before) return false;
  if (name !== '') return isFigure(power) && isUnit(name, before.slice(0, -name.length));
  const [, bracketed] = /\(([^()]{0,60})\)$/.exec(before) ?? [];
  if (bracketed !== undefined) return isProduct(bracketed);
  return /[|∇∂∆]$/u.test(before) || (isFigure(power) && /(?:米|公里)$/.test(before));
}

function isFigure(power: string): boolean {
  return /^\d{1,2}$/.test(power);
}

/** Not the `910` of a name, a year, or thousands: behind these stand notes. A letter is a power of 2 and 10 alone. */
function isBaseNumber(number: string, before: string, power: string): boolean {
  if (/\p{L}-?$/u.test(before) || number.includes(',') || /[.,]$/.test(number)) return false;
  if (/\p{L}/u.test(power)) return /^(?:2|10)$/.test(number) && !/^[a-hos]$/.test(power);
  if (/^(?:19|20)\d\d$/.test(number)) return false;
  // `12`, raised `3, 4`: two notes.
  return number === '10' || !/[\s,–-]/.test(power);
}

/** Not the `B` of `910B` and of `type-B`, the `s` of `Huawei’s`, or the `o` of `Nº`. */
function isVariable(before: string, name: string, power: string): boolean {
  if (/[.’'`-]$/.test(before) || /\p{L}-?\d{1,20}$/u.test(before)) return false;
  if (/\d$/.test(before) && /\p{Lu}/u.test(name)) return false;
  if (/^[eor]$/.test(power)) return false;
  return !(power === 't' && /\p{Lu}/u.test(name));
}

const UNITS = new Set(
  (
    'mm cm dm km nm µm μm um ft yd mi kg mg lb hm dam pc kpc Mpc sec min hr rad Hz kHz MHz GHz eV keV MeV GeV TeV ' +
    'mc sin cos tan cot log ln exp'
  ).split(' '),
);

function isUnit(name: string, before: string): boolean {
  // Without a number it is the preposition.
  return UNITS.has(name) || (name === 'in' && /\d\s?$/.test(before));
}

/** `(x + 1)`, but not `(see below)`, `(a)` or `(2023–2025)`. */
function isProduct(words: string): boolean {
  if (/\p{L}\p{L}|\d{4}/u.test(words)) return false;
  return /[\p{L}\d]\s?[-+−–×·*/^]\s?[\p{L}\d]|\d\p{L}/u.test(words);
}

const NOTE_SIGN = /^(?:[*†‡§¶※#]{1,4}|[①-⑳])$/u;
const NOTE_NUMBERS = /^\d{1,3}(?:\s?[,;、，–-]\s?\d{1,3}){0,20}$/;
const NOTE_LETTERS = /^[a-z](?:\s?[,;、，]\s?[a-z]){0,20}$/;
const NOTE_ROMAN = /^x{0,3}(?:i{1,3}|i?v|vi{1,3}|i?x)$/;
const NOTE_NAMED = /^(?:\[[^[\]]{1,40}\]|［[^［］]{1,40}］|【[^【】]{1,40}】|〔[^〔〕]{1,40}〕|注\d{0,3})$/u;
/** Several in brackets, with or without a comma between: `[1][2]`, `(3)`. */
const NOTE_BRACKETED = /^(?:[[(（［](?:\d{1,3}|[a-z]|[*†‡§])[\])）］][\s,]{0,2})+$/u;

function isNote(text: string, { before, after }: Place): boolean {
  // `A*` is a name.
  if (text === '*' && /(?<!\p{L})\p{L}$/u.test(before)) return false;
  if ([NOTE_SIGN, NOTE_NUMBERS, NOTE_NAMED, NOTE_BRACKETED].some((note) => note.test(text))) return true;
  if (NOTE_LETTERS.test(text) && !isOrdinalEnding(text, before, after)) return true;
  return NOTE_ROMAN.test(text) && /\p{L}{2}$|[.,;:!?。，；：！？”’"')」』）》…]$/u.test(before);
}

/** The one letter behind `XIX`, `1`, `n` and `D` in `XIXe`, `1o`, `no` and `Dr`, or behind the hours in `10h30`. */
function isOrdinalEnding(letter: string, before: string, after: string): boolean {
  if (/^[aeo]$/.test(letter) && /(?:(?<![\d,.])\d{1,2}\.?|(?<!\p{L})[IVXLCDM]{1,10})$/u.test(before))
    return true;
  if (/^[hmsd]$/.test(letter) && /\d$/.test(before) && /^\s?\d/.test(after)) return true;
  return /(?<![\p{L}\p{N}])\p{L}\.?$/u.test(before);
}

/** What is known to be an exponent, as it can stand on a line. */
export function exponent(power: string): string {
  const raised = shifted(power.replace(/\s/g, ''), RAISED);
  if (!/[^⁰¹²³⁴-⁹⁺⁻⁼⁽⁾ⁿⁱ]/u.test(raised)) return raised;
  return /^[-−–+]?(?:\p{L}|[\d.]+)$/u.test(power) ? `^${power}` : `^(${power})`;
}

/** What is known to be an index, as it can stand on a line. */
export function index(words: string): string {
  return shifted(words, LOWERED);
}

function shifted(text: string, characters: ReadonlyMap<string, string>): string {
  return [...text].map((character) => characters.get(character) ?? character).join('');
}

const RAISED = pairs('0123456789+-−–=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ');
const LOWERED = pairs('0123456789+-−–=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const characters = [...to];
  return new Map([...from].map((character, i) => [character, characters[i] ?? character]));
}
