import type { Document } from '../documents/document.js';
import type { KeptAtMost, LetGo, Purged } from './growth.js';
import type { GuildSettings, Schedule } from './guild-settings.js';
import type { Leases } from './lease.js';
import type { LoggedQuestion, Thumb } from './logged-question.js';
import type { Forgotten, Reports } from './logged-report.js';

/** Anything that survives `JSON.parse(JSON.stringify(value))`. The store keeps it and does not look inside. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** `shared`, or `guild:` and the id of a server. */
export type CollectionName = 'shared' | `guild:${string}`;

/** The collection of a server; in a direct message, where `guildId` is null, the shared one. */
export function collectionOf(guildId: string | null): CollectionName {
  return guildId === null ? 'shared' : `guild:${guildId}`;
}

/** The server that a collection belongs to; `undefined` for the shared one. */
export function guildOf(collection: CollectionName): string | undefined {
  return collection === 'shared' ? undefined : collection.slice('guild:'.length);
}

/** A document with its file, as it is handed to the store. */
export interface StoredDocument {
  readonly document: Document;
  /** The file it was read from, so that an export can give it back byte by byte. */
  readonly original: Original;
}

export interface Original {
  /** Path or file name with its extension, which decides how the bytes are read. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a document and its file are found by. */
export interface DocumentKey {
  /** SHA-256 of the document. */
  readonly hash: string;
  /**
   * SHA-256 of the file it was read from here: another collection may have read the same from another file. Null for
   * what was withdrawn before files had keys of their own.
   */
  readonly original: string | null;
}

/** A document's place in a revision or a draft; the text itself is found by its key, from {@link Store.putDocuments}. */
export interface Entry extends DocumentKey {
  /** Id of the document; once in a revision. */
  readonly id: string;
  /** How many passages the document has, so that a passage id leads to its document without reading every text. */
  readonly passages: number;
  /** Where the document is fetched from again; its shape is the library's. */
  readonly origin: Json;
}

/**
 * A numbered state of a collection. Never edited; a takedown empties texts but leaves the entries in place, and of one
 * that was let go only this is left.
 */
export interface Revision {
  readonly collection: CollectionName;
  /** From 1, without gaps. */
  readonly number: number;
  /** Discord's id of the moderator, or `host`. */
  readonly publishedBy: string;
  readonly publishedAt: Date;
  readonly report: Json;
  /** Whether its documents are kept, and not let go: see {@link Store.letGo}. */
  readonly isKept: boolean;
}

/** A previewed change that was neither published nor discarded. */
export interface Draft {
  /** Eight characters, random. */
  readonly id: string;
  readonly collection: CollectionName;
  /** The revision that the preview compared with; 0 before the first one. */
  readonly base: number;
  readonly author: string;
  readonly createdAt: Date;
  readonly preview: Json;
}

/** What a draft is made of, besides its documents. */
export interface NewDraft extends Omit<Draft, 'id' | 'createdAt'> {
  /** The collection's glossary as it will be with this revision; null where it has none. */
  readonly glossary: Json;
  /** The known questions that the collection will have with this revision; null where it has none. */
  readonly knownQuestions: Json;
}

/** What became of {@link Store.publish}. */
export type Publishing =
  | { readonly kind: 'published'; readonly revision: number }
  /** The collection has changed since the draft's preview; `current` is its revision now. */
  | { readonly kind: 'stale'; readonly base: number; readonly current: number }
  /** The draft was published, discarded, or has run out. */
  | { readonly kind: 'gone' }
  /** These documents of the draft hold a text that a takedown withdrew. */
  | { readonly kind: 'withdrawn'; readonly documents: readonly string[] };

/** What a takedown reached. */
export interface Takedown {
  /** How many entries of how many revisions held the text; 0 when no document of that id was ever published. */
  readonly entries: number;
  /** Collections that served it until now, each with the new revision that does not. */
  readonly published: readonly LiveRevision[];
}

/** A text that may not be published again. */
export interface Withdrawal {
  /** SHA-256 of the canonical text. */
  readonly textHash: string;
  readonly document: string;
  readonly why: string;
  readonly by: string;
  readonly at: Date;
}

/** One line of a collection's history. */
export interface AuditEntry {
  /** Grows with time; pages are asked for by it. */
  readonly id: number;
  readonly at: Date;
  readonly collection: CollectionName;
  /** Discord's id of the moderator, or `host`. */
  readonly actor: string;
  /** A word such as `publish`, `discard` or `settings`, which the library chooses. */
  readonly action: string;
  readonly detail: Json;
}

/** A collection whose live revision is now `revision`. */
export interface LiveRevision {
  readonly collection: CollectionName;
  readonly revision: number;
}

/**
 * What was published, and everything else that must outlive the process.
 *
 * Every method is one transaction or one read (`putDocuments`, `documents`, `discardDraft`, `letGo` and `purge` are several): a process that
 * dies in the middle of one leaves the state before it. Times come from the store's clock.
 *
 * Every method rejects with a `DatabaseFault` where the database does not do it; while other processes are in the way, it
 * is tried again for ten seconds first. Methods that read JSON reject with `StoredDataError` where a row is damaged.
 */
export interface Store extends Reports, Leases {
  // Revisions

