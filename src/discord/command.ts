import {
  type ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Copy } from '../copy/copy.js';
import type { GuildSettings, Library } from '../library/library.js';
import type { RecentAnswers } from '../library/recent-answers.js';
import type { Channels } from './channels.js';
import type { OptionChoice } from './choices.js';
import type { DocumentImport } from './document-port.js';
import type { Filled, Form } from './form.js';
import type { Asker, AttachedFile } from './interaction-data.js';
import type { KeptForms } from './kept-forms.js';
import type { Observer } from './observer.js';
import type { Home } from './permissions.js';
import type { QuestionLine } from './question-line.js';
import type { RateLimiter } from './rate-limit.js';
import type { Reply } from './reply.js';

/** One command as a plain value: how Discord knows it, and what it answers. */
export interface Command<Options = Readonly<Record<string, unknown>>, D extends Definition = Definition> {
  readonly definition: D;
  /** Whether only the one who asks sees the reply; when absent, everyone does. Called before the reply is known. */
  isPrivate?(request: Request<Options>, services: Services): boolean | Promise<boolean>;
  handle(request: Request<Options>, services: Services): Replies;
  /** Suggestions for the option that is being typed; the router keeps to Discord's limits. */
  autocomplete?(typing: Typing, services: Services): Promise<readonly OptionChoice[]>;
  /** What its buttons do, by the action in their custom ids. */
  readonly buttons?: Readonly<Record<string, ButtonAction>>;
  /** What becomes of what is chosen in its selects, by the action in their custom ids. */
  readonly selects?: Readonly<Record<string, SelectAction>>;
  /** What becomes of what was filled in, by the action in the custom ids of its forms. */
  readonly forms?: Readonly<Record<string, FormAction>>;
}

export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** A command in the menu of a message. Only the one who chooses it sees what it answers. */
export interface MessageCommand {
  readonly definition: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** What /help says of it: Discord has no place for that. */
  summary(copy: Copy): string;
  handle(request: MessageRequest, services: Services): Replies;
}

export interface MessageRequest extends Asker {
  /** The words of the message, as they were written. */
  readonly message: string;
  /** As {@link Request.settings}. */
  settings(): Promise<GuildSettings>;
}

// Every command says where it can be used: what Discord makes of its absence depends on a setting of the application, and its
// list of commands would never equal ours.

/** For everyone: in servers that have added the bot, and wherever somebody is who has added it for themselves. */
export const ANYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** In servers that have added the bot. */
export const IN_SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** A reply, now or later, or several: each one replaces the one before, which shows how long work goes on. */
export type Replies = Shown | Promise<Shown> | AsyncGenerator<Shown, void>;

/** A form is shown at once or not at all: Discord takes none after an interaction was deferred. */
export type Shown = Reply | Form;

/** What commands work with. */
export interface Services {
  readonly library: Library;
  readonly documentImport: DocumentImport;
  readonly home: Home;
  readonly channels: Channels;
  /** In which what ranks waits for its turn. */
  readonly questions: QuestionLine;
  /** What was found for questions that were asked lately. */
  readonly answers: RecentAnswers;
  readonly rateLimiter: RateLimiter;
  readonly keptForms: KeptForms;
  readonly now: () => Date;
  /** From how many days on a document is marked with its age. */
  readonly oldAfterDays: number;
  readonly observer: Observer;
  readonly log: Logger;
}

export interface Request<Options> extends Asker {
  /** Which of the command's sub-commands, where it has some. */
  readonly subcommand?: string;
  readonly options: Options;
  /** What is set for members of the server; read when first called, and once. Never rejects. */
  settings(): Promise<GuildSettings>;
}

export interface Typing extends Request<Readonly<Record<string, unknown>>> {
  readonly option: string;
  readonly typed: string;
}

/** Who pressed a button, or chose something in a select, and what stands in its message. */
export interface Press extends Asker {
  /** The Markdown of the message. */
  readonly shown: string;
  /** Whether everyone in the channel sees the message, and what takes its place. */
  readonly isSeenByAll: boolean;
  /** As {@link Request.settings}. */
  settings(): Promise<GuildSettings>;
}

