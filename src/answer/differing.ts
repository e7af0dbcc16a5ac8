import { sourcesOf } from '../documents/document.js';
import { asDate } from '../index/dates/calendar.js';
import { knownDays, type WrittenDate } from '../index/dates/mention.js';
import { PARAMETERS } from '../index/parameters.js';
import { type Candidate, repeats, termsInCommon } from './candidate.js';
import { type Disagreement, differInDate, disagreement, statesFact } from './differing-facts.js';

/** Sentences that say another number, date or name of the same thing, newest first; at least two. */
export interface DifferingGroup {
  readonly kind: Disagreement;
  readonly members: readonly DatedCandidate[];
}

export interface DatedCandidate {
  readonly candidate: Candidate;
  /** Where it is known. */
  readonly date?: string;
}

/** A sentence with those among others that differ from it in a fact alone; `undefined` where there are none. */
export function differingGroup(one: Candidate, others: readonly Candidate[]): DifferingGroup | undefined {
  if (one.passage.list) return undefined;
  const alike = others.filter(
    (other) => !other.passage.list && termsInCommon(one, other) >= PARAMETERS.excerpts.worthComparing,
  );
  if (alike.length === 0 || !statesFact(one.facts())) return undefined;
  const group = [one];
  const kinds = new Set<Disagreement>();
  for (const other of alike) {
    const kind = disagreement(one.facts(), other.facts());
    if (!kind || group.some((known) => repeats(other, known))) continue;
    kinds.add(kind);
    group.push(other);
  }
  if (group.length === 1) return undefined;
  const members = dated(group).sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '', 'en'));
  return { kind: kinds.has('sources') ? 'sources' : 'times', members };
}

/** With the dates that the sentences name or else those of their sources; where the dates are what differs, the latter. */
function dated(group: readonly Candidate[]): DatedCandidate[] {
  const [first, ...others] = group.map((candidate) => candidate.facts());
  const stated = group.map((candidate) =>
    newest(candidate.facts().dates.flatMap((date) => knownDate(date) ?? [])),
  );
  const isDisputed = others.some((other) => first && differInDate(first, other));
  const tellsThemApart = !isDisputed && new Set(stated).size > 1;
  return group.map((candidate, position) => {
    const date = (tellsThemApart ? stated[position] : undefined) ?? publishedOf(candidate);
    return { candidate, ...(date !== undefined && { date }) };
  });
}

function knownDate(date: WrittenDate): string | undefined {
  const days = knownDays(date);
  return days && asDate(days);
}

function publishedOf({ passage, sentence }: Candidate): string | undefined {
  return newest(sourcesOf(passage.document, [sentence]).flatMap(({ published }) => published ?? []));
}

/** Dates are as good as words in the order of a dictionary. */
function newest(dates: readonly string[]): string | undefined {
  return dates.toSorted().at(-1);
}
