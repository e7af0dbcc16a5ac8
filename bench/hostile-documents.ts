import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { answerQuestion } from '../src/answer/answer.js';
import { en } from '../src/copy/en/en.js';
import { quotationBlocks } from '../src/discord/quotation.js';
import { render } from '../src/discord/render.js';
import { heldFile } from '../src/documents/original-file.js';
import type { Library } from '../src/library/library.js';
import { openHostLibrary } from '../src/open-library.js';
import { createParsers, type Parsers } from '../src/parsing/parsers.js';
import { type HostileFile, hostileFiles } from './hostile-files.js';
import { stallMeter } from './stalls.js';

/*
 * How long the bot stands still when a moderator of a server adds a hostile document, and when members then ask:
 *
 *   node dist/bench/hostile-documents.js [--only NAME] [--seconds 180]
 *
 * Each document is read by the parsers' process, previewed, published and asked about, in a process of its own that may use
 * 2 GB. The figures are milliseconds: the most that its main thread worked without a turn of the event loop, which is how long
 * all other servers waited; reading itself is another process.
 */

const MEGABYTES = 2_048;
const STEPS = ['reading', 'preview', 'publishing', 'asking', 'showing'] as const;

const { values } = parseArgs({
  options: { only: { type: 'string' }, seconds: { type: 'string', default: '180' } },
});
const seconds = Number(values.seconds);
if (values.only) console.log(await measure(values.only));
else {
  console.log(`| document | what comes of it | ${STEPS.join(' | ')} | seconds in all | memory, MB |`);
  console.log(`|---|---|${STEPS.map(() => '--:|').join('')}--:|--:|`);
  for (const name of Object.keys(hostileFiles)) console.log(`| ${name} | ${await inOwnProcess(name)} |`);
}

async function inOwnProcess(name: string): Promise<string> {
  const args = [`--max-old-space-size=${MEGABYTES}`, fileURLToPath(import.meta.url), '--only', name];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: seconds * 1_000 });
    return stdout.trim();
  } catch (error) {
    const isLate = error instanceof Error && 'killed' in error && error.killed === true;
    const what = isLate
      ? `stands still for over ${seconds} s`
      : 'ends the bot: out of memory, or an exception';
    return [what, ...STEPS.map(() => ''), '', ''].join(' | ');
  }
}

async function measure(name: string): Promise<string> {
  const file = hostileFiles[name];
  if (!file) throw new Error(`no document of the name "${name}"`);
  const home = await mkdtemp(join(tmpdir(), 'bench-hostile-'));
  // More than the bot gives: what passes on a fast machine is what holds up the others.
  const parsers = createParsers({ seconds: 60, megabytes: 1_024 });
  const library = await openLibraryIn(home, parsers);
  // The first ones compile the code.
  for (let i = 0; i < 5; i++) await answerQuestion(await library.current('1'), file.question);
  await delay(100);
  const stalls = new Map<(typeof STEPS)[number], number>();
  const step = stepMeter((of, stall) => stalls.set(of, stall));
  const start = performance.now();
  const outcome = await addAndAsk(library, parsers, file, step);
  const seconds = ((performance.now() - start) / 1_000).toFixed(1);
  const memory = Math.round(process.resourceUsage().maxRSS / 1_024);
  await library.close();
  await parsers.close();
  await rm(home, { recursive: true });
  const cells = STEPS.map((of) => (stalls.has(of) ? `${Math.round(stalls.get(of) ?? 0)}` : ''));
  return [outcome, ...cells, seconds, memory].join(' | ');
}

async function openLibraryIn(home: string, parsers: Parsers): Promise<Library> {
  const folder = join(home, 'knowledge');
  await mkdir(folder);
  await writeFile(join(folder, 'shared.md'), '# Shared\n\nThe Model-Chip alliance has ten members.\n');
  return openHostLibrary({
    config: {
      databaseUrl: `file:${join(home, 'bot.db')}`,
      knowledgeDir: folder,
      semantic: true,
      serverLimits: { documents: 200, bytes: 20_000_000, passages: 50_000, storage: 1e9 },
    },
    cacheDir: join(home, 'cache'),
    parsers,
    onEvent: () => {},
  });
}

type Step = <T>(name: (typeof STEPS)[number], work: () => Promise<T>) => Promise<T>;

async function addAndAsk(
  library: Library,
  parsers: Parsers,
  { path, text, question }: HostileFile,
  step: Step,
): Promise<string> {
  const file = { path, bytes: Buffer.from(text) };
  const { document, problems } = await step('reading', () => parsers.ofServer('1').document(file));
  const remarks = problems.map(({ kind }) => kind).join(', ');
  if (!document) return `refused: ${remarks}`;
  const request = { collection: 'guild:1', guildId: '1', by: 'moderator' } as const;
  const addition = { document, original: heldFile(file), origin: { kind: 'file', name: path } } as const;
  const proposal = await step('preview', () => library.add(request, addition));
  if (proposal.kind !== 'draft') return `not added: ${proposal.kind}`;
  await step('publishing', () => library.publish(proposal, 'moderator', true));
  const snapshot = await library.current('1');
  for (const asked of [question, document.title.slice(0, 500), 'How many members are there?']) {
    const answer = await step('asking', () => answerQuestion(snapshot, asked, { giveWay: nextTurn }));
    await step('showing', async () => {
      const log = { error: () => {} } as never;
      const heading = { kind: 'heading', text: document.title } as const;
      render(
        { tone: 'answer', blocks: [heading, ...quotationBlocks(snapshot, answer.excerpts, en, log)] },
        en,
      );
    });
  }
  return remarks === '' ? 'read' : `read, with ${remarks}`;
}

/** Measures the longest stall of each step, in milliseconds of work. */
function stepMeter(tell: (step: (typeof STEPS)[number], stall: number) => void): Step {
  const longestStall = stallMeter();
  const longest = new Map<string, number>();
  return async (name, work) => {
    await delay(5);
    longestStall();
    const result = await work();
    await delay(5);
    const stall = Math.max(longest.get(name) ?? 0, longestStall().worked);
    longest.set(name, stall);
    tell(name, stall);
    return result;
  };
}
