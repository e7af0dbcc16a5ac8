import {
  type APIAttachment,
  type APIUser,
  ApplicationCommandType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import type { OptionValue, RegisteredCommand } from '../commands.js';
import type { Files, Upload } from '../files.js';
import { type Guild, permissionsIn } from '../guilds.js';
import { type CommandOption, isNested } from '../rules/option.js';
import type { Place, World } from '../world.js';
import { ClientRefusal } from './client-refusal.js';

/** A command as it is called: `knowledge refresh`, with its options by name. */
export interface Call {
  command: string;
  options?: Record<string, OptionValue>;
}

/** Where names and ids are looked up. */
export interface Surroundings {
  world: World;
  place: Place;
}

export interface CallContext extends Surroundings {
  files: Files;
}

interface Sent {
  type: Option;
  name: string;
  value?: string | number | boolean;
  focused?: true;
  options?: Sent[];
}

/** A command that is used, and the `data` of the interaction that says so. */
export interface CommandData {
  command: RegisteredCommand;
  sent: object;
}

/** The `data` of the interaction that uses a slash command. @throws ClientRefusal where Discord's client would not send it. */
export function commandData(
  commands: readonly RegisteredCommand[],
  { command: path, options = {} }: Call,
  context: CallContext,
): CommandData {
  const { command, nesting, leaf } = find(commands, path);
  refuseUnknown(options, leaf, path);
  const resolved: Resolved = {};
  const sent = leaf.flatMap((option): Sent[] => {
    const value = options[option.name];
    if (value === undefined) {
      if (option.required) throw new ClientRefusal(`/${path} needs the option ${option.name}`);
      return [];
    }
    return [{ type: option.type, name: option.name, value: toValue(option, value, resolved, context) }];
  });
  const data = {
    ...head(command),
    ...(sent.length || nesting.length ? { options: nest(nesting, sent) } : {}),
    ...(Object.keys(resolved).length ? { resolved } : {}),
  };
  return { command, sent: data };
}

/** The `data` of the interaction that asks what could complete an option. */
export function autocompleteData(
  commands: readonly RegisteredCommand[],
  { command: path, options = {} }: Call,
  focused: string,
): CommandData {
  const { command, nesting, leaf } = find(commands, path);
  refuseUnknown(options, leaf, path);
  if (!leaf.find(({ name }) => name === focused)?.autocomplete) {
    throw new ClientRefusal(`the option ${focused} of /${path} has no autocomplete`);
  }
  const sent = leaf.flatMap(({ type, name }): Sent[] => {
    const value = options[name] ?? (name === focused ? '' : undefined);
    if (value === undefined || typeof value === 'object') return [];
    return [{ type, name, value, ...(name === focused ? { focused: true as const } : {}) }];
  });
  return { command, sent: { ...head(command), options: nest(nesting, sent) } };
}

/** The `data` of the interaction that uses a command of a message's context menu. */
export function menuData(
  commands: readonly RegisteredCommand[],
  name: string,
  message: { id: string },
): CommandData {
  const command = commands.find((one) => one.name === name && one.type === ApplicationCommandType.Message);
  if (!command) throw new ClientRefusal(`there is no message command ${name}`);
  const resolved = { messages: { [message.id]: message } };
  return { command, sent: { ...head(command), target_id: message.id, resolved } };
}

const head = ({ id, name, type, guild_id }: RegisteredCommand) => ({
  id,
  name,
  type,
  ...(guild_id ? { guild_id } : {}),
});

function find(commands: readonly RegisteredCommand[], path: string) {
  const [name = '', ...nesting] = path.split(' ');
  const command = commands.find((one) => one.name === name && one.type === ApplicationCommandType.ChatInput);
  if (!command) throw new ClientRefusal(`there is no command /${name}`);
  let leaf: readonly CommandOption[] = command.options ?? [];
  const parents: CommandOption[] = [];
  for (const step of nesting) {
    const next = leaf.find((option) => option.name === step && isNested(option));
    if (!next) throw new ClientRefusal(`there is no command /${path}`);
    parents.push(next);
    leaf = next.options ?? [];
  }
  if (leaf.some(isNested)) throw new ClientRefusal(`/${path} needs a subcommand`);
  return { command, nesting: parents, leaf };
}

const nest = (parents: readonly CommandOption[], options: Sent[]): Sent[] =>
  parents.reduceRight<Sent[]>((inner, { type, name }) => [{ type, name, options: inner }], options);

function refuseUnknown(options: object, leaf: readonly CommandOption[], path: string): void {
  for (const name of Object.keys(options)) {
    if (!leaf.some((option) => option.name === name))
      throw new ClientRefusal(`/${path} has no option ${name}`);
  }
}

/** What the ids in an interaction stand for, by kind and id. */
export type Resolved = Partial<
  Record<'users' | 'members' | 'roles' | 'channels' | 'attachments', Record<string, unknown>>
>;

/** Adds a file that a member gives; nobody else sees it. Returns its id. */
export function putFile(attachment: APIAttachment, resolved: Resolved): string {
  put(resolved, 'attachments', attachment.id, { ...attachment, ephemeral: true });
  return attachment.id;
}

function put(resolved: Resolved, kind: keyof Resolved, id: string, value: unknown): void {
  resolved[kind] = { ...resolved[kind], [id]: value };
}

/** Checks a value as Discord's client does before it lets a member send it. */
function toValue(
  option: CommandOption,
  value: OptionValue,
  resolved: Resolved,
  context: CallContext,
): string | number | boolean {
  const wrong = (what: string) => new ClientRefusal(`option ${option.name}: ${what}`);
  switch (option.type) {
    case Option.Attachment: {
      if (typeof value !== 'object') throw wrong('must be a file');
      return putFile(context.files.store(context.place.channel.id, value as Upload), resolved);
    }
    case Option.Boolean:
      if (typeof value !== 'boolean') throw wrong('must be true or false');
      return value;
    case Option.Integer:
    case Option.Number:
      return checkNumber(option, value, wrong);
    case Option.String:
      return checkString(option, value, wrong);
    default:
      if (typeof value !== 'string') throw wrong('must be an id');
      resolveId(value, resolved, context);
      return value;
  }
}

function checkNumber(
  option: CommandOption,
  value: OptionValue,
  wrong: (what: string) => ClientRefusal,
): number {
  if (typeof value !== 'number') throw wrong('must be a number');
  if (option.type === Option.Integer && !Number.isInteger(value)) throw wrong('must be a whole number');
  if (value < (option.min_value ?? -Infinity)) throw wrong(`must be at least ${option.min_value}`);
  if (value > (option.max_value ?? Infinity)) throw wrong(`must be at most ${option.max_value}`);
  return checkChoice(option, value, wrong);
}

function checkString(
  option: CommandOption,
  value: OptionValue,
  wrong: (what: string) => ClientRefusal,
): string {
  if (typeof value !== 'string') throw wrong('must be text');
  if (value.length < (option.min_length ?? 0))
    throw wrong(`must be at least ${option.min_length} characters`);
  if (value.length > (option.max_length ?? 6000))
    throw wrong(`must be at most ${option.max_length ?? 6000} characters`);
  return checkChoice(option, value, wrong);
}

function checkChoice<Value extends string | number>(
  { choices }: CommandOption,
  value: Value,
  wrong: (what: string) => ClientRefusal,
): Value {
  if (choices?.length && !choices.some((choice) => choice.value === value)) {
    throw wrong(`must be one of ${choices.map((choice) => choice.value).join(', ')}`);
  }
  return value;
}

/** Adds what an id stands for (a user, a role, a channel) to the interaction's resolved data. */
export function resolveId(id: string, resolved: Resolved, { world, place }: Surroundings): void {
  if (place.guild) resolveInGuild(id, resolved, place.guild);
  else resolvePerson(id, resolved, [...place.channel.recipients, world.bot]);
}

function resolveInGuild(id: string, resolved: Resolved, guild: Guild): void {
  const member = guild.members.find(({ user }) => user.id === id);
  const role = guild.roles.find((one) => one.id === id);
  const channel = guild.channels.find((one) => one.id === id);
  if (member) {
    const { user, ...rest } = member;
    put(resolved, 'users', id, user);
    put(resolved, 'members', id, { ...rest, permissions: String(permissionsIn(guild, id)) });
  } else if (role) {
    put(resolved, 'roles', id, role);
  } else if (channel) {
    put(resolved, 'channels', id, { ...channel, permissions: '0' });
  } else {
    throw new ClientRefusal(`nothing in ${guild.name} has the id ${id}`);
  }
}

/** Where there is no server there are only people. */
function resolvePerson(id: string, resolved: Resolved, people: readonly APIUser[]): void {
  const person = people.find((one) => one.id === id);
  if (!person) throw new ClientRefusal(`nobody here has the id ${id}`);
  put(resolved, 'users', id, person);
}
