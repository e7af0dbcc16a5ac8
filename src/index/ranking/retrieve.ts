import { PARAMETERS } from '../parameters.js';
import type { Hit } from '../passage-index.js';
import type { ReadQuestion } from '../query/question.js';
import { type GiveWay, neverGiveWay, type Snapshot } from '../snapshot.js';
import { type EndStage, tellNobody } from '../stages.js';
import type { PassageHit } from './hits.js';
import { type KnownMatch, matchFinder, matchKnown } from './known-match.js';
import { findPassages, rankPassages } from './passages.js';
import { type RankedSentence, rerankSentences } from './rerank.js';
import { rankSentences } from './sentences.js';
import { matchTerms } from './term-matcher.js';

/** What was found for a question. */
export interface Retrieved {
  /** Passages, best first. */
  readonly passages: readonly PassageHit[];
  /** Sentences, best first. */
  readonly sentences: readonly RankedSentence[];
  /** Known questions that are like it, most alike first. */
  readonly known: readonly KnownMatch[];
  /** Of a question that asks several things, for each part that anything was found for, in the order asked. */
  readonly forParts: readonly FoundForPart[];
}

/** The best sentence for a part of a question. */
export interface FoundForPart extends RankedSentence {
  readonly part: ReadQuestion;
}

/** The passages and sentences that answer a question best, as far as can be told before the gate. */
export async function retrieve(
  snapshot: Snapshot,
  question: ReadQuestion,
  giveWay: GiveWay = neverGiveWay,
  endStage: EndStage = tellNobody,
): Promise<Retrieved> {
  const { candidates } = PARAMETERS.passages;
  const isParted = question.parts.length > 0;
  const found = findPassages(snapshot, question, isParted ? PARAMETERS.subQuestion.candidates : candidates);
  endStage('find');
  const forParts: FoundForPart[] = [];
  // What has the words of a part has words of the question: the documents are searched once for all of it.
  for (const part of question.parts) {
    await giveWay();
    const [best] = rank(snapshot, part, found, endStage).sentences;
    if (best) forParts.push({ ...best, part });
  }
  await giveWay();
  return { ...rank(snapshot, question, found.slice(0, candidates), endStage), forParts };
}

function rank(
  snapshot: Snapshot,
  question: ReadQuestion,
  found: readonly Hit[],
  endStage: EndStage,
): Omit<Retrieved, 'forParts'> {
  const matcher = matchTerms(question, snapshot.terms);
  const known = matchKnown(snapshot, question);
  endStage('known');
  const matchOf = matchFinder(known);
  const best = rankPassages(snapshot, question, matcher, found).slice(0, PARAMETERS.sentences.passages);
  const passages = withPassagesOf(known, best);
  const sentences = rankSentences(snapshot, question, matcher, passages, matchOf);
  const reranked = rerankSentences(snapshot, question, matcher, passages, sentences, matchOf);
  endStage('rank');
  return { passages, known, sentences: reranked };
}

/** With the passages that answer known questions, behind those that were found by what they say. */
function withPassagesOf(known: readonly KnownMatch[], found: readonly PassageHit[]): readonly PassageHit[] {
  const there = new Set(found.map(({ passage }) => passage));
  const others = new Set(
    known.flatMap(({ question }) =>
      question.places.map(({ passage }) => passage).filter((passage) => !there.has(passage)),
    ),
  );
  return [...found, ...[...others].map((passage) => ({ passage, score: 0, parts: {} }))];
}
