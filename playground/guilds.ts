import {
  type APIGuild,
  type APIGuildMember,
  type APIRole,
  type APIUser,
  ChannelType,
  type GuildMemberFlags,
  type GuildSystemChannelFlags,
  Locale,
  OverwriteType,
  PermissionFlagsBits as P,
  type RoleFlags,
} from 'discord-api-types/v10';

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

export interface NewGuild {
  id: string;
  name: string;
  owner: APIUser;
  /** Everyone in it. */
  people: readonly APIUser[];
  /** Who has which of its roles. */
  editor: APIUser;
  moderator: APIUser;
  channels: readonly NewChannel[];
}

export interface NewChannel {
  name: string;
  /** What somebody (by id; everyone where nothing is said) may not do there. */
  denied?: { id?: string; bits: bigint };
}

const JOINED = '2026-01-01T00:00:00.000000+00:00';
const EVERYONE =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.UseApplicationCommands |
  P.UseExternalApps |
  P.UseExternalEmojis;
const MODERATOR = P.ManageGuild | P.ManageMessages | P.KickMembers | P.ManageRoles;
const ALL = Object.values(P).reduce((all, bit) => all | bit, 0n);

/** One server. Its parts have ids counted up from its own: channels from +1, roles from +11. */
export function createGuild({ id, name, owner, people, editor, moderator, channels }: NewGuild): Guild {
  const nth = (n: number) => String(BigInt(id) + BigInt(n));
  const editors = role(nth(11), 'Editors', 1, 0n);
  const moderators = role(nth(12), 'Moderators', 2, MODERATOR);
  const rolesOf = (one: APIUser) => {
    if (one === editor) return [editors.id];
    return one === moderator ? [moderators.id] : [];
  };
  return {
    ...guildDefaults,
    id,
    name,
    owner_id: owner.id,
    system_channel_id: nth(1),
    roles: [role(id, '@everyone', 0, EVERYONE), editors, moderators],
    channels: channels.map((one, position) => channel(nth(position + 1), id, position, one)),
    members: people.map((one) => member(one, rolesOf(one))),
  };
}

/** The permission bits of a member in a server, or in one channel of it. */
export function permissionsIn(guild: Guild, userId: string, channel?: TextChannel): bigint {
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

function channel(id: string, guildId: string, position: number, { name, denied }: NewChannel): TextChannel {
  const { id: whom = guildId, bits = 0n } = denied ?? {};
  const type = whom === guildId ? OverwriteType.Role : OverwriteType.Member;
  return {
    id,
    guild_id: guildId,
    type: ChannelType.GuildText,
    name,
    position,
    topic: null,
    permission_overwrites: denied ? [{ id: whom, type, allow: '0', deny: String(bits) }] : [],
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
