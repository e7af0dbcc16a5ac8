import type { Reply, ReplyLine } from '../discord/reply.js';

// A line for the one who asked alone; the message that a button stands on stays as it is.

/** Tells them something. */
export function aside(line: ReplyLine): Reply {
  return { tone: 'neutral', isAside: true, blocks: [{ kind: 'text', line }] };
}

/** Says why something was not done, and what to do. */
export function refused(line: ReplyLine): Reply {
  return { ...aside(line), tone: 'trouble' };
}
