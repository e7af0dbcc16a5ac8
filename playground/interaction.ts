import type {
  APIMessage,
  APIMessageInteractionMetadata,
  InteractionResponseType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Exchange } from './member/exchange.js';
import type { Guild, TextChannel, World } from './world.js';

/** Who does something, and where. */
export interface Actor {
  userId: string;
  guild: Guild;
  channel: TextChannel;
  /** Permission bits to have instead of those of the user's roles. */
  permissions?: bigint;
  /** Discord's code of the user's language. */
  locale: string;
}

/** A command as people see that it was used. */
export interface CommandUse {
  /** Its name, with its subcommand. */
  command: string;
  isMenu: boolean;
  options: readonly { name: string; value: string | number | boolean }[];
}

/** What somebody does that a bot is to answer. */
export interface NewInteraction {
  type: InteractionType;
  data: object;
  actor: Actor;
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
  exchange: Exchange;
}

/** How a message tells which interaction it answers. */
export function metadataOf({ id, type, actor, source }: Interaction, world: World) {
  return {
    id,
    type,
    user: world.userById(actor.userId),
    authorizing_integration_owners: { 0: actor.guild.id },
    ...(source ? { interacted_message_id: source.id } : {}),
  } as APIMessageInteractionMetadata;
}

/** INTERACTION_CREATE, as the gateway sends it. @throws Error where the actor is not in the server. */
export function toPayload({ id, token, type, data, actor, source }: Interaction, world: World): object {
  const { guild, channel, userId, locale } = actor;
  const member = guild.members.find(({ user }) => user.id === userId);
  if (!member) throw new Error(`no member ${userId} in ${guild.name}`);
  const permissions = actor.permissions ?? world.permissions(guild, userId, channel);
  return {
    id,
    application_id: world.application.id,
    type,
    data,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.preferred_locale, features: guild.features },
    channel_id: channel.id,
    channel,
    member: { ...member, permissions: String(permissions) },
    token,
    version: 1,
    app_permissions: String(world.permissions(guild, world.bot.id, channel)),
    locale,
    guild_locale: guild.preferred_locale,
    entitlements: [],
    authorizing_integration_owners: { 0: guild.id },
    context: 0,
    attachment_size_limit: 10 * 1024 * 1024,
    ...(source ? { message: source } : {}),
  };
}
