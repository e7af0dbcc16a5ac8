import { copy } from '../../copy/en.js';
import type { Reply } from '../../discord/reply.js';
import type { Step } from '../../library/library.js';

/**
 * Shows where work is until it is done. A step is shown when the one before it has been; those that were passed
 * meanwhile are left out.
 */
export async function* showingSteps<T>(
  work: (onProgress: (step: Step) => void) => Promise<T>,
): AsyncGenerator<Reply, T> {
  let next: Step | undefined;
  let isDone = false;
  let wake = () => {};
  const result = work((step) => {
    next = step;
    wake();
  });
  const done = () => {
    isDone = true;
    wake();
  };
  result.then(done, done);
  while (!isDone) {
    if (next) {
      const step = next;
      next = undefined;
      yield { tone: 'neutral', blocks: [{ kind: 'text', line: copy.knowledge.step(step) }] };
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return result;
}
