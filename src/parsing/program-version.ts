import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The folders of the program in which the readers and their tables are, and what bounds their results. */
const READERS = ['documents', 'parsing'];
/** What npm installed, and what it was asked to install; one of them may not be there. */
const INSTALLED = ['node_modules/.package-lock.json', 'package-lock.json'];

/** Where the program is, of which {@link programVersion} tells the version. */
export interface ProgramPlace {
  /** Where it is compiled to. */
  readonly program?: string;
  /** Where its libraries are installed. */
  readonly project?: string;
}

/** Changes whenever the readers may give another result. */
export function readersVersion(place?: ProgramPlace): Promise<string> {
  return programVersion(READERS, place);
}

/**
 * Changes whenever what some folders of the program work out may be another: a hash of their compiled modules and tables, of the
 * versions of all libraries, and of the runtime and its Unicode data, which decide where sentences end. A version number could
 * be forgotten.
 */
export async function programVersion(
  folders: readonly string[],
  {
    program = join(import.meta.dirname, '..'),
    project = join(import.meta.dirname, '../../..'),
  }: ProgramPlace = {},
): Promise<string> {
  const parts = [JSON.stringify(process.versions)];
  for (const folder of folders) parts.push(...(await filesOf(join(program, folder))));
  for (const name of INSTALLED) parts.push(await readFile(join(project, name), 'utf8').catch(() => ''));
  return hashOf(...parts);
}

/** Of each module and table under a folder its name and its text, in an order that is always the same. */
async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const read = names.filter((name) => /\.js(?:on)?$/.test(name)).sort();
  const texts = await Promise.all(read.map((name) => readFile(join(folder, name), 'utf8')));
  return read.flatMap((name, at) => [name, texts[at] ?? '']);
}

/** A hash of several parts, of which none can pass for two. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
