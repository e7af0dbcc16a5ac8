import { defined } from '../definitions.js';
import { type Block, fencedContent, isFence, type Line } from './markdown-lines.js';
import { unseenBlock, withoutUnseen } from './markdown-unseen.js';

/** Markdown in which only what CommonMark and GFM know is left. */
export interface CommonMarkdown {
  readonly markdown: string;
  /** The line of the file, from 1, that a line of it comes from. */
  readonly lineOf: (line: number) => number;
  /** The first line of the file that opens a block in too many others. */
  readonly deepLine?: number;
}

/** So many blocks stand in one another: nobody writes more, and the parser is slow with quotations in quotations. */
const MAX_DEPTH = 5;

/**
 * The time that the parser takes grows with the square of the quotations in a row; the titles of further blocks are
 * paragraphs.
 */
const MAX_CALLOUTS = 500;

/** What only other dialects have; a text without any of it is read as it is. */
const HAS_DIALECT =
  /^[ >\t]{0,40}(?:!!!|\?\?\?|===!? {1,4}"|:{3}|[:~] |import |export |<\/?[A-Z]|\[(?:TOC|toc)\]|\[\[_?(?:TOC|toc)|--8<--|\*\[|\^[\w-]{1,40}$|(?:`{3,}|~{3,})\{)|%%|\{ ?[{%:#./]|\{(?:--|\+\+|==|~~|>>)|\{ ?[\w-]{1,40}=| \^[\w-]{4,40}$/m;

/**
 * Turns the blocks of other dialects into what CommonMark has for them: admonitions of MkDocs (`!!! note "Title"`),
 * containers of Docusaurus, VitePress and Pandoc (`:::tip Title`) and directives of MyST become callouts as GitHub and
 * Obsidian write them (`> [!note] Title`), or plain blocks where they have no title; definition lists become lists; and
 * what no reader sees is left out. Front matter and code stay as they are.
 */
export function commonMarkdown(markdown: string): CommonMarkdown {
  if (!HAS_DIALECT.test(markdown)) return { markdown, lineOf: (line) => line };
  const file = markdown.split(/\r\n|\n|\r/).map((text, number): Line => ({ text, number }));
  const body = frontMatterEnd(file);
  const reading: Reading = { deep: [], callouts: 0 };
  const lines = [...file.slice(0, body), ...plainLines(file.slice(body), 0, reading)];
  const [first] = reading.deep;
  return {
    markdown: lines.map(({ text }) => text).join('\n'),
    lineOf: (line) => (lines[line - 1]?.number ?? file.length - 1) + 1,
    ...(first && { deepLine: first.number + 1 }),
  };
}

function frontMatterEnd(lines: readonly Line[]): number {
  const fence = lines[0]?.text.trimEnd() ?? '';
  if (fence !== '---' && fence !== '+++') return 0;
  return lines.findIndex(({ text }, position) => position > 0 && text.trimEnd() === fence) + 1;
}

/** What is kept in mind of a file while it is read. */
interface Reading {
  /** The lines that open a block which is too deep. */
  readonly deep: Line[];
  /** How many blocks were made callouts. */
  callouts: number;
}

function plainLines(lines: readonly Line[], depth: number, reading: Reading): Line[] {
  const plain: Line[] = [];
  let at = 0;
  while (at < lines.length) {
    const { content, next } = plainBlock(lines, at, depth, reading);
    for (const line of content) plain.push(line);
    at = next;
  }
  return plain;
}

/** One line, or the block that begins with it, in CommonMark. */
function plainBlock(lines: readonly Line[], at: number, depth: number, reading: Reading): Block {
  const line = lines[at] ?? { text: '', number: 0 };
  const titled = indentedBlock(lines, at) ?? fencedBlock(lines, at);
  if (titled && depth >= MAX_DEPTH) {
    reading.deep.push(line);
    return { content: [], next: titled.next };
  }
  if (titled) return { content: calloutOf(titled, line, depth, reading), next: titled.next };
  if (isFence(line.text)) return fencedContent(lines, at);
  const mayDefine = depth < MAX_DEPTH;
  const block = unseenBlock(lines, at) ?? (mayDefine ? definitions(lines, at, depth, reading) : undefined);
  return block ?? { content: [{ ...line, text: withoutUnseen(line.text) }], next: at + 1 };
}

interface TitledBlock extends Block {
  /** `''` where it has none. */
  readonly title: string;
  readonly indent: string;
}

/** `!!! warning "Not final"`, `??? question "Who pays?"`, `=== "Tab"`: its lines are indented by four columns more. */
const INDENTED =
  /^( {0,24})(?:(?:!!!|\?\?\?\+?) ?[\w-]{1,40}(?: [\w-]{1,40}){0,6}(?: {1,4}"(.{0,300})")?|===!? {1,4}"(.{0,300})")$/;

function indentedBlock(lines: readonly Line[], at: number): TitledBlock | undefined {
  const [opener, indent = '', title, tab] = INDENTED.exec(lines[at]?.text.trimEnd() ?? '') ?? [];
  if (opener === undefined) return undefined;
  let next = at + 1;
  for (let line = next; line < lines.length; line++) {
    const { text = '' } = lines[line] ?? {};
    if (text.trim() === '') continue;
    if (!text.startsWith(`${indent}    `) && !text.startsWith(`${indent}\t`)) break;
    next = line + 1;
  }
  const content = lines.slice(at + 1, next).map(({ text, number }) => ({
    text: text.slice(indent.length).replace(/^(?: {4}|\t)/, ''),
    number,
  }));
  return { title: title ?? tab ?? '', indent, content, next };
}

/** `:::tip Title`, `:::note[Title]`, `::: {.callout-note title="Title"}`; in MyST a fence of code: `` ```{note} Title ``. */
const FENCED =
  /^( {0,24})(?:(:{3,}) {0,4}(?:[\w-]{1,40}|(?=\{))|(`{3,}|~{3,}|:{3,})\{(?:note|tip|hint|important|warning|caution|danger|attention|error|seealso|admonition|dropdown)\})(.{0,400})$/;

function fencedBlock(lines: readonly Line[], at: number): TitledBlock | undefined {
  const [opener, indent = '', colons = '', fence = colons, rest = ''] =
    FENCED.exec(lines[at]?.text.trimEnd() ?? '') ?? [];
  if (opener === undefined || rest.endsWith(':::')) return undefined;
  const end = fence.startsWith(':') ? containerEnd(lines, at + 1) : lineOf(lines, at + 1, fence);
  if (end === undefined) return undefined;
  const content = lines.slice(at + 1, end).map(({ text, number }) => ({
    text: colons === '' && /^\s*:[\w-]{1,30}:/.test(text) ? '' : withoutIndent(text, indent),
    number,
  }));
  return { title: titleIn(rest), indent, content, next: end + 1 };
}

function lineOf(lines: readonly Line[], from: number, fence: string): number | undefined {
  const end = lines.findIndex(({ text }, position) => position >= from && text.trim() === fence);
  return end === -1 ? undefined : end;
}

/** The end of a container is looked for over so many lines. */
const MAX_LINES = 5_000;

/** Containers stand in one another; of those with more colons outside, the inner ones have fewer. */
function containerEnd(lines: readonly Line[], from: number): number | undefined {
  let open = 1;
  for (let at = from; at < Math.min(lines.length, from + MAX_LINES); at++) {
    const text = lines[at]?.text.trim() ?? '';
    if (!text.startsWith(':::')) continue;
    if (/^:{3,}$/.test(text)) open--;
    else if (!text.endsWith(':::')) open++;
    if (open === 0) return at;
  }
  return undefined;
}

function withoutIndent(text: string, indent: string): string {
  return text.startsWith(indent) ? text.slice(indent.length) : text.trimStart();
}

function titleIn(rest: string): string {
  const [, named] = /\btitle ?= ?"([^"]{0,300})"/.exec(rest) ?? [];
  const [, label] = /^ ?\[(.{0,300})\]/.exec(rest) ?? [];
  return (named ?? label ?? rest.replace(/\{[^{}]{0,300}\}/, '')).trim();
}

/** A blank line stands below it, so that what follows is no part of it. */
function calloutOf(
  { title, indent, content }: TitledBlock,
  opener: Line,
  depth: number,
  reading: Reading,
): Line[] {
  const isCallout = title !== '' && reading.callouts++ < MAX_CALLOUTS;
  const within = plainLines(content, depth + 1, reading);
  const last = { text: '', number: within.at(-1)?.number ?? opener.number };
  const sign = isCallout ? '> ' : '';
  const head = isCallout
    ? [`${indent}> [!note] ${title}`, `${indent}>`]
    : [`${indent}${title}`.trimEnd(), ''];
  return [
    ...head.map((text) => ({ ...opener, text })),
    ...within.map(({ text, number }) => ({ text: `${indent}${sign}${text}`.trimEnd(), number })),
    last,
  ];
}

const DEFINITION = /^ {0,3}[:~] {1,4}(?=\S)/;

/** A term in a line of its own, and below it what it means: `: A group of makers.` Each is an item with its term. */
function definitions(lines: readonly Line[], at: number, depth: number, reading: Reading): Block | undefined {
  const term = lines[at]?.text.trim() ?? '';
  const isAbove = at === 0 || lines[at - 1]?.text.trim() === '';
  let next = lines[at + 1]?.text.trim() === '' ? at + 2 : at + 1;
  if (!isAbove || !/^[^\s|>#:~=-]/.test(term) || !isDefinition(lines[next])) return undefined;
  const content: Line[] = [];
  while (isDefinition(lines[next])) {
    const { text = '', number = 0 } = lines[next] ?? {};
    const end = definitionEnd(lines, next);
    const words = withoutUnseen(text.replace(DEFINITION, ''));
    if (words !== '') content.push({ text: `- ${defined(term, words)}`, number });
    const more = lines
      .slice(next + 1, end)
      .map((line) => ({ ...line, text: line.text.replace(/^(?: {1,4}|\t)/, '') }));
    content.push(
      ...plainLines(more, depth + 1, reading).map((line) => ({ ...line, text: `  ${line.text}`.trimEnd() })),
    );
    next = end;
    if (lines[end]?.text.trim() === '' && isDefinition(lines[end + 1])) next++;
  }
  return { content: [...content, { text: '', number: lines[next - 1]?.number ?? 0 }], next };
}

function isDefinition(line: Line | undefined): boolean {
  return DEFINITION.test(line?.text ?? '');
}

/** Behind its first line: up to the next definition, or a blank line behind which nothing is indented. */
function definitionEnd(lines: readonly Line[], at: number): number {
  let end = at + 1;
  for (let next = end; next < lines.length; next++) {
    const { text = '' } = lines[next] ?? {};
    if (DEFINITION.test(text)) break;
    if (text.trim() === '') continue;
    if (lines[next - 1]?.text.trim() === '' && !/^(?: {2}|\t)/.test(text)) break;
    end = next + 1;
  }
  return end;
}
