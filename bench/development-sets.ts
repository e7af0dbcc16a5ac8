import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Answer, consider, decide } from '../src/answer/answer.js';
import type { Excerpt } from '../src/answer/excerpt.js';
import { isRight } from '../src/documents/judged-questions.js';
import { buildSnapshot, type Snapshot } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { loadJudgedQuestions, loadKnowledge, loadSnapshot } from '../src/library/knowledge-folder.js';
import { goldHits, type Hits, hitsOf, questionLine } from './answer-scores.js';
import { readLines } from './corpus.js';
import { squadArticles, wikiqaSentences } from './sentence-sets.js';
import { answers, type TrainingQuestion, trainingQuestions } from './training-questions.js';

/** What is judged of an excerpt. */
export type Judged = Pick<Excerpt, 'passage' | 'text'> & {
  readonly citation: Pick<Excerpt['citation'], 'document'>;
};

/** A question of a set, with what it is asked of and what is right. */
export interface DevelopmentQuestion {
  readonly set: string;
  readonly question: string;
  readonly snapshot: Snapshot;
  /** Whether the documents answer it. */
  readonly answerable: boolean;
  judge(shown: readonly Judged[]): Hits;
}

/** The shares of a set, 0 to 100. */
export interface SetScores {
  /** The first excerpt is right, or one of the first three, whatever the gate says. */
  readonly first: number;
  readonly firstThree: number;
  /** It is answered, and the first excerpt is right. */
  readonly answered: number;
  /** Of what the documents answer, the share that is told they do not. */
  readonly toldNone: number;
  /** Of what the documents do not answer, the share that is answered all the same; 0 where there is none. */
  readonly answeredWrongly: number;
}

/** So many that a run takes seconds. */
const EVERY_SQUAD = 5;

const memberLine = z.looseObject({
  question: z.string(),
  answerable: z.boolean(),
  says: z.string().optional(),
});

/**
 * Every development set, its snapshots built anew.
 * @param everySquad Of SQuAD's questions every so many.
 */
export async function developmentSets(
  folder: string,
  everySquad = EVERY_SQUAD,
): Promise<DevelopmentQuestion[]> {
  const knowledge = await knowledgeQuestions(folder);
  const embedder = await openEmbedder();
  const squad = await squadArticles(join(folder, 'ir/squad2'), embedder);
  const collections = [
    ...(await wikiqaSentences(join(folder, 'ir/wikiqa'), embedder)).map((asked) => ({
      set: 'WikiQA',
      ...asked,
    })),
    ...squad.filter((_, i) => i % everySquad === 0).map((asked) => ({ set: 'SQuAD', ...asked })),
  ];
  return [
    ...knowledge.questions,
    ...(await plainQuestions(folder)),
    ...(await article(folder)),
    ...(await training()),
    ...collections.map((asked) => ({ ...asked, answerable: true })),
  ];
}

/** The knowledge that ships with its known questions, and what is asked of it: the judged questions and those of members. */
export async function knowledgeQuestions(
  folder: string,
): Promise<{ readonly snapshot: Snapshot; readonly questions: readonly DevelopmentQuestion[] }> {
  const { snapshot } = await loadSnapshot({ knowledgeDir: shipped });
  return {
    snapshot,
    questions: [...(await judged(snapshot)), ...(await members(snapshot, folder))],
  };
}

/** The folder that ships; the compiled file stands two folders deeper than the data. */
const shipped = fileURLToPath(new URL('../../knowledge/', import.meta.url));

/** The same questions, asked of the same documents without known questions. */
async function plainQuestions(folder: string): Promise<DevelopmentQuestion[]> {
  const { documents, glossary } = await loadKnowledge({ knowledgeDir: shipped });
  const snapshot = await buildSnapshot({ shared: 1 }, documents, glossary, {
    embedder: await openEmbedder(),
  });
  const questions = [...(await judged(snapshot)), ...(await members(snapshot, folder))];
  return questions.map((asked) => ({ ...asked, set: `${asked.set}, plain` }));
}

async function judged(snapshot: Snapshot): Promise<DevelopmentQuestion[]> {
  const { questions } = await loadJudgedQuestions(shipped);
  return questions.map((one) => ({
    set: 'judged',
    question: one.question,
    snapshot,
    answerable: one.document !== undefined,
    judge: (excerpts) => hitsOf(excerpts, (excerpt) => isRight(one, excerpt)),
  }));
}

async function members(snapshot: Snapshot, folder: string): Promise<DevelopmentQuestion[]> {
  return (await readLines(join(folder, 'members.dev.jsonl'), memberLine)).map(
    ({ question, answerable, says }) => ({
      set: 'members',
      question,
      snapshot,
      answerable,
      judge: (excerpts) =>
        hitsOf(excerpts, ({ text }) => says !== undefined && new RegExp(says, 'u').test(text)),
    }),
  );
}

async function article(folder: string): Promise<DevelopmentQuestion[]> {
  const { snapshot } = await loadSnapshot({ knowledgeDir: join(folder, '..', 'seed') });
  return (await readLines(join(folder, 'seed-questions.dev.jsonl'), questionLine)).map((line) => ({
    set: 'article',
    question: line.question,
    snapshot,
    answerable: line.answerable,
    judge: (excerpts) => goldHits(line, excerpts),
  }));
}

async function training(): Promise<DevelopmentQuestion[]> {
  const { plain, known, questions } = await trainingQuestions();
  const setOf = (snapshot: Snapshot | undefined, set: string, one: TrainingQuestion) =>
    snapshot
      ? [
          {
            set,
            question: one.question,
            snapshot,
            answerable: one.answers.length > 0,
            judge: (excerpts: readonly Judged[]) => hitsOf(excerpts, (excerpt) => answers(one, excerpt)),
          },
        ]
      : [];
  return questions.flatMap((one) => [
    ...setOf(plain.snapshot, 'training', one),
    ...setOf(plain.alone.get(one.document), 'alone', one),
    ...setOf(known.snapshot, 'training, known', one),
    ...setOf(known.alone.get(one.document), 'alone, known', one),
  ]);
}

interface Outcome {
  readonly asked: DevelopmentQuestion;
  readonly hits: Hits;
  readonly answer: Answer;
}

/** Asks every question as members do, and scores each set. */
export async function scoreSets(questions: readonly DevelopmentQuestion[]): Promise<Map<string, SetScores>> {
  const outcomes = new Map<string, Outcome[]>();
  for (const asked of questions) {
    const considered = await consider(asked.snapshot, asked.question);
    const outcome = { asked, hits: asked.judge(considered.excerpts), answer: decide(considered, {}) };
    const others = outcomes.get(asked.set);
    if (others) others.push(outcome);
    else outcomes.set(asked.set, [outcome]);
  }
  return new Map(
    [...outcomes].map(([set, all]) => {
      const answerable = all.filter(({ asked }) => asked.answerable);
      const others = all.filter(({ asked }) => !asked.answerable);
      return [
        set,
        {
          first: percent(answerable, ({ hits }) => hits.first),
          firstThree: percent(answerable, ({ hits }) => hits.firstThree),
          answered: percent(answerable, ({ hits, answer }) => answer.verdict === 'answered' && hits.first),
          toldNone: percent(answerable, ({ answer }) => answer.verdict === 'none'),
          answeredWrongly: percent(others, ({ answer }) => answer.verdict === 'answered'),
        },
      ];
    }),
  );
}

function percent<T>(all: readonly T[], isCounted: (one: T) => boolean): number {
  return all.length === 0 ? 0 : (100 * all.filter(isCounted).length) / all.length;
}
