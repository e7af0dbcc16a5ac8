import type { KnownQuestion } from '../../documents/known-questions.js';
import { answerKey, type PlacedQuestion } from './placed-questions.js';

export interface PickOptions {
  /** At most so many. */
  readonly most: number;
  /** Of a wording in characters. A longer one is left out, not cut: what is picked is asked as it stands. */
  readonly maxLength: number;
}

/** Known questions to offer: each has an answer, and no two have the same. */
export class PickedQuestions {
  readonly questions: KnownQuestion[] = [];
  readonly #answers = new Set<string>();
  readonly #options: PickOptions;

  constructor(options: PickOptions) {
    this.#options = options;
  }

  get isFull(): boolean {
    return this.questions.length >= this.#options.most;
  }

  /** @returns whether it was taken. */
  take(question: PlacedQuestion): boolean {
    const isAskable = question.isSpelled && question.known.question.length <= this.#options.maxLength;
    if (this.isFull || !isAskable) return false;
    const answer = answerKey(question);
    // Of an orphan nothing is left.
    if (answer === '' || this.#answers.has(answer)) return false;
    this.#answers.add(answer);
    this.questions.push(question.known);
    return true;
  }

  /** Takes none with the answer of this one. */
  exclude(question: PlacedQuestion): void {
    this.#answers.add(answerKey(question));
  }
}
