import de from '../data/languages/de.json' with { type: 'json' };
import es from '../data/languages/es.json' with { type: 'json' };
import fr from '../data/languages/fr.json' with { type: 'json' };
import { PARAMETERS } from '../parameters.js';
import { matchesIn } from '../text/matches.js';
import { inOrder, overlapsAny } from '../text/span.js';
import { stopWords } from '../text/stop-words.js';
import type { CollectionWords, TranslatedSpan } from './translated-span.js';
import { compileWordList, fold, type WordList } from './word-list.js';

let compiled: readonly WordList[] | undefined;

/** Compiled for the first question, so that no start waits for it. */
function wordLists(): readonly WordList[] {
  compiled ??= [es, fr, de].map(compileWordList);
  return compiled;
}

const token = /(?<![\p{L}&])[\p{L}\p{M}\p{N}]+(?![\p{L}&])/gu;

/** The question in English where it is Spanish, French or German; undefined where English words are as many. */
export function translateEuropean(
  question: string,
  collection: CollectionWords,
): TranslatedSpan[] | undefined {
  const tokens = matchesIn(question, token).map(({ 0: word, index }) => ({ word, start: index }));
  const words = tokens.map(({ word }) => word);
  const list = languageOf(words, collection);
  if (!list) return undefined;
  const [names, spans] = [collection.names(), decimals(question)];
  let unlisted = 0;
  for (let position = 0; position < tokens.length; ) {
    const first = tokens[position];
    const phrase = list.phraseAt(words, position);
    const wordCount = phrase?.wordCount ?? 1;
    const last = tokens[position + wordCount - 1];
    if (!first || !last) break;
    const span = { start: first.start, end: last.start + last.word.length };
    if (!overlapsAny(span, [...names, ...spans])) {
      if (position === 0 && wordCount === 1 && list.opensYesNo(first.word))
        spans.push({ ...span, english: ['is'] });
      else if (phrase) spans.push({ ...span, english: phrase.english });
      else if (++unlisted <= PARAMETERS.translation.maxUnlisted)
        spans.push(...translateUnlisted(first.word, first.start, list, collection));
    }
    position += wordCount;
  }
  return spans.sort(inOrder);
}

/** What an apostrophe parts from an English word: John's, don't, we'll. */
const contractions = new Set(['s', 't', 'd', 'm', 'll', 're', 've']);

/**
 * The language that clearly more of the question's words are of than English, undefined for English. Words that
 * both have or write alike tell nothing, nor do capitalized words that only the documents have: they are names.
 */
function languageOf(words: readonly string[], { isKnown }: CollectionWords): WordList | undefined {
  const isEnglish = words.map((word) => contractions.has(word) || stopWords.has(fold(word)) || isKnown(word));
  // Of most questions: no word could be of another language alone.
  if (isEnglish.every(Boolean)) return undefined;
  let best: { list: WordList | undefined; lead: number } = { list: undefined, lead: 0 };
  for (const list of wordLists()) {
    let lead = 0;
    words.forEach((word, position) => {
      const phrase = list.phraseAt(words, position);
      const isListed = phrase !== undefined;
      const isWrittenAlike = phrase?.english.includes(word.toLowerCase());
      if (isListed && !isEnglish[position] && !isWrittenAlike) lead++;
      if (!isListed && isEnglish[position] && (position === 0 || !/^[\p{Lu}\d]/u.test(word)))
        lead -= PARAMETERS.translation.leadOverEnglish;
    });
    if (lead > best.lead) best = { list, lead };
  }
  return best.list;
}

/** A word that the list does not have, whole or in parts; a name with digits in it is left alone. */
function translateUnlisted(
  word: string,
  start: number,
  list: WordList,
  collection: CollectionWords,
): TranslatedSpan[] {
  if (/\d/.test(word)) return [];
  let at = start;
  return list.unlisted(word, collection.inDocuments).map(({ units, english }) => {
    const part = { start: at, end: at + units, english };
    at += units;
    return part;
  });
}

/** Figures with a decimal comma or with dots between thousands, as English writes them. */
function decimals(question: string): TranslatedSpan[] {
  return [...question.matchAll(/(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d{1,2})(?![\d.,]*\d)/g)].map(
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      english: [match[0].replaceAll('.', '').replace(',', '.')],
    }),
  );
}
