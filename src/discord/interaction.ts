import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Message } from './render.js';
import type { Responder } from './respond.js';

/** The reply is a message of its own. */
export function newMessage(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction | ModalSubmitInteraction,
  isPrivate: () => Promise<boolean>,
): Responder {
  const isAcknowledged = () => interaction.deferred || interaction.replied;
  return {
    async defer() {
      await interaction.deferReply((await isPrivate()) ? { flags: MessageFlags.Ephemeral } : {});
    },
    async show(message) {
      if (isAcknowledged()) await interaction.editReply(message);
      else await interaction.reply((await isPrivate()) ? onlyForThem(message) : message);
    },
    async aside(message) {
      if (isAcknowledged()) await interaction.editReply(message);
      else await interaction.reply(onlyForThem(message));
    },
    async further(message) {
      await interaction.followUp((await isPrivate()) ? onlyForThem(message) : message);
    },
    async post(message) {
      if (isAcknowledged()) await interaction.followUp(message);
      else await interaction.reply(message);
    },
    async open(form) {
      // Discord takes no form in answer to a form.
      if (interaction.isModalSubmit()) throw new Error('a form was opened in answer to a form');
      await interaction.showModal(form);
    },
  };
}

/** The reply takes the place of the message that the button or select stands on; what is said aside leaves it as it is. */
export function sameMessage(
  interaction: ButtonInteraction | StringSelectMenuInteraction | ModalMessageModalSubmitInteraction,
): Responder {
  const isAcknowledged = () => interaction.deferred || interaction.replied;
  return {
    async defer() {
      await interaction.deferUpdate();
    },
    async show(message) {
      if (isAcknowledged()) await interaction.editReply(message);
      else await interaction.update(message);
    },
    async aside(message) {
      if (isAcknowledged()) await interaction.followUp(onlyForThem(message));
      else await interaction.reply(onlyForThem(message));
    },
    async further(message) {
      await interaction.followUp(message);
    },
    async post(message) {
      if (isAcknowledged()) await interaction.followUp(message);
      else await interaction.reply(message);
    },
    async open(form) {
      if (interaction.isModalSubmit()) throw new Error('a form was opened in answer to a form');
      await interaction.showModal(form);
    },
  };
}

function onlyForThem(message: Message) {
  return { ...message, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral } as const;
}
