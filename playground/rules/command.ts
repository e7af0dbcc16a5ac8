import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ApplicationIntegrationType,
} from 'discord-api-types/v10';
import { type FieldError, invalidForm } from '../discord-error.js';

type Path = readonly (string | number)[];

/** What a name or description is in other languages, by Discord's codes of them. */
export type Localizations = Readonly<Record<string, string>> | null | undefined;

export interface OptionChoice {
  name: string;
  name_localizations?: Localizations;
  value: string | number;
}

export interface CommandOption {
  type: ApplicationCommandOptionType;
  name: string;
  name_localizations?: Localizations;
  description: string;
  description_localizations?: Localizations;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: OptionChoice[] | null;
  options?: CommandOption[] | null;
  min_length?: number | null;
  max_length?: number | null;
  min_value?: number | null;
  max_value?: number | null;
}

/** A command as it is sent for registration; the shape has passed Discord's schema. */
export interface CommandBody {
  name: string;
  name_localizations?: Localizations;
  type?: ApplicationCommandType | null;
  description?: string | null;
  description_localizations?: Localizations;
  options?: CommandOption[] | null;
  default_member_permissions?: string | number | null;
  dm_permission?: boolean | null;
  contexts?: number[] | null;
  integration_types?: ApplicationIntegrationType[] | null;
  nsfw?: boolean | null;
}

/** How many commands of a kind an application may have in one place. */
const MAX_BY_TYPE: Partial<Record<ApplicationCommandType, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};
const MAX_TEXT = 8000;

/** The names that Discord takes for slash commands and options; they must be lower case where there is a case. */
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;
const isName = (name: string) => NAME.test(name) && name === name.toLowerCase();

const NESTED: ReadonlySet<ApplicationCommandOptionType> = new Set([
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]);
/** Whether an option is a sub-command or a group of them. */
export const isNested = ({ type }: CommandOption) => NESTED.has(type);

/**
 * Refuses what Discord refuses in a bulk overwrite of commands beyond its API description.
 *
 * @throws DiscordError 50035 with every broken rule.
 */
export function checkCommands(commands: readonly CommandBody[]): void {
  const errors = [
    ...commands.flatMap((command, index) => commandErrors(command, [index])),
    ...duplicates(
      commands.map((command) => `${typeOf(command)} ${command.name}`),
      [],
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    ),
    ...countErrors(commands),
  ];
  if (errors.length > 0) throw invalidForm(errors);
}

export const typeOf = ({ type }: CommandBody): ApplicationCommandType =>
  type ?? ApplicationCommandType.ChatInput;

function countErrors(commands: readonly CommandBody[]): FieldError[] {
  return Object.entries(MAX_BY_TYPE).flatMap(([type, most]) =>
    commands.filter((command) => typeOf(command) === Number(type)).length > most
      ? [
          {
            path: [],
            code: 'APPLICATION_COMMANDS_MAX_REACHED',
            message: `At most ${most} commands of type ${type}`,
          },
        ]
      : [],
  );
}

function commandErrors(command: CommandBody, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (key: string, code: string, message: string) =>
    errors.push({ path: [...path, key], code, message });

  if (typeOf(command) !== ApplicationCommandType.ChatInput) {
    if (command.description) {
      refuse(
        'description',
        'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_EMPTY',
        'Menu commands have no description',
      );
    }
    if (command.options?.length) {
      refuse('options', 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_EMPTY', 'Menu commands have no options');
    }
    return errors;
  }
  if (!isName(command.name)) {
    refuse('name', 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
  if (!command.description) refuse('description', 'BASE_TYPE_REQUIRED', 'This field is required');
  if (textLength(command) > MAX_TEXT) {
    errors.push({
      path,
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${MAX_TEXT})`,
    });
  }
  return [...errors, ...optionsErrors(command.options ?? [], [...path, 'options'])];
}

function optionsErrors(options: readonly CommandOption[], path: Path): FieldError[] {
  const errors: FieldError[] = duplicates(
    options.map(({ name }) => name),
    path,
    'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
    'Option names must be unique',
  );
  if (options.some(isNested) && !options.every(isNested)) {
    errors.push({
      path,
      code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
    });
  }
  const firstOptional = options.findIndex((option) => !isNested(option) && !option.required);
  for (const [index, option] of options.entries()) {
    if (option.required && firstOptional !== -1 && index > firstOptional) {
      errors.push({
        path: [...path, index],
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message: 'Required options must be placed before non-required options',
      });
    }
    errors.push(...optionErrors(option, [...path, index]));
  }
  return errors;
}

function optionErrors(option: CommandOption, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (key: string, code: string, message: string) =>
    errors.push({ path: [...path, key], code, message });

  if (!isName(option.name)) refuse('name', 'APPLICATION_COMMAND_INVALID_NAME', 'Option name is invalid');
  if (option.autocomplete && option.choices?.length) {
    refuse(
      'choices',
      'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
      'Choices cannot be set with autocomplete',
    );
  }
  if (option.choices) {
    const [names, values] = [
      option.choices.map(({ name }) => name),
      option.choices.map(({ value }) => value),
    ];
    const code = 'APPLICATION_COMMAND_OPTIONS_CHOICES_DUPLICATE';
    errors.push(...duplicates(names, [...path, 'choices'], code, 'Choice names must be unique'));
    errors.push(...duplicates(values, [...path, 'choices'], code, 'Choice values must be unique'));
  }
  if ((option.min_length ?? 0) > (option.max_length ?? 6000)) {
    refuse('min_length', 'APPLICATION_COMMAND_OPTIONS_MIN_LENGTH', 'min_length is greater than max_length');
  }
  if (option.min_value != null && option.max_value != null && option.min_value > option.max_value) {
    refuse('min_value', 'APPLICATION_COMMAND_OPTIONS_MIN_VALUE', 'min_value is greater than max_value');
  }
  if (option.options) errors.push(...optionsErrors(option.options, [...path, 'options']));
  return errors;
}

function duplicates(
  values: readonly (string | number)[],
  path: Path,
  code: string,
  message: string,
): FieldError[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [{ path: [...path, index], code, message }] : [],
  );
}

/** All names, descriptions and choice values of a command, as Discord counts them. */
function textLength(command: {
  name: string;
  description?: string | null;
  options?: CommandOption[] | null;
}): number {
  const own = command.name.length + (command.description?.length ?? 0);
  const options = command.options ?? [];
  const choices = options.flatMap((option) => option.choices ?? []);
  return (
    own +
    choices.reduce((sum, { name, value }) => sum + name.length + String(value).length, 0) +
    options.reduce((sum, option) => sum + textLength(option), 0)
  );
}
