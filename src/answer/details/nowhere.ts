import { piecesOf } from '../../index/details/pieces.js';
import { PARAMETERS } from '../../index/parameters.js';
import type { AskedDetail } from '../../index/query/details.js';
import type { Snapshot } from '../../index/snapshot.js';
import { termsOf } from '../../index/text/analyzer.js';
import { hasDate } from './dates.js';
import { hasName } from './names.js';
import { hasNumber } from './numbers.js';
import { PlaceText } from './place.js';
import { hasQuotation } from './quotations.js';

/** Whether a detail stands in none of the documents; what is too common to be looked for everywhere stands somewhere. */
export function isNowhere(snapshot: Snapshot, detail: AskedDetail): boolean {
  return writings(detail).every((writing) => {
    const candidates = passagesWith(snapshot, termsOf(writing));
    if (candidates.length > PARAMETERS.details.searched) return false;
    return !candidates.some((passage) => textsOf(snapshot, passage).some((text) => stands(detail, text)));
  });
}

/** Whether a text has a detail. */
function stands(detail: AskedDetail, text: PlaceText): boolean {
  switch (detail.sort) {
    case 'date':
      return hasDate(detail, text);
    case 'number':
      return hasNumber(detail, text);
    case 'quote':
      return hasQuotation(detail, text);
    default:
      return hasName(detail, text);
  }
}

/** Ways to write a detail that the analyzer takes for others. */
function writings(detail: AskedDetail): readonly string[] {
  if (detail.sort === 'date' && detail.date.year !== undefined) return [String(detail.date.year)];
  const words = piecesOf(detail.asked).map(({ text }) => text);
  const others = detail.sort === 'identifier' || detail.sort === 'name' ? detail.variants : [];
  return [detail.asked, words.join(' '), words.join(''), ...others.map((terms) => terms.join(' '))];
}

/** The passages that have all of some terms, up to one more than are looked through. */
function passagesWith({ terms }: Snapshot, wanted: readonly string[]): number[] {
  const numbers = [...new Set(wanted)]
    .map((term) => terms.numberOf(term) ?? -1)
    .sort((a, b) => terms.frequency(a) - terms.frequency(b));
  const [rarest, ...others] = numbers;
  if (rarest === undefined || numbers.includes(-1)) return [];
  const found: number[] = [];
  for (const passage of terms.passagesWith(rarest).passages) {
    if (found.length > PARAMETERS.details.searched) break;
    const row = terms.passage(passage);
    if (others.every((number) => row.includes(number))) found.push(passage);
  }
  return found;
}

function textsOf({ passages }: Snapshot, id: number): PlaceText[] {
  const { document, paragraph, sentences = [] } = passages.at(id) ?? {};
  if (!document || !paragraph) return [];
  const said = sentences.map(({ start, end }) => document.text.slice(start, end));
  return [document.title, ...paragraph.headings, ...said].map((text) => new PlaceText(text));
}
