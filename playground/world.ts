import {
  type APIApplication,
  type APIGuild,
  type APIGuildMember,
  type APIRole,
  type APIUser,
  type ApplicationFlags,
  ChannelType,
  type GuildMemberFlags,
  type GuildSystemChannelFlags,
  Locale,
  OverwriteType,
  PermissionFlagsBits as P,
  type RoleFlags,
} from 'discord-api-types/v10';

/** The people of the playground. What each may do is in the roles below. */
export type UserName = 'member' | 'editor' | 'moderator' | 'owner';
export type GuildName = 'home' | 'other';

/** People and servers beyond those that everybody meets: `member-1`, `member-2` …, and `server-1` … */
export interface Crowd {
  readonly members: number;
  readonly servers: number;
}

export interface Member extends APIGuildMember {
  user: APIUser;
}

export interface Guild extends APIGuild {
  channels: TextChannel[];
  members: Member[];
}

export interface TextChannel {
  id: string;
  guild_id: string;
  type: ChannelType.GuildText;
  name: string;
  position: number;
  topic: string | null;
  permission_overwrites: { id: string; type: OverwriteType; allow: string; deny: string }[];
}

/**
 * Everything of Discord that does not change while the playground runs: an application with its bot, two
 * servers, their channels and the people in them. Ids are fixed, so that what a bot stored about a server is
 * still about that server after a restart. The two servers lie on different shards of two.
 */
export interface World {
  application: APIApplication;
  bot: APIUser;
  users: Record<UserName, APIUser>;
  guilds: Record<GuildName, Guild>;
  /** Everyone, the bot included, by id. */
  userById(id: string): APIUser | undefined;
  guildById(id: string): Guild | undefined;
  channelById(id: string): TextChannel | undefined;
  /** The permission bits of a member in a server, or in one channel of it. */
  permissions(guild: Guild, userId: string, channel?: TextChannel): bigint;
}

const JOINED = '2026-01-01T00:00:00.000000+00:00';
const BOT_ID = '1400000000000000001';
const OTHER_ID = '1400000000004194404';
const USER_IDS: Record<UserName, string> = {
  member: '1400000000000000011',
  editor: '1400000000000000012',
  moderator: '1400000000000000013',
  owner: '1400000000000000014',
};

const EVERYONE =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.UseApplicationCommands |
  P.UseExternalEmojis;
const MODERATOR = P.ManageGuild | P.ManageMessages | P.KickMembers | P.ManageRoles;
const ALL = Object.values(P).reduce((all, bit) => all | bit, 0n);

export function createWorld(crowd: Crowd = { members: 0, servers: 0 }): World {
  const bot = user(BOT_ID, 'AI Alliances', { bot: true });
  const users = {
    member: user(USER_IDS.member, 'Mina'),
    editor: user(USER_IDS.editor, 'Edgar'),
    moderator: user(USER_IDS.moderator, 'Mo'),
    owner: user(USER_IDS.owner, 'Olive'),
    ...numbered('member', crowd.members, (name, nth) => user(String(BigInt(BOT_ID) + 1_000n + nth), name)),
  };
  const guilds = {
    home: guild('1400000000000000100', 'Home server', bot, users),
    other: guild(OTHER_ID, 'Another server', bot, users),
    ...numbered('server', crowd.servers, (name, nth) =>
      guild(String(BigInt(OTHER_ID) + 1_000n * nth), name, bot, users),
    ),
  };
  const people = new Map([bot, ...Object.values(users)].map((one) => [one.id, one]));
  const guildsById = new Map(Object.values(guilds).map((one) => [one.id, one]));
  const channels = new Map(
    Object.values(guilds).flatMap((one) => one.channels.map((channel) => [channel.id, channel] as const)),
  );

  return {
    application: application(bot, users.owner),
    bot,
    users,
    guilds,
    userById: (id) => people.get(id),
    guildById: (id) => guildsById.get(id),
    channelById: (id) => channels.get(id),
    permissions,
  };
}

/** So many, from `name-1` on. */
function numbered<T>(name: string, count: number, make: (name: string, nth: bigint) => T): Record<string, T> {
  const names = Array.from({ length: count }, (_, position) => `${name}-${position + 1}`);
  return Object.fromEntries(names.map((one, position) => [one, make(one, BigInt(position + 1))]));
}

function permissions(guild: Guild, userId: string, channel?: TextChannel): bigint {
  if (guild.owner_id === userId) return ALL;
  const member = guild.members.find(({ user }) => user.id === userId);
  if (!member) return 0n;
  const roles = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
  let bits = roles.reduce((sum, role) => sum | BigInt(role.permissions), 0n);
  if (bits & P.Administrator) return ALL;
  for (const { id, allow, deny } of channel?.permission_overwrites ?? []) {
    if (id === userId || roles.some((role) => role.id === id)) bits = (bits & ~BigInt(deny)) | BigInt(allow);
  }
  return bits;
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

/** One server. Its parts have ids counted up from its own: channels from +1, roles from +11. */
function guild(id: string, name: string, bot: APIUser, users: Record<UserName, APIUser>): Guild {
  const nth = (n: number) => String(BigInt(id) + BigInt(n));
  const editors = role(nth(11), 'Editors', 1, 0n);
  const moderators = role(nth(12), 'Moderators', 2, MODERATOR);
  const rolesOf = (one: APIUser) => {
    if (one === users.editor) return [editors.id];
    return one === users.moderator ? [moderators.id] : [];
  };
  return {
    ...guildDefaults,
    id,
    name,
    owner_id: users.owner.id,
    system_channel_id: nth(1),
    roles: [role(id, '@everyone', 0, EVERYONE), editors, moderators],
    channels: [
      channel(nth(1), id, 'general', 0),
      channel(nth(2), id, 'reports', 1),
      channel(nth(3), id, 'read-only', 2, { id: bot.id, deny: P.SendMessages }),
    ],
    members: [member(bot, []), ...Object.values(users).map((one) => member(one, rolesOf(one)))],
  };
}

function role(id: string, name: string, position: number, bits: bigint): APIRole {
  return {
    id,
    name,
    position,
    permissions: String(bits),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    flags: 0 as RoleFlags,
  };
}

function channel(
  id: string,
  guildId: string,
  name: string,
  position: number,
  denied?: { id: string; deny: bigint },
): TextChannel {
  const overwrites = denied
    ? [{ id: denied.id, type: OverwriteType.Member, allow: '0', deny: String(denied.deny) }]
    : [];
  return {
    id,
    guild_id: guildId,
    type: ChannelType.GuildText,
    name,
    position,
    topic: null,
    permission_overwrites: overwrites,
  };
}

function member(user: APIUser, roles: string[]): Member {
  return {
    user,
    roles,
    joined_at: JOINED,
    deaf: false,
    mute: false,
    flags: 0 as GuildMemberFlags,
    nick: null,
    pending: false,
  };
}

const guildDefaults = {
  icon: null,
  splash: null,
  discovery_splash: null,
  banner: null,
  description: null,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  emojis: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_flags: 0 as GuildSystemChannelFlags,
  rules_channel_id: null,
  vanity_url_code: null,
  premium_tier: 0,
  preferred_locale: Locale.EnglishUS,
  public_updates_channel_id: null,
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
  hub_type: null,
  safety_alerts_channel_id: null,
  incidents_data: null,
} satisfies Partial<APIGuild>;
