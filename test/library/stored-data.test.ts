import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.js';
import { openStore } from '../../src/store/open.js';
import type { Json, Store } from '../../src/store/store.js';
import { type Bench, firstExcerpt, knownIn, setUp } from '../support/knowledge-base.js';
import { note } from '../support/notes.js';

// What an older release kept is read, and what is damaged is an error that says where it is.

let bench: Bench;
let store: Store;
let library: Library;

beforeEach(async () => {
  bench = await setUp();
  await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at noon.\n');
  library = await bench.open();
  store = await openStore(bench.databaseUrl, () => bench.now);
});

afterEach(async () => {
  await store.close();
  await bench.end();
});

const none = { count: 0, first: [] };

interface Row {
  readonly base?: number;
  readonly preview?: Json;
  readonly report?: Json;
  readonly origin?: Json;
  readonly glossary?: Json;
  readonly knownQuestions?: Json;
}

const olderPreview = {
  kind: 'refresh',
  added: [{ id: 'market', title: 'Market', passages: 1 }],
  removed: [],
  changed: [
    { id: 'ferry', title: 'Ferry', fields: ['title'], lines: [{ sign: '+', paragraph: 1, text: 'T' }] },
  ],
  passages: { before: 1, after: 2 },
};

/** Keeps a draft of one document as another release, or a hand, might have written it. */
async function keep({
  base = 1,
  preview = olderPreview,
  origin = { kind: 'folder' },
  glossary = null,
  knownQuestions = null,
}: Row) {
  const [key = { hash: '', original: null }] = await store.putDocuments([
    note('market', 'The market opens on Tuesday.'),
  ]);
  const draft = { collection: 'shared', base, author: 'mod', preview, glossary, knownQuestions } as const;
  const { id } = await store.saveDraft(draft, [{ id: 'market', ...key, passages: 1, origin }]);
  return id;
}

async function publish(row: Row): Promise<void> {
  await store.publish(await keep(row), 'mod', row.report ?? { kind: 'refresh' });
}

test('a preview without what an older release did not know of is read, and can be published', async () => {
  const draft = (await library.draft(await keep({}))) ?? expect.fail('no draft');
  expect(draft.preview).toEqual({
    ...olderPreview,
    changed: [
      {
        ...olderPreview.changed[0],
        moreLines: 0,
        lines: [{ sign: '+', paragraph: 1, text: 'T', marks: [] }],
      },
    ],
    openings: [],
    moreOpenings: 0,
    leavesOut: false,
    unchanged: 0,
    glossaryChanged: false,
    knownQuestions: { added: none, removed: none, changed: none },
    problems: [],
    warnings: [],
    answers: { compared: 0, changed: [] },
  });
  expect(await library.publish(draft, 'mod')).toEqual({ kind: 'published', revision: 2 });
  expect(await firstExcerpt(library, null, 'When does the market open?')).toContain('Tuesday');
});

test('the changed answers of an older release, which knew no other excerpts, are read as answers', async () => {
  const line = { document: 'ferry', text: 'The ferry leaves at noon.' };
  const changed = [{ question: 'When does the ferry leave?', before: line }];
  const preview = { ...olderPreview, answers: { compared: 1, changed } };
  expect((await library.draft(await keep({ preview })))?.preview.answers.changed).toEqual([
    { question: 'When does the ferry leave?', before: { verdict: 'answered', ...line } },
  ]);
});

test('a damaged preview is an error that names the draft', async () => {
  const { added: _, ...damaged } = olderPreview;
  const id = await keep({ preview: damaged });
  await expect(library.draft(id)).rejects.toThrow(
    `the preview of draft ${id} in a form that cannot be read: added`,
  );
});

test('a report without its lists is read, and a damaged one names the revision', async () => {
  await publish({ report: { kind: 'refresh' } });
  expect(await library.revisions('shared', 1)).toMatchObject([
    {
      number: 2,
      report: {
        kind: 'refresh',
        added: [],
        removed: [],
        changed: [],
        glossaryChanged: false,
        knownQuestions: { added: 0, removed: 0, changed: 0 },
      },
    },
  ]);
  await publish({ report: { kind: 'merger' }, base: 2 });
  await expect(library.revisions('shared', 1)).rejects.toThrow('the report of revision 3 of shared');
});

test('a damaged origin is an error that names the document', async () => {
  await publish({ origin: { kind: 'url' } });
  await expect((await bench.open()).documents('shared')).rejects.toThrow('the origin of document “market”');
});

test('a glossary without what an older release did not know of is read, and a damaged one names the revision', async () => {
  await publish({ glossary: { entities: [{ name: 'bazaar', kind: 'place', aliases: ['market'] }] } });
  expect((await (await bench.open()).current(null)).glossary).toEqual({
    entities: [{ name: 'bazaar', kind: 'place', aliases: ['market'], chinese: [] }],
    synonyms: [],
  });
  await publish({ glossary: { entities: 'none' }, base: 2 });
  await expect(bench.open()).rejects.toThrow('the glossary of revision 3 of shared');
});

test('known questions come back, and damaged ones name the revision', async () => {
  const knownQuestions = [
    { question: 'When?', answers: [{ document: 'market', text: 'The market opens on Tuesday.' }] },
  ];
  await publish({ knownQuestions });
  expect(knownIn(await (await bench.open()).current(null))).toEqual(knownQuestions);
  await publish({ knownQuestions: [{ question: 'When?', answers: [] }], base: 2 });
  await expect(bench.open()).rejects.toThrow('the known questions of revision 3 of shared');
});
