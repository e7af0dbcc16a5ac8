import { dayOfMonth, daysWritten, form, type Groups, year } from './latin-forms.js';
import { type DateForms, readYear, someMonths, type WrittenDate } from './mention.js';

/** The months in French and Spanish, which write them with a small letter, and in German; in order. */
const romance = [
  'janvier|enero',
  'f[eé]vrier|febrero',
  'mars|marzo',
  'avril|abril',
  'mai|mayo',
  'juin|junio',
  'juillet|julio',
  'ao[uû]t|agosto',
  'septembre|septiembre',
  'octobre|octubre',
  'novembre|noviembre',
  'd[eé]cembre|diciembre',
];
const german = 'januar februar m[aä]rz april mai juni juli august september oktober november dezember'.split(
  ' ',
);
const patterns = romance.map((names, i) => new RegExp(`^(?:${names}|${german[i]})$`, 'iu'));
const romanceName = new RegExp(`^(?:${romance.join('|')})$`, 'iu');

/** These are left to the reader of English dates, but behind a day with a dot. */
const english = ['april', 'august', 'september', 'november'];
const foreign = [...romance, ...german.filter((name) => !english.includes(name))].join('|');
const month = String.raw`(?<month>${foreign})(?![\p{L}\p{N}])`;
const alsoEnglish = String.raw`(?<month>${english.join('|')})(?!\p{L})`;
const to = ' ?(?:[–—-]|bis(?: zum)?|und|al?|y|au|et) ?';
const days = String.raw`(?<first>${dayOfMonth})(?:er|\.)?(?:${to}(?<last>${dayOfMonth})\.?)?`;
const daysWithDot = String.raw`(?<first>${dayOfMonth})\.(?:${to}(?<last>${dayOfMonth})\.)?`;
const withYear = `(?: (?:del? )?${year})?`;

/** Dates with the names of months in French, Spanish and German. */
export const europeanDates: DateForms = {
  hint: new RegExp(String.raw`\b(?:${foreign}|(?<=\d\. )(?:${english.join('|')}))\b`, 'i'),
  forms: [
    form(`${days} (?:de )?${month}${withYear}`, (groups) => daysWritten(groups, monthOf(groups))),
    form(`${daysWithDot} ${alsoEnglish}${withYear}`, (groups) => daysWritten(groups, monthOf(groups))),
    form(`${month} (?:del? )?${year}`, wholeMonth),
    form(month, (groups) => (isOtherWord(groups) ? undefined : wholeMonth(groups))),
  ],
};

function monthOf({ month = '' }: Groups): number {
  return patterns.findIndex((pattern) => pattern.test(month)) + 1;
}

/** Undefined where a capital letter makes a name of it: "Mars 2020", "Julio". "Mai" is German too. */
function wholeMonth(groups: Groups): WrittenDate | undefined {
  const { month = '', year } = groups;
  const isName = /^\p{Lu}/u.test(month) && romanceName.test(month) && month !== 'Mai';
  return isName ? undefined : someMonths(readYear(year), monthOf(groups));
}

/** Alone, some are no month: "mars" is a planet too, and "mai" part of many names. */
function isOtherWord({ month = '' }: Groups): boolean {
  return /^(?:mars|marz|mai|mayo)$/iu.test(month);
}
