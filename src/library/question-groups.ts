import { analyze } from '../index/text/analyzer.js';
import type { LoggedQuestion } from '../store/store.js';
import type { AskedQuestion } from './library.js';

/** From this share of common terms on, two questions ask nearly the same. */
const NEARLY = 0.75;

/**
 * Puts questions that ask nearly the same together, under the one that was asked most; in the order in which they
 * come, which is taken to be that of importance, and then by their counts together.
 */
export function groupQuestions(questions: readonly LoggedQuestion[]): AskedQuestion[] {
  const groups: { terms: ReadonlySet<string>; questions: LoggedQuestion[] }[] = [];
  for (const question of questions) {
    const terms = new Set(analyze(question.text).map(({ term }) => term));
    const group = groups.find((other) => similarity(terms, other.terms) >= NEARLY);
    if (group) group.questions.push(question);
    else groups.push({ terms, questions: [question] });
  }
  return groups
    .map(({ questions: same }) => asked(same))
    .sort((a, b) => b.unanswered - a.unanswered || b.lastAt.getTime() - a.lastAt.getTime());
}

function asked(questions: readonly LoggedQuestion[]): AskedQuestion {
  const sum = (count: (question: LoggedQuestion) => number) =>
    questions.reduce((total, question) => total + count(question), 0);
  return {
    text: questions[0]?.text ?? '',
    unanswered: sum((question) => question.unanswered),
    up: sum((question) => question.up),
    down: sum((question) => question.down),
    lastAt: new Date(Math.max(...questions.map((question) => question.lastAt.getTime()))),
    questions,
  };
}

/** Common terms over all terms; questions without terms are like no other. */
function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((term) => b.has(term)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}
