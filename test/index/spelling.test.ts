import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { emptyGlossary, type Glossary, readGlossary } from '../../src/documents/glossary.js';
import { PARAMETERS } from '../../src/index/parameters.js';
import { readQuestion } from '../../src/index/query/question.js';
import { editDistanceFrom, isKnown } from '../../src/index/query/spelling.js';
import { searchPassages } from '../../src/index/ranking/passages.js';
import { buildSnapshot, extendSnapshot, type Snapshot } from '../../src/index/snapshot.js';
import { termsOf } from '../../src/index/text/analyzer.js';
import { isEnglish } from '../../src/index/text/english-idf.js';
import { documentOfParagraphs, snapshotOfParagraphs } from '../support/corpus.js';

const text = [
  'The Zorvex lighthouse was built by Quarnel Bay fishermen.',
  'A CloudMatrix of 384 processors stands in the harbour.',
  'The model and the chip are sold as one: a model chip, they say.',
];

async function readingOf(question: string, glossary?: Glossary): Promise<string[]> {
  const { groups } = await readQuestion(await snapshotOfParagraphs(text, glossary), question);
  return groups.map(({ variants }) =>
    variants
      .filter(({ origin }) => origin !== 'related')
      .map(({ terms }) => terms.join(' '))
      .join(' | '),
  );
}

describe('what is repaired', () => {
  it('takes a misspelled word for the word of the documents that it is closest to', async () => {
    expect(await readingOf('lighthuose of zorvx')).toEqual(['lighthous', 'zorvex']);
  });

  it('sees a slip in the ending of a word, where the stems are far from each other', async () => {
    const snapshot = await snapshotOfParagraphs(['The bifurcation of the stream, and its regulations.']);
    const read = async (typed: string) => (await readQuestion(snapshot, typed)).groups[0]?.variants[0]?.terms;
    for (const typed of ['bifurcaton', 'bifurcatoin', 'bifurcatiion'])
      expect(await read(typed)).toEqual(['bifurc']);
    expect(await read('regulatoins')).toEqual(['regul']);
  });

  it('leaves an English word as it is, although one of the documents is an edit away', async () => {
    // "Shop" is meant, not "chip" or "ship"; "model" and "motel" are both words.
    expect(await readingOf('motel shop')).toEqual(['motel', 'shop']);
  });

  it('takes the first letter of a short word for right: with another one it is another word', async () => {
    const snapshot = await snapshotOfParagraphs(['Mao signed the act of Quarnel.']);
    const read = async (typed: string) => (await readQuestion(snapshot, typed)).groups[0]?.variants[0]?.terms;
    expect(await read('lmao')).toEqual(['lmao']);
    expect(await read('uarnel')).toEqual(['quarnel']);
  });

  it('leaves what is too short, a number, or too far from every word', async () => {
    expect(await readingOf('zor 385 qqqqqq')).toEqual(['zor', '385', 'qqqqqq']);
  });

  it('takes a word apart where the documents have its parts side by side', async () => {
    expect(await readingOf('modelchip')).toEqual(['model', 'chip']);
    expect(await readingOf('quarnelbay cloudmatrix')).toEqual(['quarnel', 'bay', 'cloudmatrix']);
  });

  it('keeps a name whole of which the documents have the parts only here and there', async () => {
    // Airbus, Facebook and the like are made of words that any text has; that is no sign that they are there.
    expect(await readingOf('chipharbour')).toEqual(['chipharbor']);
  });

  it('does not take apart what fills a question: nobody means two words by it', async () => {
    const [long, longer] = ['a'.repeat(19), 'b'.repeat(21)];
    const both = await snapshotOfParagraphs([`${long} ${long}x ${longer}.`]);
    const read = async (typed: string) => (await readQuestion(both, typed)).groups.length;
    expect(await read(`${long}${long}x`)).toBe(2);
    expect(await read(`${long}x${longer}`)).toBe(1);
  });

  it('takes two words together where the documents have them as one, and apart as well', async () => {
    expect(await readingOf('cloud matrix')).toEqual(['cloud matrix | cloudmatrix']);
    expect(await readingOf('light-house')).toEqual(['light hous | lighthous']);
  });

  it('does not join words over a comma, nor such as are no word together', async () => {
    expect(await readingOf('cloud, matrix')).toEqual(['cloud', 'matrix']);
    expect(await readingOf('harbour matrix')).toEqual(['harbor', 'matrix']);
  });

  it('knows names of the glossary, joined and apart, with their other forms', async () => {
    const { glossary = emptyGlossary } = readGlossary({
      path: 'glossary.yaml',
      bytes: Buffer.from(
        'entities: [{ name: Deep Kern, kind: company, aliases: [Kernlab] }]\nsynonyms: []\n',
      ),
    });
    expect(await readingOf('deepkern', glossary)).toEqual(['deep kern | kernlab']);
    expect(await readingOf('kern lab', glossary)).toEqual(['kern lab | kernlab | deep kern']);
  });

  it('finds the passage by words joined or split', async () => {
    const snapshot = await snapshotOfParagraphs(text);
    for (const question of ['cloud matrix', 'cloudmatrix', 'cloudmatirx']) {
      const [best] = await searchPassages(snapshot, question, 1);
      expect(best?.passage).toBe(1);
    }
  });
});

