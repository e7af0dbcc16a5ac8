import {
  type APIApplicationCommandOptionChoice,
  type APIMessage,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import type { Command, Commands, OptionValue } from '../commands.js';
import type { Shown } from '../feed.js';
import type { Files } from '../files.js';
import type { Actor, CommandUse } from '../interaction.js';
import type { Interactions } from '../interactions.js';
import type { Messages } from '../messages.js';
import { type Component, walk } from '../rules/components.js';
import type { Guild, GuildName, UserName, World } from '../world.js';
import type { Exchange } from './exchange.js';
import { Refusal } from './refusal.js';
import { autocompleteData, commandData, menuData } from './use.js';
import { filledIn, selected } from './values.js';

/** Who does something and where; a member in #general of the home server where nothing is said. */
export interface As {
  user?: UserName;
  guild?: GuildName;
  /** Name of a channel. */
  channel?: string;
  /** Discord's code of the user's language. */
  locale?: string;
  /** Permission bits to have instead of those of the user's roles. */
  permissions?: bigint;
}

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
export interface Driver {
  /** The commands that can be used in a server. */
  commands(guild?: GuildName): Command[];
  /** Uses a slash command and waits for what the member sees. */
  use(use: Use): Promise<Exchange>;
  autocomplete(autocomplete: Autocomplete): Promise<APIApplicationCommandOptionChoice[]>;
  /** Uses a command from a message's context menu. */
  menu(message: APIMessage, command: string, as?: As): Promise<Exchange>;
  press(message: APIMessage, customId: string, as?: As): Promise<Exchange>;
  select(message: APIMessage, customId: string, values: readonly string[], as?: As): Promise<Exchange>;
  /** Fills in the form that `opened` shows; fields not named keep their values. */
  submitModal(
    opened: Exchange,
    fields: Record<string, string | readonly string[]>,
    as?: As,
  ): Promise<Exchange>;
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

export function createDriver({ world, commands, interactions, messages, files }: DriverOptions): Driver {
  /** From which message, if any, the modal of an exchange was opened. */
  const modalSources = new WeakMap<Exchange, APIMessage>();

  function guildOf(name: GuildName): Guild {
    if (!Object.hasOwn(world.guilds, name)) throw new Refusal(`there is no server called ${name}`);
    return world.guilds[name];
  }

  function actor({ user = 'member', guild = 'home', channel, locale = 'en-US', permissions }: As): Actor {
    if (!Object.hasOwn(world.users, user)) throw new Refusal(`there is nobody called ${user}`);
    const place = guildOf(guild);
    const found = place.channels.find(({ name }) => name === (channel ?? 'general'));
    if (!found) throw new Refusal(`no channel #${channel} in ${place.name}`);
    return {
      userId: world.users[user].id,
      guild: place,
      channel: found,
      locale,
      ...(permissions === undefined ? {} : { permissions }),
    };
  }

  /** The same, in the channel of a message, which the user must be able to see. */
  function actorAt(message: APIMessage, as: As): Actor {
    const channel = world.channelById(message.channel_id);
    const guild = channel && world.guildById(channel.guild_id);
    if (!channel || !guild) throw new Refusal(`no channel ${message.channel_id}`);
    const who = { ...actor(as), channel, guild };
    const reader = messages.visibleTo(message.id);
    if (reader !== undefined && reader !== who.userId)
      throw new Refusal('this message is ephemeral, for somebody else');
    return who;
  }

  function component(message: APIMessage, customId: string): Component {
    const current = messages.get(message.id);
    if (!current) throw new Refusal(`message ${message.id} is gone`);
    const all = [...walk((current.components ?? []) as unknown as Component[], [])];
    const found = all.find((one) => one.component.custom_id === customId)?.component;
    if (!found) throw new Refusal(`the message has no component ${customId}`);
    if (found.disabled) throw new Refusal(`the component ${customId} is disabled`);
    return found;
  }

  function useComponent(message: APIMessage, data: object, as: As): Promise<Exchange> {
    const source = messages.get(message.id);
    const exchange = interactions.open({
      type: InteractionType.MessageComponent,
      data,
      actor: actorAt(message, as),
      source,
    });
    if (source) modalSources.set(exchange, source);
    return exchange.settled();
  }

  return {
    commands: (guild = 'home') => commands.usableIn(guildOf(guild).id),

    async use(use) {
      const who = actor(use);
      const data = commandData(commands.usableIn(who.guild.id), use, {
        world,
        files,
        guild: who.guild,
        channelId: who.channel.id,
      });
      const type = InteractionType.ApplicationCommand;
      return interactions.open({ type, data, actor: who, use: shownUse(use) }).settled();
    },

    async autocomplete(use) {
      const who = actor(use);
      const data = autocompleteData(commands.usableIn(who.guild.id), use, use.focused);
      const type = InteractionType.ApplicationCommandAutocomplete;
      const exchange = await interactions.open({ type, data, actor: who }).settled();
      return [...(exchange.choices ?? [])];
    },

    async menu(message, command, as = {}) {
      const who = actorAt(message, as);
      const data = menuData(commands.usableIn(who.guild.id), command, message);
      const type = InteractionType.ApplicationCommand;
      return interactions
        .open({ type, data, actor: who, use: { command, isMenu: true, options: [] } })
        .settled();
    },

    async press(message, customId, as = {}) {
      const { type } = component(message, customId);
      if (type !== ComponentType.Button) throw new Refusal(`${customId} is not a button`);
      return useComponent(message, { component_type: type, custom_id: customId }, as);
    },

    async select(message, customId, values, as = {}) {
      const found = component(message, customId);
      const { guild } = actorAt(message, as);
      const data = { component_type: found.type, ...selected(found, values, { world, guild }) };
      return useComponent(message, data, as);
    },

    async submitModal(opened, fields, as = {}) {
      const { modal } = opened;
      if (!modal) throw new Refusal('no form was opened');
      const source = modalSources.get(opened);
      const who = source ? actorAt(source, as) : actor(as);
      const resolved = {};
      const data = {
        custom_id: modal.custom_id,
        components: filledIn(modal.components, fields, { world, guild: who.guild }, resolved),
        ...(Object.keys(resolved).length ? { resolved } : {}),
      };
      return interactions.open({ type: InteractionType.ModalSubmit, data, actor: who, source }).settled();
    },

    say(content, as = {}) {
      const { channel, userId } = actor(as);
      const author = world.userById(userId) as APIMessage['author'];
      return messages.create({ channelId: channel.id, author, body: { content } });
    },

    read(as = {}) {
      const { channel, userId } = actor(as);
      const isForThem = ({ visibleTo }: Shown) => visibleTo === undefined || visibleTo === userId;
      return messages
        .inChannel(channel.id)
        .filter(isForThem)
        .map(({ message }) => message);
    },
  };
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
