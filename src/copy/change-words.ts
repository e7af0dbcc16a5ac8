import type { Report } from '../library/preview.js';
import type { Copy } from './copy.js';

// What became of the documents, put together alike in every language.

type Pieces = Copy['changes'];

export interface DocumentCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

export interface QuestionCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** How many documents a change adds, changes, removes and leaves alone. */
export function countedDocuments(counts: DocumentCounts, { counts: pieces }: Pieces): string[] {
  const { added, changed, removed, unchanged } = counts;
  return [pieces.added(added), pieces.changed(changed), pieces.removed(removed), pieces.unchanged(unchanged)];
}

/** How many known questions come, go and change, such as `+3 −1`; empty where none does. */
export function signedCounts({ added, removed, changed }: QuestionCounts): string {
  const signed = [
    ['+', added],
    ['−', removed],
    ['~', changed],
  ] as const;
  return signed.flatMap(([sign, count]) => (count > 0 ? [`${sign}${count}`] : [])).join(' ');
}

/** What a revision was published for. */
export function reportWords(report: Report, pieces: Pieces): string {
  switch (report.kind) {
    case 'takedown':
      return pieces.takedown(report.document);
    case 'server-left':
      return pieces.serverLeft;
    case 'rollback':
      return report.rollbackTo ? pieces.rollback(report.rollbackTo) : pieces.rollbackToStart;
    default:
      return [pieces.kinds[report.kind], ...reportedCounts(report, pieces)].join(', ');
  }
}

type ChangeReport = Exclude<Report, { kind: 'takedown' | 'server-left' }>;

function reportedCounts(report: ChangeReport, pieces: Pieces): string[] {
  const { added, changed, removed, glossaryChanged, knownQuestions } = report;
  const questions = signedCounts(knownQuestions);
  return [
    ...(added.length > 0 ? [pieces.counts.added(added.length)] : []),
    ...(changed.length > 0 ? [pieces.counts.changed(changed.length)] : []),
    ...(removed.length > 0 ? [pieces.counts.removed(removed.length)] : []),
    ...(glossaryChanged ? [pieces.glossary] : []),
    ...(questions === '' ? [] : [pieces.knownQuestions(questions)]),
  ];
}
