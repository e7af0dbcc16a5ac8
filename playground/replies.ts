import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import type { Upload } from './files.js';
import { type Interaction, messageBehind, metadataOf, mustBePrivate } from './interaction.js';
import { type Answering, isEphemeral, type Messages } from './messages.js';
import type { MessageBody } from './rules/message.js';
import type { World } from './world.js';

/** Puts what a bot answers into the channel. Each throws DiscordError for what Discord refuses. */
export interface Replies {
  /** @param loading Shows it as "thinking…" for now. */
  first(
    interaction: Interaction,
    body: MessageBody,
    uploads: readonly Upload[],
    loading?: boolean,
  ): APIMessage;
  followUp(interaction: Interaction, body: MessageBody, uploads: readonly Upload[]): APIMessage;
}

export function createReplies(world: World, messages: Messages): Replies {
  function send(interaction: Interaction, answers: Omit<Answering, 'metadata'>, sent: Sent): APIMessage {
    const { actor } = interaction;
    const isPrivate = isEphemeral(sent.body) || mustBePrivate(interaction);
    const body = isPrivate ? ephemeral(sent.body) : sent.body;
    return messages.create({
      ...sent,
      body,
      channelId: actor.place.channel.id,
      author: world.bot,
      answers: { ...answers, metadata: metadataOf(interaction, world) },
      ...(isPrivate && { visibleTo: actor.userId }),
    });
  }

  return {
    first: (interaction, body, uploads, loading = false) =>
      send(
        interaction,
        { use: interaction.use, repliesTo: messageBehind(interaction) },
        { body, uploads, loading },
      ),
    followUp: (interaction, body, uploads) =>
      send(interaction, { repliesTo: interaction.originalId }, { body, uploads }),
  };
}

interface Sent {
  body: MessageBody;
  uploads: readonly Upload[];
  loading?: boolean;
}

const ephemeral = (body: MessageBody): MessageBody => ({
  ...body,
  flags: (body.flags ?? 0) | MessageFlags.Ephemeral,
});
