import { type KnownQuestion, wordingOf } from '../../documents/known-questions.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Vocabulary } from '../query/term-group.js';
import { watched } from '../query/watched-vocabulary.js';
import { type AskedTerms, AskedTermsBuilder } from './asked-terms.js';
import { NumberLists } from './number-lists.js';
import {
  type AnsweringSentence,
  answersByPassage,
  documentsOf,
  type PassagesOf,
  type PlacedQuestion,
  passagesByDocument,
  placedQuestion,
  placeFinder,
} from './placed-questions.js';
import {
  closenessTo,
  once,
  type ReadKnownQuestion,
  readKnownQuestion,
  termsToFind,
} from './read-questions.js';
import { type MeasuredWordings, type Wordings, WordingsBuilder } from './wordings.js';

/** The known questions of a snapshot, by the words in them. */
export interface KnownQuestionIndex {
  readonly questions: readonly PlacedQuestion[];
  /** The terms by which they are found. */
  readonly terms: AskedTerms;
  /** Reads a known question, once and when it is first needed: to read thousands takes seconds, and most are never near. */
  read(id: number): ReadKnownQuestion | undefined;
  /** Compares a question in English with known ones in meaning, -1 to 1; `undefined` while nothing is known of that. */
  closenessTo(english: string): ((id: number) => number) | undefined;
  /** The sentences of a passage, by its id, that answer them; in the order of the questions. */
  answersIn(passage: number): readonly AnsweringSentence[];
  /** The one of a wording, by {@link wordingOf}. */
  withWording(wording: string): number | undefined;
  /** By what somebody has typed so far. */
  readonly wordings: Wordings;
  /** Reads all of them, so that no question waits for that. Fails only with what `giveWay` rejects with. */
  complete(giveWay: () => Promise<void>): Promise<void>;
}

/** Known questions as they were read, in lists of so many. */
export type CollectedKnown = readonly (readonly ReadKnownQuestion[])[];

/** They are written to a file and read from it in a millisecond or two. */
const IN_LIST = 200;

/** Known questions that those of a server can be joined to, with what these change of them. */
export interface WholeKnownIndex extends KnownQuestionIndex {
  readonly wordings: MeasuredWordings;
  readonly passagesOf: PassagesOf;
  /** All of them as they were read, in lists of a few; `undefined` until that is complete. */
  collected(): CollectedKnown | undefined;
  /** Those with an answer in a document of this id, whether it is there or not, in order. */
  answeredIn(document: string): readonly number[];
  /** Those that would be spelled or found otherwise if other passages had a term, too. */
  restingOn(term: string): readonly number[];
}

/**
 * Indexes known questions with the words and names of the documents. Fails only with what `giveWay` rejects with.
 * @param collected What was read in the same ones before, with the same vocabulary.
 */
export async function buildKnownIndex(
  questions: readonly KnownQuestion[],
  vocabulary: Vocabulary,
  embedder: Embedder | undefined,
  giveWay: () => Promise<void>,
  collected: CollectedKnown = [],
): Promise<WholeKnownIndex> {
  const passagesOf = passagesByDocument(vocabulary.passages);
  const placesOf = placeFinder(passagesOf);
  const terms = new AskedTermsBuilder();
  const wordings = new WordingsBuilder();
  const placed: PlacedQuestion[] = [];
  const byWording = new Map<string, number>();
  const [byTerm, byDocument] = [new NumberLists(), new NumberLists()];
  for (const [id, known] of questions.entries()) {
    const { question } = known;
    const watching = watched(vocabulary);
    placed.push(placedQuestion(known, placesOf, watching.vocabulary));
    terms.add(termsToFind(question, watching.vocabulary));
    wordings.add(question, vocabulary.names);
    byWording.set(wordingOf(question), id);
    for (const term of watching.reliance().terms) byTerm.add(term, id);
    for (const document of documentsOf(known)) byDocument.add(document, id);
    await giveWay();
  }
  const questionOf = (id: number) => questions[id]?.question ?? '';
  const readBefore = (id: number) => collected[Math.floor(id / IN_LIST)]?.[id % IN_LIST];
  const read = once(
    (id) => readBefore(id) ?? (questions[id] && readKnownQuestion(questionOf(id), vocabulary)),
  );
  let isComplete = questions.length === 0;
  const vectorOf = once((id) => embedder?.vector(read(id)?.english ?? ''));
  return Object.freeze({
    questions: Object.freeze(placed),
    terms,
    read,
    closenessTo: (english: string) => closenessTo(english, embedder, vectorOf),
    answersIn: answersByPassage(placed.entries()),
    wordings: wordings.build(),
    async complete(pause: () => Promise<void>) {
      await completeAll(placed.keys(), read, embedder, pause);
      isComplete = true;
    },
    passagesOf,
    collected: () => (isComplete ? inLists([...placed.keys()].flatMap((id) => read(id) ?? [])) : undefined),
    withWording: (wording: string) => byWording.get(wording),
    answeredIn: (document: string) => byDocument.of(document),
    restingOn: (term: string) => byTerm.of(term),
  });
}

function inLists(all: readonly ReadKnownQuestion[]): ReadKnownQuestion[][] {
  return Array.from({ length: Math.ceil(all.length / IN_LIST) }, (_, at) =>
    all.slice(at * IN_LIST, (at + 1) * IN_LIST),
  );
}

/** Reads some known questions, and sees to it that what they mean is known. */
export async function completeAll(
  ids: Iterable<number>,
  read: (id: number) => ReadKnownQuestion | undefined,
  embedder: Embedder | undefined,
  pause: () => Promise<void>,
): Promise<void> {
  const texts: string[] = [];
  for (const id of ids) {
    texts.push(read(id)?.english ?? '');
    await pause();
  }
  await embedder?.prepare(texts, 'documents');
}
