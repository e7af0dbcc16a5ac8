import { stringify } from 'csv-stringify/sync';
import { copy } from '../../copy/en.js';
import type { Snapshot } from '../../index/snapshot.js';
import type { AskedQuestion } from '../../library/library.js';
import { closestTo } from './asked.js';

/**
 * Questions as a table for a spreadsheet, most asked first. A cell that a spreadsheet would take for a formula is
 * made harmless with an apostrophe before it. (https://owasp.org/www-community/attacks/CSV_Injection)
 */
export function questionsCsv(questions: readonly AskedQuestion[], snapshot: Snapshot): string {
  const rows = questions.map(({ text, unanswered, up, down, lastAt }) => {
    const excerpt = closestTo(snapshot, text)?.excerpt;
    return [
      text,
      unanswered,
      up,
      down,
      lastAt.toISOString(),
      excerpt?.citation.title ?? '',
      excerpt?.text ?? '',
    ];
  });
  // The mark at the beginning tells Excel that the file is UTF-8.
  return stringify(
    [copy.knowledge.questions.columns, ...rows].map((row) => row.map(harmless)),
    {
      bom: true,
      record_delimiter: 'windows',
    },
  );
}

/** csv-stringify's own `escape_formulas` leaves out the full-width forms and what follows white space. */
export function harmless(cell: string | number): string {
  const text = `${cell}`;
  return typeof cell === 'string' && /^\s*[=+\-@＝＋－＠\t\r]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
