import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { joinKnownQuestions } from '../../src/documents/known-questions.js';
import type { Embedder } from '../../src/index/embedding/embedder.js';
import { restoredReadings, savedReadings } from '../../src/index/saved-readings.js';
import {
  buildSnapshot,
  neverGiveWay,
  type SnapshotOptions,
  type WholeSnapshot,
} from '../../src/index/snapshot.js';
import { openEmbedder } from '../../src/library/embedders.js';
import { loadJudgedQuestions, loadKnowledge } from '../../src/library/knowledge-folder.js';
import { documentOf } from '../support/documents-reading.js';
import {
  documentsIn,
  foundFor,
  glossary,
  knownOf,
  question,
  questionsOn,
} from '../support/random-snapshots.js';

// A snapshot whose readings were saved and are read back answers exactly as the one that they were saved of.

const embedder = await openEmbedder();

/** The same snapshot again, from the bytes of what was read in it. */
async function builtAgain(
  { name, documents, glossary, known, collected }: WholeSnapshot,
  options: SnapshotOptions,
): Promise<WholeSnapshot> {
  await known.complete(neverGiveWay);
  const readings = collected();
  if (!readings) throw new Error('A vector is still to be worked out.');
  const bytes = new Uint8Array(Buffer.concat([...savedReadings(readings)]));
  return buildSnapshot(name, documents, glossary, { ...options, collected: restoredReadings(bytes) });
}

const collection = fc.tuple(documentsIn('shared'), fc.boolean()).chain(([documents, hasMeaning]) =>
  fc.record({
    documents: fc.constant(documents),
    questions: questionsOn(documents),
    hasMeaning: fc.constant(hasMeaning),
  }),
);

/** With functions left out: they differ whatever they do. */
const dataOf = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('saved readings', () => {
  test('give what was read, and every answer, as they were', async () => {
    await fc.assert(
      fc.asyncProperty(collection, fc.array(question, { minLength: 1, maxLength: 3 }), async (all, asked) => {
        const options = {
          knownQuestions: joinKnownQuestions(all.questions),
          ...(all.hasMeaning && { embedder }),
        };
        const built = await buildSnapshot({ shared: 1 }, all.documents, glossary, options);
        const again = await builtAgain(built, options);
        expect(knownOf(again)).toEqual(knownOf(built));
        for (const id of built.known.questions.keys())
          expect(again.known.read(id)).toEqual(built.known.read(id));
        expect(again.meaning?.embedder).toBe(built.meaning?.embedder);
        for (const one of asked)
          expect(dataOf(await foundFor(again, one))).toEqual(dataOf(await foundFor(built, one)));
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  test('do so for what ships', async () => {
    const { documents, knownQuestions, glossary } = await loadKnowledge({ knowledgeDir: 'knowledge' });
    const { questions } = await loadJudgedQuestions('knowledge');
    const options = { embedder, knownQuestions };
    const built = await buildSnapshot({ shared: 1 }, documents, glossary, options);
    const again = await builtAgain(built, options);
    expect(questions.length).toBeGreaterThan(100);
    for (const { question } of questions)
      expect(dataOf(await answerQuestion(again, question))).toEqual(
        dataOf(await answerQuestion(built, question)),
      );
  }, 120_000);

  test('of known questions are taken as they were kept, and are given when all of these were read', async () => {
    const documents = [documentOf('a.txt', 'Animals\nCats sleep when it is warm.')];
    const answers = [{ document: documents[0]?.id ?? '', text: 'Cats sleep when it is warm.' }];
    const options = { knownQuestions: [{ question: 'when do cats sleep', answers }] };
    const built = await buildSnapshot({ shared: 1 }, documents, glossary, options);
    expect(built.collected()).toBeUndefined();
    await built.known.complete(neverGiveWay);
    const collected = built.collected() ?? expect.fail('nothing was collected');
    const known = collected.known.map((list) => list.map((one) => ({ ...one, english: 'as it was kept' })));
    const again = await buildSnapshot({ shared: 1 }, documents, glossary, {
      ...options,
      collected: { ...collected, known },
    });
    expect(again.known.read(0)?.english).toBe('as it was kept');
  });

  test('are given when all vectors are there, and not before', async () => {
    const slow = slowEmbedder();
    const text = 'Cats sleep when it is warm. Dogs bark at the people who bring letters.';
    const built = await buildSnapshot({ shared: 1 }, [documentOf('a.txt', `Animals\n${text}`)], glossary, {
      embedder: slow,
    });
    expect(built.collected()).toBeUndefined();
    await built.meaning?.complete();
    const again = await builtAgain(built, { embedder: slow });
    await slow.prepare(['dragons'], 'question');
    const close = [built, again].map(({ meaning }) =>
      [1, 2].map((row) => meaning?.closenessTo('dragons')?.(row)),
    );
    expect(close).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});

/** Knows a text by its first letter, and only when it was told to work it out. */
function slowEmbedder(): Embedder {
  const known = new Map<string, Float32Array>();
  return {
    id: 'slow',
    dimensions: 26,
    vector: (text) => known.get(text),
    async prepare(texts) {
      for (const text of texts)
        known.set(
          text,
          Float32Array.from({ length: 26 }, (_, at) =>
            text.toLowerCase().charCodeAt(0) - 97 === at ? 1 : 0,
          ),
        );
    },
  };
}
