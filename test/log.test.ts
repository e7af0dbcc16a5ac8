import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { log as words } from '../src/copy/host.js';

// What a person who looks on sees of the log: lines that documents have a part in, and no more than lines.

const module = new URL('../src/log.js', import.meta.url).href;

/** What a process prints that logs this, readable or as JSON. */
async function logged(isTerminal: boolean, message: string): Promise<string> {
  const program = `
    const { createLog } = await import(${JSON.stringify(module)});
    const log = await createLog('info', { out: process.stderr, isTerminal: ${isTerminal} });
    const error = new Error(${JSON.stringify(message)});
    log.warn({ err: error, file: ${JSON.stringify(message)} }, ${JSON.stringify(message)});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  return text(child.stderr);
}

const hostile = 'a\u001b]0;owned\u0007b\u009b2Jc\n[12:00:00] INFO: all is well';

test('nothing that is logged is obeyed by a terminal, or passes for a line of its own', async () => {
  const shown = await logged(true, hostile);
  expect(shown).toContain('all is well');
  // The colours are the log's own.
  expect(shown.replace(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  expect(shown).not.toMatch(/^\[12:00:00\] INFO/m);
});

test('a line of JSON holds the same, and no character that is obeyed', async () => {
  const shown = await logged(false, hostile);
  expect(JSON.parse(shown)).toMatchObject({ level: 'warn', msg: hostile, file: hostile });
  expect(shown.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
});

test('a log that nobody reads holds nothing up: what does not fit is left out, and counted when it is read again', async () => {
  const program = `
    const { createLog } = await import(${JSON.stringify(module)});
    const log = await createLog('info', { out: process.stderr, isTerminal: false });
    for (let number = 0; number < 30_000; number++) log.info({ number }, 'a line of some hundred letters'.repeat(4));
    process.stdout.write('written');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  // All has been logged while nobody has read any of it.
  const [written] = await once(child.stdout, 'data');
  expect(`${written}`).toBe('written');
  const lines = (await text(child.stderr)).trimEnd().split('\n');
  const read = lines.map((line) => JSON.parse(line));
  const told = read.at(-1);
  expect(told).toMatchObject({ level: 'warn', msg: words.leftOut });
  expect(told.lines).toBe(30_000 - (read.length - 1));
  expect(read.slice(0, -1).map(({ number }) => number)).toEqual([...Array(read.length - 1).keys()]);
});
