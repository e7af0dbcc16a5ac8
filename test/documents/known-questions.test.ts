import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isAskedFile,
  joinAskedFiles,
  readAskedFile,
  writeAskedFiles,
} from '../../src/documents/asked-files.js';
import type { Document } from '../../src/documents/document.js';
import type { InputFile } from '../../src/documents/formats/reader.js';
import {
  joinKnownQuestions,
  type KnownQuestion,
  oneLine,
  wordingOf,
} from '../../src/documents/known-questions.js';
import { documentOf } from '../support/documents-reading.js';

function readAll(files: readonly InputFile[], documents: readonly Document[], options = {}) {
  const read = files.map((file) => ({ path: file.path, ...readAskedFile(file) }));
  return joinAskedFiles(read, documents, options);
}

function known(question: string, ...answers: readonly string[]): KnownQuestion {
  return {
    question,
    answers: answers.map((answer) => {
      const [document = '', text = ''] = answer.split(': ');
      return { document, text };
    }),
  };
}

describe('known questions of several places', () => {
  test('of one wording become one, with the answers of all by document', () => {
    const joined = joinKnownQuestions([
      known('When does it leave?', 'harbour: It leaves at noon.'),
      known('What is it?', 'ferry: It is a ship.'),
      known('when does  it leave', 'ferry: At noon.', 'harbour: It leaves at noon.'),
    ]);
    expect(joined).toEqual([
      known('When does it leave?', 'ferry: At noon.', 'harbour: It leaves at noon.'),
      known('What is it?', 'ferry: It is a ship.'),
    ]);
  });

  test('keep the order of the answers in a document, and are the same when they are joined again', () => {
    const one = known('What is it?', 'b: Second.', 'b: First.', 'a: Third.');
    const joined = joinKnownQuestions([one]);
    expect(joined).toEqual([known('What is it?', 'a: Third.', 'b: Second.', 'b: First.')]);
    expect(joinKnownQuestions([...joined, ...joined])).toEqual(joined);
  });

  test('are taught only where none of the places wrote the wording itself', () => {
    const taught = { ...known('What is it?', 'a: A ship.'), taught: true } as const;
    expect(joinKnownQuestions([taught, taught])).toEqual([taught]);
    expect(joinKnownQuestions([taught, known('What is it?', 'a: A ship.')])).toEqual([
      known('What is it?', 'a: A ship.'),
    ]);
  });
});

describe('the files of known questions', () => {
  const documents = [
    documentOf('ferry.md', '# Ferry\n\nIt leaves at noon. It is white.\n\nIt is white.\n'),
    documentOf('sea/harbour.md', '# Harbour\n\nThe ferry leaves at noon.\n'),
  ];

  function read(files: Readonly<Record<string, string>>, most?: number) {
    const inputs = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
    return readAll(inputs, documents, most === undefined ? {} : { most });
  }

  test('are those under asked/, whatever comes after it', () => {
    const paths = [
      'asked/a.yaml',
      'asked/sea/b.md.yaml',
      'a.yaml',
      'asked.yaml',
      'asked/a.md',
      'sea/asked/a.yaml',
    ];
    expect(paths.filter(isAskedFile)).toEqual(['asked/a.yaml', 'asked/sea/b.md.yaml']);
  });

  test('hold the questions of the document that they are called after', async () => {
    const { knownQuestions, problems } = await read({
      'asked/ferry.yaml': '- answer: It leaves at noon.\n  asked: [When does it leave?, departure time]\n',
      'asked/sea/harbour.yaml': '- answer: The ferry leaves at noon.\n  asked: [when does it leave]\n',
    });
    expect(problems).toEqual([]);
    expect(knownQuestions).toEqual([
      known('When does it leave?', 'ferry: It leaves at noon.', 'sea/harbour: The ferry leaves at noon.'),
      known('departure time', 'ferry: It leaves at noon.'),
    ]);
  });

  test('keep a question whose sentence is gone, and tell of it with file and line', async () => {
    const { knownQuestions, problems } = await read({
      'asked/ferry.yaml':
        '- answer:\n    - It leaves at nine.\n    - It is white.\n    - It leaves at noon.\n  asked:\n    - When?\n',
      'asked/gone.yaml': '- answer: [So., And so.]\n  asked:\n    - How?\n    - Why?\n',
    });
    expect(knownQuestions.map(({ question }) => question)).toEqual(['When?', 'How?', 'Why?']);
    expect(problems).toMatchObject([
      {
        file: 'asked/ferry.yaml',
        line: 6,
        question: 'When?',
        fault: 'not-found',
        text: 'It leaves at nine.',
      },
      { file: 'asked/ferry.yaml', line: 6, question: 'When?', fault: 'not-unique', text: 'It is white.' },
      { file: 'asked/gone.yaml', line: 3, question: 'How?', fault: 'no-document', document: 'gone' },
      { file: 'asked/gone.yaml', line: 4, question: 'Why?', fault: 'no-document', document: 'gone' },
    ]);
  });

  test('of another shape or encoding give a problem, and the others are read', async () => {
    const { knownQuestions, problems } = await readAll(
      [
        { path: 'asked/a.yaml', bytes: Buffer.from('- asked: [') },
        { path: 'asked/b.yaml', bytes: Uint8Array.of(0xff) },
        { path: 'asked/ferry.yaml', bytes: Buffer.from('- { answer: It leaves at noon., asked: [When?] }') },
      ],
      documents,
    );
    expect(knownQuestions).toHaveLength(1);
    expect([...new Set(problems.map(({ file, kind }) => `${file} ${kind}`))]).toEqual([
      'asked/a.yaml known-questions',
      'asked/b.yaml not-utf8',
    ]);
  });

  test('are read until there are too many wordings in all', async () => {
    const { knownQuestions, problems } = await read(
      {
        'asked/ferry.yaml': '- { answer: It leaves at noon., asked: [One?, Two?] }\n',
        'asked/sea/harbour.yaml':
          '- answer: The ferry leaves at noon.\n  asked:\n    - one\n    - Three?\n    - Four?\n',
      },
      2,
    );
    expect(knownQuestions.map(({ question }) => question)).toEqual(['One?', 'Two?']);
    expect(problems).toEqual([
      {
        file: 'asked/sea/harbour.yaml',
        line: 4,
        kind: 'known-question',
        question: 'Three?',
        fault: 'too-many',
        most: 2,
      },
    ]);
  });
});

