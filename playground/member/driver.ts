import { type APIMessage, ComponentType, InteractionType } from 'discord-api-types/v10';
import type { Commands, OptionValue, RegisteredCommand } from '../commands.js';
import type { CommandUse, ShownMessage } from '../feed.js';
import type { Files } from '../files.js';
import type { Installs } from '../installs.js';
import { type Actor, memberPermissions } from '../interaction.js';
import type { Interactions } from '../interactions.js';
import { type LocalizedCommand, localized } from '../localized.js';
import type { Messages } from '../messages.js';
import { ownersOf, ownersOfMessage } from '../owners.js';
import { type Component, walk } from '../rules/components.js';
import type { OptionChoice } from '../rules/option.js';
import type { World } from '../world.js';
import { type As, actorAt, actorOf } from './actors.js';
import { ClientRefusal } from './client-refusal.js';
import type { Exchange, OpenForm } from './exchange.js';
import { type FieldValue, filledIn } from './form.js';
import { autocompleteData, type CommandData, commandData, menuData } from './use.js';
import { selected } from './values.js';

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
  /** The commands that can be used at a place by somebody who is allowed to. */
  commands(as?: As): RegisteredCommand[];
  /** The commands that somebody is offered: those that they are allowed to use, named in their language. */
  offered(as?: As): LocalizedCommand[];
  /** Uses a slash command and waits for what the member sees. */
  use(use: Use): Promise<Exchange>;
  autocomplete(autocomplete: Autocomplete): Promise<OptionChoice[]>;
  /** Uses a command from a message's context menu. */
  menu(message: APIMessage, command: string, as?: As): Promise<Exchange>;
}

interface ComponentDriver {
  press(message: APIMessage, customId: string, as?: As): Promise<Exchange>;
  select(message: APIMessage, customId: string, values: readonly string[], as?: As): Promise<Exchange>;
  /** Fills in the form that `opened` shows; fields not named keep their values. */
  submitModal(opened: OpenForm, fields: Record<string, FieldValue>, as?: As): Promise<Exchange>;
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
  installs: Installs;
  interactions: Interactions;
  messages: Messages;
  files: Files;
}

export function createDriver(options: DriverOptions): Driver {
  return { ...commandDriver(options), ...componentDriver(options), ...channelDriver(options) };
}

function commandDriver(options: DriverOptions): CommandDriver {
  const { world, commands, installs, interactions, messages, files } = options;

  const usableBy = ({ place, userId }: Actor) =>
    commands
      .registeredFor(place.guild?.id)
      .filter((command) => Object.keys(ownersOf(command, { place, userId }, installs)).length > 0);

  function open(type: InteractionType, actor: Actor, data: CommandData, use?: CommandUse): Promise<Exchange> {
    const owners = ownersOf(data.command, actor, installs);
    return interactions.open({ type, actor, data: data.sent, owners, ...(use && { use }) }).settled();
  }

  return {
    commands: (as = {}) => usableBy(actorOf(as, world)),

    offered(as = {}) {
      const actor = actorOf(as, world);
      return usableBy(actor)
        .filter((command) => isAllowed(command, actor))
        .map((command) => localized(command, actor.locale));
    },

    async use(use) {
      const actor = actorOf(use, world);
      const data = commandData(usableBy(actor), use, { world, files, place: actor.place });
      return open(InteractionType.ApplicationCommand, actor, data, shownUse(use));
    },

    async autocomplete(use) {
      const actor = actorOf(use, world);
      const data = autocompleteData(usableBy(actor), use, use.focused);
      const type = InteractionType.ApplicationCommandAutocomplete;
      const { choices = [] } = await open(type, actor, data, shownUse(use));
      return [...choices];
    },

    async menu(message, command, as = {}) {
      const actor = actorAt(message, as, world, messages);
      const data = menuData(usableBy(actor), command, message);
      return open(InteractionType.ApplicationCommand, actor, data, { command, isMenu: true, options: [] });
    },
  };
}

/** Whether a server lets somebody use a command. Outside of servers all may. */
function isAllowed({ default_member_permissions: needed }: RegisteredCommand, actor: Actor): boolean {
  if (needed === null || !actor.place.guild) return true;
  return (memberPermissions(actor) & BigInt(needed)) === BigInt(needed);
}

function componentDriver(options: DriverOptions): ComponentDriver {
  const { world, interactions, installs, messages, files } = options;

  function open(message: APIMessage, data: object, as: As): Promise<Exchange> {
    const source = messages.get(message.id);
    const actor = actorAt(message, as, world, messages);
    const owners = source ? ownersOfMessage(source, actor.place, installs) : {};
    const type = InteractionType.MessageComponent;
    return interactions.open({ type, data, actor, owners, source }).settled();
  }

  return {
    async press(message, customId, as = {}) {
      const { type } = componentIn(messages.get(message.id), customId);
      if (type !== ComponentType.Button) throw new ClientRefusal(`${customId} is not a button`);
      return open(message, { component_type: type, custom_id: customId }, as);
    },

    async select(message, customId, values, as = {}) {
      const select = componentIn(messages.get(message.id), customId);
      const { place } = actorAt(message, as, world, messages);
      const data = { component_type: select.type, ...selected(select, values, { world, place }) };
      return open(message, data, as);
    },

    async submitModal(opened, fields, as = {}) {
      const { modal, owners } = opened;
      if (!modal) throw new ClientRefusal('no form was opened');
      const source = opened.source && (messages.get(opened.source.id) ?? opened.source);
      const actor = source ? actorAt(source, as, world, messages) : actorOf(as, world);
      const resolved = {};
      const data = {
        custom_id: modal.custom_id,
        components: filledIn(modal.components, fields, { world, files, place: actor.place }, resolved),
        ...(Object.keys(resolved).length ? { resolved } : {}),
      };
      return interactions.open({ type: InteractionType.ModalSubmit, data, actor, owners, source }).settled();
    },
  };
}

function channelDriver({ world, messages }: DriverOptions): ChannelDriver {
  return {
    say(content, as = {}) {
      const { place, userId } = actorOf(as, world);
      const author = world.userById(userId) as APIMessage['author'];
      return messages.create({ channelId: place.channel.id, author, body: { content } });
    },

    read(as = {}) {
      const { place, userId } = actorOf(as, world);
      const isForThem = ({ visibleTo }: ShownMessage) => visibleTo === undefined || visibleTo === userId;
      return messages
        .inChannel(place.channel.id)
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
