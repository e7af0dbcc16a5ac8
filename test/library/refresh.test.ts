import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSources } from '../../src/library/knowledge-folder.js';
import type { Library } from '../../src/library/library.js';
import { type Bench, drafted, firstExcerpt, setUp } from '../support/knowledge-base.js';
import { parserHere } from '../support/parser-here.js';

const ferry =
  '# Ferry\n\nThe ferry to the island leaves at noon.\n\nIt takes forty minutes in calm weather.\n';
const market = '# Market\n\nThe market opens on Tuesday.\n';
const lighthouse = '# Lighthouse\n\nThe lighthouse was built in 1881.\n';
const none = { count: 0, first: [] };
const refresh = { collection: 'shared', by: 'mod' } as const;

let bench: Bench;
let library: Library;

beforeEach(async () => {
  bench = await setUp();
  await bench.write('ferry.md', ferry);
  await bench.write('market.md', market);
  await bench.write('lighthouse.md', lighthouse);
  library = await bench.open();
});

afterEach(() => bench.end());

describe('starting', () => {
  test('the first start publishes the folder as revision 1, by the host', async () => {
    expect(await library.status('shared')).toMatchObject({
      revision: { number: 1, publishedBy: 'host', publishedAt: bench.now, report: { kind: 'first' } },
      documents: 3,
      passages: 4,
      folder: 'same',
    });
    expect((await library.current(null)).name).toEqual({ shared: 1 });
    expect(await firstExcerpt(library, null, 'When does the ferry leave?')).toContain('leaves at noon');
  });

  test('a later start serves what was published, and tells that the folder differs', async () => {
    await bench.write('ferry.md', ferry.replace('noon', 'dawn'));
    const again = await bench.open();
    expect(await firstExcerpt(again, null, 'When does the ferry leave?')).toContain('leaves at noon');
    expect(await again.status('shared')).toMatchObject({ revision: { number: 1 }, folder: 'differs' });
  });

  test('a later start does without the folder', async () => {
    const again = await bench.open({ readFolder: () => readSources(`${bench.folder}/nowhere`, parserHere) });
    expect(await firstExcerpt(again, null, 'When does the ferry leave?')).toContain('leaves at noon');
    expect(await again.status('shared')).toMatchObject({ folder: 'unreadable' });
  });

  test('of processes that start first at once one publishes', async () => {
    const other = await setUp();
    try {
      await other.write('ferry.md', ferry);
      const bases = await Promise.all([other.open(), other.open(), other.open()]);
      for (const each of bases) {
        expect((await each.current(null)).name).toEqual({ shared: 1 });
        expect(await each.revisions('shared', 10)).toHaveLength(1);
      }
    } finally {
      await other.end();
    }
  });

  test('an empty folder publishes nothing, and a folder that is not there is an error', async () => {
    const other = await setUp();
    try {
      const empty = await other.open();
      expect((await empty.status('shared')).revision).toBeUndefined();
      expect(await firstExcerpt(empty, null, 'When does the ferry leave?')).toBeUndefined();
      const nowhere = other.open({ readFolder: () => readSources(`${other.folder}/nowhere`, parserHere) });
      await expect(nowhere).rejects.toMatchObject({ name: 'FolderError', reason: 'missing' });
    } finally {
      await other.end();
    }
  });
});

