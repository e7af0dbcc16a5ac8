// Compiles src/ and playground/ to dist/ where a source is newer than the last build, so that a start does not wait for
// a compiler that finds nothing to do. Types are checked by `npm test`.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
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

/** @param {string} why what only the person at the terminal can help */
function refuse(why) {
  console.error(why);
  process.exit(2);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  refuse(`Node.js ${process.versions.node} is too old: install 20.19 or later, from https://nodejs.org`);

if (Math.max(...inputs.map((file) => changedAt(join(root, file)))) > changedAt(stamp)) {
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  if (!existsSync(compiler)) refuse('What this needs is not installed yet. Run: npm ci');
  // Not among what is printed, which other programs may read.
  console.error('Compiling, which takes a moment…');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  const now = new Date();
  utimesSync(stamp, now, now);
}
