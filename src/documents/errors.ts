/** What an error says. Anything can be thrown, also what is no `Error`. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The code of a system error, such as `ENOENT`; `''` where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Does the system say that a file or folder is not there? */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}
