import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { en } from '../copy/en/en.js';
import { knowledgeTerminal as words } from '../copy/knowledge-terminal.js';
import { printable, printableLine } from '../copy/printable.js';
import { isMissing, messageOf } from '../documents/errors.js';
import type { Problem } from '../documents/problem.js';
import type { ChangeRequest, CollectionName, Library, Proposal, Step } from '../library/library.js';
import { makeFolder } from '../store/make-folder.js';
import { backUpTo, type DatabaseTask, restoreFrom } from './backup.js';
import { previewLines } from './preview-text.js';

/** Where the command writes: the streams of the process, or those of a test. */
export interface Output {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

const HOST = 'host';
const REFUSED = 1;
const BAD_USE = 2;
const MAX_LISTED = 50;

interface Task {
  readonly library: Library;
  readonly collection: CollectionName;
  readonly argument: string;
  readonly options: Options;
  readonly print: (line: string) => void;
  readonly refuse: (line: string, code?: number) => number;
  /** Says how far it is, so that nobody takes long work for a stuck one. */
  readonly onProgress: (step: Step) => void;
}

interface Options {
  readonly publish: boolean;
  readonly confirm: boolean;
  readonly 'leave-out': boolean;
  readonly revision?: string | undefined;
  readonly why?: string | undefined;
}

/** What is done with the database itself, which no library opens before. */
const DATABASE_TASKS: Readonly<Record<string, DatabaseTask>> = { backup: backUpTo, restore: restoreFrom };

/** The sub-commands, with the number of arguments that each takes. */
const TASKS: Readonly<Record<string, { takes: 0 | 1; run(task: Task): Promise<number> }>> = {
  refresh: { takes: 0, run: refresh },
  rollback: { takes: 1, run: rollback },
  list: { takes: 0, run: list },
  history: { takes: 0, run: history },
  export: { takes: 1, run: exportTo },
  takedown: { takes: 1, run: takedown },
};

/**
 * `npm run knowledge`: what moderators do in Discord, for the host on the terminal, also beside a running bot.
 *
 * @param open Opens the library, once the command line is found to be in order.
 * @param databaseUrl The database that the library is opened over.
 * @returns the exit code: 0; 1 where it was refused or is not there; 2 for a wrong argument.
 */
export async function runKnowledge(
  argv: readonly string[],
  { stdout, stderr }: Output,
  open: () => Promise<Library>,
  databaseUrl: string,
): Promise<number> {
  const print = (line: string) => void stdout.write(`${printableLine(line)}\n`);
  const refuse = (line: string, code = REFUSED) => {
    stderr.write(`${printable(line)}\n`);
    return code;
  };
  const read = readArguments(argv);
  if (typeof read === 'string') return refuse(read, BAD_USE);
  if ('help' in read) {
    for (const line of words.usage.split('\n')) print(line);
    return 0;
  }
  if ('onDatabase' in read) {
    const outcome = await read.onDatabase(databaseUrl, read.argument);
    if ('refused' in outcome) return refuse(outcome.refused);
    for (const line of outcome.said.split('\n')) print(line);
    return 0;
  }
  const library = await open();
  try {
    const onProgress = (step: Step) => void stderr.write(`${printableLine(en.knowledge.step(step))}\n`);
    return await read.run({ library, print, refuse, onProgress, ...read });
  } finally {
    await library.close();
  }
}

/** What to do, or what is wrong with the arguments. */
function readArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        collection: { type: 'string', default: 'shared' },
        publish: { type: 'boolean', default: false },
        confirm: { type: 'boolean', default: false },
        'leave-out': { type: 'boolean', default: false },
        revision: { type: 'string' },
        why: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { help: true } as const;
    const [name = '', ...rest] = positionals;
    const onDatabase = Object.hasOwn(DATABASE_TASKS, name) ? DATABASE_TASKS[name] : undefined;
    if (onDatabase && rest.length === 1) return { onDatabase, argument: rest[0] ?? '' };
    const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
    if (!task || rest.length !== task.takes) return words.usage;
    const { collection, help: _, ...options } = values;
    if (!isCollection(collection)) return words.badCollection(collection);
    return { run: task.run, argument: rest[0] ?? '', collection, options };
  } catch (error) {
    return `${messageOf(error)}\n\n${words.usage}`;
  }
}

function isCollection(name: string): name is CollectionName {
  return name === 'shared' || /^guild:\d+$/.test(name);
}

