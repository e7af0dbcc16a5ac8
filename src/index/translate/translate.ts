import { PARAMETERS } from '../parameters.js';
import { isHan } from '../text/chinese.js';
import { translateChinese } from './translate-chinese.js';
import { translateEuropean } from './translate-european.js';
import type { CollectionWords, TranslatedSpan } from './translated-span.js';

/**
 * Puts a question in Chinese, Spanish, French or German into English, word by word: spans in order, not overlapping,
 * and what none of them covers stays as it was asked. Undefined for a question that is read as English. Of several
 * ways to say a word, those that the collection uses come first.
 */
export function translateWords(question: string, collection: CollectionWords): TranslatedSpan[] | undefined {
  const spans = isHan(question)
    ? translateChinese(question, collection)
    : translateEuropean(question, collection);
  return spans?.map((span) => ({ ...span, english: preferKnown(span.english, collection) }));
}

/** What the documents say, or else what the glossary knows other words for. */
function preferKnown(
  english: readonly string[],
  { inDocuments, isKnown }: CollectionWords,
): readonly string[] {
  const best = [inDocuments, isKnown].map((test) => english.filter(test)).find((ways) => ways.length > 0);
  return best?.slice(0, PARAMETERS.translation.maxVariants) ?? english.slice(0, 1);
}
