import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { consider } from '../src/answer/answer.js';
import { selectExcerpts } from '../src/answer/select-excerpts.js';
import type { ReadQuestion } from '../src/index/query/question.js';
import { bestSentenceFirst, type SentenceHit, type SentenceParts } from '../src/index/ranking/hits.js';
import type { Snapshot } from '../src/index/snapshot.js';
import { openEmbedder } from '../src/library/embedders.js';
import { goldHits, type Hits } from './answer-scores.js';
import {
  articleQuestions,
  paraphrases,
  type Shown,
  squadArticles,
  wikiqaSentences,
} from './sentence-sets.js';

/*
 * Whether the shares that make up the score of a sentence are right, and whether they hold where nobody has looked:
 *
 *   node dist/bench/shares.js --eval FOLDER
 *
 * Asks the questions of three sets with the shares multiplied by each of a grid of factors. First with one share changed
 * at a time, on all questions; then the best of the grid by cross-validation: chosen on all groups (articles, types of
 * question) but those of a fold, scored on that fold.
 */

const { values } = parseArgs({ options: { eval: { type: 'string' } } });
if (!values.eval) throw new Error('--eval FOLDER');
const folder = values.eval;

/** Factors on the shares as they ship; what is not named is 1. */
type Factors = SentenceParts;

/** A question with its sentences and the parts of their scores. */
interface Example {
  readonly set: string;
  readonly group: string;
  readonly snapshot: Snapshot;
  readonly asked: ReadQuestion;
  readonly sentences: readonly SentenceHit[];
  readonly forParts: readonly SentenceHit[];
  judge(shown: readonly Shown[]): Hits;
}

const varied = ['words', 'context', 'passage', 'meaning', 'kind'] as const;
const factors = [0, 0.5, 0.75, 1.33, 2];
const FOLDS = 5;
/** Sentences that can come to be shown: more change nothing. */
const DEPTH = 60;

const examples = await readExamples();
const sets = [...new Set(examples.map(({ set }) => set))];
const groups = [...new Set(examples.map(({ group }) => group))];

console.log(`| factor | ${sets.join(' | ')} |\n|---|${sets.map(() => '---|').join('')}`);
console.log(`| as shipped | ${rowOf(resultsWith({}))} |`);
for (const part of varied) {
  for (const factor of factors)
    console.log(`| ${part} × ${factor} | ${rowOf(resultsWith({ [part]: factor }))} |`);
}
console.log(`| chosen on the other folds | ${rowOf(crossValidated())} |`);

/** The results of each example where it was in none of the folds that the factors were chosen on. */
function crossValidated(): Hits[] {
  const grid = gridOf([0.75, 1, 1.33]);
  const results = grid.map(resultsWith);
  const foldOf = examples.map(({ group }) => groups.indexOf(group) % FOLDS);
  const chosen = Array.from({ length: FOLDS }, (_, fold) => {
    const quality = results.map((hits) => qualityOf(hits, (i) => foldOf[i] !== fold));
    const best = quality.indexOf(Math.max(...quality));
    console.log(`| fold ${fold + 1}: ${JSON.stringify(grid[best])} | ${sets.map(() => '').join('|')} |`);
    return results[best] ?? [];
  });
  return examples.map((_, i) => chosen[foldOf[i] ?? 0]?.[i] ?? { first: false, firstThree: false });
}

/** Every combination of factors on context, passage, meaning and kind; words alone are what they are set against. */
function gridOf(each: readonly number[]): Factors[] {
  return each.flatMap((context) =>
    each.flatMap((passage) =>
      each.flatMap((meaning) => each.map((kind) => ({ context, passage, meaning, kind }))),
    ),
  );
}

/** The mean over the sets of first and first three, so that a large set counts no more than a small one. */
function qualityOf(hits: readonly Hits[], isIn: (example: number) => boolean): number {
  const means = sets.map((set) => {
    const some = hits.filter((_, i) => examples[i]?.set === set && isIn(i));
    return (
      some.reduce((sum, { first, firstThree }) => sum + Number(first) + Number(firstThree), 0) /
      (some.length || 1)
    );
  });
  return means.reduce((sum, mean) => sum + mean, 0);
}

function rowOf(hits: readonly Hits[]): string {
  return sets
    .map((set) => {
      const some = hits.filter((_, i) => examples[i]?.set === set);
      const share = (key: keyof Hits) =>
        ((100 * some.filter((one) => one[key]).length) / some.length).toFixed(1);
      return `${share('first')} / ${share('firstThree')}`;
    })
    .join(' | ');
}

function resultsWith(some: Factors): Hits[] {
  return examples.map((example) => example.judge(shownWith(example, some)));
}

function shownWith({ snapshot, asked, sentences, forParts }: Example, some: Factors): Shown[] {
  const ranked = sentences
    .map(({ passage, sentence, parts }): SentenceHit => {
      const score = varied.reduce((sum, part) => sum + (some[part] ?? 1) * (parts[part] ?? 0), 0);
      return { passage, sentence, score, parts };
    })
    .sort(bestSentenceFirst)
    .slice(0, DEPTH);
  return selectExcerpts(snapshot, asked, { forParts, sentences: ranked }).map(({ passage, start, end }) => ({
    passage: passage.id,
    text: passage.document.text.slice(start, end),
  }));
}

async function readExamples(): Promise<Example[]> {
  const embedder = await openEmbedder();
  const squad = await squadArticles(join(folder, 'ir', 'squad2'), embedder);
  const wikiqa = await wikiqaSentences(join(folder, 'ir', 'wikiqa'), embedder);
  const { snapshot, questions } = await articleQuestions(folder, embedder);
  const article = questions
    .filter(({ answerable }) => answerable)
    .map((question) => ({
      snapshot,
      question: question.question,
      group: question.type,
      judge: (shown: readonly Shown[]) => goldHits(question, shown),
    }));
  const read = [
    ...squad.map((asked) => ({ set: 'SQuAD by article', ...asked })),
    ...paraphrases(squad).map((asked) => ({ set: '… fewest words in common', ...asked })),
    ...wikiqa.map((asked) => ({ set: 'WikiQA', ...asked })),
    ...article.map((asked) => ({ set: 'questions on the article', ...asked })),
  ].map(async ({ question, ...asked }) => ({ ...asked, ...(await sentencesOf(asked.snapshot, question)) }));
  return Promise.all(read);
}

async function sentencesOf(
  snapshot: Snapshot,
  text: string,
): Promise<Pick<Example, 'asked' | 'sentences' | 'forParts'>> {
  const { question, retrieved } = await consider(snapshot, text);
  return { asked: question, ...retrieved };
}
