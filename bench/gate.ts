import { type Bounds, probability, weights } from '../src/answer/gate.js';
import { openEmbedder } from '../src/library/embedders.js';
import { readSquad } from './gate-collections.js';
import { articleExamples, type Condition, type Example } from './gate-examples.js';
import { areaUnderCurve, keptAt, reliability, shareOf } from './separation.js';

/** An example with the probability that the gate gives it. */
export interface Judged extends Example {
  readonly probability: number;
}

/** Asks the questions of a SQuAD 2.0 folder of parts of its paragraphs and prints how well the gate tells them apart. */
export async function measureGate(folder: string): Promise<void> {
  const embedder = await openEmbedder();
  const examples = await articleExamples(await readSquad(folder), { embedder });
  const judged = examples.map((example) => ({ ...example, probability: probability(example.signals) }));
  console.log(gateReport(judged, weights.bounds));
}

const pairs: readonly (readonly [yes: Condition, no: Condition])[] = [
  ['whole', 'whole, article removed'],
  ['whole', 'whole, paragraph removed'],
  ['whole', 'whole, adversarial'],
  ['article', 'article, paragraph removed'],
  ['eight', 'eight, paragraph removed'],
  ['eight', 'eight, elsewhere in the article'],
  ['eight', 'eight, other article'],
  ['typed', 'typed, no answer'],
  ['field', 'field, near miss'],
  ['field', 'field, document removed'],
  ['field, one document', 'field, one document, near miss'],
  ['field', 'field, off topic'],
];

/**
 * What members ask, as far as collections can show it: as many questions that the passages answer as ones that they
 * do not, two in three of those close to the subject; of eight paragraphs, of an article and of a thousand paragraphs.
 */
export const mixes: readonly Partial<Record<Condition, number>>[] = [
  {
    eight: 1 / 2,
    'eight, paragraph removed': 1 / 6,
    'eight, elsewhere in the article': 1 / 6,
    'eight, other article': 1 / 6,
  },
  { article: 1 / 2, 'article, paragraph removed': 1 / 3, 'hundred, other article': 1 / 6 },
  { whole: 1 / 2, 'whole, paragraph removed': 1 / 3, 'whole, article removed': 1 / 6 },
  { typed: 1 / 2, 'typed, no answer': 1 / 2 },
  {
    field: 1 / 3,
    'field, one document': 1 / 3,
    'field, near miss': 1 / 9,
    'field, one document, near miss': 1 / 9,
    'field, off topic': 1 / 9,
  },
];

/** What an example counts in the mixes together. */
export function mixWeights(examples: readonly Example[]): number[] {
  const counts = new Map<Condition, number>();
  for (const { condition } of examples) counts.set(condition, (counts.get(condition) ?? 0) + 1);
  return examples.map(({ condition }) => {
    const share = mixes.find((mix) => mix[condition] !== undefined)?.[condition] ?? 0;
    return share / (counts.get(condition) ?? 1);
  });
}

/** Separation, what is told of each kind, and reliability, as Markdown. */
export function gateReport(judged: readonly Judged[], { answered: limit, none }: Bounds): string {
  const of = (condition: Condition) => judged.filter((example) => example.condition === condition);
  const scores = (condition: Condition) => of(condition).map((example) => example.probability);
  const separation = pairs
    .filter(([yes, no]) => of(yes).length > 0 && of(no).length > 0)
    .map(([yes, no]) => {
      const right = of(yes).filter(({ answered }) => answered);
      return [
        no,
        areaUnderCurve(scores(yes), scores(no)).toFixed(3),
        areaUnderCurve(
          right.map((example) => example.probability),
          scores(no),
        ).toFixed(3),
        percent(keptAt(0.05, scores(yes), scores(no))),
        percent(keptAt(0.1, scores(yes), scores(no))),
        percent(shareOf(scores(yes), (score) => score >= limit)),
        percent(shareOf(scores(no), (score) => score >= limit)),
      ];
    });
  const told = [...new Set(judged.map(({ condition }) => condition))].map((condition) => [
    condition,
    String(of(condition).length),
    percent(shareOf(scores(condition), (score) => score >= limit)),
    percent(shareOf(scores(condition), (score) => score < none)),
  ]);
  const weights = mixWeights(judged);
  const tenths = reliability(
    judged.map(({ probability, answered }, i) => ({
      probability,
      isTrue: answered,
      weight: weights[i] ?? 0,
    })),
  );
  return [
    `Answered from ${limit} on, none below ${none}.`,
    table(
      [
        'against',
        'AUROC',
        'AUROC, right excerpts',
        'kept at 5 %',
        'kept at 10 %',
        'answered',
        'answered wrongly',
      ],
      separation,
    ),
    table(['asked', 'n', 'answered', 'told none'], told),
    table(
      ['confidence', 'share of questions', 'mean', 'answered rightly'],
      tenths.map(({ from, share, predicted, observed }) => [
        `${from.toFixed(1)}–${(from + 0.1).toFixed(1)}`,
        percent(share),
        predicted.toFixed(2),
        observed.toFixed(2),
      ]),
    ),
  ].join('\n\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
