import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { FolderError, readFolder } from '../../src/documents/folder.js';
import { createParser } from '../../src/documents/parsing/parser.js';

const parser = createParser({});
let outer: string;
let dir: string;
const made: string[] = [];

beforeEach(async () => {
  outer = await mkdtemp(join(tmpdir(), 'folder-'));
  made.push(outer);
  dir = join(outer, 'knowledge');
  await mkdir(dir);
});

afterAll(async () => {
  await parser.close();
  await Promise.all(made.map((path) => rm(path, { recursive: true })));
});

async function put(path: string, content: string | Uint8Array = `Text of ${path}.`): Promise<void> {
  const place = join(dir, path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, content);
}

/** Ids of the documents, and of each problem the file and kind. */
async function readAll() {
  const { documents, problems } = await readFolder(dir, parser);
  return {
    ids: documents.map(({ id }) => id),
    problems: problems.map(({ file, kind }) => [file, kind]),
  };
}

describe('readFolder', () => {
  it('reads the documents of all folders, in order of their paths', async () => {
    for (const path of ['b.md', 'a/z.txt', 'a/b/c.markdown', 'B.md', 'README.md', 'é.md']) await put(path);
    expect(await readAll()).toEqual({ ids: ['B', 'README', 'a/b/c', 'a/z', 'b', 'é'], problems: [] });
  });

  it('passes over other formats and what begins with a dot', async () => {
    for (const path of ['glossary.yaml', 'questions.yaml', 'a.png', 'noextension', '.a.md', '.git/b.md'])
      await put(path);
    expect(await readAll()).toEqual({ ids: [], problems: [] });
  });

  it('gives the files of known questions apart, and takes none of them for a document or front matter', async () => {
    for (const path of ['a.md', 'asked/a.yaml', 'asked/b/c.md.yaml', 'asked/d.md', 'asked/d.md.yaml'])
      await put(path);
    await put('asked/large.yaml', 'x'.repeat(2_000_001));
    await put('asked/.a.yaml.swp');
    const { documents, asked, problems } = await readFolder(dir, parser);
    expect(documents.map(({ id }) => id)).toEqual(['a', 'asked/d']);
    expect(asked.map(({ path }) => path)).toEqual(['asked/a.yaml', 'asked/b/c.md.yaml', 'asked/d.md.yaml']);
    expect(problems).toEqual([
      { file: 'asked/large.yaml', kind: 'too-large', bytes: 2_000_001, most: 2_000_000 },
    ]);
  });

  it('follows no link to known questions outside of the folder', async () => {
    await writeFile(join(outer, 'secret.yaml'), 'secret');
    await put('asked/real.yaml');
    await symlink(join(outer, 'secret.yaml'), join(dir, 'asked/out.yaml'));
    await symlink(join(dir, 'asked/real.yaml'), join(dir, 'asked/inside.yaml'));
    const { asked, problems } = await readFolder(dir, parser);
    expect(asked.map(({ path }) => path)).toEqual(['asked/inside.yaml', 'asked/real.yaml']);
    expect(problems).toEqual([{ file: 'asked/out.yaml', kind: 'leaves-folder' }]);
  });

  it('reports each bad document by file and line, and loads the others', async () => {
    await put('good.md');
    await put('latin1.txt', Uint8Array.of(0x63, 0x0a, 0x61, 0xe9));
    await put('nul.txt', 'a\0');
    await put('large.md', 'x'.repeat(2_000_001));
    await put('broken.md', '---\ntitle: T\n\nText.');
    await put('empty.md', '# Only a title');
    await put('deep.md', '- '.repeat(4_000));
    await put('sub/footnote.md', '# T\n\nText.[^none]');
    const { documents, problems } = await readFolder(dir, parser);
    expect(documents.map(({ id }) => id)).toEqual(['good', 'sub/footnote']);
    expect(problems).toMatchObject([
      { file: 'broken.md', line: 1, kind: 'front-matter', fault: 'not-closed' },
      { file: 'deep.md', line: 1, kind: 'too-deep' },
      { file: 'empty.md', kind: 'empty' },
      { file: 'large.md', kind: 'too-large', bytes: 2_000_001, most: 2_000_000 },
      { file: 'latin1.txt', line: 2, kind: 'not-utf8' },
      { file: 'nul.txt', line: 1, kind: 'nul-bytes' },
      { file: 'sub/footnote.md', line: 3, kind: 'footnote-undefined', name: 'none' },
    ]);
  });

  it('keeps the first of two files with one id, and names both', async () => {
    await put('a.md', 'First.');
    await put('a.txt', 'Second.');
    const { documents, problems } = await readFolder(dir, parser);
    expect(documents.map(({ text }) => text)).toEqual(['First.']);
    expect(problems).toEqual([{ file: 'a.txt', kind: 'same-id', id: 'a', other: 'a.md' }]);
  });

  it('takes two ways to write one name in Unicode for one id', async () => {
    await put(`${'ü'.normalize('NFC')}.md`);
    await put(`${'ü'.normalize('NFD')}.md`);
    const { documents, problems } = await readFolder(dir, parser);
    expect(documents.map(({ id }) => id)).toEqual(['ü'.normalize('NFC')]);
    expect(problems).toMatchObject([{ kind: 'same-id', id: 'ü'.normalize('NFC') }]);
  });

  it('reports links that leave the folder, and follows those to files inside', async () => {
    await writeFile(join(outer, 'secret.md'), 'Secret.');
    await mkdir(join(outer, 'knowledge-too'));
    await put('.data/real.md', 'Real.');
    await put('sub/c.md');
    const links = {
      'out.md': '../secret.md',
      outside: '../knowledge-too',
      up: '..',
      'absolute.txt': '/etc/hostname',
      'dangling.md': 'nowhere.md',
      'itself.md': 'itself.md',
      'photo.png': '../secret.md',
      'mounted.md': '.data/real.md',
      again: 'sub',
      'sub/loop': '..',
    };
    for (const [path, target] of Object.entries(links)) await symlink(target, join(dir, path));
    expect(await readAll()).toEqual({
      ids: ['mounted', 'sub/c'],
      problems: [
        ['absolute.txt', 'leaves-folder'],
        ['dangling.md', 'unreadable'],
        ['itself.md', 'unreadable'],
        ['out.md', 'leaves-folder'],
        ['outside', 'leaves-folder'],
        ['up', 'leaves-folder'],
      ],
    });
  });

  it('may be reached by a link itself', async () => {
    await put('a.md');
    await symlink('knowledge', join(outer, 'link'));
    const { documents } = await readFolder(join(outer, 'link'), parser);
    expect(documents.map(({ id }) => id)).toEqual(['a']);
  });

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [join(dir, 'pipe.md')]);
    await put('a.md');
    expect(await readAll()).toEqual({ ids: ['a'], problems: [['pipe.md', 'unreadable']] });
  });

  it.skipIf(process.getuid?.() === 0)('reports what it may not read (not as root)', async () => {
    await put('a.md');
    await put('closed.md');
    await put('sub/b.md');
    await chmod(join(dir, 'closed.md'), 0);
    await chmod(join(dir, 'sub'), 0);
    const { documents, problems } = await readFolder(dir, parser);
    await chmod(join(dir, 'sub'), 0o700);
    expect(documents.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toMatchObject([
      { file: 'closed.md', kind: 'unreadable', detail: 'the bot may not read it' },
      { file: 'sub', kind: 'unreadable', detail: 'the bot may not read it' },
    ]);
  });

  it('says what is wrong where there is no folder', async () => {
    const reasonOf = (path: string) =>
      readFolder(path, parser).catch((error) => error instanceof FolderError && error.reason);
    await put('a.md');
    expect(await reasonOf(join(dir, 'nowhere'))).toBe('missing');
    expect(await reasonOf(join(dir, 'a.md'))).toBe('not-a-folder');
    expect(await reasonOf(join(dir, 'a.md', 'b'))).toBe('not-a-folder');
  });
});
