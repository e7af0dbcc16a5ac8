import { ordinaryCharacters } from '../characters.js';
import { joinedByAccent, withAccents } from './pdf-accents.js';
import { isShape, withLosses } from './pdf-glyphs.js';
import type { TextRun } from './pdf-runs.js';
import { loweredText, raisedText } from './raised.js';

/** Letters that are smaller than those around them by this factor may be raised or lowered. */
export const SMALL = 0.85;

/** The words of a line, and whether they began with the raised number of a note, which is left out. */
export function lineText(runs: readonly TextRun[], base: TextRun): { text: string; isNote: boolean } {
  let text = '';
  let right = 0;
  let isNote = false;
  runs.forEach((run, position) => {
    const words = withAccents(run.text);
    const lift = run.size < base.size * SMALL ? (run.y - base.y) / base.size : 0;
    const isApart =
      text !== '' && !isBlank(text.at(-1)) && !isBlank(words[0]) && run.left - right > run.size / 5;
    if (lift > 0.12) {
      // A raised figure may stand over the space behind a word.
      const before = run.left - right < base.size * 0.3 ? text.trimEnd() : text;
      const raised = raisedText(words, before, runs[position + 1]?.text);
      if (text === '' && raised === '') isNote = true;
      const isBefore = before !== text || isBlank(words.at(-1));
      text = raised !== '' || isBefore ? `${before}${raised}${isBefore ? ' ' : ''}` : text;
    } else if (lift < -0.08) {
      text += loweredText(words, text);
    } else if (text === '' && runs.length > 1 && isShape(words)) {
      text = '• ';
    } else {
      const overlaps = right - run.left > base.size / 10;
      text = (overlaps && joinedByAccent(text, words)) || (isApart ? `${text} ${words}` : text + words);
    }
    right = Math.max(right, run.right);
  });
  return { text: closedUp(ordinaryCharacters(withLosses(text)).replace(/\s+/g, ' ').trim()), isNote };
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && character.trim() === '';
}

const SPREAD =
  /(?<![\p{sc=Han}，、。：；])[\p{sc=Han}，、。：；](?: [\p{sc=Han}，、。：；](?![\p{sc=Han}，、。：；])){2,}/gu;

/** Without the spaces of Chinese that is set with spaces between its characters. */
function closedUp(text: string): string {
  if (!/\p{sc=Han} /u.test(text)) return text;
  // `目 录` and the like fill a line of their own.
  if (/^\p{sc=Han} \p{sc=Han}$/u.test(text)) return text.replace(' ', '');
  return text.replace(SPREAD, (spread) => spread.replaceAll(' ', ''));
}
