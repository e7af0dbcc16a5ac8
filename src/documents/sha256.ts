import { createHash } from 'node:crypto';

/** The name of what is kept under its content. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
