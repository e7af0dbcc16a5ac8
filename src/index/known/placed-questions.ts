import type { Document } from '../../documents/document.js';
import { type KnownQuestion, sentenceFinder, wordingOf } from '../../documents/known-questions.js';
import type { Passage, Passages, SentencePlace } from '../../documents/passages.js';
import { isKnown } from '../query/spelling.js';
import type { Vocabulary } from '../query/term-group.js';
import { termsOf } from '../text/analyzer.js';
import { isHan } from '../text/chinese.js';
import { isEnglish } from '../text/english-idf.js';

/** A known question and where its answers stand. Its number is its position among all. */
export interface PlacedQuestion {
  readonly known: KnownQuestion;
  /** By {@link wordingOf}. */
  readonly wording: string;
  /** Where its answers stand; none where it is an orphan. */
  readonly places: readonly SentencePlace[];
  /** Whether it can be offered: one with a word that nobody knows is as people mistype it, and is only recognized. */
  readonly isSpelled: boolean;
  /** Whether it is written in Chinese characters. */
  readonly isChinese: boolean;
}

/** What two known questions have in common that the same sentences answer. */
export function answerKey({ places }: Pick<PlacedQuestion, 'places'>): string {
  return places
    .map(({ passage, sentence }) => `${passage}/${sentence}`)
    .sort()
    .join(' ');
}

export function placedQuestion(
  known: KnownQuestion,
  placesOf: (known: KnownQuestion) => readonly SentencePlace[],
  vocabulary: Vocabulary,
): PlacedQuestion {
  const { question } = known;
  return {
    known,
    wording: wordingOf(question),
    places: placesOf(known),
    isSpelled: isSpelled(question, vocabulary),
    isChinese: isHan(question),
  };
}

function isSpelled(question: string, vocabulary: Vocabulary): boolean {
  return termsOf(question).every(
    (term) => !/^[a-z]{3,}$/.test(term) || isEnglish(term) || isKnown(term, vocabulary),
  );
}

/** The ids of the documents in which a known question is answered, whether these are there or not. */
export function documentsOf({ answers }: KnownQuestion): ReadonlySet<string> {
  return new Set(answers.map(({ document }) => document));
}

/** The passages of a document, by its id. */
export type PassagesOf = (document: string) => readonly Passage[];

export function passagesByDocument(passages: Passages): PassagesOf {
  const places = new Map<string, { readonly first: number; count: number }>();
  let position = 0;
  for (const { document } of passages) {
    const known = places.get(document.id);
    // Those of a document follow each other.
    if (known) known.count++;
    else places.set(document.id, { first: position, count: 1 });
    position++;
  }
  return (document) => {
    const { first = 0, count = 0 } = places.get(document) ?? {};
    return Array.from({ length: count }, (_, i) => passages.at(first + i)).filter(
      (passage) => passage !== undefined,
    );
  };
}

/** Says where the answers of known questions stand among passages. A document is looked at when it is first named. */
export function placeFinder(passagesOf: PassagesOf): (known: KnownQuestion) => SentencePlace[] {
  const finders = new Map<string, (text: string) => readonly SentencePlace[]>();
  return ({ answers }) =>
    answers.flatMap(({ document, text }) => {
      const find = finders.get(document) ?? finderIn(passagesOf(document));
      finders.set(document, find);
      return find(text);
    });
}

/** Finds sentences in the passages of one document. */
function finderIn(passages: readonly Passage[]): (text: string) => readonly SentencePlace[] {
  const document: Document | undefined = passages.at(-1)?.document;
  if (!document) return () => [];
  const finder = sentenceFinder([document]);
  const places = new Map<number, SentencePlace[]>();
  for (const { id: passage, sentences } of passages) {
    for (const [sentence, { start }] of sentences.entries())
      places.set(start, [...(places.get(start) ?? []), { passage, sentence }]);
  }
  return (text) => {
    const found = finder.find({ document: document.id, text });
    return 'fault' in found ? [] : (places.get(found.start) ?? []);
  };
}

/** A sentence of a passage that answers a known question. */
export interface AnsweringSentence {
  /** Its position among the sentences of the passage. */
  readonly sentence: number;
  /** The number of the question. */
  readonly question: number;
}

/** Says which sentences of a passage, by its id, answer some known questions, each with its number; in the order of these. */
export function answersByPassage(
  placed: Iterable<readonly [number: number, placed: PlacedQuestion]>,
): (passage: number) => readonly AnsweringSentence[] {
  const answers = new Map<number, AnsweringSentence[]>();
  for (const [question, { places }] of placed)
    for (const { passage, sentence } of places) {
      const known = answers.get(passage);
      if (known) known.push({ sentence, question });
      else answers.set(passage, [{ sentence, question }]);
    }
  return (passage) => answers.get(passage) ?? [];
}