describe('files of known questions that nobody would write', () => {
  const sentence = 'It leaves at noon.';

  async function problemsIn(text: string) {
    const file = { path: 'asked/ferry.yaml', bytes: Buffer.from(text) };
    const finds = [documentOf('ferry.md', `# Ferry\n\n${sentence}\n`)];
    return readAll([file], finds);
  }

  test.each([
    ['brackets within brackets', '['.repeat(100_000)],
    ['lists within lists', `${'- '.repeat(100_000)}x`],
    ['maps within maps', Array.from({ length: 1_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    // The reader compares each with all others.
    ['keys', Array.from({ length: 100_000 }, (_, at) => `k${at}: 1`).join('\n')],
    ['keys on a line', `{${Array.from({ length: 100_000 }, (_, at) => `k${at}: 1`).join(', ')}}`],
    ['aliases that double', `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n`],
    ['a list that has itself', '&a [*a]'],
    ['a part that is named as a prototype', '- { answer: x, asked: [y], __proto__: { z: 1 } }'],
  ])('%s are one problem with its line, found at once', async (_, text) => {
    const before = performance.now();
    const { knownQuestions, problems } = await problemsIn(text);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(knownQuestions).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'known-questions', line: expect.any(Number) }]);
  });

  test.each([
    ['things that are no questions', '- 1\n'.repeat(10_000)],
    ['the same question', `- answer: ${sentence}\n  asked: [${'q, '.repeat(10_000)}]\n`],
  ])('%s by the thousand give no more problems than somebody reads', async (_, text) => {
    expect((await problemsIn(text)).problems).toHaveLength(100);
  });

  test('a question as long as a book is told by its beginning', async () => {
    const { problems } = await problemsIn(`- answer: ${sentence}\n  asked: [${'x'.repeat(1_000_000)}]\n`);
    expect(problems).toMatchObject([{ fault: 'too-long', question: 'x'.repeat(200), characters: 1_000_000 }]);
  });

  test('line breaks, control characters and halves of characters in a question are not kept', async () => {
    const text = `- answer: ${sentence}\n  asked: ["When\\0 \\ud83d does\\n\\n it leave?"]\n`;
    const { knownQuestions, problems } = await problemsIn(text);
    expect(knownQuestions.map(({ question }) => question)).toEqual(['When \ufffd does it leave?']);
    expect(problems).toEqual([]);
  });
});

describe('written files of known questions', () => {
  test('put what has the same answer together', () => {
    const [first, second] = writeAskedFiles(
      [
        known('When?', 'ferry: At noon.'),
        known('Which is it?', 'ferry: It is white.', 'ferry: It is new.', 'sea/harbour: White.'),
        known('At what time?', 'ferry: At noon.'),
      ],
      (document) => document,
    );
    expect(first?.path).toBe('asked/ferry.yaml');
    expect(Buffer.from(first?.bytes ?? []).toString()).toBe(
      '- answer: At noon.\n  asked:\n    - When?\n    - At what time?\n' +
        '- answer:\n    - It is white.\n    - It is new.\n  asked:\n    - Which is it?\n',
    );
    expect(second?.path).toBe('asked/sea/harbour.yaml');
  });

  test('read back to the same questions', async () => {
    const pieces = [
      'Who',
      '谁',
      'null',
      '- a',
      '#',
      ': b',
      '"q"',
      "it's",
      '&a',
      '*b',
      '\\',
      '|',
      '😀',
      '%',
      '{x}',
      '@',
      '\u0007',
    ];
    const words = fc
      .array(fc.constantFrom(...pieces, ...['~', 'yes', '1', '[', ',', '>', '\t', '\n', '. ', 'e\u0301']), {
        minLength: 1,
        maxLength: 8,
      })
      .map((list) => list.join(' ').trim())
      .filter((text) => text.length > 0);
    const document = fc.constantFrom('a', 'b/c', 'd.e', '名字', 'server/x y');
    const question = fc.record({
      question: words.map(oneLine).filter((text) => text.length > 0),
      answers: fc.array(fc.record({ document, text: words }), { minLength: 1, maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(question, { maxLength: 12, selector: byItsWording }), async (list) => {
        const questions = joinKnownQuestions(list);
        const files = writeAskedFiles(questions, (id) => id);
        const read = (await readAll(files, [])).knownQuestions;
        expect(byWording(read)).toEqual(byWording(questions));
      }),
    );
  });

  const byItsWording = ({ question }: KnownQuestion) => wordingOf(question);

  function byWording(questions: readonly KnownQuestion[]) {
    return questions.toSorted((a, b) => (wordingOf(a.question) < wordingOf(b.question) ? -1 : 1));
  }
});
