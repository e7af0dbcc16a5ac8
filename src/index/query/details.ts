import type { Span } from '../../documents/document.js';
import { askedDates, type StatedDate } from '../dates/stated-dates.js';
import { type Amount, amountsIn } from '../details/amounts.js';
import { type Identifier, identifiersIn } from '../details/identifiers.js';
import { type Piece, piecesOf } from '../details/pieces.js';
import { quotesIn } from '../details/quotes.js';
import { PARAMETERS } from '../parameters.js';
import type { Snapshot } from '../snapshot.js';
import { inOrder, overlapsAny } from '../text/span.js';
import { stopWords } from '../text/stop-words.js';
import type { AskedGroup } from './asked-group.js';
import { namesAsked } from './asked-names.js';

/** Something that a question names precisely, as it stands there: what answers must have the same, not one like it. */
export type AskedDetail = Span & { readonly asked: string } & (
    | DateAsked
    | NumberAsked
    | QuoteAsked
    | NameAsked
  );

/** A detail of one sort. */
export type DetailOf<Sort extends AskedDetail['sort']> = Extract<AskedDetail, { readonly sort: Sort }>;

interface DateAsked {
  readonly sort: 'date';
  readonly date: StatedDate;
  /** The word before a year and the year, as pieces write them: WAIC 2025. */
  readonly edition: readonly string[];
}

interface NumberAsked {
  readonly sort: 'number';
  readonly amount: Amount;
}

interface QuoteAsked {
  readonly sort: 'quote';
}

interface NameAsked {
  /** An identifier has digits or single letters that tell it apart. */
  readonly sort: 'name' | 'identifier';
  /** As pieces write it, one after the other. */
  readonly words: readonly string[];
  /** Terms of the analyzer that say it as well. */
  readonly variants: readonly (readonly string[])[];
}

/** The first details of a question, in order, each once and none within another. */
export function detailsOf(
  text: string,
  groups: readonly AskedGroup[],
  snapshot: Snapshot,
  isTranslated: boolean,
): AskedDetail[] {
  const pieces = piecesOf(text);
  const details: AskedDetail[] = [];
  const add = (found: readonly AskedDetail[]) => {
    for (const detail of found) if (!overlapsAny(detail, details)) details.push(detail);
  };
  const asDetail = <Found extends Span>(found: Found) => ({
    ...found,
    asked: text.slice(found.start, found.end),
  });
  add(quotesIn(text).map((quote) => ({ ...asDetail(quote), sort: 'quote' })));
  add(
    askedDates(text).map((date) => ({
      ...asDetail(spanOf(date)),
      sort: 'date',
      date,
      edition: editionOf(date, pieces),
    })),
  );
  const amounts = amountsIn(text);
  const measured = amounts.filter(({ unit }) => unit !== undefined);
  add(
    [...(isTranslated ? [] : lettersAsked(text, pieces)), ...identifiersAsked(pieces, amounts, details)]
      .filter((identifier) => !overlapsAny(identifier, measured))
      .map((identifier) => ({
        ...asDetail(identifier),
        sort: 'identifier',
        variants: variantsOf(identifier, groups),
      })),
  );
  add(
    amounts
      .filter((amount) => isStated(amount, pieces))
      .map((amount) => ({ ...asDetail(spanOf(amount)), sort: 'number', amount })),
  );
  add(
    namesAsked(text, pieces, groups, snapshot, isTranslated).map((name) => ({
      ...asDetail(name),
      sort: 'name',
    })),
  );
  return details.sort(inOrder).filter(isFirstSo).slice(0, PARAMETERS.details.max);
}

function isFirstSo({ asked }: AskedDetail, place: number, all: readonly AskedDetail[]): boolean {
  return all.findIndex((other) => other.asked === asked) === place;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function editionOf({ start, end }: Span, pieces: readonly Piece[]): string[] {
  const at = pieces.findIndex((piece) => piece.start === start);
  const [before, year] = [pieces[at - 1], pieces[at]];
  const isNamed = before && year?.end === end && start - before.end === 1 && !stopWords.has(before.text);
  return isNamed ? [before.text, year.text] : [];
}

/**
 * Identifiers, and bare numbers behind the word that they belong to: "Step 3", "ascend 960 release", but not "need 30 to 50
 * percent".
 */
function identifiersAsked(
  pieces: readonly Piece[],
  amounts: readonly Amount[],
  taken: readonly Span[],
): Identifier[] {
  const free = pieces.filter((piece) => !overlapsAny(piece, taken));
  return identifiersIn(free, (number, before, after) => {
    const { unit, end } = amounts.find(({ start }) => start === number.start) ?? {
      unit: undefined,
      end: number.end,
    };
    const isBare = unit === undefined && end === number.end;
    const isBeside = number.start - before.end === 1;
    const belongs = /^\d/.test(before.text) || !(stopWords.has(before.text) || asking.has(before.text));
    const isRange = after?.text === 'to' && !before.hasCapital;
    return isBare && isBeside && belongs && !isRange && !counts(after);
  });
}

/**
 * Single letters that are names, as in "the C runtime" and "the 910 C": capital ones inside the question, but "I" and the
 * article.
 */
function lettersAsked(text: string, pieces: readonly Piece[]): Identifier[] {
  const isAlone = ({ start, end }: Piece) =>
    !/[\p{L}\p{N}&'’.+#-]/u.test(text.charAt(start - 1) + text.charAt(end));
  return pieces.flatMap((piece, place): Identifier[] => {
    const before = pieces[place - 1];
    if (!before || !/^[b-hj-z]$/.test(piece.text) || !piece.hasCapital || !isAlone(piece)) return [];
    const isOfNumber = /^\d/.test(before.text) && piece.start - before.end === 1;
    const of = isOfNumber ? [before, piece] : [piece];
    return [{ start: of[0]?.start ?? 0, end: piece.end, words: of.map((one) => one.text) }];
  });
}

/** Whether a number before this piece counts it: "120 countries". */
function counts(after: Piece | undefined): boolean {
  return (
    after !== undefined &&
    (/[^s]s$/.test(after.text) || after.text === 'people') &&
    !stopWords.has(after.text)
  );
}

/** Other ways to say an identifier that the glossary or the analyzer has for all of its digits and letters. */
function variantsOf({ start, end }: Span, groups: readonly AskedGroup[]): (readonly string[])[] {
  const group = groups.find((one) => one.start <= start && end <= one.end);
  const others = (group?.variants ?? []).filter(({ origin }) => origin === 'alias' || origin === 'synonym');
  return others.map(({ terms }) => terms);
}

/** Before a number they ask for so many, and do not state it: "which three", "top 10". */
const asking = new Set('which what name list give top first last next these those the one'.split(' '));

/** Whether a question states a number rather than asks for so many things. */
function isStated({ start, value, isWord }: Amount, pieces: readonly Piece[]): boolean {
  const before = pieces.findLast((piece) => piece.end <= start)?.text ?? '';
  return !asking.has(before) && (!isWord || value >= PARAMETERS.details.minWord);
}
