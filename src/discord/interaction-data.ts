import {
  ApplicationCommandOptionType,
  type Attachment,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  ComponentType,
  type Message,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Copy } from '../copy/copy.js';
import { copyFor } from '../copy/languages.js';
import type { Filled } from './form.js';

// What comes from Discord, as the plain data that commands take.

/** Who asks, and where. */
export interface Asker {
  /** `null` in a direct message. */
  readonly guildId: string | null;
  /**
   * Whether the bot is a member of the server. Else somebody uses it there who has added it for themselves alone, or has a
   * message of before it left, and nothing is kept of what they ask: nobody there could look at it. Not whose install
   * Discord names: that of a message stays what it was. Never in a direct message.
   */
  readonly hasBot: boolean;
  readonly userId: string;
  /** The language of their Discord client, such as `en-GB`. */
  readonly locale: string;
  /** What they read, in that language. */
  readonly copy: Copy;
  /** What everyone in the server reads of what is posted there, in the server's language; in a direct message theirs. */
  readonly serverCopy: Copy;
  /** Whether they have the permission to manage the server. */
  readonly isManager: boolean;
  /** Ids of their roles in the server. */
  readonly roles: readonly string[];
}

/** A file that was given as an option, where Discord keeps it. */
export interface AttachedFile {
  readonly name: string;
  readonly bytes: number;
  readonly url: string;
}

export function askerOf({
  guildId,
  guild,
  guildLocale,
  user,
  locale,
  member,
  memberPermissions,
}: BaseInteraction): Asker {
  const roles = member?.roles ?? [];
  return {
    guildId,
    hasBot: guild !== null,
    userId: user.id,
    locale,
    copy: copyFor(locale),
    serverCopy: copyFor(guildLocale ?? locale),
    isManager: memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true,
    roles: 'cache' in roles ? [...roles.cache.keys()] : roles,
  };
}

export function optionsOf({ options: { data } }: ChatInputCommandInteraction | AutocompleteInteraction): {
  readonly options: Readonly<Record<string, unknown>>;
  readonly subcommand?: string;
} {
  const subcommand = data.find(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  const given = subcommand ? (subcommand.options ?? []) : data;
  return {
    options: Object.fromEntries(given.map((option) => [option.name, optionValue(option)])),
    ...(subcommand && { subcommand: subcommand.name }),
  };
}

function optionValue({ value, attachment }: CommandInteractionOption): unknown {
  return attachment ? { name: nameOf(attachment), bytes: attachment.size, url: attachment.url } : value;
}

/**
 * The name that the member gave the file. Discord takes all but Latin letters out of it (`_.pdf` for any Chinese one)
 * and keeps it, without its ending, as the title.
 */
function nameOf({ name, title }: Attachment): string {
  if (title === null || title === '') return name;
  const [ending = ''] = /\.[^.]*$/.exec(name) ?? [];
  return title.endsWith(ending) ? title : title + ending;
}

/** What was filled in, by the names of the fields; a select that takes one value gives that one. */
export function filledIn({ fields }: ModalSubmitInteraction): Filled {
  return Object.fromEntries(
    fields.fields.map((field) => {
      const value =
        'values' in field ? field.values[0] : 'value' in field ? `${field.value}`.trim() : undefined;
      return [field.customId, value === '' ? undefined : value];
    }),
  );
}

/** What a message of anybody says: its text, and that of its components. */
export function wordsOf(message: Message): string {
  return [message.content, shownIn(message)].filter((text) => text !== '').join('\n');
}

/** The Markdown of a message that we made. */
export function shownIn({ components }: Message): string {
  const texts = (parts: readonly object[]): string[] =>
    parts.flatMap((part) => {
      if ('components' in part) return texts(part.components as object[]);
      return 'type' in part && part.type === ComponentType.TextDisplay && 'content' in part
        ? [`${part.content}`]
        : [];
    });
  return texts(components).join('\n');
}
