import type { Closeness } from '../embedding/sentence-vectors.js';
import type { Snapshot } from '../snapshot.js';
import { termsOf } from '../text/analyzer.js';
import { translateQuestion } from '../translate/question-translation.js';
import { type AskedGroup, askedGroup } from './asked-group.js';
import { type Expectation, expectationOf } from './question-kind.js';
import { correctedQuestion } from './question-words.js';
import { readTerms } from './read-terms.js';
import { isKnown } from './spelling.js';
import { subQuestions } from './sub-questions.js';

/** A question, understood as far as words go: read once, and everything after only looks at this. */
export interface ReadQuestion {
  /** As it was asked. */
  readonly text: string;
  /** In English, word by word where it was asked in another language; else as it was asked, its question words put right. */
  readonly english: string;
  readonly isTranslated: boolean;
  /** Its words and names, in order. */
  readonly groups: readonly AskedGroup[];
  /** What an answer must name. */
  readonly expects: Expectation;
  /** How close sentences are to it in meaning; `undefined` where nothing is known of that. */
  readonly closeness: Closeness | undefined;
  /** What it asks, one after the other, where that is several things; else nothing. */
  readonly parts: readonly ReadQuestion[];
}

/**
 * Reads a question with the words, names and vectors of a snapshot; any text is a question. Waits for nothing but a
 * model that embeds the question, and not for long.
 */
export async function readQuestion(snapshot: Snapshot, text: string): Promise<ReadQuestion> {
  const translation = translateQuestion(text, snapshot);
  const isWord = (word: string) => termsOf(word).some((term) => isKnown(term, snapshot));
  const { english = correctedQuestion(text, isWord) } = translation;
  const isTranslated = translation.english !== undefined;
  const expects = expectationOf(english);
  const groups = readTerms(text, translation, snapshot).map((group) =>
    askedGroup(group, text, expects, snapshot.terms),
  );
  const parts = subQuestions(text, groups).map((part) => {
    const read = isTranslated ? english : correctedQuestion(part.text, isWord);
    return { ...part, english: read, isTranslated, expects: expectationOf(read) };
  });
  await snapshot.meaning?.embedder.prepare([english, ...parts.map((part) => part.english)], 'question');
  const closeness = (read: string) => snapshot.meaning?.closenessTo(read);
  return {
    text,
    english,
    isTranslated,
    groups,
    expects,
    closeness: closeness(english),
    parts: parts.map((part) => ({ ...part, closeness: closeness(part.english), parts: [] })),
  };
}
