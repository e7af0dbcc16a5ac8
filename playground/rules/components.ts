import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { FieldError } from '../discord-error.js';

type Path = readonly (string | number)[];

interface Emoji {
  id?: string | null;
  name?: string | null;
}

/** A component as it arrives: its shape has passed Discord's schema, of which these are the fields in use. */
export interface Component {
  type: ComponentType;
  id?: number;
  custom_id?: string | null;
  style?: number;
  label?: string | null;
  emoji?: Emoji | null;
  url?: string | null;
  sku_id?: string | null;
  content?: string;
  disabled?: boolean | null;
  required?: boolean | null;
  /** Of a checkbox. */
  default?: boolean | null;
  options?: { value: string; default?: boolean | null; emoji?: Emoji | null }[];
  min_values?: number | null;
  max_values?: number | null;
  default_values?: unknown[] | null;
  min_length?: number | null;
  max_length?: number | null;
  value?: string | null;
  components?: Component[];
  component?: Component;
  accessory?: Component;
  file?: { url: string };
  media?: { url: string };
  items?: { media: { url: string } }[];
}

export interface Placed {
  component: Component;
  path: Path;
}

const SELECTS: ReadonlySet<ComponentType> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** Those of forms alone, from whose options one or several are chosen. */
const GROUPS: ReadonlySet<ComponentType> = new Set([ComponentType.RadioGroup, ComponentType.CheckboxGroup]);

export const isSelect = ({ type }: Component): boolean => SELECTS.has(type);

/** Every component with its place in the body, parents before children. */
export function* walk(components: readonly Component[], path: Path): Generator<Placed> {
  for (const [index, component] of components.entries()) yield* walkOne(component, [...path, index]);
}

function* walkOne(component: Component, path: Path): Generator<Placed> {
  yield { component, path };
  if (component.components) yield* walk(component.components, [...path, 'components']);
  if (component.component) yield* walkOne(component.component, [...path, 'component']);
  if (component.accessory) yield* walkOne(component.accessory, [...path, 'accessory']);
}

/** What Discord refuses in components beyond its API description, in messages and modals alike. */
export function componentErrors(placed: readonly Placed[]): FieldError[] {
  return [
    ...repeated(
      placed,
      'custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    ),
    ...repeated(placed, 'id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
    ...placed.flatMap(({ component, path }) => {
      if (component.type === ComponentType.ActionRow) return rowErrors(component, path);
      if (component.type === ComponentType.Button) return buttonErrors(component, path);
      if (isSelect(component) || GROUPS.has(component.type)) return selectErrors(component, path);
      return [];
    }),
  ];
}

function repeated(
  placed: readonly Placed[],
  key: 'custom_id' | 'id',
  code: string,
  message: string,
): FieldError[] {
  const seen = new Set<string | number>();
  return placed.flatMap(({ component, path }) => {
    const value = component[key];
    // An id of 0 asks Discord to number the component itself.
    if (!value) return [];
    if (seen.has(value)) return [{ path: [...path, key], code, message }];
    seen.add(value);
    return [];
  });
}

function rowErrors(row: Component, path: Path): FieldError[] {
  const parts = row.components ?? [];
  if (!parts.some(isSelect) || parts.length === 1) return [];
  return [
    {
      path: [...path, 'components'],
      code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      message: 'A select takes the whole width of its action row',
    },
  ];
}

function buttonErrors(button: Component, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (key: string, code: string, message: string) =>
    errors.push({ path: [...path, key], code, message });

  if (button.style === ButtonStyle.Premium) {
    if (!button.sku_id) refuse('sku_id', 'BASE_TYPE_REQUIRED', 'This field is required');
    return errors;
  }
  if (!button.label && !button.emoji) {
    refuse('label', 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button needs a label or an emoji');
  }
  errors.push(...emojiErrors(button.emoji, path));
  if (button.style === ButtonStyle.Link) {
    if (button.custom_id) {
      refuse(
        'custom_id',
        'BUTTON_COMPONENT_CUSTOM_ID_AND_URL',
        'A custom id and url cannot both be specified',
      );
    }
    if (!button.url) refuse('url', 'BASE_TYPE_REQUIRED', 'A url is required');
    else if (!/^https?:\/\//i.test(button.url)) {
      refuse('url', 'URL_TYPE_INVALID_SCHEME', "Scheme must be one of ('http', 'https').");
    }
    return errors;
  }
  if (!button.custom_id) refuse('custom_id', 'COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
  if (button.url) {
    refuse('url', 'BUTTON_COMPONENT_CUSTOM_ID_AND_URL', 'A custom id and url cannot both be specified');
  }
  return errors;
}

function selectErrors(select: Component, path: Path): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (key: string, code: string, message: string) =>
    errors.push({ path: [...path, key], code, message });
  const least = select.min_values ?? 1;
  const most = mostOf(select);

  if (least > most) {
    refuse('min_values', 'SELECT_COMPONENT_MIN_VALUES', 'min_values cannot be greater than max_values');
  }
  if (!select.options) return errors;
  if (most > select.options.length) {
    refuse('max_values', 'SELECT_COMPONENT_MAX_VALUES', 'max_values cannot exceed the number of options');
  }
  if (new Set(select.options.map(({ value }) => value)).size < select.options.length) {
    refuse(
      'options',
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      'The specified option value is already used',
    );
  }
  if (select.options.filter((option) => option.default).length > most) {
    refuse(
      'options',
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      'More options are default than can be chosen',
    );
  }
  const emojis = select.options.map(({ emoji }, index) => emojiErrors(emoji, [...path, 'options', index]));
  return [...errors, ...emojis.flat()];
}

/** How many options may be chosen. */
export function mostOf({ type, max_values: most, options = [] }: Component): number {
  return most ?? (type === ComponentType.CheckboxGroup ? options.length : 1);
}

const EMOJI_CHARACTERS = /^[\p{Emoji}\p{Emoji_Component}]+$/u;
const HAS_PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

/** An emoji of no server is one of Unicode's. */
function emojiErrors(emoji: Emoji | null | undefined, path: Path): FieldError[] {
  const { id, name } = emoji ?? {};
  if (id || !name || (EMOJI_CHARACTERS.test(name) && HAS_PICTURE.test(name))) return [];
  return [{ path: [...path, 'emoji', 'name'], code: 'COMPONENT_INVALID_EMOJI', message: 'Invalid emoji' }];
}
