import {
  type APIMessage,
  type APIMessageInteractionMetadata,
  InteractionContextType,
  type InteractionResponseType,
  type InteractionType,
  PermissionFlagsBits as P,
} from 'discord-api-types/v10';
import type { CommandUse } from './feed.js';
import { type Guild, permissionsIn } from './guilds.js';
import type { Installs } from './installs.js';
import type { Exchange } from './member/exchange.js';
import { isByUserAlone, type Owners } from './owners.js';
import type { Place, World } from './world.js';

/** Who does something, and where. */
export interface Actor {
  userId: string;
  place: Place;
  /** Permission bits to have instead of those of the user's roles. */
  permissions?: bigint;
  /** Discord's code of the user's language. */
  locale: string;
}

/** What somebody does that a bot is to answer. */
export interface NewInteraction {
  type: InteractionType;
  data: object;
  actor: Actor;
  /** Whose installs allow it. */
  owners: Owners;
  /** The command, where it is one. */
  use?: CommandUse;
  /** The message whose component was used, or from which the modal was opened. */
  source?: APIMessage | undefined;
}

/** An interaction from its dispatch until its token expires. */
export interface Interaction extends NewInteraction {
  id: string;
  token: string;
  /** Milliseconds since the Unix epoch. */
  openedAt: number;
  /** The first callback, once there was one. */
  answeredWith?: InteractionResponseType;
  /** The message that `@original` means. */
  originalId?: string;
  followUpCount: number;
  exchange: Exchange;
}

/** How a message tells which interaction it answers. */
export function metadataOf(interaction: Interaction, world: World) {
  const { id, type, data, actor, owners, source, originalId } = interaction;
  return {
    id,
    type,
    user: world.userById(actor.userId),
    authorizing_integration_owners: owners,
    ...(source ? { interacted_message_id: source.id } : {}),
    ...(originalId !== undefined && { original_response_message_id: originalId }),
    ...(targetOf(data) !== undefined && { target_message_id: targetOf(data) }),
  } as APIMessageInteractionMetadata;
}

/** The message that the first answer replies to: that of a component, or of a context menu. */
export const messageBehind = ({ source, data }: Interaction): string | undefined =>
  source?.id ?? targetOf(data);

const targetOf = (data: object): string | undefined =>
  'target_id' in data ? String(data.target_id) : undefined;

const ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** INTERACTION_CREATE, as the gateway sends it. */
export function toPayload(interaction: Interaction, world: World, installs: Installs): object {
  const { id, token, type, data, actor, owners, source } = interaction;
  const { channel, context } = actor.place;
  return {
    id,
    application_id: world.application.id,
    type,
    data,
    channel_id: channel.id,
    channel,
    ...(actor.place.guild ? inGuild(actor, actor.place.guild) : { user: world.userById(actor.userId) }),
    token,
    version: 1,
    app_permissions: String(appPermissions(actor, world, installs)),
    locale: actor.locale,
    entitlements: [],
    authorizing_integration_owners: owners,
    context,
    attachment_size_limit: ATTACHMENT_BYTES,
    ...(source ? { message: source } : {}),
  };
}

/** Who it is and where, as a server has them: one that the bot is not in is told of by these parts alone. */
function inGuild(actor: Actor, guild: Guild): object {
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferred_locale, features: guild.features },
    guild_locale: guild.preferred_locale,
    member: {
      ...guild.members.find(({ user }) => user.id === actor.userId),
      permissions: String(memberPermissions(actor)),
    },
  };
}

export function memberPermissions({ permissions, place, userId }: Actor): bigint {
  if (permissions !== undefined) return permissions;
  return place.guild ? permissionsIn(place.guild, userId, place.channel) : 0n;
}

/**
 * Whether only the person themselves may see an answer: somebody who took the application along to a server says no
 * more through it than they may say there.
 */
export function mustBePrivate({ actor, owners }: Interaction): boolean {
  const needed = P.SendMessages | P.UseExternalApps;
  return (
    actor.place.guild !== undefined && isByUserAlone(owners) && (memberPermissions(actor) & needed) !== needed
  );
}

/** What an application may do where the bot is not a member; in a server no more than who uses it may. */
const AS_GUEST = P.AttachFiles | P.EmbedLinks | P.MentionEveryone;

function appPermissions(actor: Actor, { bot }: World, installs: Installs): bigint {
  const { guild, channel, context } = actor.place;
  if (context === InteractionContextType.BotDM) return AS_GUEST | P.UseExternalEmojis;
  if (!guild) return AS_GUEST;
  if (installs.inGuild(guild.id)) return permissionsIn(guild, bot.id, channel);
  return memberPermissions(actor) & (AS_GUEST | P.UseExternalEmojis);
}
