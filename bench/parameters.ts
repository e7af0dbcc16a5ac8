import { parseArgs } from 'node:util';
import { developmentSets, type SetScores, scoreSets } from './development-sets.js';
import { allParameters, type Parameter, setParameter, setParameters } from './set-parameters.js';

/*
 * What the numbers that are set by hand do: asks all development sets with each halved and with each doubled, and prints
 * how far the shares move, in points: first / first three, whatever the gate says.
 *
 *   node dist/bench/parameters.js --eval FOLDER
 *   node dist/bench/parameters.js --eval FOLDER --set proximity.inPlace=0 --set proximity.nearby=0
 *
 * With --set it prints one row of scores with these values instead. A part is left out by setting it to 0; the gate is refitted
 * to that by the same --set of tools/fit-gate.
 */

const { values } = parseArgs({
  options: { eval: { type: 'string' }, set: { type: 'string', multiple: true } },
});
if (!values.eval) {
  console.error('usage: node dist/bench/parameters.js --eval FOLDER [--set PATH=VALUE …]');
  process.exit(2);
}
const folder = values.eval;

if (values.set) await scoreWith(values.set);
else await halveAndDouble();

async function scoreWith(assignments: readonly string[]): Promise<void> {
  setParameters(assignments);
  const scores = await scoreSets(await developmentSets(folder));
  console.log(
    `| | ${[...scores.keys()].join(' | ')} |\n|---|${[...scores.keys()].map(() => '---|').join('')}`,
  );
  const row = (name: string, cell: (one: SetScores) => string) =>
    console.log(`| ${name} | ${[...scores.values()].map(cell).join(' | ')} |`);
  row('first / first three', ({ first, firstThree }) => `${first.toFixed(1)} / ${firstThree.toFixed(1)}`);
  row('answered, first right', ({ answered }) => answered.toFixed(1));
  row('answerable, told none', ({ toldNone }) => toldNone.toFixed(1));
  row('not in the documents, answered', ({ answeredWrongly }) => answeredWrongly.toFixed(1));
}

async function halveAndDouble(): Promise<void> {
  let sets = await developmentSets(folder);
  const shipped = await scoreSets(sets);
  const names = [...shipped.keys()];
  console.log(`| parameter | value | ${names.join(' | ')} |\n|---|---|${names.map(() => '---|').join('')}`);
  for (const parameter of allParameters()) {
    const isIndexed = parameter.path.startsWith('words.');
    const moved: Map<string, SetScores>[] = [];
    for (const factor of [0.5, 2]) {
      setParameter(parameter.path, parameter.value * factor);
      if (isIndexed) sets = await developmentSets(folder);
      moved.push(await scoreSets(sets));
    }
    setParameter(parameter.path, parameter.value);
    if (isIndexed) sets = await developmentSets(folder);
    const cells = names.map((name) => moved.map((scores) => shift(shipped, scores, name)).join(' · '));
    console.log(`| \`${parameter.path}\` | ${shown(parameter)} | ${cells.join(' | ')} |`);
  }
}

function shown({ value }: Parameter): string {
  return String(Math.round(value * 1000) / 1000);
}

/** How far the shares of a set have moved: `+0.8/−1.5`, or `=` where they have not. */
function shift(
  before: ReadonlyMap<string, SetScores>,
  after: ReadonlyMap<string, SetScores>,
  name: string,
): string {
  const moves = (['first', 'firstThree'] as const).map(
    (key) => (after.get(name)?.[key] ?? 0) - (before.get(name)?.[key] ?? 0),
  );
  if (moves.every((move) => Math.abs(move) < 0.05)) return '=';
  return moves.map(signed).join('/');
}

function signed(move: number): string {
  if (Math.abs(move) < 0.05) return '0';
  return `${move > 0 ? '+' : '−'}${Math.abs(move).toFixed(1)}`;
}
