import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type DevelopmentQuestion, developmentSets } from '../bench/development-sets.js';
import { setParameters } from '../bench/set-parameters.js';
import { readQuestion } from '../src/index/query/question.js';
import { evidenceMeanings, evidenceNames } from '../src/index/ranking/evidence.js';
import { retrieve } from '../src/index/ranking/retrieve.js';
import { sentenceText } from '../src/index/snapshot.js';
import { type Choice, fitConditionalLogit } from './conditional-logit.js';

const { values: options } = parseArgs({
  options: {
    eval: { type: 'string' },
    write: { type: 'string' },
    dump: { type: 'string' },
    train: { type: 'string', default: 'SQuAD,WikiQA' },
    set: { type: 'string', multiple: true, default: [] },
  },
});
setParameters(options.set);
const CANDIDATES = 30;
const questions = await developmentSets(options.eval ?? '', 1);
const sets = new Map<string, { asked: DevelopmentQuestion; choice: Choice }[]>();
for (const asked of questions) {
  if (!asked.answerable) continue;
  const question = await readQuestion(asked.snapshot, asked.question);
  const { sentences } = retrieve(asked.snapshot, question);
  const candidates = sentences.slice(0, CANDIDATES).map((hit) => {
    const { evidence } = hit;
    const text = sentenceText(asked.snapshot, hit);
    const document = asked.snapshot.passages[hit.passage]?.document.id ?? '';
    const isRight = asked.judge([{ passage: hit.passage, text, citation: { document } }]).first;
    return {
      values: evidenceNames.map((name) => evidence[name]),
      isRight,
      kind: question.expects.kind,
      text,
    };
  });
  const list = sets.get(asked.set) ?? [];
  list.push({ asked, choice: { candidates, weight: 1 } });
  sets.set(asked.set, list);
}
const size = (name: string) => sets.get(name)?.length ?? 1;
const train = options.train
  .split(',')
  .flatMap((name) =>
    (sets.get(name) ?? []).map(({ choice }) => ({ ...choice, weight: 1 / Math.sqrt(size(name)) })),
  );
const weights = fitConditionalLogit(
  train,
  evidenceNames.map((name) => evidenceMeanings[name][0]),
);
for (const [i, name] of evidenceNames.entries()) console.log(name.padEnd(18), (weights[i] ?? 0).toFixed(3));
const base = evidenceNames.map((name) => (['words', 'context', 'passage', 'meaning'].includes(name) ? 1 : 0));
for (const [name, all] of sets)
  console.log(
    name.padEnd(10),
    all.length,
    'base',
    score(
      all.map(({ choice }) => choice),
      base,
    ),
    'fitted',
    score(
      all.map(({ choice }) => choice),
      weights,
    ),
  );
function score(choices: readonly Choice[], w: readonly number[]): string {
  let first = 0,
    three = 0,
    any = 0;
  for (const { candidates } of choices) {
    const order = candidates
      .map(({ values, isRight }, i) => ({
        isRight,
        i,
        sum: values.reduce((s, v, j) => s + v * (w[j] ?? 0), 0),
      }))
      .sort((a, b) => b.sum - a.sum || a.i - b.i);
    if (order[0]?.isRight) first++;
    if (order.slice(0, 3).some(({ isRight }) => isRight)) three++;
    if (order.some(({ isRight }) => isRight)) any++;
  }
  const p = (n: number) => ((100 * n) / choices.length).toFixed(1);
  return `${p(first)} ${p(three)} (of ${p(any)})`;
}
if (options.dump)
  await writeFile(
    options.dump,
    JSON.stringify({
      names: evidenceNames,
      signs: evidenceNames.map((n) => evidenceMeanings[n][0]),
      sets: [...sets].map(([name, all]) => [
        name,
        all.map(({ asked, choice }) => ({ q: asked.question, c: choice.candidates })),
      ]),
    }),
  );
if (options.write)
  await writeFile(
    options.write,
    `${JSON.stringify({ weights: Object.fromEntries(evidenceNames.map((name, i) => [name, Math.round(1000 * (weights[i] ?? 0)) / 1000])) }, null, 2)}\n`,
  );
