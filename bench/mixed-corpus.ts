import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Passage } from '../src/documents/passages.js';
import { loadJudgedQuestions, loadKnowledge } from '../src/library/knowledge-folder.js';
import { passageOf, readCorpus, readLines, readQueries } from './corpus.js';
import { inventedWord, type Numbers, numbersFrom } from './invented.js';

/** What a corpus of any size is made of, and what is asked of it. */
export interface Material {
  readonly sentences: readonly string[];
  readonly titles: readonly string[];
  readonly questions: readonly string[];
}

/** A passage as every engine takes it. */
export interface MixedText {
  readonly title: string;
  readonly text: string;
}

const LEAST_WORDS = 60;
const MOST_WORDS = 100;
/** One word in so many is of no language: the larger a corpus, the more words it has. */
const INVENTED = 25;

const COLLECTIONS = ['squad2', 'wikiqa', 'cranfield'];
const questionLine = z.object({ question: z.string() });

/** The sentences and questions of the three collections in a folder; without one those that ship with the project. */
export function readMaterial(evalFolder?: string): Promise<Material> {
  return evalFolder === undefined ? ownMaterial() : collectedMaterial(join(evalFolder, 'ir'));
}

/**
 * Passages of 60 to 100 words, always the same ones: sentences drawn at random, so that they are long and common words common
 * as in the field. They hang together no more than that, so that they are for times and not for quality.
 */
export function mixedTexts({ sentences, titles }: Material, count: number): MixedText[] {
  const below = numbersFrom(5);
  const oneOf = (some: readonly string[]) => some[below(some.length)] ?? '';
  return Array.from({ length: count }, () => {
    const wanted = LEAST_WORDS + below(MOST_WORDS - LEAST_WORDS);
    const drawn: string[] = [];
    for (let words = 0; words < wanted; ) {
      const sentence = withInvented(oneOf(sentences), below);
      drawn.push(sentence);
      words += wordsOf(sentence).length;
    }
    return { title: oneOf(titles), text: wordsOf(drawn.join(' ')).slice(0, MOST_WORDS).join(' ') };
  });
}

/** As the product takes them: each a document of one passage. */
export function passagesOf(texts: readonly MixedText[]): Passage[] {
  return texts.map((one, position) => passageOf({ id: `text-${position}`, ...one }, position));
}

/** Questions spread evenly over those that there are. */
export function spreadQuestions({ questions }: Material, count: number): string[] {
  return Array.from(
    { length: Math.min(count, questions.length) },
    (_, i) => questions[Math.floor((i * questions.length) / count)] ?? '',
  );
}

function withInvented(sentence: string, below: Numbers): string {
  return wordsOf(sentence)
    .map((word) => (below(INVENTED) === 0 ? inventedWord(below) : word))
    .join(' ');
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function materialOf(passages: readonly Passage[], questions: readonly string[]): Material {
  const sentences = passages.flatMap(({ document, sentences }) =>
    sentences.map(({ start, end }) => document.text.slice(start, end)),
  );
  if (sentences.length === 0)
    throw new Error(
      'No sentences were read. Where the machine is too busy for the readers, try again later.',
    );
  return { sentences, titles: passages.map(({ document }) => document.title), questions };
}

async function collectedMaterial(folder: string): Promise<Material> {
  const corpora = await Promise.all(
    COLLECTIONS.map((name) => readCorpus(join(folder, name, 'corpus.jsonl'))),
  );
  const queries = await Promise.all(
    ['squad2', 'wikiqa'].map((name) => readQueries(join(folder, name, 'queries.jsonl'))),
  );
  return materialOf(corpora.flat(), alternating(queries.map((some) => some.map(({ text }) => text))));
}

async function ownMaterial(): Promise<Material> {
  // The compiled file stands two folders deeper than the data.
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const folders = [join(root, 'knowledge'), join(root, 'bench/training/documents')];
  const read = await Promise.all(folders.map((knowledgeDir) => loadKnowledge({ knowledgeDir })));
  const passages = read
    .flatMap(({ documents }) => documents)
    .flatMap((document) =>
      document.paragraphs.map(({ start, end }) => ({
        title: document.title,
        text: document.text.slice(start, end),
      })),
    );
  const { questions: judged } = await loadJudgedQuestions(join(root, 'knowledge'));
  const training = join(root, 'bench/training/questions');
  const files = (await readdir(training)).sort();
  const lines = await Promise.all(files.map((file) => readLines(join(training, file), questionLine)));
  return materialOf(
    passagesOf(passages),
    [...judged, ...lines.flat()].map(({ question }) => question),
  );
}

/** From each list alike, spread over the longer ones. */
function alternating(lists: readonly (readonly string[])[]): string[] {
  const fewest = Math.min(...lists.map(({ length }) => length));
  return Array.from({ length: fewest }, (_, i) =>
    lists.map((list) => list[Math.floor((i * list.length) / fewest)] ?? ''),
  ).flat();
}
