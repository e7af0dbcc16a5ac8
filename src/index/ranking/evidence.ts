import { periodFit } from '../dates/fit.js';
import { PARAMETERS } from '../parameters.js';
import type { ReadQuestion } from '../query/question.js';
import { type Snapshot, sentenceText } from '../snapshot.js';
import { coverageOf, isThere, namesIn, phrasingReader, subjectsOf } from './coverage.js';
import { newnessReader } from './dates.js';
import type { PassageHit, SentenceHit } from './hits.js';
import { kindReader } from './kind-evidence.js';
import { beyondAHalf, type KnownMatch } from './known-match.js';
import { reachReader } from './sentence-reach.js';
import { qualifiersIn, sharedQualifiers } from './telling-words.js';
import type { TermMatcher } from './term-matcher.js';

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
  post: [1, 'a person is asked for, and it names one with a post'],
  document: [1, 'share of the ten best passages that are of its document'],
  missingNames: [
    -1,
    'names and numbers of the question that neither it nor what stands before it in its passage has',
  ],
  qualifiers: [1, 'share of the words such as "both" and "only" in the question that it has'],
  first: [1, 'it is the first sentence of its paragraph'],
  known: [1, 'how far beyond a half a known question that it answers is like this one'],
  knownMeaning: [1, 'how close that one is in meaning'],
} as const satisfies Record<string, readonly [sign: -1 | 1, meaning: string]>;

export type EvidenceName = keyof typeof evidenceMeanings;
export type Evidence = Readonly<Record<EvidenceName, number>>;
export const evidenceNames = Object.keys(evidenceMeanings) as readonly EvidenceName[];

/** Weighs sentences for one question: what is worked out once for all of them is worked out here. */
export function evidenceReader(
  snapshot: Snapshot,
  question: ReadQuestion,
  matcher: TermMatcher,
  passages: readonly PassageHit[],
  ranked: readonly SentenceHit[],
): (hit: SentenceHit, known: KnownMatch | undefined) => Evidence {
  const { terms } = snapshot;
  const asked = subjectsOf(question);
  const names = namesIn(asked);
  // "What happened in July" is not asked in the words of what happened.
  const phrasing = question.time.isPeriodAlone ? () => 0 : phrasingReader(question, snapshot.remembered);
  const qualifiers = qualifiersIn(question.english);
  const best = ranked[0]?.score || 1;
  const reachOf = reachReader(snapshot, matcher);
  const kindEvidenceOf = kindReader(question, asked, snapshot);
  const timeEvidenceOf = timeReader(snapshot, question, ranked);
  const documents = sharesOfDocuments(snapshot, passages);
  return (hit, known) => {
    const { passage, sentence, parts } = hit;
    const text = sentenceText(snapshot, hit);
    const row = terms.row(terms.headingRow(passage) + 1 + sentence);
    const reach = reachOf(hit);
    const passageCoverage = coverageOf(asked, reach.passage);
    const isFirst = sentence === 0;
    return {
      words: (parts.words ?? 0) / best,
      context: (parts.context ?? 0) / best,
      passage: (parts.passage ?? 0) / best,
      meaning: (parts.meaning ?? 0) / best,
      contextCoverage: coverageOf(asked, reach.context),
      passageCoverage,
      documentCoverage: coverageOf(asked, reach.document),
      phrasing: phrasing(text),
      ...kindEvidenceOf({ text, row, isFirst, reach, passageCoverage }),
      ...timeEvidenceOf(hit),
      document: documents.get(snapshot.passages.at(passage)?.document.id ?? '') ?? 0,
      missingNames: names.filter((name) => !isThere(name, reach.passage)).length,
      qualifiers: sharedQualifiers(qualifiers, text),
      first: isFirst ? 1 : 0,
      known: beyondAHalf(known?.likeness ?? 0),
      knownMeaning: known?.meaning ?? 0,
    };
  };
}

/** Reads how well sentences fit the time that is asked of. */
function timeReader(
  snapshot: Snapshot,
  question: ReadQuestion,
  ranked: readonly SentenceHit[],
): (hit: SentenceHit) => Pick<Evidence, 'period' | 'periodAlone' | 'newest' | 'now'> {
  const { period, isPeriodAlone, state } = question.time;
  const newnessOf = newnessReader(snapshot, question, ranked);
  return (hit) => {
    const row = snapshot.terms.headingRow(hit.passage) + 1 + hit.sentence;
    const fit = period ? periodFit(snapshot.dates, row, period) : 0;
    return {
      period: fit,
      periodAlone: isPeriodAlone ? fit : 0,
      newest: state === 'newest' ? newnessOf(hit) : 0,
      now: state === 'now' ? newnessOf(hit) : 0,
    };
  };
}

/** The share of the best passages that are of each document, by its id. */
function sharesOfDocuments({ passages }: Snapshot, hits: readonly PassageHit[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  const best = hits.slice(0, PARAMETERS.sentences.bestPassages);
  for (const { passage } of best) {
    const id = passages.at(passage)?.document.id ?? '';
    shares.set(id, (shares.get(id) ?? 0) + 1 / best.length);
  }
  return shares;
}
