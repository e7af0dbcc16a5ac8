import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

// What a person who looks on sees of the log: lines that documents have a part in, and no more than lines.

const module = new URL('../src/log.js', import.meta.url).href;

/** What a process prints that logs this, readable or as JSON. */
async function logged(isTerminal: boolean, message: string): Promise<string> {
  const program = `
    const { createLog } = await import(${JSON.stringify(module)});
    const log = await createLog('info', ${isTerminal});
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
