import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from 'scslre';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parseAst } from 'vitest/node';

// Text from outside may be as long as its bounds allow, and a pattern that begins anew from every place, or parts a
// text in more ways than one, takes a time that grows with the square of that, or worse. So every regular expression
// of the product is looked at: those that are written as such are read from the compiled modules; those that are put
// together are noted while the modules are loaded.

/** Compiled: this file is run from there too. */
const root = join(import.meta.dirname, '..');

/** These begin to work when they are loaded. What they have is written as such. */
const PROGRAMS = /main\.js$|parsing\/parse-(?:child|watch)\.js$/;

/** Patterns that are put together of words while the bot works; each has been looked at with words of every kind. */
const PUT_TOGETHER = new Map([
  ['src/index/query/initials.js', 'seven letters at most, one after the other with a space between'],
  ['src/index/translate/word-list.js', 'spellings of the word list: a few fixed letters each'],
  ['src/answer/details/names.js', 'the words of a name with white space between'],
  ['src/documents/formats/html/dom.js', 'a fixed pattern, made anew for its place'],
  ['playground/rest/router.js', 'the paths of the routes, one fixed name after the other'],
]);

/** What is slow on long texts and gets none: the pattern by its beginning, and what bounds its text. */
const BOUNDED = new Map([
  ['playground/markdown-inline.js (`+)', 'a message, 4,000 characters'],
  ['playground/markdown.js ```(?:', 'a message, 4,000 characters'],
]);

interface Pattern {
  readonly module: string;
  readonly source: string;
  readonly flags: string;
}

const modules = ['src', 'playground'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
const written = new Map(modules.map((module) => [module, patternsWrittenIn(module)]));
const made: Pattern[] = [];

beforeAll(async () => {
  // Others may have loaded them before, when nobody looked.
  vi.resetModules();
  const Native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args, newTarget) {
      const pattern: RegExp = Reflect.construct(target, args, newTarget);
      const maker = /(?:src|playground)\/[\w/.-]+\.[jt]s/.exec(callerOf(new Error().stack))?.[0];
      if (maker)
        made.push({ module: maker.replace(/ts$/, 'js'), source: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  try {
    for (const module of modules) if (!PROGRAMS.test(module)) await import(join(root, module));
  } finally {
    globalThis.RegExp = Native;
  }
}, 60_000);

/** The line of a stack that says where a pattern was made: behind the two of the proxy. */
function callerOf(stack = ''): string {
  return stack.split('\n')[2] ?? '';
}

interface Written {
  readonly patterns: readonly Pattern[];
  /** How often the module says `new RegExp`. */
  readonly made: number;
}

function patternsWrittenIn(module: string): Written {
  const patterns: Pattern[] = [];
  let count = 0;
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, regex, callee } = node as {
      type?: string;
      regex?: { pattern: string; flags: string };
      callee?: { name?: string };
    };
    if (type === 'Literal' && regex) patterns.push({ module, source: regex.pattern, flags: regex.flags });
    if (type === 'NewExpression' && callee?.name === 'RegExp') count++;
    Object.values(node).forEach(visit);
  };
  visit(parseAst(readFileSync(join(root, module), 'utf8')));
  return { patterns, made: count };
}

/** Whether a pattern takes a time that grows faster than its text does. */
function isSlow({ source, flags }: Pattern): boolean {
  return analyse({ source, flags }, { maxReports: 1 }).reports.length > 0;
}

function nameOf({ module, source }: Pattern): string {
  return `${module} ${source}`;
}

describe('every regular expression', () => {
  it('is found, whether it is written as such or put together', () => {
    expect([...written.values()].flatMap(({ patterns }) => patterns).length).toBeGreaterThan(400);
    const makers = new Set(made.map(({ module }) => module));
    const unseen = modules.filter((module) => written.get(module)?.made && !makers.has(module));
    expect(unseen.filter((module) => !PUT_TOGETHER.has(module))).toEqual([]);
  });

  it('takes a time that grows with its text and no faster', () => {
    const all = [...[...written.values()].flatMap(({ patterns }) => patterns), ...made];
    const slow = all.filter(isSlow).map(nameOf);
    const isBounded = (name: string) => [...BOUNDED.keys()].some((beginning) => name.startsWith(beginning));
    expect(slow.filter((name) => !isBounded(name))).toEqual([]);
    // None is listed that is not there any more, or has become fast.
    expect(
      [...BOUNDED.keys()].filter((beginning) => !slow.some((name) => name.startsWith(beginning))),
    ).toEqual([]);
  });
});

describe('the check itself', () => {
  it.each([
    ['begins anew from every place', String.raw`\s+$`, ''],
    ['parts a text in two ways', String.raw`^\w*\d*$`, ''],
    ['parts it in ever more ways', '^(?:a+)+$', ''],
    ['looks behind as far as it likes', String.raw`(?<=^\s*)-`, 'm'],
    ['knows the properties of characters', String.raw`\p{L}*\p{Lu}\d`, 'u'],
    ['knows the sets of characters', String.raw`[\p{L}--a]+$`, 'v'],
  ])('finds what %s', (_, source, flags) => {
    expect(isSlow({ module: '', source, flags })).toBe(true);
  });
});
