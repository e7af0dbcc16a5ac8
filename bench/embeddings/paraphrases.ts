import { join } from 'node:path';
import { z } from 'zod';
import { answerQuestion } from '../../src/answer/answer.js';
import type { Passage } from '../../src/documents/passage.js';
import { analyze } from '../../src/index/analyzer.js';
import type { Embedder } from '../../src/index/embedder.js';
import { emptyGlossary } from '../../src/index/glossary.js';
import { snapshotOf } from '../../src/index/snapshot.js';
import { readLines } from '../corpus.js';

const squadQuestion = z.object({
  text: z.string(),
  answerable: z.boolean(),
  para: z.string(),
  answers: z.array(z.string()),
});

/** A question of one article, and whether the best three excerpts have its answer, from the right paragraph. */
interface Asked {
  /** Share of the question's terms that the sentence with the answer has. */
  readonly overlap: number;
  readonly isFound: boolean;
}

/**
 * Asks each article of SQuAD 2.0 its own questions, as a knowledge base of ordinary size is asked.
 *
 * @returns the share found among all, and among the fifth that has the fewest words in common with its answer: a
 * paraphrase set that nobody has tuned on
 */
export async function askArticles(
  folder: string,
  passages: readonly Passage[],
  embedder: Embedder | undefined,
): Promise<{ all: number; paraphrased: number }> {
  const questions = (await readLines(join(folder, 'queries.jsonl'), squadQuestion)).filter(
    (question) => question.answerable && question.answers.length > 0,
  );
  const asked: Asked[] = [];
  for (const article of articles(passages)) {
    const documents = article.map(({ document }) => document);
    const snapshot = await snapshotOf({ shared: 1 }, documents, article, emptyGlossary, { embedder });
    const byId = new Map(article.map((passage) => [passage.document.id, passage]));
    for (const { text, para, answers } of questions) {
      const right = byId.get(para);
      if (!right) continue;
      const answer = answerQuestion(snapshot, text, { gate: false });
      const excerpts = answer.kind === 'cited' ? answer.excerpts : answer.closest;
      const isFound = excerpts.some(
        (excerpt) => excerpt.passage === right.id && answers.some((one) => excerpt.text.includes(one)),
      );
      asked.push({ overlap: overlapOf(text, answers, right), isFound });
    }
  }
  asked.sort((a, b) => a.overlap - b.overlap);
  const share = (some: readonly Asked[]) => some.filter(({ isFound }) => isFound).length / some.length;
  return { all: share(asked), paraphrased: share(asked.slice(0, asked.length / 5)) };
}

/** Passages by the title of their document, numbered from 0 in each. */
function articles(passages: readonly Passage[]): Passage[][] {
  const byTitle = new Map<string, Passage[]>();
  for (const passage of passages) {
    const others = byTitle.get(passage.document.title) ?? [];
    byTitle.set(passage.document.title, [...others, { ...passage, id: others.length }]);
  }
  return [...byTitle.values()];
}

function overlapOf(question: string, answers: readonly string[], { document, sentences }: Passage): number {
  const asked = new Set(analyze(question).map(({ term }) => term));
  const shares = sentences
    .map(({ start, end }) => document.text.slice(start, end))
    .filter((sentence) => answers.some((one) => sentence.includes(one)))
    .map((sentence) => {
      const there = new Set(analyze(sentence).map(({ term }) => term));
      return [...asked].filter((term) => there.has(term)).length / (asked.size || 1);
    });
  return Math.max(0, ...shares);
}
