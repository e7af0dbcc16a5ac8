import type { Expectation } from '../query/question-kind.js';
import { notRemembered } from '../remembered.js';
import { matchesIn } from '../text/matches.js';

const numberWord =
  /\p{N}|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|both|once|twice|several|few)\b/iu;
/** "A quarter of the price", and not the fourth quarter of 2025; "invests billions", and not what millions use. */
const moneyWord =
  /[$€£¥￥]|\p{N}\s?(?:rmb|usd|cny|eur)\b|\b(?:rmb|usd|us\$|dollars?|yuan|euros?|pounds?|yen|cents?|renminbi|francs?|crowns?|kron(?:er|or|a)|rupees?|rou?bles?|pesos?|ringgit|baht|dirhams?|riyals?|shekels?|(?<=illion )won)\b|\b(?:b|tr)illions\b(?! of\b)|[元美]|\b(?:half|third|quarter|fifth|tenth|percent) of\b(?! (?:19|20)\d\d)/iu;
const percentWord = /[%％]|\bper ?cent\b|\b(?:half|third|quarter|majority|most|all|none)\b/iu;
const dateWord =
  /\b(?:1\d{3}|20\d{2})s?\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|today|yesterday|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|decades?|century|centuries|ago|ancient|medieval|noon|midnight|mornings?|afternoons?|evenings?|nights?|tomorrow|daily|weekly|monthly|yearly|hourly|at (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b|\b\d{1,2}(?::\d{2}|\s?(?:am|pm|a\.m\.|p\.m\.|o['’]clock))|\d[年月日号點点时]/iu;
const reasonWord =
  /\b(?:because|due to|since|as|so that|in order|reasons?|caus\w+|led to|therefore|thus|owing|results?|leading|response|after|to|for)\b|因/iu;

const patterns = { number: numberWord, money: moneyWord, percentage: percentWord, date: dateWord };

/** Whether a sentence has something of the kind that is expected, which the question does not have already. */
export function hasExpected(
  { expected, words }: Expectation,
  sentence: string,
  remembered = notRemembered,
): boolean {
  if (expected === undefined) return false;
  if (expected === 'reason') return reasonWord.test(sentence);
  if (expected === 'name') return hasName(sentence, words);
  const { text, numbered } = remembered.of(readNumbers, sentence);
  // Numbers that were asked are no answer.
  const isAsked = numbered.some((word) => words.has(word.toLowerCase()));
  return patterns[expected].test(isAsked ? withoutNames(sentence, words) : text);
}

const numberedWord = /(?<![\p{L}\p{N}])[\p{L}-]{0,40}\p{N}+[\p{L}\p{N}]*/gu;

/** The words of a sentence that have numbers, and the sentence without those that are names. */
function readNumbers(sentence: string): { readonly text: string; readonly numbered: readonly string[] } {
  const numbered = sentence.match(numberedWord) ?? [];
  return { text: numbered.length === 0 ? sentence : withoutNames(sentence), numbered };
}

/** Numbers within names (910C, H20) are no amounts; neither are some words. */
function withoutNames(sentence: string, others: ReadonlySet<string> = new Set()): string {
  return sentence.replaceAll(numberedWord, (word) => {
    const isName = /^\p{Lu}[\p{L}-]*\p{N}|^\p{N}+\p{Lu}$/u.test(word);
    return isName || others.has(word.toLowerCase()) ? '' : word;
  });
}

const wordOfName = /\p{Lu}[\p{L}\p{M}\p{N}’'.-]*\s*/uy;
const MAX_WORDS_OF_NAME = 4;

/** Whether a part of an enumeration is a name and nothing else, but what stands in brackets. */
function isOnlyName(part: string): boolean {
  const text = part.trimStart();
  let end = 0;
  for (let word = 0; word < MAX_WORDS_OF_NAME; word++) {
    wordOfName.lastIndex = end;
    end += wordOfName.exec(text)?.[0].length ?? 0;
  }
  return end > 0 && /^(?:\([^()]*\))?\W*$/u.test(text.slice(end));
}

/** How many names a sentence counts up that the question does not have, but the first, which follows other words. */
export function namesListed({ words }: Expectation, sentence: string): number {
  const alone = sentence
    .split(/[,;、]|\band\b/u)
    .filter((part) => isOnlyName(part) && lowerWords(part).some((word) => word !== '' && !words.has(word)));
  return alone.length;
}

const capitalized = /\p{Lu}[\p{L}\p{M}\p{N}]*|\p{sc=Han}{2,}/gu;

/** A capitalised word, but the first one of the sentence, which has a capital letter whatever it is. */
function hasName(sentence: string, asked: ReadonlySet<string>): boolean {
  const names = matchesIn(sentence, capitalized);
  const startsWithName = /^\P{L}*\p{Lu}[\p{L}\p{N}]*\s+\p{Lu}/u.test(sentence);
  return names.some(({ 0: name, index }) => (index > 0 || startsWithName) && !asked.has(name.toLowerCase()));
}

function lowerWords(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}
