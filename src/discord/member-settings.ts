import { LRUCache } from 'lru-cache';
import type { GuildSettings } from '../library/library.js';
import type { Services } from './command.js';

/** Servers whose settings are remembered for as long as they cannot be read. */
const MAX_GUILDS = 5_000;

/**
 * What is meant where nothing is known of a server: nobody but the asker sees an answer and nothing is kept, as the server
 * may have set just that.
 */
const UNKNOWN: GuildSettings = { answersPrivate: true, questionLog: false };

/** Gives what is set for the members of a server, `null` for a direct message: read when first asked for, and once. */
export type MemberSettings = (guildId: string | null) => () => Promise<GuildSettings>;

/**
 * What is set for the members of servers. Answers come from memory, so members get them even where the settings cannot be
 * read: by those that were read last. The log says so. What is returned never rejects.
 */
export function createMemberSettings({ library, log }: Pick<Services, 'library' | 'log'>): MemberSettings {
  const last = new LRUCache<string, GuildSettings>({ max: MAX_GUILDS });

  async function read(guildId: string | null): Promise<GuildSettings> {
    if (guildId === null) return {};
    try {
      const settings = await library.settings(guildId);
      last.set(guildId, settings);
      return settings;
    } catch (error) {
      log.error({ err: error }, 'the settings of a server could not be read');
      return last.get(guildId) ?? UNKNOWN;
    }
  }

  return (guildId) => {
    let settings: Promise<GuildSettings> | undefined;
    return () => {
      settings ??= read(guildId);
      return settings;
    };
  };
}
