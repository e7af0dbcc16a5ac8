import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Document } from '../documents/document.js';
import type { Passage } from '../documents/passage.js';
import { addPassages } from '../documents/passages.js';
import type { Dictionary } from './dictionary.js';
import type { Embedder } from './embedder.js';
import type { Glossary } from './glossary.js';
import { compileGlossary, type Names } from './names.js';
import { type PassageIndex, PassageIndexBuilder } from './passage-index.js';
import { analyzePassage, type PassageTerms, PassageTermsBuilder } from './passage-terms.js';
import { type SentenceVectors, SentenceVectorsBuilder } from './sentence-vectors.js';

/** Revisions of the collections a snapshot was built from; `guild` only where a server has documents. */
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
  readonly glossary: Glossary;
  /** The glossary, made ready to be looked up by the terms of a question. */
  readonly names: Names;
  /** Chinese words, for questions in Chinese. */
  readonly dictionary?: Dictionary;
  /** What the sentences mean, for questions in other words. */
  readonly meaning?: SentenceVectors;
}

/** What helps to understand a question beyond the documents' own words; ranking does without what is missing. */
export interface Aids {
  readonly dictionary?: Dictionary | undefined;
  readonly embedder?: Embedder | undefined;
}

/** Passages that are cut before the event loop gets a turn: a few milliseconds. */
const PASSAGES_A_TURN = 1_000;
/** Passages that are analyzed and indexed before the event loop gets a turn: about 10 ms. */
const batch = 50;

/** Builds a snapshot from nothing, giving way to other work between batches. Cannot fail. */
export async function buildSnapshot(
  name: SnapshotName,
  documents: readonly Document[],
  glossary: Glossary,
  aids: Aids = {},
): Promise<Snapshot> {
  const passages: Passage[] = [];
  let turnsFrom = 0;
  for (const document of documents) {
    addPassages(passages, document);
    if (passages.length - turnsFrom < PASSAGES_A_TURN) continue;
    turnsFrom = passages.length;
    await nextTurn();
  }
  return snapshotOf(name, documents, passages, glossary, aids);
}

/** As {@link buildSnapshot}, from passages that are made already. */
export async function snapshotOf(
  name: SnapshotName,
  documents: readonly Document[],
  passages: readonly Passage[],
  glossary: Glossary,
  { dictionary, embedder }: Aids = {},
): Promise<Snapshot> {
  const index = new PassageIndexBuilder();
  const terms = new PassageTermsBuilder();
  const vectors = embedder && new SentenceVectorsBuilder(embedder);
  for (let start = 0; start < passages.length; start += batch) {
    const some = passages.slice(start, start + batch);
    for (const passage of some) vectors?.add(passage);
    const analyzed = some.map(analyzePassage);
    for (const passage of analyzed) terms.add(passage);
    await index.add(analyzed);
  }
  return Object.freeze({
    name: Object.freeze({ ...name }),
    documents: Object.freeze([...documents]),
    passages: Object.freeze([...passages]),
    index: index.build(),
    terms: terms.build(),
    glossary,
    names: compileGlossary(glossary),
    ...(dictionary && { dictionary }),
    ...(vectors && { meaning: vectors.build() }),
  });
}
