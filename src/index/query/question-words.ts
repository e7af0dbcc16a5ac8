import type { Span } from '../../documents/document.js';
import { isEnglish } from '../text/english-idf.js';
import { stem } from '../text/stem.js';
import { stopWords } from '../text/stop-words.js';
import { editDistanceFrom } from './spelling.js';

/** Words that only tell what is asked for, with the ways in which people write them in haste. */
const mistyped: ReadonlyMap<string, string> = new Map(
  entries(`
    who: hwo; who is: whos who's whois; what: waht wat wht whta wath; what is: whats what's wats whts;
    what are: whatre what're; when: wen wehn whne; when is: whens when's; where: wher whre wehre;
    where is: wheres where's; which: wich whcih wihch whihc; why: wyh; why is: whys why's;
    how is: hows how's; how many: howmany; how much: howmuch; the: teh hte; are: r aer; you: u; your: ur;
    does: deos; and: adn; that: taht; this: tihs; from: frm; with: wiht; about: abuot abotu; please: plz pls;
    because: becuase; have: ahve; many: mny amny; much: mcuh; is: iz; was: wsa; has: hsa; there: ther`),
);

const questionWords = ['what', 'when', 'where', 'which', 'who', 'whose', 'why', 'how'];

/** What only a question word stands before in a question: "wen did" asks when, and for nobody of that name. */
const beforeVerb = /^\s+(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should)\s/iu;

/** A word by itself: no part of a name with figures or signs in it. */
const word = /(?<![\p{L}\p{N}&-])\p{L}+(?:['’]\p{L}+)?(?![\p{L}\p{N}&+#-])/gu;

function entries(list: string): [string, string][] {
  return list.split(';').flatMap((entry) => {
    const [right = '', wrong = ''] = entry.split(':').map((part) => part.trim());
    return wrong.split(/\s+/).map((form): [string, string] => [form, right]);
  });
}

/**
 * The question with its question and function words put right, however they were typed: "whos teh ceo" is "who is the
 * ceo". A word that `isKnown` says to be a name or a word of the documents stays.
 */
export function correctedQuestion(text: string, isKnown: (word: string) => boolean = () => false): string {
  return text.replaceAll(word, (typed: string, start: number) => {
    const right = questionWordAt(text, { start, end: start + typed.length }, isKnown);
    if (right === undefined) return typed;
    return /^\p{Lu}/u.test(typed) ? `${right[0]?.toUpperCase()}${right.slice(1)}` : right;
  });
}

/** What a word of a question was meant to be that only tells what is asked for; undefined for others, and for names. */
export function questionWordAt(
  text: string,
  { start, end }: Span,
  isKnown: (word: string) => boolean,
): string | undefined {
  const typed = text.slice(start, end);
  const plain = typed.toLowerCase().replace('’', "'");
  const isFirst = text.slice(0, start).trim() === '';
  if (/^\p{Lu}/u.test(typed) && (!isFirst || /^\s+\p{Lu}/u.test(text.slice(end)))) return undefined;
  const listed = mistyped.get(plain);
  if (listed !== undefined) {
    const asks = plain.includes("'") || (isFirst && beforeVerb.test(text.slice(end)));
    return asks || !isKnown(plain) ? listed : undefined;
  }
  if (!isFirst || typed === typed.toUpperCase() || !/^\p{L}{3,6}$/u.test(plain)) return undefined;
  if (stopWords.has(plain) || isEnglish(stem(plain)) || isKnown(plain)) return undefined;
  const edits = editDistanceFrom(plain, 1);
  return questionWords.find((one) => edits(one) <= 1);
}
