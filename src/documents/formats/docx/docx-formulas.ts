import type { Edit } from './docx-edits.js';
import { xmlTags } from './xml-tags.js';

/**
 * Formulas (Office Math, ECMA-376 part 1, section 22.1) as ordinary words, which mammoth leaves out: powers and indices
 * raised and lowered, fractions with a stroke. Deletions that are tracked are left out.
 */
export function formulasAsWords(document: string): Edit[] {
  const edits: Edit[] = [];
  let start: number | undefined;
  let runs = '';
  let textStart = 0;
  let isDeleted = false;
  const open: string[] = [];
  const add = (words: string, properties?: string) => {
    if (!isDeleted) runs += run(words, properties);
  };
  for (const tag of xmlTags(document)) {
    if (tag.name === 'w:del') isDeleted = tag.kind === 'start';
    const name = tag.name.startsWith('m:') ? tag.name.slice(2) : undefined;
    if (name === undefined || tag.kind === 'empty') continue;
    if (start === undefined) {
      if (tag.kind !== 'start' || !OUTERMOST.has(name)) continue;
      start = tag.start;
      runs = '';
      open.length = 0;
    }
    if (tag.kind === 'start') {
      open.push(name);
      textStart = tag.end;
      if (name === 'rad') add('√');
      continue;
    }
    if (name === 't') add(document.slice(textStart, tag.start), shiftIn(open));
    if (name === 'num') add('/');
    open.pop();
    if (open.length === 0) {
      edits.push({ start, end: tag.end, text: runs });
      start = undefined;
    }
  }
  return edits;
}

const OUTERMOST = new Set(['oMathPara', 'oMath']);

const ALIGNS: Readonly<Record<string, string>> = { sup: 'superscript', sub: 'subscript' };

function shiftIn(open: readonly string[]): string {
  const align = ALIGNS[open.findLast((name) => name in ALIGNS) ?? ''];
  return align ? `<w:rPr><w:vertAlign w:val="${align}"/></w:rPr>` : '';
}

/** @param words as they are written in XML */
function run(words: string, properties = ''): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${words}</w:t></w:r>`;
}
