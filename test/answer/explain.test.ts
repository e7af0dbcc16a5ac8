import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { type Explanation, explain, type ScoreParts } from '../../src/answer/explain.js';
import { runAsk } from '../../src/cli/ask.js';
import { normalize } from '../../src/index/embedding/embedder.js';
import { buildSnapshot, type Snapshot, type SnapshotOptions } from '../../src/index/snapshot.js';
import { documentOf } from '../support/documents-reading.js';

const harbour = [
  'The Harbour',
  'The ferry to the island leaves at noon. It takes forty minutes in calm weather.',
  'Fishing boats come home before dawn and sell their catch on the quay. The boats are painted blue.',
  'The Northern Star Line was founded in 1902. It runs the ferry and two tugs.',
].join('\n');

const glossary = {
  entities: [{ name: 'Northern Star Line', kind: 'company', aliases: ['NSL'], chinese: ['北星航运'] }],
  synonyms: [['ferry', 'ship']],
};

/** Tells apart what speaks of time from what does not: enough for meaning to add something. */
const embedder = {
  id: 'time',
  dimensions: 2,
  vector: (sentence: string) => normalize(Float32Array.of(/when|noon|dawn/i.test(sentence) ? 1 : 0, 0.5)),
  prepare: async () => {},
};

function build(options: SnapshotOptions = { embedder }): Promise<Snapshot> {
  return buildSnapshot({ shared: 1 }, [documentOf('harbour.txt', harbour)], glossary, options);
}

const question = 'When does the ferry leave for the island?';

function sum(parts: ScoreParts<string>): number {
  return parts.reduce((total, { amount }) => total + amount, 0);
}

function originsOf({ terms }: Explanation, asked: string) {
  const ways = terms.find((term) => term.asked === asked)?.ways ?? [];
  return ways.map(({ terms, origin }) => [terms.join(' '), origin]);
}

describe('explain', () => {
  it('accounts for the whole of every score', async () => {
    const { passages, sentences } = await explain(await build(), question);
    for (const { score, parts } of [...passages, ...sentences]) expect(sum(parts)).toBeCloseTo(score, 9);
    // Each step has left its part: the sum would also be right if one part stood for all.
    expect(passages[0]?.parts.map(({ name }) => name).sort()).toEqual([
      'bestSentence',
      'feedback',
      'meaning',
      'proximity',
      'related',
      'words',
    ]);
    // The best sentence has the date that "when" asks for.
    expect(sentences[0]?.text).toContain('noon');
    expect(sentences[0]?.parts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['words', 'context', 'passage', 'meaning']),
    );
  });

  it('has the part for a date only where one is asked for and the sentence has one', async () => {
    const { sentences } = await explain(await build(), 'When was the Northern Star Line founded?');
    const withKind = sentences.filter(({ parts }) => parts.some(({ name }) => name === 'date'));
    expect(withKind.map(({ text }) => text)).toEqual(['The Northern Star Line was founded in 1902.']);
  });

  it('gives the answer that is given without it, and so changes no score', async () => {
    const snapshot = await build();
    for (const gate of [true, false]) {
      const { answer } = await explain(snapshot, question, { gate });
      expect(answer).toEqual(await answerQuestion(snapshot, question, { gate }));
    }
  });

  it('says how each term came into the question', async () => {
    const explanation = await explain(await build(), 'Which islnad does the NSL serve by ferry?');
    expect(originsOf(explanation, 'islnad')).toEqual([['island', 'repair']]);
    expect(originsOf(explanation, 'NSL').slice(0, 2)).toEqual([
      ['nsl', 'own'],
      ['northern star line', 'alias'],
    ]);
    expect(originsOf(explanation, 'ferry')).toContainEqual(['ship', 'synonym']);
    const ship = explanation.terms.flatMap(({ ways }) => ways).find(({ terms }) => terms[0] === 'ship');
    expect(ship).toMatchObject({ weight: 0.4, isKnown: false });
  });

  it('says of a translated word that it is, and shows the question in English', async () => {
    const explanation = await explain(await build(), 'Wann wurde die Firma gegründet?');
    expect(explanation.english).toBeDefined();
    expect(originsOf(explanation, 'gegründet')[0]).toEqual(['found', 'translated']);
    expect(originsOf(await explain(await build(), '北星航运'), '北星航运')).toContainEqual([
      'northern star line',
      'translated',
    ]);
  });

  it('has contributions of the gate that add up to the odds of its probability', async () => {
    const { gate, answer } = await explain(await build(), question);
    const contributions = gate.signals.map(({ contribution }) => contribution);
    const logOdds = contributions.reduce((total, each) => total + each, gate.bias);
    expect(logOdds).toBeCloseTo(gate.logOdds ?? Number.NaN, 9);
    expect(gate.subject / (1 + Math.exp(-logOdds))).toBeCloseTo(gate.probability, 9);
    expect(gate.probability).toBe(answer.confidence);
    for (const { value, weight, contribution } of gate.signals)
      expect(contribution).toBeCloseTo(value * weight, 9);
    // The strongest reason comes first.
    const sizes = contributions.map(Math.abs);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  it('has nothing to weigh where nothing was found', async () => {
    const { passages, sentences, gate, answer } = await explain(await build({}), 'Quantum entanglement?');
    expect({ passages, sentences }).toEqual({ passages: [], sentences: [] });
    expect(gate).toMatchObject({ signals: [], probability: 0, logOdds: undefined });
    expect(answer).toMatchObject({ verdict: 'none', excerpts: [] });
  });

  test.each(['', ' ', '?!', '🔥'])('takes any text for a question: %j', async (any) => {
    expect((await explain(await build(), any)).terms).toEqual([]);
  });
});

describe('npm run ask -- --explain', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'explain-'));
    await writeFile(join(folder, 'harbour.txt'), harbour);
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function ask(...argv: string[]) {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const streams = { stdin: Readable.from(['']), stdout, stderr };
    const code = await runAsk(['--knowledge', folder, '--explain', ...argv], streams, { semantic: false });
    stdout.end();
    stderr.end();
    return { code, out: await text(stdout), err: await text(stderr) };
  }

  it('has a section for each step', async () => {
    const { code, out } = await ask(question);
    expect(code).toBe(0);
    expect(out.match(/^\S.*$/gm)).toEqual([
      'Terms',
      expect.stringMatching(/^Passages \(\d of \d\)$/),
      expect.stringMatching(/^Sentences \(\d of \d\)$/),
      'Excerpts',
      'Gate',
    ]);
    expect(out).toMatch(/\d\.\d\d = \d+\.\d\d words \+ /);
    expect(out).toMatch(/(Open|Half open|Closed): the probability of an answer is 0\.\d\d/);
  });

  it('says so where nothing was found', async () => {
    const { code, out } = await ask('Quantum entanglement?');
    expect(code).toBe(0);
    expect(out).toContain('Nothing was found.');
    expect(out).toContain('Closed: nothing was found');
  });

  it('says that the gate was not asked', async () => {
    expect((await ask('--no-gate', question)).out).toContain('The gate is off');
  });

  it('is for one question and for a person', async () => {
    expect(await ask('--json', question)).toMatchObject({ code: 2, out: '' });
    expect(await ask('--jsonl')).toMatchObject({ code: 2, out: '' });
    expect(await ask('--text', 'harbour')).toMatchObject({ code: 2, out: '' });
  });
});
