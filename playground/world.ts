import {
  type APIApplication,
  type APIUser,
  type ApplicationFlags,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import { createGuild, type Guild, type NewGuild, type TextChannel } from './guilds.js';
import { createDirect, createGroup, type PrivateChannel } from './private-channels.js';

/** The people of the playground. What each may do is in their roles. */
export type UserName = 'member' | 'editor' | 'moderator' | 'owner';
/** The bot is in the first two; in `foreign` it was never added. */
export type GuildName = 'home' | 'other' | 'foreign';

/** People and servers beyond those that everybody meets: `member-1`, `member-2` …, and `server-1` … */
export interface Crowd {
  readonly members: number;
  readonly servers: number;
}

/** Where something is said: a channel, and what kind of place Discord takes it for. */
export type Place =
  | { context: InteractionContextType.Guild; channel: TextChannel; guild: Guild }
  | {
      context: InteractionContextType.BotDM | InteractionContextType.PrivateChannel;
      channel: PrivateChannel;
      guild?: undefined;
    };

/**
 * Everything of Discord that does not change while the playground runs: an application with its bot, three
 * servers, their channels, the people in them and what these have to say to each other and to the bot alone. Ids are
 * fixed, so that what a bot stored about a server is still about that server after a restart. Each server lies on the
 * shard after that of the one before, of however many shards.
 */
export interface World {
  application: APIApplication;
  bot: APIUser;
  users: Record<UserName, APIUser>;
  guilds: Record<GuildName, Guild>;
  /** Everybody's direct messages with the bot, and a group that it is not in. */
  privates: readonly PrivateChannel[];
  /** Everyone, the bot included, by id. */
  userById(id: string): APIUser | undefined;
  guildById(id: string): Guild | undefined;
  /** The place whose channel has an id. */
  placeById(id: string): Place | undefined;
}

const BOT_ID = '1400000000000000001';
const OTHER_ID = '1400000000004194404';
const FOREIGN_ID = '1400000000008388708';
const USER_IDS: Record<UserName, string> = {
  member: '1400000000000000011',
  editor: '1400000000000000012',
  moderator: '1400000000000000013',
  owner: '1400000000000000014',
};

export function createWorld(crowd: Crowd = { members: 0, servers: 0 }): World {
  const bot = user(BOT_ID, 'AI Alliances', { bot: true });
  const users = {
    member: user(USER_IDS.member, 'Mina'),
    editor: user(USER_IDS.editor, 'Edgar'),
    moderator: user(USER_IDS.moderator, 'Mo'),
    owner: user(USER_IDS.owner, 'Olive'),
    ...numbered('member', crowd.members, (name, nth) => user(String(BigInt(BOT_ID) + 1_000n + nth), name)),
  };
  const everyone = Object.values(users);
  const newGuild = (id: string, name: string): NewGuild => ({
    id,
    name,
    ...users,
    people: [bot, ...everyone],
    channels: [
      { name: 'general' },
      { name: 'reports' },
      { name: 'read-only', denied: { id: bot.id, bits: P.SendMessages } },
    ],
  });
  const guilds = {
    home: createGuild(newGuild('1400000000000000100', 'Home server')),
    other: createGuild(newGuild(OTHER_ID, 'Another server')),
    foreign: createGuild({
      ...newGuild(FOREIGN_ID, "Somebody's server"),
      people: everyone,
      channels: [{ name: 'general' }, { name: 'no-apps', denied: { bits: P.UseExternalApps } }],
    }),
    ...numbered('server', crowd.servers, (name, nth) =>
      createGuild(newGuild(String(BigInt(FOREIGN_ID) + (nth << 22n)), name)),
    ),
  };
  const privates = [
    ...everyone.map((one) => createDirect(one)),
    createGroup('1400000000000000300', [users.member, users.editor]),
  ];

  const people = new Map([bot, ...everyone].map((one) => [one.id, one]));
  const guildsById = new Map(Object.values(guilds).map((one) => [one.id, one]));
  const places = new Map(placesOf(Object.values(guilds), privates).map((one) => [one.channel.id, one]));
  return {
    application: application(bot, users.owner),
    bot,
    users,
    guilds,
    privates,
    userById: (id) => people.get(id),
    guildById: (id) => guildsById.get(id),
    placeById: (id) => places.get(id),
  };
}

function placesOf(guilds: readonly Guild[], privates: readonly PrivateChannel[]): Place[] {
  return [
    ...guilds.flatMap((guild) =>
      guild.channels.map((channel): Place => ({ context: InteractionContextType.Guild, channel, guild })),
    ),
    ...privates.map(
      (channel): Place => ({
        context:
          channel.type === ChannelType.DM
            ? InteractionContextType.BotDM
            : InteractionContextType.PrivateChannel,
        channel,
      }),
    ),
  ];
}

/** So many, from `name-1` on. */
function numbered<T>(name: string, count: number, make: (name: string, nth: bigint) => T): Record<string, T> {
  const names = Array.from({ length: count }, (_, position) => `${name}-${position + 1}`);
  return Object.fromEntries(names.map((one, position) => [one, make(one, BigInt(position + 1))]));
}

function user(id: string, name: string, more: Partial<APIUser> = {}): APIUser {
  return {
    id,
    username: more.bot ? name : name.toLowerCase(),
    global_name: more.bot ? null : name,
    discriminator: more.bot ? '0001' : '0',
    avatar: null,
    ...more,
  };
}

function application(bot: APIUser, owner: APIUser): APIApplication {
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    bot,
    owner,
    summary: '',
    verify_key: '0'.repeat(64),
    team: null,
    flags: 0 as ApplicationFlags,
    flags_new: '0',
  };
}
