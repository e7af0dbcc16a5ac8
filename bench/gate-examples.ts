import { consider } from '../src/answer/answer.js';
import type { Signals } from '../src/answer/signals.js';
import type { Document } from '../src/documents/document.js';
import { emptyGlossary } from '../src/documents/glossary.js';
import { buildSnapshot, type Snapshot, type SnapshotOptions } from '../src/index/snapshot.js';
import type { JudgedCollection, JudgedQuestion } from './gate-collections.js';

/**
 * Of what a question is asked: of a whole collection, of one article, or of eight or a hundred paragraphs that
 * follow each other, as they are or without those that have the answer. "Typed" are questions that people typed
 * into a search engine, asked of the introductions of articles.
 */
export type Condition =
  | 'whole'
  | 'whole, article removed'
  | 'whole, paragraph removed'
  | 'whole, adversarial'
  | 'article'
  | 'article, paragraph removed'
  | 'eight'
  | 'eight, paragraph removed'
  | 'eight, elsewhere in the article'
  | 'eight, other article'
  | 'hundred, other article'
  | 'typed'
  | 'typed, no answer'
  | 'field'
  | 'field, near miss'
  | 'field, document removed'
  | 'field, one document'
  | 'field, one document, near miss'
  | 'field, off topic';

/** One question asked of one set of documents. */
export interface Example {
  readonly condition: Condition;
  /** Title of the question's article. */
  readonly article: string;
  /** Whether one of the excerpts has the answer; never where it was removed. */
  readonly answered: boolean;
  /** Undefined where nothing was found. */
  readonly signals: Signals | undefined;
  /** Whether there were known questions. */
  readonly isKnown?: boolean;
}

/** Questions sampled of other articles, for each article's hundred paragraphs. */
const FAR_QUESTIONS = 80;

/** After so many questions more it is said how far it is. */
const REPORTED_EVERY = 2000;

/** Asks questions of documents, and says on stderr how far it is. */
type Ask = (
  documents: readonly Document[],
  questions: readonly JudgedQuestion[],
  condition: Condition,
) => Promise<Example[]>;

/** Examples from a collection whose articles have several paragraphs; the same ones every time. */
export async function articleExamples(
  { documents, questions }: JudgedCollection,
  options: SnapshotOptions,
): Promise<Example[]> {
  const ask = askWith(options);
  const articles = grouped(documents, ({ title }) => title);
  const [answerable, adversarial] = split(questions, (question) => question.answerable);
  const random = seeded(1);
  return [
    ...(await ask(documents, answerable, 'whole')),
    ...(await ask(documents, adversarial, 'whole, adversarial')),
    ...(await withoutParagraphs(ask, documents, articles, answerable)),
    ...(await inTurn(articles, (article) => ofArticle(ask, documents, article, answerable, random))),
  ];
}

/**
 * Each question asked of the whole collection without its paragraph. One paragraph of every article goes at a
 * time, which builds the index a hundred times less often than one paragraph of all would.
 */
async function withoutParagraphs(
  ask: Ask,
  documents: readonly Document[],
  articles: readonly (readonly Document[])[],
  answerable: readonly JudgedQuestion[],
): Promise<Example[]> {
  const rounds = Math.max(...articles.map(({ length }) => length));
  return inTurn([...Array(rounds).keys()], async (round) => {
    const gone = new Set(articles.flatMap((article) => article[round]?.id ?? []));
    const left = documents.filter(({ id }) => !gone.has(id));
    return ask(
      left,
      answerable.filter(({ document }) => gone.has(document)),
      'whole, paragraph removed',
    );
  });
}

async function ofArticle(
  ask: Ask,
  documents: readonly Document[],
  article: readonly Document[],
  answerable: readonly JudgedQuestion[],
  random: () => number,
): Promise<Example[]> {
  const title = article[0]?.title;
  const [inside, outside] = split(answerable, (question) => question.article === title);
  const others = documents.filter((document) => document.title !== title);
  const hundred = stretch(documents, article, 100);
  const titles = new Set(hundred.map((document) => document.title));
  const far = outside.filter((question) => !titles.has(question.article));
  return [
    ...(await ask(others, inside, 'whole, article removed')),
    ...(await ask(article, inside, 'article')),
    ...(await withoutEach(ask, article, inside, 'article, paragraph removed')),
    ...(await ask(hundred, sample(far, FAR_QUESTIONS, random), 'hundred, other article')),
    ...(await inTurn(windows(article, 8), (eight) => ofEight(ask, eight, inside, outside, random))),
  ];
}

