import { periodFit } from '../dates/fit.js';
import type { PassageTerms } from '../passage-terms.js';
import type { AskedGroup } from '../query/asked-group.js';
import type { ReadQuestion } from '../query/question.js';
import type { Expectation, QuestionKind } from '../query/question-kind.js';
import { type Snapshot, sentenceText } from '../snapshot.js';
import { analyze } from '../text/analyzer.js';
import { coverageOf, isThere, namesIn, placeOf, sharedPairs, subjectsOf, wordPairs } from './coverage.js';
import { newnessReader } from './dates.js';
import { hasExpected, namesListed } from './expected.js';
import type { PassageHit, SentenceHit } from './hits.js';
import { hasPostOf } from './posts.js';

/**
 * What can speak for a sentence being the answer, and whether more of it speaks for (1) or against (-1) it. The weights
 * are fitted: data/sentence-weights.json.
 */
export const evidenceMeanings = {
  words: [1, 'its score by its own words, as a share of the best score'],
  context: [1, 'its score together with the sentence before and the headings, as a share'],
  passage: [1, 'the score of its passage, as a share'],
  meaning: [1, 'how close it is to the question in meaning, as a share'],
  contextCoverage: [1, 'share that it says with the sentence before and the headings'],
  passageCoverage: [1, 'share that it says with all before it in its passage and the headings'],
  documentCoverage: [1, 'share that it says with the title and the opening of its document'],
  phrasing: [1, 'share of the pairs of words of the question that it has'],
  defines: [1, 'a definition is asked for, and it says what that is'],
  introduces: [1, 'a definition is asked for, and it is the first of its passage'],
  name: [1, 'a name is asked for, and it has one'],
  number: [1, 'a number is asked for, and it has one'],
  counted: [1, 'things are counted, and a number stands before their noun'],
  money: [1, 'a price is asked for, and it has a sum'],
  percentage: [1, 'a share is asked for, and it has one'],
  date: [1, 'a date is asked for, and it has one'],
  reason: [1, 'a reason is asked for, and it gives one'],
  list: [1, 'what belongs to something is asked for, and it counts up names'],
  period: [1, 'how well its dates fit the period that is asked'],
  periodAlone: [1, 'the same where nothing else is asked'],
  newest: [1, 'the newest is asked for: how new it is beside others on the subject'],
  now: [1, 'how things stand now is asked for: the same'],
  contrast: [1, 'a comparison is asked for, and it sets one thing against another'],
  purpose: [1, 'a purpose is asked for, and it says what something is to do'],
  says: [1, 'who said what is asked for, and it has somebody say something'],
  post: [1, 'a person is asked for, and it names one with a post'],
  document: [1, 'share of the ten best passages that are of its document'],
  missingNames: [
    -1,
    'names and numbers of the question that neither it nor what stands before it in its passage has',
  ],
  denies: [-1, 'it denies something, and the question neither does nor could be answered by "no"'],
  qualifiers: [1, 'share of the words such as "both" and "only" in the question that it has'],
  first: [1, 'it is the first sentence of its paragraph'],
} as const satisfies Record<string, readonly [sign: -1 | 1, meaning: string]>;

export type EvidenceName = keyof typeof evidenceMeanings;
export type Evidence = Readonly<Record<EvidenceName, number>>;
export const evidenceNames = Object.keys(evidenceMeanings) as readonly EvidenceName[];

