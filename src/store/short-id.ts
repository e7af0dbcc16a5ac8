import { randomBytes } from 'node:crypto';

/** Eight characters, random: short enough for a custom id, too many to guess (2^48). */
export function shortId(): string {
  return randomBytes(6).toString('base64url');
}