async function refresh(task: Task): Promise<number> {
  const { library, options } = task;
  return showProposal(task, await library.refresh({ ...requestOf(task), leaveOut: options['leave-out'] }));
}

async function rollback(task: Task): Promise<number> {
  const revision = revisionNumber(task.argument);
  if (revision === undefined) return task.refuse(words.badNumber(task.argument), BAD_USE);
  return showProposal(task, await task.library.rollback(requestOf(task), revision));
}

function requestOf({ collection, onProgress }: Task): ChangeRequest {
  return { collection, by: HOST, onProgress };
}

function revisionNumber(text: string): number | undefined {
  return /^(?:0|[1-9]\d{0,8})$/.test(text) ? Number(text) : undefined;
}

async function showProposal(task: Task, proposal: Proposal): Promise<number> {
  const { library, options, print, refuse } = task;
  if (proposal.kind === 'unchanged') {
    for (const problem of proposal.problems) print(`! ${en.problem(problem)}`);
    if (proposal.problems.some(isKept)) print(words.kept);
    print(words.refused(proposal));
    return 0;
  }
  if (proposal.kind !== 'draft') return refuse(words.refused(proposal));
  print(words.preview(proposal.base));
  for (const line of previewLines(proposal.preview)) print(line);
  if (proposal.preview.problems.some(isKept)) print(words.kept);
  if (!options.publish) {
    print(words.notLive);
    return 0;
  }
  const result = await library.publish(proposal, HOST, options.confirm);
  if (result.kind !== 'published') return refuse(words.unpublished[result.kind]);
  print(words.published(result.revision));
  return 0;
}

function isKept({ kind }: Problem): boolean {
  return kind === 'kept';
}

async function list({ library, collection, print }: Task): Promise<number> {
  const documents = await library.documents(collection);
  if (documents.length === 0) print(words.nothingPublished);
  for (const { document, passages } of documents) print(`${document.id}\t${passages}\t${document.title}`);
  return 0;
}

async function history({ library, collection, print }: Task): Promise<number> {
  const revisions = await library.revisions(collection, MAX_LISTED);
  if (revisions.length === 0) print(words.nothingPublished);
  else print(words.revisions);
  for (const { number, publishedAt, publishedBy, report, isKept } of revisions) {
    const what = words.report(report) + (isKept ? '' : words.letGo);
    print(`  ${number}\t${publishedAt.toISOString()}\t${publishedBy}\t${what}`);
  }
  const actions = await library.history(collection, MAX_LISTED);
  if (actions.length > 0) print(words.actions);
  for (const { at, actor, action, detail } of actions) {
    print(`  ${at.toISOString()}\t${actor}\t${action}\t${JSON.stringify(detail)}`);
  }
  return 0;
}

async function exportTo({
  library,
  collection,
  argument: folder,
  options,
  print,
  refuse,
}: Task): Promise<number> {
  const { revision: asked } = options;
  const revision = asked === undefined ? undefined : revisionNumber(asked);
  if (asked !== undefined && revision === undefined) return refuse(words.badNumber(asked), BAD_USE);
  if (!(await isFree(folder))) return refuse(words.notEmpty(folder));
  let files = 0;
  for await (const { file, problem } of library.export(collection, revision)) {
    if (problem) print(`! ${en.problem(problem)}`);
    const place = join(folder, file.path);
    const fault = await write(place, file.bytes);
    if (fault !== undefined) return refuse(words.cannotWrite(place, fault));
    files += 1;
  }
  if (files === 0)
    return refuse(revision === undefined ? words.nothingPublished : words.noRevision(revision));
  print(words.exported(files, folder));
  return 0;
}

/** Writes a file and the folders above it. @returns what the system says if it cannot */
async function write(place: string, bytes: Uint8Array): Promise<string | undefined> {
  try {
    await makeFolder(dirname(place));
    await writeFile(place, bytes);
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

/** Whether the folder is empty or not there yet, so that an export overwrites nothing. */
async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    return isMissing(error);
  }
}

async function takedown({
  library,
  collection,
  argument: document,
  options,
  print,
  refuse,
}: Task): Promise<number> {
  if (!options.why?.trim()) return refuse(words.whyNeeded, BAD_USE);
  const { entries } = await library.takedown(collection, document, options.why, HOST);
  if (entries === 0) return refuse(words.nothingTakenDown(document));
  print(words.takenDown(document, entries));
  return 0;
}
