import type { Found, Inline, Node } from './markdown-nodes.js';

export interface InlineScope {
  inLink: boolean;
  /** Reads what is inside a piece of markup. */
  parse(content: string, options?: { link?: boolean }): Node[];
}

/** The markup that begins at one character of a text, if any does. */
export function inlineAt(text: string, at: number, scope: InlineScope): Found<Inline> | undefined {
  switch (text[at]) {
    case '\\':
      return escapeAt(text, at);
    case '<':
      return angleAt(text, at, scope);
    case 'h':
    case 'H':
      return scope.inLink ? undefined : urlAt(text, at);
    case '[':
      return scope.inLink ? undefined : linkAt(text, at, scope);
    case '*':
    case '_':
    case '~':
    case '|':
      return spanAt(text, at, scope);
    case '`':
      return codeAt(text, at);
    case '@':
      return everyoneAt(text, at);
    case ':':
      return shortcodeAt(text, at);
    default:
      return undefined;
  }
}

/** A sticky pattern at one place of a text. */
export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A backslash takes the meaning from what follows, but for letters, digits and spaces. */
function escapeAt(text: string, at: number): Found<Inline> | undefined {
  const escaped = match(/\\([^0-9A-Za-z\s])/uy, text, at);
  return escaped ? { length: escaped[0].length, node: { type: 'text', text: escaped[1] ?? '' } } : undefined;
}

function angleAt(text: string, at: number, scope: InlineScope): Found<Inline> | undefined {
  const time = match(/<t:(-?\d{1,17})(?::([tTdDfFsSR]))?>/y, text, at);
  if (time) {
    const [{ length }, seconds, style = 'f'] = time;
    return { length, node: { type: 'timestamp', seconds: Number(seconds), style } };
  }
  const emoji = match(/<a?:(\w+):\d+>/y, text, at);
  if (emoji) return { length: emoji[0].length, node: { type: 'emoji', name: emoji[1] ?? '' } };
  const mention = match(/<(?:@[!&]?\d+|#\d+|id:\w+|\/[^\n:<>]+:\d+)>/y, text, at);
  if (mention) return { length: mention[0].length, node: { type: 'mention', raw: mention[0] } };
  const autolink = scope.inLink ? null : match(/<(https?:\/\/[^ >\n]+)>/iy, text, at);
  return autolink ? link(autolink[1] ?? '', autolink[0].length) : undefined;
}

/** A bare URL runs up to a space; punctuation at its end is not part of it, nor a bracket never opened in it. */
function urlAt(text: string, at: number): Found<Inline> | undefined {
  const found = match(/https?:\/\/[^\s<]*[^\s<.,:;"'\]]/iy, text, at);
  if (!found) return undefined;
  let url = found[0];
  while (url.endsWith(')') && count(url, ')') > count(url, '(')) url = url.slice(0, -1);
  return link(url, url.length);
}

const count = (text: string, character: string): number => text.split(character).length - 1;

function link(url: string, length: number): Found<Inline> | undefined {
  const href = webUrl(url);
  if (!href) return undefined;
  return { length, node: { type: 'link', url: href, title: '', children: [{ type: 'text', text: url }] } };
}

/** Only addresses on the web become links. */
function webUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}

const TARGET = /\]\(\s*<?((?:\([^)\n]*\)|\\.|[^\s\\()<>])+)>?(?:\s+(?:"([^"\n]*)"|'([^'\n]*)'))?\s*\)/y;

/** `[label](url "title")`; brackets in the label come in pairs. */
function linkAt(text: string, at: number, scope: InlineScope): Found<Inline> | undefined {
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === '[') {
      end = text.indexOf(']', end);
      if (end === -1) return undefined;
      continue;
    }
    const target = text[end] === ']' ? match(TARGET, text, end) : null;
    if (!target) continue;
    const [whole, address = '', doubleQuoted, singleQuoted] = target;
    const url = webUrl(address.replace(/\\([^0-9A-Za-z\s])/g, '$1'));
    const label = text.slice(at + 1, end);
    if (!url || !label.trim()) return undefined;
    const title = doubleQuoted ?? singleQuoted ?? '';
    const children = scope.parse(label, { link: true });
    return { length: end - at + whole.length, node: { type: 'link', url, title, children } };
  }
  return undefined;
}

type SpanType = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler';

/** Where markup of a kind can lie. The content ends at the first place that closes it; escapes are stepped over. */
const SPANS: readonly { type: SpanType; pattern: RegExp }[] = [
  { type: 'strong', pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y },
  {
    type: 'emphasis',
    pattern: /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|\*\*|[^\s*\\])|[^\s*\\])+?)\*(?!\*)/y,
  },
  { type: 'underline', pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y },
  { type: 'emphasis', pattern: /_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/y },
  { type: 'strike', pattern: /~~((?:\\[\s\S]|[^\\])+?)~~(?!_)/y },
  { type: 'spoiler', pattern: /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y },
];

/** Of those that fit, the longest, as Discord chooses between `*` and `**`. */
function spanAt(text: string, at: number, scope: InlineScope): Found<Inline> | undefined {
  let best: { type: SpanType; found: RegExpExecArray } | undefined;
  for (const { type, pattern } of SPANS) {
    const found = match(pattern, text, at);
    if (found && found[0].length > (best?.found[0].length ?? 0)) best = { type, found };
  }
  if (!best) return undefined;
  const [{ length }, content = ''] = best.found;
  return { length, node: { type: best.type, children: scope.parse(content) } };
}

/** Between as many backticks as it began with, everything is literal. */
function codeAt(text: string, at: number): Found<Inline> | undefined {
  const found = match(/(`+)([\s\S]*?[^`])\1(?!`)/y, text, at);
  return found ? { length: found[0].length, node: { type: 'code', text: found[2] ?? '' } } : undefined;
}

function everyoneAt(text: string, at: number): Found<Inline> | undefined {
  const found = match(/@(?:everyone|here)\b/y, text, at);
  return found ? { length: found[0].length, node: { type: 'mention', raw: found[0] } } : undefined;
}

/** Discord shows `:name:` as an emoji where it has one of that name. It has thousands, so whatever looks like one is taken for one. */
function shortcodeAt(text: string, at: number): Found<Inline> | undefined {
  const found = match(/:([a-z][a-z0-9_+-]+):(?!\/\/)/iy, text, at);
  return found ? { length: found[0].length, node: { type: 'emoji', name: found[1] ?? '' } } : undefined;
}