  /** Number of the collection's live revision; 0 when nothing was published. */
  liveRevision(collection: CollectionName): Promise<number>;
  /** Every collection that has a live revision, by name. */
  collections(): Promise<LiveRevision[]>;
  /** `undefined` where there is no such revision, or its collection was deleted since. */
  revision(collection: CollectionName, number: number): Promise<Revision | undefined>;
  /** Newest first, at most `limit`, only those below `before` where it is given. */
  revisions(collection: CollectionName, limit: number, before?: number): Promise<Revision[]>;
  /** The entries of a revision in their order; empty where there is no such revision, or it was let go. */
  entries(collection: CollectionName, number: number): Promise<Entry[]>;
  /** The glossary that a revision was published with; null where it had none. */
  glossary(collection: CollectionName, number: number): Promise<Json>;
  /** The known questions of a revision, without what a takedown took out of them; null where it has none. */
  knownQuestions(collection: CollectionName, number: number): Promise<Json>;

  // Documents

  /**
   * Keeps documents with their files and gives their keys, in order. What is there already is not written again.
   * What no revision and no draft refers to is removed after a day.
   */
  putDocuments(documents: readonly StoredDocument[]): Promise<DocumentKey[]>;
  /**
   * The documents of these hashes, in no particular order, and with pauses in which other work goes on. A document that
   * was withdrawn or never stored is left out, and one that is stored otherwise than it was written is told of.
   */
  documents(
    hashes: readonly string[],
    onAltered?: (hash: string) => void,
  ): AsyncIterable<{ readonly hash: string; readonly document: Document }>;
  /** The file a document was read from; `undefined` when it was withdrawn, never stored, or is stored otherwise than it was. */
  original(key: DocumentKey): Promise<Original | undefined>;
  /** How many bytes the documents of these keys take with their files; of what was never stored, nothing. */
  sizeOf(keys: readonly DocumentKey[]): Promise<number>;

  // Drafts

  /** Keeps a change for 24 hours, and gives its id and when they began. Its documents have been put before. */
  saveDraft(draft: NewDraft, entries: readonly Entry[]): Promise<Pick<Draft, 'id' | 'createdAt'>>;
  /** `undefined` when it was published, discarded, or has run out. */
  draft(id: string): Promise<Draft | undefined>;
  /** What somebody has prepared for a collection and can be published or is stale, in no particular order. */
  draftsBy(collection: CollectionName, author: string): Promise<Draft[]>;
  draftEntries(id: string): Promise<Entry[]>;
  /** Drops a draft with what only it had. False when there was nothing left to discard. */
  discardDraft(id: string): Promise<boolean>;
  /**
   * Makes a draft the live revision of its collection, if the collection is still at the draft's base: of two
   * who publish at once one succeeds and the other gets `stale`. Writes the history's entry too.
   */
  publish(id: string, by: string, report: Json): Promise<Publishing>;

