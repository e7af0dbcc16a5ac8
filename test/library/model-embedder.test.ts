import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.js';
import { openEmbedder } from '../../src/library/embedders.js';
import { openVectorFile } from '../../src/library/vector-file.js';
import { openHostLibrary } from '../../src/open-library.js';
import { createParsers } from '../../src/parsing/parsers.js';

const isLibraryThere = await import(['@huggingface', 'transformers'].join('/')).then(
  () => true,
  () => false,
);

describe("a model of the host's own", () => {
  test('is asked for in a folder that is not there: the problem names it', async () => {
    const opening = openEmbedder({ modelDir: '/nowhere/e5' });
    await expect(opening).rejects.toMatchObject({ reason: 'no-folder', modelDir: '/nowhere/e5' });
  });

  test.skipIf(isLibraryThere)("needs a package that is not among the project's", async () => {
    const modelDir = await mkdtemp(join(tmpdir(), 'model-'));
    await writeFile(join(modelDir, 'config.json'), '{}');
    await expect(openEmbedder({ modelDir })).rejects.toMatchObject({ reason: 'no-library' });
  });

  test.skipIf(isLibraryThere)('ends the start with the command that installs it', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'model-'));
    await writeFile(join(dir, 'config.json'), '{}');
    await writeFile(join(dir, 'note.md'), '# Note\n\nA sentence to be found.\n');
    const config = { ...readConfig({}), knowledgeDir: dir, databaseUrl: `file:${join(dir, 'bot.db')}` };
    const opening = openHostLibrary({
      config: { ...config, embeddingModel: dir },
      cacheDir: join(dir, 'cache'),
      parsers: createParsers(),
      onEvent: () => {},
    });
    await expect(opening).rejects.toThrow('npm install @huggingface/transformers');
  });
});

describe('the file of vectors', () => {
  const folder = () => mkdtemp(join(tmpdir(), 'vectors-'));

  test('has after a restart what was put into it', async () => {
    const dir = await folder();
    const first = await openVectorFile(dir, 'e5', 2);
    await Promise.all([
      first.put('one', Float32Array.of(1, 0)),
      first.put('two', Float32Array.of(0, 1)),
      first.put('one', Float32Array.of(9, 9)),
    ]);
    const second = await openVectorFile(dir, 'e5', 2);
    expect([second.get('one'), second.get('two'), second.get('three')]).toEqual([
      Float32Array.of(1, 0),
      Float32Array.of(0, 1),
      undefined,
    ]);
  });

  test('of one model is not taken for that of another', async () => {
    const dir = await folder();
    await (await openVectorFile(dir, 'e5', 2)).put('one', Float32Array.of(1, 0));
    expect((await openVectorFile(dir, 'minilm', 2)).get('one')).toBeUndefined();
  });

  test('loses only the record that a crash cut short', async () => {
    const dir = await folder();
    const first = await openVectorFile(dir, 'e5', 2);
    await first.put('one', Float32Array.of(1, 0));
    await writeFile(join(dir, 'vectors-e5.bin'), 'half a rec', { flag: 'a' });
    const second = await openVectorFile(dir, 'e5', 2);
    await second.put('two', Float32Array.of(0, 1));
    const third = await openVectorFile(dir, 'e5', 2);
    expect([third.get('one'), third.get('two')]).toEqual([Float32Array.of(1, 0), Float32Array.of(0, 1)]);
  });
});
