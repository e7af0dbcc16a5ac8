import { seen } from './harmless.js';

/**
 * What a message says, without Discord's Markdown: for reading, not for showing. Code is no prose and is left out, and so are
 * addresses, mentions, emoji and the small print below an answer. Lines stay lines.
 */
export function plainText(markdown: string): string {
  return withoutCodeBlocks(seen(markdown))
    .split(/\r\n|\r|\n/)
    .filter((line) => !line.startsWith('-# '))
    .map(plainLine)
    .join('\n');
}

/** A fence that nothing closes is none. */
function withoutCodeBlocks(text: string): string {
  const parts = text.split('```');
  const isOpen = parts.length % 2 === 0;
  return parts.filter((_, at) => at % 2 === 0 || (isOpen && at === parts.length - 1)).join('\n');
}

/** Quotes, headings and list markers, one within the other. */
const LINE_MARKS = /^[ \t]{0,20}(?:(?:>{1,3}|#{1,3}|[-*+]|\d{1,9}[.)])[ \t]){0,4}/;
const LINK = /\[([^[\]]{1,500})\]\(<?https?:[^\s()<>]{1,2000}>?\)/g;
const ADDRESS = /<?https?:\/\/[^\s<>]+>?/g;
/** Mentions, times and emoji of servers; emoji by their names. */
const MARKS = /<(?:@[!&]?|#|a?:\w{1,32}:|t:-?|\/[^\n:<>]{1,100}:|id:)\w{1,25}(?::\w)?>|@(?:everyone|here)\b/g;
const EMOJI_NAME = /(?<!\w):[a-z][\w+-]{1,31}:(?!\w)/g;
const EMPHASIS = /\\([^0-9A-Za-z\s])|\*+|__+|~~|\|\||`+|(?<!\w)_|_(?!\w)/g;

function plainLine(line: string): string {
  return line
    .replace(LINE_MARKS, '')
    .replace(LINK, '$1')
    .replace(ADDRESS, ' ')
    .replace(MARKS, ' ')
    .replace(EMOJI_NAME, ' ')
    .replace(EMPHASIS, (_, escaped: string | undefined) => escaped ?? '')
    .trim();
}
