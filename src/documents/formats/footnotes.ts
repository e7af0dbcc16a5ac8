import type { FootnoteDefinition, Nodes, Root, Text } from 'mdast';
import type { Source, Span } from '../document.js';
import type { Problem } from '../problem.js';
import { isPartialDate, namesUser } from '../source-fields.js';

export interface Footnotes {
  /** By identifier; the first definition of a name counts, as everywhere in Markdown. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Definitions that cannot be read as a source, and marks without a definition, in the order of lines. */
  readonly problems: readonly Problem[];
}

/** The footnotes of a document: they name the sources of sentences. */
export function readFootnotes(tree: Root, markdown: string, file: string): Footnotes {
  const sources = new Map<string, Source>();
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const node of nodesOf(tree)) {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'text') {
      let above = 0;
      let counted = 0;
      for (const { name, start } of undefinedMarks(node, markdown)) {
        above += node.value.slice(counted, start).split('\n').length - 1;
        counted = start;
        problems.push({ file, line: line + above, kind: 'footnote-undefined', name });
      }
    } else if (node.type === 'footnoteDefinition' && !seen.has(node.identifier)) {
      seen.add(node.identifier);
      const source = readSource(node);
      if (source) sources.set(node.identifier, source);
      else problems.push({ file, line, kind: 'footnote-source', name: node.label ?? node.identifier });
    }
  }
  return { sources, problems };
}

/** All nodes in the order of the text. */
function* nodesOf(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

const MARK = /\\?\[\^([^\]\s]{1,200})\]/g;

/** Marks such as `[^1]` without a definition, which Markdown takes for text. Offsets are in the node's value. */
export function undefinedMarks(node: Text, markdown: string): (Span & { readonly name: string })[] {
  const found = [...node.value.matchAll(MARK)].filter(([mark]) => !mark.startsWith('\\'));
  if (found.length === 0) return [];
  const { start, end } = node.position ?? {};
  const written = markdown.slice(start?.offset ?? 0, end?.offset ?? 0);
  const names = (isEscaped: boolean) =>
    new Set(
      [...written.matchAll(MARK)]
        .filter(([mark]) => mark.startsWith('\\') === isEscaped)
        .map(([, name = '']) => name),
    );
  const [escaped, marks] = [names(true), names(false)];
  return found.flatMap((match) => {
    const [mark, name = ''] = match;
    // `\[^1]` is text that its author wants shown as it is.
    if (!marks.has(name) || escaped.has(name)) return [];
    return [{ name, start: match.index, end: match.index + mark.length }];
  });
}

/**
 * Reads `publisher, date, <url>` from the right: an address, a date (`YYYY[-MM[-DD]]`, or `n.d.` where there is
 * none), and the rest is the publisher. The words of a link, as in `[title](url)`, are the title. Each may be
 * absent, but what has neither address nor date is a remark and not a source.
 */
function readSource(definition: FootnoteDefinition): Source | undefined {
  const pieces = definition.children.flatMap(piecesOf);
  const position = pieces.findLastIndex((piece) => typeof piece !== 'string');
  const link = pieces[position] as Link | undefined;
  const before = pieces.slice(0, position === -1 ? undefined : position);
  const { rest, date, isDated } = cutDate(withoutSeparator(before.map(wordsOf).join('')));
  if (!link && !isDated) return undefined;
  return {
    ...(rest && { publisher: rest }),
    ...(link && link.text !== link.url && { title: link.text }),
    ...(date && { published: date }),
    ...(link && { url: link.url }),
  };
}

/** `isDated` also where the date is `n.d.` */
function cutDate(text: string): { rest: string; date?: string; isDated: boolean } {
  const match = /(?:^|[\s,;(])(\d{4}(?:-\d\d){0,2}|n\.\s?d\.?)\)?$/i.exec(text);
  const word = match?.[1];
  if (!match || !word) return { rest: text, isDated: false };
  const rest = withoutSeparator(text.slice(0, match.index));
  if (/^n/i.test(word)) return { rest, isDated: true };
  return isPartialDate(word) ? { rest, date: word, isDated: true } : { rest: text, isDated: false };
}

function withoutSeparator(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s,;:])[\s,;:]+$/, '')
    .trimStart();
}

interface Link {
  readonly url: string;
  readonly text: string;
}

/** The text of a definition, with its links to web addresses whole. */
function piecesOf(node: Nodes): (string | Link)[] {
  if (node.type === 'link' && /^https?:\/\//i.test(node.url) && !namesUser(node.url)) {
    return [{ url: node.url, text: node.children.flatMap(piecesOf).map(wordsOf).join('') }];
  }
  if (node.type === 'break') return [' '];
  if ('children' in node) return node.children.flatMap(piecesOf);
  return 'value' in node && node.type !== 'html' ? [node.value] : [];
}

function wordsOf(piece: string | Link): string {
  return typeof piece === 'string' ? piece : piece.text;
}
