import { Locale } from 'discord-api-types/v10';
import type { FieldError } from '../discord-error.js';

type Path = readonly (string | number)[];

/** What a name or description is in other languages, by Discord's codes of them. */
export type Localizations = Readonly<Record<string, string>> | null | undefined;

/** What has a name, and mostly a description, that may be translated: a command, an option, a choice. */
export interface Named {
  name: string;
  name_localizations?: Localizations;
  description?: string | null;
  description_localizations?: Localizations;
}

const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));
const FIELDS = ['name_localizations', 'description_localizations'] as const;

/** Languages that Discord does not have. */
export function languageErrors(named: Named, path: Path): FieldError[] {
  return FIELDS.flatMap((field) =>
    Object.keys(named[field] ?? {})
      .filter((language) => !LOCALES.has(language))
      .map((language) => ({
        path: [...path, field, language],
        code: 'ENUM_TYPE_COERCE',
        message: `Value "${language}" is not a valid enum value.`,
      })),
  );
}

/** The languages in which something has a name that is none. */
export const languagesWithout = (isName: (name: string) => boolean, { name_localizations: names }: Named) =>
  Object.entries(names ?? {}).flatMap(([language, name]) => (isName(name) ? [] : [language]));

/** Names of options that, in some language, are also those of another: its name there, or its own. */
export function sharedNameErrors(options: readonly Named[], path: Path): FieldError[] {
  return options.flatMap((option, index) =>
    Object.entries(option.name_localizations ?? {})
      .filter(([language, name]) =>
        options.some((other) => other !== option && [other.name, nameIn(other, language)].includes(name)),
      )
      .map(([language]) => ({
        path: [...path, index, 'name_localizations', language],
        code: 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
        message: 'Option names must be unique',
      })),
  );
}

const nameIn = ({ name_localizations: names }: Named, language: string): string | undefined =>
  names?.[language];

/** How many characters of the names and the descriptions count: those of the longest language. */
export function longest({ name, name_localizations: names, ...described }: Named): number {
  const { description, description_localizations: descriptions } = described;
  const most = (first: string, others: Localizations) =>
    Math.max(...[first, ...Object.values(others ?? {})].map(({ length }) => length));
  return most(name, names) + most(description ?? '', descriptions);
}
