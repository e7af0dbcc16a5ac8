/** Room for so much at a time; what does not fit waits. */
export interface Room {
  /** How much is taken now. */
  readonly taken: number;
  /** Runs the work when there is room for it. More than there is room for at all counts as all of it. */
  with<T>(size: number, work: () => Promise<T>): Promise<T>;
}

/** The smallest that waits goes first: it should not wait for what is larger. */
export function createRoom(most: number): Room {
  const waiting: { readonly size: number; readonly enter: () => void }[] = [];
  let taken = 0;

  function letIn(): void {
    for (let first = waiting[0]; first && taken + first.size <= most; first = waiting[0]) {
      waiting.shift();
      taken += first.size;
      first.enter();
    }
  }

  return {
    get taken() {
      return taken;
    },
    async with(wanted, work) {
      const size = Math.min(wanted, most);
      await new Promise<void>((enter) => {
        const larger = waiting.findIndex((other) => other.size > size);
        waiting.splice(larger === -1 ? waiting.length : larger, 0, { size, enter });
        letIn();
      });
      try {
        return await work();
      } finally {
        taken -= size;
        letIn();
      }
    },
  };
}
