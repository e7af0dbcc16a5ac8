import { readFileSync } from 'node:fs';

/** One line of a Dockerfile, with what goes on in the next lines. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** What stands between one FROM and the next, by the name it has there. */
export interface Stage {
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile in their order. */
export function readDockerfile(path: string): Stage[] {
  const lines = readFileSync(path, 'utf8')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: { name: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const space = line.indexOf(' ');
    const [name, rest] = [line.slice(0, space), line.slice(space + 1).trim()];
    if (name === 'FROM') stages.push({ name: rest.split(' AS ')[1] ?? '', instructions: [] });
    else stages.at(-1)?.instructions.push({ name, rest });
  }
  return stages;
}

/** What the last instruction of this name says: a list of words, as JSON. */
export function wordsOf({ instructions }: Stage, name: string): string[] {
  const rest = instructions.findLast((instruction) => instruction.name === name)?.rest ?? '';
  return JSON.parse(rest.slice(rest.indexOf('[')));
}

/** The variables that a stage sets. */
export function environmentOf({ instructions }: Stage): Record<string, string> {
  const pairs = instructions.filter(({ name }) => name === 'ENV').flatMap(({ rest }) => rest.split(' '));
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}
