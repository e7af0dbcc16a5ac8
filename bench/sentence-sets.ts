import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Document } from '../src/documents/document.js';
import { emptyGlossary } from '../src/documents/glossary.js';
import type { Passage } from '../src/documents/passages.js';
import { makePassages } from '../src/documents/passages.js';
import { readDocument } from '../src/documents/read.js';
import type { Embedder } from '../src/index/embedding/embedder.js';
import { type Snapshot, snapshotOf } from '../src/index/snapshot.js';
import { termsOf } from '../src/index/text/analyzer.js';
import { loadOwnGlossary } from '../src/library/knowledge-folder.js';
import { type Hits, hitsOf, type Question, questionLine } from './answer-scores.js';
import { readCorpus, readJudgements, readLines, readQueries } from './corpus.js';

/** What is shown of a passage. */
export interface Shown {
  readonly passage: number;
  readonly text: string;
}

/** A question with the snapshot that is asked, and whether what is shown answers it. */
export interface Asked {
  readonly snapshot: Snapshot;
  readonly question: string;
  /** The article or group of articles that it is about: what is fitted on one group is scored on another. */
  readonly group: string;
  /** Share of the question's terms that the sentence with the answer has, where that is known. */
  readonly overlap?: number;
  judge(shown: readonly Shown[]): Hits;
}

const squadQuestion = z.object({
  text: z.string(),
  answerable: z.boolean(),
  para: z.string(),
  answers: z.array(z.string()),
});

/**
 * Each article of SQuAD 2.0 asked its own questions, as a knowledge base of ordinary size is asked. An excerpt hits when
 * it has the answer and is from the right paragraph.
 */
export async function squadArticles(folder: string, embedder: Embedder | undefined): Promise<Asked[]> {
  const questions = (await readLines(join(folder, 'queries.jsonl'), squadQuestion)).filter(
    (question) => question.answerable && question.answers.length > 0,
  );
  const asked: Asked[] = [];
  for (const article of byTitle(await readCorpus(join(folder, 'corpus.jsonl')))) {
    const snapshot = await build(article, embedder);
    const byId = new Map(article.map((passage) => [passage.document.id, passage]));
    for (const { text, para, answers } of questions) {
      const right = byId.get(para);
      if (!right) continue;
      asked.push({
        snapshot,
        question: text,
        group: right.document.title,
        overlap: overlapOf(text, answers, right),
        judge: (shown) =>
          hitsOf(
            shown,
            (one) => one.passage === right.id && answers.some((answer) => one.text.includes(answer)),
          ),
      });
    }
  }
  return asked;
}

/** Those of SQuAD that share the fewest words with their answer: paraphrases that nobody has made for this. */
export function paraphrases(asked: readonly Asked[]): Asked[] {
  const ordered = [...asked].sort((a, b) => (a.overlap ?? 0) - (b.overlap ?? 0));
  return ordered.slice(0, Math.floor(ordered.length / 5));
}

/** Articles of WikiQA that are asked together, and sentences in a passage. */
const ARTICLES_TOGETHER = 8;
const SENTENCES_TOGETHER = 6;

/** Groups of WikiQA's articles, their sentences joined to passages, asked for the sentence that was judged right. */
export async function wikiqaSentences(folder: string, embedder: Embedder | undefined): Promise<Asked[]> {
  const judgements = await readJudgements(join(folder, 'qrels.tsv'));
  const queries = await readQueries(join(folder, 'queries.jsonl'));
  const articles = byTitle(await readCorpus(join(folder, 'corpus.jsonl')));
  const asked: Asked[] = [];
  for (let start = 0; start < articles.length; start += ARTICLES_TOGETHER) {
    const sentences = new Map<string, Shown>();
    const passages: Passage[] = [];
    for (const article of articles.slice(start, start + ARTICLES_TOGETHER)) {
      for (const some of together(article)) {
        for (const { document } of some) {
          sentences.set(document.id, { passage: passages.length, text: document.text });
        }
        passages.push(joined(some, passages.length));
      }
    }
    const snapshot = await build(passages, embedder);
    for (const { id, text } of queries) {
      const right = [...(judgements.get(id) ?? [])].flatMap(([document, grade]) =>
        grade > 0 ? (sentences.get(document) ?? []) : [],
      );
      if (right.length === 0) continue;
      const isRight = (one: Shown) =>
        right.some((other) => one.passage === other.passage && one.text.includes(other.text));
      asked.push({
        snapshot,
        question: text,
        group: `articles from ${start}`,
        judge: (shown) => hitsOf(shown, isRight),
      });
    }
  }
  return asked;
}

