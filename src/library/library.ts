import type { Document } from '../documents/document.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import type { NamedSentence, Problem, ReadResult, SentenceFault } from '../documents/problem.js';
import type { Snapshot } from '../index/snapshot.js';
import type { GuildSettings } from '../store/guild-settings.js';
import type { AuditEntry, CollectionName, Publishing, Takedown } from '../store/store.js';
import type { Exported } from './export.js';
import type { ReadPast } from './past.js';
import type { DraftPreview, PastRevision } from './preview.js';
import type { Questions } from './questions.js';
import type { Reports } from './reports.js';
import type { DocumentOrigin, SourcedDocument } from './sources.js';

export { DatabaseFault, type FaultReason } from '../store/database-fault.js';
export type { GuildSettings } from '../store/guild-settings.js';
// Commands know the library and not the store.
export type { Leases } from '../store/lease.js';
export type { LoggedQuestion, Thumbs } from '../store/logged-question.js';
export { type LoggedReport, REPORT_REASONS, type ReportReason } from '../store/logged-report.js';
export type { RestoreFault } from '../store/restore.js';
export { RETENTION } from '../store/retention.js';
export { type AuditEntry, type CollectionName, collectionOf } from '../store/store.js';
export type { AskedQuestion } from './questions.js';
export type { MemberReport } from './reports.js';

/** Where the bot is. */
export interface Membership {
  /** Every server that the bot was reported to be in, or that something is kept of, and that was not reported as left. */
  guilds(): Promise<readonly string[]>;
  /** Begins the 30 days after which all that is kept of the server is deleted; a second call changes nothing. */
  guildLeft(guildId: string): Promise<void>;
  /**
   * Begins those days anew where they run, as people still use the bot there, whom it is installed for. Never rejects: the
   * log says what could not be noted.
   */
  guildUsed(guildId: string): Promise<void>;
  /** Gives whether the server is new, or was left before. */
  guildJoined(guildId: string): Promise<boolean>;
}

/** What a server's members are answered from takes longer to prepare than anybody waits: after a restart, for instance. */
export class StillPreparing extends Error {
  override readonly name = 'StillPreparing';
}

/** What is live, and everything that is done with it: the documents of all collections, as the bot opens them. */
export interface Library extends Overview, Moderation, Questions, Reports, Membership, Schedules {
  /**
   * What the members of a server see now: the shared collection, with the server's own where it has one; `null`
   * for a direct message. One interaction asks once and works on that snapshot from beginning to end.
   * @throws {StillPreparing} where it is not there within ten seconds; it is prepared on
   */
  current(guildId: string | null): Promise<Snapshot>;
  /** What they saw at some revisions. */
  readonly past: ReadPast;
  /** How many notes, as of what members ask in vain, wait to be written. */
  notesWaiting(): number;
  /** Ends its work and its watch over the store, which it does not close. */
  close(): Promise<void>;
}

/** What there is and what there was, for moderators to look at. */
export interface Overview {
  /** What is live, and whether a refresh is waiting. */
  status(collection: CollectionName): Promise<Status>;
  /** The live documents of a collection, in its order. */
  documents(collection: CollectionName): Promise<readonly Listed[]>;
  /** Ids of live documents whose text is damaged in the database: they are left out of all answers. */
  altered(collection: CollectionName): Promise<readonly string[]>;
  /** The live known questions of a collection; those that a moderator taught are marked. */
  knownQuestions(collection: CollectionName): Promise<readonly KnownQuestion[]>;
  /** Newest first, at most `limit`, only those below `before` where it is given. */
  revisions(collection: CollectionName, limit: number, before?: number): Promise<readonly PastRevision[]>;
  /** What moderators did, newest first, paged by the id of the last one. */
  history(collection: CollectionName, limit: number, before?: number): Promise<readonly AuditEntry[]>;
  /**
   * The files of a revision, the live one where none is given: a folder of them reads back to the same
   * documents. Nothing where there is no such revision.
   */
  export(collection: CollectionName, revision?: number): AsyncIterable<Exported>;
}

