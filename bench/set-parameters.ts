import { PARAMETERS } from '../src/index/parameters.js';

/** A number of {@link PARAMETERS} by its place there: `meaning.nextShare`. */
export interface Parameter {
  readonly path: string;
  readonly value: number;
}

/** Every number there is, in the order of the file. */
export function allParameters(): Parameter[] {
  return numbersIn(PARAMETERS, []);
}

function numbersIn(value: object, path: readonly string[]): Parameter[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const here = [...path, name];
    if (typeof inner === 'number') return [{ path: here.join('.'), value: inner }];
    return typeof inner === 'object' && inner !== null ? numbersIn(inner, here) : [];
  });
}

/**
 * Changes a parameter in this process: the product takes each from its place when it needs it, so that the next question is
 * read and ranked with it. What is counted at indexing time (`words`) needs new snapshots.
 * @throws {RangeError} if there is no such number
 */
export function setParameter(path: string, value: number): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let holder: unknown = PARAMETERS;
  for (const name of names) holder = (holder as Record<string, unknown>)[name] ?? {};
  const numbers = holder as Record<string, unknown>;
  if (typeof numbers[last] !== 'number') throw new RangeError(`no parameter ${path}`);
  numbers[last] = value;
}

/** Sets each `path=value`, as given on a command line. */
export function setParameters(assignments: readonly string[]): void {
  for (const assignment of assignments) {
    const [path = '', value = ''] = assignment.split('=');
    setParameter(path, Number(value));
  }
}
