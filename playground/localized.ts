import type { RegisteredCommand } from './commands.js';
import type { CommandOption, Localizations } from './rules/command.js';

/** What has a name that may be translated, and mostly a description: a command, an option, a choice. */
interface Named {
  name: string;
  name_localizations?: Localizations;
  description?: string | null;
  description_localizations?: Localizations;
}

/** How a client of Discord shows what a bot has named. */
interface Shown {
  name_localized: string;
  description_localized: string;
}

export type LocalizedCommand = RegisteredCommand & Shown;

/** A command with the names and descriptions that somebody with this language is shown; `name` stays the real one. */
export function localized(command: RegisteredCommand, locale: string): LocalizedCommand {
  return {
    ...shown(command, locale),
    ...(command.options && { options: optionsIn(command.options, locale) }),
  };
}

function optionsIn(options: readonly CommandOption[], locale: string): (CommandOption & Shown)[] {
  return options.map((option) => ({
    ...shown(option, locale),
    ...(option.options && { options: optionsIn(option.options, locale) }),
    ...(option.choices && { choices: option.choices.map((choice) => shown(choice, locale)) }),
  }));
}

const shown = <One extends Named>(one: One, locale: string): One & Shown => ({
  ...one,
  name_localized: one.name_localizations?.[locale] ?? one.name,
  description_localized: one.description_localizations?.[locale] ?? one.description ?? '',
});
