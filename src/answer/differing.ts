import type { Source } from '../documents/document.js';
import { sourcesOf } from '../documents/document.js';
import { PARAMETERS } from '../index/parameters.js';
import { type Candidate, repeats, termsInCommon } from './candidate.js';
import { type Disagreement, disagreement } from './differing-facts.js';

/** Sentences that say another number, date or name of the same thing, newest first. */
export interface DifferingGroup {
  readonly kind: Disagreement;
  readonly members: readonly DatedCandidate[];
}

export interface DatedCandidate {
  readonly candidate: Candidate;
  /** The date that the sentence names or, where not all of the group name one, that of its source. */
  readonly date?: string;
}

/** Two sentences that differ in facts alone have at least so many of their terms in common. */
const WORTH_COMPARING = 0.4;

/** The best sentence with those among others that differ from it in a fact alone; `undefined` where there are none. */
export function differingGroup(best: Candidate, others: readonly Candidate[]): DifferingGroup | undefined {
  const group = [best];
  const kinds = new Set<Disagreement>();
  for (const other of others) {
    if (other.passage.list || best.passage.list || termsInCommon(best, other) < WORTH_COMPARING) continue;
    const kind = disagreement(best.facts(), other.facts());
    if (!kind || group.some((known) => repeats(other, known))) continue;
    kinds.add(kind);
    group.push(other);
  }
  if (group.length === 1) return undefined;
  const members = dated(group).slice(0, PARAMETERS.excerpts.max);
  return { kind: kinds.has('sources') ? 'sources' : 'times', members };
}

function dated(group: readonly Candidate[]): DatedCandidate[] {
  const allNameOne = group.every((candidate) => candidate.facts().dates.length > 0);
  const members = group.map((candidate): DatedCandidate => {
    const date =
      (allNameOne ? statedIn(candidate) : undefined) ?? publishedOf(candidate) ?? statedIn(candidate);
    return { candidate, ...(date !== undefined && { date }) };
  });
  return members.sort((a, b) => newestFirst(a.date ?? '', b.date ?? ''));
}

function newestFirst(a: string, b: string): number {
  return a === b ? 0 : a < b ? 1 : -1;
}

function statedIn(candidate: Candidate): string | undefined {
  return newest(candidate.facts().dates.map(({ date }) => date));
}

function publishedOf({ passage, sentence }: Candidate): string | undefined {
  const published = (sources: readonly Source[]) =>
    newest(sources.flatMap((source) => source.published ?? []));
  return published(sourcesOf(passage.document, [sentence]));
}

function newest(dates: readonly string[]): string | undefined {
  return dates.toSorted(newestFirst)[0];
}
