/** For whom work is done. */
export interface Lane {
  readonly name: string;
  /** How much of its work goes on at the same time, at most. */
  readonly width: number;
}

export interface Lanes {
  /** How many pieces of work go on. */
  readonly running: number;
  /** How many wait for their turn. */
  readonly waiting: number;
  /** Does the work when it is its turn. The turn ends with the work, however that ends. */
  with<T>(lane: Lane, work: () => Promise<T>): Promise<T>;
}

/** The work of one lane, in the order in which it came. */
interface Queue {
  readonly width: number;
  readonly waiting: (() => void)[];
  running: number;
}

/**
 * Lets at most `size` pieces of work go on at a time. Lanes take turns, and each has no more under way than it is wide:
 * who brings much, or what is slow, keeps nobody else waiting for longer than one piece takes.
 */
export function createLanes(size: number): Lanes {
  /** In the order in which they get the next turn; none that has nothing to do. */
  const queues = new Map<string, Queue>();
  let running = 0;

  function startNext(): void {
    for (const [name, queue] of queues) {
      if (running === size) return;
      const start = queue.running < queue.width ? queue.waiting.shift() : undefined;
      if (!start) continue;
      queue.running++;
      running++;
      // To the end of the line, where this loop comes by again.
      queues.delete(name);
      queues.set(name, queue);
      start();
    }
  }

  return {
    get running() {
      return running;
    },
    get waiting() {
      return [...queues.values()].reduce((sum, { waiting }) => sum + waiting.length, 0);
    },
    async with({ name, width }, work) {
      const queue = queues.get(name) ?? { width, waiting: [], running: 0 };
      queues.set(name, queue);
      await new Promise<void>((start) => {
        queue.waiting.push(start);
        startNext();
      });
      try {
        return await work();
      } finally {
        queue.running--;
        running--;
        if (queue.running === 0 && queue.waiting.length === 0) queues.delete(name);
        startNext();
      }
    },
  };
}
