import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import fc from 'fast-check';
import type { OptionValue } from '../../playground/commands.js';
import type { CommandOption } from '../../playground/rules/option.js';
import { changedFile } from './files.js';
import { hostileText } from './texts.js';

// What members can give the commands that a bot has registered.

interface Leaf {
  readonly command: string;
  readonly options: readonly CommandOption[];
}

/** Each command or sub-command that takes options. */
export function leaves(name: string, options: readonly CommandOption[]): Leaf[] {
  const nested = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand);
  if (nested.length > 0) return nested.flatMap((one) => leaves(`${name} ${one.name}`, one.options ?? []));
  return [{ command: name, options }];
}

/** Each option that is suggested for while somebody types. */
export function typedInto(name: string, options: readonly CommandOption[]) {
  return leaves(name, options).flatMap(({ command, options }) =>
    options.filter(({ autocomplete }) => autocomplete).map((option) => ({ command, option: option.name })),
  );
}

/** What Discord's client lets a member give for an option. */
export function givenFor(option: CommandOption): fc.Arbitrary<OptionValue> {
  if (option.choices?.length) return fc.constantFrom(...option.choices.map(({ value }) => value));
  switch (option.type) {
    case ApplicationCommandOptionType.Boolean:
      return fc.boolean();
    case ApplicationCommandOptionType.Integer:
    case ApplicationCommandOptionType.Number:
      return fc.constantFrom(
        0,
        1,
        -1,
        2,
        99_999,
        Number.MAX_SAFE_INTEGER,
        1e21,
        option.min_value ?? 0,
        option.max_value ?? 1,
      );
    case ApplicationCommandOptionType.Attachment:
      return changedFile;
    default:
      return hostileText(option.max_length ?? 6_000);
  }
}
