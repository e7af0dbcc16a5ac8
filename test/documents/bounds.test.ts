import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../src/answer/answer.js';
import { en as copy } from '../../src/copy/en/en.js';
import { type Document, describedAs } from '../../src/documents/document.js';
import type { Outline } from '../../src/documents/formats/reader.js';
import { emptyGlossary } from '../../src/documents/glossary.js';
import type { Problem } from '../../src/documents/problem.js';
import { readDocument, resultOf } from '../../src/documents/read.js';
import { buildSnapshot } from '../../src/index/snapshot.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (path: string, text: string) => readDocument({ path, bytes: bytesOf(text) });
const lengths = ({ paragraphs }: Document) =>
  paragraphs.flatMap(({ sentences }) => sentences.map(({ start, end }) => end - start));

/** What is wrong with a document that is to be bounded, whatever it was read from. */
function excessOf(document: Document): string[] {
  const { title, source = {}, references, tags, paragraphs } = document;
  const names = [title, ...tags, ...paragraphs.flatMap(({ headings }) => headings)];
  const fields = [source, ...references].flatMap((one) => Object.entries(one));
  const addresses = fields.filter(([field]) => /url$/i.test(field)).map(([, value]) => value);
  const others = fields.filter(([field]) => !/url$/i.test(field)).map(([, value]) => value);
  const faults: [string, boolean][] = [
    ['a sentence', lengths(document).some((length) => length > 1_000 || length < 1)],
    ['a name', [...names, ...others].some((name) => name.length > 300 || name === '')],
    ['an address', addresses.some((address) => address.length > 2_000)],
    ['sentences', lengths(document).length > 30_000],
    ['size', JSON.stringify(document).length > 6_000_000],
    ['unseen', /[\p{Cc}\u200b\u202a-\u202e\u2060-\u206f]/u.test([...names, ...others].join(' '))],
  ];
  return faults.flatMap(([fault, isThere]) => (isThere ? [fault] : []));
}

