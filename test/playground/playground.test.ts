import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Events, GatewayIntentBits, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { manualClock } from '../../playground/clock.js';
import { PortTakenError, startPlayground } from '../../playground/playground.js';
import {
  asCommand,
  commands,
  connected,
  connectForAll,
  refusal,
  text,
  v2,
} from '../support/playground-bot.js';
import { login } from '../support/playground-client.js';

connectForAll();

describe('logging in', () => {
  test('gives the client its user, both servers and their channels', () => {
    const { client, playground } = connected;
    expect(client.user.id).toBe(playground.applicationId);
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Home server', 'Another server']);
    expect(client.guilds.cache.get(playground.homeGuildId)?.channels.cache.map(({ name }) => name)).toContain(
      'general',
    );
  });

  test('with another token is refused', async () => {
    const playground = await startPlayground();
    await expect(login({ ...playground, token: 'x.y.z' })).rejects.toThrow('An invalid token was provided');
    await playground.stop();
  });

  test('with an intent that needs approval is refused', async () => {
    const playground = await startPlayground();
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent];
    await expect(login(playground, { intents })).rejects.toThrow('disallowed intents');
    expect(playground.violations).toMatchObject([{ request: 'GATEWAY', code: 4014 }]);
    await playground.stop();
  });

  test('gives each shard its own server', async () => {
    const { playground } = connected;
    const guilds = await Promise.all(
      [0, 1].map(async (shard) => {
        const client = await login(playground, { shards: [shard], shardCount: 2 });
        const names = client.guilds.cache.map(({ name }) => name);
        await client.destroy();
        return names;
      }),
    );
    expect(guilds.flat().sort()).toEqual(['Another server', 'Home server']);
    expect(guilds.every(({ length }) => length === 1)).toBe(true);
    expect(playground.violations).toEqual([]);
  });
});

describe('sharding', () => {
  const clock = manualClock();
  const small = { shards: 2, maxConcurrency: 1, identifyEveryMs: 5_000, sessionStarts: 3, guildsPerShard: 1 };

  test('is asked for: how many shards, how many at once, how many starts are left', async () => {
    const playground = await startPlayground({ clock, sharding: small });
    const client = await login(playground, { shards: [1], shardCount: 2 });
    expect(await client.rest.get('/gateway/bot')).toEqual({
      url: playground.gatewayUrl,
      shards: 2,
      session_start_limit: { total: 3, remaining: 2, reset_after: 86_400_000, max_concurrency: 1 },
    });
    await client.destroy();
    await playground.stop();
  });

  test('is needed for more servers than a shard may have: 4011', async () => {
    const playground = await startPlayground({ sharding: { ...small, identifyEveryMs: 0 } });
    await expect(login(playground, { shards: [0], shardCount: 1 })).rejects.toThrow('Sharding is required');
    expect(playground.violations).toMatchObject([{ code: 4011 }]);
    await playground.stop();
  });

  test('a shard that is none is closed with 4010, and one that identifies too soon has to wait', async () => {
    const playground = await startPlayground({ clock, sharding: small });
    await expect(login(playground, { shards: [2], shardCount: 2 })).rejects.toThrow('Invalid shard');
    const client = await login(playground, { shards: [0], shardCount: 2 });
    const soon = login(playground, { shards: [1], shardCount: 2 });
    await expect.poll(() => playground.violations).toMatchObject([{ code: 4010 }, { code: 4008 }]);
    clock.advance(5_000);
    for (const one of [client, await soon]) await one.destroy();
    await playground.stop();
  });

  test('sends what happens in a server to its shard alone', async () => {
    const playground = await startPlayground({ crowd: { members: 0, servers: 6 } });
    const { guilds } = playground.world;
    for (const shard of [0, 1, 2]) {
      const client = await login(playground, { shards: [shard], shardCount: 3 });
      const here = Object.values(guilds).filter(({ id }) => (BigInt(id) >> 22n) % 3n === BigInt(shard));
      const expected = here.filter((guild) => guild !== guilds.foreign).map(({ name }) => name);
      expect(client.guilds.cache.map(({ name }) => name).sort()).toEqual(expected.sort());
      expect(expected.length).toBeGreaterThan(1);
      await client.destroy();
    }
    await playground.stop();
  });
});

describe('commands', () => {
  test('are registered by one overwrite and given back as they were sent', async () => {
    const fetched = await connected.client.application.commands.fetch();
    expect(fetched.map(({ name }) => name)).toEqual(['ask', 'knowledge', 'Find sources']);
    expect(fetched.find(({ name }) => name === 'knowledge')?.defaultMemberPermissions?.bitfield).toBe(
      PermissionFlagsBits.ManageGuild,
    );
    expect(fetched.every((command) => commands.some((sent) => command.equals(sent)))).toBe(true);
  });

  test('keep their ids when they are overwritten', async () => {
    const before = connected.playground.commands().map(({ id }) => id);
    await connected.client.application.commands.set(commands);
    expect(connected.playground.commands().map(({ id }) => id)).toEqual(before);
  });

  test('of one server are seen there only', async () => {
    const { client, playground } = connected;
    await client.application.commands.set(
      [{ name: 'here', description: 'only here' }],
      playground.homeGuildId,
    );
    expect(playground.commands({ guild: 'home' }).map(({ name }) => name)).toContain('here');
    expect(playground.commands({ guild: 'other' }).map(({ name }) => name)).not.toContain('here');
    await client.application.commands.set([], playground.homeGuildId);
  });

  test('cannot be used as the client of Discord would not let one use them', async () => {
    const { playground } = connected;
    await expect(playground.use({ command: 'nothing' })).rejects.toThrow('no command /nothing');
    await expect(playground.use({ command: 'ask' })).rejects.toThrow('needs the option question');
    await expect(playground.use({ command: 'knowledge' })).rejects.toThrow('needs a subcommand');
    const options = { question: 'x'.repeat(501) };
    await expect(playground.use({ command: 'ask', options })).rejects.toThrow('at most 500 characters');
  });
});

