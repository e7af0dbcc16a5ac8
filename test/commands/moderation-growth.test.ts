import { afterEach, beforeEach, expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { attachment, drafted } from '../support/knowledge-base.js';
import { type ModeratedServer, moderator, openServer, textOf } from '../support/moderated-server.js';

// What a moderator sees of a history that has no room for all of it.

let server: ModeratedServer;

beforeEach(async () => {
  server = await openServer({
    files: { 'ferry.md': '# Ferry\n\nThe ferry leaves at noon.\n' },
    library: { limits: { documents: 5, bytes: 10_000, passages: 50, storage: 1_000 } },
  });
});

afterEach(() => server.end());

test('revisions that are no longer kept are named in the history, and not offered to be brought back', async () => {
  const { library, playground } = server;
  const own = { collection: `guild:${playground.homeGuildId}`, by: 'mod' } as const;
  for (const day of ['Friday', 'Monday', 'Sunday', 'Tuesday']) {
    const text = `# Club\n\nThe club meets on ${day} evening.\n`;
    await library.publish(drafted(await library.add(own, attachment('club.md', text))), 'mod');
  }
  const collection = 'server';
  const lines = textOf(await server.knowledge('history', { collection })).split('\n');
  const isLetGo = (revision: number) =>
    lines.find((line) => line.includes(`revision ${revision}:`))?.includes(copy.changes.letGo.trim());
  expect([1, 3, 4].map(isLetGo)).toEqual([true, false, false]);
  const typing = {
    command: 'knowledge rollback',
    options: { collection, revision: '' },
    focused: 'revision',
  };
  const offered = await playground.autocomplete({ ...typing, ...moderator });
  expect(offered.map(({ value }) => value)).toContain(3);
  expect(offered.map(({ value }) => value)).not.toContain(1);
  expect(textOf(await server.knowledge('rollback', { revision: 1, collection }))).toContain('too old');
});
