import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KnownQuestion } from '../../src/documents/known-questions.js';
import type { Library, Proposal, QuestionChanges } from '../../src/library/library.js';
import { attachment, type Bench, drafted, knownIn, setUp } from '../support/knowledge-base.js';

type Sentence = readonly [document: string, text: string];

const ferry = '# Ferry\n\nThe ferry leaves at noon. It is white.\n\nIt is white.\n';
const noon: Sentence = ['ferry', 'The ferry leaves at noon.'];
const club: Sentence = ['server/club', 'The club meets on Friday.'];
const shared = { collection: 'shared', by: 'mod' } as const;

let bench: Bench;
let library: Library;

beforeEach(async () => {
  bench = await setUp();
  await bench.write('ferry.md', ferry);
  await bench.write('asked/ferry.yaml', '- { answer: The ferry leaves at noon., asked: [departure] }\n');
  library = await bench.open();
});

afterEach(() => bench.end());

function known(question: string, ...answers: readonly Sentence[]): KnownQuestion {
  return { question, answers: answers.map(([document, text]) => ({ document, text })) };
}

function taught(question: string, ...answers: readonly Sentence[]): KnownQuestion {
  return { ...known(question, ...answers), taught: true };
}

function of(guildId: string) {
  return { collection: `guild:${guildId}`, by: 'mod', guildId } as const;
}

type Request = ReturnType<typeof of> | typeof shared;

async function publish(proposal: Proposal): Promise<void> {
  expect(await library.publish(drafted(proposal), 'mod', true)).toMatchObject({ kind: 'published' });
}

async function teach(request: Request, changes: QuestionChanges): Promise<void> {
  await publish(await library.teach(request, changes));
}

async function addClub(guildId: string): Promise<void> {
  await publish(
    await library.add(of(guildId), attachment('club.md', '# Club\n\nThe club meets on Friday.\n')),
  );
}

async function questionsOf(guildId: string | null): Promise<readonly KnownQuestion[]> {
  return knownIn(await library.current(guildId));
}

const ofFolder = known('departure', noon);