async function ofEight(
  ask: Ask,
  eight: readonly Document[],
  ofTheArticle: readonly JudgedQuestion[],
  ofOthers: readonly JudgedQuestion[],
  random: () => number,
): Promise<Example[]> {
  const ids = new Set(eight.map(({ id }) => id));
  const [inside, elsewhere] = split(ofTheArticle, ({ document }) => ids.has(document));
  const count = inside.length;
  return [
    ...(await ask(eight, inside, 'eight')),
    ...(await ask(eight, sample(elsewhere, count, random), 'eight, elsewhere in the article')),
    ...(await ask(eight, sample(ofOthers, count, random), 'eight, other article')),
    ...(await withoutEach(ask, eight, inside, 'eight, paragraph removed')),
  ];
}

/** Each question asked of the documents without the one that has its answer. */
function withoutEach(
  ask: Ask,
  documents: readonly Document[],
  questions: readonly JudgedQuestion[],
  condition: Condition,
): Promise<Example[]> {
  return inTurn(documents, (gone) =>
    ask(
      documents.filter((document) => document !== gone),
      questions.filter(({ document }) => document === gone.id),
      condition,
    ),
  );
}

/** Examples from questions typed by people, with and without an answer in the collection. */
export async function typedExamples(
  { documents, questions }: JudgedCollection,
  options: SnapshotOptions,
): Promise<Example[]> {
  const ask = askWith(options);
  const [answerable, others] = split(questions, (question) => question.answerable);
  return [
    ...(await ask(documents, answerable, 'typed')),
    ...(await ask(documents, others, 'typed, no answer')),
  ];
}

function askWith(options: SnapshotOptions): Ask {
  let asked = 0;
  return async (documents, questions, condition) => {
    if (questions.length === 0) return [];
    const snapshot = await buildSnapshot({ shared: 1 }, documents, emptyGlossary, options);
    const examples: Example[] = [];
    for (const question of questions) examples.push(await exampleOf(snapshot, question, condition));
    const before = asked;
    asked += questions.length;
    if (Math.floor(asked / REPORTED_EVERY) > Math.floor(before / REPORTED_EVERY))
      console.error(`${asked} questions asked`);
    return examples;
  };
}

async function exampleOf(
  snapshot: Snapshot,
  question: JudgedQuestion,
  condition: Condition,
): Promise<Example> {
  const { excerpts, signals } = await consider(snapshot, question.text);
  const answered = excerpts.some(
    ({ text, citation }) =>
      citation.document === question.document && question.answers.some((answer) => text.includes(answer)),
  );
  return { condition, article: question.article, answered, signals };
}

/** Neighbouring documents, eight each; the last ones overlap where the count does not come out. */
function windows(documents: readonly Document[], size: number): (readonly Document[])[] {
  const starts = documents.flatMap((_, i) =>
    i % size === 0 ? [Math.max(0, Math.min(i, documents.length - size))] : [],
  );
  return starts.map((start) => documents.slice(start, start + size));
}

/** So many documents from where an article begins, or before it where the collection ends. */
function stretch(
  documents: readonly Document[],
  article: readonly Document[],
  size: number,
): readonly Document[] {
  const first = article[0] ? documents.indexOf(article[0]) : 0;
  const start = Math.max(0, Math.min(first, documents.length - size));
  return documents.slice(start, start + size);
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R[]>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) for (const result of await work(item)) results.push(result);
  return results;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
}

function split<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

function sample<T>(items: readonly T[], count: number, random: () => number): T[] {
  if (items.length === 0) return [];
  return Array.from({ length: count }, () => items[Math.floor(random() * items.length)] as T);
}

/** Park and Miller's generator: numbers from 0 to 1, the same ones for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
