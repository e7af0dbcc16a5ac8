import type { KnownQuestion } from '../../documents/known-questions.js';
import { isHan } from '../text/chinese.js';
import type { KnownQuestionIndex } from './known-index.js';
import { PickedQuestions, type PickOptions } from './picked-questions.js';
import type { PlacedQuestion } from './placed-questions.js';

export interface SuggestionOptions extends PickOptions {
  /** Whether the asker reads Chinese: of what is shown before anything is typed. */
  readonly isChinese: boolean;
}

/**
 * The known questions to suggest to one who is typing, likeliest first: each has an answer, and no two have the same. Where
 * nothing is typed yet, one of each document in turn, so that one sees what can be asked, and first those that are written out, as
 * they are read and not looked for. Wordings in the script of the asker come
 * before others that are as likely.
 */
export function suggestQuestions(
  { questions, wordings }: KnownQuestionIndex,
  typed: string,
  options: SuggestionOptions,
): readonly KnownQuestion[] {
  const picked = new PickedQuestions(options);
  const found = wordings.find(typed);
  if (!found) {
    for (const some of byScript(questions, options.isChinese)) {
      pickInTurn(some.filter(isWrittenOut), picked);
      pickInTurn(some, picked);
    }
    return picked.questions;
  }
  for (const numbers of [found.begin, found.contain, found.others]) {
    const likely = numbers.flatMap((number) => questions[number] ?? []);
    for (const some of byScript(likely, isHan(typed))) {
      if (found.isByScore) for (const question of some) picked.take(question);
      else pickInTurn(some, picked);
    }
  }
  return picked.questions;
}

/** As somebody writes who has time: with a capital, where the script has them, and a question mark. */
function isWrittenOut({ known: { question } }: PlacedQuestion): boolean {
  return /^[\p{Lu}\p{Lo}]/u.test(question) && /[?？]$/u.test(question);
}

/** Those in the script of the asker, then the others; each in the same order. */
function byScript(questions: readonly PlacedQuestion[], isChinese: boolean): PlacedQuestion[][] {
  const same: PlacedQuestion[] = [];
  const others: PlacedQuestion[] = [];
  for (const question of questions) (question.isChinese === isChinese ? same : others).push(question);
  return [same, others];
}

/** Picks one of each document, then another of each, and so on. */
function pickInTurn(questions: readonly PlacedQuestion[], picked: PickedQuestions): void {
  let lists = byDocument(questions);
  while (lists.length > 0 && !picked.isFull) {
    lists = lists.flatMap((list) => {
      const at = list.findIndex((question) => picked.take(question));
      return at === -1 ? [] : [list.slice(at + 1)];
    });
  }
}

function byDocument(questions: readonly PlacedQuestion[]): PlacedQuestion[][] {
  const lists = new Map<string, PlacedQuestion[]>();
  for (const question of questions) {
    const { document = '' } = question.known.answers[0] ?? {};
    const same = lists.get(document);
    if (same) same.push(question);
    else lists.set(document, [question]);
  }
  return [...lists.values()];
}
