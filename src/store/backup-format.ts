import { createHash } from 'node:crypto';
import type { Tables } from './tables.js';

// A backup is lines of JSON, whichever database it is of: a head, each row as the name of its table and its columns, and an
// end, which says how many rows of each table there are and what all lines before it add up to. docs/backups.md says it too.

export const FORMAT = { backup: 'china-ai-alliances-bot', format: 1 } as const;

export interface Head {
  readonly backup: typeof FORMAT.backup;
  readonly format: number;
  /** The version of the schema that the rows are of. */
  readonly schema: number;
  readonly at: string;
}

export interface End {
  readonly rows: Readonly<Record<string, number>>;
  /** SHA-256 of all lines before, each with its line break. */
  readonly sha256: string;
}

export interface KeptTable {
  readonly name: keyof Tables;
  /** Its primary key, by which it is read. */
  readonly key: readonly string[];
  /** The version of the schema that it came with. */
  readonly since: number;
  /** How many rows are read at a time: of what may be large, few. */
  readonly atATime: number;
  /** A column that the database numbers itself, in the order in which rows come. */
  readonly counted?: string;
}

const MANY = 1_000;

/** In an order in which each row comes after those that it refers to. */
export const KEPT_TABLES: readonly KeptTable[] = [
  { name: 'collections', key: ['name'], since: 1, atATime: MANY },
  { name: 'documents', key: ['hash'], since: 1, atATime: 20 },
  { name: 'originals', key: ['document', 'hash'], since: 5, atATime: 4 },
  { name: 'known_questions', key: ['hash'], since: 4, atATime: 20 },
  { name: 'revisions', key: ['collection', 'number'], since: 1, atATime: 20 },
  { name: 'revision_documents', key: ['collection', 'revision', 'position'], since: 1, atATime: MANY },
  { name: 'drafts', key: ['id'], since: 1, atATime: 4 },
  { name: 'draft_documents', key: ['draft', 'position'], since: 1, atATime: MANY },
  { name: 'withdrawals', key: ['text_hash'], since: 1, atATime: MANY },
  { name: 'questions', key: ['id'], since: 1, atATime: MANY },
  { name: 'thumbs', key: ['question', 'voter'], since: 1, atATime: MANY },
  { name: 'reports', key: ['id'], since: 8, atATime: MANY },
  { name: 'guilds', key: ['id'], since: 1, atATime: MANY },
  { name: 'audit', key: ['id'], since: 1, atATime: MANY, counted: 'id' },
];

/** What is of no use to another bot, or at another time. */
export const PASSING_TABLES: readonly string[] = ['leases'];

export type Row = Readonly<Record<string, unknown>>;

/** Bytes stand as base64 in an object of their own: no column holds another object. */
export function rowLine(table: string, row: Row): string {
  const columns = Object.entries(row).map(([name, value]) => [
    name,
    value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value,
  ]);
  return JSON.stringify([table, Object.fromEntries(columns)]);
}

/** Adds up lines as {@link End.sha256} has them. */
export function createSum() {
  const hash = createHash('sha256');
  return {
    add: (line: string) => void hash.update(`${line}\n`),
    value: () => hash.digest('hex'),
  };
}
