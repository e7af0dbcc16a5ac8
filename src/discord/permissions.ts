import { type APIApplication, type REST, Routes, TeamMemberMembershipState } from 'discord.js';
import { type CollectionName, collectionOf, type GuildSettings } from '../library/library.js';
import type { Asker } from './interaction-data.js';

/** Who keeps the shared collection. */
export interface Home {
  /** The server whose moderators do; where none is set, the owners of the application do. */
  readonly guildId?: string;
  /** Ids of the application's owner, or of the members of its team. */
  owners(): Promise<ReadonlySet<string>>;
}

/** Why somebody may not, which says who may. */
export type Refusal =
  | { readonly kind: 'direct-message' }
  /** The server has not added the bot, or not any more. */
  | { readonly kind: 'not-added' }
  /** They are no moderator of this server. */
  | { readonly kind: 'moderators'; readonly role?: string }
  /** The collection belongs to another server. */
  | { readonly kind: 'other-server' }
  | { readonly kind: 'home-moderators' }
  | { readonly kind: 'owners' };

/** The collection that is meant where none is named. */
export function usualCollection(guildId: string, home: Home): CollectionName {
  return home.guildId === guildId ? 'shared' : collectionOf(guildId);
}

/**
 * Whether somebody may keep a collection, whatever Discord let through: `undefined` if so.
 * @param settings Those of the server that they are in.
 */
export async function refusal(
  asker: Asker,
  collection: CollectionName,
  settings: GuildSettings,
  home: Home,
): Promise<Refusal | undefined> {
  const { guildId, hasBot } = asker;
  if (guildId === null) return { kind: 'direct-message' };
  if (!hasBot) return { kind: 'not-added' };
  if (collection !== 'shared') {
    return collection === collectionOf(guildId) ? unlessModerator(asker, settings) : { kind: 'other-server' };
  }
  if (home.guildId === guildId) return unlessModerator(asker, settings);
  if (home.guildId !== undefined) return { kind: 'home-moderators' };
  return (await home.owners()).has(asker.userId) ? undefined : { kind: 'owners' };
}

function unlessModerator({ isManager, roles }: Asker, { moderatorRole }: GuildSettings): Refusal | undefined {
  if (isManager || (moderatorRole !== undefined && roles.includes(moderatorRole))) return undefined;
  return { kind: 'moderators', ...(moderatorRole !== undefined && { role: moderatorRole }) };
}

/** Who owns the application: asked of Discord when it is first needed, and kept. */
export function ownersOf(rest: REST): () => Promise<ReadonlySet<string>> {
  let owners: Promise<ReadonlySet<string>> | undefined;
  return () => {
    owners ??= fetchOwners(rest).catch((error: unknown) => {
      owners = undefined;
      throw error;
    });
    return owners;
  };
}

async function fetchOwners(rest: REST): Promise<ReadonlySet<string>> {
  const { owner, team } = (await rest.get(Routes.currentApplication())) as APIApplication;
  if (!team) return new Set(owner ? [owner.id] : []);
  const members = team.members.filter(
    ({ membership_state: state }) => state === TeamMemberMembershipState.Accepted,
  );
  return new Set(members.map(({ user }) => user.id));
}
