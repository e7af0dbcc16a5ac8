import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import { openHostLibrary } from '../../src/open-library.js';
import { createParsers } from '../../src/parsing/parsers.js';
import { attachment, drafted, setUp } from '../support/knowledge-base.js';

test('what a server may hold is in the settings of the host', async () => {
  const { folder, write, end } = await setUp();
  await write('ferry.md', '# Ferry\n\nThe ferry leaves at noon.\n');
  const settings = { KNOWLEDGE_DIR: folder, DATABASE_URL: `file:${folder}/.bot.db`, SERVER_DOCUMENTS: '1' };
  const parsers = createParsers();
  const library = await openHostLibrary({
    config: readConfig(settings),
    cacheDir: `${folder}/.cache`,
    parsers,
    onEvent: () => {},
  });
  const request = { collection: 'guild:1', by: 'mod' } as const;
  const add = (name: string) =>
    library.add(request, attachment(`${name}.md`, `# ${name}\n\nThis is ${name}.\n`));
  await library.publish(drafted(await add('club')), 'mod');
  expect(await add('harbour')).toEqual({ kind: 'over-limit', limit: 'documents', most: 1, wanted: 2 });
  await library.close();
  await parsers.close();
  await end();
});