/** Weighs sentences for one question: what is worked out once for all of them is worked out here. */
export function evidenceReader(
  snapshot: Snapshot,
  question: ReadQuestion,
  passages: readonly PassageHit[],
  ranked: readonly SentenceHit[],
): (hit: SentenceHit) => Evidence {
  const { terms } = snapshot;
  const { expects } = question;
  const asked = subjectsOf(question);
  const names = namesIn(asked);
  const aspects = question.groups.filter((group) => !names.includes(group));
  const pairs = wordPairs(question.english);
  const best = ranked[0]?.score || 1;
  const newnessOf = newnessReader(snapshot, question, ranked);
  const { period, isPeriodAlone, state } = question.time;
  const qualifiers = qualifiersIn(question.english);
  const asksDenial = denial.test(question.english);
  const documents = sharesOf(snapshot, passages);
  const openings = new Map<string, ReadonlySet<number>>();
  const firstPassages = firstPassagesOf(snapshot);
  const openingOf = (passage: number): ReadonlySet<number> => {
    const id = snapshot.passages[passage]?.document.id ?? '';
    const known = openings.get(id);
    if (known) return known;
    const first = terms.headingRow(firstPassages.get(id) ?? passage);
    const opening = new Set([...terms.row(first), ...terms.row(first + 1)]);
    openings.set(id, opening);
    return opening;
  };
  return (hit) => {
    const text = sentenceText(snapshot, hit);
    const heading = terms.headingRow(hit.passage);
    const at = heading + 1 + hit.sentence;
    const row = terms.row(at);
    const headingTerms = new Set(terms.row(heading));
    const own = new Set(row);
    const context = new Set([...headingTerms, ...(hit.sentence > 0 ? terms.row(at - 1) : []), ...row]);
    const passageTerms = new Set(context);
    for (let before = heading + 1; before < at - 1; before++)
      for (const term of terms.row(before)) passageTerms.add(term);
    const fit = period ? periodFit(snapshot.dates, at, period) : 0;
    const newness = state ? newnessOf(hit) : 0;
    const opening = openingOf(hit.passage);
    const has = hasExpected(expects, text);
    const reach = coverageOf(asked, passageTerms);
    const kindIs = (is: boolean) => (is ? reach : 0);
    const yes = (is: boolean) => (is ? 1 : 0);
    return {
      words: (hit.parts.words ?? 0) / best,
      context: (hit.parts.context ?? 0) / best,
      passage: (hit.parts.passage ?? 0) / best,
      meaning: (hit.parts.meaning ?? 0) / best,
      contextCoverage: coverageOf(asked, context),
      passageCoverage: reach,
      documentCoverage: coverageOf(asked, new Set([...opening, ...own])),
      phrasing: sharedPairs(pairs, text),
      defines: yes(
        expects.kind === 'definition' && opensWithAll(asked, row) && isDefined(asked, text, terms),
      ),
      introduces: yes(expects.kind === 'definition' && hit.sentence === 0 && opensWithAll(asked, row)),
      name: kindIs(has && expects.expected === 'name'),
      number: kindIs(has && expects.expected === 'number'),
      counted: kindIs(countsWhatIsAsked(expects, row, terms.numberOf, terms.termOf)),
      money: kindIs(has && expects.expected === 'money'),
      percentage: kindIs(has && expects.expected === 'percentage'),
      date: kindIs(has && expects.expected === 'date'),
      reason: kindIs(has && expects.expected === 'reason'),
      list: expects.list ? reach * listed(expects, text) : 0,
      period: fit,
      periodAlone: isPeriodAlone ? fit : 0,
      newest: state === 'newest' ? newness : 0,
      now: state === 'now' ? newness : 0,
      contrast:
        isOf(expects, 'comparison') && contrast.test(text)
          ? coverageOf(names.length > 1 ? names : asked, own)
          : 0,
      purpose: kindIs(isOf(expects, 'purpose') && purpose.test(text)),
      says: kindIs(isOf(expects, 'attribution') && speech.test(text)),
      post: kindIs(isOf(expects, 'person') && has && hasPostOf(names, aspects, row, text, terms)),
      document: documents.get(snapshot.passages[hit.passage]?.document.id ?? '') ?? 0,
      missingNames: names.filter((name) => !isThere(name, passageTerms)).length,
      denies: yes(!expects.isYesNo && !asksDenial && denial.test(text)),
      qualifiers: sharedQualifiers(qualifiers, text),
      first: yes(hit.sentence === 0),
    };
  };
}

const firstPassages = new WeakMap<Snapshot, ReadonlyMap<string, number>>();
function firstPassagesOf(snapshot: Snapshot): ReadonlyMap<string, number> {
  const known = firstPassages.get(snapshot);
  if (known) return known;
  const first = new Map<string, number>();
  for (const { id, document } of snapshot.passages) if (!first.has(document.id)) first.set(document.id, id);
  firstPassages.set(snapshot, first);
  return first;
}

