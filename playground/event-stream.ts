import type { ServerResponse } from 'node:http';

/** Pages that are told of events as they happen, each over a response that stays open (server-sent events). */
export interface EventStream {
  /** Keeps the response open, and begins with these events. */
  open(response: ServerResponse, ...first: readonly object[]): void;
  send(event: object): void;
  close(): void;
}

export function createEventStream(): EventStream {
  const responses = new Set<ServerResponse>();
  const write = (response: ServerResponse, event: object) =>
    response.write(`data: ${JSON.stringify(event)}\n\n`);

  return {
    open(response, ...first) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.flushHeaders();
      responses.add(response);
      response.on('close', () => responses.delete(response));
      for (const event of first) write(response, event);
    },
    send(event) {
      for (const response of responses) write(response, event);
    },
    close() {
      for (const response of responses) response.end();
    },
  };
}