describe('a sentence', () => {
  it('is cut behind white space or a comma where it is longer than 1,000 characters', async () => {
    const { document } = await read('a.txt', `${'word '.repeat(300)}end.\n\n${'联盟的成员，'.repeat(200)}`);
    const words = document?.paragraphs.flatMap(({ sentences }) =>
      sentences.map(({ start, end }) => document.text.slice(start, end)),
    );
    expect(words?.slice(0, 2)).toEqual([`${'word '.repeat(199)}word`, `${'word '.repeat(100)}end.`]);
    expect(words?.slice(2).every((piece) => piece.endsWith('，') && piece.length <= 1_000)).toBe(true);
  });

  it('is cut in code and tables as in prose, wherever it can be', async () => {
    const texts = fc.tuple(
      fc.constantFrom('```\n', '| ', '- ', '> ', ''),
      fc.array(
        fc.tuple(
          fc.constantFrom('a', 'ab ', '联', '联，', '😀', ' ', 'e\u0301'),
          fc.integer({ max: 1_500, min: 1 }),
        ),
        { minLength: 1, maxLength: 4 },
      ),
    );
    await fc.assert(
      fc.asyncProperty(texts, async ([before, runs]) => {
        const text = before + runs.map(([unit, times]) => unit.repeat(times)).join('');
        for (const path of ['a.md', 'a.txt']) {
          const { document } = await read(path, text);
          if (!document) continue;
          expect(excessOf(document)).toEqual([]);
          // Cut between characters, and nothing is lost but white space.
          const pieces = document.paragraphs.flatMap(({ sentences }) =>
            sentences.map(({ start, end }) => document.text.slice(start, end)),
          );
          expect(pieces.every((piece) => piece.isWellFormed() && piece.trim() === piece)).toBe(true);
          const letters = (some: string) => some.replace(/\s/g, '');
          for (const { start, end, sentences } of document.paragraphs) {
            const whole = sentences.map((one) => document.text.slice(one.start, one.end)).join('');
            expect(letters(whole)).toBe(letters(document.text.slice(start, end)));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a word in code', 'a.md', `Text.\n\n\`\`\`\n${'a'.repeat(60_000)}\n\`\`\`\n`, 60_000, 4],
    ['Chinese in a line', 'a.txt', `Text.\n\n${'联'.repeat(150_000)}`, 150_000, 3],
    ['a word in a page', 'a.html', `<p>Text.</p>\n<p>${'a'.repeat(2_000)}</p>`, 2_000, 2],
  ])('that nothing parts is told by its length and line: %s', async (_, path, text, characters, line) => {
    const { document, problems } = await read(path, text);
    expect(problems).toEqual([{ file: path, line, kind: 'unbroken', characters, most: 1_000 }]);
    expect(document && Math.max(...lengths(document))).toBe(1_000);
  });
});

describe('a name', () => {
  const long = 'Alliance '.repeat(100).trim();

  it('is cut where it is longer than 300 characters, and told', async () => {
    const front = `---\ntitle: ${long}\npublisher: P ${long}\nauthor: A ${long}\ntags: [T ${long}]\n---\n`;
    const { document, problems } = await read('a.md', `${front}\n## H ${long}\n\nText.`);
    expect(problems.map((problem) => 'field' in problem && problem.field)).toEqual([
      'title',
      'heading',
      'publisher',
      'author',
      'tag',
    ]);
    const told = { file: 'a.md', kind: 'too-long', most: 300 };
    expect(problems.slice(0, 2)).toEqual([
      // It stands in all the lines, so that its own is not known.
      { ...told, field: 'title', characters: 899 },
      { ...told, field: 'heading', characters: 901, line: 8 },
    ]);
    expect(document && excessOf(document)).toEqual([]);
    expect(document?.title).toBe(`${long.slice(0, 299).trimEnd()}…`);
    expect(document?.paragraphs[0]?.headings).toEqual([`H ${long.slice(0, 297).trimEnd()}…`]);
    for (const problem of problems) expect(copy.problem(problem)).toMatch(/^a\.md(?::\d+)?: .+\. .+\.$/);
  });

  it('has no characters that are not seen, and no more than thirty marks on a letter', async () => {
    const { document } = await read(
      'a.md',
      `---\ntitle: "\\u202eReu\\u200bters\\u0007\\u00ad\\ttoday"\npublisher: "\\u2066\\ufeff"\nauthor: "e${'\u0301'.repeat(60)}"\n---\n## \u202aHead\u202c\n\nText.`,
    );
    expect(document?.title).toBe('Reuters today');
    expect(document?.source).toEqual({ author: `e${'\u0301'.repeat(30)}` });
    expect(document?.paragraphs[0]?.headings).toEqual(['Head']);
  });

  it('keeps what joins letters and emoji, where it stands between some', async () => {
    const { document } = await read('a.md', '---\ntitle: "می\u200cخواهم 👩\u200d💻 A\u200d 1"\n---\n\nText.');
    expect(document?.title).toBe('می\u200cخواهم 👩\u200d💻 A 1');
  });

  it('is that of the file where nothing is left of the title, and every change of it is within bounds', () => {
    const document = documentOf({ text: 'Text.', title: '\u200b' });
    expect(document.title).toBe('a');
    expect(
      describedAs(document, { title: long, source: { url: `https://a.b/${long}`, publisher: '\u202e' } }),
    ).toEqual({
      ...document,
      title: `${long.slice(0, 299).trimEnd()}…`,
      source: { url: `https://a.b/${long}` },
    });
    const far = `https://a.b/${'a'.repeat(2_000)}`;
    expect(describedAs(document, { title: 'A', source: { url: far } }).source).toBeUndefined();
  });
});

function documentOf({ text, ...outline }: Partial<Outline> & { text: string }): Document {
  const paragraphs = outline.paragraphs ?? [{ headings: [], parts: [{ start: 0, end: text.length }] }];
  const { document } = resultOf(
    { path: 'a.txt', bytes: bytesOf(text) },
    { outline: { text, ...outline, paragraphs }, problems: [] },
  );
  if (!document) throw new Error('no document');
  return document;
}

/** The kinds of problems that an outline has. */
function kindsOf(outline: Outline): string[] {
  const file = { path: 'a.txt', bytes: bytesOf(outline.text) };
  return resultOf(file, { outline, problems: [] }).problems.map(({ kind }) => kind);
}

/** `paragraphs` times so many sentences "A b." */
function outlineOf(paragraphs: number, sentences = 1, headings: readonly string[] = []): Outline {
  const one = 'A b. '.repeat(sentences).trim();
  const parts = (i: number) => [{ start: i * (one.length + 1), end: i * (one.length + 1) + one.length }];
  return {
    text: `${one}\n`.repeat(paragraphs),
    paragraphs: Array.from({ length: paragraphs }, (_, i) => ({ headings, parts: parts(i) })),
  };
}

describe('a document', () => {
  it.each([
    ['too many sentences', outlineOf(100, 300), outlineOf(100, 301), 'too-many'],
    ['too many paragraphs', outlineOf(15_000), outlineOf(15_001), 'too-many'],
    [
      'too much text',
      { ...outlineOf(1), text: `A b.${' '.repeat(1_999_996)}` },
      { ...outlineOf(1), text: `A b.${' '.repeat(1_999_997)}` },
      'too-much-text',
    ],
    [
      'headings over and over',
      outlineOf(10_000, 1, ['a'.repeat(150), 'b'.repeat(150)]),
      outlineOf(
        10_000,
        1,
        ['a', 'b', 'c'].map((letter) => letter.repeat(250)),
      ),
      'too-much-in-all',
    ],
    [
      'marks on a letter',
      { ...outlineOf(1), text: `A b.${'\u0301'.repeat(30)}` },
      { ...outlineOf(1), text: `A b.${'\u0301'.repeat(31)}` },
      'stacked-marks',
    ],
  ])('is refused for %s, and taken just below', (_, below, above, kind) => {
    expect(kindsOf(below)).toEqual([]);
    expect(kindsOf(above)).toEqual([kind]);
  });

  it('with characters that are not seen is taken, as they stand, and told', async () => {
    const text = 'It did not join.\nIt did \u202eton\u202c join.\u200b';
    const { document, problems } = await read('a.txt', text);
    expect(document?.text).toBe(text);
    expect(problems).toEqual([{ file: 'a.txt', line: 2, kind: 'unseen-characters', count: 3 }]);
    // What Hebrew and Persian need is no such character.
    expect((await read('a.txt', 'שלום\u200f, می\u200cخواهم')).problems).toEqual([]);
  });

  it('has its first 99 problems told, with details as long as a name', () => {
    const all = Array.from(
      { length: 500 },
      (_, i): Problem => ({ file: 'a.txt', kind: 'footnote-undefined', name: `${i}${'x'.repeat(400)}` }),
    );
    const file = { path: 'a.txt', bytes: bytesOf('Text.') };
    const { document, problems } = resultOf(file, { outline: outlineOf(1), problems: all });
    expect(problems).toHaveLength(100);
    expect(problems.at(-1)).toEqual({ file: 'a.txt', kind: 'more-problems', count: 401 });
    expect(JSON.stringify([problems, document?.remarks]).length).toBeLessThan(200 * 500);
  });
});

describe('a document at its limits', () => {
  const word = fc.constantFrom(
    'a',
    'ab',
    '联盟',
    '1.',
    'A.',
    'e\u0301',
    'É',
    'Aa-',
    '"',
    '（',
    '😀',
    '\u202e',
    'ﷺ',
    'ก',
  );
  const run = fc.tuple(word, fc.integer({ min: 1, max: 1_200 })).map(([unit, times]) => unit.repeat(times));
  const texts = fc
    .array(fc.tuple(fc.constantFrom('# ', '## ', '- ', '| ', '', '', '> '), run), {
      minLength: 2,
      maxLength: 6,
    })
    .map((lines) => lines.map(([before, words]) => before + words).join('\n\n'));

  it('is indexed by terms of at most 60 letters, and answered from in whole sentences', async () => {
    await fc.assert(
      fc.asyncProperty(texts, run, async (text, asked) => {
        const { document } = await read('a.md', text);
        if (!document) return;
        expect(excessOf(document)).toEqual([]);
        const snapshot = await buildSnapshot({ shared: 1 }, [document], emptyGlossary);
        expect(snapshot.terms.vocabulary().every((term) => term.length <= 60)).toBe(true);
        const { excerpts } = await answerQuestion(snapshot, asked.slice(0, 500));
        for (const excerpt of excerpts)
          expect(document.text.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
      }),
      { numRuns: 40 },
    );
  });

  it('has a row for its headings that is as long however many letters these had', async () => {
    const rowOf = async (words: number) => {
      const heading = 'member of the alliance '.repeat(words);
      const { document } = await read('a.md', `## ${heading}\n\n${'It met.\n\n'.repeat(50)}`);
      const snapshot = await buildSnapshot({ shared: 1 }, document ? [document] : [], emptyGlossary);
      return snapshot.terms.row(snapshot.terms.headingRow(49)).length;
    };
    // 60 KB over each of 4,900 paragraphs took more memory than there is.
    expect(await rowOf(2_600)).toBe(await rowOf(20));
  });
});
