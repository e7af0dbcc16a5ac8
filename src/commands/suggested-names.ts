import { matching, type OptionChoice } from '../discord/choices.js';
import { LIMITS } from '../discord/limits.js';
import type { Entity } from '../documents/glossary.js';
import type { Snapshot } from '../index/snapshot.js';

/** Names to offer as a member types, by any of the ways to write them; of those as likely what is named most first. */
export function suggestNames(snapshot: Snapshot, typed: string): OptionChoice[] {
  return matching(mostNamedFirst(snapshot), waysToWrite, typed)
    .filter(({ name }) => name.length <= LIMITS.choice)
    .slice(0, LIMITS.choices)
    .map(({ name }) => ({ name, value: name }));
}

/** The names that come nearest to one that the documents do not have: those with most of its words. */
export function nearestNames(snapshot: Snapshot, asked: string, most: number): string[] {
  const all = mostNamedFirst(snapshot);
  const whole = matching(all, waysToWrite, asked);
  const parts = asked.split(/\s+/).filter((word) => word.length > 2);
  const some = parts.slice(0, MOST_WORDS).flatMap((word) => matching(all, waysToWrite, word).slice(0, most));
  return [...new Set([...whole, ...some].map(({ name }) => name))].slice(0, most);
}

/** Words of what was asked that names are looked up by. */
const MOST_WORDS = 5;

function mostNamedFirst({ mentions }: Snapshot): Entity[] {
  return mentions.named
    .map((number) => ({ number, rows: mentions.rowsOf(number).length }))
    .sort((a, b) => b.rows - a.rows)
    .flatMap(({ number }) => mentions.things.entities[number] ?? []);
}

function waysToWrite({ name, aliases, chinese }: Entity): string {
  return [name, ...aliases, ...chinese].join(' ');
}
