// Kills a publishing process at random moments and checks the database after each: `node dist/bench/crash.js
// [ROUNDS]`, on SQLite, and on PostgreSQL where TEST_DATABASE_URL is set. Ends with an error at the first round
// that lost something.
import { crashRound } from '../test/crash.js';
import { databaseKinds } from '../test/databases.js';

const rounds = Number(process.argv[2] ?? 100);

for (const { name, fresh } of databaseKinds) {
  const database = await fresh?.();
  if (!database) {
    console.log(name);
    continue;
  }
  let live = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      live = await crashRound(database.url, live, Math.random() * 300);
    }
  } finally {
    await database.drop();
  }
  console.log(`${name}: ${rounds} kills, ${live} revisions published, each whole, none lost, none twice`);
}
