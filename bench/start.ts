import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { mixedTexts, readMaterial } from './mixed-corpus.js';
import type { StartFigures } from './start-process.js';

/*
 * From the start of the process until the bot is ready, where nothing is kept from before and then again with what is:
 *
 *   node dist/bench/start.js [--passages 10000] [--warm 3] [--eval FOLDER]
 *
 * The documents have ten passages each, of sentences that ship or of the collections in a folder (as `bench/speed.ts`).
 */

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '10000' },
    warm: { type: 'string', default: '3' },
    eval: { type: 'string' },
  },
});
const PASSAGES_A_DOCUMENT = 10;

const home = await mkdtemp(join(tmpdir(), 'bench-start-'));
await writeDocuments();
console.log(
  '| start | seconds | of the processor | memory, MB | longest stall after it, ms |\n|---|---|---|---|---|',
);
for (let n = 0; n <= Number(values.warm); n++) {
  const { seconds, processor, memory, stall } = await started();
  const cells = [seconds.toFixed(2), processor.toFixed(2), memory.toFixed(0), stall.toFixed(0)];
  console.log(`| ${n === 0 ? 'the first' : 'again'} | ${cells.join(' | ')} |`);
}
await rm(home, { recursive: true });

async function writeDocuments(): Promise<void> {
  const texts = mixedTexts(await readMaterial(values.eval), Number(values.passages));
  await mkdir(join(home, 'knowledge'));
  await mkdir(join(home, 'data'));
  for (let first = 0; first < texts.length; first += PASSAGES_A_DOCUMENT) {
    const some = texts.slice(first, first + PASSAGES_A_DOCUMENT);
    const paragraphs = some.map(({ text }) => text).join('\n\n');
    const file = join(home, 'knowledge', `document-${first / PASSAGES_A_DOCUMENT}.txt`);
    await writeFile(file, `${some[0]?.title}\n\n${paragraphs}\n`);
  }
}

async function started(): Promise<StartFigures> {
  const program = fileURLToPath(new URL('./start-process.js', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program], { cwd: home });
  return JSON.parse(stdout);
}