describe('a refresh', () => {
  test('previews what was added, changed, removed and broken, and publishes when told to', async () => {
    await bench.write('bakery.md', '# Bakery\n\nThe bakery sells bread from six.\n');
    await bench.write('ferry.md', ferry.replace('at noon', 'at nine'));
    await bench.remove('market.md');
    await bench.write('broken.md', Uint8Array.of(35, 32, 255, 254, 10));
    const { kind: _, ...draft } = drafted(await library.refresh(refresh));

    // The one word that changed.
    const marks = [{ start: 34, end: 38 }];
    expect(draft.preview).toEqual({
      kind: 'refresh',
      added: [{ id: 'bakery', title: 'Bakery', passages: 1 }],
      removed: [{ id: 'market', title: 'Market', passages: 1 }],
      changed: [
        {
          id: 'ferry',
          title: 'Ferry',
          fields: [],
          lines: [
            { sign: '-', paragraph: 1, text: 'The ferry to the island leaves at noon.', marks },
            { sign: '+', paragraph: 1, text: 'The ferry to the island leaves at nine.', marks },
          ],
          moreLines: 0,
        },
      ],
      openings: [],
      moreOpenings: 0,
      leavesOut: false,
      unchanged: 1,
      glossaryChanged: false,
      knownQuestions: { added: none, removed: none, changed: none },
      passages: { before: 4, after: 4 },
      problems: [{ file: 'broken.md', kind: 'not-utf8', line: 1 }],
      warnings: [],
      answers: { compared: 0, changed: [] },
    });
    expect(await firstExcerpt(library, null, 'When does the ferry leave?')).toContain('at noon');
    expect(draft).toMatchObject({ collection: 'shared', base: 1, author: 'mod', createdAt: bench.now });
    // What was proposed is what is kept.
    expect(await library.draft(draft.id)).toEqual(draft);

    expect(await library.publish(draft, 'mod')).toEqual({ kind: 'published', revision: 2 });
    expect(await firstExcerpt(library, null, 'When does the ferry leave?')).toContain('at nine');
    expect((await library.current(null)).name).toEqual({ shared: 2 });
    const [revision] = await library.revisions('shared', 1);
    expect(revision?.report).toEqual({
      kind: 'refresh',
      added: ['bakery'],
      removed: ['market'],
      changed: ['ferry'],
      glossaryChanged: false,
      knownQuestions: { added: 0, removed: 0, changed: 0 },
    });
  });

  test('says so when nothing changed', async () => {
    expect(await library.refresh(refresh)).toEqual({ kind: 'unchanged', problems: [] });
    await bench.write('broken.md', '');
    expect(await library.refresh(refresh)).toEqual({
      kind: 'unchanged',
      problems: [{ file: 'broken.md', kind: 'empty' }],
    });
  });

  test('is one at a time: the second caller is told who is at it', async () => {
    await bench.write('ferry.md', ferry.replace('noon', 'nine'));
    const first = library.refresh(refresh);
    const status = library.status('shared');
    expect(await library.refresh({ ...refresh, by: 'other' })).toEqual({
      kind: 'busy',
      by: 'mod',
      since: bench.now,
    });
    expect((await status).underWay).toEqual({ by: 'mod', since: bench.now });
    drafted(await first);
    drafted(await library.refresh({ ...refresh, by: 'other' }));
    expect((await library.status('shared')).underWay).toBeUndefined();
  });

  test('that failed does not hold up the next one', async () => {
    const lost = await bench.open({ readFolder: () => readSources(`${bench.folder}/nowhere`, parserHere) });
    await expect(lost.refresh(refresh)).rejects.toMatchObject({ name: 'FolderError', reason: 'missing' });
    await expect(lost.refresh(refresh)).rejects.toMatchObject({ name: 'FolderError', reason: 'missing' });
  });

  test('of two that are published one is stale, and can be made anew', async () => {
    await bench.write('ferry.md', ferry.replace('noon', 'nine'));
    const first = drafted(await library.refresh(refresh));
    const second = drafted(await library.refresh(refresh));
    const results = await Promise.all([library.publish(first, 'mod'), library.publish(second, 'other')]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['published', 'stale']);
    expect(await library.refresh(refresh)).toEqual({ kind: 'unchanged', problems: [] });
  });

  test('can be discarded', async () => {
    await bench.write('ferry.md', ferry.replace('noon', 'nine'));
    const draft = drafted(await library.refresh(refresh));
    expect(await library.discard(draft, 'mod')).toBe(true);
    expect(await library.discard(draft, 'mod')).toBe(false);
    expect(await library.publish(draft, 'mod')).toEqual({ kind: 'gone' });
    const history = await library.history('shared', 10);
    expect(history.map(({ action, actor }) => [action, actor])).toEqual([
      ['discard', 'mod'],
      ['refresh', 'mod'],
      ['publish', 'host'],
      ['first', 'host'],
    ]);
  });

  test('that loses half of the passages must be confirmed', async () => {
    await bench.remove('ferry.md');
    await bench.remove('market.md');
    const draft = drafted(await library.refresh(refresh));
    expect(draft.preview.warnings).toEqual([{ kind: 'shrinks', before: 4, after: 1 }]);
    expect(await library.publish(draft, 'mod')).toEqual({ kind: 'unconfirmed' });
    expect((await library.current(null)).name).toEqual({ shared: 1 });
    expect(await library.publish(draft, 'mod', true)).toEqual({ kind: 'published', revision: 2 });
  });

  test('can be published after a restart', async () => {
    await bench.write('ferry.md', ferry.replace('noon', 'nine'));
    const draft = drafted(await library.refresh(refresh));
    await library.close();
    const restarted = await bench.open();
    const kept = (await restarted.draft(draft.id)) ?? expect.fail('no draft');
    expect(await restarted.publish(kept, 'mod')).toEqual({ kind: 'published', revision: 2 });
    expect(await firstExcerpt(restarted, null, 'When does the ferry leave?')).toContain('at nine');
  });

  test('of names alone is a change: members are answered with them', async () => {
    const question = 'When does the Seagull leave?';
    expect(await firstExcerpt(library, null, question)).toBeUndefined();
    await bench.write(
      'glossary.yaml',
      'entities:\n  - { name: ferry to the island, kind: ship, aliases: [Seagull] }\n',
    );
    const draft = drafted(await library.refresh(refresh));
    expect(draft.preview).toMatchObject({ glossaryChanged: true, added: [], changed: [], removed: [] });
    await library.publish(draft, 'mod');
    expect(await firstExcerpt(library, null, question)).toContain('leaves at noon');
  });

  test('reads the judged questions for somebody who looks: not at the first start, and not where nothing changed', async () => {
    const other = await setUp();
    await other.write('ferry.md', ferry);
    let read = 0;
    const judgedQuestions = async () => {
      read += 1;
      return ['When does the ferry leave?'];
    };
    const first = await other.open({ judgedQuestions });
    expect(await first.refresh(refresh)).toMatchObject({ kind: 'unchanged' });
    expect(read).toBe(0);
    await other.write('ferry.md', ferry.replace('noon', 'nine'));
    expect(drafted(await first.refresh(refresh)).preview.answers.compared).toBe(1);
    expect(read).toBe(1);
    await other.end();
  });

  test('names the judged questions, and those of the server, whose first excerpt would be another one', async () => {
    const judging = await bench.open({
      judgedQuestions: async () => ['When does the ferry leave?', 'When was the lighthouse built?'],
    });
    await judging.noteQuestion('1', {}, 'When does the market open?', 'answered');
    await judging.noteQuestion('2', {}, 'When does the bakery open?', 'none');
    await bench.write('ferry.md', ferry.replace('noon', 'nine'));
    await bench.remove('market.md');
    const { preview } = drafted(await judging.refresh({ ...refresh, guildId: '1' }));
    expect(preview.answers).toEqual({
      compared: 3,
      changed: [
        {
          question: 'When does the ferry leave?',
          before: { verdict: 'answered', document: 'ferry', text: expect.stringContaining('leaves at noon') },
          after: { verdict: 'answered', document: 'ferry', text: expect.stringContaining('leaves at nine') },
        },
        {
          question: 'When does the market open?',
          before: { verdict: 'answered', document: 'market', text: 'The market opens on Tuesday.' },
        },
      ],
    });
  });

  test.each(['reading', 'comparing', 'building', 'asking'])(
    'that takes too long is stopped while %s, and the next one is free to begin',
    async (step) => {
      const deadlines = [new AbortController(), new AbortController()];
      let begun = 0;
      const bounded = await bench.open({ deadline: () => deadlines[begun++]?.signal ?? expect.fail() });
      await bench.write('ferry.md', ferry.replace('noon', 'nine'));
      const [first] = deadlines;
      const onProgress = ({ kind }: { kind: string }) => {
        if (kind === step) first?.abort();
      };
      expect(await bounded.refresh({ ...refresh, onProgress })).toEqual({ kind: 'too-long', minutes: 10 });
      expect(await bounded.history('shared', 1)).toMatchObject([{ action: 'publish', actor: 'host' }]);
      drafted(await bounded.refresh(refresh));
    },
  );

  test('that waits for its sources for ever is stopped', async () => {
    const deadline = new AbortController();
    const readFolder = () => {
      deadline.abort();
      return new Promise<never>(() => {});
    };
    const waiting = await bench.open({ deadline: () => deadline.signal, readFolder });
    expect(await waiting.refresh(refresh)).toEqual({ kind: 'too-long', minutes: 10 });
  });

  test('shows its progress', async () => {
    await bench.write('ferry.md', ferry.replace('noon', 'nine'));
    const steps: string[] = [];
    await library.refresh({ ...refresh, onProgress: ({ kind }) => steps.push(kind) });
    expect(steps).toEqual(['reading', 'comparing', 'building', 'asking']);
  });
});

