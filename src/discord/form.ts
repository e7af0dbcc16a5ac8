import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { withoutHalfCharacter } from '../documents/names.js';
import { LIMITS } from './limits.js';

/** A form that a member fills in: plain data, as {@link Reply} is. */
export interface Form {
  readonly title: string;
  /** Names the action that gets what was filled in. */
  readonly customId: string;
  /** 1 to 5 of them. */
  readonly fields: readonly Field[];
}

export type Field = {
  /** Unique in the form. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  /** What the field holds at first: a text, the id of a role or channel, or the value of a choice. */
  readonly value?: string;
} & (
  | { readonly kind: 'line' | 'paragraph'; readonly most: number; readonly example?: string }
  | { readonly kind: 'role' | 'channel' }
  | {
      readonly kind: 'choice';
      readonly choices: readonly { readonly label: string; readonly value: string }[];
    }
);

/** What was filled in, by the names of the fields; without those that were left empty. */
export type Filled = Readonly<Record<string, string | undefined>>;

export type Modal = APIModalInteractionResponseCallbackData;

/** A form as Discord shows it. */
export function renderForm({ title, customId, fields }: Form): Modal {
  return {
    title: title.slice(0, LIMITS.formTitle),
    custom_id: customId,
    components: fields.map((field) => ({
      type: ComponentType.Label,
      label: field.label,
      ...(field.hint && { description: field.hint }),
      component: inputOf(field),
    })),
  };
}

function inputOf(field: Field): APIComponentInLabel {
  const { name, value, isRequired: required = false } = field;
  const input = { custom_id: name, required };
  switch (field.kind) {
    case 'line':
    case 'paragraph':
      return {
        ...input,
        type: ComponentType.TextInput,
        style: field.kind === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
        max_length: field.most,
        ...(value && { value: withoutHalfCharacter(value.slice(0, field.most)) }),
        ...(field.example && { placeholder: field.example }),
      };
    case 'role':
      return {
        ...input,
        type: ComponentType.RoleSelect,
        ...(value && { default_values: [{ id: value, type: SelectMenuDefaultValueType.Role }] }),
      };
    case 'channel':
      return {
        ...input,
        type: ComponentType.ChannelSelect,
        channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        ...(value && { default_values: [{ id: value, type: SelectMenuDefaultValueType.Channel }] }),
      };
    case 'choice':
      return {
        ...input,
        type: ComponentType.StringSelect,
        options: field.choices.map((choice) => ({ ...choice, default: choice.value === value })),
      };
  }
}
