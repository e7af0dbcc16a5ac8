import { type APIMessage, InteractionResponseType as Callback, MessageFlags } from 'discord-api-types/v10';
import { invalidWebhookToken, tooManyFollowUps, unknownMessage, unknownWebhook } from './discord-error.js';
import type { Upload } from './files.js';
import type { Interaction } from './interaction.js';
import { isLoading, type Messages } from './messages.js';
import { isByUserAlone } from './owners.js';
import type { Replies } from './replies.js';
import type { MessageBody } from './rules/message.js';

/**
 * What a bot does with the token of an interaction after its first answer. `@original` is the message of that
 * answer.
 *
 * Each throws DiscordError 50027 once the token has expired, 10015 before the first answer and 10008 where
 * there is no such message, 40094 for too many of them; the rest is as for any message.
 */
export interface FollowUps {
  followUp(token: string, body: MessageBody, uploads: readonly Upload[]): APIMessage;
  message(token: string, messageId: string): APIMessage;
  edit(token: string, messageId: string, body: MessageBody, uploads: readonly Upload[]): APIMessage;
  delete(token: string, messageId: string): void;
}

export interface FollowUpsOptions {
  /** The interactions whose tokens are valid. */
  byToken: ReadonlyMap<string, Interaction>;
  messages: Messages;
  replies: Replies;
}

/** How many follow-ups an application may send where only the person who uses it brought it. */
const MAX_OF_GUEST = 5;

/** Whether the member is still shown "thinking…". */
export const isThinking = ({ answeredWith, exchange }: Interaction): boolean =>
  answeredWith === Callback.DeferredChannelMessageWithSource &&
  exchange.message !== undefined &&
  isLoading(exchange.message);

export function createFollowUps(options: FollowUpsOptions): FollowUps {
  const { byToken, messages, replies } = options;
  return {
    edit: (token, messageId, body, uploads) =>
      edit(answered(token, byToken), messageId, body, uploads, messages),
    message: (token, messageId) => owned(answered(token, byToken), messageId, messages),

    followUp(token, body, uploads) {
      const interaction = answered(token, byToken);
      if (isThinking(interaction)) {
        // Discord puts the first follow-up in place of "thinking…"; whether it is ephemeral was said then.
        const flags = (body.flags ?? 0) & ~MessageFlags.Ephemeral;
        return edit(interaction, '@original', { ...body, flags }, uploads, messages);
      }
      if (isByUserAlone(interaction.owners) && interaction.followUpCount >= MAX_OF_GUEST)
        throw tooManyFollowUps();
      const message = replies.followUp(interaction, body, uploads);
      interaction.followUpCount += 1;
      interaction.exchange.record({ followUps: [...interaction.exchange.followUps, message] });
      return message;
    },

    delete(token, messageId) {
      const interaction = answered(token, byToken);
      const { id } = owned(interaction, messageId, messages);
      messages.delete(id);
      const { exchange } = interaction;
      if (id === interaction.originalId) exchange.record({ message: undefined });
      else exchange.record({ followUps: exchange.followUps.filter((one) => one.id !== id) });
    },
  };
}

function answered(token: string, byToken: FollowUpsOptions['byToken']): Interaction {
  const interaction = byToken.get(token);
  if (!interaction) throw invalidWebhookToken();
  if (interaction.answeredWith === undefined) throw unknownWebhook();
  return interaction;
}

/** The message of the first answer, or one of the follow-ups. */
function owned({ originalId, exchange }: Interaction, messageId: string, messages: Messages): APIMessage {
  const id = messageId === '@original' ? originalId : messageId;
  const belongs = id === originalId || exchange.followUps.some((one) => one.id === id);
  const message = id && belongs ? messages.get(id) : undefined;
  if (!message) throw unknownMessage();
  return message;
}

function edit(
  interaction: Interaction,
  messageId: string,
  body: MessageBody,
  uploads: readonly Upload[],
  messages: Messages,
): APIMessage {
  const { exchange } = interaction;
  const { id } = owned(interaction, messageId, messages);
  const message = messages.edit(id, body, uploads);
  if (!message) throw unknownMessage();
  const edits = [...exchange.edits, message];
  if (id === interaction.originalId) exchange.record({ message, edits });
  else {
    const followUps = exchange.followUps.map((one) => (one.id === id ? message : one));
    exchange.record({ followUps, edits });
  }
  return message;
}
