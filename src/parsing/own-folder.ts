import { chmod, mkdir } from 'node:fs/promises';

/** Makes a folder that is its owner's alone, as it holds what the documents do. */
export async function makeOwn(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  // It may be there from before.
  await chmod(dir, 0o700);
}
