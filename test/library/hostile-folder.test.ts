import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import type { Problem } from '../../src/documents/problem.js';
import type { Library } from '../../src/library/library.js';
import type { LibraryEvent } from '../../src/library/open.js';
import { openHostLibrary } from '../../src/open-library.js';
import { createParsers, type Parsers } from '../../src/parsing/parsers.js';
import { type Bench, drafted, firstExcerpt, setUp } from '../support/knowledge-base.js';

// Whoever can write to the knowledge folder neither ends the bot nor holds it up, at its start and at a refresh: the
// library as the bot opens it, with its processes.

let bench: Bench;
let parsers: Parsers;
let library: Library;
const refresh = { collection: 'shared', by: 'mod' } as const;
const ferry = '# Ferry\n\nThe ferry to the island leaves at noon.\n';

/** YAML for whose sake a library that reads it ends the process, or stands still for minutes. */
const HOSTILE = {
  brackets: `title: ${'['.repeat(20_000)}`,
  keys: Array.from({ length: 50_000 }, (_, at) => `k${at}: 1`).join('\n'),
  lists: `title:\n${'- ? '.repeat(100_000)}`,
};

beforeEach(async () => {
  bench = await setUp();
  parsers = createParsers();
  await bench.write('ferry.md', ferry);
});

afterEach(async () => {
  await library?.close();
  await parsers.close();
  await bench.end();
});

async function open(events: LibraryEvent[] = []): Promise<void> {
  const settings = { KNOWLEDGE_DIR: bench.folder, DATABASE_URL: `file:${bench.folder}/.bot.db` };
  library = await openHostLibrary({
    config: readConfig(settings),
    cacheDir: `${bench.folder}/.cache`,
    parsers,
    onEvent: (event) => events.push(event),
  });
}

async function writeHostile(): Promise<void> {
  for (const [name, yaml] of Object.entries(HOSTILE)) {
    await bench.write(`${name}.md`, `# ${name}\n\nText.\n`);
    await bench.write(`${name}.md.yaml`, yaml.slice(0, 100_000));
    await bench.write(`asked/${name}.yaml`, yaml);
  }
  await bench.write('glossary.yaml', HOSTILE.lists);
  await bench.write('questions.yaml', HOSTILE.keys);
}

/** The file and kind of each, once. */
function named(problems: readonly Problem[]): string[] {
  return [...new Set(problems.map(({ file, kind }) => `${file} ${kind}`))].sort();
}

const names = Object.keys(HOSTILE);
const all = [
  ...names.map((name) => `${name}.md.yaml front-matter`),
  ...names.map((name) => `asked/${name}.yaml known-questions`),
  'glossary.yaml glossary',
].sort();

test('a start with it serves the rest, and says what is wrong', async () => {
  await writeHostile();
  const events: LibraryEvent[] = [];
  await open(events);
  expect(await firstExcerpt(library, null, 'When does the ferry leave?')).toContain('noon');
  expect(named(events.flatMap((event) => (event.kind === 'problem' ? event.problem : [])))).toEqual(all);
});

test('a refresh with it, and every preview with its questions, goes on', async () => {
  await open();
  await writeHostile();
  await bench.write('ferry.md', ferry.replace('noon', 'nine'));
  const draft = drafted(await library.refresh(refresh));
  expect(named(draft.preview.problems)).toEqual(all);
  await library.publish(draft, 'mod');
  expect(await firstExcerpt(library, null, 'When does the ferry leave?')).toContain('nine');
});

test.skipIf(process.platform === 'win32')('pipes in the place of its files hold up no refresh', async () => {
  await open();
  for (const path of ['glossary.yaml', 'questions.yaml', 'ferry.md.yaml', 'b.md'])
    execFileSync('mkfifo', [`${bench.folder}/${path}`]);
  await bench.write('market.md', '# Market\n\nThe market opens on Tuesday.\n');
  const { preview } = drafted(await library.refresh(refresh));
  expect(preview.problems.map(({ file }) => file).sort()).toEqual(['b.md', 'ferry.md.yaml', 'glossary.yaml']);
  expect(preview.added.map(({ id }) => id)).toEqual(['market']);
});
