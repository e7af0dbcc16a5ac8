import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { relatedQuestions } from '../../src/answer/related-questions.js';
import { searchFor } from '../../src/answer/search-passages.js';
import { timelineOf } from '../../src/answer/timeline.js';
import type { Document } from '../../src/documents/document.js';
import type { Glossary } from '../../src/documents/glossary.js';
import { joinKnownQuestions, type KnownQuestion } from '../../src/documents/known-questions.js';
import { suggestQuestions } from '../../src/index/known/suggestions.js';
import { readQuestion } from '../../src/index/query/question.js';
import { retrieve } from '../../src/index/ranking/retrieve.js';
import { buildSnapshot, extendSnapshot, type Snapshot } from '../../src/index/snapshot.js';
import { openEmbedder } from '../../src/library/embedders.js';
import { loadKnowledge } from '../../src/library/knowledge-folder.js';
import { documentOf } from '../support/documents-reading.js';

// A server's own documents beside the shared ones answer as if all had been built together.

const embedder = await openEmbedder();

const glossary: Glossary = {
  entities: [
    { name: 'Harbour Board', kind: 'body', aliases: ['HB'], chinese: ['港务局'] },
    { name: 'Northern Ferries', kind: 'company', aliases: ['NF', 'the Board'], chinese: [] },
    { name: 'Ascend 960', kind: 'chip', aliases: [], chinese: ['昇腾960'] },
  ],
  synonyms: [['ferry', 'boat']],
};

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

/** Everything that a question finds and answers. */
async function foundFor(snapshot: Snapshot, question: string) {
  const options = { most: 25, maxLength: 100, isChinese: false };
  const answer = await answerQuestion(snapshot, question);
  return {
    retrieved: await retrieve(snapshot, await readQuestion(snapshot, question)),
    answer,
    related: relatedQuestions(snapshot, answer, question, options),
    searched: await searchFor(snapshot, { query: question, period: { from: 0, to: 30_000 } }),
    told: await timelineOf(snapshot, { topic: { words: question } }),
    suggested: [2, 5, question.length].map((typed) =>
      suggestQuestions(snapshot.known, question.slice(0, typed), options),
    ),
  };
}

/** What a snapshot knows, without being asked. */
function knownOf({ terms, dates, mentions, known, documents, passages, writtenNames }: Snapshot) {
  const numbers = [...terms.vocabulary().keys()];
  const rows = Array.from({ length: terms.rows }, (_, row) => row);
  return {
    documents,
    passages: [...passages],
    known: known.questions,
    named: mentions.named.map((thing) => [thing, [...mentions.rowsOf(thing)]]),
    called: ['board', 'the Board', 'NF', 'hb'].map(mentions.find),
    written: terms.vocabulary().filter(writtenNames.has),
    events: dates.eventRows({ from: 0, to: 30_000 }, 5),
    passagesOfPeriod: dates.passagesIn({ from: 0, to: 30_000 }, 4),
    means: [terms.size, terms.averageLength, terms.averageHeadingLength],
    terms: numbers.map((number) => [
      terms.termOf(number),
      terms.rarity(number),
      terms.lettersOf(number),
      terms.passagesWith(number),
      terms.passagesHeaded(number),
    ]),
    rows: rows.map((row) => [terms.row(row), terms.passageOf(row), dates.of(row), dates.published(row)]),
    initials: ['ab', 'nf', 'dc'].map((letters) => terms.placesOfInitials(letters, 3)),
  };
}

/** Fails where two values differ in more than the ninth digit of a number. */
function expectSame(one: unknown, other: unknown): void {
  expect(rounded(one)).toEqual(rounded(other));
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(9));
  if (value instanceof Map) return rounded([...value]);
  if (ArrayBuffer.isView(value)) return [...(value as Uint32Array)];
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? '' : value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
}

const sentence = fc
  .array(
    fc.constantFrom(
      'the Harbour Board',
      'Northern Ferries',
      'NF',
      'ferry',
      'Ferries',
      'boats',
      'Ascend 960',
      'ascend',
      'pays 300 yuan',
      'a fee',
      'on 3 March 2025',
      'in July 2024',
      'since 2023',
      'opens',
      'data',
      'centres',
      'datacentres',
      'DC',
      'Big Apple',
      'big',
      '港务局收费',
      '渡轮在三月开航',
      'whatsit',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) => `${words.join(' ')}.`);
const text = fc
  .tuple(
    fc.constantFrom('Ferries', 'Harbour fees', 'Notes of 2024', 'Ascend'),
    fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  )
  .map(([title, paragraphs]) => `# ${title}\n\n${paragraphs.map((some) => some.join(' ')).join('\n\n')}\n`);
const documentsIn = (folder: string) =>
  fc
    .array(text, { maxLength: 3 })
    .map((texts) => texts.map((one, i) => ({ ...documentOf(`${i}.md`, one), id: `${folder}/${i}` })));
const wording = fc.constantFrom(
  'When does the ferry open?',
  'What does the Harbour Board pay?',
  'whatsit fee?',
  'What is the whatsitt of NF?',
  '港务局收多少费？',
  '渡轮什么时候开航',
  'Who pays the DC and when do the data centres open?',
  'when does the Ferry open',
);

function questionsOn(documents: readonly Document[]): fc.Arbitrary<KnownQuestion[]> {
  const sentences = documents.flatMap(({ id, text, paragraphs }) =>
    paragraphs.flatMap(({ sentences }) =>
      sentences.map(({ start, end }) => ({ document: id, text: text.slice(start, end) })),
    ),
  );
  const answer = fc.constantFrom(...sentences, { document: 'nowhere', text: 'Nothing.' });
  const answers = fc.array(answer, { minLength: 1, maxLength: 2 });
  return fc.array(fc.record({ question: wording, answers }), { maxLength: 4 });
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
const question = fc.oneof(
  wording,
  sentence,
  fc.constantFrom(
    '',
    'What happened in July 2024?',
    'What is new?',
    'whatsti',
    'DC',
    'big apple',
    '费',
    'HB',
  ),
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
