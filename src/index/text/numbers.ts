const cardinals = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
  'seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const ordinalEndings = ['st', 'nd', 'rd'];

/** Number words as the analyzer writes numbers: `twelve` → `12`, `third` → `3rd`. "One" is mostly a pronoun. */
export const numberWords: ReadonlyMap<string, string> = new Map([
  ...cardinals.map((word, value): [string, string] => [word, String(value)]),
  ...tens.map((word, place): [string, string] => [word, String(20 + 10 * place)]),
  ...ordinals.map((word, place): [string, string] => [word, `${place + 1}${ordinalEndings[place] ?? 'th'}`]),
  ['hundred', '100'],
  ['thousand', '1000'],
]);

const months = ['january february march april may june july august september october november december']
  .join(' ')
  .split(' ');

/** The English name of a month, 1 to 12. */
export function monthName(month: number): string | undefined {
  return months[month - 1];
}

const shortMonths: ReadonlyMap<string, string> = new Map([
  ...months.map((name): [string, string] => [name.slice(0, 3), name]),
  ['sept', 'september'],
]);

/** The month that an abbreviation stands for: `jul` → `july`. Only meant beside a number: "mar" is also a verb. */
export function monthOf(abbreviation: string): string | undefined {
  return shortMonths.get(abbreviation);
}

/** The number of a month, 1 to 12, by its name or an abbreviation of it, whatever the case. */
export function monthNumber(name: string): number | undefined {
  const word = name.toLowerCase();
  const place = months.indexOf(shortMonths.get(word) ?? word);
  return place === -1 ? undefined : place + 1;
}
