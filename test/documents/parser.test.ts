import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read.js';
import { startParseProcess } from '../../src/parsing/parse-process.js';
import { createParser, type ParserOptions } from '../../src/parsing/parsers.js';
import { docxFile, paragraph } from '../support/document-files.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function parserWith(options: ParserOptions = {}) {
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
/** The parser of Markdown is quadratic in these; it takes minutes. */
const SLOW = file('- '.repeat(99).concat('x\n').repeat(2_000), 'slow.md');

describe('createParser', () => {
  it('gives what the reader gives', async () => {
    const parser = parserWith();
    const bad = file('\0', 'bad.txt');
    expect(await parser.document(GOOD)).toEqual(await readDocument(GOOD));
    expect(await parser.document(bad)).toEqual(await readDocument(bad));
  });

  it('reads many documents at once', async () => {
    const parser = parserWith();
    const files = Array.from({ length: 20 }, (_, i) => file(`Sentence ${i}.`, `${i}.txt`));
    const results = await Promise.all(files.map((each) => parser.document(each)));
    expect(results).toEqual(await Promise.all(files.map(readDocument)));
  });

  it('gives up on a document that takes too long, and reads those before and after it', async () => {
    const parser = parserWith({ seconds: 2 });
    const results = await Promise.all([GOOD, SLOW, GOOD, SLOW, GOOD].map((each) => parser.document(each)));
    const tooSlow = { problems: [{ file: 'slow.md', kind: 'too-slow', seconds: 2 }] };
    const good = await readDocument(GOOD);
    expect(results).toEqual([good, tooSlow, good, tooSlow, good]);
  });

  it('gives up on a document that needs too much memory', async () => {
    const small = startParseProcess({ seconds: 60, megabytes: 120 });
    const result = await small.read({ kind: 'document', file: file('- *a*\n'.repeat(50_000), 'large.md') });
    expect(result).toEqual({ problems: [{ file: 'large.md', kind: 'too-much-memory', megabytes: 120 }] });
    expect(small.isAlive()).toBe(false);
  });

  it('bounds the memory that is not on the heap, too', async () => {
    const small = startParseProcess({ seconds: 60, megabytes: 150 });
    const bytes = docxFile(paragraph('A'.repeat(19_000_000)));
    expect(await small.read({ kind: 'document', file: { path: 'a.docx', bytes } })).toEqual({
      problems: [{ file: 'a.docx', kind: 'too-much-memory', megabytes: 150 }],
    });
  });

  it('answers what is under way when it is closed', async () => {
    const parser = parserWith();
    const result = parser.document(SLOW);
    await parser.close();
    expect((await result).problems).toMatchObject([{ file: 'slow.md', kind: 'unreadable' }]);
  });
});

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

  it('is done without where the folder cannot be written', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'file'), '');
    const parser = parserWith({ cacheDir: join(dir, 'file') });
    expect(await parser.document(GOOD)).toEqual(await readDocument(GOOD));
  });
});
