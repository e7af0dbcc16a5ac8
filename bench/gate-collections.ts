import { z } from 'zod';
import type { Document } from '../src/documents/document.js';
import { readCorpus, readJudgements, readLines } from './corpus.js';

/** A question with what would answer it. */
export interface JudgedQuestion {
  readonly text: string;
  readonly answerable: boolean;
  /** Id of the document that the question was written for, or that answers it. */
  readonly document: string;
  /** Title of its article: questions on one article are kept together when the fit is checked. */
  readonly article: string;
  /** Texts of which an excerpt must contain one; empty for a question without an answer. */
  readonly answers: readonly string[];
}

export interface JudgedCollection {
  readonly documents: readonly Document[];
  readonly questions: readonly JudgedQuestion[];
}

const squadLine = z.object({
  text: z.string(),
  answerable: z.boolean(),
  para: z.string(),
  answers: z.array(z.string()).default([]),
});

/** SQuAD 2.0: a document is a paragraph, its title that of the article; questions name their paragraph. */
export async function readSquad(folder: string): Promise<JudgedCollection> {
  const documents = await readDocuments(folder);
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const lines = await readLines(`${folder}/queries.jsonl`, squadLine);
  const questions = lines.map(({ para, ...line }) => ({
    ...line,
    document: para,
    article: titles.get(para) ?? '',
  }));
  return { documents, questions };
}

async function readDocuments(folder: string): Promise<Document[]> {
  const passages = await readCorpus(`${folder}/corpus.jsonl`);
  return [...new Map(passages.map(({ document }) => [document.id, document])).values()];
}

const wikiqaLine = z.object({ id: z.string(), text: z.string(), answerable: z.boolean() });

/** WikiQA: a line of the corpus is a sentence; the sentences of an article's introduction are joined to one passage. */
export async function readWikiqa(folder: string): Promise<JudgedCollection> {
  const sentences = new Map((await readDocuments(folder)).map((document) => [document.id, document]));
  const judgements = await readJudgements(`${folder}/qrels.tsv`);
  const lines = await readLines(`${folder}/queries.jsonl`, wikiqaLine);
  const questions = lines.map(({ id, text, answerable }) => {
    const relevant = [...(judgements.get(id)?.keys() ?? [])];
    const document = articleOf(relevant[0] ?? '');
    const answers = relevant.flatMap((sentence) => sentences.get(sentence)?.text.trim() ?? []);
    return { text, answerable, document, article: document || id, answers };
  });
  return { documents: joined([...sentences.values()]), questions };
}

/** `D12-3` → `D12`. */
function articleOf(sentence: string): string {
  return sentence.split('-')[0] ?? '';
}

function joined(sentences: readonly Document[]): Document[] {
  const articles = new Map<string, { title: string; texts: string[] }>();
  for (const { id, title, text } of sentences) {
    const article = articles.get(articleOf(id)) ?? { title, texts: [] };
    article.texts.push(text.trim());
    articles.set(articleOf(id), article);
  }
  return [...articles].map(([id, { title, texts }]) => documentOf(id, title, texts));
}

function documentOf(id: string, title: string, texts: readonly string[]): Document {
  let start = 0;
  const sentences = texts.map((text) => {
    const sentence = { start, end: start + text.length, references: [] };
    start = sentence.end + 1;
    return sentence;
  });
  const text = texts.join(' ');
  const paragraph = { number: 1, headings: [], start: 0, end: text.length, sentences };
  return { id, title, text, references: [], tags: [], paragraphs: [paragraph] };
}
