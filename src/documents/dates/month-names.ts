// The names of months as Unicode's CLDR has them, which comes with the runtime: whole and short, by themselves and as
// they stand in a date (`maja` in Polish).

/** Languages of pages that are likely to come; some of their months have the same names. */
const LANGUAGES =
  'en zh de fr es it pt nl da sv nb fi et lv lt pl cs sk sl hr sr sr-Latn bg ru uk be mk ro hu el tr az ca gl eu sq ga is ms id vi ar fa he hi bn th hy ka kk ko ja'.split(
    ' ',
  );

/** Short names that people write and CLDR does not have. */
const OTHERS: Readonly<Record<string, number>> = { sept: 9, jänner: 1, feber: 2, mrz: 3 };

const WIDTHS = ['long', 'short'] as const;

type Months = ReadonlyMap<string, number>;

/**
 * The number of a month, from 1, by its name in small letters and without a full stop.
 *
 * @param language BCP 47. It decides where languages differ: `listopad` is October in Croatian and November in Polish.
 */
export function monthNamed(name: string, language = ''): number | undefined {
  return namesIn(language).get(name) ?? namesInAll().get(name);
}

const byLanguage = new Map<string, Months>();

/** The names in one of the languages; none in any other, so that there are never more of these lists. */
function namesIn(language: string): Months {
  const [code = ''] = language.toLowerCase().split('-', 1);
  if (!LANGUAGES.includes(code)) return NONE;
  const known = byLanguage.get(code);
  if (known) return known;
  const names = new Map(namesOf(code));
  byLanguage.set(code, names);
  return names;
}

const NONE: Months = new Map();

let all: Months | undefined;

/** The names that mean the same month wherever they are one. */
function namesInAll(): Months {
  if (all) return all;
  const names = new Map(Object.entries(OTHERS));
  const disputed = new Set<string>();
  for (const [name, month] of LANGUAGES.flatMap(namesOf)) {
    if (names.has(name) && names.get(name) !== month) disputed.add(name);
    names.set(name, month);
  }
  for (const name of disputed) names.delete(name);
  all = names;
  return names;
}

function namesOf(language: string): [string, number][] {
  return WIDTHS.flatMap((month) =>
    [{ month }, { month, day: 'numeric', year: 'numeric' } as const].flatMap((parts) => {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
        ...parts,
        timeZone: 'UTC',
      });
      return Array.from({ length: 12 }, (_, index) => index).flatMap((index): [string, number][] => {
        const name = format.formatToParts(Date.UTC(2025, index, 15)).find(({ type }) => type === 'month');
        const word = name?.value.toLowerCase().replace(/\.$/, '') ?? '';
        return /^\p{L}[\p{L}\p{M}]*$/u.test(word) ? [[word, index + 1]] : [];
      });
    }),
  );
}
