import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
} from 'discord.js';
import type { OptionChoice } from './choices.js';
import type { Command, Definition, OptionsOf, Replies, Request, Services, Typing } from './command.js';

/** One of several things that a command does, under a name of its own. */
export interface Subcommand<
  Options = Readonly<Record<string, unknown>>,
  D extends SubcommandDefinition = SubcommandDefinition,
> {
  readonly definition: D;
  handle(request: Request<Options>, services: Services): Replies;
  autocomplete?(typing: Typing, services: Services): Promise<readonly OptionChoice[]>;
}

type Shown = 'name' | 'name_localizations' | 'description' | 'description_localizations';

export interface SubcommandDefinition extends Readonly<Pick<APIApplicationCommandSubcommandOption, Shown>> {
  readonly options?: readonly APIApplicationCommandBasicOption[];
}

/** A sub-command whose handler gets the options of its definition by name, with their types. */
export function defineSubcommand<const D extends SubcommandDefinition>(
  subcommand: Subcommand<OptionsOf<D>, D>,
): Subcommand {
  return subcommand;
}

/** A command that does what its sub-commands do. */
export function createGroup(
  command: Omit<Command, 'definition' | 'handle' | 'autocomplete'> & {
    readonly definition: Omit<Definition, 'options'>;
    readonly subcommands: readonly Subcommand[];
  },
): Command {
  const { subcommands, definition, ...rest } = command;
  const byName = new Map(subcommands.map((one) => [one.definition.name, one]));
  return {
    ...rest,
    definition: { ...definition, options: subcommands.map(optionOf) },
    handle(request, services) {
      const subcommand = byName.get(request.subcommand ?? '');
      // Discord sends no other name than those of the definition.
      if (!subcommand) throw new Error(`no sub-command ${request.subcommand}`);
      return subcommand.handle(request, services);
    },
    async autocomplete(typing, services) {
      return (await byName.get(typing.subcommand ?? '')?.autocomplete?.(typing, services)) ?? [];
    },
  };
}

function optionOf({ definition }: Subcommand): APIApplicationCommandSubcommandOption {
  const { options, ...shown } = definition;
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...shown,
    ...(options && { options: [...options] }),
  };
}
