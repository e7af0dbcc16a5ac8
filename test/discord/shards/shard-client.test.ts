import { once } from 'node:events';
import { type ChatInputCommandInteraction, type Client, Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../../playground/playground.js';
import type { UserName } from '../../../playground/world.js';
import { createChannels } from '../../../src/discord/channels.js';
import { createIdentifyTurns } from '../../../src/discord/shards/identify-turns.js';
import { createShardClient, type ShardClient } from '../../../src/discord/shards/shard-client.js';

// What the client of a shard keeps of those who use the bot: by default discord.js keeps everything.

const MEMBERS = 30;
let playground: Playground;
let client: Client;
let close: () => Promise<void>;

const clientOf = ({ apiUrl }: Playground) =>
  createShardClient({
    shard: 0,
    count: 1,
    rest: { api: apiUrl },
    identifyTurns: createIdentifyTurns(undefined, 'test'),
  });

async function login(one: Client, { token }: Playground) {
  const ready = once(one, Events.ClientReady);
  await one.login(token);
  await ready;
}

beforeEach(async () => {
  playground = await startPlayground({ crowd: { members: MEMBERS, servers: 2 } });
  ({ client, close } = clientOf(playground));
  await login(client, playground);
});

afterEach(async () => {
  await close();
  await playground.stop();
});

test('servers with their roles are kept, channels are not', () => {
  expect(client.guilds.cache.size).toBe(4);
  const [guild = expect.fail('no server')] = client.guilds.cache.values();
  expect(guild.roles.cache.size).toBe(3);
  expect(client.channels.cache.size).toBe(0);
});

test('who asks is known while they are answered, with their roles, and not kept', async () => {
  const roles: number[] = [];
  client.on(Events.InteractionCreate, async (interaction) => {
    const asked = interaction as ChatInputCommandInteraction<'cached'>;
    roles.push(asked.member.roles.cache.size);
    await asked.reply({ content: `Hello ${asked.user.username}` });
  });
  await client.application?.commands.set([{ name: 'hello', description: 'Says hello' }]);
  const greet = (user: string) => playground.use({ command: 'hello', user: user as UserName });
  for (let member = 1; member <= MEMBERS; member++)
    expect((await greet(`member-${member}`)).message?.content).toBe(`Hello member-${member}`);
  await greet('moderator');
  expect(roles.at(0)).toBe(1);
  expect(roles.at(-1)).toBe(2);
  expect(client.users.cache.map(({ id }) => id)).toEqual([client.user?.id]);
  for (const guild of client.guilds.cache.values()) expect(guild.members.cache.size).toBe(1);
});

test('it writes into a channel that it does not keep, where it may', async () => {
  const { id, channels } = playground.world.guilds.home;
  const posting = createChannels(() => client);
  const idOf = (name: string) => channels.find((one) => one.name === name)?.id ?? '';
  const reply = () => ({ tone: 'neutral', blocks: [{ kind: 'text', line: 'Hello' }] }) as const;
  expect(await posting.post(id, idOf('reports'), reply)).toBe(true);
  expect(await posting.post(id, idOf('read-only'), reply)).toBe(false);
  expect(await posting.post(playground.world.guilds.other.id, idOf('reports'), reply)).toBe(false);
  expect(playground.read({ channel: 'reports' })).toHaveLength(1);
});

describe('a client that is closed', () => {
  // Beside one that is destroyed as discord.js has it, at the same moment and a little later. Where that one does not come back
  // any more, discord.js has mended it, and what keeps ours away can go.
  let elsewhere: Playground;
  let ours: ShardClient;
  let its: ShardClient;

  beforeEach(async () => {
    await close();
    await expect.poll(playground.isOnline).toBe(false);
    elsewhere = await startPlayground();
    ours = clientOf(playground);
    its = clientOf(elsewhere);
  });

  afterEach(async () => {
    await its.close();
    await elsewhere.stop();
  });

  const both = <T>(act: (client: Client, where: Playground) => T) =>
    Promise.all([act(ours.client, playground), act(its.client, elsewhere)]);

  /** Where discord.js's comes back, ours would have been back by then. */
  async function expectItAway() {
    await ours.close();
    void its.client.destroy();
    await expect.poll(elsewhere.isOnline, { timeout: 20_000 }).toBe(true);
    expect(playground.isOnline()).toBe(false);
  }

  test('while it waits to connect again stays away', async () => {
    await both(login);
    await both((one, where) => {
      const gone = once(one, Events.ShardReconnecting);
      where.dropConnections();
      return gone;
    });
    await expectItAway();
  });

  test('while it asks where the gateway is stays away', async () => {
    await both((one, { token }) => void one.login(token));
    await expectItAway();
  });

  test('while Discord says nothing to who it is is gone soon, and stays away', async () => {
    await both(
      (one, where) =>
        new Promise<void>((identified) => {
          one.on(Events.Debug, (text) => {
            if (text.includes('Identifying')) where.faults.gateway.isSilent = true;
            if (text.includes('Waiting for event ready')) identified();
          });
          void one.login(where.token);
        }),
    );
    await both((_, where) => {
      where.faults.gateway.isSilent = false;
    });
    await expectItAway();
  });
});
