import type { Closeness } from '../embedding/sentence-vectors.js';
import type { Snapshot } from '../snapshot.js';
import { askedTime } from './asked-time.js';
import { type AskedDetail, detailsOf } from './details.js';
import { type Polarity, polarityOf } from './polarity.js';
import { expectationOf } from './read-expectation.js';
import { type ReadWords, readWords } from './read-words.js';
import { spelledRight } from './spelled-right.js';
import { subQuestions } from './sub-questions.js';

/** A question, understood as far as words go: read once, and everything after only looks at this. */
export interface ReadQuestion extends ReadWords {
  /** As it was asked. */
  readonly text: string;
  /** What it names precisely: numbers, dates, names and quotations that an answer must have as they are. */
  readonly details: readonly AskedDetail[];
  /** Whether it asks for what is not so. */
  readonly polarity: Polarity;
  /** How close sentences are to it in meaning; `undefined` where nothing is known of that. */
  readonly closeness: Closeness | undefined;
  /** What it asks, one after the other, where that is several things; else nothing. */
  readonly parts: readonly ReadQuestion[];
}

/**
 * Reads a question with the words, names and vectors of a snapshot; any text is a question. Waits for nothing but a
 * model that embeds the question, and not for long.
 */
export async function readQuestion(snapshot: Snapshot, asked: string): Promise<ReadQuestion> {
  const text = withoutMarks(asked);
  const words = readWords(text, snapshot);
  const { english, isTranslated, groups, time } = words;
  const details = detailsOf(text, groups, snapshot, isTranslated);
  const parts = subQuestions(text, groups).map(({ start: from, ...part }) => {
    const span = { start: from, end: from + part.text.length };
    const read = isTranslated ? english : spelledRight(text, groups, snapshot, span);
    return {
      ...part,
      english: read,
      isTranslated,
      details: details.filter(({ asked }) => part.text.includes(asked)),
      polarity: polarityOf(
        part.text,
        groups.map(({ start, end }) => ({ start: start - from, end: end - from })),
      ),
      expects: expectationOf(read, askedTime(part.text, read)),
      time,
    };
  });
  await snapshot.meaning?.embedder.prepare([english, ...parts.map((part) => part.english)], 'question');
  const closeness = (read: string) => snapshot.meaning?.closenessTo(read);
  return {
    text: asked,
    ...words,
    details,
    polarity: polarityOf(text, groups),
    closeness: closeness(english),
    parts: parts.map((part) => ({ ...part, closeness: closeness(part.english), parts: [] })),
  };
}

/** Mentions and emoji of servers, which say nothing of what is asked. */
const mark = /<(?:@[!&]?|#|a?:\w+:)\d+>|@(?:everyone|here)\b/g;

/** The same text with blanks in place of these, so that offsets stay. */
function withoutMarks(text: string): string {
  return text.replace(mark, (found) => ' '.repeat(found.length));
}