/**
 * What moderators do with the library.
 *
 * `by` is Discord's id of the moderator, `host`, or `schedule`. Whether they may is for the caller to know: none of
 * these methods asks. A draft belongs to a collection; look there before acting on it.
 */
export interface Moderation {
  // Each of these prepares a draft and publishes nothing. One at a time for a collection.

  /**
   * Reads the sources of the collection again. What is live and cannot be read any more stays as it is, with a
   * problem that says so, unless the request leaves it out.
   * @throws {FolderError} if the knowledge folder is not there or cannot be read.
   */
  refresh(request: RefreshRequest): Promise<Proposal>;
  /**
   * Adds a document to a server's collection, or replaces the one of the same id there. Its id gets the prefix
   * `server/`, so that it cannot stand for one of the shared collection.
   * @param addition The document, or what brings it: that is called when nothing else is being prepared for the
   *   collection, so that nothing is fetched or read for who has to wait.
   */
  add(request: ChangeRequest, addition: SourcedDocument | BringDocument): Promise<Proposal>;
  /** Removes a document of a server's collection; what is in the knowledge folder is refused. */
  remove(request: ChangeRequest, document: string): Promise<Proposal>;
  /**
   * Adds, replaces and removes known questions, for instance what a member asked and the passage that answers it. In
   * the shared collection those of the knowledge folder are refused, and what is taught stays at a refresh.
   */
  teach(request: ChangeRequest, changes: QuestionChanges): Promise<Proposal>;
  /** Proposes the content of an earlier revision as a new one, without what was withdrawn since. */
  rollback(request: ChangeRequest, revision: number): Promise<Proposal>;

  /** A draft with its preview; `undefined` when it was published, discarded, or has run out. */
  draft(id: string): Promise<DraftPreview | undefined>;
  /** The document that a draft adds, so that it can be added again with corrections. */
  addition(draft: DraftPreview): Promise<SourcedDocument | undefined>;
  /**
   * Makes a draft live, unless another revision is live than the one that its preview compared with: the store
   * looks at that, and whether the draft is still there, as it publishes. Resolves when this process answers from it.
   * @param isConfirmed Whether the moderator has confirmed what the preview asks to be confirmed.
   */
  publish(draft: DraftPreview, by: string, isConfirmed?: boolean): Promise<Published>;
  /** False when there was nothing left to discard. */
  discard(draft: DraftPreview, by: string): Promise<boolean>;

  /** Withdraws a document's text from every revision; see {@link Store.takedown}. */
  takedown(collection: CollectionName, document: string, why: string, by: string): Promise<Takedown>;

  settings(guildId: string): Promise<GuildSettings>;
  /** Tells, within a second or two, when those of any server may have been changed. Returns what ends that. */
  watchSettings(listener: () => void): () => void;
  /**
   * Saves what a moderator has changed, and gives what is set then: what another one has set meanwhile stays.
   * @param before What was set when they began.
   */
  saveSettings(
    guildId: string,
    settings: GuildSettings,
    by: string,
    before?: GuildSettings,
  ): Promise<GuildSettings>;
}

/** Refreshes at the times that servers have set. */
export interface Schedules {
  /**
   * Refreshes what came due since the last call, or since shortly before the start; of the processes on the database one
   * does it. Publishes nothing: gives the drafts, and each failure once until it works again. Nothing where nothing
   * changed, or where a draft with the same changes was given before and is still there: one that nobody could be told of
   * is to be discarded.
   */
  refreshDue(request: {
    /** The server whose schedule is for the shared collection too. */
    readonly homeGuildId?: string;
    /** Whether this process is the one that is connected to a server. */
    isHere(guildId: string): boolean;
  }): AsyncIterable<Scheduled>;
}

/** What came of a scheduled refresh, for the server with the schedule. */
export type Scheduled = { readonly guildId: string; readonly collection: CollectionName } & (
  | { readonly draft: DraftPreview }
  /** An error, or the proposal that it ended with. */
  | { readonly failure: unknown }
);

