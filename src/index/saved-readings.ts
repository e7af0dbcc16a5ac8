import type { CollectedReadings } from './snapshot.js';

// Collected readings as bytes: of each list a line of JSON that says what it is, and then itself. Numbers are as they are in
// memory, so that what is read back is a view of the bytes, and what is written is the memory of the readings.

const NUMBERS = { Uint32Array, Int32Array, Float64Array, Int8Array };

type Numbers = InstanceType<(typeof NUMBERS)[keyof typeof NUMBERS]>;
/** What is no list of numbers is written as JSON. */
type Column = Numbers | readonly unknown[] | ReadonlySet<string>;

interface ColumnHead {
  readonly part: string;
  readonly name: string;
  readonly type: keyof typeof NUMBERS | 'list' | 'set';
  readonly bytes: number;
}

/** A view of numbers must begin at a multiple of their size. */
const ALIGNED = 8;
const NEWLINE = 10;

/** In pieces, which follow each other; each is made when it is asked for. */
export function* savedReadings(readings: CollectedReadings): Generator<Uint8Array> {
  for (const [part, columns] of Object.entries(readings))
    for (const [name, column] of Object.entries<Column>(columns)) {
      const content = contentOf(column);
      const head: ColumnHead = { part, name, type: typeOf(column), bytes: content.length };
      yield lineOf(head);
      yield content;
      yield padding(content.length);
    }
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

function contentOf(column: Column): Uint8Array {
  return ArrayBuffer.isView(column)
    ? new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
    : Buffer.from(JSON.stringify([...column]));
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
  const parts: Record<string, Record<string, Column>> = {};
  for (let at = 0; at < bytes.length; ) {
    const { value, end } = readLine(bytes.subarray(at));
    const { part, name, type, bytes: length } = value as ColumnHead;
    const start = at + end;
    parts[part] = { ...parts[part], [name]: restoredColumn(type, bytes.subarray(start, start + length)) };
    at = start + length + padding(length).length;
  }
  const { vectors, known = {}, ...others } = parts;
  const readings: unknown = {
    ...others,
    ...(vectors && { vectors: Object.values(vectors) }),
    known: Object.values(known),
  };
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
