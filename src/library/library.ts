import type { Snapshot } from '../index/snapshot.js';

/** What is live? One interaction asks once and works on that snapshot from beginning to end. */
export interface Library {
  /** What the members of a server see now; `null` for a direct message. */
  current(guildId: string | null): Promise<Snapshot>;
}
