import type { Document } from '../documents/document.js';
import type { Glossary } from '../documents/glossary.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import { addPassages, type Passage, type Passages, type SentencePlace } from '../documents/passages.js';
import type { Embedder } from './embedding/embedder.js';
import { joinKnownIndex } from './joined/known-index.js';
import { joinMentions, joinWrittenNames } from './joined/names.js';
import { indexOfTerms } from './joined/passage-index.js';
import { joinTerms } from './joined/passage-terms.js';
import { joinPassages } from './joined/passages.js';
import { joinDates } from './joined/sentence-dates.js';
import { joinVectors } from './joined/sentence-vectors.js';
import {
  buildKnownIndex,
  type CollectedKnown,
  type KnownQuestionIndex,
  type WholeKnownIndex,
} from './known/known-index.js';
import { namedThings } from './mentions.js';
import { buildPassageIndex, type PassageIndex } from './passage-index.js';
import { compileGlossary, type GlossaryMatcher } from './query/glossary-match.js';
import { type CollectedPassages, type Readings, readAgain, readPassages } from './readings.js';
import { createRemembered, type Remembered } from './remembered.js';

/** Revisions of the collections a snapshot was built from; `guild` only where a server has something of its own. */
export interface SnapshotName {
  readonly shared: number;
  readonly guild?: number;
}

/** Documents, passages and index at one revision. Frozen: a change makes a new one that replaces it whole. */
export interface Snapshot extends Readings {
  readonly name: SnapshotName;
  readonly documents: readonly Document[];
  /** `passages.at(i).id === i`. */
  readonly passages: Passages;
  readonly index: PassageIndex;
  readonly glossary: Glossary;
  /** The glossary, made ready to be looked up by the terms of a question. */
  readonly names: GlossaryMatcher;
  /** What people ask, with the sentences that answer it; no two have the same wording. */
  readonly known: KnownQuestionIndex;
  /** What was read in its texts for questions before. */
  readonly remembered: Remembered;
}

/** What was read for a snapshot, in its passages and known questions: plain data, so that it can be kept. */
export interface CollectedReadings extends CollectedPassages {
  readonly known: CollectedKnown;
}

/** A snapshot that was built from nothing: {@link extendSnapshot} joins others to it. */
export interface WholeSnapshot extends Snapshot {
  readonly known: WholeKnownIndex;
  /** `undefined` while a vector is still to be worked out or a known question to be read. */
  collected(): CollectedReadings | undefined;
}

export interface SnapshotOptions {
  /** Says what sentences mean; without one, ranking looks at words alone. */
  readonly embedder?: Embedder | undefined;
  readonly knownQuestions?: readonly KnownQuestion[];
  /** What was read before for the same documents and known questions, with the same glossary and embedder. */
  readonly collected?: CollectedReadings | undefined;
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
): Promise<WholeSnapshot> {
  const passages = await passagesOf(documents, 0, options.giveWay);
  return snapshotOf(name, documents, passages, glossary, options);
}

/** As {@link buildSnapshot}, from passages that are made already. */
export async function snapshotOf(
  name: SnapshotName,
  documents: readonly Document[],
  passages: readonly Passage[],
  glossary: Glossary,
  { embedder, knownQuestions = [], collected, giveWay = neverGiveWay }: SnapshotOptions = {},
): Promise<WholeSnapshot> {
  const things = namedThings(glossary);
  const readings = collected
    ? await readAgain(collected, things, { embedder, giveWay })
    : await readPassages(passages, things, { embedder, giveWay });
  const vocabulary = {
    passages: Object.freeze([...passages]),
    terms: readings.terms,
    names: compileGlossary(glossary),
  };
  const known = await buildKnownIndex(knownQuestions, vocabulary, embedder, giveWay, collected?.known);
  return Object.freeze({
    name: Object.freeze({ ...name }),
    documents: Object.freeze([...documents]),
    ...readings,
    ...vocabulary,
    index: await buildPassageIndex(readings.terms, giveWay),
    glossary,
    known,
    remembered: createRemembered(),
    collected() {
      const [passages, asked] = [readings.collected(), known.collected()];
      return passages && asked && { ...passages, known: asked };
    },
  });
}

/** What a server has beside the shared documents. */
export interface OwnContent {
  readonly documents: readonly Document[];
  readonly knownQuestions: readonly KnownQuestion[];
}

/**
 * A snapshot with documents and known questions behind those that it has: it answers as if all were built together, and
 * what is built is of the size of what is added. Fails only with what `giveWay` rejects with.
 */
export async function extendSnapshot(
  base: WholeSnapshot,
  name: SnapshotName,
  { documents, knownQuestions }: OwnContent,
  giveWay: GiveWay = neverGiveWay,
): Promise<Snapshot> {
  const embedder = base.meaning?.embedder;
  const passages = await passagesOf(documents, base.passages.length, giveWay);
  const own = await readPassages(passages, base.mentions.things, { embedder, giveWay });
  const { size, rows } = base.terms;
  const vocabulary = {
    passages: joinPassages(base.passages, passages),
    terms: joinTerms(base.terms, own.terms),
    names: base.names,
  };
  const added = { questions: knownQuestions, passages, terms: own.terms };
  return Object.freeze({
    name: Object.freeze({ ...name }),
    documents: Object.freeze([...base.documents, ...documents]),
    ...vocabulary,
    index: indexOfTerms(vocabulary.terms),
    dates: joinDates(base.dates, own.dates, { size, rows }),
    glossary: base.glossary,
    writtenNames: joinWrittenNames(base.writtenNames, own.writtenNames),
    mentions: joinMentions(base.mentions, own.mentions, rows),
    ...(base.meaning && own.meaning && { meaning: joinVectors(base.meaning, own.meaning, rows) }),
    known: await joinKnownIndex(base.known, added, vocabulary, embedder, giveWay),
    // By text, which only who has it can ask for: one memory serves all servers.
    remembered: base.remembered,
  });
}

async function passagesOf(
  documents: readonly Document[],
  firstId: number,
  giveWay: GiveWay = neverGiveWay,
): Promise<Passage[]> {
  const passages: Passage[] = [];
  for (const document of documents) {
    addPassages(passages, document, firstId);
    await giveWay();
  }
  return passages;
}

/** The text of a sentence of a passage, by its place there; empty where there is none. */
export function sentenceText({ passages }: Snapshot, { passage, sentence }: SentencePlace): string {
  const { document, sentences } = passages.at(passage) ?? {};
  const span = sentences?.[sentence];
  return span && document ? document.text.slice(span.start, span.end) : '';
}
