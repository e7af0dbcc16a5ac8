import type { ChangedLine } from '../../documents/diff.js';

/** A line of a preview has room for so many characters. */
const MOST = 240;
/** Of what did not change, so much is shown before what did. */
const LEAD = 60;

/** Changed paragraphs, each as much of it as a preview has room for: where it was rewritten, from there on. */
export function clipLines(lines: readonly ChangedLine[]): Pick<ChangedLine, 'sign' | 'text'>[] {
  return lines.map((line, position) => {
    const partner = line.sign === '-' ? lines[position + 1] : lines[position - 1];
    const isRewritten = partner !== undefined && partner.sign !== line.sign;
    const start = isRewritten ? sameUntil(line.text, partner.text) - LEAD : 0;
    return { sign: line.sign, text: clip(line.text, start) };
  });
}

function sameUntil(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** A stretch of the text, cut at words, with an ellipsis where it is cut. */
function clip(text: string, wanted: number): string {
  if (text.length <= MOST) return text;
  const start = wanted <= 0 ? 0 : text.indexOf(' ', Math.min(wanted, text.length - MOST)) + 1;
  const rest = text.slice(start);
  const shown = rest.length <= MOST ? rest : rest.slice(0, MOST).replace(/\s+\S*$|[\uD800-\uDBFF]$/, '');
  return `${start > 0 ? '… ' : ''}${shown}${shown.length < rest.length ? ' …' : ''}`;
}
