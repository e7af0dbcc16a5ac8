import { expect, test } from 'vitest';
import { databaseKinds } from '../support/databases.js';
import { openServer, textOf } from '../support/moderated-server.js';
import { type Network, openNetwork } from '../support/network.js';

// Members with the real client, and a database on PostgreSQL that the bot cannot reach for a while.

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')?.fresh;
/** Whether something was done. */
const DONE = [() => true, () => false] as const;
const question = 'When does the ferry to the island leave?';

test.skipIf(!postgres).each(['swallow', 'cut'] as const)(
  'members are answered in time while the network does this with what it is given: %s',
  async (fault) => {
    let network: Network | undefined;
    let directUrl = '';
    const server = await openServer({
      files: { 'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n' },
      async database() {
        const database = (await postgres?.()) ?? expect.fail('no database');
        directUrl = database.url;
        network = await openNetwork(new URL(database.url));
        return { ...database, url: network.url };
      },
      mayFail: true,
    });
    const { playground } = server;
    const ask = (guild: 'home' | 'other', asked = question) =>
      playground.use({ command: 'ask', options: { question: asked }, guild });
    expect((await ask('home')).ephemeral).toBe(false);
    network?.[fault]();
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, () => ask('home')),
      ask('home', 'Who is the harbour master?'),
      ask('other'),
    ]);
    for (const { message, deferred } of answers) {
      expect(textOf(message)).not.toBe('');
      expect(deferred).toBe(false);
    }
    // Of the one server it was known that answers are for all; of the other nothing could be known, where nothing came through.
    expect(answers[0]?.ephemeral).toBe(false);
    if (fault === 'swallow') expect(answers.at(-1)?.ephemeral).toBe(true);
    // What others have set meanwhile is known soon when the network is there again.
    const { openStore } = await import('../../src/store/open.js');
    const other = await openStore(directUrl);
    // They may have to wait until PostgreSQL gives up what the bot was about to note.
    const save = () => other.saveSettings(playground.homeGuildId, { answersPrivate: true });
    await expect.poll(() => save().then(...DONE), { timeout: 60_000 }).toBe(true);
    await other.close();
    network?.restore();
    await expect.poll(async () => (await ask('home')).ephemeral, { timeout: 20_000 }).toBe(true);
    await server.end();
    await network?.close();
  },
  120_000,
);
