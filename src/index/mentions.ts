import type { Entity, Glossary } from '../documents/glossary.js';
import type { WrittenPassage } from './collected-terms.js';
import { GrowableUint32Array } from './growable-uint32-array.js';
import { postings } from './postings.js';
import { analyze } from './text/analyzer.js';
import { simplify } from './text/chinese.js';
import { isEnglish } from './text/english-idf.js';
import type { WrittenTerm } from './written-names.js';

/** The things of a glossary by their names, made ready to be looked for. */
export interface NamedThings {
  /** Each name once; elsewhere things are numbers, their places here. */
  readonly entities: readonly Entity[];
  /** Ways to write them, by their first terms. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  /** Those of a name in whatever way the glossary has it: whose own it is, then others whose alias it is. */
  called(name: string): readonly number[];
}

/** Which sentences name which things of the glossary, by the rows of `PassageTerms`. */
export interface Mentions {
  readonly things: NamedThings;
  /** Those that the documents name, in the order of the glossary. */
  readonly named: readonly number[];
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

/** What {@link Mentions} are made of, beside the things. */
export interface CollectedMentions {
  /** The things that the rows name, row after row. */
  readonly things: Uint32Array;
  /** Where those of each row begin, and the last ones end. */
  readonly rowStarts: Uint32Array;
}

/** Collects passages, in the order of their ids. */
export class MentionsBuilder {
  readonly #things: NamedThings;
  readonly #named = new GrowableUint32Array();
  readonly #rowStarts = new GrowableUint32Array(0);

  constructor(things: NamedThings) {
    this.#things = things;
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
      for (const { entity, words } of this.#things.forms.get(term) ?? [])
        if (words.every((word, i) => isWritten(word, sentence[at + i]))) named.add(entity);
    return named;
  }

  collected(): CollectedMentions {
    return { things: this.#named.values(), rowStarts: this.#rowStarts.values() };
  }
}

/** The mentions of things that were collected with them. */
export async function mentionsIn(
  things: NamedThings,
  { things: all, rowStarts }: CollectedMentions,
  giveWay: () => Promise<void>,
): Promise<Mentions> {
  const entitiesIn = (row: number) => all.subarray(rowStarts[row], rowStarts[row + 1]);
  const rowsWith = await postings(things.entities.length, rowStarts.length - 1, entitiesIn, giveWay);
  return mentionsOf(things, { rowsOf: (entity) => rowsWith(entity).passages, entitiesIn });
}

export function mentionsOf(
  things: NamedThings,
  { rowsOf, entitiesIn }: Pick<Mentions, 'rowsOf' | 'entitiesIn'>,
): Mentions {
  const isNamed = (entity: number) => rowsOf(entity).length > 0;
  return Object.freeze({
    things,
    named: Object.freeze([...things.entities.keys()].filter(isNamed)),
    rowsOf,
    entitiesIn,
    find: (name: string) => things.called(name).find(isNamed),
  });
}

export function namedThings(glossary: Glossary): NamedThings {
  const entities = eachOnce(glossary.entities);
  const byName = new Map<string, number[]>();
  for (const namesOf of [ownNames, otherNames])
    for (const [number, entity] of entities.entries())
      for (const name of namesOf(entity)) byName.set(name, [...(byName.get(name) ?? []), number]);
  return Object.freeze({
    entities,
    forms: formsOf(entities),
    called: (name: string) => byName.get(folded(name)) ?? [],
  });
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
