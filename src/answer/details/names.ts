import type { Document } from '../../documents/document.js';
import { datesIn } from '../../index/dates/read-dates.js';
import { amountsIn } from '../../index/details/amounts.js';
import { type Piece, placesOf } from '../../index/details/pieces.js';
import { PARAMETERS } from '../../index/parameters.js';
import type { DetailOf } from '../../index/query/details.js';
import { areInflections } from '../../index/text/inflections.js';
import { overlapsAny } from '../../index/text/span.js';
import { stopWords } from '../../index/text/stop-words.js';
import { type Place, type PlaceText, textsAt } from './place.js';
import type { Standing } from './standing.js';

type NameDetail = DetailOf<'name' | 'identifier'>;

/** Whether a text has all of a name, one word after the other, or another way to say it. */
export function hasName({ words, variants }: NameDetail, place: PlaceText): boolean {
  const { text, pieces } = place;
  const places = placesOf(words, pieces);
  const isFigure = words.length === 1 && /^\d/.test(words[0] ?? '');
  const isWritten = isFigure ? places.some((place) => isBare(pieces[place], text)) : places.length > 0;
  if (isWritten || variants.some((variant) => hasRun(place.terms, variant))) return true;
  return isInflected(words, pieces) || isTurnedAround(words, pieces);
}

function isInflected([word = '', ...more]: readonly string[], pieces: readonly Piece[]): boolean {
  if (more.length > 0 || word.length < PARAMETERS.details.minInflected) return false;
  return pieces.some(
    ({ text, hasCapital }) => hasCapital && text.startsWith(word.slice(0, 4)) && areInflections(word, text),
  );
}

/** The Department of Energy for the "Energy Department". */
function isTurnedAround(words: readonly string[], pieces: readonly Piece[]): boolean {
  const [first, second, ...more] = words;
  if (!first || !second || more.length > 0 || !pieces.some(({ text }) => text === 'of')) return false;
  return [[], ['the']].some((article) => placesOf([second, 'of', ...article, first], pieces).length > 0);
}

/**
 * Whether a name stands in the sentence or around it; one of several words also by one of them alone, where the document
 * has the whole name: "Xu" after "Eric Xu".
 */
export function nameStanding(detail: NameDetail, place: Place): Standing {
  const { document, rest } = place;
  const texts = textsAt(place);
  if (texts.some((text) => hasName(detail, text) || hasShortForm(detail, text, document)))
    return { is: 'there' };
  if (rest.some((text) => hasName(detail, text))) return { is: 'weak' };
  const nearest = texts.map((text) => nearestName(detail, text)).find(Boolean);
  return { is: 'missing', nearest };
}

/** A number by itself: not of millions, percent or days. */
function isBare(piece: Piece | undefined, text: string): boolean {
  if (!piece) return false;
  const amount = amountsIn(text).find(({ start }) => start === piece.start);
  const isAlone = amount === undefined || (amount.end === piece.end && amount.unit === undefined);
  return isAlone && !overlapsAny(piece, datesIn(text));
}

function hasRun(terms: readonly string[], run: readonly string[]): boolean {
  return run.length > 0 && terms.some((_, i) => run.every((term, k) => terms[i + k] === term));
}

function hasShortForm({ asked, words }: NameDetail, { pieces }: PlaceText, document: Document): boolean {
  if (words.length < 2 || !/^[\p{L}\p{M} -]+$/u.test(asked)) return false;
  const isAlone = (place: number) => !pieces[place - 1]?.hasCapital && !pieces[place + 1]?.hasCapital;
  const stands = words.some((word) =>
    placesOf([word], pieces).some((place) => pieces[place]?.hasCapital && isAlone(place)),
  );
  return stands && new RegExp(asked.replaceAll(/[ -]+/g, '[\\s-]+'), 'iu').test(document.text);
}

/** What is written like a name or an identifier and has most in common with the one asked. */
function nearestName({ words }: NameDetail, { text, pieces }: PlaceText): string | undefined {
  const wanted = new Set(words);
  const [figure = ''] = words.length === 1 && /^\d/.test(words[0] ?? '') ? words : [];
  const isLikeFigure = (piece: Piece) =>
    /^\d/.test(piece.text) && piece.text.length === figure.length && isBare(piece, text);
  const common = (run: readonly Piece[]) =>
    run.filter((piece) => wanted.has(piece.text) || isLikeFigure(piece)).length;
  const [nearest] = namedRuns(pieces)
    .filter((run) => common(run) > 0)
    .sort((a, b) => common(b) - common(a));
  return nearest && text.slice(nearest[0]?.start, nearest.at(-1)?.end);
}

/** Capitalised words and what has digits, as far as they follow each other. */
function namedRuns(pieces: readonly Piece[]): Piece[][] {
  const isNamed = (piece: Piece, place: number) =>
    piece.isJoined ||
    /^\d/.test(piece.text) ||
    (piece.hasCapital && (!stopWords.has(piece.text) || pieces[place + 1]?.isHyphenated === true));
  const runs: Piece[][] = [];
  for (const [place, piece] of pieces.entries()) {
    if (!isNamed(piece, place)) continue;
    const before = pieces[place - 1];
    const goesOn = before && runs.at(-1)?.at(-1) === before && piece.start - before.end <= 1;
    if (goesOn) runs.at(-1)?.push(piece);
    else runs.push([piece]);
  }
  return runs;
}
