import { randomBytes } from 'node:crypto';
import {
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
import type { ExchangeLog } from './exchange-log.js';
import type { Upload } from './files.js';
import { createFollowUps, type FollowUps, isThinking } from './follow-ups.js';
import type { Installs } from './installs.js';
import { type Interaction, type NewInteraction, toPayload } from './interaction.js';
import { ClientRefusal } from './member/client-refusal.js';
import { Exchange } from './member/exchange.js';
import { isEphemeral, isLoading, type Messages } from './messages.js';
import { createReplies, type Replies } from './replies.js';
import type { MessageBody } from './rules/message.js';
import { checkModal, type ModalBody } from './rules/modal.js';
import { checkOffered, type OptionChoice } from './rules/option.js';
import type { World } from './world.js';

/** How long a bot has for its first answer, and how long the token of an interaction is valid. */
const FIRST_REPLY_MS = 3_000;
const TOKEN_MS = 15 * 60_000;

export interface CallbackBody {
  type: Callback;
  data?: (MessageBody & Partial<ModalBody> & { choices?: OptionChoice[] | null }) | null;
}

export interface Interactions extends FollowUps {
  /** Sends INTERACTION_CREATE. @throws ClientRefusal where there is no bot to answer. */
  open(interaction: NewInteraction): Exchange;
  /**
   * The first answer.
   *
   * @returns what came of it, as Discord tells a bot that asks.
   * @throws DiscordError 10062 after 3 s, 40060 for a second one, 50035 for one that is not allowed here.
   */
  callback(id: string, token: string, body: CallbackBody, uploads: readonly Upload[]): object;
}

export interface InteractionsOptions {
  world: World;
  clock: Clock;
  nextId: () => string;
  messages: Messages;
  installs: Installs;
  log: ExchangeLog;
  /** Sends an event about a server, or about none, and says to how many sessions. */
  dispatch(event: string, data: unknown, guildId?: string): number;
}

/** The life of interactions: sent, answered once within 3 s, followed up for 15 min. */
export function createInteractions(options: InteractionsOptions): Interactions {
  const { world, clock, nextId, messages, installs, log, dispatch } = options;
  const byToken = new Map<string, Interaction>();
  const replies = createReplies(world, messages);

  function fail(interaction: Interaction): void {
    interaction.exchange.fail();
    log.failed(interaction);
  }

  function open(given: NewInteraction): Exchange {
    const id = nextId();
    const exchange = new Exchange({ id, owners: given.owners, source: given.source });
    const token = randomBytes(48).toString('base64url');
    const interaction: Interaction = {
      ...given,
      id,
      token,
      openedAt: clock.now(),
      followUpCount: 0,
      exchange,
    };
    byToken.set(token, interaction);
    const payload = toPayload(interaction, world, installs);
    const guildId = given.actor.place.guild?.id;
    log.opened(interaction, payload);
    if (dispatch(GatewayDispatchEvents.InteractionCreate, payload, guildId) === 0) {
      byToken.delete(token);
      log.failed(interaction);
      throw new ClientRefusal('No bot is connected.');
    }
    clock.after(FIRST_REPLY_MS, () => {
      if (interaction.answeredWith === undefined) fail(interaction);
    });
    clock.after(TOKEN_MS, () => {
      byToken.delete(token);
      if (isThinking(interaction)) fail(interaction);
    });
    return exchange;
  }

  function callback(id: string, token: string, body: CallbackBody, uploads: readonly Upload[]) {
    const interaction = byToken.get(token);
    if (interaction?.id !== id) throw unknownInteraction();
    const message = firstAnswer(interaction, body, uploads, { now: clock.now(), messages, replies });
    return callbackResponse(interaction, body.type, message);
  }

  return { open, callback, ...createFollowUps({ byToken, messages, replies }) };
}

/** The message of a first answer is in the response only where the answer was made with it. */
function callbackResponse({ id, type }: Interaction, callbackType: Callback, message?: APIMessage): object {
  const isShown =
    callbackType === Callback.ChannelMessageWithSource || callbackType === Callback.UpdateMessage;
  return {
    interaction: {
      id,
      type,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: isLoading(message),
        response_message_ephemeral: isEphemeral(message),
      }),
    },
    resource: { type: callbackType, ...(isShown && { message }) },
  };
}

interface Means {
  /** Milliseconds since the Unix epoch. */
  now: number;
  messages: Messages;
  replies: Replies;
}

function firstAnswer(
  interaction: Interaction,
  body: CallbackBody,
  uploads: readonly Upload[],
  means: Means,
): APIMessage | undefined {
  if (interaction.answeredWith !== undefined) throw alreadyAcknowledged();
  const firstReplyMs = means.now - interaction.openedAt;
  if (firstReplyMs >= FIRST_REPLY_MS) throw unknownInteraction();
  if (!allowedCallbacks(interaction).includes(body.type)) throw wrongCallback();

  const outcome = carryOut(interaction, body, uploads, means);
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
  { messages, replies }: Means,
): Partial<Pick<Exchange, 'message' | 'ephemeral' | 'modal' | 'choices'>> {
  const data = body.data ?? {};
  switch (body.type) {
    case Callback.ApplicationCommandAutocompleteResult:
      checkOffered(data.choices ?? []);
      return { choices: data.choices ?? [] };
    case Callback.Modal:
      checkModal(data as ModalBody);
      return { modal: data as ModalBody };
    case Callback.UpdateMessage:
    case Callback.DeferredMessageUpdate:
      return update(interaction, body.type, data, uploads, messages);
    case Callback.DeferredChannelMessageWithSource:
      return said(replies.first(interaction, { flags: data.flags ?? 0 }, [], true));
    default:
      return said(replies.first(interaction, data, uploads));
  }
}

const said = (message: APIMessage) => ({ message, ephemeral: isEphemeral(message) });

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