function listed(expects: Expectation, text: string): number {
  return Math.min(1, namesListed(expects, text) / 5);
}

function isOf({ kind }: Expectation, one: QuestionKind): boolean {
  return kind === one;
}

/** How far from its beginning a sentence may have what it begins with: after "the Chinese", say. */
const OPENING = 2;

/** Whether one of some things asked stands at the beginning. */
function opensWith(asked: readonly AskedGroup[], row: Uint32Array): boolean {
  return asked.some((thing) => (placeOf(thing, row) ?? row.length) <= OPENING);
}

/** Whether the things asked, one after the other, are what it begins with. */
function opensWithAll(asked: readonly AskedGroup[], row: Uint32Array): boolean {
  return (
    opensWith(asked.slice(0, 1), row) &&
    asked.every((thing, i) => (placeOf(thing, row) ?? row.length) <= OPENING + 2 * i)
  );
}

/** What follows a name that is being defined. */
const definition =
  /^["”’)]*(?:\s*[(（][^()（）]*[)）])?(?:,[^,]{3,90},)?\s*(?:(?:is|are|was|were)\s(?:also\s|still\s)?(?:an?|the|one|two|another|known|its|their|\p{Lu}[\p{L}\p{N}-]*(?:\s\p{Lu}[\p{L}\p{N}-]*)*['’]s?)\b|(?:refers? to|stands? for|means|consists? of|denotes?|makes|develops|comprises?|joins|works)\s|,\s(?:an?|the|one)\s|是)/u;

/** Whether a sentence goes on with a definition where the things asked have been named. */
function isDefined(asked: readonly AskedGroup[], text: string, terms: PassageTerms): boolean {
  const numbers = new Set(asked.flatMap(({ variants }) => variants.flatMap((one) => one.numbers)));
  const named = analyze(text.slice(0, 160)).slice(0, OPENING + 4 * asked.length);
  const last = named.findLast(({ term }) => numbers.has(terms.numberOf(term) ?? -2));
  return last !== undefined && definition.test(text.slice(last.end));
}

function sharesOf({ passages }: Snapshot, hits: readonly PassageHit[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  const best = hits.slice(0, 10);
  for (const { passage } of best) {
    const id = passages[passage]?.document.id ?? '';
    shares.set(id, (shares.get(id) ?? 0) + 1 / best.length);
  }
  return shares;
}

/** Stop words that make it another question. */
const qualifier =
  /\b(?:both|only|all|either|neither|each|most|first|last|other|same|before|after|until|without|against)\b/giu;

function qualifiersIn(text: string): readonly string[] {
  return [...new Set(text.toLowerCase().match(qualifier) ?? [])];
}

function sharedQualifiers(asked: readonly string[], text: string): number {
  if (asked.length === 0) return 0;
  const there = new Set(qualifiersIn(text));
  return asked.filter((word) => there.has(word)).length / asked.length;
}

const denial =
  /\b(?:not|no|never|none|neither|nor|nobody|nothing|without|absent|missing|cannot|n't)\b|n't\b|不|没有|未/iu;
const contrast =
  /\b(?:than|whereas|while|unlike|instead|in contrast|but|compared|differs?|different|against|versus|not|both|more|less|twice|times)\b|比|不同|而/iu;
const purpose =
  /\b(?:to \p{Ll}+|aims?|aimed|goals?|purpose|objectives?|intended|meant|so that|in order|for)\b|旨在|为了|宗旨/iu;
const speech =
  /\b(?:says?|said|wrote|writes?|told|calls?|called|according to|claims?|claimed|argued?|argues|reports?|reported|stated?|states|predicts?|predicted|described|describes|announced|warned|estimates?|expects?|thinks?)\b|[“"]|表示|认为|称/iu;

/** Whether a number stands before the noun that is counted. */
function countsWhatIsAsked(
  { kind, counted }: Expectation,
  row: Uint32Array,
  numberOf: (term: string) => number | undefined,
  termOf: (number: number) => string,
): boolean {
  const noun = kind === 'count' ? numberOf(counted.at(-1) ?? '') : undefined;
  if (noun === undefined) return false;
  const at = row.indexOf(noun);
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) if (/^\d/.test(termOf(row[i] ?? 0))) return true;
  return false;
}
