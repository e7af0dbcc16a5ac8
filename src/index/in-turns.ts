/** So many small steps take far less than a turn. */
const STEPS = 512;

/** Does something for each number below an end, in order, and gives way now and then. */
export async function forEachBelow(
  end: number,
  giveWay: () => Promise<void>,
  each: (number: number) => void,
): Promise<void> {
  for (let first = 0; first < end; first += STEPS) {
    const last = Math.min(end, first + STEPS);
    for (let number = first; number < last; number++) each(number);
    await giveWay();
  }
}
