import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lateDictionary, loadDictionary } from '../../src/library/dictionary-file.js';

/** Two entries in the form of the package's data, which takes a second to pack. */
const entries = `export default {"all":[["聯盟","联盟","lian2 meng2",["alliance","union"],[],[]],
["總部","总部","zong3 bu4","general headquarters",[],[]]]}`;

let dir: string;
let source: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'dictionary-'));
  source = join(dir, 'all.js');
  await writeFile(source, entries);
});
afterAll(() => rm(dir, { recursive: true }));

describe('the Chinese dictionary', () => {
  it('is packed at first use and read from its file after that', async () => {
    const cache = join(dir, 'cache');
    const first = await loadDictionary(cache, () => source);
    const [file = ''] = await readdir(cache);
    expect(file).toMatch(/^cc-cedict-.*\.bin$/);
    const written = await stat(join(cache, file));

    const second = await loadDictionary(cache, () => source);
    expect(await readdir(cache)).toEqual([file]);
    expect((await stat(join(cache, file))).mtimeMs).toBe(written.mtimeMs);
    for (const { dictionary, problems } of [first, second]) {
      expect(problems).toEqual([]);
      expect(dictionary?.wordsAt('两个联盟', 2)).toEqual([{ length: 2, english: ['alliance', 'union'] }]);
    }
  });

  it('is packed again where the file is damaged', async () => {
    const cache = join(dir, 'damaged');
    await loadDictionary(cache, () => source);
    const [file = ''] = await readdir(cache);
    await writeFile(join(cache, file), 'half a fi');
    const { dictionary } = await loadDictionary(cache, () => source);
    expect(dictionary?.wordsAt('总部', 0)).toEqual([{ length: 2, english: ['general headquarters'] }]);
  });

  it('does without a folder to write to', async () => {
    const { dictionary, problems } = await loadDictionary(join(source, 'cache'), () => source);
    expect(problems).toEqual([]);
    expect(dictionary?.wordsAt('总部', 0)).not.toEqual([]);
  });

  it('is reported where its data is not there or holds no entries, and the bot goes on without it', async () => {
    const empty = join(dir, 'empty.js');
    await writeFile(empty, 'export default {}');
    for (const path of [empty, join(dir, 'missing.js')]) {
      const { dictionary, problems } = await loadDictionary(join(dir, 'none'), () => path);
      expect(dictionary).toBeUndefined();
      expect(problems).toMatchObject([{ kind: 'unreadable', file: 'cc-cedict' }]);
    }
  });

  it('is empty until it is loaded, where a start does not wait for it', async () => {
    const late = lateDictionary(() => loadDictionary(join(dir, 'late'), () => source));
    const { dictionary } = late;
    expect(dictionary.wordsAt('总部', 0)).toEqual([]);
    expect(await late.load()).toEqual([]);
    expect(dictionary.wordsAt('总部', 0)).toEqual([{ length: 2, english: ['general headquarters'] }]);
  });

  it('tells why it stays empty', async () => {
    const late = lateDictionary(() => loadDictionary(join(dir, 'none'), () => join(dir, 'missing.js')));
    expect(await late.load()).toMatchObject([{ kind: 'unreadable', file: 'cc-cedict' }]);
    expect(late.dictionary.wordsAt('总部', 0)).toEqual([]);
  });

  it('comes with the words of the package that ships', async () => {
    const { dictionary } = await loadDictionary();
    expect(dictionary?.wordsAt('出口', 0)).toMatchObject([
      { length: 2, english: expect.arrayContaining(['export']) },
    ]);
  });
});
