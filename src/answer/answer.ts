import type { AskedGroup } from '../index/query/asked-group.js';
import { type ReadQuestion, readQuestion } from '../index/query/question.js';
import { type Retrieved, retrieve } from '../index/ranking/retrieve.js';
import type { Snapshot } from '../index/snapshot.js';
import { type MissingDetail, missingDetails } from './details/missing-details.js';
import { textsAround } from './details/place.js';
import { contradictsPolarity } from './details/polarity.js';
import { mistakenGroups } from './details/said-groups.js';
import { type Excerpt, excerptOf } from './excerpt.js';
import { probability, threshold } from './gate.js';
import { selectSentences } from './select-excerpts.js';
import { type Signals, signalsOf } from './signals.js';

/** `confidence` is the estimated probability, 0 to 1, that an excerpt answers the question. */
export type Answer =
  | { readonly kind: 'cited'; readonly confidence: number; readonly excerpts: readonly Excerpt[] }
  | { readonly kind: 'none'; readonly confidence: number; readonly closest: readonly Excerpt[] };

export interface AnswerOptions {
  /** `false` never declines where anything was found. */
  readonly gate?: boolean;
}

/**
 * The answer of the documents to a question: verbatim excerpts, or that there is none. Any text is a question. Waits for
 * nothing but a model that embeds the question, where the host has one; never rejects.
 */
export async function answerQuestion(
  snapshot: Snapshot,
  question: string,
  options: AnswerOptions = {},
): Promise<Answer> {
  return decide(await consider(snapshot, question), options);
}

/** Whether the excerpts are an answer: what the gate says of them, where it is asked, and whether they have the details. */
export function decide(
  { excerpts, signals, missing, mistaken, isContradicted }: Considered,
  { gate = true }: AnswerOptions,
): Answer {
  const confidence = probability(signals);
  const lacksDetail = isContradicted || mistaken.length > 0 || missing.some(({ isWeak }) => !isWeak);
  if (excerpts.length === 0 || (gate && (confidence < threshold || lacksDetail)))
    return { kind: 'none', confidence, closest: excerpts };
  return { kind: 'cited', confidence, excerpts };
}

/** What is known of a question before the gate decides. */
export interface Considered {
  readonly question: ReadQuestion;
  readonly retrieved: Retrieved;
  /** One to three excerpts, best first; none where no word of the question was found. */
  readonly excerpts: readonly Excerpt[];
  readonly signals: Signals | undefined;
  /** What the question names precisely and neither the best sentence nor the best for one of its parts has. */
  readonly missing: readonly MissingDetail[];
  /** What is asked and the best sentence says with the same stem only: universe, where it has university. */
  readonly mistaken: readonly AskedGroup[];
  /** Whether it asks for what is not so, and the best sentence says nothing of the kind. */
  readonly isContradicted: boolean;
}

/** The best excerpts for a question and the signals for and against their being an answer. */
export async function consider(snapshot: Snapshot, text: string): Promise<Considered> {
  const question = await readQuestion(snapshot, text);
  const retrieved = retrieve(snapshot, question);
  const { sentences, forParts } = retrieved;
  const matched = wordsToHighlight(question);
  const best = sentences.slice(0, 1);
  const subjects = question.groups.filter(({ isSubject }) => isSubject);
  return {
    question,
    retrieved,
    excerpts: selectSentences(snapshot, [...forParts, ...sentences]).map((selected) =>
      excerptOf(snapshot, selected, matched),
    ),
    signals: signalsOf(snapshot, question, retrieved),
    missing: missingDetails(snapshot, question.details, [...best, ...forParts]),
    mistaken: best.flatMap((hit) => {
      const [sentence = '', ...around] = textsAround(snapshot, hit);
      return mistakenGroups(subjects, sentence, around);
    }),
    isContradicted: best.some((sentence) => contradictsPolarity(snapshot, question, sentence)),
  };
}

/** What was asked and other ways to say it; words that are merely related are not marked. */
function wordsToHighlight({ groups }: ReadQuestion): Set<string> {
  const variants = groups.flatMap((group) => group.variants.filter(({ origin }) => origin !== 'related'));
  return new Set(variants.flatMap(({ terms }) => terms));
}
