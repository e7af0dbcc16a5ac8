import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import { copy } from '../copy/en.js';
import { fitBlocks } from './fit.js';
import { checkLimits, LIMITS } from './limits.js';
import type { Button, Reply, Tone } from './reply.js';

/** A message in Discord's shape, whoever may see it. */
export interface Message {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: APIMessageTopLevelComponent[];
  /** Nobody is ever notified by what a document, or a member, wrote. */
  readonly allowedMentions: { readonly parse: [] };
}

const COLOURS: Record<Tone, number> = { answer: 0x2e7d5b, neutral: 0x6b7280, trouble: 0xb45309 };

/**
 * A reply as Discord shows it. What does not fit is left out from the end, and the message says so.
 *
 * @throws {OverLimitError} if Discord would still refuse it (a mistake in this program)
 */
export function render({ blocks, tone, buttons = [] }: Reply): Message {
  const components: APIMessageTopLevelComponent[] = [
    { type: ComponentType.Container, accent_color: COLOURS[tone], components: contents(blocks) },
    ...rows(buttons),
  ];
  checkLimits(components);
  return { flags: MessageFlags.IsComponentsV2, components, allowedMentions: { parse: [] } };
}

function contents(blocks: Reply['blocks']): APIComponentInContainer[] {
  const { groups, isShortened } = fitBlocks(blocks, LIMITS.text - copy.reply.shortened.length - 10);
  const texts = groups.map((group) => group.join('\n'));
  if (isShortened) texts.push(`-# ${copy.reply.shortened}`);
  return texts.flatMap((content, position): APIComponentInContainer[] => [
    ...(position > 0 ? [{ type: ComponentType.Separator } as const] : []),
    { type: ComponentType.TextDisplay, content },
  ]);
}

function rows(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponent>[] {
  const parts = buttons.map(
    (button): APIButtonComponent => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: button.label,
      custom_id: button.customId,
    }),
  );
  const count = Math.ceil(parts.length / LIMITS.buttonsInRow);
  return Array.from({ length: count }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: parts.slice(row * LIMITS.buttonsInRow, (row + 1) * LIMITS.buttonsInRow),
  }));
}
