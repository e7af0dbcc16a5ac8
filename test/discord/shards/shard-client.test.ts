import { once } from 'node:events';
import { type ChatInputCommandInteraction, type Client, Events } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Playground, startPlayground } from '../../../playground/playground.js';
import type { UserName } from '../../../playground/world.js';
import { createChannels } from '../../../src/discord/channels.js';
import { createIdentifyTurns } from '../../../src/discord/shards/identify-turns.js';
import { createShardClient } from '../../../src/discord/shards/shard-client.js';

// What the client of a shard keeps of those who use the bot: by default discord.js keeps everything.

const MEMBERS = 30;
let playground: Playground;
let client: Client;

beforeEach(async () => {
  playground = await startPlayground({ crowd: { members: MEMBERS, servers: 2 } });
  client = createShardClient({
    shard: 0,
    count: 1,
    rest: { api: playground.apiUrl },
    identifyTurns: createIdentifyTurns(undefined, 'test'),
  });
  const ready = once(client, Events.ClientReady);
  await client.login(playground.token);
  await ready;
});

afterEach(async () => {
  await client.destroy();
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
