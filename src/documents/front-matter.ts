import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Source } from './document.js';
import type { Problem } from './problem.js';
import { date, language, present, sourceOf, text, url } from './source-fields.js';

/** What the front matter of a document says. */
export interface FrontMatter {
  readonly title?: string;
  readonly source?: Source;
  readonly tags: readonly string[];
}

const FIELDS = z.object({
  title: text.optional(),
  publisher: text.optional(),
  author: text.optional(),
  published: date.optional(),
  retrieved: date.optional(),
  url: url.optional(),
  archive_url: url.optional(),
  language: language.optional(),
  tags: z.array(text, 'must be a list: [chips, standards]').optional(),
});

/**
 * Reads the YAML between the `---` lines.
 *
 * A field that breaks a rule gives a problem and no front matter; a field that is not known gives a problem
 * alone, as documents from elsewhere bring fields of their own and a misspelt name should be seen.
 */
export function readFrontMatter(
  yaml: string,
  file: string,
): { frontMatter?: FrontMatter; problems: Problem[] } {
  // The opening `---` is line 1 of the file, so that line n of the YAML is line n + 1.
  const lines = new LineCounter();
  const problemAt = (offset: number | undefined, detail: string): Problem => ({
    file,
    line: offset === undefined ? 1 : lines.linePos(offset).line + 1,
    kind: 'front-matter',
    detail,
  });
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) {
    return { problems: document.errors.map(({ pos, message }) => problemAt(pos[0], message)) };
  }
  if (document.contents !== null && !isMap(document.contents)) {
    return { problems: [problemAt(0, 'must be a list of fields, each as `name: value`')] };
  }
  const offsets = new Map(
    document.contents?.items.map(({ key }) =>
      isScalar(key) ? [String(key.value), key.range?.[0]] : ['', undefined],
    ),
  );
  const values = withoutEmpty(document.toJS() ?? {});
  const problems = Object.keys(values)
    .filter((name) => !(name in FIELDS.shape))
    .map((name) => problemAt(offsets.get(name), `${name}: is not a known field`));
  const result = FIELDS.safeParse(values);
  if (result.success) return { frontMatter: frontMatterOf(result.data), problems };
  return {
    problems: [
      ...result.error.issues.map(({ path, message }) =>
        problemAt(offsets.get(String(path[0])), `${path.join('.')}: ${message}`),
      ),
      ...problems,
    ],
  };
}

/** A field without a value is absent; `published: 2025` is a number to YAML and a year here. */
function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== '')
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(numberAsText) : numberAsText(value)]),
  );
}

function numberAsText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

function frontMatterOf(fields: z.infer<typeof FIELDS>): FrontMatter {
  const { title, tags = [], archive_url: archiveUrl, ...known } = fields;
  return { ...present({ title, source: sourceOf({ ...known, archiveUrl }) }), tags };
}
