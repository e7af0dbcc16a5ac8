import { answerQuestion } from '../../answer/answer.js';
import type { Excerpt } from '../../answer/excerpt.js';
import type { Snapshot } from '../../index/snapshot.js';

/** What the documents have for a question today: the answer if there is one by now, or what comes closest. */
export interface Closest {
  readonly isAnswer: boolean;
  readonly excerpt: Excerpt;
}

/** `undefined` where nothing is near. */
export async function closestTo(snapshot: Snapshot, question: string): Promise<Closest | undefined> {
  const answer = await answerQuestion(snapshot, question);
  const isAnswer = answer.kind === 'cited';
  const [excerpt] = isAnswer ? answer.excerpts : answer.closest;
  return excerpt && { isAnswer, excerpt };
}
