import { translateQuestion } from '../translate/question-translation.js';
import { type AskedGroup, askedGroup } from './asked-group.js';
import { type AskedTime, askedTime, saysNow, withoutKindWords } from './asked-time.js';
import type { Expectation } from './question-kind.js';
import { expectationOf } from './read-expectation.js';
import { readTerms } from './read-terms.js';
import { spelledRight } from './spelled-right.js';
import type { Vocabulary } from './term-group.js';

/** What the words of a question say. */
export interface ReadWords {
  /** In English, word by word where it was asked in another language; else as it was asked, with its words spelled right. */
  readonly english: string;
  readonly isTranslated: boolean;
  /** Its words and names, in order. */
  readonly groups: readonly AskedGroup[];
  /** What an answer must name. */
  readonly expects: Expectation;
  /** The time that it asks of. */
  readonly time: AskedTime;
}

/** Reads what the words of a question say, with those of a snapshot. */
export function readWords(text: string, vocabulary: Vocabulary): ReadWords {
  const translation = translateQuestion(text, vocabulary);
  const terms = readTerms(text, translation, vocabulary);
  const { english = spelledRight(text, terms, vocabulary) } = translation;
  const time = askedTime(text, english);
  const expects = expectationOf(english, time);
  const groups = withoutKindWords(terms, time).map((group) => {
    const known = askedGroup(group, text, expects, vocabulary.terms);
    return { ...known, isSubject: known.isSubject && !saysNow(group, time) };
  });
  return { english, isTranslated: translation.english !== undefined, groups, expects, time };
}
