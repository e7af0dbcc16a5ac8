import type { Document } from '../documents/document.js';
import type { Glossary } from '../documents/glossary.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import type { Passage, SentencePlace } from '../documents/passages.js';
import { addPassages } from '../documents/passages.js';
import { type SentenceDates, SentenceDatesBuilder } from './dates/sentence-dates.js';
import type { Embedder } from './embedding/embedder.js';
import { type SentenceVectors, SentenceVectorsBuilder } from './embedding/sentence-vectors.js';
import { buildKnownIndex, type KnownQuestionIndex } from './known/known-index.js';
import { type Mentions, MentionsBuilder } from './mentions.js';
import { type PassageIndex, PassageIndexBuilder } from './passage-index.js';
import { type PassageTerms, PassageTermsBuilder, passageAnalyzer } from './passage-terms.js';
import { compileGlossary, type GlossaryMatcher } from './query/glossary-match.js';
import { type WrittenNames, WrittenNamesBuilder } from './written-names.js';

/** Revisions of the collections a snapshot was built from; `guild` only where a server has something of its own. */
export interface SnapshotName {
  readonly shared: number;
  readonly guild?: number;
}

/** Documents, passages and index at one revision. Frozen: a change makes a new one that replaces it whole. */
export interface Snapshot {
  readonly name: SnapshotName;
  readonly documents: readonly Document[];
  /** `passages[i].id === i`. */
  readonly passages: readonly Passage[];
  readonly index: PassageIndex;
  readonly terms: PassageTerms;
  readonly dates: SentenceDates;
  readonly glossary: Glossary;
  /** The glossary, made ready to be looked up by the terms of a question. */
  readonly names: GlossaryMatcher;
  /** Terms that are names by the way the documents write them. */
  readonly writtenNames: WrittenNames;
  /** Which sentences name which things of the glossary. */
  readonly mentions: Mentions;
  /** What the sentences mean, for questions in other words. */
  readonly meaning?: SentenceVectors;
  /** What people ask, with the sentences that answer it; no two have the same wording. */
  readonly known: KnownQuestionIndex;
}

export interface SnapshotOptions {
  /** Says what sentences mean; without one, ranking looks at words alone. */
  readonly embedder?: Embedder | undefined;
  readonly knownQuestions?: readonly KnownQuestion[];
  readonly giveWay?: GiveWay;
}

/** Called between the pieces of long work, so that other work can go on. */
export type GiveWay = () => Promise<void>;

export const neverGiveWay: GiveWay = async () => {};

/** Builds a snapshot from nothing. Fails only with what `giveWay` rejects with. */
export async function buildSnapshot(
  name: SnapshotName,
  documents: readonly Document[],
  glossary: Glossary,
  options: SnapshotOptions = {},
): Promise<Snapshot> {
  const { giveWay = neverGiveWay } = options;
  const passages: Passage[] = [];
  for (const document of documents) {
    addPassages(passages, document);
    await giveWay();
  }
  return snapshotOf(name, documents, passages, glossary, options);
}

/** As {@link buildSnapshot}, from passages that are made already. */
export async function snapshotOf(
  name: SnapshotName,
  documents: readonly Document[],
  passages: readonly Passage[],
  glossary: Glossary,
  { embedder, knownQuestions = [], giveWay = neverGiveWay }: SnapshotOptions = {},
): Promise<Snapshot> {
  const index = new PassageIndexBuilder();
  const terms = new PassageTermsBuilder();
  const dates = new SentenceDatesBuilder();
  const names = new WrittenNamesBuilder();
  const mentions = new MentionsBuilder(glossary);
  const vectors = embedder && new SentenceVectorsBuilder(embedder);
  const analyzePassage = passageAnalyzer();
  for (const passage of passages) {
    const analyzed = analyzePassage(passage);
    index.add(analyzed);
    terms.add(analyzed);
    dates.add(passage);
    mentions.add(analyzed);
    for (const sentence of analyzed.written) names.add(sentence);
    vectors?.add(passage);
    await giveWay();
  }
  const vocabulary = {
    passages: Object.freeze([...passages]),
    terms: terms.build(),
    names: compileGlossary(glossary),
  };
  return Object.freeze({
    name: Object.freeze({ ...name }),
    documents: Object.freeze([...documents]),
    ...vocabulary,
    index: index.build(),
    dates: dates.build(),
    glossary,
    writtenNames: names.build(),
    mentions: mentions.build(),
    ...(vectors && { meaning: vectors.build() }),
    known: await buildKnownIndex(knownQuestions, vocabulary, embedder, giveWay),
  });
}

/** The text of a sentence of a passage, by its place there; empty where there is none. */
export function sentenceText({ passages }: Snapshot, { passage, sentence }: SentencePlace): string {
  const { document, sentences } = passages[passage] ?? {};
  const span = sentences?.[sentence];
  return span && document ? document.text.slice(span.start, span.end) : '';
}
