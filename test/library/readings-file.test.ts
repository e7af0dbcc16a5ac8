import { statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { emptyGlossary } from '../../src/documents/glossary.js';
import type { CollectedReadings } from '../../src/index/snapshot.js';
import { buildSnapshot } from '../../src/index/snapshot.js';
import { openEmbedder } from '../../src/library/embedders.js';
import { readingsFile } from '../../src/library/readings-file.js';
import { documentOf } from '../support/documents-reading.js';

const dirs: string[] = [];
afterEach(async () => {
  for (const dir of dirs.splice(0)) await rm(dir, { recursive: true });
});

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'readings-'));
  dirs.push(dir);
  return dir;
}

const giveWay = async () => {};
const label = (key: string, ...texts: string[]) => ({ key, texts });

async function readingsOf(text: string): Promise<CollectedReadings> {
  const embedder = await openEmbedder();
  const documents = [documentOf('ferry.md', text)];
  const snapshot = await buildSnapshot({ shared: 1 }, documents, emptyGlossary, { embedder });
  return snapshot.collected() ?? expect.fail('something is missing');
}

const FERRY = await readingsOf('# Ferry\n\nThe ferry leaves at noon since 3 May 2024. NF pays.\n');
const CLUB = await readingsOf('# Club\n\nThe club meets.\n');

describe('the file of readings', () => {
  test('gives what was kept last, for the key that it was kept with', async () => {
    const dir = join(await folder(), 'made/when/needed');
    const file = readingsFile(dir);
    expect(await file.find('ferry', giveWay)).toBeUndefined();
    await file.keep(label('ferry'), FERRY, giveWay);
    expect(await readingsFile(dir).find('ferry', giveWay)).toEqual(FERRY);
    expect(await file.find('club', giveWay)).toBeUndefined();
    await file.keep(label('club'), CLUB, giveWay);
    expect(await file.find('club', giveWay)).toEqual(CLUB);
    expect(await file.find('ferry', giveWay)).toBeUndefined();
    expect(await readdir(dir)).toEqual(['readings.bin']);
  });

  test.skipIf(process.platform === 'win32')('is the owner’s alone', async () => {
    const dir = await folder();
    await readingsFile(dir).keep(label('ferry'), FERRY, giveWay);
    const modes = [dir, join(dir, 'readings.bin')].map((path) => statSync(path).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
  });

  test('is as if it were not there where it was cut short, or any byte is another', async () => {
    const dir = await folder();
    const file = readingsFile(dir);
    await file.keep(label('ferry', 'text'), FERRY, giveWay);
    const place = join(dir, 'readings.bin');
    const whole = await readFile(place);
    const at = fc.nat({ max: whole.length - 1 });
    await fc.assert(
      fc.asyncProperty(at, fc.integer({ min: 1, max: 255 }), async (at, difference) => {
        await writeFile(place, whole.subarray(0, at));
        expect(await file.find('ferry', giveWay)).toBeUndefined();
        const altered = Buffer.from(whole);
        altered[at] = (altered[at] ?? 0) ^ difference;
        await writeFile(place, altered);
        expect(await file.find('ferry', giveWay)).toBeUndefined();
      }),
      { numRuns: 200 },
    );
    for (const foreign of ['', '{}', '\n', '{"key":"ferry","texts":[]}\n', 'x'.repeat(100_000)]) {
      await writeFile(place, foreign);
      expect(await file.find('ferry', giveWay)).toBeUndefined();
    }
    await writeFile(place, whole);
    expect(await file.find('ferry', giveWay)).toEqual(FERRY);
  });

  test('finds its label, however long that is', async () => {
    const file = readingsFile(await folder());
    const texts = Array.from({ length: 5_000 }, (_, at) => `${at}`.padEnd(64, 'f'));
    await file.keep({ key: 'ferry', texts }, FERRY, giveWay);
    expect(await file.find('ferry', giveWay)).toEqual(FERRY);
    await file.removeWith(new Set(texts.slice(-1)));
    expect(await file.find('ferry', giveWay)).toBeUndefined();
  });

  test('goes when a text is withdrawn that is in it, and stays for others', async () => {
    const dir = await folder();
    const file = readingsFile(dir);
    await file.removeWith(new Set(['ferry text']));
    await file.keep(label('ferry', 'ferry text', 'club text'), FERRY, giveWay);
    await file.removeWith(new Set(['other text']));
    await file.removeWith(new Set());
    expect(await file.find('ferry', giveWay)).toEqual(FERRY);
    await file.removeWith(new Set(['club text']));
    expect(await readdir(dir)).toEqual([]);
  });

  test('goes where nobody can tell which texts are in it, and what a process had begun to write', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'readings.bin'), 'no label');
    await writeFile(join(dir, 'readings.bin.1'), 'begun');
    await writeFile(join(dir, 'vectors.bin'), 'of a model');
    await readingsFile(dir).removeWith(new Set());
    expect(await readdir(dir)).toEqual(['vectors.bin']);
  });

  test('is not begun where what writes it is ended, or where the folder cannot be written', async () => {
    const dir = await folder();
    let steps = 0;
    await readingsFile(dir).keep(label('ferry'), FERRY, async () => {
      if (steps++ === 3) throw new Error('ended');
    });
    expect(steps).toBe(4);
    expect(await readdir(dir)).toEqual([]);
    await writeFile(join(dir, 'file'), '');
    const nowhere = readingsFile(join(dir, 'file'));
    await nowhere.keep(label('ferry'), FERRY, giveWay);
    expect(await nowhere.find('ferry', giveWay)).toBeUndefined();
  });
});
