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
  let best = { term, distance: most + 1, frequency: -1 };
  const consider = (candidate: string, frequency: number) => {
    if (Math.abs(candidate.length - term.length) > most || candidate.length < 3) return;
    const distance = editDistance(term, candidate, most);
    if (distance > most || distance > best.distance) return;
    if (distance < best.distance || frequency > best.frequency)
      best = { term: candidate, distance, frequency };
  };
  for (const candidate of passages.vocabulary()) {
    const number = passages.numberOf(candidate);
    consider(candidate, number === undefined ? 0 : passages.frequency(number));
  }
  for (const candidate of glossary) consider(candidate, 0);
  return best.distance <= most ? { term: best.term, repaired: true } : kept;
}

/**
 * Edits (insertion, deletion, substitution, swap of neighbours) between two words, or `most + 1` where there are
 * more. Optimal string alignment (Boytsov, "Indexing methods for approximate dictionary searching", 2011).
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[b.length] ?? most + 1, most + 1);
}
