import type { Span } from '../documents/document.js';
import type { Entity } from '../documents/glossary.js';
import { PARAMETERS } from '../index/parameters.js';
import type { ReadQuestion } from '../index/query/question.js';
import { saysWhatWasAsked, type Variant } from '../index/query/term-group.js';
import { notRemembered } from '../index/remembered.js';
import { analyze, termsOf } from '../index/text/analyzer.js';
import { isHan } from '../index/text/chinese.js';
import { rarityOf } from '../index/text/english-idf.js';

/** The words of a question, as they are marked in what is quoted. */
export interface AskedWords {
  readonly terms: ReadonlySet<string>;
  /** Terms that are marked where they follow each other. */
  readonly phrases: readonly (readonly string[])[];
}

export const NO_WORDS: AskedWords = { terms: new Set(), phrases: [] };

/**
 * What was asked, in its own words and, where it was asked in another language, in those that it was read as. Other ways to
 * say it are not marked, nor what is as common as "use". A name of several words that it was read as is one thing: "AI" alone
 * says nothing of "StepFun AI".
 */
export function askedWords({ groups }: Pick<ReadQuestion, 'groups'>): AskedWords {
  const variants = groups.flatMap((group) => group.variants.filter(({ origin }) => saysWhatWasAsked(origin)));
  const isPhrase = ({ origin, terms }: Variant) => origin === 'translated' && terms.length > 1;
  const terms = variants.filter((variant) => !isPhrase(variant)).flatMap((variant) => variant.terms);
  const phrases = variants.filter(isPhrase).map((variant) => variant.terms);
  return {
    terms: new Set(terms.filter((term) => !isCommon(term))),
    phrases,
  };
}

/** The words of a topic that is none of the names. */
export function topicWords(words: string): AskedWords {
  return { terms: new Set(termsOf(words)), phrases: [] };
}

/** The names of a thing, longest first, each as a whole. */
export function namesOf({ name, aliases, chinese }: Entity): AskedWords {
  const phrases = [name, ...aliases, ...chinese].map(termsOf).filter((terms) => terms.length > 0);
  return { terms: new Set(), phrases: phrases.sort((a, b) => b.length - a.length) };
}

/** Of pairs of Chinese characters nothing is known. */
function isCommon(term: string): boolean {
  return !isHan(term) && rarityOf(term) <= PARAMETERS.excerpts.commonRarity;
}

/** Where the words of a question stand in a text, in order; those with nothing but a space or a hyphen between are one. */
export function highlight(text: string, { terms, phrases }: AskedWords, remembered = notRemembered): Span[] {
  const ranges: Span[] = [];
  const found = remembered.of(analyze, text);
  for (const [at, { term, start, end }] of found.entries()) {
    const phrase = phrases.find((one) => one.every((word, i) => found[at + i]?.term === word));
    if (!terms.has(term) && !phrase) continue;
    const to = Math.max(end, found[at + (phrase?.length ?? 1) - 1]?.end ?? end);
    const last = ranges.at(-1);
    if (last && isNext(text, last.end, start))
      ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, to) };
    else ranges.push({ start, end: to });
  }
  return ranges;
}

function isNext(text: string, end: number, start: number): boolean {
  return start <= end || /^[ \u00a0‐‑-]$/.test(text.slice(end, start));
}
