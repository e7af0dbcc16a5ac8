import { isMap, isScalar, LineCounter, parseDocument, stringify, type YAMLMap } from 'yaml';
import { z } from 'zod';
import type { Source } from '../document.js';
import { messageOf } from '../errors.js';
import type { FieldFault, FrontMatterFault, Problem } from '../problem.js';
import { date, language, list, present, sourceOf, text, url } from '../source-fields.js';
import { tooMuchYaml } from '../yaml-file.js';

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
  as_of: date.optional(),
  url: url.optional(),
  archive_url: url.optional(),
  language: language.optional(),
  tags: list.optional(),
});

/**
 * Reads the YAML between the `---` lines, or that of a file of its own.
 *
 * A field that breaks a rule gives a problem and no front matter. An unknown field gives a problem only: documents from
 * elsewhere have fields of their own, and a misspelt name should be seen.
 *
 * @param firstLine Where in the file the YAML begins: behind the opening `---`, which is line 1.
 */
export function readFrontMatter(
  yaml: string,
  file: string,
  firstLine = 2,
): { frontMatter?: FrontMatter; problems: Problem[] } {
  const lines = new LineCounter();
  const problemAt = (offset: number | undefined, fault: FrontMatterFault): Problem => ({
    file,
    line: offset === undefined ? 1 : lines.linePos(offset).line + firstLine - 1,
    kind: 'front-matter',
    ...fault,
  });
  const unfit = tooMuchYaml(yaml);
  if (unfit) {
    const line = unfit.line + firstLine - 1;
    return { problems: [{ file, line, kind: 'front-matter', fault: 'yaml', detail: unfit.detail }] };
  }
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  if (document.errors.length > 0) {
    return { problems: document.errors.map((error) => problemAt(error.pos[0], yamlFault(error))) };
  }
  if (document.contents !== null && !isMap(document.contents)) {
    return { problems: [problemAt(0, { fault: 'no-fields' })] };
  }
  const offsets = keyOffsets(document.contents);
  let values: Record<string, unknown>;
  try {
    values = withoutEmpty(document.toJS() ?? {});
  } catch (error) {
    // Aliases of aliases, which the library refuses as they would fill the memory.
    return { problems: [problemAt(0, yamlFault(error))] };
  }
  const problems = Object.keys(values)
    .filter((name) => !Object.hasOwn(FIELDS.shape, name))
    .map((name) => problemAt(offsets.get(name), { fault: 'unknown', field: name }));
  const result = FIELDS.safeParse(values);
  if (result.success) return { frontMatter: frontMatterOf(result.data), problems };
  return {
    problems: [
      ...result.error.issues.map(({ path, message }) =>
        problemAt(offsets.get(String(path[0])), { fault: message as FieldFault, field: path.join('.') }),
      ),
      ...problems,
    ],
  };
}

/** Where the name of each field begins in the YAML. */
function keyOffsets(fields: YAMLMap | null): ReadonlyMap<string, number | undefined> {
  return new Map(
    fields?.items.map(({ key }) => (isScalar(key) ? [String(key.value), key.range?.[0]] : ['', undefined])),
  );
}

function yamlFault(error: unknown): FrontMatterFault {
  return { fault: 'yaml', detail: messageOf(error) };
}

/** The YAML that reads back to the same, without the `---` lines. */
export function writeFrontMatter({ title, source = {}, tags }: FrontMatter): string {
  const { archiveUrl: archive_url, asOf: as_of, title: _, ...fields } = source;
  const written = present({
    title,
    ...fields,
    as_of,
    archive_url,
    tags: tags.length > 0 ? tags : undefined,
  });
  return stringify(written, { lineWidth: 0 });
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
  const { title, tags = [], archive_url: archiveUrl, as_of: asOf, ...known } = fields;
  return { ...present({ title, source: sourceOf({ ...known, asOf, archiveUrl }) }), tags };
}
