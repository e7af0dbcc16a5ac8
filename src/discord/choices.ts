import type { Document } from '../documents/document.js';
import { withoutHalfCharacter } from '../documents/names.js';
import { sha256 } from '../documents/sha256.js';
import { seen } from './harmless.js';
import { clip, LIMITS } from './limits.js';

/** A suggestion while a member types: what they see and what the command gets. */
export interface OptionChoice {
  readonly name: string;
  /** A number for an option that takes one. */
  readonly value: string | number;
}

/** What Discord takes: at most 25, each name and value of 1 to 100 characters; and of those that look alike the first. */
export function fitChoices(choices: readonly OptionChoice[]): OptionChoice[] {
  const fitting = choices
    .filter(({ name, value }) => name !== '' && value !== '' && `${value}`.length <= LIMITS.choice)
    .map(({ name, value }): OptionChoice => ({ name: clip(seen(name) || '…', LIMITS.choice), value }));
  const byName = new Map(fitting.toReversed().map((choice) => [choice.name, choice]));
  return fitting.filter((choice) => byName.get(choice.name) === choice).slice(0, LIMITS.choices);
}

/**
 * The candidates that `typed` may mean, likeliest first, else in their own order. Every typed word must begin,
 * or be part of, a word of the candidate, or come near to how one begins: a letter more, less, changed or swapped.
 *
 * MiniSearch, which finds by prefix or by whole words with a slip, was measured beside this: of words with a slip
 * that were typed to three quarters it finds 1 to 24 in 100, of parts of words about half, of Chinese names by their
 * last characters none.
 */
export function matching<T>(candidates: readonly T[], textOf: (candidate: T) => string, typed: string): T[] {
  const wanted = words(typed.slice(0, LIMITS.choice));
  return candidates
    .map((candidate) => ({ candidate, likeness: likeness(wanted, words(textOf(candidate))) }))
    .filter((scored) => scored.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .map((scored) => scored.candidate);
}

function likeness(wanted: readonly string[], had: readonly string[]): number {
  if (wanted.length === 0) return 1;
  const best = wanted.map((word) => Math.max(0, ...had.map((other) => nearness(word, other))));
  return best.includes(0) ? 0 : best.reduce((sum, one) => sum + one, 0);
}

function nearness(typed: string, word: string): number {
  if (word === typed) return 4;
  if (word.startsWith(typed)) return 3;
  if (word.includes(typed)) return 2;
  if (typed.length < 4) return 0;
  const beginnings = [0, 1, -1].map((more) => word.slice(0, typed.length + more));
  return beginnings.some((beginning) => isOneEditAway(typed, beginning)) ? 1 : 0;
}

/** Whether one letter was added, left out or changed, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

function words(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The documents that `typed` may mean, as choices of which no two have the same name. */
export function documentChoices(documents: readonly Document[], typed: string): OptionChoice[] {
  const names = documentNames(documents);
  return matching(documents, ({ title, id }) => `${title} ${id}`, typed).map((document) => ({
    name: names.get(document) ?? '',
    value: choiceValue(document.id),
  }));
}

/** The document that a member picked from the choices, or named by its title, its id or what the choices show of it. */
export function findDocument(documents: readonly Document[], asked: string): Document | undefined {
  const wanted = asked.trim().toLowerCase();
  const names = documentNames(documents);
  return (
    documents.find(({ id }) => choiceValue(id) === asked) ??
    documents.find(({ id, title }) => id.toLowerCase() === wanted || title.toLowerCase() === wanted) ??
    documents.find((document) => names.get(document)?.toLowerCase() === wanted)
  );
}

/** The titles of documents as choices show them; of those with the same one, also the id. */
function documentNames(documents: readonly Document[]): ReadonlyMap<Document, string> {
  const shown = documents.map(({ title }) => clip(seen(title) || '…', LIMITS.choice));
  const count = new Map<string, number>();
  for (const name of shown) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(
    documents.map((document, at) => {
      const name = shown[at] ?? '';
      if (count.get(name) === 1) return [document, name];
      const id = choiceValue(document.id, LIMITS.choice / 2);
      return [document, `${clip(name, LIMITS.choice - id.length - 3)} · ${id}`];
    }),
  );
}

/** A name that choices or selects can carry: itself, or where that is too long its beginning and a hash of the whole. */
export function choiceValue(name: string, most: number = LIMITS.choice): string {
  if (name.length <= most) return name;
  const hash = sha256(name).slice(0, 12);
  return `${withoutHalfCharacter(name.slice(0, most - hash.length - 1))}~${hash}`;
}
