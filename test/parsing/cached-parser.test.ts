import { statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read.js';
import { cachedParser } from '../../src/parsing/cached-parser.js';
import type { Parser } from '../../src/parsing/parser.js';
import { createParser, type ParserOptions } from '../../src/parsing/parsers.js';
import { programVersion, readersVersion } from '../../src/parsing/program-version.js';
import { parserHere } from '../support/parser-here.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function parserWith(options: ParserOptions) {
  const parser = createParser(options);
  closing.push(() => parser.close());
  return parser;
}

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'parser-'));
  closing.push(() => rm(dir, { recursive: true }));
  return dir;
}

const file = (text: string, path = 'a.md') => ({ path, bytes: new TextEncoder().encode(text) });
const GOOD = file('# Title\n\nA sentence.[^a]\n\n[^a]: A, 2025');

describe('the cache of a parser', () => {
  /** The document that a closed parser gives: it starts no process, so it has only what it knows. */
  async function known(cacheDir: string, input = GOOD) {
    const parser = createParser({ cacheDir });
    await parser.close();
    const { document } = await parser.document(input);
    return document;
  }

  it('answers without a process what was parsed before', async () => {
    const cacheDir = join(await folder(), 'made/when/needed');
    const result = await parserWith({ cacheDir }).document(GOOD);
    expect(await known(cacheDir)).toEqual(result.document);
  });

  it('does not know another content or another path', async () => {
    const cacheDir = await folder();
    const parser = parserWith({ cacheDir });
    await parser.document(GOOD);
    expect(await known(cacheDir, file('Other.'))).toBeUndefined();
    expect(await known(cacheDir, { ...GOOD, path: 'b.md' })).toBeUndefined();
    expect(await known(cacheDir)).toBeDefined();
  });

  it('knows what was read of each kind of file, and no robots.txt', async () => {
    const cacheDir = await folder();
    const parser = parserWith({ cacheDir });
    const glossary = file('synonyms: [[curb, sanction]]', 'glossary.yaml');
    const read = await parser.glossary(glossary);
    await parser.sidecar(file('title: A', 'glossary.yaml'));
    await parser.robots({ ...file('', 'robots.txt'), agent: 'bot' });
    expect(await readdir(cacheDir)).toHaveLength(2);
    const closed = createParser({ cacheDir });
    await closed.close();
    expect(await closed.glossary(glossary)).toEqual(read);
    expect(read.glossary).toBeDefined();
  });

  it.skipIf(process.platform === 'win32')('is the owner’s alone, also where it was not', async () => {
    const cacheDir = await folder();
    await chmod(cacheDir, 0o755);
    await parserWith({ cacheDir }).document(GOOD);
    const made = join(await folder(), 'made');
    await parserWith({ cacheDir: made }).document(GOOD);
    for (const dir of [cacheDir, made]) {
      const [name = ''] = await readdir(dir);
      expect([dir, join(dir, name)].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
    }
  });

  it('keeps one entry for a path', async () => {
    const cacheDir = await folder();
    const parser = parserWith({ cacheDir });
    for (const text of ['One.', 'Two.', 'Three.']) await parser.document(file(text));
    expect(await readdir(cacheDir)).toHaveLength(1);
    expect((await known(cacheDir, file('Three.')))?.text).toBe('Three.');
  });

  it('passes over a broken entry and mends it', async () => {
    const cacheDir = await folder();
    const parser = parserWith({ cacheDir });
    const result = await parser.document(GOOD);
    const [name = ''] = await readdir(cacheDir);
    const entry = await readFile(join(cacheDir, name), 'utf8');
    for (const broken of [
      '',
      '{',
      'null',
      '{}',
      '{"key":"x","result":{"problems":[]}}',
      entry.slice(0, -1),
    ]) {
      await writeFile(join(cacheDir, name), broken);
      expect(await known(cacheDir)).toBeUndefined();
      expect(await parser.document(GOOD)).toEqual(result);
      expect(await known(cacheDir)).toEqual(result.document);
    }
  });

  it('knows nothing of what other readers read, and is done without where their version is not known', async () => {
    const cacheDir = await folder();
    const closed = createParser();
    await closed.close();
    const ofReaders = (parser: Parser, version: () => Promise<string>) =>
      cachedParser(parser, cacheDir, version).document(GOOD);
    const unknown = async () => {
      throw new Error('the program is compiled anew');
    };
    const result = await ofReaders(parserHere, unknown);
    expect(result).toEqual(await readDocument(GOOD));
    expect(await readdir(cacheDir)).toEqual([]);
    await ofReaders(parserHere, async () => 'one');
    expect(await ofReaders(closed, async () => 'one')).toEqual(result);
    expect((await ofReaders(closed, async () => 'two')).document).toBeUndefined();
  });

  it('is of other readers when a module, a table or a library of theirs is another, and not otherwise', async () => {
    const dir = await folder();
    const files: [path: string, text: string][] = [
      ['src/documents/formats/html.js', 'a'],
      ['src/documents/english.json', '{}'],
      ['src/parsing/bounded-result.js', 'b'],
      ['package-lock.json', '1'],
      ['node_modules/.package-lock.json', '1'],
    ];
    const put = async (path: string, text: string) => {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), text);
    };
    for (const [path, text] of files) await put(path, text);
    const version = () => readersVersion({ program: join(dir, 'src'), project: dir });
    const first = await version();
    for (const [path, text] of files) {
      await put(path, `${text} `);
      expect(await version()).not.toBe(first);
      await put(path, text);
      expect(await version()).toBe(first);
    }
    await put('src/documents/formats/html.js.map', '{}');
    await put('src/index/analyzer.js', 'c');
    expect(await version()).toBe(first);
    const place = { program: join(dir, 'src'), project: dir };
    const ofIndex = await programVersion(['index'], place);
    await put('src/index/analyzer.js', 'd');
    expect(await programVersion(['index'], place)).not.toBe(ofIndex);
  });

  it('is done without where the folder cannot be written', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'file'), '');
    const parser = parserWith({ cacheDir: join(dir, 'file') });
    expect(await parser.document(GOOD)).toEqual(await readDocument(GOOD));
  });
});
