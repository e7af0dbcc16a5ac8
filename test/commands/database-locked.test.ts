import Database from 'libsql';
import { expect, test } from 'vitest';
import { openServer, textOf } from '../support/moderated-server.js';

// Members with the real client, and an SQLite file that another program holds the write lock of.

test('nobody waits for the lock, and what was asked in vain is noted when it is free again', async () => {
  let writing = 0;
  let mostWriting = 0;
  const server = await openServer({
    files: { 'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n' },
    wrapStore: (store) => ({
      ...store,
      async recordQuestion(...question) {
        writing += 1;
        mostWriting = Math.max(mostWriting, writing);
        await store.recordQuestion(...question).finally(() => {
          writing -= 1;
        });
      },
    }),
  });
  const { playground, library, bench } = server;
  await library.saveSettings(playground.homeGuildId, { questionsPerMinute: 60 }, 'mod');
  const other = new Database(bench.databaseUrl.slice('file:'.length));
  other.exec('begin immediate');
  const questions = Array.from({ length: 30 }, (_, at) => `Who was harbour master number ${at}?`);
  for (const question of questions) {
    const { message, failed } = await playground.use({ command: 'ask', options: { question } });
    expect(failed).toBe(false);
    expect(textOf(message)).not.toBe('');
  }
  expect(await library.questionCount(playground.homeGuildId)).toBe(0);
  // Each try holds up everything else for a moment.
  expect(mostWriting).toBe(1);
  other.exec('rollback');
  other.close();
  await expect
    .poll(() => library.questionCount(playground.homeGuildId), { timeout: 20_000 })
    .toBe(questions.length);
  await server.end();
});
