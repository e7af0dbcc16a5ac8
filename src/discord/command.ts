import type {
  ApplicationCommandOptionType,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { KnowledgeBase } from '../library/library.js';
import type { Choice } from './choices.js';
import type { Reply } from './reply.js';

/** One command as a plain value: how Discord knows it, and what it answers. */
export interface Command<Options = Readonly<Record<string, unknown>>, D extends Definition = Definition> {
  readonly definition: D;
  /** Whether only the one who asks sees the reply; all do when absent. Asked before the reply is known. */
  isPrivate?(request: Request<Options>): boolean;
  handle(request: Request<Options>, services: Services): Replies;
  /** Suggestions for the option that is being typed; the router keeps to Discord's limits. */
  autocomplete?(typing: Typing, services: Services): Promise<readonly Choice[]>;
  /** What its buttons do, by the action in their custom ids. */
  readonly buttons?: Readonly<Record<string, ButtonAction>>;
}

export type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** A reply, now or later, or several: each one replaces the one before, which shows how long work goes on. */
export type Replies = Reply | Promise<Reply> | AsyncGenerator<Reply, void>;

/** What commands work with. */
export interface Services {
  readonly library: KnowledgeBase;
  readonly log: Logger;
}

/** Who asks, and where. */
export interface Asker {
  /** `null` in a direct message. */
  readonly guildId: string | null;
  readonly userId: string;
  /** The language of their Discord client, such as `en-GB`. */
  readonly locale: string;
}

export interface Request<Options> extends Asker {
  readonly options: Options;
}

export interface Typing extends Asker {
  readonly option: string;
  readonly typed: string;
}

/** What a button does with the arguments of its custom id. */
export interface ButtonAction {
  /** `undefined` if the arguments are none of ours. */
  run(args: readonly string[], asker: Asker, services: Services): Replies | undefined;
}

/** A command whose handler gets the options of its definition by name, with their types. */
export function defineCommand<const D extends Definition>(command: Command<OptionsOf<D>, D>): Command {
  return command;
}

/** A button whose handler gets its arguments checked: custom ids are seen, and sent, by others. */
export function defineButton<Args>(
  args: z.ZodType<Args>,
  handle: (args: Args, asker: Asker, services: Services) => Replies,
): ButtonAction {
  return {
    run(raw, asker, services) {
      const parsed = args.safeParse(raw);
      return parsed.success ? handle(parsed.data, asker, services) : undefined;
    },
  };
}

/** `{ question: string; private: boolean | undefined }` for a definition with these options. */
export type OptionsOf<D extends Definition> = D extends { options: readonly (infer O)[] }
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
    : string;
