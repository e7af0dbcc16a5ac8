import type { AskedDetail } from '../../index/query/details.js';
import type { Snapshot } from '../../index/snapshot.js';
import { dateStanding } from './dates.js';
import { nameStanding } from './names.js';
import { isNowhere } from './nowhere.js';
import { numberStanding } from './numbers.js';
import { type Place, placeOf, type TiedSentence } from './place.js';
import { quoteStanding } from './quotations.js';
import type { Standing } from './standing.js';

/** Something that a question names and the place of its answer does not have. */
export interface MissingDetail {
  readonly sort: AskedDetail['sort'];
  /** As it stands in the question. */
  readonly asked: string;
  /** The most similar thing of its sort that stands there instead: 910B for 910D. */
  readonly nearest?: string;
  /** Whether it stands in none of the documents. */
  readonly isNowhere: boolean;
  /** Whether nothing there contradicts it: the month is right and the day is not given. */
  readonly isWeak: boolean;
}

/**
 * The details of a question that none of some places has: the sentences that are to answer it, best first. A detail stands
 * in a place where the sentence, a neighbour, its own heading or the title has it.
 *
 * @param isOfNext Whether the sentence behind it may have it, too.
 */
export function missingDetails(
  snapshot: Snapshot,
  details: readonly AskedDetail[],
  places: readonly TiedSentence[],
  { isOfNext = true }: { readonly isOfNext?: boolean } = {},
): MissingDetail[] {
  if (details.length === 0) return [];
  const read = places
    .flatMap((place) => placeOf(snapshot, place) ?? [])
    .map((place) => (isOfNext ? place : { ...place, after: [] }));
  if (read.length === 0) return [];
  return details.flatMap((detail): MissingDetail[] => {
    const standings = read.map((place) => standingOf(detail, place));
    if (standings.some(({ is }) => is === 'there')) return [];
    const nearest = standings.find((standing) => standing.nearest !== undefined)?.nearest;
    return [
      {
        sort: detail.sort,
        asked: detail.asked,
        ...(nearest === undefined ? {} : { nearest }),
        isNowhere: isNowhere(snapshot, detail),
        isWeak: standings.some(({ is }) => is === 'weak'),
      },
    ];
  });
}

function standingOf(detail: AskedDetail, place: Place): Standing {
  switch (detail.sort) {
    case 'date':
      return dateStanding(detail, place);
    case 'number':
      return numberStanding(detail, place);
    case 'quote':
      return quoteStanding(detail, place);
    default:
      return nameStanding(detail, place);
  }
}
