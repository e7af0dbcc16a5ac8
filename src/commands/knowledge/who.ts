import { copy } from '../../copy/en.js';
import type { Run } from '../../discord/reply.js';

/** Somebody of whom the library knows an id, or one of its own names. */
export function who(by: string): Run {
  if (by === 'host' || by === 'schedule') return copy.knowledge.who[by];
  return { mention: 'member', id: by };
}
