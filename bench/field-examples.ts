import { consider } from '../src/answer/answer.js';
import { buildSnapshot, type Snapshot } from '../src/index/snapshot.js';
import type { Condition, Example } from './gate-examples.js';
import {
  answeredBy,
  answers,
  type TrainingDocuments,
  type TrainingQuestion,
  type TrainingQuestions,
} from './training-questions.js';

/** Examples from the questions of our own, asked of all documents together and each of its own. */
export async function fieldExamples({
  plain,
  known,
  questions,
  offTopic,
}: TrainingQuestions): Promise<Example[]> {
  return [
    ...(await fieldExamplesOf(plain, questions, offTopic)),
    ...(await fieldExamplesOf(known, questions, offTopic)).map((example) => ({ ...example, isKnown: true })),
  ];
}

async function fieldExamplesOf(
  { snapshot, alone }: TrainingDocuments,
  questions: readonly TrainingQuestion[],
  offTopic: readonly string[],
): Promise<Example[]> {
  const examples: Example[] = [];
  const ask = async (asked: Snapshot, question: TrainingQuestion, condition: Condition) => {
    const { excerpts, signals } = await consider(asked, question.question);
    const answered = excerpts.some((excerpt) => answers(question, excerpt));
    examples.push({ condition, article: question.document, answered, signals });
  };
  for (const [i, question] of offTopic.entries()) {
    const one = snapshot.documents[i % snapshot.documents.length]?.id ?? '';
    for (const asked of [snapshot, alone.get(one) ?? snapshot]) {
      const { signals } = await consider(asked, question);
      examples.push({ condition: 'field, off topic', article: one, answered: false, signals });
    }
  }
  const knownQuestions = snapshot.known.questions.map(({ known }) => known);
  for (const { id } of snapshot.documents) {
    const others = snapshot.documents.filter((document) => document.id !== id);
    const without = await buildSnapshot(snapshot.name, others, snapshot.glossary, {
      embedder: snapshot.meaning?.embedder,
      knownQuestions: answeredBy(others, knownQuestions),
    });
    for (const question of questions.filter(({ document }) => document === id)) {
      const isNearMiss = question.answers.length === 0;
      await ask(snapshot, question, isNearMiss ? 'field, near miss' : 'field');
      await ask(
        alone.get(id) ?? snapshot,
        question,
        isNearMiss ? 'field, one document, near miss' : 'field, one document',
      );
      await ask(without, question, 'field, document removed');
    }
  }
  return examples;
}
