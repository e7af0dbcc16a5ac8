import type { InputFile } from '../documents/formats/reader.js';
import type { Problem } from '../documents/problem.js';

// What a robots.txt says to one bot, by RFC 9309. It is somebody else's text, so the work is bounded: what is kept of
// it, and the time that an address takes, which grows with the rules, their lengths and the address, and not faster.

/** The robots.txt of a site; `path` is its address. */
export interface RobotsFile extends InputFile {
  /** The bot that asks, by the name that a robots.txt would have for it: `name` of `name/version (+address)`. */
  readonly agent: string;
}

export interface RobotsRule {
  readonly allows: boolean;
  /** Normalized; `*` stands for any characters, and `$` at the end for the end of the path. */
  readonly pattern: string;
}

export interface ReadRobots {
  /** In the order in which they decide. Absent where they could not be read; empty where everything is allowed. */
  readonly rules?: readonly RobotsRule[];
  readonly problems: readonly Problem[];
}

/** Rules for one bot that are looked at: the first ones. */
const MAX_RULES = 500;
/** Of a pattern, in characters. */
const MAX_PATTERN = 200;

/** The rules for the bot: those of all groups that name it, or else those for `*`. Never throws. */
export function readRobots({ bytes, agent }: RobotsFile): ReadRobots {
  const ours = new Rules();
  const everybodys = new Rules();
  const name = agent.toLowerCase();
  /** Whom the lines that follow are for. */
  let group: Rules[] = [];
  let isNaming = false;
  for (const [field, value] of fieldsIn(new TextDecoder().decode(bytes))) {
    if (field === 'user-agent') {
      if (!isNaming) group = [];
      isNaming = true;
      const named = productIn(value);
      const rules = named === name ? ours : named === '*' ? everybodys : undefined;
      if (rules && !group.includes(rules)) group.push(rules);
      rules?.name();
    } else if (field === 'allow' || field === 'disallow') {
      isNaming = false;
      for (const rules of group) rules.add(field === 'allow', value);
    }
    // Any other field stands for itself, also in the middle of a group (section 2.2.4).
  }
  const { list } = ours.isNamed ? ours : everybodys;
  return { rules: list.sort(byRank), problems: [] };
}

/** The longest rule that fits decides, and of two the kinder one (section 2.2.2). */
function byRank(a: RobotsRule, b: RobotsRule): number {
  return b.pattern.length - a.pattern.length || Number(b.allows) - Number(a.allows);
}

/** The rules of one group while it is read. */
class Rules {
  readonly list: RobotsRule[] = [];
  isNamed = false;

  name(): void {
    this.isNamed = true;
  }

  add(allows: boolean, written: string): void {
    if (written === '' || this.list.length === MAX_RULES) return;
    const pattern = patternOf(written);
    const isWhole = pattern.length <= MAX_PATTERN;
    // Cut short, a pattern means more than was written. So less is asked for than is allowed, and not more.
    if (isWhole || !allows) this.list.push({ allows, pattern: pattern.slice(0, MAX_PATTERN) });
  }
}

/** A `$` before the end stands for itself. */
function patternOf(written: string): string {
  const pattern = normalized(written);
  const end = pattern.endsWith('$') ? pattern.length - 1 : pattern.length;
  return pattern.slice(0, end).replaceAll('$', '%24') + pattern.slice(end);
}

/** The fields of each line in order, in lower case, with their values; comments and lines without a field left out. */
function* fieldsIn(text: string): Generator<[field: string, value: string]> {
  for (const line of text.split(/\r\n|\r|\n/)) {
    const end = line.indexOf('#');
    const said = end === -1 ? line : line.slice(0, end);
    const colon = said.indexOf(':');
    if (colon !== -1) yield [said.slice(0, colon).trim().toLowerCase(), said.slice(colon + 1).trim()];
  }
}

/** The name without a version: some write `bot/1.0`. */
function productIn(value: string): string {
  const slash = value.indexOf('/');
  return (slash === -1 ? value : value.slice(0, slash)).trim().toLowerCase();
}

/** May a bot that has these rules ask for an address? The first rule that fits decides. */
export function isAllowed(rules: readonly RobotsRule[], { pathname, search }: URL): boolean {
  // Rules escape these two where they do not mean what they mean in rules.
  const path = normalized(pathname + search)
    .replaceAll('*', '%2A')
    .replaceAll('$', '%24');
  return rules.find(({ pattern }) => fits(pattern, path))?.allows ?? true;
}

/** With what is not ASCII escaped, all escapes in capitals, and none that need not be one (section 2.2.2). */
function normalized(path: string): string {
  return encodeURI(path.toWellFormed())
    .replaceAll('%25', '%')
    .replaceAll(/%[0-9a-f]{2}/gi, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
    });
}

/** What is looked for in, so that a test can count how often. */
interface Text {
  readonly length: number;
  charCodeAt(position: number): number;
}

/**
 * Does a pattern fit the beginning of a path, or all of it where it ends with `$`? Each piece between two stars is taken
 * where it comes first, which leaves most to those after it: so no character of the path is passed twice.
 */
export function fits(pattern: string, path: Text): boolean {
  const isWhole = pattern.endsWith('$');
  const pieces = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const last = pieces.length - 1;
  let at = 0;
  for (const [number, piece] of pieces.entries()) {
    if (number === last && isWhole && number > 0) {
      const start = path.length - piece.length;
      return start >= at && startsAt(piece, path, start);
    }
    const start = number > 0 ? positionOf(piece, path, at) : startsAt(piece, path, 0) ? 0 : -1;
    if (start === -1) return false;
    at = start + piece.length;
  }
  return !isWhole || at === path.length;
}

function startsAt(piece: string, path: Text, start: number): boolean {
  if (path.length - start < piece.length) return false;
  for (let i = 0; i < piece.length; i++) if (piece.charCodeAt(i) !== path.charCodeAt(start + i)) return false;
  return true;
}

/**
 * Where a piece comes first, from a position on; -1 where it does not. Looks at no character of the path twice
 * (Knuth, Morris, Pratt: Fast Pattern Matching in Strings, 1977), where `indexOf` can look as often as the piece is long.
 */
function positionOf(piece: string, path: Text, from: number): number {
  const borders = bordersOf(piece);
  let length = 0;
  if (piece === '') return from;
  for (let at = from; at < path.length; at++) {
    const code = path.charCodeAt(at);
    while (length > 0 && piece.charCodeAt(length) !== code) length = borders[length - 1] ?? 0;
    if (piece.charCodeAt(length) === code) length++;
    if (length === piece.length) return at - length + 1;
  }
  return -1;
}

/** For each beginning of a piece, the length of the longest shorter one that it ends with. */
function bordersOf(piece: string): number[] {
  const borders = [0];
  for (let at = 1, length = 0; at < piece.length; at++) {
    const code = piece.charCodeAt(at);
    while (length > 0 && piece.charCodeAt(length) !== code) length = borders[length - 1] ?? 0;
    if (piece.charCodeAt(length) === code) length++;
    borders[at] = length;
  }
  return borders;
}