describe('what a server’s moderators teach', () => {
  test('is previewed, and then known in that server alone, beside what is shared', async () => {
    const draft = drafted(await library.teach(of('1'), { put: [known(' When does\nit  go? ', noon)] }));
    expect(draft.preview).toMatchObject({
      kind: 'teach',
      added: [],
      changed: [],
      removed: [],
      knownQuestions: { added: { count: 1, first: ['When does it go?'] } },
      problems: [],
      answers: { compared: 1 },
    });
    expect(await questionsOf('1')).toEqual([ofFolder]);
    await library.publish(draft, 'mod');
    expect(await questionsOf('1')).toEqual([ofFolder, taught('When does it go?', noon)]);
    expect(await library.knownQuestions('guild:1')).toEqual([taught('When does it go?', noon)]);
    expect((await library.current('1')).name).toEqual({ shared: 1, guild: 1 });
    for (const elsewhere of ['2', null]) {
      expect(await questionsOf(elsewhere)).toEqual([ofFolder]);
      expect(await library.knownQuestions('guild:2')).toEqual([]);
    }
    expect(await library.history('guild:1', 2)).toMatchObject([{ action: 'publish' }, { action: 'teach' }]);
    expect((await library.revisions('guild:1', 1))[0]?.report).toMatchObject({
      kind: 'teach',
      knownQuestions: { added: 1, removed: 0, changed: 0 },
    });
  });

  test('is there in a process that starts later, and in one that has the server open', async () => {
    const other = await bench.open();
    expect(knownIn(await other.current('1'))).toEqual([ofFolder]);
    await teach(of('1'), { put: [known('Where?', noon)] });
    const expected = [ofFolder, taught('Where?', noon)];
    await expect.poll(async () => knownIn(await other.current('1')), { timeout: 20_000 }).toEqual(expected);
    expect(knownIn(await (await bench.open()).current('1'))).toEqual(expected);
  });

  test('replaces what has the same wording, and can be removed and rolled back', async () => {
    await addClub('1');
    await teach(of('1'), { put: [known('When?', noon), known('Who?', club)] });
    await teach(of('1'), { put: [known('when', club)], remove: ['WHO', 'What?'] });
    expect(await library.knownQuestions('guild:1')).toEqual([taught('when', club)]);
    await publish(await library.rollback(of('1'), 2));
    expect(await library.knownQuestions('guild:1')).toEqual([taught('When?', noon), taught('Who?', club)]);
    await publish(await library.rollback(of('1'), 1));
    expect(await library.knownQuestions('guild:1')).toEqual([]);
  });

  test('joins the shared answers where it has the wording of a shared one', async () => {
    await addClub('1');
    await teach(of('1'), { put: [known('Departure?', club)] });
    expect(await questionsOf('1')).toEqual([known('departure', noon, club)]);
  });

  test('is given up with the last one: the server shares the one shared snapshot again', async () => {
    await teach(of('1'), { put: [known('When?', noon)] });
    expect(await library.current('1')).not.toBe(await library.current(null));
    await teach(of('1'), { remove: ['When?'] });
    expect(await library.current('1')).toBe(await library.current(null));
  });

  test('stays when documents are added, removed and refreshed', async () => {
    await teach(of('1'), { put: [known('When?', noon)] });
    await addClub('1');
    await teach(of('1'), { put: [known('Who?', club)] });
    expect(await library.refresh(of('1'))).toEqual({ kind: 'unchanged', problems: [] });
    const removal = drafted(await library.remove(of('1'), 'server/club'));
    expect(removal.preview.problems).toEqual([
      {
        kind: 'known-question',
        file: 'asked/server/club.yaml',
        question: 'Who?',
        fault: 'no-document',
        document: 'server/club',
        text: 'The club meets on Friday.',
      },
    ]);
    await library.publish(removal, 'mod', true);
    expect(await library.knownQuestions('guild:1')).toEqual([taught('When?', noon), taught('Who?', club)]);
  });

  test('is told to have lost its sentence when the shared document changes', async () => {
    await teach(of('1'), { put: [known('When?', noon)] });
    await bench.write('ferry.md', ferry.replace('noon', 'nine'));
    await publish(await library.refresh(shared));
    expect(await questionsOf('1')).toEqual([ofFolder, taught('When?', noon)]);
    expect(await library.refresh(of('1'))).toMatchObject({
      kind: 'unchanged',
      problems: [{ file: 'asked/ferry.yaml', question: 'When?', fault: 'not-found' }],
    });
  });

  test('goes with a shared text that is withdrawn, and cannot be taught again', async () => {
    await teach(of('1'), { put: [known('When?', noon)] });
    const draft = drafted(await library.teach(of('2'), { put: [known('When?', noon)] }));
    await library.takedown('shared', 'ferry', 'asked by the ferry', 'host');
    expect(await questionsOf('1')).toEqual([]);
    expect(await library.knownQuestions('guild:1')).toEqual([]);
    expect(await library.publish(draft, 'mod')).toEqual({ kind: 'gone' });
    expect(await library.rollback(of('1'), 1)).toEqual({ kind: 'unchanged', problems: [] });
    expect(await library.teach(of('1'), { put: [known('When?', noon)] })).toMatchObject({
      kind: 'no-sentence',
      fault: 'no-document',
    });
  });

  test('comes out in an export, in the file of the document that answers', async () => {
    await teach(of('1'), { put: [known('When?', noon)] });
    const files = [];
    for await (const { file } of library.export('guild:1')) files.push([file.path, `${file.bytes}`]);
    expect(files).toEqual([
      ['asked/ferry.yaml', '- answer: The ferry leaves at noon.\n  asked:\n    - When?\n'],
    ]);
  });

  test('can be previewed again from what the draft keeps', async () => {
    const changes = { put: [known('When?', noon)], remove: ['Who?'] };
    const { id } = drafted(await library.teach(of('1'), changes));
    expect((await library.draft(id))?.preview.teaching).toEqual(changes);
  });
});

