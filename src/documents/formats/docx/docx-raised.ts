import type { Edit } from './docx-edits.js';
import type { WordStyle } from './docx-styles.js';
import { attributeOf, isOn, xmlTags } from './xml-tags.js';

/** In half points: letters of a text are larger, and are raised by less to line up with others. */
const MAX_RAISED_SIZE = 17;
const MIN_SHIFT = 4;

/**
 * Says of words that are raised or lowered by their style, or by their place and size, that they are, in the one way
 * that mammoth knows: an exponent would join the number before it.
 */
export function raisedByStyle(document: string, styles: ReadonlyMap<string, WordStyle>): Edit[] {
  const edits: Edit[] = [];
  let run: { style?: string; shift?: number; size?: number; isAligned?: boolean } | undefined;
  let isInRun = false;
  let isChange = false;
  for (const tag of xmlTags(document)) {
    const value = attributeOf(tag, 'w:val');
    if (tag.name === 'w:r') isInRun = tag.kind === 'start';
    // How it was before a change that is tracked.
    else if (tag.name === 'w:rPrChange') isChange = tag.kind === 'start';
    else if (isChange) continue;
    else if (tag.name === 'w:rPr' && tag.kind !== 'empty') {
      if (tag.kind === 'start' && isInRun) run = {};
      else {
        const align = run && !run.isAligned && alignOf(run, styles);
        if (align) edits.push({ start: tag.start, end: tag.start, text: `<w:vertAlign w:val="${align}"/>` });
        run = undefined;
      }
    } else if (!run) continue;
    else if (tag.name === 'w:rStyle' && value !== undefined) run.style = value;
    else if (tag.name === 'w:position') run.shift = Number(value);
    else if (tag.name === 'w:sz') run.size = Number(value);
    else if (tag.name === 'w:vertAlign' && isOn(tag)) run.isAligned = true;
  }
  return edits;
}

function alignOf(
  { style, shift = 0, size = Number.POSITIVE_INFINITY }: { style?: string; shift?: number; size?: number },
  styles: ReadonlyMap<string, WordStyle>,
): WordStyle['align'] {
  if (size <= MAX_RAISED_SIZE && Math.abs(shift) >= MIN_SHIFT) return shift > 0 ? 'superscript' : 'subscript';
  return styles.get(style ?? '')?.align;
}
