import { problemsWithin } from '../documents/bounds.js';
import type { Problem } from '../documents/problem.js';
import type { AnyResult } from './parser.js';

/**
 * Of a result, as {@link sizeUpTo} counts. A document of the two million characters that are read has a quarter of it;
 * to take in as much as this holds the bot up for a tenth of a second.
 */
const MAX_SIZE = 16_000_000;
/** What a number, a list or an object counts beside what is in it: about its length as JSON. */
const SIZE_OF_VALUE = 20;

/** The result of a reader as it may be sent on: with problems that can be read, and of a size that can be taken in. */
export function boundedResult<R extends AnyResult>(result: R, path: string): R {
  const problems = problemsWithin(result.problems);
  const bounded = { ...result, problems };
  if (sizeUpTo(MAX_SIZE, bounded) <= MAX_SIZE) return bounded;
  const tooMuch: Problem = { file: path, kind: 'too-much-read' };
  // Every result can do without what was read.
  return { problems: [...problems, tooMuch] } satisfies AnyResult as unknown as R;
}

/** The size of plain data, by its characters and its values; counted no further than `most`. */
function sizeUpTo(most: number, value: unknown): number {
  const rest: unknown[] = [value];
  let size = 0;
  while (rest.length > 0 && size <= most) {
    const next = rest.pop();
    size += SIZE_OF_VALUE;
    if (typeof next === 'string') size += next.length;
    else if (typeof next === 'object' && next !== null)
      // One by one: a list of millions is none that a call takes as arguments.
      for (const part of Object.values(next)) rest.push(part);
  }
  return size;
}
