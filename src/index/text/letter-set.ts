/** The letters of a word as bits, whatever their order and number; letters of one remainder by 32 share a bit. */
export function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set >>> 0;
}

/** The fewest edits that can make words with one set of letters of words with the other: each changes two bits at most. */
export function editsApart(set: number, other: number): number {
  let different = set ^ other;
  let count = 0;
  for (; different !== 0; different &= different - 1) count++;
  return Math.ceil(count / 2);
}