/** A change of a collection that somebody asks for. */
export interface ChangeRequest {
  readonly collection: CollectionName;
  readonly by: string;
  /** The server that the moderator is in: what its members asked last is asked again for the preview. */
  readonly guildId?: string;
  readonly onProgress?: (step: Step) => void;
}

export interface RefreshRequest extends ChangeRequest {
  /** Whether live documents that cannot be read any more are to go. */
  readonly leaveOut?: boolean;
}

/** Fetches and reads a document that is to be added. Whatever is wrong with it is in the problems. */
export type BringDocument = () => Promise<ReadResult<SourcedDocument>>;

/** What is to be changed of the known questions of a collection. Wordings are compared as `wordingOf` does. */
export interface QuestionChanges {
  /** They take the place of those of the same wording. */
  readonly put?: readonly KnownQuestion[];
  /** Wordings; one that is not there is passed over. */
  readonly remove?: readonly string[];
}

export interface Status {
  /** The live revision; `undefined` before the first one. */
  readonly revision: PastRevision | undefined;
  readonly documents: number;
  readonly passages: number;
  /** Of the shared collection: whether the knowledge folder differs, so that a refresh is waiting. */
  readonly folder?: 'same' | 'differs' | 'unreadable';
  /** A refresh or another preparation that is under way in this process. */
  readonly underWay: UnderWay | undefined;
}

export interface UnderWay {
  readonly by: string;
  readonly since: Date;
}

export interface Listed {
  readonly document: Document;
  readonly passages: number;
  readonly origin: DocumentOrigin;
}

/** Where the preparation of a draft is, for the reply that shows it. */
export type Step =
  | { readonly kind: 'reading' }
  | { readonly kind: 'comparing' }
  | { readonly kind: 'building'; readonly passages: number }
  | { readonly kind: 'asking'; readonly questions: number };

/** What came of preparing a draft. */
export type Proposal =
  | ({ readonly kind: 'draft' } & DraftPreview)
  /** Publishing would change nothing. */
  | { readonly kind: 'unchanged'; readonly problems: readonly Problem[] }
  /** What was to be added could not be read. */
  | { readonly kind: 'unread'; readonly problems: readonly Problem[] }
  /** Another one is under way in the collection. */
  | ({ readonly kind: 'busy' } & UnderWay)
  | {
      readonly kind: 'over-limit';
      readonly limit: keyof Limits | 'knownQuestions';
      readonly most: number;
      readonly wanted: number;
    }
  | { readonly kind: 'no-document'; readonly document: string }
  | { readonly kind: 'no-revision'; readonly revision: number }
  /** Of this revision no documents are kept any more. */
  | { readonly kind: 'let-go'; readonly revision: number }
  /** Documents of the knowledge folder are removed there. */
  | { readonly kind: 'in-folder'; readonly document: string }
  /** The text of this document was withdrawn. */
  | { readonly kind: 'withdrawn'; readonly document: string }
  /** The documents do not have the sentence that is to answer this question, or not once only. */
  | ({
      readonly kind: 'no-sentence';
      readonly question: string;
      readonly fault: SentenceFault;
    } & NamedSentence)
  /** A known question has at most so many characters. */
  | { readonly kind: 'question-too-long'; readonly question: string; readonly most: number }
  /** Known questions of the knowledge folder are changed there. */
  | { readonly kind: 'question-in-folder'; readonly question: string }
  | { readonly kind: 'too-long'; readonly minutes: number };

export type Published =
  | Publishing
  /** The preview has a warning that must be confirmed first. */
  | { readonly kind: 'unconfirmed' };

/** What the collection of one server may hold. */
export interface Limits {
  readonly documents: number;
  /** Of canonical text, in UTF-8. */
  readonly bytes: number;
  readonly passages: number;
  /**
   * Bytes of all that is stored of a server: documents with their files, also those of earlier revisions and of
   * previews, of which the oldest are let go to keep within it.
   */
  readonly storage: number;
}
