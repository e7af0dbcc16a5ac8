import { LRUCache } from 'lru-cache';
import type { GuildSettings } from '../library/library.js';
import type { Services } from './command.js';
import type { Wait } from './respond.js';

/** Servers whose settings are kept in memory. */
const MAX_GUILDS = 5_000;
/** A member waits for settings that are not in memory no longer than that: what remains of the 3 s is for the answer. */
const PATIENCE_MS = 700;

/**
 * What is meant where nothing is known of a server: nobody but the asker sees an answer and nothing is kept, as the server
 * may have set just that.
 */
const UNKNOWN: GuildSettings = { answersPrivate: true, questionLog: false };

/** Gives what is set for the members of a server, `null` for a direct message: the same however often it is called. */
export type MemberSettings = (guildId: string | null) => () => Promise<GuildSettings>;

interface Known {
  readonly settings: GuildSettings;
  /** How many changes had been told of when they were read: after one more they may be others. */
  readonly changes: number;
}

/**
 * What is set for the members of servers: from memory, and read again where the database has told of a change. Answers do
 * not wait for a database that is slow, or fail with one that is away: they go by what was read last. The log says so, once
 * until it works again. What is returned never rejects.
 */
export function createMemberSettings(
  { library, log }: Pick<Services, 'library' | 'log'>,
  wait: Wait,
): MemberSettings {
  const known = new LRUCache<string, Known>({ max: MAX_GUILDS });
  const reading = new Map<string, Promise<GuildSettings>>();
  let changes = 0;
  let isFailing = false;
  library.watchSettings(() => {
    changes += 1;
    reading.clear();
  });

  async function read(guildId: string): Promise<GuildSettings | undefined> {
    const told = changes;
    try {
      const settings = await library.settings(guildId);
      known.set(guildId, { settings, changes: told });
      isFailing = false;
      return settings;
    } catch (error) {
      if (!isFailing) log.error({ err: error }, 'the settings of servers cannot be read');
      isFailing = true;
      return undefined;
    }
  }

  /** All who ask meanwhile wait for the same reading, and until the same moment. */
  function readInTime(guildId: string): Promise<GuildSettings> {
    const last = () => known.get(guildId)?.settings ?? UNKNOWN;
    const whole = read(guildId).then((settings) => settings ?? last());
    const inTime = Promise.race([whole, wait(PATIENCE_MS).then(last)]);
    reading.set(guildId, inTime);
    void whole.then(() => reading.get(guildId) === inTime && reading.delete(guildId));
    return inTime;
  }

  async function settingsOf(guildId: string | null): Promise<GuildSettings> {
    if (guildId === null) return {};
    const found = known.get(guildId);
    if (found?.changes === changes) return found.settings;
    return reading.get(guildId) ?? readInTime(guildId);
  }

  return (guildId) => {
    let settings: Promise<GuildSettings> | undefined;
    return () => {
      settings ??= settingsOf(guildId);
      return settings;
    };
  };
}
