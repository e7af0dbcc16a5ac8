import { forEachBelow } from './in-turns.js';

/** Passages that have a term, in order, and how often each has it. */
export interface Postings {
  readonly passages: Uint32Array;
  readonly counts: Uint32Array;
}

/** The passages that have a term among some of their terms, for every term. Gives way while it works them out. */
export async function postings(
  terms: number,
  size: number,
  termsOfPassage: (passage: number) => Uint32Array,
  giveWay: () => Promise<void>,
): Promise<(term: number) => Postings> {
  const starts = new Uint32Array(terms + 1);
  const lastPassage = new Int32Array(terms).fill(-1);
  await forEachBelow(size, giveWay, (passage) => {
    for (const term of termsOfPassage(passage)) {
      if (lastPassage[term] !== passage) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
      lastPassage[term] = passage;
    }
  });
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const filled = starts.slice();
  const passages = new Uint32Array(starts[terms] ?? 0);
  const counts = new Uint32Array(passages.length);
  lastPassage.fill(-1);
  await forEachBelow(size, giveWay, (passage) => {
    for (const term of termsOfPassage(passage)) {
      const isNew = lastPassage[term] !== passage;
      const place = isNew ? (filled[term] ?? 0) : (filled[term] ?? 0) - 1;
      if (isNew) filled[term] = place + 1;
      passages[place] = passage;
      counts[place] = (counts[place] ?? 0) + 1;
      lastPassage[term] = passage;
    }
  });
  return (term) => ({
    passages: passages.subarray(starts[term], starts[term + 1]),
    counts: counts.subarray(starts[term], starts[term + 1]),
  });
}
