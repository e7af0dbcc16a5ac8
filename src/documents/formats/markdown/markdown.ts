import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { takeFrontMatter } from '../front-matter/front-matter.js';
import { layOut } from '../layout.js';
import { withNumberedHeadings } from '../numbered-headings.js';
import type { OutlineResult } from '../reader.js';
import { readFootnotes } from './footnotes.js';
import { blocksIn } from './markdown-blocks.js';
import { commonMarkdown } from './markdown-dialects.js';

/** With one tilde before and after them, words are struck on GitHub, lowered in Pandoc, and about so much elsewhere. */
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** With lists and quotations nested deeper than this the parser is slow, and then overflows its stack. */
const MAX_NESTING = 100;

/**
 * Reads Markdown (CommonMark and GFM, with front matter, and the blocks of other dialects).
 *
 * The canonical text is what a reader sees: blocks joined by a blank line, a list item or table row a line, cells
 * joined by ` | `, of an image its alternative text, of HTML its text; struck words are left out. A paragraph is prose,
 * or a whole list, table or block of code. Footnotes name the sources of the sentences they stand on and are not part of
 * the text.
 *
 * The title is the front matter's, or else the first heading of the first level. What cannot be read of front matter
 * and footnotes is told; only front matter without an end leaves the document out.
 */
export function readMarkdown(written: string, file: string): OutlineResult {
  const { frontMatter, body, problems: faults } = takeFrontMatter(written, file);
  if (body === undefined) return { problems: faults };
  const { markdown, lineOf, deepLine } = commonMarkdown(body);
  const nested = nestedLine(markdown);
  const line = deepLine ?? (nested && lineOf(nested));
  if (line !== undefined) return { problems: [{ file, line, kind: 'too-deep' }] };
  const tree = parser.parse(markdown);
  const { sources, problems: footnoteProblems } = readFootnotes(tree, markdown, file);
  const problems = [
    ...faults,
    ...footnoteProblems.map((problem) => ({ ...problem, line: lineOf(problem.line ?? 1) })),
  ];
  const blocks = withNumberedHeadings(blocksIn(tree.children, { markdown, sources }));
  const title = frontMatter.title ?? blocks.find(({ depth }) => depth === 1)?.lines[0]?.text;
  return { outline: { ...frontMatter, ...layOut(blocks, title) }, problems };
}

/** The first line that opens too many lists and quotations at once. */
function nestedLine(markdown: string): number | undefined {
  const position = markdown.split('\n').findIndex((line) => {
    const markers = /^[ \t]*((?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+)+)/.exec(line)?.[1] ?? '';
    return markers.replace(/[\d \t]/g, '').length > MAX_NESTING;
  });
  return position === -1 ? undefined : position + 1;
}