/** Optimal string alignment by its definition: what it costs to align the ends of both words. */
function slowDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const last = a.at(-1) === b.at(-1) ? 0 : 1;
  const ways = [
    slowDistance(a.slice(0, -1), b) + 1,
    slowDistance(a, b.slice(0, -1)) + 1,
    slowDistance(a.slice(0, -1), b.slice(0, -1)) + last,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    ways.push(slowDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...ways);
}

test('edits are counted as by the definition, up to the most that are asked for, word after word', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
  fc.assert(
    fc.property(
      words,
      fc.array(words, { maxLength: 4 }),
      fc.integer({ min: 1, max: 3 }),
      (word, others, most) => {
        const distanceTo = editDistanceFrom(word, most);
        for (const other of others)
          expect(distanceTo(other)).toBe(Math.min(slowDistance(word, other), most + 1));
      },
    ),
    { numRuns: 500 },
  );
});

/** What a word is repaired to where every term is looked at: the closest one, then the most frequent, then the first. */
function slowRepair(typed: string, { terms, names }: Snapshot): string {
  const forms = [termsOf(typed)[0] ?? '', typed];
  const most = (forms[0]?.length ?? 0) < PARAMETERS.spelling.minLettersForTwoEdits ? 1 : 2;
  const mostAtFirst = (forms[0]?.length ?? 0) < PARAMETERS.spelling.minLettersForFirst ? 0 : 1;
  const known = [
    ...terms.vocabulary().map((term, number) => ({ term, frequency: terms.frequency(number) })),
    ...[...names.vocabulary].map((term) => ({ term, frequency: 0 })),
  ];
  const near = known
    .filter(({ term }) => term.length >= PARAMETERS.spelling.minCandidate)
    .map((one) => {
      const edits = forms.map((form) => {
        const distance = editDistanceFrom(form, most)(one.term);
        return distance <= mostAtFirst || one.term[0] === form[0] ? distance : most + 1;
      });
      return { ...one, edits: Math.min(...edits) };
    })
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits || b.frequency - a.frequency);
  return near[0]?.term ?? forms[0] ?? '';
}

/** Words that are their own stems. */
const ownStem = (minLength: number) =>
  fc.string({ unit: fc.constantFrom('k', 'z', 'q', 'a'), minLength, maxLength: minLength + 4 });

test('a word is repaired to what it is repaired to where every term is looked at, joined ones too', async () => {
  const { minLetters } = PARAMETERS.spelling;
  const typedWord = fc.oneof(
    ownStem(minLetters),
    fc
      .string({ unit: fc.constantFrom('k', 'z', 'a'), minLength: minLetters, maxLength: 6 })
      .map((word) => `${word}s`),
  );
  const paragraphs = (minLength: number) => fc.array(ownStem(3), { minLength, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(paragraphs(1), paragraphs(0), typedWord, async (shared, own, typed) => {
      const base = await buildSnapshot({ shared: 1 }, [documentOfParagraphs('', shared)], emptyGlossary);
      const documents = [documentOfParagraphs('Own', own)];
      const joined = await extendSnapshot(base, { shared: 1, guild: 1 }, { documents, knownQuestions: [] });
      for (const snapshot of [base, joined]) {
        const [term = ''] = termsOf(typed);
        fc.pre(!isKnown(term, snapshot) && !isEnglish(term));
        const { groups } = await readQuestion(snapshot, typed);
        expect(groups[0]?.variants[0]?.terms).toEqual([slowRepair(typed, snapshot)]);
      }
    }),
    { numRuns: 150 },
  );
});

const letters = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
  minLength: 6,
  maxLength: 11,
});

test('a word with one letter too many is repaired, unless it is a word itself', async () => {
  const snapshot = await snapshotOfParagraphs(['Quixhal vornemq zitrobund.']);
  const known = ['quixhal', 'vornemq', 'zitrobund'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...known),
      fc.nat(),
      fc.constantFrom(...'kwxz'),
      async (word, place, letter) => {
        const at = 1 + (place % (word.length - 1));
        const typed = word.slice(0, at) + letter + word.slice(at);
        expect((await readQuestion(snapshot, typed)).groups[0]?.variants[0]?.terms).toEqual([word]);
      },
    ),
  );
});

test('reading a question keeps each of its words in its place, whatever is typed', async () => {
  const snapshot = await snapshotOfParagraphs(text);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(letters, fc.constantFrom('cloud', 'matrix', 'modelchip', 'bay'))),
      async (typed) => {
        const question = typed.join(' ');
        const { groups } = await readQuestion(snapshot, question);
        let end = 0;
        for (const group of groups) {
          expect(group.start).toBeGreaterThanOrEqual(end);
          expect(group.end).toBeGreaterThan(group.start);
          ({ end } = group);
        }
        expect(end).toBeLessThanOrEqual(question.length);
      },
    ),
  );
});
