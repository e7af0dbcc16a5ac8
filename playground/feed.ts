import type { APIMessage } from 'discord-api-types/v10';
import type { CommandUse } from './interaction.js';

/** A message as people see it. */
export interface Shown {
  message: APIMessage;
  /** The only user who sees it. */
  visibleTo?: string | undefined;
  /** The command that it answers. */
  use?: CommandUse | undefined;
}

/** Something that people in front of the page can see happen. */
export type Change =
  | ({ kind: 'message' } & Shown)
  | { kind: 'deleted'; id: string; channelId: string }
  | { kind: 'commands' }
  /** A bot did what Discord refuses; shown to whoever is developing it. */
  | { kind: 'violation'; message: string; code: number }
  | { kind: 'online'; online: boolean };

export interface Feed {
  publish(change: Change): void;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (change: Change) => void): () => void;
}

export function createFeed(): Feed {
  const listeners = new Set<(change: Change) => void>();
  return {
    publish(change) {
      for (const listener of listeners) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
