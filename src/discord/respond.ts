import type { Copy } from '../copy/copy.js';
import type { Replies, Shown } from './command.js';
import { type Modal, renderForm } from './form.js';
import { type Message, render } from './render.js';
import type { Reply } from './reply.js';

/** Discord drops an interaction that has no reply after 3 s; half of that is left for the way there. */
export const PATIENCE_MS = 1500;

/** What can be done with one interaction. */
export interface Responder {
  /** Says that the reply will take longer. At most once, and before anything is shown. */
  defer(): Promise<void>;
  /** Shows a message in the place of the one before. */
  show(message: Message): Promise<void>;
  /** Shows a message only to the one who asked, where that is still possible. */
  aside(message: Message): Promise<void>;
  /** Shows a message below the one that is shown. */
  further(message: Message): Promise<void>;
  /** Posts a message for all in the channel, and leaves the one before as it is. */
  post(message: Message): Promise<void>;
  /** Opens a form, as the first and only thing. */
  open(form: Modal): Promise<void>;
}

/** Resolves after so many milliseconds. */
export type Wait = (ms: number) => Promise<unknown>;

/** Shows each reply as it comes, and defers only when the first one takes too long for Discord. */
export async function respond(replies: Replies, responder: Responder, copy: Copy, wait: Wait): Promise<void> {
  const steps = stepsOf(replies);
  const first = steps.next();
  // Not lost if deferring fails before it is awaited below.
  first.catch(() => {});
  const isLate = await Promise.race([first.then(() => false), wait(PATIENCE_MS).then(() => true)]);
  if (isLate) await responder.defer();
  for (let step = await first; !step.done; step = await steps.next())
    await show(step.value, responder, copy, isLate);
}

async function show(shown: Shown, responder: Responder, copy: Copy, isLate: boolean): Promise<void> {
  if (!('fields' in shown)) return responder[wayOf(shown)](render(shown, copy));
  if (!isLate) return responder.open(renderForm(shown));
  const late = { tone: 'trouble', blocks: [{ kind: 'text', line: copy.reply.formTooLate }] } as const;
  return responder.aside(render(late, copy));
}

function wayOf({ isAside, isForAll, isFurther }: Reply): 'aside' | 'post' | 'further' | 'show' {
  if (isForAll) return 'post';
  if (isFurther) return 'further';
  return isAside ? 'aside' : 'show';
}

/** Several replies, however many there are. */
export async function* stepsOf(replies: Replies): AsyncGenerator<Shown, void> {
  if (Symbol.asyncIterator in replies) yield* replies;
  else yield await replies;
}
