import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What is between the bot and its database: as reliable as a test wants it to be. */
export interface Network {
  /** The address of the database, through it. */
  readonly url: string;
  /** Ends all connections. */
  cut(): void;
  /** From now on nothing arrives any more, and nobody is told; new connections are taken and lead nowhere. */
  swallow(): void;
  /** Lets everything through again, with what was swallowed. */
  restore(): void;
  close(): Promise<void>;
}

export async function openNetwork({ href, hostname, port }: URL): Promise<Network> {
  const sockets = new Set<Socket>();
  let isSwallowing = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => {}).on('close', () => sockets.delete(from));
      from.on('data', (data) => to.write(data)).on('end', () => to.end());
      if (isSwallowing) from.pause();
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(href);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut,
    swallow() {
      isSwallowing = true;
      for (const socket of sockets) socket.pause();
    },
    restore() {
      isSwallowing = false;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      cut();
      await once(server.close(), 'close');
    },
  };
}
