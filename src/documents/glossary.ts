import { z } from 'zod';
import { decode } from './formats/decode.js';
import type { InputFile } from './formats/reader.js';
import type { Problem } from './problem.js';
import { readYaml } from './yaml-file.js';

/** A company, chip, alliance, policy or person that the documents speak of. */
export interface Entity {
  readonly name: string;
  readonly kind: string;
  readonly aliases: readonly string[];
  /** Chinese names, simplified or traditional. */
  readonly chinese: readonly string[];
}

/** Names with their aliases, and groups of words that mean nearly the same to one who asks. */
export interface Glossary {
  readonly entities: readonly Entity[];
  readonly synonyms: readonly (readonly string[])[];
}

export const emptyGlossary: Glossary = { entities: [], synonyms: [] };

const words = z.string().trim().min(1);

/** A glossary as it is written in YAML, and as a revision keeps it. */
export const glossarySchema = z.strictObject({
  entities: z
    .array(
      z.strictObject({
        name: words,
        kind: words,
        aliases: z.array(words).default([]),
        chinese: z.array(words).default([]),
      }),
    )
    .default([]),
  synonyms: z.array(z.array(words).min(2)).default([]),
});

/** What a file of a glossary holds. */
export interface ReadGlossary {
  /** Absent where something in the file is wrong. */
  readonly glossary?: Glossary;
  readonly problems: readonly Problem[];
}

/**
 * Reads a glossary from a YAML file. Never throws: what is wrong is in `problems`, each with its line. An empty file is
 * an empty glossary.
 */
export function readGlossary({ path, bytes }: InputFile): ReadGlossary {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { problems: [{ file: path, ...decoded.problem }] };
  const { value: glossary, faults } = readYaml(decoded.text, glossarySchema, {});
  const problems = faults.map((fault): Problem => ({ kind: 'glossary', file: path, ...fault }));
  return glossary ? { glossary, problems } : { problems };
}

/** Both glossaries as one: the product's own always applies, another folder's adds to it. */
export function joinGlossaries(first: Glossary, second: Glossary): Glossary {
  return {
    entities: [...first.entities, ...second.entities],
    synonyms: [...first.synonyms, ...second.synonyms],
  };
}