  /**
   * Lets go of what a collection keeps, the oldest first, until it is within `most`: drafts, but not the newest; then
   * what revisions hold, but not the live one and the one before, so that the last change can always be undone.
   * @param saved The id of the draft that was just saved, if one was: it is the newest.
   */
  letGo(collection: CollectionName, most: KeptAtMost, saved?: string): Promise<LetGo>;

  // Takedown

  /**
   * Withdraws every text that a document of this id ever had in the collection: the texts are erased from all
   * revisions of all collections, with the known questions that quote them; a collection that serves one gets a new
   * revision without it, and none of them can be published again. Entries stay, so that passage ids of old revisions
   * keep their meaning. The texts of revisions that were let go are gone already, and not known any more.
   */
  takedown(request: {
    readonly collection: CollectionName;
    readonly document: string;
    readonly why: string;
    readonly by: string;
  }): Promise<Takedown>;
  withdrawals(): Promise<Withdrawal[]>;

  // Questions and thumbs

  /**
   * Counts a question that the documents do not answer, or of which it is not sure whether they do. A server has at most
   * 5,000: for one more, the one goes that was not asked for the longest time, dismissed or not. Nothing is done where the
   * server keeps no questions now.
   * @param at When it was asked, where that is not now.
   */
  recordQuestion(guild: string, text: string, verdict: 'unsure' | 'none', at?: Date): Promise<void>;
  /**
   * Counts a member's thumb on the answer to a question; a second one replaces the first. Nothing is done where the server
   * keeps no questions now. The member is kept as a hash
   * with a key that is not in the database, and salted with a random value of the question's own, which is deleted with
   * the question.
   */
  recordThumb(guild: string, text: string, member: string, thumb: Thumb): Promise<void>;
  /** Those that were not dismissed, most often without a sure answer first, then the latest; at most `limit`. */
  questions(guild: string, limit: number): Promise<LoggedQuestion[]>;
  /** How many are kept of a server, with those that were dismissed. */
  questionCount(guild: string): Promise<number>;
  /** Hides questions, however often they are asked again. */
  dismissQuestions(ids: readonly string[]): Promise<void>;
  /** Removes every thumb and report of a member, in all servers. */
  forgetMember(member: string): Promise<Forgotten>;

  // Servers

  settings(guild: string): Promise<GuildSettings>;
  /**
   * Saves what a server sets, and gives what is set then. Where the settings are given that somebody began with, only what
   * they changed is saved: what others set meanwhile stays. Where the log of questions is turned off, what it has is removed.
   */
  saveSettings(guild: string, settings: GuildSettings, before?: GuildSettings): Promise<GuildSettings>;
  /** Every server with a schedule, and every one whose settings cannot be read. */
  schedules(): Promise<Schedule[]>;
  /** Every server that is remembered and that the bot has not left. */
  guilds(): Promise<string[]>;
  /** Begins the 30 days after which the server's data is deleted; a second call changes nothing. */
  guildLeft(guild: string): Promise<void>;
  /** Begins them anew where they run, as people still use the bot there; writes once a day for a server at most. */
  guildUsed(guild: string): Promise<void>;
  /** Remembers the server, and ends those 30 days. Gives whether it is new, or was left before. */
  guildJoined(guild: string): Promise<boolean>;

  // History, upkeep

  recordAction(entry: Omit<AuditEntry, 'id' | 'at'>): Promise<void>;
  /** Newest first, at most `limit`, only those below `before` where it is given; the newest 5,000 are kept. */
  history(collection: CollectionName, limit: number, before?: number): Promise<AuditEntry[]>;
  /** Removes what has been kept for as long as it may be; `upkeep.ts` says how long that is. */
  purge(): Promise<Purged>;

  /**
   * Tells of every collection whose live revision changes: of what is published through this store before the call
   * that publishes it resolves, of what another process publishes within a second or two. Changes between two looks
   * are told once, with the latest revision. Returns what ends the watch.
   */
  watch(listener: (change: LiveRevision) => void): () => void;
  /**
   * Tells whenever the settings of any server may have been changed, as soon as {@link watch} does. Returns what ends that.
   */
  watchSettings(listener: () => void): () => void;
  /** Ends all watches and closes the database. */
  close(): Promise<void>;
}
