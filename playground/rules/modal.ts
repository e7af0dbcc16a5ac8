import { ComponentType } from 'discord-api-types/v10';
import { type FieldError, invalidForm } from '../discord-error.js';
import { type Component, componentErrors, walk } from './components.js';

export interface ModalBody {
  custom_id: string;
  title: string;
  components: Component[];
}

type Path = readonly (string | number)[];

const MAX_PARTS = 5;

/**
 * Refuses what Discord refuses in a modal beyond its API description.
 *
 * @throws DiscordError 50035 with every broken rule.
 */
export function checkModal({ components }: ModalBody): void {
  const path = ['data', 'components'];
  const placed = [...walk(components, path)];
  const errors: FieldError[] = [
    ...componentErrors(placed),
    ...placed.flatMap(({ component, path }) =>
      component.type === ComponentType.TextInput
        ? inputErrors(component, path)
        : requiredErrors(component, path),
    ),
  ];
  if (components.length > MAX_PARTS) {
    errors.push({
      path,
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be between 1 and ${MAX_PARTS} in length.`,
    });
  }
  if (errors.length > 0) throw invalidForm(errors);
}

/** What is required cannot be left empty. */
function requiredErrors({ custom_id: id, required, min_values: least }: Component, path: Path): FieldError[] {
  if (!id || required === false || least !== 0) return [];
  const message = 'Value should be greater than or equal to 1.';
  return [{ path: [...path, 'min_values'], code: 'NUMBER_TYPE_MIN', message }];
}

function inputErrors(input: Component, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  const inLabel = path.at(-1) === 'component';
  if (inLabel === Boolean(input.label)) {
    errors.push({
      path: [...path, 'label'],
      code: inLabel ? 'TEXT_INPUT_LABEL_NOT_ALLOWED' : 'BASE_TYPE_REQUIRED',
      message: inLabel ? 'A text input inside a label takes its label from there' : 'This field is required',
    });
  }
  const least = input.min_length ?? 0;
  const most = input.max_length ?? 4000;
  if (least > most) {
    errors.push({
      path: [...path, 'min_length'],
      code: 'TEXT_INPUT_MIN_LENGTH',
      message: 'min_length cannot be greater than max_length',
    });
  }
  if (input.value && input.value.length > most) {
    errors.push({
      path: [...path, 'value'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `Must be ${most} or fewer in length.`,
    });
  }
  return errors;
}
