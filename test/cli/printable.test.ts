import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runAsk } from '../../src/cli/ask.js';
import { runCheck } from '../../src/cli/check.js';
import { runKnowledge } from '../../src/cli/knowledge.js';
import { printable, printableLine } from '../../src/copy/printable.js';
import { setUp } from '../support/knowledge-base.js';

// No document and no file's name does anything to a terminal: it moves no cursor, sets no title, and passes for no line of
// ours.

// Clears the screen; sets the title of the window; the same two as one character of C1; goes back in the line.
const HOSTILE = '\u001b[2J\u001b]0;owned\u0007\u009b2J\u009d0;owned\u009c\rGone';
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
const question = 'When does the ferry to the island leave?';
// A carriage return would end the line of a text file.
const ferry = `The ferry to the island leaves at noon ${HOSTILE.replace('\r', '')}.`;

describe('text for a terminal', () => {
  const any = fc.string({ unit: 'binary', maxLength: 60 });

  test('has nothing that is obeyed, and one line where one is meant', () => {
    fc.assert(
      fc.property(any, (given) => {
        expect(printable(given)).not.toMatch(OBEYED);
        expect(printableLine(given)).not.toMatch(/[\r\n\u2028\u2029]/);
      }),
    );
  });

  test('in JSON is the same value', () => {
    fc.assert(
      fc.property(any, (value) => {
        expect(JSON.parse(printable(JSON.stringify({ value })))).toEqual({ value });
      }),
    );
  });

  test('is as it was where nothing is obeyed', () => {
    const plain = 'Names: 华为昇腾, ñ, 😀 – “quoted”\n\tand a tab';
    expect(printable(plain)).toBe(plain);
  });
});

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  await writeFile(join(folder, 'ferry.txt'), `Ferry${HOSTILE}\n\n${ferry}\n`);
  await writeFile(join(folder, `empty\u001b[2J\n! all is well.md`), '');
});

afterAll(() => rm(folder, { recursive: true }));

async function ask(argv: readonly string[], isTTY = false, input = '') {
  const [stdout, stderr] = [Object.assign(new PassThrough(), { isTTY }), new PassThrough()];
  const stdin = Readable.from([input]);
  await runAsk(['--knowledge', folder, ...argv], { stdin, stdout, stderr }, { semantic: false });
  stdout.end();
  stderr.end();
  return { out: await text(stdout), err: await text(stderr) };
}

describe('npm run ask', () => {
  test.each([
    ['for a person', [question]],
    ['with what led to it', ['--explain', question]],
    ['as JSON', ['--json', question]],
  ])('answers %s', async (_, argv) => {
    const { out, err } = await ask(argv);
    expect(out).toContain('ferry to the island leaves at noon');
    expect(out + err).not.toMatch(OBEYED);
    // One of the empty file, and one of the characters that are not seen.
    expect(err.trim().split('\n')).toHaveLength(2);
  });

  test('answers lines of JSON, and says what is wrong with a line', async () => {
    const { out, err } = await ask(
      ['--jsonl'],
      false,
      `${JSON.stringify({ id: 'a', question })}\n{"\u001b": 1}\n`,
    );
    const { excerpts, closest } = JSON.parse(out);
    expect([...excerpts, ...closest][0].text).toContain('\u001b[2J');
    expect(out + err).not.toMatch(OBEYED);
  });

  test('prints the text of a document exactly into a file, and as it can be shown on a terminal', async () => {
    expect((await ask(['--text', 'ferry'])).out).toContain(ferry);
    expect((await ask(['--text', 'ferry'], true)).out).not.toMatch(OBEYED);
  });
});

test('the check names a file on one line', async () => {
  const printed: string[] = [];
  await runCheck({ knowledgeDir: folder, print: (line) => printed.push(line) });
  expect(printed.join('')).toContain('all is well');
  for (const line of printed) expect(line).not.toMatch(/[\n\u001b]/);
});

test('npm run knowledge lists and previews documents', async () => {
  const bench = await setUp();
  try {
    await bench.write('ferry.txt', `Ferry${HOSTILE}\n\n${ferry}\n`);
    await bench.open();
    await bench.write('ferry.txt', `Ferry${HOSTILE}\n\n${ferry.replace('noon', 'nine')}\n`);
    for (const task of ['list', 'refresh', 'history', 'nonsense\u001b[2J']) {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()];
      await runKnowledge([task], { stdout, stderr }, () => bench.open(), bench.databaseUrl);
      stdout.end();
      stderr.end();
      const printed = (await text(stdout)) + (await text(stderr));
      expect(printed).not.toBe('');
      expect(printed).not.toMatch(OBEYED);
    }
  } finally {
    await bench.end();
  }
});
