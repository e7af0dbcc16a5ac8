import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readFootnotes } from './footnotes.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { layOut } from './layout.js';
import { blocksIn } from './markdown-blocks.js';
import { commonMarkdown } from './markdown-dialects.js';
import type { OutlineResult } from './reader.js';

/** With one tilde before and after them, words are struck on GitHub, lowered in Pandoc, and about so much elsewhere. */
const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .freeze();

/** With lists and quotations nested deeper than this the parser is slow, and then overflows its stack. */
const MAX_NESTING = 100;

/**
 * Reads Markdown (CommonMark and GFM, with YAML front matter, and the blocks of other dialects).
 *
 * The canonical text is what a reader sees: blocks joined by a blank line, a list item or table row a line, cells
 * joined by ` | `, of an image its alternative text, of HTML its text; struck words are left out. A paragraph is prose, or a whole list,
 * table or block of code. Footnotes name the sources of the sentences they stand on and are not part of the text.
 *
 * The title is the front matter's, or else the first heading of the first level. Front matter that breaks a rule
 * leaves the document out; a footnote that cannot be read does not.
 */
export function readMarkdown(written: string, file: string): OutlineResult {
  const { markdown, lineOf } = commonMarkdown(written);
  const line = deepLine(markdown);
  if (line !== undefined) return { problems: [{ file, line: lineOf(line), kind: 'too-deep' }] };
  const tree = parser.parse(markdown);
  const matter = frontMatterOf(tree, markdown, file);
  const { sources, problems: footnoteProblems } = readFootnotes(tree, markdown, file);
  const problems = [
    ...matter.problems,
    ...footnoteProblems.map((problem) => ({ ...problem, line: lineOf(problem.line ?? 1) })),
  ];
  if (!matter.frontMatter) return { problems };
  const blocks = blocksIn(tree.children, { markdown, sources });
  const title = matter.frontMatter.title ?? blocks.find(({ depth }) => depth === 1)?.lines[0]?.text;
  return { outline: { ...matter.frontMatter, ...layOut(blocks, title) }, problems };
}

/** The first line that opens too many lists and quotations at once. */
function deepLine(markdown: string): number | undefined {
  const position = markdown.split('\n').findIndex((line) => {
    const markers = /^[ \t]*((?:>[ \t]?|(?:[-*+]|\d{1,9}[.)])[ \t]+)+)/.exec(line)?.[1] ?? '';
    return markers.replace(/[\d \t]/g, '').length > MAX_NESTING;
  });
  return position === -1 ? undefined : position + 1;
}

/** No `frontMatter` where the document has to be left out. */
function frontMatterOf(tree: Root, markdown: string, file: string): ReturnType<typeof readFrontMatter> {
  const node = tree.children[0];
  if (node?.type === 'yaml') return readFrontMatter(node.value, file);
  if (/^---[ \t]*\r?\n[ \t]*[\w-]+[ \t]*:/.test(markdown)) {
    return { problems: [{ file, line: 1, kind: 'front-matter', fault: 'not-closed' }] };
  }
  const none: FrontMatter = { tags: [] };
  return { frontMatter: none, problems: [] };
}
