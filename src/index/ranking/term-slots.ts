/** How many last bits of its number tell most terms apart. */
const LAST_BITS = 1023;

/**
 * Numbers some terms from 0 on, each once and in their order, so that what is counted of them fits into a short list; -1 for
 * any other. It is asked of every term of many passages, and most are told to be others by their last bits.
 */
export function slotsOf(terms: Iterable<number>): (term: number) => number {
  const slots = new Map<number, number>();
  const lastBits = new Uint8Array(LAST_BITS + 1);
  for (const term of terms) {
    if (!slots.has(term)) slots.set(term, slots.size);
    lastBits[term & LAST_BITS] = 1;
  }
  return (term) => (lastBits[term & LAST_BITS] === 1 ? (slots.get(term) ?? -1) : -1);
}
