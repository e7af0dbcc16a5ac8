import { type APIApplicationCommandOption, ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import {
  ANYWHERE,
  type Command,
  type Definition,
  defineButton,
  defineCommand,
  type MessageCommand,
  type Services,
} from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import type { Asker } from '../discord/interaction-data.js';
import { LIMITS } from '../discord/limits.js';
import { described, named } from '../discord/localised.js';
import { onePage, pagesOf } from '../discord/paging.js';
import { refusal } from '../discord/permissions.js';
import type { Button, Item, Reply, ReplyBlock } from '../discord/reply.js';
import { suggestQuestions } from '../index/known/suggestions.js';
import type { Snapshot } from '../index/snapshot.js';
import { collectionOf, type GuildSettings } from '../library/library.js';
import { refused } from './aside.js';
import { replyTo } from './ask-answer.js';
import { keyOf, knownKey } from './knowledge/known-entry.js';

/** What there is to explain, so that the list cannot fall behind. */
export interface Explained {
  /** Commands for everyone, beside the help itself. */
  readonly everyone: readonly Command[];
  /** The command of moderators, of which each sub-command is explained. */
  readonly moderators: Command;
  readonly ofMessages: readonly MessageCommand[];
}

/** Someone who wants to know what they can do. */
type Reader = Asker & { settings(): Promise<GuildSettings> };

const TO_TRY = { most: 3, maxLength: LIMITS.buttonLabel };

export function createHelp(explained: Explained): Command {
  return defineCommand({
    definition: {
      ...named('help'),
      ...described((copy) => copy.help.description),
      ...ANYWHERE,
    },

    isPrivate: () => true,

    handle: (request, services) => helpReply(request, explained, services, 0),

    buttons: {
      /** For the presser alone, as it stands on a message for all. */
      show: defineButton(
        z.tuple([]),
        async (_, press, services): Promise<Reply> => ({
          ...(await helpReply(press, explained, services, 0)),
          isAside: true,
        }),
      ),
      page: defineButton(z.tuple([z.string().regex(/^\d{1,2}$/)]), ([wanted], press, services) =>
        helpReply(press, explained, services, Number(wanted)),
      ),
      try: defineButton(z.tuple([knownKey]), async ([key], press, services): Promise<Reply> => {
        const { known } = await services.library.current(press.guildId);
        const tried = known.questions.find((question) => keyOf(question) === key);
        if (!tried) return refused(press.copy.reply.staleButton);
        const settings = await press.settings();
        // It was not their own question: nothing is noted of it.
        return {
          ...(await replyTo(tried.known.question, press, settings, 'wanted', services)),
          isAside: true,
        };
      }),
    },
  });
}

async function helpReply(
  reader: Reader,
  explained: Explained,
  services: Services,
  wanted: number,
): Promise<Reply> {
  const { copy, guildId } = reader;
  const snapshot = await services.library.current(guildId);
  const sections = [
    opening(reader, snapshot),
    everyone(reader, explained),
    listed(
      copy.help.tips,
      copy.help.tip.map((line) => ({ line })),
    ),
    ...((await isModerator(reader, services)) ? [moderators(reader, explained)] : []),
    ...((await isOwner(reader, services))
      ? [
          listed(
            copy.help.host,
            copy.help.hosting.map((line) => ({ line })),
          ),
        ]
      : []),
  ];
  const { blocks, turns } = onePage(pagesOf(sections), wanted, copy, (page) =>
    customId('help', 'page', page),
  );
  return { tone: 'neutral', blocks, buttons: turns };
}

/** What the bot is, with questions that the documents answer: the first of what is suggested while one types. */
function opening({ copy, locale }: Reader, { known }: Snapshot): ReplyBlock[] {
  const questions = suggestQuestions(known, '', { ...TO_TRY, isChinese: locale.startsWith('zh') });
  const buttons = questions.map(
    (one): Button => ({ label: one.question, customId: customId('help', 'try', keyOf({ known: one })) }),
  );
  const toTry: ReplyBlock[] = [
    { kind: 'text', line: [{ bold: copy.help.try }] },
    { kind: 'buttons', buttons },
  ];
  return [
    { kind: 'heading', text: copy.help.title },
    { kind: 'text', line: copy.help.about },
    ...(buttons.length > 0 ? toTry : []),
  ];
}

function everyone({ copy, locale }: Reader, { everyone: commands, ofMessages }: Explained): ReplyBlock[] {
  const menus = ofMessages.map(
    ({ definition, summary }): Item => ({
      line: [{ code: nameIn(definition, locale) }, ` ${summary(copy)}`],
    }),
  );
  return [
    ...listed(
      copy.help.commands,
      commands.map(({ definition }) => commandItem([definition], locale)),
    ),
    ...(menus.length > 0 ? listed(copy.help.menus, menus) : []),
  ];
}

function moderators({ copy, locale }: Reader, { moderators: { definition } }: Explained): ReplyBlock[] {
  const subcommands = (definition.options ?? []).filter(
    ({ type }) => type === ApplicationCommandOptionType.Subcommand,
  );
  return [
    ...listed(
      copy.help.moderators,
      subcommands.map((subcommand) => commandItem([definition, subcommand], locale)),
    ),
    { kind: 'small', line: copy.help.moderating },
  ];
}

async function isModerator(reader: Reader, { home }: Services): Promise<boolean> {
  return (await refusal(reader, collectionOf(reader.guildId), await reader.settings(), home)) === undefined;
}

async function isOwner({ userId }: Reader, { home, log }: Services): Promise<boolean> {
  try {
    return (await home.owners()).has(userId);
  } catch (error) {
    log.warn({ err: error }, 'the owners of the application are not known');
    return false;
  }
}

type Shown = Pick<Definition | APIApplicationCommandOption, 'name' | 'name_localizations'>;
type Described = Shown & Pick<Definition, 'description' | 'description_localizations'>;

/** A command, or a command and one of its sub-commands, as Discord shows it to somebody of this language. */
function commandItem(path: readonly Described[], locale: string): Item {
  const { description = '', description_localizations: others } = path.at(-1) ?? {};
  const name = path.map((part) => nameIn(part, locale)).join(' ');
  return { line: [{ code: `/${name}` }, ` ${inLanguage(others, locale) ?? description}`] };
}

function nameIn({ name, name_localizations: others }: Shown, locale: string): string {
  return inLanguage(others, locale) ?? name;
}

function inLanguage(texts: Definition['name_localizations'], locale: string): string | null | undefined {
  return Object.entries(texts ?? {}).find(([one]) => one === locale)?.[1];
}

function listed(title: string, items: readonly Item[]): ReplyBlock[] {
  return [
    { kind: 'text', line: [{ bold: title }] },
    { kind: 'list', items },
  ];
}
