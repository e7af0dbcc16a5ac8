import type { Source, Span } from '../documents/document.js';
import { analyzeQuery, type Query } from '../index/query/question.js';
import type { ScoreListener } from '../index/ranking/explanation.js';
import { type Found, find } from '../index/ranking/retrieve.js';
import type { Snapshot } from '../index/snapshot.js';
import { excerptOf } from './excerpt.js';
import { probability, threshold } from './gate.js';
import { chooseSentences } from './select-excerpts.js';
import { type Signals, signalsOf } from './signals.js';

/** Where an excerpt stands and what it rests on: enough for a reader to check it. */
export interface Citation {
  readonly document: string;
  readonly title: string;
  /** Headings above the excerpt, outermost first, without the title; empty before the first heading. */
  readonly headings: readonly string[];
  readonly paragraph: number;
  readonly page?: number;
  readonly sources: readonly Source[];
}

/** Whole sentences of one passage: `document.text.slice(start, end) === text`. */
export interface Excerpt extends Span {
  /** Id of the passage within the snapshot. */
  readonly passage: number;
  readonly text: string;
  /** Ranges of matched words, relative to `text`, in order, not overlapping. */
  readonly highlights: readonly Span[];
  readonly score: number;
  readonly citation: Citation;
}

/** `confidence` is the estimated probability, 0 to 1, that an excerpt answers the question. */
export type Answer =
  | { readonly kind: 'cited'; readonly confidence: number; readonly excerpts: readonly Excerpt[] }
  | { readonly kind: 'none'; readonly confidence: number; readonly closest: readonly Excerpt[] };

export interface AnswerOptions {
  /** `false` never declines where anything was found. */
  readonly gate?: boolean;
}

/**
 * The answer of the documents to a question: verbatim excerpts, or that there is none. A function of its
 * arguments; any text is a question.
 */
export function answerQuestion(snapshot: Snapshot, question: string, options: AnswerOptions = {}): Answer {
  return decide(consider(snapshot, question), options);
}

/** Whether the excerpts are an answer: what the gate says of them, where it is asked. */
export function decide({ excerpts, signals }: Considered, { gate = true }: AnswerOptions): Answer {
  const confidence = probability(signals);
  if (excerpts.length === 0 || (gate && confidence < threshold))
    return { kind: 'none', confidence, closest: excerpts };
  return { kind: 'cited', confidence, excerpts };
}

/** What is known of a question before the gate decides. */
export interface Considered {
  readonly query: Query;
  readonly found: Found;
  /** One to three excerpts, best first; none where no word of the question was found. */
  readonly excerpts: readonly Excerpt[];
  readonly signals: Signals | undefined;
}

/** The best excerpts for a question and the signals for and against their being an answer. */
export function consider(snapshot: Snapshot, question: string, listener?: ScoreListener): Considered {
  const query = analyzeQuery(question, snapshot);
  const found = find(snapshot, query, listener);
  const { hits, ranked, forParts } = found;
  const matched = matchedTerms(query);
  return {
    query,
    found,
    excerpts: chooseSentences(snapshot, [...forParts, ...ranked]).map((choice) =>
      excerptOf(snapshot, choice, matched),
    ),
    signals: signalsOf(snapshot, query, hits, ranked),
  };
}

function matchedTerms(query: Query): Set<string> {
  return new Set(query.concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms)));
}
