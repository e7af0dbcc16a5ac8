import { type Client, TeamMemberMembershipState, User } from 'discord.js';

/** Who owns the application: asked of Discord when it is first needed, and kept. */
export function ownersOf(client: Client): () => Promise<ReadonlySet<string>> {
  let owners: Promise<ReadonlySet<string>> | undefined;
  return () => {
    owners ??= fetchOwners(client).catch((error: unknown) => {
      owners = undefined;
      throw error;
    });
    return owners;
  };
}

async function fetchOwners({ application }: Client): Promise<ReadonlySet<string>> {
  const { owner } = (await application?.fetch()) ?? {};
  if (!owner) return new Set();
  if (owner instanceof User) return new Set([owner.id]);
  const members = owner.members.filter(
    ({ membershipState }) => membershipState === TeamMemberMembershipState.Accepted,
  );
  return new Set(members.keys());
}
