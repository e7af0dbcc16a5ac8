import type { CollectedReadings } from './readings.js';

// Collected readings as bytes: a line of JSON that says what follows, then each list in turn. Numbers are as they are in
// memory, so that what is read back is a view of the bytes, and large lists are written from where they are.

const NUMBERS = { Uint32Array, Int32Array, Float64Array, Int8Array };

type Numbers = InstanceType<(typeof NUMBERS)[keyof typeof NUMBERS]>;
/** Strings are written as JSON. */
type Column = Numbers | readonly string[] | ReadonlySet<string>;

interface ColumnHead {
  readonly part: string;
  readonly name: string;
  readonly type: keyof typeof NUMBERS | 'list' | 'set';
  readonly bytes: number;
}

/** A view of numbers must begin at a multiple of their size. */
const ALIGNED = 8;
const NEWLINE = 10;

/** In pieces, which follow each other; most are the memory of the readings themselves. */
export function savedReadings(readings: CollectedReadings): Uint8Array[] {
  const columns = Object.entries(readings).flatMap(([part, lists]) =>
    Object.entries<Column>(lists).map(([name, column]) => savedColumn(part, name, column)),
  );
  return [
    lineOf(columns.map(({ head }) => head)),
    ...columns.flatMap(({ content }) => [content, padding(content.length)]),
  ];
}

/** A line of JSON behind which numbers may begin. */
export function lineOf(value: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(value));
  const line = Buffer.concat([json, Buffer.alloc(ALIGNED - (json.length % ALIGNED), ' ')]);
  line[line.length - 1] = NEWLINE;
  return line;
}

/** The line that bytes begin with, and where it ends. */
export function readLine(bytes: Uint8Array): { readonly value: unknown; readonly end: number } {
  const end = bytes.indexOf(NEWLINE) + 1;
  return { value: JSON.parse(textOf(bytes.subarray(0, end))), end };
}

function savedColumn(part: string, name: string, column: Column): { head: ColumnHead; content: Uint8Array } {
  const content = ArrayBuffer.isView(column)
    ? new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
    : Buffer.from(JSON.stringify([...column]));
  return { head: { part, name, type: typeOf(column), bytes: content.length }, content };
}

function typeOf(column: Column): ColumnHead['type'] {
  if (column instanceof Set) return 'set';
  const type = Object.entries(NUMBERS).find(([, list]) => column instanceof list)?.[0];
  return (type as keyof typeof NUMBERS | undefined) ?? 'list';
}

function padding(length: number): Uint8Array {
  return new Uint8Array((ALIGNED - (length % ALIGNED)) % ALIGNED);
}

/**
 * The readings that {@link savedReadings} gave, as views of these bytes. Who keeps them sees to it that they are the same:
 * it throws, or gives what makes no sense, where they are not.
 * @param bytes Begin at a multiple of eight of their memory.
 */
export function restoredReadings(bytes: Uint8Array<ArrayBuffer>): CollectedReadings {
  const { value, end } = readLine(bytes);
  const parts: Record<string, Record<string, Column>> = {};
  let at = end;
  for (const { part, name, type, bytes: length } of value as readonly ColumnHead[]) {
    parts[part] = { ...parts[part], [name]: restoredColumn(type, bytes.subarray(at, at + length)) };
    at += length + padding(length).length;
  }
  const { vectors, ...others } = parts;
  const readings: unknown = { ...others, ...(vectors && { vectors: Object.values(vectors) }) };
  return readings as CollectedReadings;
}

function restoredColumn(type: ColumnHead['type'], content: Uint8Array<ArrayBuffer>): Column {
  if (type === 'list') return JSON.parse(textOf(content));
  if (type === 'set') return new Set<string>(JSON.parse(textOf(content)));
  const list = NUMBERS[type];
  return new list(content.buffer, content.byteOffset, content.length / list.BYTES_PER_ELEMENT);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
}
