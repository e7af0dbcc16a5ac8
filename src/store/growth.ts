// What a store is told to keep at most, and what it then removed.

/** What a collection may keep beside what is live. */
export interface KeptAtMost {
  /** Of documents, files, and lists of known questions, with what is live. */
  readonly bytes: number;
  readonly drafts: number;
  /** Where it is absent, revisions are left alone, and the bytes are of what only drafts have. */
  readonly revisions?: number;
}

/** What `Store.letGo` dropped: how many drafts, and the numbers of revisions. */
export interface LetGo {
  readonly drafts: number;
  readonly revisions: readonly number[];
}

/** What one `Store.purge` removed. */
export interface Purged {
  readonly drafts: number;
  readonly documents: number;
  /** Lists of known questions that nothing referred to. */
  readonly knownQuestions: number;
  readonly questions: number;
  readonly reports: number;
  /** Entries of histories. */
  readonly history: number;
  readonly guilds: readonly string[];
}
