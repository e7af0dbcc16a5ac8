import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Source } from './document.js';
import { isPartialDate } from './partial-date.js';
import type { Problem } from './problem.js';

/**
 * The sources that the footnotes of a document define, by identifier; the first definition of a name counts, as
 * everywhere in Markdown. One that cannot be read as a source gives a problem.
 */
export function readFootnotes(
  tree: Root,
  file: string,
): { sources: ReadonlyMap<string, Source>; problems: Problem[] } {
  const sources = new Map<string, Source>();
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const definition of definitions(tree)) {
    const { identifier, label, position } = definition;
    if (seen.has(identifier)) continue;
    seen.add(identifier);
    const source = readSource(definition);
    if (source) sources.set(identifier, source);
    else {
      const line = position?.start.line ?? 1;
      problems.push({ file, line, kind: 'footnote-source', name: label ?? identifier });
    }
  }
  return { sources, problems };
}

function definitions(node: Nodes): FootnoteDefinition[] {
  if (node.type === 'footnoteDefinition') return [node];
  return 'children' in node ? node.children.flatMap(definitions) : [];
}

/**
 * Reads `publisher, date, <url>` from the right: an address, a date (`YYYY[-MM[-DD]]`, or `n.d.` where there is
 * none), and the rest is the publisher. Text of a link, as in `[title](url)`, is the title. Each may be absent,
 * but without an address or a date it is a remark and not a source.
 */
function readSource(definition: FootnoteDefinition): Source | undefined {
  const pieces = definition.children.flatMap(linearize);
  const link = pieces.findLast((piece) => typeof piece !== 'string');
  const before = link ? pieces.slice(0, pieces.indexOf(link)) : pieces;
  const words = before.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
  const { rest, date, isDated } = cutDate(withoutSeparator(words));
  if (!link && !isDated) return undefined;
  return {
    ...(rest && { publisher: rest }),
    ...(link && link.text !== link.url && { title: link.text }),
    ...(date && { published: date }),
    ...(link && { url: link.url }),
  };
}

/** `isDated` is true for `n.d.` too. */
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
    .replace(/[\s,;:]+$/, '')
    .trimStart();
}

type Piece = string | { readonly url: string; readonly text: string };

/** The text of a definition, with its links to web addresses whole. */
function linearize(node: Nodes): Piece[] {
  if (node.type === 'link' && /^https?:\/\//i.test(node.url)) {
    return [{ url: node.url, text: node.children.flatMap(linearize).map(wordsOf).join('') }];
  }
  if (node.type === 'break') return [' '];
  if ('children' in node) return node.children.flatMap(linearize);
  return 'value' in node && node.type !== 'html' ? [node.value] : [];
}

function wordsOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.text;
}
