import type { PageProblemKind, Problem, ProblemKind, Remark } from '../documents/problem.js';

/** The problems of a kind. */
export type Of<K extends ProblemKind['kind']> = Extract<ProblemKind, { kind: K }>;

/** What each kind of problem is, and what puts it right: the end of a sentence that begins with the file. */
export type Problems = {
  readonly [K in Exclude<ProblemKind['kind'], 'kept'>]: (problem: Of<K>) => string;
} & {
  /** @param because What is wrong with the file, as it stands here. */
  readonly kept: (because: string, revision: number) => string;
};

/** Those of a page or an attachment that was to be fetched. */
export type PageProblems = Pick<Problems, PageProblemKind['kind']>;

export interface ProblemTexts {
  /** What is wrong with a file, where, and what puts it right. */
  problem(problem: Problem): string;
  /** What a document keeps of how it was read. */
  remark(remark: Remark): string;
}

/** @param atLine The place of a remark, before what is said of it. */
export function problemTexts(problems: Problems, atLine: (line: number) => string): ProblemTexts {
  function whatIsWrong(problem: ProblemKind): string {
    if (problem.kind === 'kept') return problems.kept(whatIsWrong(problem.because), problem.revision);
    // Each function takes the problem of its own kind, which TypeScript cannot follow through a lookup.
    const say = problems[problem.kind] as (problem: ProblemKind) => string;
    return say(problem);
  }
  return {
    problem(problem) {
      const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
      return `${place}: ${whatIsWrong(problem)}`;
    },
    remark: (remark) => (remark.line === undefined ? '' : atLine(remark.line)) + whatIsWrong(remark),
  };
}
