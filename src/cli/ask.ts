import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type AnswerOptions, answerQuestion } from '../answer/answer.js';
import { explain } from '../answer/explain.js';
import { en } from '../copy/en/en.js';
import { start } from '../copy/host.js';
import { printable, printableLine } from '../copy/printable.js';
import { terminal } from '../copy/terminal.js';
import { FolderError } from '../documents/folder.js';
import type { Problem } from '../documents/problem.js';
import type { Snapshot } from '../index/snapshot.js';
import type { EmbedderOptions } from '../library/embedders.js';
import { type Knowledge, loadKnowledge, loadSnapshot } from '../library/knowledge-folder.js';
import { toJson } from './answer-json.js';
import { explanationText } from './explanation-text.js';
import { readableAnswer } from './readable-answer.js';
import { styleOf, type TerminalStyle } from './terminal-style.js';

/** Where the command reads and writes; of a process, or of a test. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

export interface AskOptions extends EmbedderOptions {
  /** The folder to ask where no other is named. */
  readonly knowledgeDir?: string;
}

const badUse = 2;

/**
 * `npm run ask`: answers on the terminal. Answers go to stdout and all else to stderr.
 *
 * @returns the exit code: 0, also where the documents do not answer; 2 for a wrong argument, a folder or document
 * that is not there, or a bad line of JSON (the other lines are answered).
 */
export async function runAsk(
  argv: readonly string[],
  streams: Streams,
  { knowledgeDir = 'knowledge', ...aidOptions }: AskOptions = {},
): Promise<number> {
  const fail = (message: string) => {
    streams.stderr.write(`${printable(message)}\n`);
    return badUse;
  };
  try {
    const { values, positionals } = readArguments(argv);
    if (values.help) {
      streams.stdout.write(`${terminal.usage}\n`);
      return 0;
    }
    const question = positionals.join(' ');
    const forms = [values.jsonl, values.text !== undefined, question !== ''].filter(Boolean).length;
    if (forms !== 1 || (values.explain && (values.json || question === ''))) return fail(terminal.usage);
    const folder = { ...aidOptions, knowledgeDir: values.knowledge ?? knowledgeDir };
    if (values.text !== undefined) return printText(await loadKnowledge(folder), values.text, streams);
    const { snapshot, problems } = await loadSnapshot(folder);
    printProblems(problems, streams);
    if (snapshot.documents.length === 0)
      streams.stderr.write(`${printableLine(terminal.noDocuments(folder.knowledgeDir))}\n`);
    const options = { gate: !values['no-gate'] };
    if (values.jsonl) return await answerLines(snapshot, options, streams);
    const form = values.explain ? 'explanation' : values.json ? 'json' : 'text';
    const style = styleOf(streams.stdout);
    streams.stdout.write(`${await answerText(snapshot, question, options, form, style)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof FolderError) return fail(start.folder[error.reason](error.dir));
    if (isArgumentError(error)) return fail(`${error.message}\n\n${terminal.usage}`);
    throw error;
  }
}

function readArguments(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      knowledge: { type: 'string' },
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      'no-gate': { type: 'boolean', default: false },
      text: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** What is wrong with single files does not stop the rest. */
function printProblems(problems: readonly Problem[], { stderr }: Streams): void {
  for (const problem of problems) stderr.write(`${printableLine(en.problem(problem))}\n`);
}

function printText({ documents, problems }: Knowledge, id: string, streams: Streams): number {
  const { stdout, stderr } = streams;
  printProblems(problems, streams);
  const document = documents.find((one) => one.id === id.normalize('NFC'));
  if (document) {
    // Exactly, where it goes into a file or another program.
    stdout.write('isTTY' in stdout && stdout.isTTY ? printable(document.text) : document.text);
    return 0;
  }
  const ids = documents.map((one) => one.id);
  stderr.write(`${printableLine(terminal.noDocument(id, ids))}\n`);
  return badUse;
}

async function answerText(
  snapshot: Snapshot,
  question: string,
  options: AnswerOptions,
  form: 'explanation' | 'json' | 'text',
  style: TerminalStyle,
): Promise<string> {
  const start = performance.now();
  if (form === 'explanation') return printable(explanationText(await explain(snapshot, question, options)));
  const answer = await answerQuestion(snapshot, question, options);
  const tookMs = performance.now() - start;
  return form === 'json'
    ? printable(JSON.stringify(toJson(undefined, answer, tookMs)))
    : readableAnswer(answer, style);
}

const questionLine = z.object({ id: z.string(), question: z.string(), locale: z.string().optional() });

/** One line of JSON in, one out, in order; a bad line gets none, but an error. */
async function answerLines(
  snapshot: Snapshot,
  options: AnswerOptions,
  { stdin, stdout, stderr }: Streams,
): Promise<number> {
  let code = 0;
  let number = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    const text = number === 1 ? line.replace(/^\uFEFF/, '') : line;
    if (text.trim() === '') continue;
    const read = readLine(text);
    if ('problem' in read) {
      stderr.write(`${printableLine(terminal.badLine(number, read.problem))}\n`);
      code = badUse;
      continue;
    }
    const start = performance.now();
    const answer = await answerQuestion(snapshot, read.question, options);
    stdout.write(`${printable(JSON.stringify(toJson(read.id, answer, performance.now() - start)))}\n`);
  }
  return code;
}

function readLine(line: string): z.infer<typeof questionLine> | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { problem: terminal.notJson };
  }
  const parsed = questionLine.safeParse(value);
  return parsed.success
    ? parsed.data
    : { problem: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
}
