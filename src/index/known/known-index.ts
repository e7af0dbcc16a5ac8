import {
  type KnownQuestion,
  type SentenceFinder,
  sentenceFinder,
  wordingOf,
} from '../../documents/known-questions.js';
import type { Passage, SentencePlace } from '../../documents/passages.js';
import type { Embedder } from '../embedding/embedder.js';
import { type SentenceVectors, SentenceVectorsBuilder } from '../embedding/sentence-vectors.js';
import { type Polarity, polarityOf } from '../query/polarity.js';
import type { QuestionKind } from '../query/question-kind.js';
import { readWords } from '../query/read-words.js';
import { saysWhatWasAsked, type Variant, type Vocabulary } from '../query/term-group.js';
import { type TermIndex, TermIndexBuilder } from '../term-index.js';
import { type Wordings, WordingsBuilder } from './wordings.js';

/** A known question, read as any question is. Its number is that of its row in {@link KnownQuestionIndex.meaning}. */
export interface ReadKnownQuestion {
  readonly known: KnownQuestion;
  /** By which it is compared; see {@link wordingOf}. */
  readonly wording: string;
  /** Where its answers stand; none where it is an orphan. */
  readonly places: readonly SentencePlace[];
  readonly groups: readonly KnownGroup[];
  readonly kind: QuestionKind;
  readonly polarity: Polarity;
}

/** A word or name of a known question. */
export interface KnownGroup {
  /** The ways to say what was asked, by {@link keyOf}; a name in another way is found from the side of the asker. */
  readonly keys: readonly string[];
  readonly rarity: number;
  /** Whether it is what the question is about, and not a word that only tells what kind of thing is asked for. */
  readonly isSubject: boolean;
}

/** The known questions of a snapshot, by the words in them. */
export interface KnownQuestionIndex {
  readonly questions: readonly ReadKnownQuestion[];
  /** By the keys of their words. */
  readonly words: TermIndex;
  readonly meaning?: SentenceVectors;
  /** By what somebody has typed so far. */
  readonly wordings: Wordings;
}

/** What two known questions have in common that the same sentences answer. */
export function answerKey({ places }: Pick<ReadKnownQuestion, 'places'>): string {
  return places
    .map(({ passage, sentence }) => `${passage}/${sentence}`)
    .sort()
    .join(' ');
}

/** A variant as one term: what is compared are whole names, not the words in them. */
export function keyOf({ terms }: Pick<Variant, 'terms'>): string {
  return terms.join('+');
}

/** Reads known questions with the words and names of the documents. Fails only with what `giveWay` rejects with. */
export async function buildKnownIndex(
  questions: readonly KnownQuestion[],
  vocabulary: Vocabulary,
  embedder: Embedder | undefined,
  giveWay: () => Promise<void>,
): Promise<KnownQuestionIndex> {
  const placesOf = placeFinder(questions, vocabulary.passages);
  const words = new TermIndexBuilder(['asked']);
  const wordings = new WordingsBuilder();
  const vectors = embedder && new SentenceVectorsBuilder(embedder);
  const read: ReadKnownQuestion[] = [];
  for (const known of questions) {
    const { english, groups, expects } = readWords(known.question, vocabulary);
    const knownGroups = groups.map(({ variants, rarity, isSubject }) => ({
      keys: variants.filter(({ origin }) => saysWhatWasAsked(origin)).map(keyOf),
      rarity,
      isSubject,
    }));
    read.push({
      known,
      wording: wordingOf(known.question),
      places: placesOf(known),
      groups: knownGroups,
      kind: expects.kind,
      polarity: polarityOf(known.question),
    });
    words.add({ asked: knownGroups.flatMap(({ keys }) => keys) });
    wordings.add(known.question, vocabulary.names);
    vectors?.addText(english);
    await giveWay();
  }
  return Object.freeze({
    questions: Object.freeze(read),
    words: words.build(),
    ...(vectors && { meaning: vectors.build() }),
    wordings: wordings.build(),
  });
}

/** Says where the answers of known questions stand among passages. */
function placeFinder(
  questions: readonly KnownQuestion[],
  passages: readonly Passage[],
): (known: KnownQuestion) => SentencePlace[] {
  const named = new Set(questions.flatMap(({ answers }) => answers.map(({ document }) => document)));
  const ofThose = passages.filter(({ document }) => named.has(document.id));
  const finder: SentenceFinder = sentenceFinder([...new Set(ofThose.map(({ document }) => document))]);
  const places = new Map<string, SentencePlace[]>();
  const placeKey = (document: string, start: number) => `${start} ${document}`;
  for (const { id: passage, document, sentences } of ofThose) {
    for (const [sentence, { start }] of sentences.entries()) {
      const key = placeKey(document.id, start);
      const same = places.get(key);
      if (same) same.push({ passage, sentence });
      else places.set(key, [{ passage, sentence }]);
    }
  }
  return ({ answers }) =>
    answers.flatMap((answer) => {
      const found = finder.find(answer);
      return 'fault' in found ? [] : (places.get(placeKey(answer.document, found.start)) ?? []);
    });
}
