import { fold, stem } from './stem.js';
import { baseForm } from './word-forms.js';

/**
 * Whether two words, as texts write them, are forms of one word to one who looks for an answer: plural, past, -ing,
 * possessive, irregular forms, and what is derived without another meaning (found, founder; invest, investment). A stem
 * alone does not tell: university and universe have the same.
 */
export function areInflections(a: string, b: string): boolean {
  if (isPluralOfInitials(a, b) || isPluralOfInitials(b, a)) return true;
  const [first, second] = [fold(a), fold(b)];
  if (first === second) return first !== '';
  if (!isPlain(first) || !isPlain(second)) return false;
  const [bases, others] = [basesOf(first), basesOf(second)];
  return haveOneInCommon(bases, others) || haveOneInCommon(withRoots(bases), withRoots(others));
}

/** GPUs of GPU: initials are no words that a stemmer could know. */
function isPluralOfInitials(plural: string, initials: string): boolean {
  return /^\p{Lu}{2,}$/u.test(initials) && plural === `${initials}s`;
}

/** A word of two letters is a name or an abbreviation, and has no forms: Li is not Lis. */
function isPlain(word: string): boolean {
  return /^[a-z]{3,40}$/.test(word);
}

function haveOneInCommon(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((word) => others.has(word));
}

/** An ending, as a regular expression, and what the word has instead without it. */
type Ending = readonly [ending: RegExp, instead: string];

const inflections: readonly Ending[] = [
  [/s$/, ''],
  [/es$/, ''],
  [/ie[sd]$/, 'y'],
  [/(?:ed|ing)$/, ''],
  [/(?:ed|ing)$/, 'e'],
  [/([b-df-hj-np-tv-z])\1(?:ed|ing)$/, '$1'],
];

/** Plurals with a meaning of their own. */
const notPlurals: ReadonlySet<string> = new Set('arms customs goods news colors glasses'.split(' '));

/** What a word can be a form of, itself among them. Only where the stemmer agrees: cared is of care and not of car. */
function basesOf(word: string): ReadonlySet<string> {
  const base = baseForm(word);
  if (notPlurals.has(base)) return new Set([base]);
  const forms = without(inflections, base).filter((form) => stem(form) === stem(base));
  return new Set([base, ...forms.map(baseForm)]);
}

/** Endings that make another part of speech of a word and say the same with it. */
const derivations: readonly Ending[] = [
  [/(?:er|or|ment|ly|ness|ship|ion)$/, ''],
  [/(?:er|or|ion)$/, 'e'],
  [/ation$/, ''],
  [/(?:ation|itor|ition)$/, 'e'],
  [/([b-df-hj-np-tv-z])\1er$/, '$1'],
  [/(?:ier|ily|ication)$/, 'y'],
  [/ification$/, 'ify'],
  [/bly$/, 'ble'],
  [/bility$/, 'ble'],
  [/(?<=c)tion$/, 'e'],
  [/sion$/, 'd'],
  [/sion$/, 'de'],
  [/(?<=[imrs])ssion$/, 't'],
  [/(?<=ion|[ivw])al$/, ''],
  [/(?<=[svu])al$/, 'e'],
  [/(?<=e)nc[ey]$/, 'nt'],
  [/(?<=a)nce$/, 'nt'],
  [/(?<=ear|ist|form|low|ttend|uid|ssist)ance$/, ''],
];

/** Words that end as if they were derived from another one, but say something else. */
const underived: ReadonlySet<string> = new Set(
  `action apartment auction author banner better billion bitter border butter cancer caption career
   chapter character charter clever commission companion conversation corner counter cover customer department
   diner doctor edition element eventual factor faction fiction former fraction function garment general hammer
   header inner installment ladder later latter layer leather letter lieutenant manner master matter member
   million minister mission moment monitor motor nation number offer officer order other paper partner passion
   pension portion position poster power premier processor proper quarter question ration reactor region relation
   river rubber ruler section sector session shower sober station statement summer supper temper tender tower
   trillion tutor union upper version vision wonder`.split(/\s+/),
);

/** Some words with what they are derived from. */
function withRoots(words: ReadonlySet<string>): ReadonlySet<string> {
  const roots = [...words].flatMap((word) =>
    underived.has(word) || word.endsWith('eer') ? [] : without(derivations, word),
  );
  return new Set([...words, ...roots.map(baseForm)]);
}

/** A word without each of the endings that it has; what is left of it must be long enough to be a word. */
function without(endings: readonly Ending[], word: string): string[] {
  return endings
    .filter(([ending]) => ending.test(word))
    .map(([ending, instead]) => word.replace(ending, instead))
    .filter((left) => left.length >= 3 && /[aeiouy]/.test(left));
}
