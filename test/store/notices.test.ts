import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.js';
import type { LiveRevision } from '../../src/store/store.js';
import { databaseKinds, onServer } from '../support/databases.js';
import { draftOf, note } from '../support/notes.js';

const postgres = databaseKinds.find(({ name }) => name === 'PostgreSQL')?.fresh;

for (const { name, fresh } of databaseKinds) {
  test.skipIf(!fresh)(`a publish in another process is noticed, on ${name}`, async () => {
    const database = await fresh?.();
    if (!database) return;
    const store = await openStore(database.url);
    const noticed = new Promise<LiveRevision>((resolve) => {
      store.watch(resolve);
    });
    const program = fileURLToPath(new URL('../support/refresh-forever.js', import.meta.url));
    const child = spawn(process.execPath, [program, database.url], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const closed = once(child, 'close');
    expect(await noticed).toMatchObject({ collection: 'shared' });
    child.kill();
    await closed;
    await store.close();
    await database.drop();
  });
}

describe.skipIf(!postgres)('a listening connection that is lost', () => {
  test('is made again, and what was published in between is told', async () => {
    const database = await postgres?.();
    if (!database) return;
    const [watcher, publisher] = await Promise.all([openStore(database.url), openStore(database.url)]);
    const changes: LiveRevision[] = [];
    let told = () => {};
    watcher.watch((change) => {
      changes.push(change);
      told();
    });
    for (const base of [0, 1, 2]) {
      const next = new Promise<void>((resolve) => {
        told = resolve;
      });
      // Every connection but our own: the listening one, and those of both pools.
      await onServer(
        database.url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = current_setting('application_name') AND pid <> pg_backend_pid()`,
      );
      const draft = await draftOf(publisher, 'shared', base, [note('a', `Text ${base}.`)]);
      await publisher.publish(draft, 'host', {});
      await next;
    }
    expect(changes.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    await Promise.all([watcher.close(), publisher.close()]);
    await database.drop();
  });
});
