import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Commands, OptionValue, RegisteredCommand } from '../commands.js';
import type { ShownMessage } from '../feed.js';
import type { Files } from '../files.js';
import type { CommandUse } from '../interaction.js';
import type { Interactions } from '../interactions.js';
import type { Messages } from '../messages.js';
import { type Component, walk } from '../rules/components.js';
import type { GuildName, World } from '../world.js';
import { type As, actorAt, actorOf, guildNamed } from './actors.js';
import { ClientRefusal } from './client-refusal.js';
import type { Exchange } from './exchange.js';
import { autocompleteData, commandData, menuData } from './use.js';
import { filledIn, selected } from './values.js';

export interface Use extends As {
  /** Name of a command with its subcommand, such as `knowledge refresh`. */
  command: string;
  options?: Record<string, OptionValue>;
}

export interface Autocomplete extends Use {
  /** The option being typed into; what has been typed is its value in `options`. */
  focused: string;
}

/** What people do in front of Discord. Each method throws where Discord's own client would not let them. */
export type Driver = CommandDriver & ComponentDriver & ChannelDriver;

interface CommandDriver {
  /** The commands that can be used in a server. */
  commands(guild?: GuildName): RegisteredCommand[];
  /** Uses a slash command and waits for what the member sees. */
  use(use: Use): Promise<Exchange>;
  autocomplete(autocomplete: Autocomplete): Promise<APIApplicationCommandOptionChoice[]>;
  /** Uses a command from a message's context menu. */
  menu(message: APIMessage, command: string, as?: As): Promise<Exchange>;
}

interface ComponentDriver {
  press(message: APIMessage, customId: string, as?: As): Promise<Exchange>;
  select(message: APIMessage, customId: string, values: readonly string[], as?: As): Promise<Exchange>;
  /** Fills in the form that `opened` shows; fields not named keep their values. */
  submitModal(
    opened: Exchange,
    fields: Record<string, string | readonly string[]>,
    as?: As,
  ): Promise<Exchange>;
}

interface ChannelDriver {
  /** Puts a message of a person into a channel, for context-menu commands to work on. */
  say(content: string, as?: As): APIMessage;
  /** What stands in a channel, oldest first, for the user to read. */
  read(as?: As): APIMessage[];
}

export interface DriverOptions {
  world: World;
  commands: Commands;
  interactions: Interactions;
  messages: Messages;
  files: Files;
}

export function createDriver(options: DriverOptions): Driver {
  return { ...commandDriver(options), ...componentDriver(options), ...channelDriver(options) };
}

function commandDriver({ world, commands, interactions, messages, files }: DriverOptions): CommandDriver {
  return {
    commands: (guild = 'home') => commands.usableIn(guildNamed(guild, world).id),

    async use(use) {
      const actor = actorOf(use, world);
      const { guild, channel } = actor;
      const data = commandData(commands.usableIn(guild.id), use, {
        world,
        files,
        guild,
        channelId: channel.id,
      });
      const type = InteractionType.ApplicationCommand;
      return interactions.open({ type, data, actor, use: shownUse(use) }).settled();
    },

    async autocomplete(use) {
      const actor = actorOf(use, world);
      const data = autocompleteData(commands.usableIn(actor.guild.id), use, use.focused);
      const type = InteractionType.ApplicationCommandAutocomplete;
      const exchange = await interactions.open({ type, data, actor }).settled();
      return [...(exchange.choices ?? [])];
    },

    async menu(message, command, as = {}) {
      const actor = actorAt(message, as, world, messages);
      const data = menuData(commands.usableIn(actor.guild.id), command, message);
      const type = InteractionType.ApplicationCommand;
      return interactions.open({ type, data, actor, use: { command, isMenu: true, options: [] } }).settled();
    },
  };
}

function componentDriver({ world, interactions, messages }: DriverOptions): ComponentDriver {
  /** From which message, if any, the modal of an exchange was opened. */
  const modalSources = new WeakMap<Exchange, APIMessage>();

  function open(message: APIMessage, data: object, as: As): Promise<Exchange> {
    const source = messages.get(message.id);
    const actor = actorAt(message, as, world, messages);
    const exchange = interactions.open({ type: InteractionType.MessageComponent, data, actor, source });
    if (source) modalSources.set(exchange, source);
    return exchange.settled();
  }

  return {
    async press(message, customId, as = {}) {
      const { type } = componentIn(messages.get(message.id), customId);
      if (type !== ComponentType.Button) throw new ClientRefusal(`${customId} is not a button`);
      return open(message, { component_type: type, custom_id: customId }, as);
    },

    async select(message, customId, values, as = {}) {
      const select = componentIn(messages.get(message.id), customId);
      const { guild } = actorAt(message, as, world, messages);
      const data = { component_type: select.type, ...selected(select, values, { world, guild }) };
      return open(message, data, as);
    },

    async submitModal(opened, fields, as = {}) {
      const { modal } = opened;
      if (!modal) throw new ClientRefusal('no form was opened');
      const source = modalSources.get(opened);
      const actor = source ? actorAt(source, as, world, messages) : actorOf(as, world);
      const resolved = {};
      const data = {
        custom_id: modal.custom_id,
        components: filledIn(modal.components, fields, { world, guild: actor.guild }, resolved),
        ...(Object.keys(resolved).length ? { resolved } : {}),
      };
      return interactions.open({ type: InteractionType.ModalSubmit, data, actor, source }).settled();
    },
  };
}

function channelDriver({ world, messages }: DriverOptions): ChannelDriver {
  return {
    say(content, as = {}) {
      const { channel, userId } = actorOf(as, world);
      const author = world.userById(userId) as APIMessage['author'];
      return messages.create({ channelId: channel.id, author, body: { content } });
    },

    read(as = {}) {
      const { channel, userId } = actorOf(as, world);
      const isForThem = ({ visibleTo }: ShownMessage) => visibleTo === undefined || visibleTo === userId;
      return messages
        .inChannel(channel.id)
        .filter(isForThem)
        .map(({ message }) => message);
    },
  };
}

/** A component that can be used in a message as it is now. */
function componentIn(message: APIMessage | undefined, customId: string): Component {
  if (!message) throw new ClientRefusal('the message is gone');
  const all = [...walk((message.components ?? []) as unknown as Component[], [])];
  const found = all.find((one) => one.component.custom_id === customId)?.component;
  if (!found) throw new ClientRefusal(`the message has no component ${customId}`);
  if (found.disabled) throw new ClientRefusal(`the component ${customId} is disabled`);
  return found;
}

/** The command as the others in the channel see that it was used. */
const shownUse = ({ command, options = {} }: Use): CommandUse => ({
  command,
  isMenu: false,
  options: Object.entries(options).map(([name, value]) => ({
    name,
    value: typeof value === 'object' ? value.filename : value,
  })),
});
