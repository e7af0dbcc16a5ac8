/** The letters of a word as bits, whatever their order and number; letters of one remainder by 32 share a bit. */
export function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= letterBit(word.charCodeAt(i));
  return set >>> 0;
}

/** The bit of a letter, by its code. */
export function letterBit(code: number): number {
  return 1 << (code & 31);
}

/** The fewest edits that can make words with one set of letters of words with the other: each changes two bits at most. */
export function editsApart(set: number, other: number): number {
  return (bitsIn(set ^ other) + 1) >>> 1;
}

/** Counted in parallel (H. Warren, "Hacker's Delight", 2002): a mistyped word is compared with a whole vocabulary. */
function bitsIn(set: number): number {
  const pairs = (set - ((set >>> 1) & 0x55555555)) | 0;
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  const eights = (fours + (fours >>> 4)) & 0x0f0f0f0f;
  return Math.imul(eights, 0x01010101) >>> 24;
}
