import {
  endsOfficialTitle,
  isChineseByline,
  sectionLevel,
  withoutLetterSpacing,
} from '../chinese-writing.js';
import { isListItem } from '../lines.js';
import type { OutlineParagraph, OutlineResult } from '../reader.js';
import {
  isCapitals,
  isRow,
  isShort,
  isTitleCase,
  joined,
  type PlainTextBlock,
  plainTextBlocks,
} from './plain-text-blocks.js';

/** In columns: a title may take two lines, as newspapers set them. */
const MAX_TITLE_WIDTH = 200;

/**
 * Reads plain text as people paste it. The canonical text is the file itself.
 *
 * Nothing marks titles, headings and paragraphs, so they are told by the length of lines, blank lines, indents,
 * capitals and ends of sentences. Hard-wrapped lines are joined; others are paragraphs of their own, with or without
 * blank lines between them. A short line that is not a sentence and stands before prose is a heading; if the text
 * begins with one, that is the title.
 *
 * @param known The title where it is known, so that none is looked for.
 */
export function readPlainText(text: string, known?: string): OutlineResult {
  const blocks = plainTextBlocks(text);
  const { above, title, body } = known === undefined ? titled(blocks) : { above: [], body: blocks };
  const paragraphs: OutlineParagraph[] = above.map((block) => ({ headings: [], parts: partsOf(block) }));
  let headings: { level: number; text: string }[] = [];
  body.forEach((block, position) => {
    if (isHeading(body, position)) {
      const level = levelOf(block);
      headings = [...headings.filter((above) => above.level < level), { level, text: headingText(block) }];
    } else {
      paragraphs.push({ headings: headings.map((above) => above.text), parts: partsOf(block) });
    }
  });
  const name = known ?? (title && headingText(title));
  return { outline: { ...(name !== undefined && { title: name }), text, paragraphs }, problems: [] };
}

interface TitledText {
  /** What stands over the title: who issued it, its number. */
  readonly above: readonly PlainTextBlock[];
  readonly title?: PlainTextBlock;
  readonly body: readonly PlainTextBlock[];
}

function titled(blocks: readonly PlainTextBlock[]): TitledText {
  const official = officialTitle(blocks);
  if (official) return official;
  const [first, ...body] = blocks;
  if (first && body.length > 0 && isTitle(first)) return { above: [], title: first, body };
  return { above: [], body: blocks };
}

/** The title of an official document stands within so many blocks from its beginning. */
const MAX_ABOVE = 5;

/** The title of a Chinese official document: up to three lines, also with blank ones between them, of one sentence. */
function officialTitle(blocks: readonly PlainTextBlock[]): TitledText | undefined {
  for (let start = 0; start < Math.min(MAX_ABOVE, blocks.length); start++) {
    for (let end = start + 1; end <= Math.min(start + 3, blocks.length - 1); end++) {
      const parts = blocks.slice(start, end);
      const lines = parts.flatMap((part) => part.lines);
      if (!parts.every(isTitlePart) || lines.length > 3) break;
      const text = joined(lines);
      if (text.includes('关于') && endsOfficialTitle(text)) {
        return { above: blocks.slice(0, start), title: { kind: 'heading', lines }, body: blocks.slice(end) };
      }
    }
  }
  return undefined;
}

function isTitlePart({ kind, lines }: PlainTextBlock): boolean {
  const text = joined(lines);
  const isNumbered = sectionLevel(text) !== undefined || isChineseByline(text);
  return kind !== 'list' && /\p{Script=Han}/u.test(text) && !isNumbered && !/[。；，：:]/.test(text);
}

function isTitle({ kind, lines }: PlainTextBlock): boolean {
  if (kind !== 'prose') return kind === 'heading';
  return lines.length <= 2 && isShort(lines, MAX_TITLE_WIDTH);
}

/** A heading stands before prose or a list, or before a heading of a lower level that does. */
function isHeading(blocks: readonly PlainTextBlock[], position: number): boolean {
  const block = blocks[position];
  const next = blocks[position + 1];
  if (!block || block.kind === 'heading') return block !== undefined;
  if (!next || !looksLikeHeading(block) || isByline(block)) return false;
  if (isIntroduction(block, next)) return false;
  // `2. Biren` after `1. Huawei` continues a list.
  if (block.kind === 'list' && [blocks[position - 1], next].some((other) => other?.kind === 'list'))
    return false;
  if (next.kind !== 'heading' && !looksLikeHeading(next)) return true;
  return levelOf(block) < levelOf(next) && isHeading(blocks, position + 1);
}

/** One short line; with a number before it too (`2. The members`), but not with a bullet. */
function looksLikeHeading({ kind, lines }: PlainTextBlock): boolean {
  return lines.length === 1 && isShort(lines) && (kind === 'prose' || /^\d/.test(joined(lines)));
}

/** `The members are:` before a list, `He said:` before a quotation; but `Background:` is a heading. */
function isIntroduction({ lines }: PlainTextBlock, next: PlainTextBlock): boolean {
  const text = joined(lines);
  if (!/[:：]$/.test(text)) return false;
  if (next.kind === 'list' || /^["“‘「]/.test(joined(next.lines))) return true;
  return text.split(' ').length > 4 && !isTitleCase(text);
}

/** Who wrote it and when: not a heading, though it looks like one. */
function isByline({ lines }: PlainTextBlock): boolean {
  const text = joined(lines);
  return (
    isChineseByline(text) ||
    /^(?:by|published|updated|posted|source|author|date)\b/i.test(text) ||
    /^(?:\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \w{3,9}\.? \d{4}|\d{4}-\d\d-\d\d)$/.test(text)
  );
}

/** Below all levels of Latin numbers. */
const CHINESE_LEVELS = 20;

/** 1 is the highest. Marked headings come first, then capitals, then the others by the depth of their numbers. */
function levelOf({ level, lines }: PlainTextBlock): number {
  if (level !== undefined) return level;
  const text = joined(lines);
  const section = sectionLevel(text);
  if (section !== undefined) return CHINESE_LEVELS + section;
  if (isCapitals(text)) return 7;
  return 8 + (/^\d+((?:\.\d+)*)/.exec(text)?.[1]?.replace(/\d/g, '').length ?? 0);
}

/** Without the signs that mark it as a heading. */
function headingText({ lines }: PlainTextBlock): string {
  const text = joined(lines)
    .replace(/^#{1,6}\s+| #+$/g, '')
    .replace(/^(\*\*|__)(.+)\1$/, '$2')
    .replace(/[:：]$/, '');
  return withoutLetterSpacing(text.trimEnd());
}

/** The parts in which sentences are split: prose as a whole, each item of a list by itself. */
function partsOf({ kind, lines }: PlainTextBlock): OutlineParagraph['parts'] {
  const hasBullets = lines.some(({ text }) => isListItem(text));
  const parts: { start: number; end: number; isWhole: boolean }[] = [];
  for (const line of lines) {
    const { text, start, end } = line;
    const open = parts.at(-1);
    if (open && (kind === 'prose' || (hasBullets && !isListItem(text)))) open.end = end;
    else parts.push({ start, end, isWhole: isRow(line) });
  }
  return parts;
}
