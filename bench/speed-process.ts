import { setImmediate as turn } from 'node:timers/promises';
import { madeUpQuestion, numbersFrom } from './invented.js';
import { type MixedText, mixedTexts, readMaterial, spreadQuestions } from './mixed-corpus.js';
import { ANSWER, type Built, type Engine, product, type Search } from './speed-engines.js';
import { miniSearch, peersIn } from './speed-peers.js';
import { stallMeter } from './stalls.js';

/*
 * One measurement of bench/speed.ts in a process of its own, so that neither memory nor what the compiler has learnt of another
 * engine is in it. It prints its figures as a line of JSON.
 */

/** What it is told to measure: how one engine builds its index, or how long all of them take to answer. */
export interface Task {
  readonly kind: 'build' | 'ask';
  readonly engines: readonly string[];
  readonly passages: number;
  readonly questions: number;
  readonly evalFolder?: string | undefined;
  readonly peersFolder?: string | undefined;
}

/** Seconds, megabytes, and milliseconds of the longest stall. */
export interface BuildFigures {
  readonly wall: number;
  readonly processor: number;
  readonly memory: number;
  readonly peak: number;
  readonly stall: number;
}

/** Milliseconds of each question, by the clock and of the processor. */
export interface Times {
  readonly wall: number[];
  readonly processor: number[];
}

export interface AskFigures {
  /** By the names of what was asked. */
  readonly asked: Readonly<Record<string, Times>>;
  /** Of the product's whole answer to words that nobody wrote. */
  readonly madeUp: Times;
}

/** Asked before anything is measured. */
const WARM_UP = 50;
const MADE_UP = 40;

/** Every engine there is: the product, MiniSearch, and where they are installed the others. */
export function allEngines(peersFolder: string | undefined): Engine[] {
  return [product, miniSearch, ...(peersFolder === undefined ? [] : peersIn(peersFolder))];
}

const [, , told] = process.argv;
if (told?.startsWith('{')) await measure(JSON.parse(told));

async function measure(task: Task): Promise<void> {
  const material = await readMaterial(task.evalFolder);
  const texts = mixedTexts(material, task.passages);
  const engines = allEngines(task.peersFolder).filter(({ name }) => task.engines.includes(name));
  const figures =
    task.kind === 'build'
      ? await measureBuild(engines, texts)
      : await measureQuestions(engines, texts, spreadQuestions(material, task.questions));
  console.log(JSON.stringify(figures));
}

async function measureBuild([engine]: readonly Engine[], texts: readonly MixedText[]): Promise<BuildFigures> {
  if (!engine) throw new Error('no engine');
  const build = await engine.prepare(texts);
  const before = memoryMb();
  const longestStall = stallMeter();
  await turn();
  longestStall();
  const processor = process.cpuUsage();
  const begun = performance.now();
  const built = await build();
  const wall = (performance.now() - begun) / 1e3;
  const { user, system } = process.cpuUsage(processor);
  // What keeps the loop from turning is told by the first turn after it.
  await new Promise((resolve) => setTimeout(resolve, 5));
  const { worked, waited } = longestStall();
  const figures = { wall, processor: (user + system) / 1e6, stall: worked || waited };
  const memory = memoryMb() - before;
  // The index is needed until its memory is known.
  return {
    ...figures,
    memory: Object.keys(built).length > 0 ? memory : 0,
    peak: process.resourceUsage().maxRSS / 1024,
  };
}

/** What lives in the heap and beside it, in megabytes. */
function memoryMb(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/** Every question to every engine, each time in another order, so that whatever else the machine does falls on all alike. */
async function measureQuestions(
  engines: readonly Engine[],
  texts: readonly MixedText[],
  questions: readonly string[],
): Promise<AskFigures> {
  const built: Built[] = [];
  for (const engine of engines) built.push(await (await engine.prepare(texts))());
  const searches = built.flatMap((one) => Object.entries(one));
  for (const question of questions.slice(0, WARM_UP))
    for (const [, search] of searches) await search(question);
  const times = new Map(searches.map(([name]) => [name, noTimes()]));
  const below = numbersFrom(3);
  for (const question of questions)
    for (const [name, search] of shuffled(searches, below)) await time(times.get(name), search, question);
  const answer = searches.find(([name]) => name === ANSWER)?.[1];
  return { asked: Object.fromEntries(times), madeUp: await measureMadeUp(answer) };
}

async function measureMadeUp(answer: Search = () => {}): Promise<Times> {
  const below = numbersFrom(9);
  const times = noTimes();
  for (let n = 0; n < MADE_UP; n++) await time(times, answer, madeUpQuestion(below));
  return times;
}

function noTimes(): Times {
  return { wall: [], processor: [] };
}

async function time(times: Times | undefined, search: Search, question: string): Promise<void> {
  const processor = process.cpuUsage();
  const begun = performance.now();
  await search(question);
  times?.wall.push(performance.now() - begun);
  const { user, system } = process.cpuUsage(processor);
  times?.processor.push((user + system) / 1e3);
}

function shuffled<T>(some: readonly T[], below: (end: number) => number): T[] {
  const left = [...some];
  return some.flatMap(() => left.splice(below(left.length), 1));
}
