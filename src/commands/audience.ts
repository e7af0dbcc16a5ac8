import { ApplicationCommandOptionType } from 'discord.js';
import { described, named } from '../discord/localised.js';
import type { GuildSettings } from '../library/library.js';

/**
 * Who sees an answer: `all` in the channel; the asker alone, as is `usual` in this server; or the asker alone because they
 * `wanted` it so.
 */
export type Audience = 'all' | 'usual' | 'wanted';

/** @param isWanted Whether the member wanted the answer to be private; `undefined` where they said nothing. */
export function audienceOf(isWanted: boolean | undefined, { answersPrivate }: GuildSettings): Audience {
  if (isWanted) return 'wanted';
  return isWanted === undefined && answersPrivate ? 'usual' : 'all';
}

/** By which a member wants what is found for themselves, of commands that keep nothing. */
export const privateOption = {
  ...named('private'),
  ...described((copy) => copy.search.private),
  type: ApplicationCommandOptionType.Boolean,
} as const;
