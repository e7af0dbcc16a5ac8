import {
  type KnownQuestion,
  type SentenceFinder,
  sentenceFinder,
  wordingOf,
} from '../../documents/known-questions.js';
import type { Passage, SentencePlace } from '../../documents/passages.js';
import type { Embedder } from '../embedding/embedder.js';
import type { QuestionKind } from '../query/question-kind.js';
import { readWords } from '../query/read-words.js';
import { isKnown } from '../query/spelling.js';
import { saysWhatWasAsked, type Variant, type Vocabulary } from '../query/term-group.js';
import { type TermIndex, TermIndexBuilder } from '../term-index.js';
import { termsOf } from '../text/analyzer.js';
import { isHan } from '../text/chinese.js';
import { isEnglish } from '../text/english-idf.js';
import { translateQuestion } from '../translate/question-translation.js';
import { type Wordings, WordingsBuilder } from './wordings.js';

/** A known question and where its answers stand. Its number is its position among all. */
export interface PlacedQuestion {
  readonly known: KnownQuestion;
  /** By {@link wordingOf}. */
  readonly wording: string;
  /** Where its answers stand; none where it is an orphan. */
  readonly places: readonly SentencePlace[];
  /** Whether it can be offered: one with a word that nobody knows is as people mistype it, and is only recognized. */
  readonly isSpelled: boolean;
}

/** A known question, read as any question is. */
export interface ReadKnownQuestion {
  readonly groups: readonly KnownGroup[];
  readonly kind: QuestionKind;
  readonly english: string;
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
  readonly questions: readonly PlacedQuestion[];
  /** By the terms of their words. */
  readonly words: TermIndex;
  /** Reads a known question, once and when it is first needed: to read thousands takes seconds, and most are never near. */
  read(id: number): ReadKnownQuestion | undefined;
  /** Compares a question in English with known ones in meaning, -1 to 1; `undefined` while nothing is known of that. */
  closenessTo(english: string): ((id: number) => number) | undefined;
  /** Whether a sentence answers any of them. */
  hasQuestions(place: SentencePlace): boolean;
  /** By what somebody has typed so far. */
  readonly wordings: Wordings;
  /** Reads all of them, so that no question waits for that. Fails only with what `giveWay` rejects with. */
  complete(giveWay: () => Promise<void>): Promise<void>;
}

/** What two known questions have in common that the same sentences answer. */
export function answerKey({ places }: Pick<PlacedQuestion, 'places'>): string {
  return places
    .map(({ passage, sentence }) => `${passage}/${sentence}`)
    .sort()
    .join(' ');
}

/** A variant as one term: what is compared are whole names, not the words in them. */
export function keyOf({ terms }: Pick<Variant, 'terms'>): string {
  return terms.join('+');
}

/** Indexes known questions with the words and names of the documents. Fails only with what `giveWay` rejects with. */
export async function buildKnownIndex(
  questions: readonly KnownQuestion[],
  vocabulary: Vocabulary,
  embedder: Embedder | undefined,
  giveWay: () => Promise<void>,
): Promise<KnownQuestionIndex> {
  const placesOf = placeFinder(questions, vocabulary.passages);
  const words = new TermIndexBuilder(['asked']);
  const wordings = new WordingsBuilder();
  const placed: PlacedQuestion[] = [];
  for (const known of questions) {
    const { question } = known;
    placed.push({
      known,
      wording: wordingOf(question),
      places: placesOf(known),
      isSpelled: isSpelled(question, vocabulary),
    });
    words.add({ asked: termsToFind(question, vocabulary) });
    wordings.add(question, vocabulary.names);
    await giveWay();
  }
  const answering = sentencesByPassage(placed);
  const read = readOnce(placed, vocabulary);
  const vectorOf = vectorsOnce(read, embedder);
  return Object.freeze({
    questions: Object.freeze(placed),
    words: words.build(),
    read,
    closenessTo(english: string) {
      const asked = embedder?.vector(english);
      return asked && ((id: number) => cosine(asked, vectorOf(id)));
    },
    hasQuestions: ({ passage, sentence }: SentencePlace) => answering.get(passage)?.has(sentence) === true,
    wordings: wordings.build(),
    async complete(pause: () => Promise<void>) {
      const texts: string[] = [];
      for (const id of placed.keys()) {
        texts.push(read(id)?.english ?? '');
        await pause();
      }
      await embedder?.prepare(texts, 'documents');
    },
  });
}

function isSpelled(question: string, vocabulary: Vocabulary): boolean {
  return termsOf(question).every(
    (term) => !/^[a-z]{3,}$/.test(term) || isEnglish(term) || isKnown(term, vocabulary),
  );
}

/** The terms by which a known question is found: those of its words, and of their English where they are Chinese. */
function termsToFind(question: string, vocabulary: Vocabulary): string[] {
  const english = isHan(question) ? translateQuestion(question, vocabulary).english : undefined;
  return [...new Set([...termsOf(question), ...(english === undefined ? [] : termsOf(english))])];
}

/** Reads known questions by their numbers, each once. */
function readOnce(
  placed: readonly PlacedQuestion[],
  vocabulary: Vocabulary,
): (id: number) => ReadKnownQuestion | undefined {
  const all = new Map<number, ReadKnownQuestion>();
  return (id) => {
    const known = all.get(id);
    const question = placed[id]?.known.question;
    if (known || question === undefined) return known;
    const { english, groups, expects } = readWords(question, vocabulary);
    const read = {
      groups: groups.map(({ variants, rarity, isSubject }) => ({
        keys: variants.filter(({ origin }) => saysWhatWasAsked(origin)).map(keyOf),
        rarity,
        isSubject,
      })),
      kind: expects.kind,
      english,
    };
    all.set(id, read);
    return read;
  };
}

/** The vectors of known questions by their numbers, each worked out once; a model may not have one yet. */
function vectorsOnce(
  read: (id: number) => ReadKnownQuestion | undefined,
  embedder: Embedder | undefined,
): (id: number) => Float32Array | undefined {
  const all = new Map<number, Float32Array>();
  return (id) => {
    const known = all.get(id) ?? embedder?.vector(read(id)?.english ?? '');
    if (known) all.set(id, known);
    return known;
  };
}

/** Of two vectors of length 1; 0 where there is only one. */
function cosine(a: Float32Array, b: Float32Array | undefined): number {
  let sum = 0;
  if (b) for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

function sentencesByPassage(placed: readonly PlacedQuestion[]): ReadonlyMap<number, ReadonlySet<number>> {
  const sentences = new Map<number, Set<number>>();
  for (const { passage, sentence } of placed.flatMap(({ places }) => places)) {
    const known = sentences.get(passage);
    if (known) known.add(sentence);
    else sentences.set(passage, new Set([sentence]));
  }
  return sentences;
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
