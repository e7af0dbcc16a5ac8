import { foldQuotation, unquoted } from '../../index/details/quotes.js';
import type { DetailOf } from '../../index/query/details.js';
import { type Place, type PlaceText, textsAt } from './place.js';
import type { Standing } from './standing.js';

/** Whether a text has the words that are quoted, as they are. */
export function hasQuotation(detail: DetailOf<'quote'>, { text }: PlaceText): boolean {
  return isIn(text, detail);
}

/** Whether words that are quoted stand in the sentence, or begin or end in a neighbour of it. */
export function quoteStanding(detail: DetailOf<'quote'>, place: Place): Standing {
  const together = [place.before.at(-1), place.sentence, place.after[0]]
    .map((one) => one?.text ?? '')
    .join(' ');
  const isThere = textsAt(place).some((text) => hasQuotation(detail, text)) || isIn(together, detail);
  return { is: isThere ? 'there' : 'missing' };
}

function isIn(text: string, { asked }: DetailOf<'quote'>): boolean {
  return foldQuotation(text).includes(unquoted(asked));
}
