import type { PageProblemKind } from '../documents/problem.js';

/** Ends the fetching of a page; thrown and caught within this folder. */
export class PageError extends Error {
  override readonly name = 'PageError';

  constructor(readonly problem: PageProblemKind) {
    super(problem.kind);
  }
}
