import type { PassageTerms } from './passage-terms.js';

/**
 * The term that a misspelled one most likely stands for: of the terms that passages or the glossary have, one
 * that is closest by edits, then most frequent. A term that is known, too short or too far from all stays.
 */
export function repairTerm(
  term: string,
  passages: PassageTerms,
  glossary: ReadonlySet<string>,
): { term: string; repaired: boolean } {
  const kept = { term, repaired: false };
  if (passages.numberOf(term) !== undefined || glossary.has(term) || !/^\p{L}{4,}$/u.test(term)) return kept;
  const most = term.length < 8 ? 1 : 2;
  const distanceTo = editDistanceFrom(term, most);
  let best = { term, distance: most + 1, frequency: -1 };
  const consider = (candidate: string, frequency: number) => {
    if (Math.abs(candidate.length - term.length) > most || candidate.length < 3) return;
    const distance = distanceTo(candidate);
    if (distance > most || distance > best.distance) return;
    if (distance < best.distance || frequency > best.frequency)
      best = { term: candidate, distance, frequency };
  };
  passages.vocabulary().forEach((candidate, number) => {
    consider(candidate, passages.frequency(number));
  });
  for (const candidate of glossary) consider(candidate, 0);
  return best.distance <= most ? { term: best.term, repaired: true } : kept;
}

/**
 * Counts the edits (insertion, deletion, substitution, swap of neighbours) from `word` to others, or gives `most + 1`
 * where there are more. Optimal string alignment (Boytsov, "Indexing methods for approximate dictionary searching",
 * 2011), of which only the cells that `most` edits can reach are worked out (Ukkonen, "Algorithms for approximate string
 * matching", 1985), in rows that are used again for the next word: one mistyped word is compared with a whole vocabulary.
 */
export function editDistanceFrom(word: string, most: number): (other: string) => number {
  const tooMany = most + 1;
  const newRow = () => new Int32Array(word.length + 1);
  let [before, previous, current] = [newRow(), newRow(), newRow()];

  /** Fills the row of `other` up to its letter `i`, and gives the least number in it. */
  function fillRow(other: string, i: number): number {
    const from = Math.max(1, i - most);
    const to = Math.min(word.length, i + most);
    const letter = other.charCodeAt(i - 1);
    let last = from === 1 ? Math.min(i, tooMany) : tooMany;
    current[from - 1] = last;
    let least = last;
    for (let j = from; j <= to; j++) {
      const isSame = letter === word.charCodeAt(j - 1);
      last = Math.min((previous[j] ?? 0) + 1, last + 1, (previous[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        letter === word.charCodeAt(j - 2) &&
        other.charCodeAt(i - 2) === word.charCodeAt(j - 1)
      )
        last = Math.min(last, (before[j - 2] ?? 0) + 1);
      current[j] = last;
      least = Math.min(least, last);
    }
    if (to < word.length) current[to + 1] = tooMany;
    return least;
  }

  return (other) => {
    if (Math.abs(word.length - other.length) > most) return tooMany;
    for (let j = 0; j <= word.length; j++) previous[j] = Math.min(j, tooMany);
    for (let i = 1; i <= other.length; i++) {
      if (fillRow(other, i) > most) return tooMany;
      [before, previous, current] = [previous, current, before];
    }
    return Math.min(previous[word.length] ?? 0, tooMany);
  };
}
