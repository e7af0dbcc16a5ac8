import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { type FieldError, invalidForm } from '../discord-error.js';
import { languageErrors, languagesWithout, type Named, sharedNameErrors } from './localizations.js';

type Path = readonly (string | number)[];

export interface OptionChoice extends Named {
  value: string | number;
}

export interface CommandOption extends Named {
  type: ApplicationCommandOptionType;
  description: string;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: OptionChoice[] | null;
  options?: CommandOption[] | null;
  min_length?: number | null;
  max_length?: number | null;
  min_value?: number | null;
  max_value?: number | null;
}

const MAX_CHOICE_VALUE = 100;

/** The names that Discord takes for slash commands and options; they must be lower case where there is a case. */
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;
export const isName = (name: string) => NAME.test(name) && name === name.toLowerCase();

const NESTED: ReadonlySet<ApplicationCommandOptionType> = new Set([
  ApplicationCommandOptionType.Subcommand,
  ApplicationCommandOptionType.SubcommandGroup,
]);
/** Whether an option is a sub-command or a group of them. */
export const isNested = ({ type }: CommandOption) => NESTED.has(type);

/** What Discord refuses in the options of a command, or of one option, beyond its API description. */
export function optionsErrors(options: readonly CommandOption[], path: Path): FieldError[] {
  const errors: FieldError[] = duplicates(
    options.map(({ name }) => name),
    path,
    'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
    'Option names must be unique',
  );
  errors.push(...sharedNameErrors(options, path));
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
  const errors = languageErrors(option, path);
  const refuse = (key: string, code: string, message: string) =>
    errors.push({ path: [...path, key], code, message });

  if (!isName(option.name)) refuse('name', 'APPLICATION_COMMAND_INVALID_NAME', 'Option name is invalid');
  for (const language of languagesWithout(isName, option)) {
    errors.push({
      path: [...path, 'name_localizations', language],
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: 'Option name is invalid',
    });
  }
  if (option.autocomplete && option.choices?.length) {
    refuse(
      'choices',
      'APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID',
      'Choices cannot be set with autocomplete',
    );
  }
  errors.push(...choiceErrors(option.choices ?? [], [...path, 'choices']));
  if ((option.min_length ?? 0) > (option.max_length ?? 6000)) {
    refuse('min_length', 'APPLICATION_COMMAND_OPTIONS_MIN_LENGTH', 'min_length is greater than max_length');
  }
  if (option.min_value != null && option.max_value != null && option.min_value > option.max_value) {
    refuse('min_value', 'APPLICATION_COMMAND_OPTIONS_MIN_VALUE', 'min_value is greater than max_value');
  }
  if (option.options) errors.push(...optionsErrors(option.options, [...path, 'options']));
  return errors;
}

function choiceErrors(choices: readonly OptionChoice[], path: Path): FieldError[] {
  const names = choices.map(({ name }) => name);
  const values = choices.map(({ value }) => value);
  const code = 'APPLICATION_COMMAND_OPTIONS_CHOICES_DUPLICATE';
  return [
    ...duplicates(names, path, code, 'Choice names must be unique'),
    ...duplicates(values, path, code, 'Choice values must be unique'),
    ...choices.flatMap((choice, index) => [
      ...languageErrors(choice, [...path, index]),
      ...choiceValueErrors(choice.value, [...path, index]),
    ]),
  ];
}

/**
 * Refuses what Discord refuses in the choices that are offered while somebody types.
 *
 * @throws DiscordError 50035 with every broken rule.
 */
export function checkOffered(choices: readonly OptionChoice[]): void {
  const errors = choices.flatMap((choice, index) => {
    const path = ['data', 'choices', index];
    return [...languageErrors(choice, path), ...choiceValueErrors(choice.value, path)];
  });
  if (errors.length > 0) throw invalidForm(errors);
}

function choiceValueErrors(value: string | number, path: Path): FieldError[] {
  if (typeof value === 'number' || value.length <= MAX_CHOICE_VALUE) return [];
  const message = `Must be ${MAX_CHOICE_VALUE} or fewer in length.`;
  return [{ path: [...path, 'value'], code: 'BASE_TYPE_MAX_LENGTH', message }];
}

/** An error for each value that is there before. */
export function duplicates(
  values: readonly (string | number)[],
  path: Path,
  code: string,
  message: string,
): FieldError[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [{ path: [...path, index], code, message }] : [],
  );
}
