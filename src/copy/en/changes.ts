import type { Limits } from '../../library/library.js';
import type { Report } from '../../library/preview.js';
import { megabytes, plural } from './phrases.js';

// What became of the documents, in the words that Discord and the terminal share.

/** How many documents a change adds, changes, removes and leaves alone. */
export function counted(counts: {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
}): string[] {
  return [
    `${counts.added} added`,
    `${counts.changed} changed`,
    `${counts.removed} removed`,
    `${counts.unchanged} unchanged`,
  ];
}

/** How many known questions come, go and change; empty where none does. */
export function countedQuestions(counts: {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}): string {
  const signed = [
    ['+', counts.added],
    ['−', counts.removed],
    ['~', counts.changed],
  ] as const;
  const parts = signed.flatMap(([sign, count]) => (count > 0 ? [sign + count.toLocaleString('en')] : []));
  return parts.length > 0 ? `known questions ${parts.join(' ')}` : '';
}

/** So much of what a limit counts. */
export const limited: Readonly<Record<keyof Limits | 'knownQuestions', (count: number) => string>> = {
  documents: (count) => plural(count, 'document'),
  bytes: (count) => `${megabytes(count)} of text`,
  passages: (count) => plural(count, 'passage'),
  storage: (count) => `${megabytes(count)} of documents with their files`,
  knownQuestions: (count) => plural(count, 'known question'),
};

/** Stands behind a revision whose documents are gone. */
export const letGo = ' (no longer kept)';

/** What a revision was published for. */
export function reported(report: Report): string {
  switch (report.kind) {
    case 'takedown':
      return `“${report.document}” withdrawn`;
    case 'server-left':
      return 'emptied after the bot left';
    case 'rollback':
      return report.rollbackTo === 0
        ? 'rollback to before the first revision'
        : `rollback to revision ${report.rollbackTo}`;
    default:
      return [
        {
          first: 'first publication',
          refresh: 'refresh',
          add: 'addition',
          remove: 'removal',
          teach: 'teaching',
        }[report.kind],
        ...(report.added.length > 0 ? [`${report.added.length} added`] : []),
        ...(report.changed.length > 0 ? [`${report.changed.length} changed`] : []),
        ...(report.removed.length > 0 ? [`${report.removed.length} removed`] : []),
        ...(report.glossaryChanged ? ['names and synonyms'] : []),
        countedQuestions(report.knownQuestions),
      ]
        .filter((part) => part !== '')
        .join(', ');
  }
}
