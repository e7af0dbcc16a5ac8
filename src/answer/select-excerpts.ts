import { PARAMETERS } from '../index/parameters.js';
import type { AskedGroup } from '../index/query/asked-group.js';
import type { ReadQuestion } from '../index/query/question.js';
import { isThere, subjectsOf } from '../index/ranking/coverage.js';
import type { Retrieved } from '../index/ranking/retrieve.js';
import type { Snapshot } from '../index/snapshot.js';
import { type Candidate, candidatesOf } from './candidate.js';
import { type DifferingGroup, differingGroup } from './differing.js';
import { quotedFor } from './quoted.js';
import { type Selected, Selection } from './selection.js';

/** What is shown for a question. */
export interface SelectedExcerpts {
  /** One to three stretches of text, best first; none where nothing was found. */
  readonly shown: readonly Selected[];
  /** Those that come after them. */
  readonly further: readonly Selected[];
}

/**
 * What to show, best first. What is said twice is shown once; what is said otherwise of the
 * same thing stands together, newest first; what comes after the best is about the question and not much worse.
 * @param furtherMost How many stretches are wanted at most beyond those that are shown.
 */
export function selectExcerpts(
  snapshot: Snapshot,
  question: ReadQuestion,
  { sentences, forParts }: Pick<Retrieved, 'sentences' | 'forParts'>,
  furtherMost = 0,
): SelectedExcerpts {
  const { read, minShare, furtherShare } = PARAMETERS.excerpts;
  const candidates = candidatesOf(snapshot, [...forParts, ...sentences.slice(0, read)]);
  const best = sentences[0]?.score ?? 0;
  const subjects = subjectsOf(question);
  const selection = new Selection();
  let group: DifferingGroup | undefined;
  for (const [position, candidate] of candidates.entries()) {
    if (selection.says(candidate)) continue;
    const isGoodEnough = position < Math.max(1, forParts.length) || candidate.score >= minShare * best;
    const isAbout =
      selection.isEmpty || candidate.isTied || says(subjects, candidate) || selection.isNeighbour(candidate);
    if (!isGoodEnough || !isAbout) continue;
    const found = group || selection.places < 2 ? undefined : groupAround(candidate, candidates, subjects);
    for (const { candidate: member, date } of found?.members ?? [{ candidate }]) {
      const differing = found && { kind: found.kind, ...(date !== undefined && { date }) };
      selection.add(member, quotedFor(snapshot, subjects, member), differing);
    }
    group ??= found;
  }
  const shown = selection.selected();
  const rest = new Selection({ places: furtherMost, words: Number.POSITIVE_INFINITY });
  for (const candidate of candidates) {
    if (rest.places <= 0) break;
    const isSaid = [selection, rest].some((one) => one.says(candidate) || one.isNeighbour(candidate));
    if (isSaid || !says(subjects, candidate) || candidate.score < furtherShare * best) continue;
    rest.add(candidate, quotedFor(snapshot, subjects, candidate));
  }
  return { shown, further: rest.selected() };
}

/** Whether a sentence has one of the things asked; a related word is not enough. */
function says(subjects: readonly AskedGroup[], { terms }: Candidate): boolean {
  return subjects.some((subject) => isThere(subject, terms));
}

/** What differs from a sentence in a fact, but for the numbers that were asked: who names a year wants that year. */
function groupAround(
  candidate: Candidate,
  candidates: readonly Candidate[],
  subjects: readonly AskedGroup[],
): DifferingGroup | undefined {
  const numbers = subjects.filter(
    (subject) => /\p{N}/u.test(subject.asked) && isThere(subject, candidate.terms),
  );
  const others = candidates.filter(
    (other) => other !== candidate && numbers.every((number) => isThere(number, other.terms)),
  );
  return differingGroup(candidate, others);
}
