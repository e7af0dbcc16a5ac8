import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { growthChart } from './growth-chart.js';
import { quantile } from './quantile.js';
import { BASELINE } from './speed-peers.js';
import { type AskFigures, allEngines, type BuildFigures, type Task } from './speed-process.js';

/*
 * How long it takes to build an index of passages and to answer from it, and how that grows:
 *
 *   npm run --silent bench:speed -- [--passages 1000,10000,100000] [--questions 300] [--eval FOLDER]
 *                                   [--peers [FOLDER]] [--chart FILE]
 *
 * --peers measures other engines beside the product, in the same run and question by question in another order. They are no part of
 * the project: `npm install --prefix bench/peers` installs them, in that folder or in another one with such a package.json.
 * --eval takes sentences and questions of the collections in a folder, and not those that ship. --chart draws the growth as an SVG.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    passages: { type: 'string', default: '1000,10000,100000' },
    questions: { type: 'string', default: '300' },
    eval: { type: 'string' },
    peers: { type: 'boolean', default: false },
    chart: { type: 'string' },
  },
});
const ownPeers = fileURLToPath(new URL('../../bench/peers', import.meta.url));
const peersFolder = values.peers ? (positionals[0] ?? ownPeers) : undefined;
const sizes = values.passages.split(',').map(Number);
const measureProcess = fileURLToPath(new URL('./speed-process.js', import.meta.url));

const grown: { readonly passages: number; readonly figures: AskFigures['asked'] }[] = [];
for (const passages of sizes) {
  const engines = allEngines(peersFolder).filter(({ mostTexts = passages }) => passages <= mostTexts);
  await reportBuilds(
    passages,
    engines.map(({ name }) => name),
  );
  grown.push({
    passages,
    figures: await reportQuestions(
      passages,
      engines.map(({ name }) => name),
    ),
  });
}
if (values.chart) {
  const names = new Set(grown.flatMap(({ figures }) => Object.keys(figures)));
  const series = [...names].map((name) => ({
    name,
    isOwn: name.startsWith('product'),
    points: grown.flatMap(({ passages, figures }) =>
      figures[name] ? [{ passages, milliseconds: quantile(figures[name].processor, 0.5) }] : [],
    ),
  }));
  await writeFile(values.chart, growthChart(series));
}

async function reportBuilds(passages: number, engines: readonly string[]): Promise<void> {
  console.log(`\n${passages} passages: index built\n`);
  console.log('| | seconds | of the processor | memory, MB | process at most, MB | longest stall, ms |');
  console.log('|---|---|---|---|---|---|');
  for (const engine of engines) {
    const { wall, processor, memory, peak, stall } = await inProcess<BuildFigures>({
      ...task(passages),
      kind: 'build',
      engines: [engine],
    });
    const cells = [
      wall.toFixed(2),
      processor.toFixed(2),
      memory.toFixed(0),
      peak.toFixed(0),
      stall.toFixed(0),
    ];
    console.log(`| ${engine} | ${cells.join(' | ')} |`);
  }
}

async function reportQuestions(passages: number, engines: readonly string[]): Promise<AskFigures['asked']> {
  const { asked: figures, madeUp } = await inProcess<AskFigures>({ ...task(passages), kind: 'ask', engines });
  const asked = figures[BASELINE]?.wall.length ?? 0;
  const ratio = (name: string, share: number) =>
    quantile(figures[name]?.processor ?? [], share) / quantile(figures[BASELINE]?.processor ?? [], share);
  console.log(
    `\n${passages} passages, ${asked} questions: milliseconds, and shares of MiniSearch's processor time\n`,
  );
  console.log('| | p50 | p95 | p99 | processor p50 | p95 | p50, share | p95, share |');
  console.log('|---|---|---|---|---|---|---|---|');
  for (const [name, { wall, processor }] of Object.entries(figures)) {
    const times = [
      ...[0.5, 0.95, 0.99].map((share) => quantile(wall, share)),
      ...[0.5, 0.95].map((share) => quantile(processor, share)),
      ...[0.5, 0.95].map((share) => ratio(name, share)),
    ];
    console.log(`| ${name} | ${times.map((one) => one.toFixed(one < 1 ? 3 : 1)).join(' | ')} |`);
  }
  const [half, nearlyAll] = [0.5, 0.95].map((share) => quantile(madeUp.processor, share).toFixed(1));
  console.log(`\n500 characters of made-up words, answered: processor p50 ${half}, p95 ${nearlyAll}`);
  return figures;
}

function task(passages: number): Omit<Task, 'kind' | 'engines'> {
  return { passages, questions: Number(values.questions), evalFolder: values.eval, peersFolder };
}

async function inProcess<Figures>(told: Task): Promise<Figures> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8000', measureProcess, JSON.stringify(told)],
    { maxBuffer: 64e6 },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
