import type { RegisteredCommand } from './commands.js';
import type { Localizations, Named } from './rules/localizations.js';

/** A command as somebody's client shows it. Its options and their choices have the two fields as well. */
export interface LocalizedCommand extends RegisteredCommand {
  name_localized: string;
  description_localized: string;
}

/** A command with the names and descriptions that somebody with this language is shown; `name` stays the real one. */
export const localized = (command: RegisteredCommand, locale: string): LocalizedCommand =>
  throughout(command, (one) => ({
    ...one,
    name_localized: inLocale(one.name_localizations, locale) ?? one.name,
    description_localized: inLocale(one.description_localizations, locale) ?? one.description ?? '',
  })) as LocalizedCommand;

/** A command as Discord lists it to a bot that does not ask for translations. */
export const withoutTranslations = (command: RegisteredCommand): object =>
  throughout(command, ({ name_localizations: _, description_localizations: __, ...one }) => one);

interface Tree extends Named {
  options?: readonly Tree[] | null;
  choices?: readonly Named[] | null;
}

/** Does the same to a command, its options and their choices. */
function throughout({ options, choices, ...one }: Tree, change: (one: Named) => object): object {
  return {
    ...change(one),
    ...(options && { options: options.map((option) => throughout(option, change)) }),
    ...(choices && { choices: choices.map(change) }),
  };
}

/** Which language stands in for one that has no translation. */
const FALLBACKS: Readonly<Record<string, string>> = { 'en-US': 'en-GB', 'en-GB': 'en-US', 'es-419': 'es-ES' };

const inLocale = (texts: Localizations, locale: string): string | undefined =>
  texts?.[locale] ?? texts?.[FALLBACKS[locale] ?? ''];
