import { matching, type OptionChoice } from '../discord/choices.js';
import { LIMITS } from '../discord/limits.js';
import type { Snapshot } from '../index/snapshot.js';

/** Titles, headings and names that are looked through at most for each letter that is typed. */
const MOST_LOOKED_AT = 5_000;

interface Candidate {
  /** What is searched for. */
  readonly query: string;
  /** In which ways it may be typed. */
  readonly typed: string;
}

/** What to search for, as a member types: names that the documents have, their titles and headings, each once. */
export function suggestQueries(snapshot: Snapshot, typed: string): OptionChoice[] {
  const known = new Map<string, Candidate>();
  for (const candidate of candidates(snapshot)) {
    if (known.size === MOST_LOOKED_AT) break;
    const key = candidate.query.toLowerCase();
    if (candidate.query.length <= LIMITS.choice && !known.has(key)) known.set(key, candidate);
  }
  return matching([...known.values()], (candidate) => candidate.typed, typed)
    .slice(0, LIMITS.choices)
    .map(({ query }) => ({ name: query, value: query }));
}

function* candidates({ documents, mentions }: Snapshot): Generator<Candidate> {
  for (const number of mentions.named) {
    const { name = '', aliases = [], chinese = [] } = mentions.things.entities[number] ?? {};
    yield { query: name, typed: [name, ...aliases, ...chinese].join(' ') };
  }
  for (const { title } of documents) yield { query: title, typed: title };
  for (const { paragraphs } of documents)
    for (const heading of new Set(paragraphs.flatMap(({ headings }) => headings)))
      yield { query: heading, typed: heading };
}
