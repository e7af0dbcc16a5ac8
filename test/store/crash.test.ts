import { describe, test } from 'vitest';
import { crashRound } from '../support/crash.js';
import { databaseKinds } from '../support/databases.js';

const ROUNDS = 4;

for (const { name, fresh } of databaseKinds) {
  describe(`a process that is killed while it refreshes and publishes, on ${name}`, () => {
    test.skipIf(!fresh)('leaves the old or the new revision, whole', async () => {
      const database = await fresh?.();
      if (!database) return;
      try {
        let live = 0;
        for (let round = 0; round < ROUNDS; round += 1) {
          ({ live } = await crashRound(database.url, live, Math.random() * 200));
        }
      } finally {
        await database.drop();
      }
    });
  });
}
