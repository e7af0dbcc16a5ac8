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

/** Titles of each kind that are named; the others are counted. */
const MAX_TITLES = 2;

/** What a revision was published for. @param titleOf What a document is called, by its id. */
export function reportWords(report: Report, pieces: Pieces, titleOf = (id: string) => id): string {
  switch (report.kind) {
    case 'takedown':
      return pieces.takedown(report.document);
    case 'server-left':
      return pieces.serverLeft;
    case 'rollback':
      return report.rollbackTo ? pieces.rollback(report.rollbackTo) : pieces.rollbackToStart;
    default: {
      const words = changedWords(report, pieces, titleOf);
      const isSaid = words.length > 0 && (report.kind === 'add' || report.kind === 'remove');
      return [...(isSaid ? [] : [pieces.kinds[report.kind]]), ...words].join(', ');
    }
  }
}

type ChangeReport = Exclude<Report, { kind: 'takedown' | 'server-left' }>;

function changedWords(report: ChangeReport, pieces: Pieces, titleOf: (id: string) => string): string[] {
  const questions = signedCounts(report.knownQuestions);
  const named = (['added', 'changed', 'removed'] as const).flatMap((what) => {
    const ids = report[what];
    const titles = ids.slice(0, MAX_TITLES).map(titleOf);
    return ids.length > 0 ? [pieces.named[what](pieces.titles(titles, ids.length - titles.length))] : [];
  });
  return [
    ...named,
    ...(report.glossaryChanged ? [pieces.glossary] : []),
    ...(questions === '' ? [] : [pieces.knownQuestions(questions)]),
  ];
}
