import type { Document, Span } from '../documents/document.js';
import type { SnapshotName } from '../index/snapshot.js';
import { textHash } from '../store/documents.js';
import type { LoggedReport, NewReport } from '../store/logged-report.js';
import { collectionOf, type Store } from '../store/store.js';

/** What a member says of a passage that they were shown as an answer. */
export interface MemberReport extends Pick<NewReport, 'reason' | 'words' | 'question'> {
  readonly document: Document;
  /** Where the passage stands in the document. */
  readonly span: Span;
  /** What was live when they were shown it. */
  readonly revision: SnapshotName;
}

/** What members report to the moderators of their server. */
export interface Reports {
  /**
   * Keeps a report where the server keeps questions; one on the same passage replaces what the member said of it before.
   * False where nothing is kept: the server keeps none now, or the text was withdrawn.
   */
  noteReport(guildId: string, member: string, report: MemberReport): Promise<boolean>;
  /** The newest first. */
  reports(guildId: string): Promise<readonly LoggedReport[]>;
  /** Drops a report, and notes in the history who did. */
  dismissReport(guildId: string, id: string, by: string): Promise<void>;
}

export function createReports(store: Store): Reports {
  return {
    noteReport(guildId, member, { document, span: { start, end }, revision, ...said }) {
      const { id, title, text } = document;
      const passage = { document: id, title, textHash: textHash(document), start, end, revision };
      return store.recordReport(guildId, member, {
        ...said,
        passage: { ...passage, text: text.slice(start, end) },
      });
    },
    reports: (guildId) => store.reports(guildId),
    async dismissReport(guildId, id, by) {
      if (!(await store.dropReport(guildId, id))) return;
      const collection = collectionOf(guildId);
      // Without its words: the history is kept for longer than reports may be.
      await store.recordAction({ collection, actor: by, action: 'dismiss-report', detail: {} });
    },
  };
}
