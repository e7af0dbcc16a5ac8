import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KnownQuestion } from '../../src/documents/known-questions.js';
import type { Library } from '../../src/library/library.js';
import { type Bench, drafted, knownIn, setUp } from '../support/knowledge-base.js';

const ferry = '# Ferry\n\nThe ferry leaves at noon. It is white.\n';
const harbour = '# Harbour\n\nThe harbour has two piers.\n';
const asked = '- answer: The ferry leaves at noon.\n  asked:\n    - When does it leave?\n    - departure\n';
const none = { count: 0, first: [] };
const refresh = { collection: 'shared', by: 'mod' } as const;

let bench: Bench;
let library: Library;

beforeEach(async () => {
  bench = await setUp();
  await bench.write('ferry.md', ferry);
  await bench.write('harbour.md', harbour);
  await bench.write('asked/ferry.yaml', asked);
  library = await bench.open();
});

afterEach(() => bench.end());

function known(
  question: string,
  ...answers: readonly (readonly [document: string, text: string])[]
): KnownQuestion {
  return { question, answers: answers.map(([document, text]) => ({ document, text })) };
}

const noon = ['ferry', 'The ferry leaves at noon.'] as const;
const piers = ['harbour', 'The harbour has two piers.'] as const;
const ofFolder = [known('When does it leave?', noon), known('departure', noon)];

async function questionsOf(guildId: string | null = null): Promise<readonly KnownQuestion[]> {
  return knownIn(await library.current(guildId));
}

async function publishRefresh(): Promise<void> {
  await library.publish(drafted(await library.refresh(refresh)), 'mod', true);
}

describe('known questions of the folder', () => {
  test('are published with it, and are there after a restart', async () => {
    expect(await questionsOf()).toEqual(ofFolder);
    const again = await bench.open();
    expect(knownIn(await again.current(null))).toEqual(ofFolder);
    expect(await again.status('shared')).toMatchObject({ folder: 'same' });
  });

  test('alone are a change, which a refresh publishes and a rollback undoes', async () => {
    await bench.write(
      'asked/harbour.yaml',
      '- { answer: The harbour has two piers., asked: [How many piers?] }\n',
    );
    expect(await library.status('shared')).toMatchObject({ folder: 'differs' });
    const draft = drafted(await library.refresh(refresh));
    expect(draft.preview).toMatchObject({
      added: [],
      changed: [],
      removed: [],
      knownQuestions: { added: { count: 1, first: ['How many piers?'] }, removed: none, changed: none },
      problems: [],
      answers: { compared: 1, changed: [] },
    });
    expect(await questionsOf()).toEqual(ofFolder);
    await library.publish(draft, 'mod');
    expect(await questionsOf()).toEqual([...ofFolder, known('How many piers?', piers)]);
    expect(await library.status('shared')).toMatchObject({
      folder: 'same',
      revision: { report: { kind: 'refresh', knownQuestions: { added: 1, removed: 0, changed: 0 } } },
    });
    const back = drafted(await library.rollback(refresh, 1));
    expect(back.preview.knownQuestions.removed).toEqual({ count: 1, first: ['How many piers?'] });
    await library.publish(back, 'mod');
    expect(await questionsOf()).toEqual(ofFolder);
    expect(await library.rollback(refresh, 1)).toEqual({ kind: 'unchanged', problems: [] });
  });

  test('that change or come are asked of the old and the new, some of them and each once', async () => {
    const judging = await bench.open({ judgedQuestions: async () => ['departure', 'Is it white?'] });
    const many = Array.from({ length: 30 }, (_, number) => `    - question ${number}\n`).join('');
    await bench.write('asked/ferry.yaml', `- answer: It is white.\n  asked:\n    - departure\n${many}`);
    const { preview } = drafted(await judging.refresh(refresh));
    expect(preview.knownQuestions).toEqual({
      added: { count: 30, first: Array.from({ length: 10 }, (_, number) => `question ${number}`) },
      removed: { count: 1, first: ['When does it leave?'] },
      changed: { count: 1, first: ['departure'] },
    });
    expect(preview.answers.compared).toBe(22);
  });

  test('in another order are no change', async () => {
    await bench.write(
      'asked/ferry.yaml',
      '- answer: The ferry leaves at noon.\n  asked: [departure, When does it leave?]\n',
    );
    expect(await library.refresh(refresh)).toEqual({ kind: 'unchanged', problems: [] });
    expect(await library.status('shared')).toMatchObject({ folder: 'same' });
  });

  test('stay when their sentence changes, and the preview tells of each once, with its line', async () => {
    await bench.write('ferry.md', ferry.replace('noon', 'nine'));
    const { preview } = drafted(await library.refresh(refresh));
    expect(preview.problems).toMatchObject([
      { file: 'asked/ferry.yaml', line: 3, question: 'When does it leave?', fault: 'not-found' },
      { file: 'asked/ferry.yaml', line: 4, question: 'departure', fault: 'not-found' },
    ]);
    await publishRefresh();
    expect(await questionsOf()).toEqual(ofFolder);
  });

  test('that a rollback leaves without their document are told, with the file they would be in', async () => {
    await bench.remove('ferry.md');
    await publishRefresh();
    await bench.write('asked/ferry.yaml', asked.replace('departure', 'leaving'));
    await bench.write('ferry.md', ferry);
    await publishRefresh();
    const { preview } = drafted(await library.rollback(refresh, 2));
    expect(preview.problems).toMatchObject([
      { file: 'asked/ferry.yaml', question: 'When does it leave?', fault: 'no-document' },
      { file: 'asked/ferry.yaml', question: 'departure', fault: 'no-document' },
    ]);
  });

  test('of a document that is withdrawn go, and do not come back with the file that is still there', async () => {
    await bench.write(
      'asked/harbour.yaml',
      '- { answer: The harbour has two piers., asked: [departure, How many piers?] }\n',
    );
    await publishRefresh();
    await library.takedown('shared', 'ferry', 'asked by the ferry', 'host');
    const left = [known('departure', piers), known('How many piers?', piers)];
    expect(await questionsOf()).toEqual(left);
    const withdrawn = { file: 'ferry', kind: 'withdrawn' };
    expect(await library.refresh(refresh)).toEqual({ kind: 'unchanged', problems: [withdrawn] });
    await bench.remove('ferry.md');
    expect(await library.refresh(refresh)).toMatchObject({ kind: 'unchanged' });
    await library.publish(drafted(await library.rollback(refresh, 1)), 'mod', true);
    expect(await questionsOf()).toEqual([]);
    await bench.write('ferry.md', ferry.replace('white', 'blue'));
    await publishRefresh();
    expect((await questionsOf()).map(({ question }) => question)).toContain('When does it leave?');
  });

  test('come back from an export', async () => {
    await bench.write(
      'asked/harbour.yaml',
      '- { answer: The harbour has two piers., asked: [Where does it leave?, departure] }\n',
    );
    await publishRefresh();
    const other = await setUp();
    try {
      for await (const { file, problem } of library.export('shared')) {
        expect(problem).toBeUndefined();
        await other.write(file.path, file.bytes);
      }
      const copy = await other.open();
      expect(knownIn(await copy.current(null))).toEqual(await questionsOf());
      const paths = [];
      for await (const { file } of library.export('shared', 1)) paths.push(file.path);
      expect(paths.sort()).toEqual(['asked/ferry.yaml', 'ferry.md', 'harbour.md']);
    } finally {
      await other.end();
    }
  });
});
