import { createHash } from 'node:crypto';

/** The name of what is kept under its content. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
