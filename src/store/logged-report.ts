/** What a member may find wrong with a passage that was shown as an answer. */
export const REPORT_REASONS = ['not-said', 'outdated', 'source', 'no-answer', 'other'] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** A passage as a member saw it: a slice of a document. */
export interface ReportedPassage {
  /** Id of the document. */
  readonly document: string;
  readonly title: string;
  /** SHA-256 of the document's canonical text, by which a takedown finds what quotes it. */
  readonly textHash: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The revisions that were live: of the shared collection, and of the server's own where it had one. */
  readonly revision: { readonly shared: number; readonly guild?: number };
}

/** What a member says of an answer, with the passage that it is about. */
export interface NewReport {
  readonly reason: ReportReason;
  readonly words?: string;
  readonly question: string;
  readonly passage: ReportedPassage;
}

/** A report as it is kept. Holds no user id. */
export interface LoggedReport extends NewReport {
  readonly id: string;
  readonly guild: string;
  readonly at: Date;
}

/** What was removed of a member: how many of each. */
export interface Forgotten {
  readonly thumbs: number;
  readonly reports: number;
}

/** What a store does with reports. */
export interface Reports {
  /**
   * Keeps what a member says of an answer; the member as with a thumb, with a salt of the report's own. What they said
   * before of the same passage is replaced. A server has at most 1,000, and of one member 20: for one more, the oldest
   * goes. False where the server keeps no questions, or the text was withdrawn: then nothing is kept.
   */
  recordReport(guild: string, member: string, report: NewReport): Promise<boolean>;
  /** All of a server, the newest first. */
  reports(guild: string): Promise<LoggedReport[]>;
  /** False where it was gone already. */
  dropReport(guild: string, id: string): Promise<boolean>;
}
