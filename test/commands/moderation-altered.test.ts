import Database from 'libsql';
import { expect, test } from 'vitest';
import { en as copy } from '../../src/copy/en/en.js';
import { openServer, textOf } from '../support/moderated-server.js';

// A disk that has changed a letter of a text which was published.

const question = 'When does the ferry to the island leave?';

test('what it has changed is quoted nowhere, is told to moderators, and comes back by a refresh', async () => {
  const server = await openServer({
    files: {
      'ferry.md': '# Ferry\n\nThe ferry to the island leaves at noon.\n',
      'market.md': '# Market\n\nThe market opens at dawn.\n',
    },
  });
  expect(await server.ask(question)).toContain('at noon');
  await server.restart(() => {
    const database = new Database(server.bench.databaseUrl.slice('file:'.length));
    database.exec("update documents set document = replace(document, 'at noon', 'at moon')");
    database.close();
  });
  const answer = await server.ask(question);
  expect(answer).not.toContain('at noon');
  expect(answer).not.toContain('at moon');
  expect(await server.ask('When does the market open?')).toContain('at dawn');
  const list = textOf(await server.knowledge('list'));
  expect(list).toContain(copy.problem({ file: 'ferry', kind: 'altered' }));
  expect(list).toContain('Market');
  await server.press(await server.knowledge('refresh'), copy.knowledge.preview.publish);
  expect(await server.ask(question)).toContain('at noon');
  expect(textOf(await server.knowledge('list'))).not.toContain(
    copy.problem({ file: 'ferry', kind: 'altered' }),
  );
  await server.end();
});
