import { ApplicationCommandType, type ApplicationIntegrationType } from 'discord-api-types/v10';
import { type FieldError, invalidForm } from '../discord-error.js';
import { languageErrors, languagesWithout, longest, type Named } from './localizations.js';
import { type CommandOption, duplicates, isName, optionsErrors } from './option.js';

type Path = readonly (string | number)[];

/** A command as it is sent for registration; the shape has passed Discord's schema. */
export interface CommandBody extends Named {
  type?: ApplicationCommandType | null;
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
  const errors = languageErrors(command, path);
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
  if (languagesWithout(isName, command).length > 0) {
    refuse('name_localizations', 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
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

/** All names, descriptions and choice values of a command, as Discord counts them. */
function textLength(command: Named & { options?: CommandOption[] | null }): number {
  const options = command.options ?? [];
  const choices = options.flatMap((option) => option.choices ?? []);
  return (
    longest(command) +
    choices.reduce((sum, choice) => sum + longest(choice) + String(choice.value).length, 0) +
    options.reduce((sum, option) => sum + textLength(option), 0)
  );
}
