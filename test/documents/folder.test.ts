import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { FolderError, readBeside, readFolder } from '../../src/documents/folder.js';
import { listFiles, openFile } from '../../src/documents/folder-files.js';
import { createParser } from '../../src/parsing/parsers.js';

const isWindows = process.platform === 'win32';
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

/** The lists of bytes that are reachable from a value, closures aside. */
function bytesIn(value: unknown): ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(bytesIn) : [];
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
    expect(problems).toEqual([]);
    expect(asked.map(({ path }) => path)).toEqual([
      'asked/a.yaml',
      'asked/b/c.md.yaml',
      'asked/d.md.yaml',
      'asked/large.yaml',
    ]);
    expect(asked.at(-1)?.problems).toEqual([
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

  it.skipIf(isWindows)('does not wait for a pipe, whatever it stands in the place of', async () => {
    await put('a.md');
    await put('b.md');
    await mkdir(join(dir, 'asked'));
    for (const path of ['pipe.md', 'b.md.yaml', 'asked/a.yaml']) execFileSync('mkfifo', [join(dir, path)]);
    const { documents, asked, problems } = await readFolder(dir, parser);
    expect(documents.map(({ id }) => id)).toEqual(['a']);
    expect([...problems, ...asked.flatMap((file) => file.problems)]).toEqual(
      ['b.md.yaml', 'pipe.md', 'asked/a.yaml'].map((file) => ({
        file,
        kind: 'unreadable',
        reason: 'not-ordinary',
      })),
    );
  });

  it('reads no more of a sidecar than a sidecar has', async () => {
    await put('a.md');
    await put('a.md.yaml', '#'.repeat(100_001));
    expect(await readAll()).toEqual({ ids: [], problems: [['a.md.yaml', 'too-large']] });
  });

  it('follows no link that takes the place of a file after the folder was looked through', async () => {
    await writeFile(join(outer, 'secret.md'), 'Secret.');
    // More than are read at a time.
    const later = Array.from({ length: 20 }, (_, at) => `${at + 10}.md`);
    for (const path of ['0.md', ...later]) await put(path);
    await put('20.md.yaml', 'title: Twenty\n');
    let isSwapped = false;
    const { documents, problems } = await readFolder(dir, {
      ...parser,
      async document(file) {
        if (!isSwapped) {
          isSwapped = true;
          for (const path of ['28.md', '29.md', '20.md.yaml']) {
            await rm(join(dir, path));
            await symlink(join(outer, 'secret.md'), join(dir, path));
          }
        }
        return parser.document(file);
      },
    });
    expect(documents.map(({ text }) => text)).not.toContain('Secret.');
    expect(documents).toHaveLength(18);
    expect(problems).toEqual(
      ['20.md.yaml', '28.md', '29.md'].map((file) => ({ file, kind: 'leaves-folder' })),
    );
  });

  it('holds no bytes of the files that it has read, and reads them again when they are asked for', async () => {
    await put('a.md', 'First.');
    await put('b/c.txt', 'Second.');
    const { documents, originals, asked, problems } = await readFolder(dir, parser);
    expect(bytesIn([documents, [...originals], asked, problems])).toEqual([]);
    const [first, second] = [originals.get('a'), originals.get('b/c')];
    expect([first?.path, first?.size, second?.path, second?.size]).toEqual(['a.md', 6, 'b/c.txt', 7]);
    expect(Buffer.from((await second?.bytes()) ?? []).toString()).toBe('Second.');
  });

  it('gives no other bytes for a document than those that it was read from', async () => {
    await put('a.md', 'First.');
    const { originals } = await readFolder(dir, parser);
    const original = originals.get('a');
    const reasonOf = () =>
      original?.bytes().catch((error) => (error instanceof FolderError ? error.reason : error));
    await put('a.md', 'Other!');
    expect(await reasonOf()).toBe('changed');
    await rm(join(dir, 'a.md'));
    expect(await reasonOf()).toBe('changed');
    await put('a.md', 'First.');
    expect(await reasonOf()).toHaveLength(6);
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
      { file: 'closed.md', kind: 'unreadable', reason: 'no-permission' },
      { file: 'sub', kind: 'unreadable', reason: 'no-permission' },
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

describe('readBeside', () => {
  const glossary = (path = dir) =>
    readBeside(path, 'glossary.yaml', async ({ bytes }) => ({ problems: [], text: `${bytes}` }));

  it('reads a file that a folder may have, and that need not be there', async () => {
    expect(await glossary()).toBeUndefined();
    expect(await glossary(join(dir, 'nowhere'))).toBeUndefined();
    await put('glossary.yaml', 'synonyms: []');
    expect(await glossary()).toEqual({ problems: [], text: 'synonyms: []' });
  });

  it('reads no link out of the folder', async () => {
    await writeFile(join(outer, '.env'), 'TOKEN=secret');
    await symlink(join(outer, '.env'), join(dir, 'glossary.yaml'));
    expect(await glossary()).toEqual({ problems: [{ file: 'glossary.yaml', kind: 'leaves-folder' }] });
  });

  it.skipIf(isWindows)('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [join(dir, 'glossary.yaml')]);
    expect(await glossary()).toMatchObject({ problems: [{ kind: 'unreadable' }] });
  });

  it('reads no more than a file of its kind has', async () => {
    await put('glossary.yaml', '#'.repeat(2_000_001));
    expect(await glossary()).toMatchObject({ problems: [{ kind: 'too-large', most: 2_000_000 }] });
  });
});

describe('listFiles', () => {
  it('tells no names in a folder outside, where a link has taken the place of one inside', async () => {
    await mkdir(join(outer, 'private'));
    await writeFile(join(outer, 'private', 'letter.md'), 'Secret.');
    await symlink(join(outer, 'private'), join(dir, 'sub'));
    // As after a look at the folder above, when it was no link yet.
    expect(await listFiles(dir, () => true, 'sub')).toEqual({
      paths: [],
      problems: [{ file: 'sub', kind: 'leaves-folder' }],
    });
  });
});

describe('openFile', () => {
  it('follows a link inside of the folder, by whatever way, and none that leads out of it', async () => {
    await put('real.md', 'Real.');
    await mkdir(join(dir, 'sub'));
    await mkdir(join(outer, 'knowledge-too'));
    await writeFile(join(outer, 'knowledge-too', 'real.md'), 'Other.');
    const links = {
      'a.md': 'real.md',
      'sub/b.md': '../a.md',
      'c.md': '../knowledge/real.md',
      in: 'sub',
      out: '../knowledge-too',
    };
    for (const [path, target] of Object.entries(links)) await symlink(target, join(dir, path));
    for (const path of ['a.md', 'sub/b.md', 'c.md', 'in/b.md']) {
      const opened = await openFile(dir, path, 10);
      expect('file' in opened && [opened.file.path, `${opened.file.bytes}`]).toEqual([path, 'Real.']);
    }
    expect(await openFile(dir, 'out/real.md', 10)).toEqual({
      problem: { file: 'out/real.md', kind: 'leaves-folder' },
    });
  });

  it.skipIf(isWindows)(
    'reads neither folders nor devices nor sockets, and names no path of the system',
    async () => {
      await mkdir(join(dir, 'folder.md'));
      const socket = createServer().listen(join(dir, 'socket.md'));
      await once(socket, 'listening');
      for (const path of ['folder.md', 'socket.md', 'folder.md/a.md', 'x'.repeat(300)]) {
        const opened = await openFile(dir, path, 10);
        expect(opened).toMatchObject({ problem: { file: path, kind: 'unreadable' } });
        expect(JSON.stringify(opened)).not.toContain(dir);
      }
      await new Promise((resolve) => socket.close(resolve));
    },
  );
});
