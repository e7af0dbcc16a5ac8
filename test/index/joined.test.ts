import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import type { Glossary } from '../../src/documents/glossary.js';
import { joinKnownQuestions, type KnownQuestion } from '../../src/documents/known-questions.js';
import { buildSnapshot, extendSnapshot } from '../../src/index/snapshot.js';
import { openEmbedder } from '../../src/library/embedders.js';
import { loadKnowledge } from '../../src/library/knowledge-folder.js';
import { documentOf } from '../support/documents-reading.js';
import {
  documentsIn,
  expectSame,
  foundFor,
  glossary,
  knownOf,
  question,
  questionsOn,
  rounded,
} from '../support/random-snapshots.js';

// A server's own documents beside the shared ones answer as if all had been built together.

const embedder = await openEmbedder();

interface Collections {
  readonly shared: readonly Document[];
  readonly own: readonly Document[];
  readonly sharedQuestions: readonly KnownQuestion[];
  readonly ownQuestions: readonly KnownQuestion[];
  readonly glossary: Glossary;
  readonly hasMeaning: boolean;
}

/** Both ways to have the documents of a server beside the shared ones. */
async function bothOf({ shared, own, sharedQuestions, ownQuestions, ...more }: Collections) {
  const options = more.hasMeaning ? { embedder } : {};
  const name = { shared: 1, guild: 1 };
  const base = await buildSnapshot({ shared: 1 }, shared, more.glossary, {
    ...options,
    knownQuestions: joinKnownQuestions(sharedQuestions),
  });
  const extended = await extendSnapshot(base, name, { documents: own, knownQuestions: ownQuestions });
  const built = await buildSnapshot(name, [...shared, ...own], more.glossary, {
    ...options,
    knownQuestions: joinKnownQuestions([...joinKnownQuestions(sharedQuestions), ...ownQuestions]),
  });
  return { extended, built };
}

const collections: fc.Arbitrary<Collections> = fc
  .tuple(documentsIn('shared'), documentsIn('server'), fc.boolean())
  .chain(([shared, own, hasMeaning]) =>
    fc.record({
      shared: fc.constant(shared),
      own: fc.constant(own),
      // Those of the folder may name a document that only the server has.
      sharedQuestions: questionsOn([...shared, ...own]),
      ownQuestions: questionsOn([...shared, ...own]),
      glossary: fc.constant(glossary),
      hasMeaning: fc.constant(hasMeaning),
    }),
  );
describe('documents of a server beside the shared ones', () => {
  test(
    'answer every question as if all had been built together',
    () =>
      fc.assert(
        fc.asyncProperty(
          collections,
          fc.array(question, { minLength: 1, maxLength: 3 }),
          async (all, asked) => {
            const { extended, built } = await bothOf(all);
            expectSame(knownOf(extended), knownOf(built));
            for (const one of asked) expectSame(await foundFor(extended, one), await foundFor(built, one));
          },
        ),
        { numRuns: 30 },
      ),
    120_000,
  );

  test('do so wherever what ships is cut in two', async () => {
    const { documents, knownQuestions, glossary } = await loadKnowledge({ knowledgeDir: 'knowledge' });
    const known = knownQuestions.filter((_, i) => i % 15 === 0);
    for (const at of [0, 6, documents.length - 1]) {
      const { extended, built } = await bothOf({
        shared: documents.slice(0, at),
        own: documents.slice(at),
        // One of each five stands in both.
        sharedQuestions: known.filter((_, i) => i % 5 > 0),
        ownQuestions: known.filter((_, i) => i % 5 < 2),
        glossary,
        hasMeaning: true,
      });
      for (const { question } of known.filter((_, i) => i % 40 === at % 40)) {
        const mistyped = question.slice(0, 6) + question.slice(7);
        for (const asked of [question, mistyped])
          expectSame(await foundFor(extended, asked), await foundFor(built, asked));
      }
    }
  }, 120_000);

  test('are read, and of the shared ones nothing but the known questions that they change', async () => {
    const paragraphs = Array.from({ length: 60 }, (_, i) => `Ferry ${i} leaves at noon.`);
    const shared = [documentOf('ferry.md', `# Ferry\n\n${paragraphs.join('\n\n')}\n`)];
    const knownQuestions = ['When does ferry 5 leave?', 'What is a whatsit?', 'Who sails?'].map((asked) => ({
      question: asked,
      answers: [{ document: 'ferry', text: 'Ferry 5 leaves at noon.' }],
    }));
    const base = await buildSnapshot({ shared: 1 }, shared, glossary, { knownQuestions });
    let steps = 0;
    const own = {
      documents: [documentOf('club.md', '# Club\n\nA whatsit is a club.\n')],
      knownQuestions: [],
    };
    const extended = await extendSnapshot(base, { shared: 1, guild: 1 }, own, async () => {
      steps++;
    });
    // A document, a passage, the question with the word that only the server has, and the ends of some arrays.
    expect(steps).toBeLessThan(paragraphs.length / 3);
    const isReadAgain = [0, 1, 2].map((id) => extended.known.read(id) !== base.known.read(id));
    expect(isReadAgain).toEqual([false, true, false]);
    expect(base.known.questions[1]?.isSpelled).toBe(false);
    expect(extended.known.questions[1]?.isSpelled).toBe(true);
  });

  test('leave the shared ones as they are', async () => {
    const shared = [documentOf('ferry.md', '# Ferry\n\nThe ferry leaves at noon.\n')];
    const own = {
      documents: [documentOf('club.md', '# Club\n\nThe ferry club meets.\n')],
      knownQuestions: [],
    };
    const base = await buildSnapshot({ shared: 1 }, shared, glossary, { embedder });
    const before = rounded([knownOf(base), await foundFor(base, 'When does the ferry leave?')]);
    await extendSnapshot(base, { shared: 1, guild: 1 }, own);
    expect(rounded([knownOf(base), await foundFor(base, 'When does the ferry leave?')])).toEqual(before);
  });
});
