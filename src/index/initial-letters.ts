/** The first letter of a term as a byte, 0 for one that is not of the Latin alphabet. */
export function initialOf(term: string): number {
  const code = term.charCodeAt(0);
  return code < 128 ? code : 0;
}

/**
 * Positions from which on the first letters of terms are the given ones; between two there may be another term.
 * @param endOf The end of the sentence in which a position is: what goes on behind that spells nothing.
 */
export function spelled(
  letters: string,
  initials: Uint8Array,
  limit: number,
  endOf: (position: number) => number,
): number[] {
  const [first = 0, ...others] = Array.from(letters, initialOf);
  const positions: number[] = [];
  let start = first === 0 ? -1 : initials.indexOf(first);
  for (; start >= 0 && positions.length < limit; start = initials.indexOf(first, start + 1)) {
    const last = lastSpelled(start, others, initials);
    if (last !== undefined && last < endOf(start)) positions.push(start);
  }
  return positions;
}

/** The position of the last of these letters. */
function lastSpelled(start: number, letters: readonly number[], initials: Uint8Array): number | undefined {
  let position = start;
  for (const letter of letters) {
    position += initials[position + 1] === letter ? 1 : 2;
    if (initials[position] !== letter) return undefined;
  }
  return position;
}
