/** Room for so much at a time; what does not fit waits. */
export interface Room {
  /** Runs the work when there is room for it. More than there is room for at all counts as all of it. */
  with<T>(size: number, work: () => Promise<T>): Promise<T>;
}

/** How many may go before one that came earlier. */
const MAX_PASSED = 8;

interface Waiting {
  readonly size: number;
  readonly enter: () => void;
  /** How many have gone before it that came later. */
  passed: number;
}

/** What is smaller goes before what is larger, which it should not have to wait for; but not for ever. */
export function createRoom(most: number): Room {
  const waiting: Waiting[] = [];
  let taken = 0;

  function letIn(): void {
    for (let first = waiting[0]; first && taken + first.size <= most; first = waiting[0]) {
      waiting.shift();
      taken += first.size;
      first.enter();
    }
  }

  return {
    async with(wanted, work) {
      const size = Math.min(wanted, most);
      await new Promise<void>((enter) => {
        let place = waiting.length;
        for (let other = waiting[place - 1]; other && other.size > size; other = waiting[place - 1]) {
          if (other.passed === MAX_PASSED) break;
          other.passed += 1;
          place -= 1;
        }
        waiting.splice(place, 0, { size, enter, passed: 0 });
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
