import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { Copy } from '../copy/copy.js';
import { bytesOf, checkLimits, clip, LIMITS } from './limits.js';
import type { Button, File, Reply, Select, Tone } from './reply.js';
import { type MessagePart, truncate } from './truncate.js';

/** A message in Discord's shape, whoever may see it. */
export interface Message {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: APIMessageTopLevelComponent[];
  /** Nobody is ever notified by what a document, or a member, wrote. */
  readonly allowedMentions: { readonly parse: [] };
  readonly files?: { readonly name: string; readonly attachment: Buffer }[];
}

const COLOURS: Record<Tone, number> = { answer: 0x2e7d5b, neutral: 0x6b7280, trouble: 0xb45309 };

/**
 * A reply as Discord shows it. What does not fit is left out from the end, and the message says so.
 *
 * @throws {OverLimitError} if Discord would still refuse it (a mistake in this program)
 */
export function render({ blocks, tone, buttons = [], moreButtons = [], file }: Reply, copy: Copy): Message {
  const below = [...rows(buttons), ...rows(moreButtons), ...(file ? [fileComponent(file)] : [])];
  const components: APIMessageTopLevelComponent[] = [
    { type: ComponentType.Container, accent_color: COLOURS[tone], components: contents(blocks, below, copy) },
    ...below,
  ];
  checkLimits(components);
  return {
    flags: MessageFlags.IsComponentsV2,
    components,
    allowedMentions: { parse: [] },
    ...(file && { files: [{ name: file.name, attachment: Buffer.from(file.text) }] }),
  };
}

/** The note that something was left out. */
function shortened(copy: Copy): MessagePart[] {
  return [{ kind: 'divider' }, { kind: 'text', text: `-# ${copy.reply.shortened}` }];
}

/**
 * The characters and bytes that blocks may take for nothing to be left out, where no buttons stand below: without those of
 * the container and of the note that something was left out, in whatever language.
 */
export const TEXT_ROOM = { characters: LIMITS.text - 110, bytes: LIMITS.bytes - 500 } as const;

function contents(
  blocks: Reply['blocks'],
  below: readonly APIMessageTopLevelComponent[],
  copy: Copy,
): APIComponentInContainer[] {
  const taken = below.reduce((sum, part) => sum + 1 + ('components' in part ? part.components.length : 0), 0);
  // The container itself, and what says that something was left out.
  const components = LIMITS.components - taken - 3;
  const bytes = TEXT_ROOM.bytes - bytesOf(below);
  const { parts, isShortened } = truncate(blocks, { ...TEXT_ROOM, bytes, components });
  return (isShortened ? [...parts, ...shortened(copy)] : parts).map(component);
}

function component(part: MessagePart): APIComponentInContainer {
  switch (part.kind) {
    case 'text':
      return { type: ComponentType.TextDisplay, content: part.text };
    case 'divider':
      return { type: ComponentType.Separator };
    case 'buttons':
      return row(part.buttons);
    case 'select':
      return selectRow(part);
  }
}

function fileComponent({ name }: File): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

function rows(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponent>[] {
  const count = Math.ceil(buttons.length / LIMITS.buttonsInRow);
  return Array.from({ length: count }, (_, position) =>
    row(buttons.slice(position * LIMITS.buttonsInRow, (position + 1) * LIMITS.buttonsInRow)),
  );
}

function row(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponent> {
  return {
    type: ComponentType.ActionRow,
    components: buttons.map(({ label, customId, look = 'usual' }) => ({
      type: ComponentType.Button,
      style: STYLES[look],
      label,
      custom_id: customId,
    })),
  };
}

function selectRow({
  customId,
  placeholder,
  options,
  most,
}: Select): APIActionRowComponent<APIStringSelectComponent> {
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: clip(placeholder, LIMITS.placeholder),
    ...(most !== undefined && { max_values: Math.min(most, options.length, LIMITS.options) }),
    options: options.slice(0, LIMITS.options).map(({ label, description, value }) => ({
      label: clip(label, LIMITS.option),
      ...(description && { description: clip(description, LIMITS.option) }),
      value,
    })),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

const STYLES = {
  usual: ButtonStyle.Secondary,
  main: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const satisfies Record<NonNullable<Button['look']>, ButtonStyle>;
