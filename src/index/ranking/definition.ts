import { PARAMETERS } from '../parameters.js';
import type { PassageTerms } from '../passage-terms.js';
import type { AskedGroup } from '../query/asked-group.js';
import { analyze } from '../text/analyzer.js';
import { placeOf } from './coverage.js';

/** UTF-16 units within which the things asked stand at the beginning of a sentence. */
const MAX_OPENING = 160;

/** Whether a sentence (term numbers, in order) begins with the things asked, one after the other. */
export function opensWith(asked: readonly AskedGroup[], row: Uint32Array): boolean {
  return (
    asked.length > 0 &&
    asked.every((thing, i) => (placeOf(thing, row) ?? row.length) <= PARAMETERS.sentences.opening + 2 * i)
  );
}

/** What follows a name that is being defined. */
const definition =
  /^["”’)]*(?:\s*[(（][^()（）]*[)）])?(?:,[^,]{3,90},)?\s*(?:(?:is|are|was|were)\s(?:also\s|still\s)?(?:an?|the|one|two|another|known|its|their|\p{Lu}[\p{L}\p{N}-]*(?:\s\p{Lu}[\p{L}\p{N}-]*)*['’]s?)\b|(?:refers? to|stands? for|means|consists? of|denotes?|makes|develops|comprises?|joins|works)\s|,\s(?:an?|the|one)\s|是)/u;

/** Whether a sentence goes on with a definition where the things asked have been named. */
export function isDefined(asked: readonly AskedGroup[], text: string, terms: PassageTerms): boolean {
  const numbers = new Set(asked.flatMap(({ variants }) => variants.flatMap((one) => one.numbers)));
  const named = analyze(text.slice(0, MAX_OPENING)).slice(0, PARAMETERS.sentences.opening + 4 * asked.length);
  const last = named.findLast(({ term }) => numbers.has(terms.numberOf(term) ?? -2));
  return last !== undefined && definition.test(text.slice(last.end));
}
