// Kills a process that refreshes and publishes at random moments, and checks the database and what the next process
// answers from after each: `node dist/bench/crash.js [ROUNDS]`, on SQLite, and on PostgreSQL where TEST_DATABASE_URL is
// set. Ends with an error at the first round that lost something.
import { crashRound } from '../test/support/crash.js';
import { databaseKinds } from '../test/support/databases.js';

const rounds = Number(process.argv[2] ?? 100);
/** Long enough for some publishings, so that kills fall into every step. */
const LONGEST_MS = 1_000;

for (const { name, fresh } of databaseKinds) {
  const database = await fresh?.();
  if (!database) {
    console.log(name);
    continue;
  }
  let [live, untold] = [0, 0];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const after = await crashRound(database.url, live, Math.random() * LONGEST_MS);
      live = after.live;
      if (live > after.told) untold += 1;
    }
  } finally {
    await database.drop();
  }
  console.log(
    `${name}: ${rounds} kills, ${live} revisions, each whole, none lost, none twice; ${untold} were live before the process could say so`,
  );
}
