import { isNode, Lexer, LineCounter, Parser, parseDocument } from 'yaml';
import type { z } from 'zod';

/** What is wrong with a YAML file, and in which line, from 1, where that is known. */
export interface YamlFault {
  readonly line?: number;
  readonly detail: string;
}

/** A YAML file of a known shape, with the lines of its parts. */
export interface YamlFile<T> {
  /** Absent where the file is no YAML or has another shape. */
  readonly value?: T;
  readonly faults: readonly YamlFault[];
  /** The line, from 1, of the part at a path, or of the closest one above it that is there. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/** Of a file at most: whoever mends these sees the others. */
export const MAX_FAULTS = 100;
/** What a file may have open at once, and how many keys together: many times what ours have. */
const MAX_DEPTH = 40;
const MAX_KEYS = 100;

/** Reads a YAML file. Never throws: what is wrong is in `faults`. An empty file reads as `empty`. */
export function readYaml<T>(text: string, schema: z.ZodType<T>, empty: unknown): YamlFile<T> {
  const unfit = tooMuchYaml(text);
  if (unfit) return { faults: [unfit], lineOf: () => undefined };
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const lineOf = (path: readonly PropertyKey[]) => {
    const range = nearestNode(yaml, path)?.range;
    return range ? lines.linePos(range[0]).line : undefined;
  };
  const faultAt = (path: readonly PropertyKey[], detail: string): YamlFault => {
    const line = lineOf(path);
    return line === undefined ? { detail } : { line, detail };
  };
  if (yaml.errors.length > 0) {
    const faults = yaml.errors.slice(0, MAX_FAULTS).map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      detail: message,
    }));
    return { faults, lineOf };
  }
  const value = plainValue(yaml, empty);
  if (value === undefined) return { faults: [faultAt([], BAD_ALIASES)], lineOf };
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data, faults: [], lineOf };
  const faults = parsed.error.issues
    .slice(0, MAX_FAULTS)
    .map(({ path, message }) => faultAt(path, path.length > 0 ? `${path.join('.')}: ${message}` : message));
  return { faults, lineOf };
}

/**
 * Where a YAML text becomes too much to be read, if it does: the reader enters a part within a part by calling itself,
 * which ends the process where the stack is full, and compares each key of a part with all others.
 */
export function tooMuchYaml(text: string): { readonly line: number; readonly detail: string } | undefined {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme));
    const top = parser.stack.at(-1);
    const isMap = top?.type === 'block-map' || (top?.type === 'flow-collection' && top.start.source === '{');
    if (parser.stack.length > MAX_DEPTH || (isMap && top.items.length > MAX_KEYS))
      return {
        line: lines.linePos(parser.offset).line,
        detail: 'it is nested too deeply, or has too many keys together',
      };
  }
  return undefined;
}

const BAD_ALIASES = 'it names a part (with *) that is not there, or too many of them';

/** The value of the document; one whose aliases are undefined or grow without bound has none. */
function plainValue(yaml: ReturnType<typeof parseDocument>, empty: unknown): unknown {
  try {
    return yaml.toJS() ?? empty;
  } catch {
    return undefined;
  }
}

/** The node that a path leads to, or the closest one above it where a key is missing. */
function nearestNode(yaml: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]) {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = yaml.getIn(path.slice(0, depth), true);
    if (isNode(node)) return node;
  }
  return undefined;
}
