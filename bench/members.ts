import { parseArgs } from 'node:util';
import { z } from 'zod';
import { answerQuestion } from '../src/answer/answer.js';
import type { Excerpt } from '../src/answer/excerpt.js';
import type { Verdict } from '../src/answer/gate.js';
import { isRight } from '../src/documents/judged-questions.js';
import type { KnownQuestion } from '../src/documents/known-questions.js';
import { keyOf } from '../src/index/known/read-questions.js';
import { readQuestion } from '../src/index/query/question.js';
import { buildSnapshot, type Snapshot } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { loadJudgedQuestions, loadKnowledge } from '../src/library/knowledge-folder.js';
import { readLines } from './corpus.js';

/*
 * Asks what members ask of a knowledge folder, without its known questions, with those that are unlike all that is asked
 * (that share at most 80 % of their words with any of it), and with all. A line of the file is
 * {"question","answerable","says"?,"kind","lang"}: `says` is a regular expression that an answering excerpt matches. Without a
 * file, the judged questions of the folder are asked.
 *
 *   node dist/bench/members.js [--questions FILE] [--knowledge DIR] [--share .5]
 *
 * With a share only so many of the known questions are there, at even distances.
 */
const { values: options } = parseArgs({
  options: {
    questions: { type: 'string' },
    knowledge: { type: 'string', default: 'knowledge' },
    share: { type: 'string', default: '1' },
  },
});
const MOST_SHARED = 0.8;

const line = z.looseObject({
  question: z.string(),
  answerable: z.boolean(),
  says: z.string().optional(),
  kind: z.string(),
  lang: z.string(),
});

/** What is asked, and what is right. */
interface Asked {
  readonly question: string;
  readonly answerable: boolean;
  readonly kind: string;
  readonly lang: string;
  isRight(excerpt: Excerpt): boolean;
}

interface Outcome {
  readonly asked: Asked;
  readonly verdict: Verdict;
  readonly first: boolean;
  readonly firstThree: boolean;
}

const knowledge = await loadKnowledge({ knowledgeDir: options.knowledge });
const known = atEvenDistances(knowledge.knownQuestions, Number(options.share));
const embedder = await openEmbedder();
const lines = options.questions ? await readMembers(options.questions) : await readJudged(options.knowledge);
const all = await snapshotWith(known);
const unlike = await unlikeAll(all, lines);
const conditions = [
  ['no known questions', await snapshotWith([])],
  [`${unlike.length} known questions unlike all that is asked`, await snapshotWith(unlike)],
  [`all ${known.length} known questions`, all],
] as const;
for (const [name, snapshot] of conditions) {
  const outcomes: Outcome[] = [];
  for (const asked of lines) outcomes.push(await outcomeOf(snapshot, asked));
  console.log(`\n${name}\n\n${report(outcomes)}`);
}

function atEvenDistances<One>(all: readonly One[], share: number): One[] {
  return all.filter((_, at) => Math.floor((at + 1) * share) > Math.floor(at * share));
}

async function readMembers(file: string): Promise<Asked[]> {
  return (await readLines(file, line)).map(({ says, ...asked }) => {
    const pattern = new RegExp(says ?? '(?!)', 'u');
    return { ...asked, isRight: ({ text }) => pattern.test(text) };
  });
}

async function readJudged(knowledgeDir: string): Promise<Asked[]> {
  const { questions } = await loadJudgedQuestions(knowledgeDir);
  return questions.map((one) => ({
    question: one.question,
    answerable: one.document !== undefined,
    kind: 'judged',
    lang: one.locale ?? 'en',
    isRight: (excerpt) => isRight(one, excerpt),
  }));
}

function snapshotWith(knownQuestions: readonly KnownQuestion[]): Promise<Snapshot> {
  const { documents, glossary } = knowledge;
  return buildSnapshot({ shared: 1 }, documents, glossary, { embedder, knownQuestions });
}

/** Known questions of which no question that is asked says more than the share in its own or other words. */
async function unlikeAll(snapshot: Snapshot, asked: readonly Asked[]): Promise<KnownQuestion[]> {
  const ways: Set<string>[] = [];
  for (const { question } of asked) {
    const { groups } = await readQuestion(snapshot, question);
    ways.push(new Set(groups.flatMap(({ variants }) => variants.map(keyOf))));
  }
  return snapshot.known.questions
    .filter((_, id) => {
      const { groups = [] } = snapshot.known.read(id) ?? {};
      const shared = ways.map(
        (way) => groups.filter(({ keys }) => keys.some((key) => way.has(key))).length / groups.length,
      );
      return groups.length > 0 && Math.max(...shared) <= MOST_SHARED;
    })
    .map(({ known }) => known);
}

async function outcomeOf(snapshot: Snapshot, asked: Asked): Promise<Outcome> {
  const { verdict, excerpts } = await answerQuestion(snapshot, asked.question);
  const right = excerpts.map((excerpt) => asked.isRight(excerpt));
  return { asked, verdict, first: right[0] === true, firstThree: right.slice(0, 3).includes(true) };
}

/** What was asked, by whether it can be answered, by kind and by language. */
function grouped(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Outcome[]> {
  const groups = new Map<string, Outcome[]>();
  const add = (name: string, outcome: Outcome) => {
    const group = groups.get(name);
    if (group) group.push(outcome);
    else groups.set(name, [outcome]);
  };
  const isFar = ({ asked }: Outcome) => asked.kind === 'far';
  const answerable = outcomes.filter(({ asked }) => asked.answerable);
  for (const outcome of answerable) add('answerable', outcome);
  for (const outcome of answerable) add(`answerable, ${outcome.asked.kind}`, outcome);
  for (const outcome of answerable) add(`answerable, ${outcome.asked.lang}`, outcome);
  for (const outcome of outcomes.filter(({ asked }) => !asked.answerable))
    add(isFar(outcome) ? 'far' : 'near', outcome);
  return groups;
}

function report(outcomes: readonly Outcome[]): string {
  const rows = [...grouped(outcomes)].map(([name, some]) => {
    const percent = (is: (outcome: Outcome) => boolean, among = some) =>
      among.length === 0 ? '–' : ((100 * among.filter(is).length) / among.length).toFixed(0);
    const answered = some.filter(({ verdict }) => verdict === 'answered');
    return [
      name,
      some.length,
      percent(({ first }) => first),
      percent(({ firstThree }) => firstThree),
      percent(({ verdict, first }) => verdict === 'answered' && first),
      percent(({ first }) => first, answered),
      percent(({ verdict }) => verdict === 'answered'),
      percent(({ verdict }) => verdict === 'none'),
    ];
  });
  const head = [
    'questions',
    'n',
    'first',
    'first three',
    'answered and right first',
    'right first of those answered',
    'answered',
    'told none',
  ];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
