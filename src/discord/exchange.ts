import { type ButtonInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import type { Exchange } from './deliver.js';
import type { Message } from './render.js';

/** The reply is a message of its own. */
export function newMessage(interaction: ChatInputCommandInteraction, isPrivate: () => boolean): Exchange {
  const isAcknowledged = () => interaction.deferred || interaction.replied;
  return {
    async defer() {
      await interaction.deferReply(isPrivate() ? { flags: MessageFlags.Ephemeral } : {});
    },
    async show(message) {
      if (isAcknowledged()) await interaction.editReply(message);
      else await interaction.reply(isPrivate() ? onlyForThem(message) : message);
    },
    async fail(message) {
      if (isAcknowledged()) await interaction.editReply(message);
      else await interaction.reply(onlyForThem(message));
    },
  };
}

/** The reply takes the place of the message that the button stands on; a failure leaves that message as it is. */
export function sameMessage(interaction: ButtonInteraction): Exchange {
  const isAcknowledged = () => interaction.deferred || interaction.replied;
  return {
    async defer() {
      await interaction.deferUpdate();
    },
    async show(message) {
      if (isAcknowledged()) await interaction.editReply(message);
      else await interaction.update(message);
    },
    async fail(message) {
      if (isAcknowledged()) await interaction.followUp(onlyForThem(message));
      else await interaction.reply(onlyForThem(message));
    },
  };
}

function onlyForThem(message: Message) {
  return { ...message, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral } as const;
}
