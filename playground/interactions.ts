import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  type APIMessageInteractionMetadata,
  InteractionResponseType as Callback,
  GatewayDispatchEvents,
  InteractionType,
} from 'discord-api-types/v10';
import type { Clock } from './clock.js';
import {
  alreadyAcknowledged,
  type DiscordError,
  invalidForm,
  invalidWebhookToken,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './discord-error.js';
import { Exchange } from './exchange.js';
import type { Upload } from './files.js';
import { isEphemeral, type Messages } from './messages.js';
import type { MessageBody } from './rules/message.js';
import { checkModal, type ModalBody } from './rules/modal.js';
import type { Guild, TextChannel, World } from './world.js';

/** Discord's own limits. */
export const FIRST_REPLY_MS = 3_000;
export const TOKEN_MS = 15 * 60_000;

/** Who does something, and where. */
export interface Actor {
  userId: string;
  guild: Guild;
  channel: TextChannel;
  /** Permission bits to have instead of those of the user's roles. */
  permissions?: bigint;
  locale: string;
}

export interface NewInteraction {
  type: InteractionType;
  data: object;
  actor: Actor;
  /** The message whose component was used, or from which the modal was opened. */
  source?: APIMessage | undefined;
}

export interface CallbackBody {
  type: Callback;
  data?: MessageBody & Partial<ModalBody> & { choices?: APIApplicationCommandOptionChoice[] | null };
}

interface Open {
  id: string;
  token: string;
  type: InteractionType;
  actor: Actor;
  openedAt: number;
  source: APIMessage | undefined;
  /** The first callback, once there was one. */
  answeredWith?: Callback;
  /** The message that `@original` means. */
  originalId?: string;
  metadata: APIMessageInteractionMetadata;
  exchange: Exchange;
}

export interface Interactions {
  /** Sends INTERACTION_CREATE. @throws Error where no bot has ever connected. */
  open(interaction: NewInteraction): Exchange;
  /** The first answer. @returns the message it made or changed, if any. */
  callback(id: string, token: string, body: CallbackBody, uploads: readonly Upload[]): APIMessage | undefined;
  followUp(token: string, body: MessageBody, uploads: readonly Upload[]): APIMessage;
  /** A message of this interaction; `@original` is the first reply. */
  message(token: string, messageId: string): APIMessage;
  edit(token: string, messageId: string, body: MessageBody, uploads: readonly Upload[]): APIMessage;
  delete(token: string, messageId: string): void;
}

export interface InteractionsOptions {
  world: World;
  clock: Clock;
  nextId: () => string;
  messages: Messages;
  dispatch(event: string, data: unknown, guildId: string): number;
}

/** Which callbacks each kind of interaction may be answered with. */
function allowedCallbacks({ type, source }: Open): readonly Callback[] {
  const reply = [Callback.ChannelMessageWithSource, Callback.DeferredChannelMessageWithSource];
  const update = [Callback.DeferredMessageUpdate, Callback.UpdateMessage];
  if (type === InteractionType.ApplicationCommandAutocomplete) {
    return [Callback.ApplicationCommandAutocompleteResult];
  }
  if (type === InteractionType.ApplicationCommand) return [...reply, Callback.Modal];
  if (type === InteractionType.MessageComponent) return [...reply, ...update, Callback.Modal];
  return source ? [...reply, ...update] : reply;
}

/** The life of interactions: sent, answered once within 3 s, followed up for 15 min. */
export function createInteractions(options: InteractionsOptions): Interactions {
  const { world, clock, nextId, messages, dispatch } = options;
  const byToken = new Map<string, Open>();

  function open(given: NewInteraction): Exchange {
    const id = nextId();
    const token = randomBytes(48).toString('base64url');
    const { type, actor, source } = given;
    const payload = toPayload(given, { id, token, world });
    const exchange = new Exchange(id);
    const interaction: Open = {
      id,
      token,
      type,
      actor,
      source,
      openedAt: clock.now(),
      metadata: metadataOf(id, given, world),
      exchange,
    };
    byToken.set(token, interaction);
    if (dispatch(GatewayDispatchEvents.InteractionCreate, payload, actor.guild.id) === 0) {
      byToken.delete(token);
      throw new Error('no bot is connected to the playground');
    }
    clock.after(FIRST_REPLY_MS, () => {
      if (interaction.answeredWith === undefined)
        exchange.record((seen) => {
          seen.failed = true;
        });
    });
    clock.after(TOKEN_MS, () => {
      byToken.delete(token);
      exchange.record((seen) => {
        seen.failed ||= isWaiting(interaction);
      });
    });
    return exchange;
  }

  function callback(id: string, token: string, body: CallbackBody, uploads: readonly Upload[]) {
    const interaction = byToken.get(token);
    if (interaction?.id !== id) throw unknownInteraction();
    if (interaction.answeredWith !== undefined) throw alreadyAcknowledged();
    const waited = clock.now() - interaction.openedAt;
    if (waited >= FIRST_REPLY_MS) throw unknownInteraction();
    if (!allowedCallbacks(interaction).includes(body.type)) throw wrongCallback();

    const outcome = answer(interaction, body, uploads);
    interaction.answeredWith = body.type;
    interaction.exchange.record((seen) => {
      seen.firstReplyMs = waited;
      outcome.see(seen);
    }, !DEFERRALS.has(body.type));
    return outcome.message;
  }

  /** Carries out a first callback; `see` is what it shows to the member. */
  function answer(
    interaction: Open,
    { type, data = {} }: CallbackBody,
    uploads: readonly Upload[],
  ): { message?: APIMessage; see: (exchange: Exchange) => void } {
    if (type === Callback.ApplicationCommandAutocompleteResult) {
      return {
        see: (seen) => {
          seen.choices = data.choices ?? [];
        },
      };
    }
    if (type === Callback.Modal) {
      const modal = data as ModalBody;
      checkModal(modal);
      return {
        see: (seen) => {
          seen.modal = modal;
        },
      };
    }
    if (type === Callback.UpdateMessage || type === Callback.DeferredMessageUpdate) {
      return update(interaction, type, data, uploads);
    }
    const loading = type === Callback.DeferredChannelMessageWithSource;
    const message = reply(interaction, data, uploads, loading);
    interaction.originalId = message.id;
    return {
      message,
      see: (seen) => {
        seen.deferred = loading;
        seen.ephemeral = isEphemeral(data);
        seen.message = message;
      },
    };
  }

  function update(interaction: Open, type: Callback, data: MessageBody, uploads: readonly Upload[]) {
    const source = interaction.source as APIMessage;
    interaction.originalId = source.id;
    const deferred = type === Callback.DeferredMessageUpdate;
    const message = deferred ? messages.get(source.id) : messages.edit(source.id, data, uploads);
    if (!message) throw unknownMessage();
    return {
      message,
      see: (seen: Exchange) => {
        seen.deferred = deferred;
        seen.message = message;
        seen.ephemeral = messages.visibleTo(message.id) !== undefined;
        if (!deferred) seen.edits.push(message);
      },
    };
  }

  function reply(
    { actor, metadata }: Open,
    body: MessageBody,
    uploads: readonly Upload[],
    loading = false,
  ): APIMessage {
    return messages.create({
      channelId: actor.channel.id,
      author: world.bot,
      body,
      uploads,
      interaction: metadata,
      isReply: true,
      loading,
      ...(isEphemeral(body) ? { visibleTo: actor.userId } : {}),
    });
  }

  /** The interaction behind a webhook token, answered and not yet expired. */
  function answered(token: string): Open {
    const interaction = byToken.get(token);
    if (!interaction) throw invalidWebhookToken();
    if (interaction.answeredWith === undefined) throw unknownWebhook();
    return interaction;
  }

  const isWaiting = ({ answeredWith, exchange }: Open) =>
    answeredWith === Callback.DeferredChannelMessageWithSource && exchange.edits.length === 0;

  function followUp(token: string, body: MessageBody, uploads: readonly Upload[]): APIMessage {
    const interaction = answered(token);
    // Discord lets the first follow-up take the place of "thinking…"; whether it is ephemeral was said then.
    if (isWaiting(interaction) && interaction.originalId && messages.get(interaction.originalId)) {
      return edit(token, '@original', { ...body, flags: (body.flags ?? 0) & ~64 }, uploads);
    }
    const message = reply(interaction, body, uploads);
    interaction.exchange.record((seen) => seen.followUps.push(message));
    return message;
  }

  /** Finds a message that belongs to the interaction: its first reply or one of its follow-ups. */
  function owned(interaction: Open, messageId: string): string {
    const id = messageId === '@original' ? interaction.originalId : messageId;
    const belongs =
      id === interaction.originalId || interaction.exchange.followUps.some((one) => one.id === id);
    if (!id || !belongs || !messages.get(id)) throw unknownMessage();
    return id;
  }

  function edit(token: string, messageId: string, body: MessageBody, uploads: readonly Upload[]): APIMessage {
    const interaction = answered(token);
    const id = owned(interaction, messageId);
    const message = messages.edit(id, body, uploads);
    if (!message) throw unknownMessage();
    interaction.exchange.record((seen) => {
      seen.edits.push(message);
      if (id === interaction.originalId) seen.message = message;
      else seen.followUps = seen.followUps.map((one) => (one.id === id ? message : one));
    });
    return message;
  }

  return {
    open,
    callback,
    followUp,
    edit,
    message: (token, messageId) => messages.get(owned(answered(token), messageId)) as APIMessage,
    delete(token, messageId) {
      const interaction = answered(token);
      const id = owned(interaction, messageId);
      messages.delete(id);
      interaction.exchange.record((seen) => {
        if (id === interaction.originalId) seen.message = undefined;
        else seen.followUps = seen.followUps.filter((one) => one.id !== id);
      });
    },
  };
}

const DEFERRALS: ReadonlySet<Callback> = new Set([
  Callback.DeferredChannelMessageWithSource,
  Callback.DeferredMessageUpdate,
]);

const wrongCallback = (): DiscordError =>
  invalidForm([
    {
      path: ['type'],
      code: 'INTERACTION_CALLBACK_TYPE_INVALID',
      message: 'This interaction cannot be answered with a callback of this type',
    },
  ]);

function metadataOf(id: string, { type, actor, source }: NewInteraction, world: World) {
  return {
    id,
    type,
    user: world.userById(actor.userId),
    authorizing_integration_owners: { 0: actor.guild.id },
    ...(source ? { interacted_message_id: source.id } : {}),
  } as APIMessageInteractionMetadata;
}

/** The interaction as the gateway sends it. */
function toPayload(
  { type, data, actor, source }: NewInteraction,
  { id, token, world }: { id: string; token: string; world: World },
): object {
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
