import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../../documents/problem.js';

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

/**
 * Reads a glossary from YAML. Never throws: what is wrong is in `problems`, each with its line, and then the
 * glossary is empty. An empty file is an empty glossary.
 */
export function parseGlossary(text: string, file: string): { glossary: Glossary; problems: Problem[] } {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  if (yaml.errors.length > 0) {
    const problems = yaml.errors.map(
      (error): Problem => ({
        kind: 'glossary',
        file,
        line: lines.linePos(error.pos[0]).line,
        detail: firstLine(error.message),
      }),
    );
    return { glossary: emptyGlossary, problems };
  }
  const parsed = glossarySchema.safeParse(plainValue(yaml));
  if (parsed.success) return { glossary: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue): Problem => {
    const node = nearestNode(yaml, issue.path);
    const place = node?.range ? { line: lines.linePos(node.range[0]).line } : {};
    return { kind: 'glossary', file, ...place, detail: `${issue.path.join('.')}: ${issue.message}` };
  });
  return { glossary: emptyGlossary, problems };
}

/** The value of the document; one whose aliases are undefined or grow without bound has none. */
function plainValue(yaml: ReturnType<typeof parseDocument>): unknown {
  try {
    return yaml.toJS() ?? {};
  } catch {
    return undefined;
  }
}

/** The node a schema issue speaks of, or the closest one above it where a key is missing. */
function nearestNode(yaml: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]) {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = yaml.getIn(path.slice(0, depth), true);
    if (isNode(node)) return node;
  }
  return undefined;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

/** Both glossaries as one: the product's own always applies, another folder's adds to it. */
export function joinGlossaries(first: Glossary, second: Glossary): Glossary {
  return {
    entities: [...first.entities, ...second.entities],
    synonyms: [...first.synonyms, ...second.synonyms],
  };
}
