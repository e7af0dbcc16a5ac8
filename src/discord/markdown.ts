import type { Span } from '../documents/document.js';
import type { Diff, ReplyLine, Run } from './reply.js';

/**
 * What Discord's clients would read as markup, and so would not show as it is written: emphasis, code, spoilers,
 * quotes, mentions, timestamps and links anywhere; `:name:` emoji and addresses by their colon. discord.js's
 * `escapeMarkdown` leaves several of these alone.
 */
const MARKUP = /[\\*_~`|<>[@]|:(?=\/\/|[\w+-]+:)/g;

/**
 * List markers, headings and subtext at the beginning of a line: what stands before the character that makes it one. Read
 * from the beginning of each line on, as looking back from each such character takes a time that grows with the square.
 */
const LINE_MARKUP = /^[^\S\r\n\u2028\u2029]*(?:(?=[-+#])|\d+(?=\.))/gm;

/** Text that Discord shows exactly as it was given. At most twice as long. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKUP, '\\$&').replace(LINE_MARKUP, '$&\\');
}

/** The text that {@link escapeMarkdown} made this of. */
export function unescapeMarkdown(shown: string): string {
  return shown.replace(/\\([\s\S])/g, '$1');
}

/** Text as a code block, from which it can be copied as it is; nothing in it is read as markup but its own end. */
export function codeBlock(text: string): string {
  return ['```', withoutFence(text), '```'].join('\n');
}

/** Lines as a code block that Discord colours; nothing in it is read as markup but its own end. */
export function diff(lines: Diff['lines']): string {
  const rows = lines.map(({ sign, text }) => `${sign} ${withoutFence(oneLine(text))}`);
  return ['```diff', ...rows, '```'].join('\n');
}

function withoutFence(text: string): string {
  return text.replaceAll('```', '`\u200b`\u200b`');
}

/** A quotation with words in bold; every line of it is marked as quoted. */
export function quote(text: string, bold: readonly Span[]): string {
  return embolden(text, bold)
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}

export function line(content: ReplyLine): string {
  return typeof content === 'string' ? run(content) : content.map(run).join('');
}

/** Bold never spans a line break (each line is a quotation of its own) and never touches bold. */
function embolden(text: string, bold: readonly Span[]): string {
  // Escaped as a whole first: what a character needs depends on what stands around it.
  const units = text.split('');
  for (const { index } of text.matchAll(MARKUP)) units[index] = `\\${units[index]}`;
  for (const { 0: before, index } of text.matchAll(LINE_MARKUP)) {
    const at = index + before.length;
    units[at] = `\\${units[at]}`;
  }

  const isBold = new Array<boolean>(text.length).fill(false);
  for (const { start, end } of bold) isBold.fill(true, start, end);

  let shown = '';
  let open = false;
  for (const [position, unit] of units.entries()) {
    const wanted = isBold[position] === true && !/[\r\n]/.test(unit);
    if (wanted !== open) shown += '**';
    open = wanted;
    shown += unit;
  }
  return open ? `${shown}**` : shown;
}

const SIGILS = { member: '@', role: '@&', channel: '#' } as const;

function run(part: Run): string {
  if (typeof part === 'string') return escapeMarkdown(oneLine(part));
  if ('bold' in part) return `**${escapeMarkdown(oneLine(part.bold))}**`;
  if ('code' in part)
    return part.code.includes('`') ? escapeMarkdown(oneLine(part.code)) : `\`${oneLine(part.code)}\``;
  if ('time' in part)
    return `<t:${Math.floor(part.time.getTime() / 1000)}:${part.as === 'distance' ? 'R' : 'f'}>`;
  if ('mention' in part) return `<${SIGILS[part.mention]}${part.id.replace(/\D/g, '')}>`;
  const target = linkTarget(part.link);
  const label = escapeMarkdown(oneLine(part.label));
  return target ? `[${label}](<${target}>)` : label;
}

/** White space as Discord shows it: any run of it is one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/**
 * The address in a form that nothing in Discord's Markdown cuts short; `undefined` if it is not a web address, or one with a
 * user name, which would be read as the site.
 */
function linkTarget(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, origin, username, password, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  if (username !== '' || password !== '') return undefined;
  const path = href.slice(origin.length).replace(/[()[\]<>\\]/g, percentEncoded);
  return origin + path;
}

function percentEncoded(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}