describe('a connection that breaks', () => {
  const ask = () => connected.playground.use({ command: 'ask', options: { question: 'still there?' } });

  test('is resumed, and no interaction is lost', async () => {
    const { client, playground } = connected;
    const resumed = new Promise((resolve) =>
      client.once(Events.ShardResume, (_, replayed) => resolve(replayed)),
    );
    connected.onInteraction((interaction) => asCommand(interaction).reply('yes'));
    playground.dropConnections();
    const exchanges = await Promise.all([ask(), ask()]);
    expect(exchanges.map(({ message }) => message?.content)).toEqual(['yes', 'yes']);
    // The two interactions, and RESUMED itself.
    expect(await resumed).toBe(3);
  });

  test('whose session is forgotten is opened anew', async () => {
    const { client, playground } = connected;
    const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));
    playground.forgetSessions();
    playground.dropConnections();
    await expect(ask()).rejects.toThrow('No bot is connected');
    await ready;
    expect((await ask()).message?.content).toBe('yes');
  });
});

describe('the gateway itself', () => {
  /** What it answers to the given frames, until it has nothing more to say or closes. */
  function talk(frames: object[], count: number): Promise<unknown[]> {
    return new Promise((resolve) => {
      const answers: unknown[] = [];
      const socket = new WebSocket(`${connected.playground.gatewayUrl}?v=10&encoding=json`);
      const note = (answer: unknown) => {
        if (answers.push(answer) < count) return;
        socket.close(1000);
        resolve(answers);
      };
      socket.on('open', () => {
        for (const frame of frames) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
      });
      socket.on('message', (bytes) => note(JSON.parse(String(bytes)).op));
      socket.on('close', note);
    });
  }

  const HELLO = 10;
  const identify = () => ({ op: 2, d: { token: connected.playground.token, intents: 0, properties: {} } });

  test('acknowledges heartbeats', async () => {
    expect(await talk([{ op: 1, d: null }], 2)).toEqual([HELLO, 11]);
  });

  test('tells a client that resumes an unknown session to identify anew', async () => {
    const d = { token: connected.playground.token, session_id: 'none', seq: 1 };
    expect(await talk([{ op: 6, d }], 2)).toEqual([HELLO, 9]);
  });

  test.each([
    ['says something before it identifies', () => [{ op: 3, d: {} }], 4003],
    ['does not speak JSON', () => ['{' as unknown as object], 4002],
    ['identifies without intents', () => [{ op: 2, d: { token: connected.playground.token } }], 4013],
    ['names a shard that cannot be', () => [{ op: 2, d: { ...identify().d, shard: [2, 2] } }], 4010],
  ])('closes on a client that %s', async (_, frames, code) => {
    expect(await talk(frames(), 2)).toEqual([HELLO, code]);
    expect(connected.playground.violations).toMatchObject([{ request: 'GATEWAY', code }]);
  });

  test('closes on a client that identifies twice', async () => {
    const READY = 0;
    expect(await talk([identify(), identify()], 3)).toEqual([HELLO, READY, 4005]);
  });
});

describe('messages of the bot', () => {
  test('are sent to a channel and edited', async () => {
    const { client } = connected;
    const channel = client.channels.cache.find((one) => 'name' in one && one.name === 'reports');
    if (!channel?.isSendable()) throw new Error('no channel');
    const message = await channel.send({ ...v2, components: text('weekly report') });
    const edited = await message.edit({ components: text('corrected') });
    expect(edited.components).toMatchObject([{ content: 'corrected' }]);
    await message.delete();
  });

  test('are refused where it may not write', async () => {
    const { client } = connected;
    const channel = client.channels.cache.find((one) => 'name' in one && one.name === 'read-only');
    if (!channel?.isSendable()) throw new Error('no channel');
    expect(await refusal(channel.send('hello'))).toMatchObject({ code: 50013, status: 403 });
  });
});

describe('the port', () => {
  test('that is taken gives way to the next free one', async () => {
    const first = await startPlayground();
    const port = Number(new URL(first.pageUrl).port);
    const second = await startPlayground({ port });
    expect(Number(new URL(second.pageUrl).port)).toBeGreaterThan(port);
    await Promise.all([first.stop(), second.stop()]);
  });

  test('that is taken and must be used is an error that names it', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const error = await startPlayground({ port, mustUsePort: true }).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(PortTakenError);
    expect(error).toMatchObject({ port });
    await new Promise((resolve) => other.close(resolve));
  });
});
