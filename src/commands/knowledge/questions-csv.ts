import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Copy } from '../../copy/copy.js';
import type { Snapshot } from '../../index/snapshot.js';
import type { AskedQuestion } from '../../library/library.js';
import { closestExcerpt } from './asked-question.js';

/** Questions as a table for a spreadsheet, most asked first. */
export async function questionsCsv(
  questions: readonly AskedQuestion[],
  snapshot: Snapshot,
  copy: Copy,
): Promise<string> {
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
  return csvOf([copy.knowledge.questions.columns, ...rows]);
}

/**
 * Rows of cells as a file that spreadsheets open, whichever mark they separate cells with. Every cell is quoted, and one that
 * would be taken for a formula is made harmless with an apostrophe. (https://owasp.org/www-community/attacks/CSV_Injection)
 */
export async function csvOf(rows: readonly (readonly (string | number)[])[]): Promise<string> {
  // Imported here, so that a start does not wait for it.
  const { stringify } = await import('csv-stringify/sync');
  // The mark at the beginning tells Excel that the file is UTF-8.
  const options = { record_delimiter: 'windows', quoted: true, quoted_empty: true } as const;
  let text = '';
  for (let from = 0; from < rows.length; from += ROWS_A_TURN) {
    await nextTurn();
    const some = rows.slice(from, from + ROWS_A_TURN).map((row) => row.map(harmless));
    text += stringify(some, { ...options, bom: from === 0 });
  }
  return text;
}

/** A thousand rows of long texts at once hold up the others for a tenth of a second and more. */
const ROWS_A_TURN = 20;

const FORMULA: ReadonlySet<string> = new Set('=+-@＝＋－＠');
const SEPARATOR: ReadonlySet<string> = new Set(';\t\r\n');

/**
 * A cell that begins no formula. Spreadsheets of many countries separate cells with semicolons, and the quotation marks
 * around a cell of ours then stand in the middle of one of theirs: what comes behind a semicolon, a tab or a line break in it
 * is a cell of its own. csv-stringify's `escape_formulas` overlooks this, full-width forms, and formulas after white space.
 */
function harmless(cell: string | number): string {
  const text = `${cell}`;
  if (typeof cell === 'number') return text;
  // Where the cell began of which nothing but white space and quotation marks was seen; none behind other characters.
  let began: number | undefined = 0;
  let shown = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (began !== undefined && FORMULA.has(character)) {
      shown += `${text.slice(copied, began)}'`;
      copied = began;
      began = undefined;
    } else if (SEPARATOR.has(character)) began = began === 0 && character !== ';' ? 0 : at + 1;
    else if (!/[\s"]/.test(character)) began = undefined;
  }
  const rest = shown + text.slice(copied);
  return /^[\t\r\n]/.test(rest) ? `'${rest}` : rest;
}
