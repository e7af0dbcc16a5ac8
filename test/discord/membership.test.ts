import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ModeratedServer, openServer } from '../support/moderated-server.js';

// The real client is told of servers that the bot leaves and joins.

let server: ModeratedServer;
let other: string;

beforeEach(async () => {
  server = await openServer({ files: { 'ferry.md': '# Ferry\n\nThe ferry leaves at noon.\n' } });
  other = server.playground.world.guilds.other.id;
  await server.library.saveSettings(other, { answersPrivate: true }, 'mod');
});

afterEach(() => server.end());

test('a server that the bot was removed from is noted as left, and as joined when it comes back', async () => {
  expect(await server.library.guilds()).toContain(other);
  server.playground.removeBot('other');
  await expect.poll(() => server.library.guilds()).not.toContain(other);
  server.playground.addBot('other');
  await expect.poll(() => server.library.guilds()).toContain(other);
});

test('what happened while the bot was away is noted when it is back', async () => {
  await server.restart(() => server.playground.removeBot('other'));
  await expect.poll(() => server.library.guilds()).not.toContain(other);
});