/** Who filled in a form, and where. */
export interface Submission extends Asker {
  /** The Markdown of the message that it was opened from; empty where a command opened it. */
  readonly shown: string;
}

/** What a button does with the arguments of its custom id. */
export interface ButtonAction {
  /** `undefined` if the arguments are not ours. */
  run(args: readonly string[], press: Press, services: Services): Replies | undefined;
}

/** What becomes of what was chosen in a select, with the arguments of its custom id. */
export interface SelectAction {
  /** `undefined` if the arguments, or what was chosen, are not ours. */
  run(
    args: readonly string[],
    chosen: readonly string[],
    press: Press,
    services: Services,
  ): Replies | undefined;
}

/** What becomes of a form that was filled in, with the arguments of its custom id. */
export interface FormAction {
  /** `undefined` if the arguments are not ours. */
  run(
    args: readonly string[],
    filled: Filled,
    submission: Submission,
    services: Services,
  ): Replies | undefined;
}

/** A command whose handler gets the options of its definition by name, with their types. */
export function defineCommand<const D extends Definition>(command: Command<OptionsOf<D>, D>): Command {
  return command;
}

/** A button whose handler gets its arguments checked: custom ids are seen, and sent, by others. */
export function defineButton<Args>(
  args: z.ZodType<Args>,
  handle: (args: Args, press: Press, services: Services) => Replies,
): ButtonAction {
  return {
    run(raw, press, services) {
      const parsed = args.safeParse(raw);
      return parsed.success ? handle(parsed.data, press, services) : undefined;
    },
  };
}

/** As {@link defineButton}, for a select in which one thing is chosen. */
export function defineSelect<Args, Value>(
  args: z.ZodType<Args>,
  value: z.ZodType<Value>,
  handle: (args: Args, chosen: Value, press: Press, services: Services) => Replies,
): SelectAction {
  return defineSelectOfSeveral(args, z.tuple([value]), (checked, [chosen], press, services) =>
    handle(checked, chosen, press, services),
  );
}

/** As {@link defineSelect}, where several things can be chosen at once. */
export function defineSelectOfSeveral<Args, Values>(
  args: z.ZodType<Args>,
  values: z.ZodType<Values>,
  handle: (args: Args, chosen: Values, press: Press, services: Services) => Replies,
): SelectAction {
  return {
    run(raw, chosen, press, services) {
      const [parsed, parsedValues] = [args.safeParse(raw), values.safeParse(chosen)];
      if (!parsed.success || !parsedValues.success) return undefined;
      return handle(parsed.data, parsedValues.data, press, services);
    },
  };
}

/** As {@link defineButton}, for a form. */
export function defineForm<Args>(
  args: z.ZodType<Args>,
  handle: (args: Args, filled: Filled, submission: Submission, services: Services) => Replies,
): FormAction {
  return {
    run(raw, filled, submission, services) {
      const parsed = args.safeParse(raw);
      return parsed.success ? handle(parsed.data, filled, submission, services) : undefined;
    },
  };
}

/** `{ question: string; private: boolean | undefined }` for a definition with these options. */
export type OptionsOf<D extends object> = D extends { options: readonly (infer O)[] }
  ? { readonly [K in O as NameOf<K>]: ValueOf<K> }
  : Readonly<Record<string, never>>;

type NameOf<O> = O extends { name: infer N extends string } ? N : never;
type ValueOf<O> = O extends { type: infer T }
  ? OptionValue<T> | (O extends { required: true } ? never : undefined)
  : never;
type OptionValue<T> = T extends ApplicationCommandOptionType.Boolean
  ? boolean
  : T extends ApplicationCommandOptionType.Integer | ApplicationCommandOptionType.Number
    ? number
    : T extends ApplicationCommandOptionType.Attachment
      ? AttachedFile
      : string;
