import type { Services } from '../discord/command.js';
import type { GuildSettings } from '../library/library.js';

/**
 * What is set for members of a server. Answers come from memory: where the settings cannot be had, members are
 * answered with the usual ones.
 */
export async function memberSettings(
  guildId: string | null,
  { library, log }: Services,
): Promise<GuildSettings> {
  if (guildId === null) return {};
  try {
    return await library.settings(guildId);
  } catch (error) {
    log.error({ err: error, guildId }, 'the settings of a server could not be read');
    return {};
  }
}
