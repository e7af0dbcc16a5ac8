import { type APIUser, ChannelType } from 'discord-api-types/v10';

/** Direct messages of one person with the bot. */
export interface DirectChannel {
  id: string;
  type: ChannelType.DM;
  recipients: APIUser[];
}

/** Several people among themselves. */
export interface GroupChannel {
  id: string;
  type: ChannelType.GroupDM;
  name: string;
  icon: null;
  owner_id: string;
  recipients: APIUser[];
}

export type PrivateChannel = DirectChannel | GroupChannel;

/** A direct channel's id lies this far above that of its person. */
const DIRECT_ID_OFFSET = 100_000_000_000n;

export const createDirect = (person: APIUser): DirectChannel => ({
  id: String(BigInt(person.id) + DIRECT_ID_OFFSET),
  type: ChannelType.DM,
  recipients: [person],
});

export const createGroup = (id: string, people: readonly [APIUser, ...APIUser[]]): GroupChannel => ({
  id,
  type: ChannelType.GroupDM,
  name: people.map(({ global_name: name }) => name).join(', '),
  icon: null,
  owner_id: people[0].id,
  recipients: [...people],
});
