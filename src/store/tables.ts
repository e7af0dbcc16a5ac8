import { randomBytes } from 'node:crypto';
import type { Generated } from 'kysely';
import type { Thumb } from './logged-question.js';
import type { ReportReason } from './logged-report.js';
import type { CollectionName } from './store.js';

/**
 * The tables at the latest schema. They have only text, integers and bytes, which both databases keep alike: times are
 * ISO 8601 in UTC, which sorts as text; truth is 0 or 1; JSON is text.
 */
export interface Tables {
  collections: { name: CollectionName; revision: number };
  documents: {
    hash: string;
    text_hash: string;
    /** The document as JSON; null once withdrawn. */
    document: string | null;
    /** Bytes of the JSON, so that many small documents can be read at once. 0 once withdrawn. */
    size: number;
    stored_at: string;
  };
  /** The files that documents were read from. The bytes come last, so that the rest is read without them. */
  originals: {
    /** Hash of the document. */
    document: string;
    /** SHA-256 of the bytes. */
    hash: string;
    path: string;
    size: number;
    stored_at: string;
    bytes: Uint8Array;
  };
  known_questions: {
    /** SHA-256 of the JSON. */
    hash: string;
    questions: string;
    stored_at: string;
    /** Bytes of the JSON. */
    size: number;
  };
  revisions: {
    collection: CollectionName;
    number: number;
    published_by: string;
    published_at: string;
    report: string;
    glossary: string | null;
    /** Hash of its known questions; null where it has none. */
    known_questions: string | null;
    /** 1 where what it held was let go, and only this row is left. */
    let_go: Generated<number>;
  };
  revision_documents: EntryRow & { collection: CollectionName; revision: number };
  drafts: {
    id: string;
    collection: CollectionName;
    base: number;
    author: string;
    created_at: string;
    preview: string;
    glossary: string | null;
    /** Hash of its known questions; null where it has none. */
    known_questions: string | null;
  };
  draft_documents: EntryRow & { draft: string };
  withdrawals: {
    text_hash: string;
    document_id: string;
    why: string;
    withdrawn_by: string;
    withdrawn_at: string;
  };
  questions: {
    id: string;
    guild: string;
    /** The text with case, width and spacing evened out: one entry per question and server. */
    key: string;
    text: string;
    /** How often with the verdict `none`, and with `unsure`. */
    unanswered: number;
    unsure: number;
    first_at: string;
    last_at: string;
    dismissed: number;
    salt: string;
  };
  thumbs: { question: string; voter: string; up: number; verdict: Thumb['verdict'] };
  reports: {
    id: string;
    guild: string;
    at: string;
    reason: ReportReason;
    words: string | null;
    question: string;
    document_id: string;
    title: string;
    text_hash: string;
    text_start: number;
    text_end: number;
    text: string;
    shared_revision: number;
    guild_revision: number | null;
    /** The member, hashed as {@link thumbs} are, with a salt of the report's own. */
    reporter: string;
    salt: string;
  };
  /** `left_at`: when the days began that its data is still kept for; null while the bot is there. */
  guilds: { id: string; settings: string; left_at: string | null };
  audit: {
    id: Generated<number>;
    at: string;
    collection: CollectionName;
    actor: string;
    action: string;
    detail: string;
  };
  leases: { name: string; holder: string; until: string };
}

export interface EntryRow {
  /** Order within the revision. May have gaps after a takedown. */
  position: number;
  document_id: string;
  hash: string;
  original: string | null;
  passages: number;
  origin: string;
}

/** A key for a new row: eight characters, random, short enough for a custom id and too many to guess (2^48). */
export function newKey(): string {
  return randomBytes(6).toString('base64url');
}