/** The sentences of an article of WikiQA in groups that follow each other, each of which is a passage. */
function together(article: readonly Passage[]): (readonly Passage[])[] {
  const groups: (readonly Passage[])[] = [];
  for (let first = 0; first < article.length; first += SENTENCES_TOGETHER)
    groups.push(article.slice(first, first + SENTENCES_TOGETHER));
  return groups;
}

/** The articles of SQuAD and WikiQA and the abstracts of Cranfield, each a list of documents of a passage. */
export async function articlesOfCollections(folder: string): Promise<(readonly Document[])[]> {
  const corpusOf = (name: string) => readCorpus(join(folder, 'ir', name, 'corpus.jsonl'));
  const whole = [...byTitle(await corpusOf('squad2')), ...byTitle(await corpusOf('cranfield'))];
  const inSentences = byTitle(await corpusOf('wikiqa')).map((article) => together(article).map(joined));
  return [...whole, ...inSentences].map((article) => article.map(({ document }) => document));
}

/** The development questions on the article beside the collections, by their type. */
export async function articleQuestions(
  folder: string,
  embedder: Embedder | undefined,
): Promise<ArticleQuestions> {
  const path = 'emerging-alliances-in-chinas-ai-sector.txt';
  const { document } = await readDocument({ path, bytes: await readFile(join(folder, '..', 'seed', path)) });
  const passages = document ? makePassages([document]) : [];
  const glossary = await loadOwnGlossary();
  const documents = document ? [document] : [];
  const snapshot = await snapshotOf({ shared: 1 }, documents, passages, glossary, { embedder });
  return { snapshot, questions: await readLines(join(folder, 'seed-questions.dev.jsonl'), questionLine) };
}

export interface ArticleQuestions {
  readonly snapshot: Snapshot;
  readonly questions: readonly Question[];
}

function build(passages: readonly Passage[], embedder: Embedder | undefined): Promise<Snapshot> {
  const documents = passages.map(({ document }) => document);
  return snapshotOf({ shared: 1 }, documents, passages, emptyGlossary, { embedder });
}

/** Passages by the title of their document, numbered from 0 in each. */
function byTitle(passages: readonly Passage[]): Passage[][] {
  const titles = new Map<string, Passage[]>();
  for (const passage of passages) {
    const others = titles.get(passage.document.title) ?? [];
    others.push({ ...passage, id: others.length });
    titles.set(passage.document.title, others);
  }
  return [...titles.values()];
}

/** Documents of a sentence each as the sentences of one passage. */
function joined(documents: readonly Passage[], id: number): Passage {
  let text = '';
  const sentences = documents.map(({ document }) => {
    const start = text.length;
    text += `${document.text} `;
    return { start, end: start + document.text.length, references: [] };
  });
  const paragraph = { number: 1, headings: [], start: 0, end: text.length, sentences };
  const title = documents[0]?.document.title ?? '';
  const document = { id: `${title} ${id}`, title, text, references: [], tags: [], paragraphs: [paragraph] };
  return { id, document, paragraph, sentences, start: 0, end: text.length };
}

function overlapOf(question: string, answers: readonly string[], { document, sentences }: Passage): number {
  const asked = new Set(termsOf(question));
  const shares = sentences
    .map(({ start, end }) => document.text.slice(start, end))
    .filter((sentence) => answers.some((one) => sentence.includes(one)))
    .map((sentence) => {
      const there = new Set(termsOf(sentence));
      return [...asked].filter((term) => there.has(term)).length / (asked.size || 1);
    });
  return Math.max(0, ...shares);
}
