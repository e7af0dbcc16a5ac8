import { stringify } from 'yaml';
import type { Problem } from '../../problem.js';
import { present } from '../../source-fields.js';
import { frontMatterBlock, type Syntax } from './front-matter-block.js';
import { type FrontMatter, readFields } from './front-matter-fields.js';
import { writtenFields } from './front-matter-syntax.js';

/**
 * Takes the front matter off a Markdown file.
 *
 * What in it cannot be understood is told and left out; only where nothing says where it ends the text is unknown too.
 */
export function takeFrontMatter(
  markdown: string,
  file: string,
): {
  readonly frontMatter: FrontMatter;
  /** The rest of the file, with blank lines in place of the front matter, so that all lines keep their numbers. */
  readonly body?: string;
  readonly problems: readonly Problem[];
} {
  const none: FrontMatter = { tags: [] };
  const block = frontMatterBlock(markdown);
  if (block === undefined) return { frontMatter: none, body: markdown, problems: [] };
  if (block === 'not-closed') {
    return { frontMatter: none, problems: [{ file, line: 1, kind: 'front-matter', fault: 'not-closed' }] };
  }
  const body = '\n'.repeat(block.lines) + markdown.split('\n').slice(block.lines).join('\n');
  return { ...readFrontMatter(block.text, file, block), body };
}

/**
 * Reads front matter from between the lines that mark it, or from a file of its own.
 *
 * What cannot be understood is told and left out. Documents from elsewhere have fields of their own; of a name that
 * nobody knows it is told too, as it may be a misspelt one.
 */
export function readFrontMatter(
  text: string,
  file: string,
  { syntax = 'yaml', firstLine = 1 }: { readonly syntax?: Syntax; readonly firstLine?: number } = {},
): { readonly frontMatter: FrontMatter; readonly problems: readonly Problem[] } {
  const { fields, faults } = writtenFields(text, syntax);
  const read = readFields(fields);
  const problems = [...faults, ...read.faults].map(
    ({ line, ...fault }): Problem => ({ file, line: line + firstLine - 1, kind: 'front-matter', ...fault }),
  );
  return { frontMatter: read.frontMatter, problems };
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
