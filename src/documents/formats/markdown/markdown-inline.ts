import type { PhrasingContent, Text } from 'mdast';
import type { Source, Span } from '../../document.js';
import { collapseWhiteSpace, type LineMark, type TextLine } from '../layout.js';
import { loweredText, raisedText } from '../raised.js';
import { undefinedMarks } from './footnotes.js';

export interface LineContext {
  /** The Markdown itself. */
  readonly markdown: string;
  /** The sources that footnotes define, by identifier. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** The visible text of a run of inline nodes, with white space as a browser shows it. */
export function lineOf(nodes: readonly PhrasingContent[], context: LineContext): TextLine {
  const line = new OpenLine();
  const pieces = piecesOf(nodes, context);
  pieces.forEach((piece, position) => {
    if (isSource(piece)) line.mark(piece);
    else if (typeof piece !== 'string') line.shift(shifted(piece, line.end(), pieces[position + 1]));
    else if (piece === BREAK) line.break();
    else line.add(piece);
  });
  return line.close();
}

/** In characters: how much of a line is looked at to tell what is raised behind it. */
const CONTEXT = 80;

/** A line that grows at its end. It is joined once, as it may have as many pieces as characters. */
class OpenLine {
  readonly #parts: string[] = [];
  readonly #marks: LineMark[] = [];
  #length = 0;
  #isBehindGap = false;

  mark(source: Source): void {
    this.#marks.push({ at: this.#length, source });
  }

  /** A space behind a space is none, and where words were left out, none stands before a comma. */
  add(words: string): void {
    if (this.#isBehindGap && /^[,.;:!?)\]]/.test(words)) this.#trimEnd();
    const last = this.#parts.at(-1)?.at(-1);
    const added = last === undefined || last === ' ' || last === BREAK ? words.replace(/^ +/, '') : words;
    if (added === '') return;
    this.#isBehindGap = false;
    this.#push(added);
  }

  /** Raised or lowered words; where none are left of them there is a gap. */
  shift(words: string): void {
    if (words === '') this.#isBehindGap = true;
    else this.add(words);
  }

  break(): void {
    this.#trimEnd();
    this.#push(BREAK);
  }

  end(): string {
    return this.#parts.slice(-CONTEXT).join('').slice(-CONTEXT);
  }

  close(): TextLine {
    this.#trimEnd();
    while (this.#parts.at(-1) === BREAK) this.#parts.pop();
    return { text: this.#parts.join('').trimEnd(), marks: this.#marks };
  }

  #push(words: string): void {
    this.#parts.push(words);
    this.#length += words.length;
  }

  #trimEnd(): void {
    const last = this.#parts.pop();
    if (last === undefined) return;
    this.#length -= last.length;
    const words = last === BREAK ? last : last.trimEnd();
    if (words !== '') this.#push(words);
  }
}

/** A line break that the author asks for. */
const BREAK = '\n';

/** Words, the source of a footnote whose mark stands there, or words that stand otherwise than those around them. */
type Piece = string | Source | Shifted;

interface Shifted {
  readonly shift: 'raised' | 'lowered' | 'gone';
  readonly words: string;
}

function isSource(piece: Piece): piece is Source {
  return typeof piece !== 'string' && !('shift' in piece);
}

function shifted({ shift, words }: Shifted, before: string, next: Piece | undefined): string {
  if (shift === 'gone') return '';
  if (shift === 'lowered') return loweredText(words, before);
  return raisedText(words, before, typeof next === 'string' ? next : '');
}

function piecesOf(nodes: readonly PhrasingContent[], context: LineContext): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node) break;
    const end = node.type === 'html' ? closingTag(nodes, at) : undefined;
    if (node.type === 'html' && end !== undefined) {
      const inside = piecesOf(nodes.slice(at + 1, end), context);
      pieces.push({
        shift: shiftOf(node.value) ?? 'gone',
        words: inside.filter((one) => typeof one === 'string').join(''),
      });
      at = end;
    } else pieces.push(...piecesOfNode(node, context));
  }
  return pieces;
}

/** What a reader sees of an inline node, and the sources where marks of footnotes stand. */
function piecesOfNode(node: PhrasingContent, context: LineContext): Piece[] {
  switch (node.type) {
    case 'text':
      return [wordsOfText(node, context.markdown)];
    case 'inlineCode':
      return [node.value];
    case 'image':
    case 'imageReference':
      return [node.alt ?? ''];
    case 'break':
      return [BREAK];
    case 'delete':
      return [{ shift: 'gone', words: '' }];
    case 'html':
      // Of all other tags, only a line break separates words.
      return /^<br\s*\/?>$/i.test(node.value) ? [' '] : [];
    case 'footnoteReference':
      return [context.sources.get(node.identifier) ?? ''];
    default:
      return 'children' in node ? piecesOf(node.children, context) : [];
  }
}

