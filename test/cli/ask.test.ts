import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAsk } from '../../src/cli/ask.js';

const harbour = [
  'The Harbour',
  'Ships',
  'The ferry to the island leaves at noon. It takes forty minutes in calm weather.',
  'Fishing boats come home before dawn and sell their catch on the quay.',
].join('\n');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ask-'));
  await writeFile(join(folder, 'harbour.txt'), harbour);
});
afterAll(() => rm(folder, { recursive: true }));

async function ask(argv: string[], input = '') {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await runAsk(argv, { stdin: Readable.from([input]), stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

describe('npm run ask', () => {
  it('answers a question for a person, with where it stands', async () => {
    const { code, out } = await ask(['--knowledge', folder, 'When does the ferry leave?']);
    expect(code).toBe(0);
    expect(out).toContain('“The ferry to the island leaves at noon.');
    expect(out).toContain('The Harbour › Ships, paragraph 1');
  });

  it('says how it is used to who asks', async () => {
    expect(await ask(['--help'])).toEqual({ code: 0, out: expect.stringContaining('Usage'), err: '' });
  });

  it('of a folder without documents says so', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'empty-'));
    const { code, err } = await ask(['--knowledge', empty, 'When does the ferry leave?']);
    await rm(empty, { recursive: true });
    expect(code).toBe(0);
    expect(err).toContain('has no documents');
  });

  it('has colours on a terminal, and the same words without them in a pipe', async () => {
    const question = ['--knowledge', folder, 'When does the ferry leave?'];
    const terminal = Object.assign(new PassThrough(), { isTTY: true, hasColors: () => true });
    await runAsk(question, { stdin: Readable.from([]), stdout: terminal, stderr: new PassThrough() });
    const coloured = await text(terminal.end());
    expect(coloured).toContain('The \u001b[1mferry\u001b[22m to the island');
    expect(stripVTControlCharacters(coloured)).toBe((await ask(question)).out);
  });

  it('answers as JSON, with offsets into the canonical text', async () => {
    const { out } = await ask(['--knowledge', folder, '--json', 'When does the ferry leave?']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ answered: true, closest: [] });
    const [first] = answer.excerpts;
    expect(first).toMatchObject({
      document: 'harbour',
      title: 'The Harbour',
      section: 'Ships',
      paragraph: 1,
    });
    expect(harbour.slice(first.start, first.end)).toBe(first.text);
  });

  it('declines with exit code 0 what the documents do not answer', async () => {
    const { code, out } = await ask(['--knowledge', folder, 'Who won the chess championship?']);
    expect(code).toBe(0);
    expect(out).toContain('The documents don’t answer this.');
  });

  it('answers lines in order and reports the bad ones by number', async () => {
    const lines = [
      '{"id":"a","question":"ferry"}',
      'nonsense',
      '',
      '{"id":7}',
      '{"id":"b","question":"🔥","locale":"en"}',
    ];
    const { code, out, err } = await ask(['--knowledge', folder, '--jsonl'], lines.join('\n'));
    expect(code).toBe(2);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    ).toEqual(['a', 'b']);
    expect(err).toMatch(/^line 2: .*\nline 4: .*\n$/);
  });

  it('never declines without the gate where anything was found', async () => {
    const line = '{"id":"a","question":"Which ferry company went bankrupt in 1931 in Lisbon?"}';
    const gated = await ask(['--knowledge', folder, '--jsonl'], line);
    const open = await ask(['--knowledge', folder, '--no-gate', '--jsonl'], line);
    expect(JSON.parse(gated.out)).toMatchObject({ answered: false, verdict: 'none', excerpts: [] });
    expect(JSON.parse(open.out)).toMatchObject({ answered: true, verdict: 'answered', closest: [] });
  });

  it('prints the canonical text of a document, exactly', async () => {
    expect(await ask(['--knowledge', folder, '--text', 'harbour'])).toEqual({
      code: 0,
      out: harbour,
      err: '',
    });
  });

  it('names the folder or document that is not there, and the argument it does not know', async () => {
    const noFolder = await ask(['--knowledge', join(folder, 'nowhere'), 'x']);
    expect(noFolder).toMatchObject({ code: 2, out: '' });
    expect(noFolder.err).toContain('nowhere');
    const noDocument = await ask(['--knowledge', folder, '--text', 'lighthouse']);
    expect(noDocument).toMatchObject({ code: 2, out: '' });
    expect(noDocument.err).toContain('"lighthouse"');
    expect(await ask(['--jsn', 'x'])).toMatchObject({ code: 2, out: '' });
    expect(await ask([])).toMatchObject({ code: 2, out: '' });
  });
});
