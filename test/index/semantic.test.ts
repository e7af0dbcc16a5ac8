import { describe, expect, test } from 'vitest';
import { emptyGlossary } from '../../src/documents/glossary.js';
import { type Embedder, normalize } from '../../src/index/embedding/embedder.js';
import { readQuestion } from '../../src/index/query/question.js';
import { searchPassages } from '../../src/index/ranking/passages.js';
import { retrieve } from '../../src/index/ranking/retrieve.js';
import { buildSnapshot, type SnapshotOptions } from '../../src/index/snapshot.js';
import { documentOf } from '../support/documents-reading.js';

const text = `Chips and people
The group has too few engineers. Talent shortages may slow the work down.
Power comes from domestic sources. The centres need a great deal of it.
Skilled negotiators met in Shanghai. They talked about tariffs for three days.`;

/** A direction for each subject that the article and the questions speak of, whatever the words. */
const subjects = [
  ['engineers', 'talent', 'staff', 'workers'],
  ['power', 'electricity', 'domestic'],
  ['shanghai', 'negotiators', 'tariffs', 'talked'],
];

const embedder: Embedder = {
  id: 'subjects',
  dimensions: subjects.length,
  vector: (text) =>
    normalize(
      Float32Array.from(
        subjects,
        (words) => words.filter((word) => text.toLowerCase().includes(word)).length,
      ),
    ),
  prepare: async () => {},
};

async function build(options: SnapshotOptions, ofDocument = text) {
  return buildSnapshot({ shared: 1 }, [documentOf('chips.txt', ofDocument)], emptyGlossary, options);
}

async function firstSentence(
  question: string,
  options: SnapshotOptions,
  text?: string,
): Promise<string | undefined> {
  const snapshot = await build(options, text);
  const [best] = (await retrieve(snapshot, await readQuestion(snapshot, question))).sentences;
  const passage = best && snapshot.passages.at(best.passage);
  const sentence = passage?.sentences[best?.sentence ?? -1];
  return sentence && passage?.document.text.slice(sentence.start, sentence.end);
}

describe('ranking by meaning', () => {
  test('finds what was asked in other words, next to one of the words asked', async () => {
    // "great" leads to the second paragraph; the sentence without it says what electricity is about.
    expect(await firstSentence('great electricity?', {})).toMatch(/^The centres need/);
    expect(await firstSentence('great electricity?', { embedder })).toMatch(/^Power comes/);
  });

  test('looks only at passages that words have led to', async () => {
    expect(await firstSentence('Is electricity imported?', { embedder })).toBeUndefined();
  });

  test('puts the sentence on the subject before one that happens to have a word of the question', async () => {
    // "skilled" stands in the text once, in a passage on tariffs; the question is about staff for the work.
    const question = 'skilled staff for the work?';
    expect(await firstSentence(question, {})).toMatch(/^Skilled negotiators/);
    expect(await firstSentence(question, { embedder })).not.toMatch(/^Skilled/);
  });

  test('leaves the words in the lead where they say it all', async () => {
    const question = 'Who talked about tariffs for three days?';
    expect(await firstSentence(question, { embedder })).toMatch(/^They talked about tariffs/);
  });

  test('counts less where the question names someone, for whom no vector stands', async () => {
    // About staff alone the first sentence would come first; but whether Zentrix has any, only the second can say.
    const text = 'Trade\nTalent is what other companies look for. Zentrix Vornel has grown too fast.';
    expect(await firstSentence('any staff in trade?', { embedder }, text)).toMatch(/^Talent/);
    expect(await firstSentence('any staff in trade at Zentrix Vornel?', { embedder }, text)).toMatch(
      /^Zentrix/,
    );
  });

  test('changes nothing where the question has no vector', async () => {
    const silent: Embedder = { ...embedder, vector: () => undefined };
    const question = 'skilled engineers in Shanghai';
    expect(await searchPassages(await build({ embedder: silent }), question, 10)).toEqual(
      await searchPassages(await build({}), question, 10),
    );
  });

  test('changes nothing where the question is about nothing that the model knows', async () => {
    const ranked = async (options: SnapshotOptions) => {
      const hits = await searchPassages(await build(options), 'the deal, slow and great', 10);
      return hits.map(({ passage, score }) => [passage, score]);
    };
    expect(await ranked({ embedder })).toEqual(await ranked({}));
  });

  test('takes a question in another language in its translation', async () => {
    const snapshot = await build({ embedder });
    const { english, closeness } = await readQuestion(snapshot, '电力来自哪里？');
    expect(english).toMatch(/electricity|power/);
    expect(closeness?.(snapshot.terms.headingRow(1) + 1)).toBeCloseTo(1, 1);
  });

  test('waits for a model to embed the question in English, and the parts of one that asks two things', async () => {
    const asked: string[] = [];
    const known = new Map<string, Float32Array>();
    const slow: Embedder = {
      ...embedder,
      vector: (one) => known.get(one),
      prepare: async (texts, kind) => {
        if (kind === 'question') asked.push(...texts);
        for (const one of texts) known.set(one, embedder.vector(one) ?? new Float32Array(3));
      },
    };
    const snapshot = await build({ embedder: slow });
    const question = await readQuestion(
      snapshot,
      'Who talked in Shanghai, and where does the power come from?',
    );
    expect(asked).toEqual([question.text, ...question.parts.map(({ text }) => text)]);
    expect(question.parts).toHaveLength(2);
    expect([question, ...question.parts].map(({ closeness }) => typeof closeness)).toEqual(
      Array(3).fill('function'),
    );
  });
});
