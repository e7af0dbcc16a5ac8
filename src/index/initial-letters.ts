/** The first letter of a term as a byte, 0 for one that is not of the Latin alphabet. */
export function initialOf(term: string): number {
  const code = term.charCodeAt(0);
  return code < 128 ? code : 0;
}

/** Positions from which on the first letters of terms are the given ones; between two there may be another term. */
export function spelled(letters: string, initials: Uint8Array, limit: number): number[] {
  const [first = 0, ...others] = Array.from(letters, initialOf);
  const positions: number[] = [];
  let start = first === 0 ? -1 : initials.indexOf(first);
  for (; start >= 0 && positions.length < limit; start = initials.indexOf(first, start + 1))
    if (isSpelledFrom(start, others, initials)) positions.push(start);
  return positions;
}

function isSpelledFrom(start: number, letters: readonly number[], initials: Uint8Array): boolean {
  let position = start;
  for (const letter of letters) {
    position += initials[position + 1] === letter ? 1 : 2;
    if (initials[position] !== letter) return false;
  }
  return true;
}
