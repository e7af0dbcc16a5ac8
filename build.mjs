// Compiles src/ and playground/ to dist/ where a source is newer than the last build, so that a start does not wait for
// a compiler that finds nothing to do. Types are checked by `npm test`.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const stamp = join(root, 'dist/build.tsbuildinfo');
const inputs = [
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  ...sources('src'),
  ...sources('playground'),
];

function sources(folder) {
  return readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name));
}

function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

if (Math.max(...inputs.map((file) => changedAt(join(root, file)))) > changedAt(stamp)) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  const now = new Date();
  utimesSync(stamp, now, now);
}
