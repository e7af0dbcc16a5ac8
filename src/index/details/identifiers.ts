import type { Span } from '../../documents/document.js';
import { PARAMETERS } from '../parameters.js';
import type { Piece } from './pieces.js';

/** Something that is told apart by digits or single letters: 910D, GPT-4, B-Plan, C++, Step 3. */
export interface Identifier extends Span {
  readonly words: readonly string[];
}

/** Hyphened words with a single letter that are ordinary ones: e-mail, e-commerce. */
const ordinaryLetters = new Set(['e']);

/**
 * The identifiers among some pieces, in order.
 * @param follows Whether a bare number is told by the piece before it, as in "Step 3", and does not count what follows.
 */
export function identifiersIn(
  pieces: readonly Piece[],
  follows: (number: Piece, before: Piece, after: Piece | undefined) => boolean,
): Identifier[] {
  const runs = joinedRuns(pieces);
  return runs.flatMap((run, i): Identifier[] => {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) return [];
    const words = run.map(({ text }) => text);
    if (isMixed(run) || isLettered(run)) return [{ start: first.start, end: last.end, words }];
    const before = runs[i - 1]?.at(-1);
    if (run.length > 1 || !isNumber(first) || !before) return [];
    if (!follows(first, before, runs[i + 1]?.[0])) return [];
    return Number(first.text) < PARAMETERS.details.smallNumber && Number.isInteger(Number(first.text))
      ? [{ start: before.start, end: first.end, words: [before.text, first.text] }]
      : [{ start: first.start, end: first.end, words }];
  });
}

/** Pieces that are written together, with hyphens or nothing between them. */
function joinedRuns(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    if (piece.isJoined || piece.isHyphenated) runs.at(-1)?.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/** Letters and digits; "41-member" and "25th" are numbers. */
function isMixed(run: readonly Piece[]): boolean {
  const [first] = run;
  const hasDigits = run.some(isNumber);
  const hasLetters = run.some((piece) => !isNumber(piece) && /\p{Script=Latin}/u.test(piece.text));
  if (!first || !hasDigits || !hasLetters) return false;
  const startsWithNumber = isNumber(first);
  const next = run[1];
  if (startsWithNumber && next && /^(?:st|nd|rd|th)$/.test(next.text)) return false;
  return !(startsWithNumber && next?.isHyphenated && !next.hasCapital && next.text.length > 1);
}

/** B-Plan, C++. */
function isLettered(run: readonly Piece[]): boolean {
  const [first, second, ...more] = run;
  if (!first) return false;
  if (/[+#]$/.test(first.text)) return true;
  const isHyphened = second?.isHyphenated === true && more.length === 0;
  return (
    isHyphened && first.text.length === 1 && /^[a-z]$/.test(first.text) && !ordinaryLetters.has(first.text)
  );
}

function isNumber({ text }: Piece): boolean {
  return /^\d/.test(text);
}
