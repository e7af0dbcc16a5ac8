import { fileURLToPath } from 'node:url';

/** The file that a database URL leads to; `undefined` where the database is on a server. */
export function fileOf(databaseUrl: string): string | undefined {
  if (databaseUrl.startsWith('file://')) return fileURLToPath(databaseUrl);
  return databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : undefined;
}
