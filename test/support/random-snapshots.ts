import fc from 'fast-check';
import { expect } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { relatedQuestions } from '../../src/answer/related-questions.js';
import { searchFor } from '../../src/answer/search-passages.js';
import { timelineOf } from '../../src/answer/timeline.js';
import type { Document } from '../../src/documents/document.js';
import type { Glossary } from '../../src/documents/glossary.js';
import type { KnownQuestion } from '../../src/documents/known-questions.js';
import { suggestQuestions } from '../../src/index/known/suggestions.js';
import { readQuestion } from '../../src/index/query/question.js';
import { retrieve } from '../../src/index/ranking/retrieve.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { documentOf } from './documents-reading.js';

// Documents and questions at random, and all that a snapshot of them knows, finds and answers: two snapshots can be compared.

export const glossary: Glossary = {
  entities: [
    { name: 'Harbour Board', kind: 'body', aliases: ['HB'], chinese: ['港务局'] },
    { name: 'Northern Ferries', kind: 'company', aliases: ['NF', 'the Board'], chinese: [] },
    { name: 'Ascend 960', kind: 'chip', aliases: [], chinese: ['昇腾960'] },
  ],
  synonyms: [['ferry', 'boat']],
};

/** Everything that a question finds and answers. */
export async function foundFor(snapshot: Snapshot, question: string) {
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
export function knownOf({ terms, dates, mentions, known, documents, passages, writtenNames }: Snapshot) {
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
export function expectSame(one: unknown, other: unknown): void {
  expect(rounded(one)).toEqual(rounded(other));
}

export function rounded(value: unknown): unknown {
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
export const documentsIn = (folder: string) =>
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

export function questionsOn(documents: readonly Document[]): fc.Arbitrary<KnownQuestion[]> {
  const sentences = documents.flatMap(({ id, text, paragraphs }) =>
    paragraphs.flatMap(({ sentences }) =>
      sentences.map(({ start, end }) => ({ document: id, text: text.slice(start, end) })),
    ),
  );
  const answer = fc.constantFrom(...sentences, { document: 'nowhere', text: 'Nothing.' });
  const answers = fc.array(answer, { minLength: 1, maxLength: 2 });
  return fc.array(fc.record({ question: wording, answers }), { maxLength: 4 });
}

export const question = fc.oneof(
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
