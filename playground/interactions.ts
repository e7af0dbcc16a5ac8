import { randomBytes } from 'node:crypto';
import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  InteractionResponseType as Callback,
  GatewayDispatchEvents,
  InteractionType,
} from 'discord-api-types/v10';
import type { Clock } from './clock.js';
import {
  alreadyAcknowledged,
  type DiscordError,
  invalidForm,
  unknownInteraction,
  unknownMessage,
} from './discord-error.js';
import type { Upload } from './files.js';
import { createFollowUps, type FollowUps, type FollowUpsOptions, isThinking } from './follow-ups.js';
import type { Installs } from './installs.js';
import { type Interaction, metadataOf, type NewInteraction, toPayload } from './interaction.js';
import { ClientRefusal } from './member/client-refusal.js';
import { Exchange } from './member/exchange.js';
import { isEphemeral, type Messages } from './messages.js';
import type { MessageBody } from './rules/message.js';
import { checkModal, type ModalBody } from './rules/modal.js';
import type { World } from './world.js';

/** How long a bot has for its first answer, and how long the token of an interaction is valid. */
const FIRST_REPLY_MS = 3_000;
const TOKEN_MS = 15 * 60_000;

export interface CallbackBody {
  type: Callback;
  data?: (MessageBody & Partial<ModalBody> & { choices?: APIApplicationCommandOptionChoice[] | null }) | null;
}

export interface Interactions extends FollowUps {
  /** Sends INTERACTION_CREATE. @throws ClientRefusal where there is no bot to answer. */
  open(interaction: NewInteraction): Exchange;
  /**
   * The first answer.
   *
   * @returns the message that it made or changed, if any.
   * @throws DiscordError 10062 after 3 s, 40060 for a second one, 50035 for one that is not allowed here.
   */
  callback(id: string, token: string, body: CallbackBody, uploads: readonly Upload[]): APIMessage | undefined;
}

export interface InteractionsOptions {
  world: World;
  clock: Clock;
  nextId: () => string;
  messages: Messages;
  installs: Installs;
  /** Sends an event about a server, or about none, and says to how many sessions. */
  dispatch(event: string, data: unknown, guildId?: string): number;
}

type SendReply = FollowUpsOptions['reply'];

/** The life of interactions: sent, answered once within 3 s, followed up for 15 min. */
export function createInteractions(options: InteractionsOptions): Interactions {
  const { world, clock, nextId, messages, installs, dispatch } = options;
  const byToken = new Map<string, Interaction>();
  const reply: SendReply = (interaction, body, uploads, loading = false) =>
    messages.create({
      channelId: interaction.actor.place.channel.id,
      author: world.bot,
      body,
      uploads,
      answers: { metadata: metadataOf(interaction, world), use: interaction.use },
      loading,
      ...(isEphemeral(body) ? { visibleTo: interaction.actor.userId } : {}),
    });

  function open(given: NewInteraction): Exchange {
    const id = nextId();
    const exchange = new Exchange({ id, owners: given.owners, source: given.source });
    const token = randomBytes(48).toString('base64url');
    const interaction: Interaction = { ...given, id, token, openedAt: clock.now(), exchange };
    byToken.set(token, interaction);
    const payload = toPayload(interaction, world, installs);
    const guildId = given.actor.place.guild?.id;
    if (dispatch(GatewayDispatchEvents.InteractionCreate, payload, guildId) === 0) {
      byToken.delete(token);
      throw new ClientRefusal('No bot is connected.');
    }
    clock.after(FIRST_REPLY_MS, () => {
      if (interaction.answeredWith === undefined) exchange.fail();
    });
    clock.after(TOKEN_MS, () => {
      byToken.delete(token);
      if (isThinking(interaction)) exchange.fail();
    });
    return exchange;
  }

  function callback(id: string, token: string, body: CallbackBody, uploads: readonly Upload[]) {
    const interaction = byToken.get(token);
    if (interaction?.id !== id) throw unknownInteraction();
    return firstAnswer(interaction, body, uploads, { now: clock.now(), messages, reply });
  }

  return { open, callback, ...createFollowUps({ byToken, messages, reply }) };
}

interface Answering {
  /** Milliseconds since the Unix epoch. */
  now: number;
  messages: Messages;
  reply: SendReply;
}

function firstAnswer(
  interaction: Interaction,
  body: CallbackBody,
  uploads: readonly Upload[],
  answering: Answering,
): APIMessage | undefined {
  if (interaction.answeredWith !== undefined) throw alreadyAcknowledged();
  const firstReplyMs = answering.now - interaction.openedAt;
  if (firstReplyMs >= FIRST_REPLY_MS) throw unknownInteraction();
  if (!allowedCallbacks(interaction).includes(body.type)) throw wrongCallback();

  const outcome = carryOut(interaction, body, uploads, answering);
  interaction.answeredWith = body.type;
  if (outcome.message) interaction.originalId = outcome.message.id;
  const deferred =
    body.type === Callback.DeferredChannelMessageWithSource || body.type === Callback.DeferredMessageUpdate;
  interaction.exchange.record({ ...outcome, deferred, firstReplyMs }, { settles: !deferred });
  return outcome.message;
}

/** Does what a first answer says, and gives what the member sees of it. */
function carryOut(
  interaction: Interaction,
  body: CallbackBody,
  uploads: readonly Upload[],
  { messages, reply }: Answering,
): Partial<Pick<Exchange, 'message' | 'ephemeral' | 'modal' | 'choices'>> {
  const data = body.data ?? {};
  switch (body.type) {
    case Callback.ApplicationCommandAutocompleteResult:
      return { choices: data.choices ?? [] };
    case Callback.Modal:
      checkModal(data as ModalBody);
      return { modal: data as ModalBody };
    case Callback.UpdateMessage:
    case Callback.DeferredMessageUpdate:
      return update(interaction, body.type, data, uploads, messages);
    case Callback.DeferredChannelMessageWithSource:
      return {
        message: reply(interaction, { flags: data.flags ?? 0 }, [], true),
        ephemeral: isEphemeral(data),
      };
    default:
      return { message: reply(interaction, data, uploads), ephemeral: isEphemeral(data) };
  }
}

/** Changes the message whose component was used, or says that this will come. */
function update(
  { source }: Interaction,
  type: Callback,
  data: MessageBody,
  uploads: readonly Upload[],
  messages: Messages,
) {
  const id = source?.id ?? '';
  const message = type === Callback.UpdateMessage ? messages.edit(id, data, uploads) : messages.get(id);
  if (!message) throw unknownMessage();
  return { message, ephemeral: messages.visibleTo(id) !== undefined };
}

/** Which callbacks each kind of interaction may be answered with. */
function allowedCallbacks({ type, source }: Interaction): readonly Callback[] {
  const reply = [Callback.ChannelMessageWithSource, Callback.DeferredChannelMessageWithSource];
  const update = [Callback.DeferredMessageUpdate, Callback.UpdateMessage];
  if (type === InteractionType.ApplicationCommandAutocomplete) {
    return [Callback.ApplicationCommandAutocompleteResult];
  }
  if (type === InteractionType.ApplicationCommand) return [...reply, Callback.Modal];
  if (type === InteractionType.MessageComponent) return [...reply, ...update, Callback.Modal];
  return source ? [...reply, ...update] : reply;
}

const wrongCallback = (): DiscordError =>
  invalidForm([
    {
      path: ['type'],
      code: 'INTERACTION_CALLBACK_TYPE_INVALID',
      message: 'This interaction cannot be answered with a callback of this type',
    },
  ]);
