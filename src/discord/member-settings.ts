import type { GuildSettings } from '../library/library.js';
import type { Services } from './command.js';

/** Without settings answers are as usual, but nothing is kept: the server may have turned that off. */
const UNREADABLE: GuildSettings = { questionLog: false };

/**
 * What is set for the members of a server: read when it is first asked for, and once. Answers come from memory, so
 * members get them even where the settings cannot be read; the log says so. Never rejects.
 *
 * @param guildId `null` in a direct message, where nothing is set.
 */
export function memberSettings(
  guildId: string | null,
  { library, log }: Pick<Services, 'library' | 'log'>,
): () => Promise<GuildSettings> {
  let settings: Promise<GuildSettings> | undefined;
  return () => {
    settings ??= read();
    return settings;
  };

  async function read(): Promise<GuildSettings> {
    if (guildId === null) return {};
    try {
      return await library.settings(guildId);
    } catch (error) {
      log.error({ err: error }, 'the settings of a server could not be read');
      return UNREADABLE;
    }
  }
}