const HIDDEN =
  /\s(?:hidden|aria-hidden\s?=\s?["']?true|style\s?=\s?["'][^"']{0,200}(?:display:\s?none|visibility:\s?hidden))/i;

function shiftOf(tag: string): Shifted['shift'] | undefined {
  const [, name = ''] = /^<([a-z]{1,10})[\s>]/i.exec(tag) ?? [];
  if (HIDDEN.test(tag)) return 'gone';
  switch (name.toLowerCase()) {
    case 'sup':
      return 'raised';
    case 'sub':
      return 'lowered';
    case 's':
    case 'del':
    case 'strike':
    case 'script':
    case 'style':
      return 'gone';
    default:
      return undefined;
  }
}

/** The end of shifted words is looked for among so many nodes. */
const MAX_SHIFTED = 100;

/** Where the tag that shifts the words behind it is closed; `undefined` for other tags, and where nothing closes it. */
function closingTag(nodes: readonly PhrasingContent[], at: number): number | undefined {
  const opening = nodes[at];
  if (opening?.type !== 'html' || shiftOf(opening.value) === undefined) return undefined;
  const [, name = ''] = /^<([a-z]{1,20})/i.exec(opening.value) ?? [];
  const end = nodes
    .slice(at + 1, at + 1 + MAX_SHIFTED)
    .findIndex(
      (node) => node.type === 'html' && node.value.toLowerCase().startsWith(`</${name.toLowerCase()}`),
    );
  return end === -1 ? undefined : at + 1 + end;
}

function withoutMarks(text: string, marks: readonly Span[]): string {
  const starts = [0, ...marks.map(({ end }) => end)];
  return starts.map((start, position) => text.slice(start, marks[position]?.start)).join('');
}

/** `[[Page]]`, `[[Page#Part]]`, `[[Page|words]]`. */
const WIKI_LINK = /\[\[([^\s[\]|#][^[\]|#]{0,200})?(#[^[\]|]{1,200})?(?:\|([^[\]]{1,200}))?\]\]/g;

function wordsOfText(node: Text, markdown: string): string {
  const text = collapseWhiteSpace(withoutMarks(node.value, undefinedMarks(node, markdown)));
  if (!/[[\]=^~:]/.test(text)) return text;
  const written = markdown.slice(node.position?.start.offset, node.position?.end.offset);
  return withoutSigns(written.includes('\\[') ? text : withoutLinks(text));
}

function withoutLinks(text: string): string {
  return (
    text
      // The page itself would stand there.
      .replace(/!\[\[[^[\]]{1,300}\]\] ?/g, '')
      .replace(WIKI_LINK, wordsOfLink)
      // What is emphasized in the words of a link stands between two texts.
      .replace(/\[\[[^[\]|]{1,200}\|(?=[^[\]]{0,200}$)/, '')
      .replace(/^([^[\]]{0,200})\]\]/, '$1')
  );
}

/** Words in the signs of other dialects, as they show them. */
function withoutSigns(text: string): string {
  return text
    .replace(/\^\[[^[\]]{1,500}\]/g, '')
    .replace(/==([^\s=](?:[^=]{0,500}[^\s=])?)==/g, '$1')
    .replace(/:(?:material|octicons|fontawesome|simple)-[\w-]{1,60}: ?/g, '')
    .replace(
      /(?<=[\p{L}\p{N})\]])\^([^\s^]{1,20})\^/gu,
      (sign: string, words: string, at: number, all: string) =>
        raisedText(words, all.slice(0, at), all.slice(at + sign.length)),
    )
    .replace(/(?<=[\p{L}\p{N})\]])~([\p{L}\p{N}+-]{1,6})~/gu, (_, words: string, at: number, all: string) =>
      loweredText(words, all.slice(0, at)),
    );
}

function wordsOfLink(link: string, page = '', part = '', words = ''): string {
  if (words) return words;
  // `[[1]]` is the mark of a note.
  if (/^\d{0,3}$/.test(page) && !part) return link;
  const parts = part.split('#').filter((one) => one !== '' && !one.startsWith('^'));
  return [page, ...parts].filter(Boolean).join(' > ');
}
