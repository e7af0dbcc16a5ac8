import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../playground/playground.js';

/** A playground with the real discord.js client logged in to it. */
export interface Connected {
  playground: Playground;
  client: Client<true>;
  /** What the bot does with an interaction; replaced by each test. */
  onInteraction(handler: (interaction: Interaction) => unknown): void;
  /** Resolves when the bot has done all it does with the last interaction, beyond what the member waits for. */
  handled(): Promise<unknown>;
  stop(): Promise<void>;
}

export async function connect(options: PlaygroundOptions = {}): Promise<Connected> {
  const playground = await startPlayground(options);
  let handler: (interaction: Interaction) => unknown = () => {};
  let handled: Promise<unknown> = Promise.resolve();
  const client = await login(playground, {}, (interaction) => {
    handled = Promise.resolve(handler(interaction));
  });
  return {
    playground,
    client,
    onInteraction(next) {
      handler = next;
    },
    handled: () => handled,
    async stop() {
      await client.destroy();
      await playground.stop();
    },
  };
}

/** @param onInteraction What the bot does with interactions, from the first one on. */
export async function login(
  { apiUrl, token }: Pick<Playground, 'apiUrl' | 'token'>,
  options: Partial<ClientOptions> = {},
  onInteraction: (interaction: Interaction) => unknown = () => {},
): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: apiUrl, retries: 0 },
    ...options,
  });
  client.on(Events.InteractionCreate, onInteraction);
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  return client as Client<true>;
}
