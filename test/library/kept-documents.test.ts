import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.js';
import { type Bench, drafted, firstExcerpt, setUp } from '../support/knowledge-base.js';

// A mistake in a file takes nothing away: what is live and cannot be read any more stays until a moderator leaves it out.

const request = { collection: 'shared', by: 'mod' } as const;
/** What no reader takes for text. */
const broken = Uint8Array.of(35, 32, 0, 0, 1, 2, 10);
const question = 'When does the ferry leave?';

let bench: Bench;
let library: Library;

beforeEach(async () => {
  bench = await setUp();
  await bench.write('bakery.md', '# Bakery\n\nThe bakery sells bread from six.\n');
  await bench.write('ferry.md', '# Ferry\n\nThe ferry to the island leaves at noon.\n');
  await bench.write('market.md', '# Market\n\nThe market opens on Tuesday.\n');
  library = await bench.open();
});

afterEach(() => bench.end());

const ids = async () => (await library.documents('shared')).map(({ document }) => document.id);

test('a document that cannot be read any more stays where it was, and the refresh says of which revision', async () => {
  await bench.write('ferry.md', broken);
  expect(await library.refresh(request)).toEqual({
    kind: 'unchanged',
    problems: [{ file: 'ferry.md', line: 1, kind: 'kept', revision: 1, because: { kind: 'nul-bytes' } }],
  });
  // Nothing waits to be published.
  expect(await library.status('shared')).toMatchObject({ folder: 'same' });
});

test('other changes are published beside it, and it is answered from as before', async () => {
  await bench.write('ferry.md', broken);
  await bench.write('market.md', '# Market\n\nThe market opens on Friday.\n');
  const draft = drafted(await library.refresh(request));
  expect(draft.preview).toMatchObject({ removed: [], changed: [{ id: 'market' }], unchanged: 2 });
  expect(draft.preview.problems).toMatchObject([{ file: 'ferry.md', kind: 'kept', revision: 1 }]);
  await library.publish(draft, 'mod');
  expect(await ids()).toEqual(['bakery', 'ferry', 'market']);
  expect(await firstExcerpt(library, null, question)).toContain('at noon');
});

test('it goes when a moderator leaves it out, and stays away until it reads again', async () => {
  await bench.write('ferry.md', broken);
  const draft = drafted(await library.refresh({ ...request, leaveOut: true }));
  expect(draft.preview).toMatchObject({ removed: [{ id: 'ferry' }], leavesOut: true });
  expect(draft.preview.problems).toMatchObject([{ file: 'ferry.md', kind: 'nul-bytes' }]);
  await library.publish(draft, 'mod');
  expect(await ids()).toEqual(['bakery', 'market']);
  // What is not live is not kept: the file is only a file with a mistake.
  expect(await library.refresh(request)).toMatchObject({
    kind: 'unchanged',
    problems: [{ kind: 'nul-bytes' }],
  });
  await bench.write('ferry.md', '# Ferry\n\nThe ferry leaves at one.\n');
  expect(drafted(await library.refresh(request)).preview.added).toMatchObject([{ id: 'ferry' }]);
});

test('a file that was removed takes its document with it, as before', async () => {
  await bench.remove('ferry.md');
  expect(drafted(await library.refresh(request)).preview.removed).toMatchObject([{ id: 'ferry' }]);
});

test('a mistake in the file of one document keeps no other, whatever their names have in common', async () => {
  await bench.write('ferry.v2.pdf', broken);
  await bench.remove('ferry.md');
  const { preview } = drafted(await library.refresh(request));
  expect(preview.removed).toMatchObject([{ id: 'ferry' }]);
  expect(preview.problems.map(({ kind }) => kind)).not.toContain('kept');
});

test('what people ask of it is not called an orphan', async () => {
  await bench.write(
    'asked/ferry.yaml',
    `- answer: The ferry to the island leaves at noon.\n  asked: [${question}]\n`,
  );
  await library.publish(drafted(await library.refresh(request)), 'mod');
  await bench.write('ferry.md', broken);
  expect(await library.refresh(request)).toMatchObject({
    kind: 'unchanged',
    problems: [{ kind: 'kept', revision: 2 }],
  });
  const left = drafted(await library.refresh({ ...request, leaveOut: true }));
  expect(left.preview.problems).toContainEqual(
    expect.objectContaining({ kind: 'known-question', fault: 'no-document', question }),
  );
});
