import type { SentencePlace } from '../documents/passages.js';
import { type ReadQuestion, readQuestion } from '../index/query/question.js';
import type { KnownMatch } from '../index/ranking/known-match.js';
import { type Retrieved, retrieve } from '../index/ranking/retrieve.js';
import { type GiveWay, neverGiveWay, type Snapshot } from '../index/snapshot.js';
import { type EndStage, tellNobody } from '../index/stages.js';
import type { MissingDetail } from './details/missing-details.js';
import { type Excerpt, excerptOf } from './excerpt.js';
import { type Findings, gatherFindings } from './findings.js';
import { type Bounds, boundsFor, isOnSubject, probability, type Verdict, verdictOf } from './gate.js';
import { askedWords } from './highlight.js';
import { type Mismatch, mismatchOf, objectionsTo } from './mismatch.js';
import { selectExcerpts } from './select-excerpts.js';
import type { Selected } from './selection.js';
import { type Signals, signalsOf } from './signals.js';

/** What the documents have for a question, and what is to be made of it. */
export interface Answer {
  readonly verdict: Verdict;
  /** The estimated probability, 0 to 1, that an excerpt answers the question. */
  readonly confidence: number;
  /** One to three, best first: with `answered` they answer, else they come closest. Empty where nothing was found. */
  readonly excerpts: readonly Excerpt[];
  /** What comes after these, best first; empty where nobody asked for more. */
  readonly further: readonly Excerpt[];
  /** What the question names and the place of the excerpts does not have; empty where they answer. */
  readonly missing: readonly MissingDetail[];
  /** For a question on the current state: up to when the excerpts go, `YYYY[-MM[-DD]]`. */
  readonly asOf?: string;
  /** Whether what was found is at least on the subject of the question. */
  readonly isOnSubject: boolean;
  /** Known questions that are like it, most alike first. */
  readonly alike: readonly KnownMatch[];
}

export interface AnswerOptions {
  /** `false` takes whatever was found for an answer. */
  readonly gate?: boolean;
  /** Called between the steps, each of which takes some milliseconds, and more of a question made to take long. */
  readonly giveWay?: GiveWay;
  /** Told at the end of each stage. */
  readonly endStage?: EndStage;
  /** How many excerpts are wanted at most beyond those of the answer; none where nothing is said. */
  readonly further?: number;
}

/**
 * The answer of the documents to a question: verbatim excerpts, and whether they are one. Any text is a question. Waits
 * for nothing but a model that embeds the question, where the host has one; never rejects.
 */
export async function answerQuestion(
  snapshot: Snapshot,
  question: string,
  options: AnswerOptions = {},
): Promise<Answer> {
  return decide(await consider(snapshot, question, options), options);
}

/**
 * Whether the excerpts are an answer: what the gate says of them, where it is asked. However much speaks for them, they
 * answer at most perhaps where a number, date or name of the question is another one there, where it asks for what is not so
 * and they say what is, or where they have not what is asked for. What is asked in the very words of a known question is
 * answered: somebody has said so.
 */
export function decide(considered: Considered, { gate = true }: Pick<AnswerOptions, 'gate'>): Answer {
  const { question, retrieved, excerpts, further, signals, bounds, mismatch, isOnSubject } = considered;
  const isTold = retrieved.sentences[0]?.known?.isSameWording === true;
  const confidence = Math.max(probability(signals), isTold ? bounds.answered : 0);
  const missing = mismatch.missing.filter(({ isWeak }) => !isWeak);
  const byWeight = gate ? verdictOf(confidence, bounds) : 'answered';
  const verdict = gate && byWeight === 'answered' && objectionsTo(mismatch).length > 0 ? 'unsure' : byWeight;
  const newest = question.time.state === undefined ? undefined : newestOf(excerpts);
  return {
    verdict: excerpts.length === 0 || (gate && question.expects.isToTheBot) ? 'none' : verdict,
    confidence,
    excerpts,
    further,
    missing,
    ...(newest === undefined ? {} : { asOf: newest }),
    isOnSubject,
    alike: retrieved.known,
  };
}

/**
 * Up to when some excerpts go: what their documents say of themselves, or else the date of the newest source. Of dates in one
 * year, one without a month counts as the oldest.
 */
function newestOf(excerpts: readonly Excerpt[]): string | undefined {
  const dates = excerpts.flatMap(
    ({ citation }) => citation.asOf ?? citation.sources.flatMap(({ published }) => published ?? []),
  );
  return dates.sort().at(-1);
}

/** What is known of a question before the gate decides. */
export interface Considered {
  readonly question: ReadQuestion;
  readonly retrieved: Retrieved;
  /** One to three excerpts, best first; none where no word of the question was found. */
  readonly excerpts: readonly Excerpt[];
  readonly further: readonly Excerpt[];
  readonly signals: Signals | undefined;
  /** What the signals were read from; `undefined` where nothing was found. */
  readonly findings: Findings | undefined;
  /** Those of the gate for its best sentence. */
  readonly bounds: Bounds;
  readonly isOnSubject: boolean;
  readonly mismatch: Mismatch;
}

/** The best excerpts for a question and the signals for and against their being an answer. */
export async function consider(
  snapshot: Snapshot,
  text: string,
  {
    giveWay = neverGiveWay,
    endStage = tellNobody,
    further = 0,
  }: Pick<AnswerOptions, 'giveWay' | 'endStage' | 'further'> = {},
): Promise<Considered> {
  const question = await readQuestion(snapshot, text);
  endStage('read');
  await giveWay();
  const retrieved = await retrieve(snapshot, question, giveWay, endStage);
  await giveWay();
  const asked = askedWords(question);
  const excerpt = (one: Selected) => excerptOf(one, asked, snapshot.remembered);
  const selected = selectExcerpts(snapshot, question, retrieved, further);
  endStage('select');
  const mismatch = mismatchOf(snapshot, question, retrieved);
  const [best] = retrieved.sentences;
  const findings = gatherFindings(snapshot, question, retrieved);
  const signals = findings && signalsOf(question, findings, mismatch);
  endStage('weigh');
  return {
    question,
    retrieved,
    excerpts: selected.shown.map(excerpt),
    further: selected.further.map(excerpt),
    signals,
    findings,
    bounds: boundsFor(best !== undefined && isAsked(best, snapshot)),
    mismatch,
    isOnSubject: isOnSubject(signals),
  };
}

/** Whether a known question leads to the sentence. */
function isAsked({ passage, sentence }: SentencePlace, { known }: Snapshot): boolean {
  return known.answersIn(passage).some((one) => one.sentence === sentence);
}
