import { answerQuestion } from '../src/answer/answer.js';
import { searchPassages } from '../src/index/ranking/passages.js';
import { type Snapshot, snapshotOf } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { loadOwnGlossary } from '../src/library/knowledge-folder.js';
import { createTurns } from '../src/library/turns.js';
import { type MixedText, passagesOf } from './mixed-corpus.js';

/** Finds the best ten for a question. */
export type Search = (question: string) => unknown;

/** Something that searches texts. */
export interface Engine {
  readonly name: string;
  /** Makes ready what is the texts' own and not the index's; what comes of it builds the index. */
  readonly prepare: (texts: readonly MixedText[]) => Promise<() => Promise<Built>>;
  /** Of more texts it takes minutes or all memory. */
  readonly mostTexts?: number;
}

/** The ways to search one index, by name. */
export type Built = Readonly<Record<string, Search>>;

/** How many are found. */
export const FOUND = 10;

/** The product's whole answer, by its name among what is searched. */
export const ANSWER = 'product: answer';

/** The product over its own structures: its ranking by words alone, with meaning, and the whole answer. */
export const product: Engine = {
  name: 'product',
  async prepare(texts) {
    const passages = passagesOf(texts);
    const documents = passages.map(({ document }) => document);
    const glossary = await loadOwnGlossary();
    const embedder = await openEmbedder();
    return async () => {
      const giveWay = createTurns().begin('shared');
      const snapshot = await snapshotOf({ shared: 1 }, documents, passages, glossary, { embedder, giveWay });
      const { meaning, ...rest } = snapshot;
      const byWords: Snapshot = rest;
      return {
        'product: ranking, words alone': (question) => searchPassages(byWords, question, FOUND),
        'product: ranking': (question) => searchPassages(snapshot, question, FOUND),
        [ANSWER]: (question) => answerQuestion(snapshot, question),
      };
    };
  },
};
