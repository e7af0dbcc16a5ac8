import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

// The rules of ARCHITECTURE.md that the compiler cannot see, read from the source text.

interface Module {
  /** From the root of the project, with `/`. */
  readonly path: string;
  /** `src/answer` for all that is in it, or `src` for a module outside of the folders. */
  readonly folder: string;
  readonly text: string;
  /** Packages by their names, own modules by their paths. */
  readonly imports: readonly string[];
}

const IMPORT = /(?:\bfrom|\bimport|\bimport\()\s*['"]([^'"]+)['"]/g;

function readModules(root: string): Module[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => `${root}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.includes('/node_modules/'))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      const imports = [...text.matchAll(IMPORT)].map(([, target = '']) => resolved(path, target));
      return { path, folder: folderOf(path), text, imports };
    });
}

/** The first two parts of a path: rules are about the folders of `src`, and theirs belong to them. */
function folderOf(path: string): string {
  return dirname(path).split('/').slice(0, 2).join('/');
}

function resolved(from: string, target: string): string {
  if (!target.startsWith('.')) return target;
  return normalize(join(dirname(from), target))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts');
}

const source = readModules('src');
const programs = [...readModules('bench'), ...readModules('tools')];
const everything = [...source, ...readModules('playground'), ...programs];

/** `path → import` for each import of these modules that `isWrong`. */
function wrongImports(
  modules: readonly Module[],
  isWrong: (target: string, module: Module) => boolean,
): string[] {
  return modules.flatMap((module) =>
    module.imports.filter((target) => isWrong(target, module)).map((target) => `${module.path} → ${target}`),
  );
}

function isPackage(target: string, ...names: string[]): boolean {
  return names.some((name) => target === name || target.startsWith(`${name}/`));
}

/** Each way from a module back to itself: `a.ts → b.ts → a.ts`, once for every import that closes one. */
function cyclesIn(modules: readonly Module[]): string[] {
  const importsOf = new Map(modules.map(({ path, imports }) => [path, imports]));
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const target of importsOf.get(path) ?? [])
      if (importsOf.has(target)) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of modules) visit(path, []);
  return cycles;
}

/** What a folder may use beside itself. Nothing points backwards. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  'src/documents': [],
  'src/sources': ['src/documents'],
  'src/parsing': ['src/documents', 'src/sources'],
  'src/index': ['src/documents'],
  'src/answer': ['src/documents', 'src/index'],
  'src/store': ['src/documents'],
  'src/library': ['src/documents', 'src/sources', 'src/parsing', 'src/index', 'src/answer', 'src/store'],
  'src/copy': ['src/documents', 'src/answer', 'src/library'],
  'src/discord': ['src/documents', 'src/index', 'src/answer', 'src/library', 'src/copy'],
  'src/commands': ['src/documents', 'src/index', 'src/answer', 'src/library', 'src/copy', 'src/discord'],
  'src/operations': [
    'src/documents',
    'src/parsing',
    'src/index',
    'src/answer',
    'src/store',
    'src/library',
    'src/copy',
    'src/discord',
  ],
  'src/cli': ['src/documents', 'src/index', 'src/answer', 'src/library', 'src/store', 'src/copy'],
};

test('every folder has its place, and its imports point one way', () => {
  const inFolders = source.filter(({ folder }) => folder !== 'src');
  expect(inFolders.map(({ folder }) => folder).filter((folder) => !(folder in MAY_USE))).toEqual([]);
  const wrong = wrongImports(inFolders, (target, { folder }) => {
    const other = folderOf(target);
    return target.endsWith('.ts') && other !== folder && !MAY_USE[folder]?.includes(other);
  });
  expect(wrong).toEqual([]);
});

test('no module imports itself by way of others, not even for a type', () => {
  expect(cyclesIn(everything)).toEqual([]);
});

test('the product does not know the playground, but where it starts it; the playground does not know the product', () => {
  const wrong = wrongImports(everything, (target, { path }) => {
    if (path.startsWith('playground/')) return target.startsWith('src/');
    return target.startsWith('playground/') && path !== 'src/start.ts' && path.startsWith('src/');
  });
  expect(wrong).toEqual([]);
});

test('documents, index and answer do no IO, read no clock and know no Discord', () => {
  // What reads a folder.
  const host = /^src\/documents\/folder(-files)?\.ts/;
  const core = source.filter(
    ({ folder, path }) => /^src\/(documents|index|answer)$/.test(folder) && !host.test(path),
  );
  const io = [
    'node:fs',
    'node:net',
    'node:http',
    'node:https',
    'node:child_process',
    'node:worker_threads',
    'undici',
  ];
  expect(wrongImports(core, (target) => isPackage(target, ...io, 'pino', 'discord.js'))).toEqual([]);
  // A method that is called fetch is another matter than calling it.
  const clocks = /\bDate\.now\b|\bnew Date\(\)|\bperformance\.|\bprocess\.|(?<!async )\bfetch\(|\bconsole\./;
  expect(core.filter(({ text }) => clocks.test(text)).map(({ path }) => path)).toEqual([]);
});

test('what others wrote is read in the processes for it, and nowhere else', () => {
  const readers = /^src\/(parsing\/readers|documents\/read)\.ts$/;
  const child = /^src\/parsing\/(parse-child|readers)\.ts$/;
  const others = source.filter(({ path }) => !child.test(path));
  expect(wrongImports(others, (target) => readers.test(target))).toEqual([]);
  const outside = source.filter(({ folder }) => folder !== 'src/documents');
  // What is written as YAML is our own.
  expect(
    outside.filter(({ text }) => /\bparse\w*\b.* from 'yaml'/.test(text)).map(({ path }) => path),
  ).toEqual([]);
  // Each of these takes a file; a type may be used anywhere.
  const direct =
    /(?:import \{[^}]*(?<!type )\b|import\(.*\)\)\.)read(?:AskedFile|FrontMatter|Glossary|Judged|Robots|Sidecar)\b/;
  expect(outside.filter(({ text }) => direct.test(text)).map(({ path }) => path)).toEqual([
    'src/parsing/readers.ts',
  ]);
});

test('a question is read in one place: ranking and answer look at what was read, and read nothing again', () => {
  const reading =
    /^src\/index\/(translate\/|query\/(?:read-terms|spelling|synonyms|sub-questions|glossary-match)\.ts)/;
  const after = source.filter(({ path }) => /^src\/(index\/ranking|answer)\//.test(path));
  expect(wrongImports(after, (target) => reading.test(target))).toEqual([]);
});

test('one module imports MiniSearch', () => {
  const importers = everything.filter(({ imports }) =>
    imports.some((target) => isPackage(target, 'minisearch')),
  );
  expect(importers.filter(({ path }) => path.startsWith('src/')).map(({ path }) => path)).toHaveLength(1);
});

test('only discord/, commands/ and bot.ts import discord.js', () => {
  const others = source.filter(({ path }) => !/^src\/(discord\/|commands\/|bot\.ts$)/.test(path));
  expect(
    wrongImports(others, (target) => isPackage(target, 'discord.js', 'discord-api-types', '@discordjs')),
  ).toEqual([]);
});

test('only store/ imports a database driver', () => {
  const others = everything.filter(({ folder }) => folder !== 'src/store' && folder !== 'bench');
  expect(wrongImports(others, (target) => isPackage(target, 'kysely', 'libsql', 'pg'))).toEqual([]);
});

test('only sources/ reaches out to the web', () => {
  const others = everything.filter(({ folder }) => folder !== 'src/sources');
  expect(wrongImports(others, (target) => isPackage(target, 'undici'))).toEqual([]);
});

test('only operations/ counts and answers over HTTP', () => {
  const others = source.filter(({ folder }) => folder !== 'src/operations');
  expect(wrongImports(others, (target) => isPackage(target, 'prom-client', 'node:http'))).toEqual([]);
});

test('only main.ts reads the environment', () => {
  const readers = everything.filter(
    ({ path, text }) => !/^(bench|tools)\//.test(path) && text.includes('process.env'),
  );
  expect(readers.map(({ path }) => path)).toEqual(['src/main.ts']);
});

test('a published index is never edited', () => {
  const indexing = source.filter(({ folder }) => folder === 'src/index');
  const editors = indexing.filter(({ text }) => /\.(discard|discardAll|removeAll|vacuum)\(/.test(text));
  expect(editors.map(({ path }) => path)).toEqual([]);
});

test('only the router’s responders answer interactions', () => {
  const senders = source.filter(({ text }) =>
    /\.(reply|editReply|deferReply|followUp|deferUpdate|showModal)\(/.test(text),
  );
  expect(senders.map(({ path }) => path)).toEqual(['src/discord/interaction.ts']);
});

test('no drawers for odds and ends, no barrels', () => {
  const paths = everything.map(({ path }) => path);
  expect(paths.filter((path) => /(^|\/)(utils?|helpers?|types|common|misc)(\/|\.ts$)/.test(path))).toEqual(
    [],
  );
  expect(paths.filter((path) => path.endsWith('/index.ts'))).toEqual([]);
  const reexports = everything.filter(({ text }) => /^export \* from/m.test(text));
  expect(reexports.map(({ path }) => path)).toEqual([]);
});

test('no module is over 300 lines', () => {
  const long = everything.filter(({ text }) => text.split('\n').length > 301);
  expect(long.map(({ path }) => path)).toEqual([]);
});

test('links between the documents of the project lead somewhere', () => {
  const dead = readdirSync('.', { encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(dirname(file), target)))
        .map((target) => `${file}: ${target}`),
    );
  expect(dead).toEqual([]);
});
