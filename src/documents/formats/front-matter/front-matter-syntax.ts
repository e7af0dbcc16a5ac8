import { parse as parseToml, TomlDate, TomlError } from 'smol-toml';
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { messageOf } from '../../errors.js';
import type { FrontMatterFault } from '../../problem.js';
import { tooMuchYaml } from '../../yaml-file.js';
import type { Syntax } from './front-matter-block.js';

// Front matter as names with values, whatever it is written in. Every single value is text, as it stands there:
// `2025.10` is no number, and `2025-05-04` no moment.

export type FieldValue = string | readonly FieldValue[] | { readonly [name: string]: FieldValue };

export interface WrittenField {
  readonly name: string;
  readonly value: FieldValue;
  /** From 1, within the front matter. */
  readonly line: number;
}

export interface WrittenFields {
  readonly fields: readonly WrittenField[];
  readonly faults: readonly (FrontMatterFault & { readonly line: number })[];
}

/** Reads front matter. Never throws: what is wrong is in `faults`, and what can be read all the same in `fields`. */
export function writtenFields(text: string, syntax: Syntax): WrittenFields {
  switch (syntax) {
    case 'yaml':
      return yamlFields(text);
    case 'toml':
      return parsedFields(text, parseToml);
    case 'json':
      return parsedFields(text, JSON.parse);
    case 'pandoc':
      return { fields: pandocFields(text), faults: [] };
    case 'multimarkdown':
      return { fields: lineFields(text), faults: [] };
  }
}

function yamlFields(text: string): WrittenFields {
  const unfit = tooMuchYaml(text);
  if (unfit) return { fields: [], faults: [{ fault: 'yaml', ...unfit }] };
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    schema: 'failsafe',
  });
  const lineOf = (offset = 0) => lines.linePos(offset).line;
  const [error] = document.errors;
  if (error) {
    const fault = { ...yamlFault(error), line: lineOf(error.pos[0]) };
    return { fields: partsOf(text).slice(0, MAX_PARTS).flatMap(readablePart), faults: [fault] };
  }
  const { contents } = document;
  if (contents === null) return { fields: [], faults: [] };
  if (!isMap(contents)) return { fields: [], faults: [{ fault: 'no-fields', line: 1 }] };
  // An empty value is none, unless somebody quotes it.
  visit(document, {
    Scalar: (_, node) => {
      if (node.type === 'PLAIN' && /^(?:null|~)$/i.test(String(node.value))) node.value = '';
    },
  });
  const offsets = new Map(
    contents.items.map(({ key }) => (isScalar(key) ? [String(key.value), key.range?.[0]] : ['', undefined])),
  );
  try {
    return { fields: fieldsOf(document.toJS(), (name) => lineOf(offsets.get(name))), faults: [] };
  } catch (unfit) {
    // Aliases of aliases, which the library refuses as they would fill the memory.
    return { fields: [], faults: [{ ...yamlFault(unfit), line: 1 }] };
  }
}

function yamlFault(error: unknown): FrontMatterFault {
  return { fault: 'yaml', detail: messageOf(error) };
}

/** More fields than these are read only from YAML that is whole. */
const MAX_PARTS = 100;

interface Part {
  readonly line: number;
  readonly text: string;
}

/** Each line that begins a field, with the indented lines and list items behind it. */
function partsOf(text: string): Part[] {
  const parts: { line: number; text: string }[] = [];
  text.split('\n').forEach((line, position) => {
    const last = parts.at(-1);
    if (/^[^\s#\-[\]{}]/.test(line) || !last) parts.push({ line: position + 1, text: line });
    else last.text += `\n${line}`;
  });
  return parts;
}

/**
 * A field of YAML that is broken somewhere. A title with a colon in it is what most often breaks it: the rest of such a
 * line is the value.
 */
function readablePart({ line, text }: Part): WrittenField[] {
  const alone = parseDocument(text, { prettyErrors: false, logLevel: 'silent', schema: 'failsafe' });
  if (alone.errors.length === 0 && isMap(alone.contents)) {
    try {
      return fieldsOf(alone.toJS(), () => line);
    } catch {
      return [];
    }
  }
  const [, name, value] = /^([\w-]{1,60}):[ \t]+([^\s"'[{|>&*!%@`][^\n]*)$/.exec(text) ?? [];
  return name !== undefined && value !== undefined ? [{ name, value: value.trimEnd(), line }] : [];
}

/** TOML or JSON, by a parser that throws. */
function parsedFields(text: string, parse: (text: string) => unknown): WrittenFields {
  const lines = text.split('\n').map((line) => line.trimStart().replace(/^["']/, ''));
  const lineOf = (name: string) => Math.max(1, lines.findIndex((line) => line.startsWith(name)) + 1);
  try {
    return { fields: fieldsOf(parse(text), lineOf), faults: [] };
  } catch (error) {
    const line = error instanceof TomlError ? error.line : 1;
    return { fields: [], faults: [{ fault: 'yaml', detail: firstLine(messageOf(error)), line }] };
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}

function pandocFields(text: string): WrittenField[] {
  const values = text.split(/^%/m).slice(1);
  return ['title', 'author', 'date'].flatMap((name, position) => {
    const value = (values[position] ?? '').trim();
    const line = values.slice(0, position).join('').split('\n').length;
    if (value === '') return [];
    const words =
      name === 'author' ? value.split(/;|\n/).map((one) => one.trim()) : value.replace(/\s{1,99}/g, ' ');
    return [{ name, value: words, line }];
  });
}

function lineFields(text: string): WrittenField[] {
  const fields: { name: string; lines: string[]; line: number }[] = [];
  text.split('\n').forEach((line, position) => {
    const [, name, value = ''] = /^([A-Za-z][\w -]{0,40}):(.*)$/.exec(line) ?? [];
    if (name !== undefined) fields.push({ name, lines: [value.trim()], line: position + 1 });
    else fields.at(-1)?.lines.push(line.trim());
  });
  return fields.map(({ name, lines, line }) => {
    const [first = '', ...others] = lines;
    return { name, value: others.length > 0 ? lines.filter((one) => one !== '') : first, line };
  });
}

function fieldsOf(values: unknown, lineOf: (name: string) => number): WrittenField[] {
  return Object.entries((values ?? {}) as Record<string, unknown>).map(([name, value]) => ({
    name,
    value: asText(value, 0),
    line: lineOf(name),
  }));
}

/** Deeper than this nothing is a name, a date or an address. */
const MAX_DEPTH = 5;

function asText(value: unknown, depth: number): FieldValue {
  if (value === null || value === undefined || depth > MAX_DEPTH) return '';
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => asText(item, depth + 1));
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asText(part, depth + 1)]));
}
