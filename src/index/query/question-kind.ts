import { PARAMETERS } from '../parameters.js';

/** What an answer to a question must name. */
export type ExpectedKind = 'name' | 'number' | 'money' | 'percentage' | 'date' | 'reason';

/** What a sentence must have to answer a question, as far as the question's words tell. */
export interface Expectation {
  readonly kind: ExpectedKind | undefined;
  /** Whether all names are asked for that belong to something. */
  readonly list: boolean;
  /** The words of the question in lower case: what it says itself is no answer to it. */
  readonly words: ReadonlySet<string>;
}

/** Reads what a question asks for. English only. */
export function expectationOf(question: string): Expectation {
  const words = ` ${question.toLowerCase().replaceAll(/[^\p{L}\p{N}'’]+/gu, ' ')} `;
  return {
    kind: asking.find(([, pattern]) => pattern.test(words))?.[0],
    list: several.test(words),
    words: new Set(wordsOf(question)),
  };
}

export function isNumeric(kind: ExpectedKind): boolean {
  return kind === 'number' || kind === 'money' || kind === 'percentage';
}

const persons =
  'person|people|man|woman|president|king|queen|author|scientist|leader|chairman|chief|founder|director|ceo|minister|analyst';
const bodies =
  'group|company|companies|firm|firms|maker|makers|organisation|organisations|organization|organizations|agency|team|university|institute|alliance|country|countries|nation|state|city|province|town';
const measures = 'number|amount|population|rate|age|distance|length|height|size|temperature|score|total';
const prices = 'price|cost|fee|salary|revenue|turnover|profit|budget|valuation';
const times = 'year|years|date|day|month|century|decade|time';
/** Words between "which" and the noun: "which two Chinese companies". */
const between = String.raw`(?:\p{L}+ ){0,2}`;

/** As above, but "what is an alliance" asks for a definition and not for the name of one. */
const betweenNoVerb = String.raw`(?:(?!is |are |was |were |does |do |did )\p{L}+ ){0,2}`;

/** In order of trust: "how long ago" asks for a date although "how long" asks for a number. */
const asking: readonly (readonly [ExpectedKind, RegExp])[] = [
  ['date', new RegExp(` (?:when|how long ago|(?:what|which) ${between}(?:${times})) `, 'u')],
  ['percentage', new RegExp(` (?:what|which) ${between}(?:percentage|percent|proportion|share) `, 'u')],
  [
    'money',
    new RegExp(
      ` (?:how much (?:money|\\p{L}+ (?:\\p{L}+ ){0,5}(?:costs?|pay|paid|spend|spent|earn|worth))|(?:what|which) ${between}(?:${prices})) `,
      'u',
    ),
  ],
  [
    'number',
    new RegExp(
      ` (?:how (?:much|many|long|old|far|tall|large|big|often|high|deep|fast|heavy|wide)|(?:what|which) ${between}(?:${measures})) `,
      'u',
    ),
  ],
  [
    'name',
    new RegExp(` (?:who|whom|whose|where|(?:what|which) ${betweenNoVerb}(?:${persons}|${bodies})) `, 'u'),
  ],
  ['reason', / (?:why|how come|what caused|(?:what|which) (?:\p{L}+ )?reasons?) /u],
];

const numberWord =
  /\p{N}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|both|once|twice|several|few|single|no|none|one)\b/iu;
const moneyWord =
  /[$€£¥￥]|\p{N}\s?(?:rmb|usd|cny|eur)\b|\b(?:rmb|usd|us\$|dollars?|yuan|euros?|pounds?|yen|cents?)\b|[元美]/iu;
const percentWord = /[%％]|\bper ?cent\b|\b(?:half|third|quarter|majority|most|all|none)\b/iu;
const dateWord =
  /\b(?:1\d{3}|20\d{2})s?\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|decades?|century|centuries|ago|ancient|medieval)\b|\d年/iu;
const reasonWord =
  /\b(?:because|due to|since|as|so that|in order|reasons?|caus\w+|led to|therefore|thus|owing|results?|leading|response|after|to|for)\b|因/iu;

const patterns = { number: numberWord, money: moneyWord, percentage: percentWord, date: dateWord };

/** Whether a sentence has something of the kind that is expected, which the question does not have already. */
export function hasExpected({ kind, words }: Expectation, sentence: string): boolean {
  if (kind === undefined) return false;
  if (kind === 'reason') return reasonWord.test(sentence);
  if (kind === 'name') return hasName(sentence, words);
  const fresh = sentence.replaceAll(/\p{N}+/gu, (number) => (words.has(number) ? '' : number));
  return patterns[kind].test(fresh);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}

const several =
  / (?:(?:what|which) (?:\p{L}+ ){0,2}(?:people|men|women|groups|companies|firms|makers|organi[sz]ations|agencies|teams|universities|institutes|alliances|countries|nations|states|cities|members|participants|partners|signatories)|who (?:is|are) (?:all )?(?:in|on|part of|behind|members)|who (?:belongs|joined|participates|takes part)|(?:members|participants|partners|signatories|list) of|(?:list|name) (?:all|the)) /u;
/** A part of an enumeration that is a name and nothing else, but what stands in brackets. */
const onlyName = /^\s*(?:\p{Lu}[\p{L}\p{M}\p{N}’'.-]*\s*){1,4}(?:\([^()]*\))?\W*$/u;

/** Whether a sentence counts up names that the question does not have. */
export function isList({ words }: Expectation, sentence: string): boolean {
  const alone = sentence
    .split(/[,;、]|\band\b/u)
    .filter((part) => onlyName.test(part) && wordsOf(part).some((word) => word !== '' && !words.has(word)));
  return alone.length >= PARAMETERS.sentences.minListed;
}

/** A capitalised word, but the first one of the sentence, which has a capital letter whatever it is. */
function hasName(sentence: string, asked: ReadonlySet<string>): boolean {
  const names = [...sentence.matchAll(/\p{Lu}[\p{L}\p{M}\p{N}]*|\p{sc=Han}{2,}/gu)];
  const startsWithName = /^\P{L}*\p{Lu}[\p{L}\p{N}]*\s+\p{Lu}/u.test(sentence);
  return names.some(({ 0: name, index }) => (index > 0 || startsWithName) && !asked.has(name.toLowerCase()));
}
