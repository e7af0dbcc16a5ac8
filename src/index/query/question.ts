import type { Closeness } from '../embedding/sentence-vectors.js';
import type { PassageTerms } from '../passage-terms.js';
import type { Snapshot } from '../snapshot.js';
import { translateQuestion } from '../translate/question-translation.js';
import { type Expectation, expectationOf } from './question-kind.js';
import { readTerms } from './read-terms.js';
import { subQuestions } from './sub-questions.js';
import type { TermGroup, Variant } from './term-group.js';

/** A question, understood as far as words go: read once, and everything after only looks at this. */
export interface ReadQuestion {
  /** As it was asked. */
  readonly text: string;
  /** In English, word by word where it was asked in another language; else as it was asked. */
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

/** A word or name of a question with the numbers that its terms have in the snapshot. */
export interface AskedGroup extends TermGroup {
  /** As it stands in the question. */
  readonly asked: string;
  readonly variants: readonly AskedVariant[];
}

export interface AskedVariant extends Variant {
  /** A number for each of the terms, -1 for one that no passage has. */
  readonly numbers: readonly number[];
}

/**
 * Reads a question with the words, names and vectors of a snapshot; any text is a question. Waits for nothing but a
 * model that embeds the question, and not for long.
 */
export async function readQuestion(snapshot: Snapshot, text: string): Promise<ReadQuestion> {
  const translation = translateQuestion(text, snapshot);
  const { english = text } = translation;
  const isTranslated = translation.english !== undefined;
  const groups = readTerms(text, translation, snapshot).map((group) => numbered(group, text, snapshot.terms));
  const parts = subQuestions(text, groups).map((part) => ({
    ...part,
    english: isTranslated ? english : part.text,
  }));
  await snapshot.meaning?.embedder.prepare([english, ...parts.map((part) => part.english)], 'question');
  const whole = understood({ text, english, isTranslated, groups }, snapshot);
  return {
    ...whole,
    parts: parts.map((part) => ({ ...understood({ ...part, isTranslated }, snapshot), parts: [] })),
  };
}

type ReadWords = Pick<ReadQuestion, 'text' | 'english' | 'isTranslated' | 'groups'>;

function understood(words: ReadWords, { meaning }: Snapshot): Omit<ReadQuestion, 'parts'> {
  return { ...words, expects: expectationOf(words.english), closeness: meaning?.closenessTo(words.english) };
}

function numbered(group: TermGroup, text: string, passages: PassageTerms): AskedGroup {
  const variants = group.variants.map((variant) => ({
    ...variant,
    numbers: variant.terms.map((term) => passages.numberOf(term) ?? -1),
  }));
  return { ...group, asked: text.slice(group.start, group.end), variants };
}
