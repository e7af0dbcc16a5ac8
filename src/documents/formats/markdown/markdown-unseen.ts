import type { Block, Line } from './markdown-lines.js';

// What stands in Markdown for programs and not for readers.

/** Blocks are not looked for over more lines than this. */
const MAX_LINES = 60;

/**
 * A block that no reader sees: a comment of Obsidian (`%%`) or MDX (`{/* … *​/}`), what MDX exports, and the tag of a
 * component that goes over several lines.
 */
export function unseenBlock(lines: readonly Line[], at: number): Block | undefined {
  const text = lines[at]?.text.trim() ?? '';
  if (GENERATED_CODE.test(text)) return generatedCode(lines, at);
  const end = endOf(text);
  if (!end) return undefined;
  const last = lines.slice(at + 1, at + 1 + MAX_LINES).findIndex((line) => end.test(line.text));
  return last === -1
    ? undefined
    : { content: [{ text: '', number: lines[at]?.number ?? 0 }], next: at + last + 2 };
}

/** Shortcodes of Hugo with code in them, which becomes a block of code. */
const GENERATED_CODE = /^\{\{[<%] ?(?:code-toggle|highlight|code)\b(?:[^{}/]|\/(?!>)){0,300}[>%]\}\}$/;

function generatedCode(lines: readonly Line[], at: number): Block | undefined {
  const end = lines.findIndex(
    ({ text }, line) => line > at && /^\s{0,40}\{\{[<%] ?\/ ?(?:code|high)/.test(text),
  );
  if (end === -1) return undefined;
  const fence = (line: Line | undefined) => ({ text: '```', number: line?.number ?? 0 });
  return { content: [fence(lines[at]), ...lines.slice(at + 1, end), fence(lines[end])], next: end + 1 };
}

/** What the last line of an unseen block has. */
function endOf(text: string): RegExp | undefined {
  if (text.startsWith('%%') && !text.slice(2).includes('%%')) return /%%\s{0,4}$/;
  if (text.startsWith('{/*') && !text.includes('*/}')) return /\*\/\}/;
  if (/^export (?:const|let|default|function|async) /.test(text) && !/[;)}]$/.test(text)) return /^\s{0,40}$/;
  if (/^<[A-Z][a-z][\w.]{0,60}(?:\s[^<>]{0,400})?$/.test(text)) return />\s{0,4}$/;
  return undefined;
}

const ATTRIBUTE = String.raw`(?:[#.][\w:-]{1,80}|[\w:-]{1,40}=(?:"[^"{}]{0,200}"|[\w./-]{1,80}))`;
const ATTRIBUTES = String.raw`\{(?::[\w.#-]{1,40}|:? ?${ATTRIBUTE}(?: {1,4}${ATTRIBUTE}){0,12} {0,4})\}`;

/** Lines for programs alone: imports, tags of components and generators, contents, snippets, abbreviations. */
const UNSEEN_LINE = new RegExp(
  [
    String.raw`import (?:[\w*{},\s]{1,200} from )?['"][^'"]{1,200}['"];?`,
    'export (?:const|let|default|function|async) .{0,1000}',
    String.raw`<\/?[A-Z][a-z][\w.]{0,60}(?:\s[^<>]{0,1000})?>`,
    String.raw`(?:\{\{[<%][^{}]{0,400}[>%]\}\}\s{0,4}){1,10}`,
    String.raw`(?:\{%[^{}]{0,400}%\}\s{0,4}){1,10}`,
    // The name that Obsidian gives to the block above.
    String.raw`\^[\w-]{1,40}`,
    String.raw`\[(?:TOC|toc)\]|\[\[_?(?:TOC|toc)_?\]\]`,
    '--8<--.{0,400}',
    String.raw`\*\[[^\]]{1,60}\]:.{0,400}`,
    ATTRIBUTES,
  ]
    .map((line) => `(?:${line})`)
    .join('|')
    .replace(/^.*$/s, (lines) => `^(?:${lines})$`),
);

/** What nobody sees within a line, outside of code. */
const UNSEEN = new RegExp(
  [
    '%%(?:[^%]|%(?!%)){1,500}%%',
    String.raw`\{\/\*.{0,500}?\*\/\}`,
    String.raw`\{%-? ?(?:end)?raw ?-?%\}`,
    // Edits that are proposed (CriticMarkup): what would go, and what is said of it.
    String.raw`\{--[^{}]{1,400}--\}|\{>>[^{}]{1,400}<<\}`,
    String.raw`(?<=[)\]*_"'’”:>]) ?${ATTRIBUTES}`,
  ].join('|'),
  'g',
);

/** Code in a line, which stays as it is. */
const CODE = /(`{1,4}[^`]{1,500}`{1,4})/;

/** A line without what is not for readers; code in it stays. */
export function withoutUnseen(line: string): string {
  const text = line.trimEnd();
  if (UNSEEN_LINE.test(text.trimStart())) return '';
  if (!/[%{^]/.test(text)) return line;
  const parts = text.split(CODE);
  const seen = parts.map((part, position) => {
    if (position % 2 === 1) return part;
    const words = position > 0 ? part.replace(ATTRIBUTES_OF_CODE, '') : part;
    const shown = position === parts.length - 1 ? words.replace(AT_END, '') : words;
    return withoutSpans(withoutAddresses(shown)).replace(UNSEEN, '');
  });
  return seen.join('') + line.slice(text.length);
}

const ATTRIBUTES_OF_CODE = new RegExp(`^${ATTRIBUTES}`);

/** Attributes of a heading or paragraph, and the name that Obsidian gives a block to link to it. */
const AT_END = new RegExp(
  String.raw`(?:(?: {1,4}|(?<=[.!?。]))${ATTRIBUTES}| \^(?=[\w-]{0,39}[a-z])[\w-]{4,40})$`,
);

/** Words in signs that the reader does not see: `[words]{.small}` of Pandoc, `{++added++}`, `{~~old~>new~~}`. */
function withoutSpans(text: string): string {
  return text.replace(SPAN, '$1').replace(SHORTCODE, '$2').replace(ADDED, '$1$2$3');
}

const SPAN = new RegExp(String.raw`(?<!\])\[([^[\]]{1,300})\]${ATTRIBUTES}`, 'g');
/** One without an end stands for words, which are not known here. */
const SHORTCODE =
  /\{\{[<%] ?([\w-]{1,40})(?: [^{}]{0,300})?[>%]\}\}([^{}]{0,1000})\{\{[<%] ?\/ ?\1 ?[>%]\}\}/g;
const ADDED = /\{(?:\+\+([^{}]{1,400})\+\+|==([^{}]{1,400})==|~~[^{}~]{0,400}~>([^{}~]{0,400})~~)\}/g;

/** `[words]({{< ref "page.md" >}})`: the words are a link. */
function withoutAddresses(text: string): string {
  return text.replace(/\]\(\{\{[<%][^{}]{1,300}[>%]\}\}\)/g, '](#)');
}
