import type { Passage } from '../documents/passages.js';
import { type CollectedTerms, PassageTermsBuilder, passageAnalyzer } from './collected-terms.js';
import {
  type CollectedDates,
  type SentenceDates,
  SentenceDatesBuilder,
  sentenceDatesOf,
} from './dates/sentence-dates.js';
import type { Embedder } from './embedding/embedder.js';
import {
  type CollectedVectors,
  type SentenceVectors,
  SentenceVectorsBuilder,
  sentenceVectorsOf,
  type WholeVectors,
} from './embedding/sentence-vectors.js';
import {
  type CollectedMentions,
  type Mentions,
  MentionsBuilder,
  mentionsIn,
  type NamedThings,
} from './mentions.js';
import { type PassageTerms, passageTermsOf } from './passage-terms.js';
import {
  type CollectedNames,
  type WrittenNames,
  WrittenNamesBuilder,
  writtenNamesOf,
} from './written-names.js';

/** What was read in passages. */
export interface Readings {
  readonly terms: PassageTerms;
  readonly dates: SentenceDates;
  /** Terms that are names by the way the documents write them. */
  readonly writtenNames: WrittenNames;
  /** Which sentences name which things of the glossary. */
  readonly mentions: Mentions;
  /** What the sentences mean, for questions in other words. */
  readonly meaning?: SentenceVectors;
}

/** Of the same, what cannot be made of anything else again: plain data, so that it can be kept. */
export interface CollectedPassages {
  readonly terms: CollectedTerms;
  readonly dates: CollectedDates;
  readonly names: CollectedNames;
  readonly mentions: CollectedMentions;
  readonly vectors?: CollectedVectors;
}

/** Readings with what they are made of. */
export interface WholeReadings extends Readings {
  /** `undefined` while a vector is still to be worked out. */
  collected(): CollectedPassages | undefined;
}

export interface ReadingOptions {
  readonly embedder: Embedder | undefined;
  readonly giveWay: () => Promise<void>;
}

/** Reads passages, which are numbered as they come. */
export async function readPassages(
  passages: readonly Passage[],
  things: NamedThings,
  { embedder, giveWay }: ReadingOptions,
): Promise<WholeReadings> {
  const terms = new PassageTermsBuilder();
  const dates = new SentenceDatesBuilder();
  const names = new WrittenNamesBuilder();
  const mentions = new MentionsBuilder(things);
  const vectors = embedder && new SentenceVectorsBuilder(embedder);
  const analyzePassage = passageAnalyzer();
  for (const passage of passages) {
    const analyzed = analyzePassage(passage);
    terms.add(analyzed);
    dates.add(passage);
    mentions.add(analyzed);
    for (const sentence of analyzed.written) names.add(sentence);
    vectors?.add(passage);
    await giveWay();
  }
  const collected = {
    terms: terms.collected(),
    dates: dates.collected(),
    names: names.collected(),
    mentions: mentions.collected(),
  };
  return readingsOf(collected, things, vectors?.build(), giveWay);
}

/** What was read in the same passages before, with the same things and embedder. */
export function readAgain(
  { vectors = [], ...collected }: CollectedPassages,
  things: NamedThings,
  { embedder, giveWay }: ReadingOptions,
): Promise<WholeReadings> {
  return readingsOf(collected, things, embedder && sentenceVectorsOf(embedder, vectors), giveWay);
}

async function readingsOf(
  collected: Omit<CollectedPassages, 'vectors'>,
  things: NamedThings,
  meaning: WholeVectors | undefined,
  giveWay: () => Promise<void>,
): Promise<WholeReadings> {
  return {
    terms: await passageTermsOf(collected.terms, giveWay),
    dates: sentenceDatesOf(collected.dates),
    writtenNames: writtenNamesOf(collected.names),
    mentions: await mentionsIn(things, collected.mentions, giveWay),
    ...(meaning && { meaning }),
    collected() {
      if (!meaning) return collected;
      const vectors = meaning.collected();
      return vectors && { ...collected, vectors };
    },
  };
}
