import type { Span } from '../../documents/document.js';
import { isHan } from '../text/chinese.js';
import type { Dictionary } from './dictionary.js';
import { translateChinese } from './translate-chinese.js';
import { translateEuropean } from './translate-european.js';

/** A stretch of a question and ways to say it in English, likeliest first; none for words that carry no subject. */
export interface Stretch extends Span {
  readonly english: readonly string[];
}

/** A question in another language, put into English word by word. What no stretch covers is kept as it was asked. */
export interface Translation {
  readonly language: string;
  /** In order, not overlapping. */
  readonly stretches: readonly Stretch[];
}

/** What translation needs to know of the collection that is asked. */
export interface Surroundings {
  /** Stretches that the glossary knows as names: they are left alone. */
  readonly names: readonly Span[];
  /** Whether the documents have every term of an English phrase. */
  inDocuments(english: string): boolean;
  /** Whether the documents or the glossary have every term of an English phrase. */
  isKnown(english: string): boolean;
  readonly dictionary?: Dictionary | undefined;
}

/**
 * Puts a question in Chinese, Spanish, French or German into English, word by word; undefined for a question that
 * is read as English. Of several ways to say a word, those that the collection uses come first.
 */
export function translateQuery(question: string, surroundings: Surroundings): Translation | undefined {
  const translation = isHan(question)
    ? { language: 'Chinese', stretches: translateChinese(question, surroundings) }
    : translateEuropean(question, surroundings);
  if (!translation) return undefined;
  const stretches = translation.stretches.map((stretch) => ({
    ...stretch,
    english: preferKnown(stretch.english, surroundings),
  }));
  return { language: translation.language, stretches };
}

/** Ways to say a word that are tried. */
const mostWays = 4;

/** What the documents say, or else what the glossary knows other words for. */
function preferKnown(english: readonly string[], { inDocuments, isKnown }: Surroundings): readonly string[] {
  const best = [inDocuments, isKnown].map((test) => english.filter(test)).find((ways) => ways.length > 0);
  return best?.slice(0, mostWays) ?? english.slice(0, 1);
}
