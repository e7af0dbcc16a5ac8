import type { APIMessage } from 'discord-api-types/v10';
import type { Violation } from './discord-error.js';

/** A command as people see that it was used. */
export interface CommandUse {
  /** Its name, with its subcommand. */
  command: string;
  isMenu: boolean;
  options: readonly { name: string; value: string | number | boolean }[];
}

/** A message as people see it. */
export interface ShownMessage {
  message: APIMessage;
  /** The only user who sees it. */
  visibleTo?: string | undefined;
  /** The command that it answers. */
  use?: CommandUse | undefined;
}

/** Something that people in front of the page can see happen. */
export type FeedEvent =
  | ({ kind: 'message' } & ShownMessage)
  | { kind: 'deleted'; id: string; channelId: string }
  | { kind: 'commands' }
  /** A bot did what Discord refuses; shown to whoever is developing it. */
  | ({ kind: 'violation' } & Violation)
  | { kind: 'online'; online: boolean };

export interface Feed<Event = FeedEvent> {
  publish(event: Event): void;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (event: Event) => void): () => void;
}

export function createFeed<Event = FeedEvent>(): Feed<Event> {
  const listeners = new Set<(event: Event) => void>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
