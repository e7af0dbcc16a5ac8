import { createHash, webcrypto } from 'node:crypto';

/** The name of what is kept under its content. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The same of a large file, worked out on another thread: several of them would hold up everything else. */
export async function sha256Aside(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
