import { setImmediate as nextTurn } from 'node:timers/promises';
import { copy } from '../../copy/en.js';
import type { Snapshot } from '../../index/snapshot.js';
import type { AskedQuestion } from '../../library/library.js';
import { closestExcerpt } from './asked-question.js';

/**
 * Questions as a table for a spreadsheet, most asked first. A cell that a spreadsheet would take for a formula is
 * made harmless with an apostrophe before it. (https://owasp.org/www-community/attacks/CSV_Injection)
 */
export async function questionsCsv(questions: readonly AskedQuestion[], snapshot: Snapshot): Promise<string> {
  // Imported here, so that a start does not wait for it.
  const { stringify } = await import('csv-stringify/sync');
  const rows: (string | number)[][] = [];
  for (const { text, lastAt, unanswered, unsure, thumbs } of questions) {
    // There may be a thousand, and members go on asking.
    await nextTurn();
    const excerpt = (await closestExcerpt(snapshot, text))?.excerpt;
    const closest = [excerpt?.citation.title ?? '', excerpt?.text ?? ''];
    const counts = [
      unanswered,
      unsure,
      ...[thumbs.answered, thumbs.unsure].flatMap(({ up, down }) => [up, down]),
    ];
    rows.push([text, ...counts, lastAt.toISOString(), ...closest]);
  }
  // The mark at the beginning tells Excel that the file is UTF-8.
  return stringify(
    [copy.knowledge.questions.columns, ...rows].map((row) => row.map(harmless)),
    {
      bom: true,
      record_delimiter: 'windows',
    },
  );
}

/** csv-stringify's own `escape_formulas` overlooks full-width forms, and formulas after white space. */
function harmless(cell: string | number): string {
  const text = `${cell}`;
  return typeof cell === 'string' && /^\s*[=+\-@＝＋－＠\t\r]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
