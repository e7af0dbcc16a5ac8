import { setImmediate as nextRound } from 'node:timers/promises';
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

/** Whether long work is under way: between two of its turns it waits for the event loop to come round. */
async function isAtWork(): Promise<boolean> {
  for (let round = 0; round < 20; round += 1) {
    await nextRound();
    if (process.getActiveResourcesInfo().includes('Immediate')) return true;
  }
  return false;
}

test('known questions are read ahead when it is told to, and not while the bot is still to be connected', async () => {
  const { folder, write, end } = await setUp();
  const sentences = Array.from({ length: 400 }, (_, at) => `Boat ${at} leaves for the harbour.`);
  await write('boats.md', `# Boats\n\n${sentences.join('\n\n')}\n`);
  const asked = sentences.map((answer, at) => `- { answer: ${answer}, asked: [Boat ${at}?] }`);
  await write('asked/boats.yaml', `${asked.join('\n')}\n`);
  const parsers = createParsers();
  const library = await openHostLibrary({
    config: readConfig({ KNOWLEDGE_DIR: folder, DATABASE_URL: `file:${folder}/.bot.db` }),
    cacheDir: `${folder}/.cache`,
    parsers,
    onEvent: () => {},
  });
  expect((await library.current(null)).known.questions).toHaveLength(400);
  expect(await isAtWork()).toBe(false);
  library.readAhead();
  expect(await isAtWork()).toBe(true);
  await library.close();
  await parsers.close();
  await end();
});
