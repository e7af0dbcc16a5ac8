import type { PageProblemKind } from '../documents/problem.js';

/** Ends the fetching of a page; thrown and caught within this folder. */
export class PageError extends Error {
  override readonly name = 'PageError';

  constructor(readonly problem: PageProblemKind) {
    super(problem.kind);
  }
}

/** What an error while fetching means for the page. */
export function problemOf(error: unknown, asked: string): PageProblemKind {
  const causes = causesOf(error);
  const own = causes.find((cause) => cause instanceof PageError);
  if (own) return own.problem;
  const codes = causes.flatMap((cause) => ('code' in cause && cause.code ? String(cause.code) : []));
  if (codes.some((code) => UNKNOWN_HOST.has(code)))
    return { kind: 'page-no-host', host: hostOf(asked, causes) };
  const { message, name } = causes.at(-1) ?? { message: String(error), name: '' };
  return { kind: 'page-no-connection', detail: codes.at(-1) ?? (message || name) };
}

/** What a resolver answers where no address belongs to a name. */
const UNKNOWN_HOST = new Set(['ENOTFOUND', 'ENODATA', 'EAI_AGAIN', 'EAI_NONAME']);

/** A chain of causes that is longer than this goes round in a circle. */
const MAX_CAUSES = 10;

/** An error, what caused it, what caused that, and so on. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let next = error; next instanceof Error && causes.length < MAX_CAUSES; next = next.cause) {
    causes.push(next);
  }
  return causes;
}

/** A redirect may have led to another host than the one that was asked for. */
function hostOf(asked: string, causes: readonly Error[]): string {
  const named = causes.flatMap((cause) => ('hostname' in cause ? String(cause.hostname) : []))[0];
  return named ?? new URL(asked).hostname;
}
