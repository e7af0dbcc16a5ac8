// A process that publishes until it is killed. Each revision has three documents that speak of one attempt, and
// its number is printed when the store has answered.
import { randomUUID } from 'node:crypto';
import { openStore } from '../src/store/open.js';
import { draftOf, note } from './notes.js';

const store = await openStore(process.argv[2] ?? '');
process.stdout.write('ready\n');
for (;;) {
  const attempt = randomUUID();
  const documents = ['a', 'b', 'c'].map((id) => note(id, `${id} of ${attempt}.`));
  const draft = await draftOf(store, 'shared', await store.liveRevision('shared'), documents);
  const result = await store.publish(draft, 'host', { attempt });
  if (result.kind === 'published') process.stdout.write(`${result.revision}\n`);
}
