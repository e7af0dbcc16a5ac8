import type { Guild } from './guilds.js';
import type { UserName, World } from './world.js';

/** Where the application is installed: in servers, with its bot, and on people, who take it along everywhere. */
export interface Installs {
  inGuild(guildId: string): boolean;
  onUser(userId: string): boolean;
  /** The servers that the bot is in. */
  guilds(): Guild[];
  addGuild(guild: Guild): void;
  removeGuild(guild: Guild): void;
}

const ON_USERS: readonly UserName[] = ['member', 'moderator'];

export function createInstalls({ guilds, users, bot }: World): Installs {
  const all = Object.values(guilds);
  const hasBot = ({ members }: Guild) => members.some(({ user }) => user.id === bot.id);
  const inGuilds = new Set(all.filter(hasBot).map(({ id }) => id));
  const onUsers = new Set(ON_USERS.map((name) => users[name].id));
  return {
    inGuild: (id) => inGuilds.has(id),
    onUser: (id) => onUsers.has(id),
    guilds: () => all.filter(({ id }) => inGuilds.has(id)),
    addGuild: ({ id }) => void inGuilds.add(id),
    removeGuild: ({ id }) => void inGuilds.delete(id),
  };
}
