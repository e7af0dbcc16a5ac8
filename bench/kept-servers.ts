/*
 * What a process keeps of the servers that it is in: `node dist/bench/kept-servers.js`.
 *
 * The clients of all shards, as the bot makes them, connect to a Discord on the loopback address; their process says how much memory
 * it holds when all servers have come. Each server has 30 channels, 20 roles and 30 emojis. Beside that: the same with the caches
 * that discord.js has by default, what a client costs that has no servers, and what members who ask leave behind.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ChannelType, Client, Events, GatewayIntentBits, type Interaction, MessageFlags } from 'discord.js';
import { pino } from 'pino';
import { type Playground, startPlayground } from '../playground/playground.js';
import type { UserName } from '../playground/world.js';
import { createShards } from '../src/discord/shards/shards.js';

interface Setting {
  readonly apiUrl: string;
  readonly token: string;
  readonly shards: number;
  /** Whether clients are made as discord.js makes them where nothing is said. */
  readonly isDefault: boolean;
}

const ASKERS = 2_000;
const [setting] = process.argv.slice(2);
if (setting) await connectAndTell(JSON.parse(setting));
else await measure();

async function measure(): Promise<void> {
  console.log(
    '| servers | shards | clients | heap, MB | resident, MB | connected after, s | after 2,000 askers, heap MB |',
  );
  console.log('|--:|--:|---|--:|--:|--:|--:|');
  for (const [servers, shards, isDefault] of [
    [0, 1, false],
    [0, 1, true],
    [0, 16, false],
    [0, 64, false],
    [1_000, 1, false],
    [1_000, 1, true],
    [10_000, 4, false],
    [10_000, 4, true],
  ] as const)
    await measureOne(servers, shards, isDefault);
}

async function measureOne(servers: number, shards: number, isDefault: boolean): Promise<void> {
  // Everybody is in every server.
  const askers = servers === 0 && shards === 1 ? ASKERS : 0;
  const playground = await startPlayground({
    crowd: { members: askers, servers },
    sharding: { shards, maxConcurrency: shards, guildsPerShard: 2_600 },
  });
  furnish(playground);
  const { apiUrl, token } = playground;
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify({ apiUrl, token, shards, isDefault })], {
    execArgv: ['--expose-gc'],
  });
  const [connected] = await once(child, 'message');
  for (let asker = 1; asker <= askers; asker++)
    await playground.use({ command: 'help', user: `member-${asker}` as UserName, guild: 'home' });
  child.send('memory');
  const [asked] = await once(child, 'message');
  child.kill();
  await once(child, 'exit');
  await playground.stop();
  const kind = isDefault ? "discord.js's own" : 'ours';
  console.log(
    `| ${servers} | ${shards} | ${kind} | ${connected.heap} | ${connected.resident} | ${connected.seconds} | ${askers > 0 ? asked.heap : '–'} |`,
  );
}

/** Gives each server what servers have, so far as it is sent. */
function furnish({ world }: Playground): void {
  for (const guild of Object.values(world.guilds)) {
    const [first] = guild.channels;
    const [everyone] = guild.roles;
    if (!first || !everyone) continue;
    const id = (nth: number) => String(BigInt(guild.id) + BigInt(nth));
    const add = <T>(count: number, make: (nth: number) => T) =>
      Array.from({ length: count }, (_, nth) => make(nth));
    guild.channels.push(
      ...add(27, (nth) => ({
        ...first,
        id: id(100 + nth),
        name: `channel-${nth}`,
        type: ChannelType.GuildText as const,
        topic: 'What is spoken of here, in one sentence or two.',
      })),
    );
    guild.roles.push(...add(17, (nth) => ({ ...everyone, id: id(200 + nth), name: `Role ${nth}` })));
    guild.emojis = add(30, (nth) => ({
      id: id(300 + nth),
      name: `emoji_${nth}`,
      roles: [],
      animated: false,
    }));
  }
}

/** In a process of its own. */
async function connectAndTell({ apiUrl, token, shards: count, isDefault }: Setting): Promise<void> {
  const begun = performance.now();
  const onInteraction = async (interaction: Interaction) => {
    if (interaction.isRepliable())
      await interaction.reply({ content: 'Yes.', flags: MessageFlags.Ephemeral });
  };
  const connect = async (client: Client) => {
    const ready = once(client, Events.ClientReady);
    await client.login(token);
    await ready;
  };
  if (isDefault) {
    const client = new Client({
      intents: [GatewayIntentBits.Guilds],
      rest: { api: apiUrl },
      shards: Array.from({ length: count }, (_, shard) => shard),
      shardCount: count,
    });
    client.on(Events.InteractionCreate, onInteraction);
    await connect(client);
    await client.application?.commands.set([{ name: 'help', description: 'Help' }]);
  } else {
    const shards = createShards({
      token,
      apiUrl,
      rest: { api: apiUrl },
      ids: 'auto',
      onClient: (client) => void client.on(Events.InteractionCreate, onInteraction),
      connect,
      log: pino({ level: 'silent' }),
    });
    await shards.open();
    await shards.clients()[0]?.application?.commands.set([{ name: 'help', description: 'Help' }]);
  }
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  const tell = () => {
    for (let pass = 0; pass < 3; pass++) globalThis.gc?.();
    const { heapUsed, rss } = process.memoryUsage();
    process.send?.({ heap: (heapUsed / 1e6).toFixed(1), resident: (rss / 1e6).toFixed(0), seconds });
  };
  process.on('message', tell);
  tell();
}
