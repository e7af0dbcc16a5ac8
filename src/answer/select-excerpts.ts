import { PARAMETERS } from '../index/parameters.js';
import type { AskedGroup } from '../index/query/asked-group.js';
import type { ReadQuestion } from '../index/query/question.js';
import type { Retrieved } from '../index/ranking/retrieve.js';
import type { Snapshot } from '../index/snapshot.js';
import { termsOf } from '../index/text/analyzer.js';
import { type Candidate, candidateOf } from './candidate.js';
import { differingGroup } from './differing.js';
import { type Selected, Selection } from './selection.js';
import { isThere, subjectsOf } from './signals-question.js';
import { itemWithLead, listUnder, type Stretch, textsOver, wholeList, withAntecedent } from './stretch.js';

/**
 * One to three stretches of text to show, best first. What is said twice is shown once; what is said otherwise of the
 * same thing stands together, newest first; what comes after the best is about the question and not much worse.
 */
export function selectExcerpts(
  snapshot: Snapshot,
  question: ReadQuestion,
  { sentences, forParts }: Pick<Retrieved, 'sentences' | 'forParts'>,
): Selected[] {
  const hits = [...forParts, ...sentences.slice(0, PARAMETERS.excerpts.read)];
  const [best, ...others] = hits.map((hit) => candidateOf(snapshot, hit));
  if (!best) return [];
  const subjects = subjectsOf(question);
  const selection = new Selection();
  const group = differingGroup(
    best,
    others.filter((other) => hasNumbersOf(best, other, subjects)),
  );
  for (const { candidate, date } of group?.members ?? [{ candidate: best }]) {
    const differing = group && { kind: group.kind, ...(date !== undefined && { date }) };
    selection.add(candidate, stretchOf(snapshot, subjects, candidate), differing);
  }
  const least = PARAMETERS.excerpts.minShare * (sentences[0]?.score ?? 0);
  for (const [position, candidate] of others.entries()) {
    if (selection.says(candidate)) continue;
    const isGoodEnough = position + 1 < forParts.length || candidate.score >= least;
    // What goes on from a sentence that is shown may well leave the words of the question to that.
    const isAbout = says(subjects, candidate.terms) || selection.isNeighbour(candidate);
    if (isGoodEnough && isAbout) selection.add(candidate, stretchOf(snapshot, subjects, candidate));
  }
  return selection.selected();
}

/** Whether terms have one of the things asked; a related word is not enough. */
function says(subjects: readonly AskedGroup[], terms: ReadonlySet<number>): boolean {
  return subjects.some((subject) => isThere(subject, terms));
}

/** Whether a sentence has the numbers that were asked, as far as the best one has them. */
function hasNumbersOf(best: Candidate, other: Candidate, subjects: readonly AskedGroup[]): boolean {
  return subjects
    .filter(({ asked }) => /\p{N}/u.test(asked))
    .every((number) => isThere(number, other.terms) || !isThere(number, best.terms));
}

/** What is quoted for a sentence: a list with what stands over it, an item with that, "It …" with the sentence before. */
function stretchOf(
  { passages, terms }: Snapshot,
  subjects: readonly AskedGroup[],
  { passage, sentence, ...candidate }: Candidate,
): Stretch {
  const under = listUnder(passages, passage, sentence);
  if (under) return wholeList(under);
  const { list } = passage;
  if (!list) return withAntecedent(passage, sentence);
  const over = textsOver({ passage, list }).flatMap(termsOf);
  const overItems = new Set(over.flatMap((term) => terms.numberOf(term) ?? []));
  const isAskedForAsAWhole = !says(subjects, candidate.terms) && says(subjects, overItems);
  return isAskedForAsAWhole ? wholeList({ passage, list }) : itemWithLead({ passage, list }, sentence);
}