describe('teaching is refused', () => {
  test.each<[string, KnownQuestion, object]>([
    [
      'a document that is not there',
      known('When?', ['boat', 'So.']),
      { fault: 'no-document', document: 'boat' },
    ],
    [
      'a sentence that is not there',
      known('When?', noon, ['ferry', 'At nine.']),
      { fault: 'not-found', text: 'At nine.' },
    ],
    ['a sentence that is there twice', known('When?', ['ferry', 'It is white.']), { fault: 'not-unique' }],
    ['a document of another server', known('When?', club), { fault: 'no-document' }],
  ])('for %s', async (_, question, refusal) => {
    await addClub('2');
    expect(await library.teach(of('1'), { put: [question] })).toMatchObject({
      kind: 'no-sentence',
      question: 'When?',
      ...refusal,
    });
  });

  test('for a question that is too long', async () => {
    expect(await library.teach(of('1'), { put: [known('x'.repeat(201), noon)] })).toMatchObject({
      kind: 'question-too-long',
      most: 200,
    });
  });

  test('where nothing would change', async () => {
    await teach(of('1'), { put: [known('When?', noon)] });
    const same = { put: [known('When?', noon)], remove: ['Who?'] };
    expect(await library.teach(of('1'), same)).toEqual({ kind: 'unchanged', problems: [] });
  });

  test('past 2,000 in a server, where one may still be replaced and removed', async () => {
    const many = Array.from({ length: 2_000 }, (_, number) => known(`question ${number}`, noon));
    await teach(of('1'), { put: many });
    expect(await library.teach(of('1'), { put: [known('one more', noon)] })).toEqual({
      kind: 'over-limit',
      limit: 'knownQuestions',
      most: 2_000,
      wanted: 2_001,
    });
    await teach(of('1'), { put: [known('one more', noon)], remove: ['question 7'] });
    expect(await library.knownQuestions('guild:1')).toHaveLength(2_000);
  });

  test('for what the folder has, which the next refresh would bring back', async () => {
    const inFolder = { kind: 'question-in-folder', question: 'departure' };
    await bench.write('harbour.md', '# Harbour\n\nIt has two piers.\n');
    await publish(await library.refresh(shared));
    expect(await library.teach(shared, { remove: ['Departure?'] })).toEqual(inFolder);
    const other = known('departure', ['harbour', 'It has two piers.']);
    expect(await library.teach(shared, { put: [other] })).toEqual(inFolder);
    expect(await library.teach(shared, { put: [ofFolder] })).toEqual({ kind: 'unchanged', problems: [] });
  });
});

describe('what is taught in the shared collection', () => {
  test('stays at a refresh of the folder, whose own wording comes first', async () => {
    await teach(shared, { put: [known('When?', noon), known('Where?', noon)] });
    expect(await library.status('shared')).toMatchObject({ folder: 'same' });
    expect(await library.refresh(shared)).toEqual({ kind: 'unchanged', problems: [] });
    await bench.write('asked/ferry.yaml', '- { answer: The ferry leaves at noon., asked: [when] }\n');
    expect(await library.status('shared')).toMatchObject({ folder: 'differs' });
    await publish(await library.refresh(shared));
    expect(await questionsOf(null)).toEqual([known('when', noon), taught('Where?', noon)]);
    await teach(shared, { remove: ['Where?'] });
    expect(await questionsOf('1')).toEqual([known('when', noon)]);
  });

  test('is told once to have lost its sentence', async () => {
    await teach(shared, { put: [known('When?', noon)] });
    await bench.write('ferry.md', ferry.replace('noon', 'nine'));
    const { preview } = drafted(await library.refresh(shared));
    expect(preview.problems).toMatchObject([
      { file: 'asked/ferry.yaml', line: 1, question: 'departure' },
      { file: 'asked/ferry.yaml', question: 'When?' },
    ]);
  });

  test('belongs to the folder once it is written there', async () => {
    await teach(shared, { put: [known('When?', noon)] });
    for await (const { file } of library.export('shared')) await bench.write(file.path, file.bytes);
    await publish(await library.refresh(shared));
    expect(await library.knownQuestions('shared')).toEqual([ofFolder, known('When?', noon)]);
    await bench.remove('asked/ferry.yaml');
    await publish(await library.refresh(shared));
    expect(await library.knownQuestions('shared')).toEqual([]);
  });
});
