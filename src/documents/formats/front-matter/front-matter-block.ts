// Where the front matter of a Markdown file stands, in the ways of those who invented it.

export type Syntax = 'yaml' | 'toml' | 'json' | 'pandoc' | 'multimarkdown';

export interface FrontMatterBlock {
  readonly syntax: Syntax;
  /** What is between the lines that mark it. */
  readonly text: string;
  /** The line, from 1, on which `text` begins. */
  readonly firstLine: number;
  /** How many lines of the file it takes, with those that mark it. */
  readonly lines: number;
}

/** The front matter; `'not-closed'` where it begins and nothing says where it ends. */
export function frontMatterBlock(markdown: string): FrontMatterBlock | 'not-closed' | undefined {
  const lines = markdown.split('\n').map((line) => line.replace(/\r$/, ''));
  return fenced(lines) ?? belowNothing(lines) ?? json(lines) ?? pandoc(lines) ?? multiMarkdown(lines);
}

/** In lines: what may stand over front matter, blank or a comment of one line. */
const MAX_ABOVE = 5;

/** Front matter that begins below blank lines or comments, where no tool sees it, though it is none of the text. */
function belowNothing(lines: readonly string[]): FrontMatterBlock | undefined {
  const above = lines
    .slice(0, MAX_ABOVE + 1)
    .findIndex((line) => !/^\s{0,99}(?:<!--[^>]{0,400}-->)?$/.test(line));
  const block = above > 0 ? fenced(lines.slice(above)) : undefined;
  if (block === undefined || block === 'not-closed' || block.text.trim() === '') return undefined;
  const isFields = block.text.split('\n').every((line) => /^[\w"'-]{1,60}:(?: |$)|^[ \t#-]|^$/.test(line));
  return isFields ? { ...block, firstLine: block.firstLine + above, lines: block.lines + above } : undefined;
}

/** `---` (YAML; Jekyll, Hugo, Obsidian, Docusaurus), `+++` (TOML; Hugo, Zola), `---json` and the like (Eleventy). */
const FENCE = /^(---|\+\+\+)(yaml|toml|json)?[ \t]{0,99}$/i;

/** The name of a field, as it stands at the beginning of a line. */
const YAML_FIELD = /^[ \t]{0,9}["']?[\p{L}_][\p{L}\p{N} _.-]{0,60}["']?[ \t]{0,9}:(?:[ \t]|$)/u;
const TOML_FIELD = /^[ \t]{0,9}(?:\[|["']?[\w.-]{1,60}["']?[ \t]{0,9}=)/;

function fenced(lines: readonly string[]): FrontMatterBlock | 'not-closed' | undefined {
  const [, fence, named] = FENCE.exec(lines[0] ?? '') ?? [];
  if (fence === undefined) return undefined;
  const syntax = (named?.toLowerCase() as Syntax | undefined) ?? (fence === '+++' ? 'toml' : 'yaml');
  const end = lines.findIndex((line, i) => i > 0 && isEnd(line.trimEnd(), fence));
  const within = lines.slice(1, end === -1 ? lines.length : end);
  const isFields = { yaml: YAML_FIELD, toml: TOML_FIELD, json: /^[ \t]{0,9}[{"]/ }[
    syntax as 'yaml' | 'toml' | 'json'
  ];
  const first = within.find((line) => line.trim() !== '' && !line.trimStart().startsWith('#')) ?? '';
  // Without a field, the lines are rules that a text stands between, or YAML that is something else.
  const isEmpty = end !== -1 && within.every((line) => line.trim() === '');
  const isList =
    end !== -1 &&
    syntax === 'yaml' &&
    within.length > 0 &&
    within.every((line) => /^[ \t]{0,9}[-#]|^$/.test(line));
  if (!isFields.test(first) && !isEmpty && !isList) return undefined;
  if (end === -1) return 'not-closed';
  return { syntax, text: within.join('\n'), firstLine: 2, lines: end + 1 };
}

function isEnd(line: string, fence: string): boolean {
  return line === fence || (fence === '---' && line === '...');
}

/** JSON at the beginning of the file, on one line or up to the brace that stands alone on one (Hugo). */
function json(lines: readonly string[]): FrontMatterBlock | undefined {
  if (/^\{[ \t]{0,9}"[^"]{1,60}"[ \t]{0,9}:.{1,2000}\}[ \t]{0,99}$/.test(lines[0] ?? ''))
    return { syntax: 'json', text: lines[0] ?? '', firstLine: 1, lines: 1 };
  if (!/^\{[ \t]{0,99}$/.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line) => /^\}[ \t]{0,99}$/.test(line));
  if (end === -1 || !/^[ \t]{0,99}"/.test(lines[1] ?? '')) return undefined;
  return { syntax: 'json', text: lines.slice(0, end + 1).join('\n'), firstLine: 1, lines: end + 1 };
}

/** Up to three fields of one or more lines: `% title`, `% author; author`, `% date`. */
function pandoc(lines: readonly string[]): FrontMatterBlock | undefined {
  const end = lines.findIndex((line) => !/^%(?:[ \t]|$)|^[ \t]{1,99}\S/.test(line));
  const length = end === -1 ? lines.length : end;
  if (length === 0 || !lines[0]?.startsWith('%')) return undefined;
  const text = lines.slice(0, length).join('\n');
  return { syntax: 'pandoc', text, firstLine: 1, lines: length };
}

/** Names that a text without marks must begin with, so that a first paragraph is not taken for fields. */
const MULTIMARKDOWN_FIRST =
  /^(?:title|author|authors|date|subtitle|summary|description|slug|category)[ \t]{0,9}:[ \t]/i;

/** Fields up to the first blank line, with no marks around them (MultiMarkdown, MkDocs, Pelican). */
function multiMarkdown(lines: readonly string[]): FrontMatterBlock | undefined {
  if (!MULTIMARKDOWN_FIRST.test(lines[0] ?? '')) return undefined;
  const end = lines.findIndex((line) => line.trim() === '');
  const own = lines.slice(0, end === -1 ? lines.length : end);
  const isFields = own.every((line) => /^[A-Za-z][\w -]{0,40}:(?:[ \t]|$)|^[ \t]{2,99}\S/.test(line));
  if (end === -1 || own.length < 2 || !isFields) return undefined;
  return { syntax: 'multimarkdown', text: own.join('\n'), firstLine: 1, lines: own.length };
}
