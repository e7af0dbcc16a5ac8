import type { Entity, Glossary } from '../documents/glossary.js';
import { GrowableUint32Array } from './growable-uint32-array.js';
import type { WrittenPassage } from './passage-terms.js';
import { postings } from './postings.js';
import { analyze } from './text/analyzer.js';
import { simplify } from './text/chinese.js';
import { isEnglish } from './text/english-idf.js';
import type { WrittenTerm } from './written-names.js';

/** Which sentences name which things of the glossary, by the rows of `PassageTerms`. */
export interface Mentions {
  /** Things that the documents name, in the order of the glossary, each name once; elsewhere by their places here. */
  readonly entities: readonly Entity[];
  /** The rows that name a thing, in order. */
  rowsOf(entity: number): Uint32Array;
  /** The things that a row names. */
  entitiesIn(row: number): Uint32Array;
  /** The thing of a name, in whatever way the glossary has it; undefined where the documents name no such thing. */
  find(name: string): number | undefined;
}

/** One way to write a name. */
interface Form {
  readonly entity: number;
  readonly words: readonly WrittenTerm[];
}

/** Collects passages, in the order of their ids, into {@link Mentions}. */
export class MentionsBuilder {
  readonly #entities: readonly Entity[];
  /** By their first terms. */
  readonly #forms: ReadonlyMap<string, readonly Form[]>;
  readonly #named = new GrowableUint32Array();
  /** Where the things of each row begin. */
  readonly #rowStarts = new GrowableUint32Array(0);

  constructor({ entities }: Glossary) {
    this.#entities = eachOnce(entities);
    this.#forms = formsOf(this.#entities);
  }

  add({ written }: WrittenPassage): void {
    // Headings name what a section is about, not what a sentence of it says.
    for (const sentence of [[], ...written]) {
      for (const entity of this.#namedIn(sentence)) this.#named.push(entity);
      this.#rowStarts.push(this.#named.length);
    }
  }

  #namedIn(sentence: readonly WrittenTerm[]): Set<number> {
    const named = new Set<number>();
    for (const [at, { term }] of sentence.entries())
      for (const { entity, words } of this.#forms.get(term) ?? [])
        if (words.every((word, i) => isWritten(word, sentence[at + i]))) named.add(entity);
    return named;
  }

  build(): Mentions {
    const all = this.#named.values();
    const places = [...new Set(all)].sort((a, b) => a - b);
    const entities = places.flatMap((place) => this.#entities[place] ?? []);
    const numbers = new Map(places.map((place, number) => [place, number]));
    const named = all.map((place) => numbers.get(place) ?? 0);
    const rowStarts = this.#rowStarts.values();
    const entitiesIn = (row: number) => named.subarray(rowStarts[row], rowStarts[row + 1]);
    const rowsWith = postings(entities.length, rowStarts.length - 1, entitiesIn);
    const byName = new Map<string, number>();
    // A thing's own name comes before another's alias.
    for (const namesOf of [ownNames, otherNames])
      for (const [i, entity] of entities.entries())
        for (const name of namesOf(entity)) if (!byName.has(name)) byName.set(name, i);
    return Object.freeze({
      entities: Object.freeze(entities),
      rowsOf: (entity: number) => rowsWith(entity).passages,
      entitiesIn,
      find: (name: string) => byName.get(folded(name)),
    });
  }
}

function ownNames({ name }: Entity): string[] {
  return [folded(name)];
}

function otherNames({ aliases, chinese }: Entity): string[] {
  return [...aliases, ...chinese].map(folded);
}

/** A name for comparing it: in small letters, and simplified. */
function folded(name: string): string {
  return simplify(name.normalize('NFKC').trim().toLowerCase()).replaceAll(/\s+/g, ' ');
}

/** Things of two glossaries that have the same name are one. */
function eachOnce(entities: readonly Entity[]): Entity[] {
  const byName = new Map<string, Entity>();
  for (const entity of entities) {
    const { name, kind, aliases, chinese } = byName.get(folded(entity.name)) ?? entity;
    byName.set(folded(name), {
      name,
      kind,
      aliases: [...new Set([...aliases, ...entity.aliases])],
      chinese: [...new Set([...chinese, ...entity.chinese])],
    });
  }
  return [...byName.values()];
}

function formsOf(entities: readonly Entity[]): Map<string, Form[]> {
  const forms = new Map<string, Form[]>();
  for (const [entity, { name, aliases, chinese }] of entities.entries()) {
    for (const form of [name, ...aliases, ...chinese]) {
      const words = analyze(form).map(({ term, start }) => ({
        term,
        hasCapital: form.charAt(start) !== form.charAt(start).toLowerCase(),
      }));
      const [first] = words;
      if (first) forms.set(first.term, [...(forms.get(first.term) ?? []), { entity, words }]);
    }
  }
  return forms;
}

/** Whether a word of a name stands there; one that is a word of English too with its capital letter: "Ascend". */
function isWritten({ term, hasCapital }: WrittenTerm, there: WrittenTerm | undefined): boolean {
  return there?.term === term && (there.hasCapital || !hasCapital || !isEnglish(term));
}
