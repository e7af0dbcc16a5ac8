import type { Asker } from '../discord/interaction-data.js';
import type { GuildSettings } from '../library/library.js';

/**
 * The server whose moderators get to know what the asker asks and says of answers; `undefined` where nothing is kept: the
 * server has turned that off or has not added the bot, or it is no server.
 */
export function keptFor(
  { guildId, hasBot }: Pick<Asker, 'guildId' | 'hasBot'>,
  { questionLog }: GuildSettings,
): string | undefined {
  return guildId !== null && hasBot && questionLog !== false ? guildId : undefined;
}
