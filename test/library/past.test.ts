import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.js';
import type { Past } from '../../src/library/past.js';
import type { Store } from '../../src/store/store.js';
import { freshSqlite } from '../support/databases.js';
import { attachment, type Bench, drafted, setUp } from '../support/knowledge-base.js';

// What members saw at earlier revisions.

const ferry = (hour: string) => `# Ferry\n\nThe ferry to the island leaves at ${hour}.\n`;

let bench: Bench;
let library: Library;
let store: Store;

beforeEach(async () => {
  bench = await setUp(freshSqlite, (opened) => {
    store = opened;
    return opened;
  });
  await bench.write('dock.md', '# Dock\n\nThe dock is old.\n');
  await bench.write('ferry.md', ferry('noon'));
  library = await bench.open();
});

afterEach(() => bench.end());

async function refresh(): Promise<void> {
  const draft = drafted(await library.refresh({ collection: 'shared', by: 'mod' }));
  await library.publish(draft, 'mod', true);
}

function texts(past: Past): Record<number, string | undefined> {
  if (past.kind !== 'kept') return expect.fail(past.kind);
  return Object.fromEntries([...past.documents].map(([at, { text }]) => [at, text.split('\n').at(-1)]));
}

test('the documents of an earlier revision are as they were, at their positions there', async () => {
  const { name } = await library.current(null);
  await bench.write('barge.md', '# Barge\n\nThe barge carries sand.\n');
  await bench.write('ferry.md', ferry('nine'));
  await refresh();
  expect(texts(await library.past(null, name, [1]))).toEqual({
    1: 'The ferry to the island leaves at noon.',
  });
  // From memory now.
  expect(texts(await library.past(null, name, [1, 1, 7]))).toEqual({
    1: 'The ferry to the island leaves at noon.',
  });
  expect(texts(await library.past(null, { shared: 2 }, [2]))).toEqual({
    2: 'The ferry to the island leaves at nine.',
  });
});

test('those of a server stand behind the shared ones, and are for nobody else', async () => {
  const request = { collection: 'guild:1', by: 'mod', guildId: '1' } as const;
  const draft = drafted(await library.add(request, attachment('club.md', '# Club\n\nThe club meets.\n')));
  await library.publish(draft, 'mod', true);
  const { name } = await library.current('1');
  expect(name).toEqual({ shared: 1, guild: 1 });
  expect(texts(await library.past('1', name, [0, 2]))).toEqual({
    0: 'The dock is old.',
    2: 'The club meets.',
  });
  expect(await library.past('2', name, [2])).toEqual({ kind: 'let-go' });
  expect(texts(await library.past(null, name, [2]))).toEqual({});
});

test('what was withdrawn is not among them, also where it was read before', async () => {
  const { name } = await library.current(null);
  await bench.write('ferry.md', ferry('nine'));
  await refresh();
  expect(texts(await library.past(null, name, [0, 1]))).toHaveProperty('1');
  await library.takedown('shared', 'ferry', 'asked by the ferry', 'host');
  expect(texts(await library.past(null, name, [0, 1]))).toEqual({ 0: 'The dock is old.' });
});

test('of a revision that was let go, or that never was, nothing is kept', async () => {
  expect(await library.past(null, { shared: 9 }, [0])).toEqual({ kind: 'let-go' });
  for (const hour of ['nine', 'ten']) {
    await bench.write('ferry.md', ferry(hour));
    await refresh();
  }
  await store.letGo('shared', { bytes: Number.POSITIVE_INFINITY, drafts: 1, revisions: 2 });
  expect(await library.past(null, { shared: 1 }, [0])).toEqual({ kind: 'let-go' });
  expect(texts(await library.past(null, { shared: 2 }, [1]))).toHaveProperty('1');
});
