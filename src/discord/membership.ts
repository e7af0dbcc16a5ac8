import { type Client, calculateShardId, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { Membership } from '../library/library.js';

/**
 * Tells the library which servers the bot is in, so that the data of those it left is deleted in time.
 * @param greet Called once for a server that takes the bot in while it is connected: not after a restart, and not when a
 *   server comes back from an outage.
 */
export function followMembership(
  client: Client,
  library: Membership,
  greet: (guildId: string) => Promise<unknown>,
  log: Logger,
): void {
  const attempt = (work: Promise<unknown>) =>
    work.catch((error: unknown) => log.error({ err: error }, 'where the bot is could not be noted'));
  const joined = async (id: string) => {
    if (await library.guildJoined(id)) await greet(id);
  };
  client.on(Events.GuildCreate, ({ id }) => attempt(joined(id)));
  client.on(Events.GuildDelete, ({ id }) => attempt(library.guildLeft(id)));
  client.once(Events.ClientReady, () => attempt(noteMissed(client, library)));
}

/** What happened while the bot was not connected: in the servers of the client's shards. */
async function noteMissed(client: Client, library: Membership): Promise<void> {
  const noted = new Set(await library.guilds());
  for (const id of client.guilds.cache.keys()) if (!noted.has(id)) await library.guildJoined(id);
  for (const id of noted) {
    if (isOnShardOf(client, id) && !client.guilds.cache.has(id)) await library.guildLeft(id);
  }
}

function isOnShardOf({ ws, options: { shardCount = 1 } }: Client, guildId: string): boolean {
  return ws.shards.has(calculateShardId(guildId, shardCount));
}