describe('a roll back', () => {
  test('publishes the content of an earlier revision as a new one', async () => {
    await bench.write('ferry.md', ferry.replace('noon', 'nine'));
    await library.publish(drafted(await library.refresh(refresh)), 'mod');
    const draft = drafted(await library.rollback(refresh, 1));
    expect(draft.preview).toMatchObject({
      kind: 'rollback',
      rollbackTo: 1,
      changed: [{ id: 'ferry' }],
      unchanged: 2,
    });
    expect(await library.publish(draft, 'mod')).toEqual({ kind: 'published', revision: 3 });
    expect(await firstExcerpt(library, null, 'When does the ferry leave?')).toContain('at noon');
    expect(await library.rollback(refresh, 1)).toEqual({ kind: 'unchanged', problems: [] });
    expect(await library.rollback(refresh, 9)).toEqual({ kind: 'no-revision', revision: 9 });
  });
});

describe('a takedown', () => {
  test('is answered without at once, and the file that is still there does not come back', async () => {
    expect(await library.takedown('shared', 'ferry', 'asked by the ferry', 'host')).toEqual({
      entries: 1,
      published: [{ collection: 'shared', revision: 2 }],
    });
    expect(await firstExcerpt(library, null, 'When does the ferry leave?')).toBeUndefined();
    expect(await library.refresh(refresh)).toEqual({
      kind: 'unchanged',
      problems: [{ file: 'ferry', kind: 'withdrawn' }],
    });
    expect(await library.rollback(refresh, 1)).toEqual({
      kind: 'unchanged',
      problems: [{ file: 'ferry', kind: 'withdrawn' }],
    });
    const [revision] = await library.revisions('shared', 1);
    expect(revision?.report).toEqual({ kind: 'takedown', document: 'ferry', why: 'asked by the ferry' });
  });
});

describe('an export', () => {
  test('reads back to the same revision', async () => {
    await bench.write('deep/er/näme.txt', 'Tides\n\nThe tide turns twice a day.\n');
    await bench.write('glossary.yaml', 'synonyms:\n  - [ferry, boat]\n');
    await library.publish(drafted(await library.refresh(refresh)), 'mod');
    const other = await setUp();
    try {
      for await (const { file } of library.export('shared')) await other.write(file.path, file.bytes);
      const copy = await other.open();
      const [there, here] = [await copy.current(null), await library.current(null)];
      expect(there.documents).toEqual(here.documents);
      expect(there.glossary).toEqual(here.glossary);
      const first = [];
      for await (const { file } of library.export('shared', 1)) first.push(file.path);
      expect(first.sort()).toEqual(['ferry.md', 'lighthouse.md', 'market.md']);
    } finally {
      await other.end();
    }
  });
});
