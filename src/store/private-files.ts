import { chmod, open, readdir, stat } from 'node:fs/promises';

/** Read and written by the owner alone: it holds what members asked, previews, and ids of moderators. */
const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;
/** What the group and all others may do. */
const OTHERS = 0o077;

/** What a folder of ours may hold besides the database: that of the playground, and what was parsed. */
const OURS = /^(?:cache|(?:bot|playground)\.db.*)$/;

/** Makes an empty file that only the owner may read, where nothing of that name is there or can be made. */
export async function makePrivateFile(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', PRIVATE_FILE)).close();
  } catch {
    // There already, or not to be made: whoever opens it finds out.
  }
}

/** Takes from others what they may do with a file or folder, where there is one and it is ours to change. */
export async function keepPrivate(path: string, mode = PRIVATE_FILE): Promise<void> {
  try {
    if (((await stat(path)).mode & OTHERS) !== 0) await chmod(path, mode);
  } catch {
    // Not there, or of another owner, who has decided who may read it.
  }
}

/**
 * Takes from others what they may do with a folder that holds nothing but what the bot keeps. In one that holds other
 * things, such as `/tmp`, it is not for us to say who may look: there the files' own modes protect them.
 * @param database The name of the database's file in it.
 */
export async function keepFolderPrivate(folder: string, database: string): Promise<void> {
  const names = await readdir(folder).catch(() => ['?']);
  const isOurs = names.every((name) => name.startsWith(database) || OURS.test(name));
  if (isOurs) await keepPrivate(folder, PRIVATE_FOLDER);
}
