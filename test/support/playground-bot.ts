import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  ComponentType,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { manualClock } from '../../playground/clock.js';
import { type Connected, connect } from './playground-client.js';

export const clock = manualClock();
/** Set while tests run. */
export let connected: Connected;

// What Discord adds where nothing is said, so that what comes back equals what was sent.
export const integration_types = [0];
export const commands = [
  {
    name: 'ask',
    integration_types,
    description: 'Ask the documents',
    options: [
      {
        type: ApplicationCommandOptionType.String as const,
        name: 'question',
        description: 'What to look for',
        required: true,
        max_length: 500,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean as const,
        name: 'private',
        description: 'Only you see it',
      },
    ],
  },
  {
    name: 'knowledge',
    integration_types,
    description: 'Keep the documents',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand as const,
        name: 'add',
        description: 'Add a document',
        options: [
          { type: ApplicationCommandOptionType.Attachment as const, name: 'file', description: 'A file' },
        ],
      },
    ],
  },
  { name: 'Find sources', integration_types, type: ApplicationCommandType.Message as const },
];

export const text = (content: string) => [{ type: ComponentType.TextDisplay as const, content }];
export const v2 = { flags: MessageFlags.IsComponentsV2 as const };
export const asCommand = (interaction: Interaction) => interaction as ChatInputCommandInteraction;

/** The error that a promise is rejected with by Discord. */
export async function refusal(promise: Promise<unknown>): Promise<DiscordAPIError> {
  const error = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(DiscordAPIError);
  return error as DiscordAPIError;
}

/** Connects one bot, with its commands registered, for all tests of a file. */
export function connectForAll(): void {
  beforeAll(async () => {
    connected = await connect({ clock });
    await connected.client.application.commands.set(commands);
  });

  afterAll(() => connected.stop());

  beforeEach(async () => {
    await connected.handled();
    connected.playground.violations.length = 0;
  });
}
