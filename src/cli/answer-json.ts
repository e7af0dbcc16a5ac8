import type { Answer } from '../answer/answer.js';
import type { Excerpt, Slice } from '../answer/excerpt.js';
import type { Verdict } from '../answer/gate.js';
import type { Source } from '../documents/document.js';

type SourceJson = Omit<Source, 'asOf'>;

/** An excerpt as the command line prints it. */
export interface ExcerptJson {
  readonly text: string;
  readonly document: string;
  readonly title: string;
  /** The innermost heading, empty before the first one. */
  readonly section: string;
  readonly paragraph: number;
  readonly page?: number;
  readonly start: number;
  readonly end: number;
  /** What stands above it and says what it is about, where it does not begin with that. */
  readonly lead?: Slice;
  readonly score: number;
  readonly sources: readonly SourceJson[];
}

/** An answer as the command line prints it; `answered: false` has no excerpts, only the closest. */
export interface AnswerJson {
  readonly id?: string;
  readonly answered: boolean;
  readonly verdict: Verdict;
  readonly confidence: number;
  readonly tookMs: number;
  readonly excerpts: readonly ExcerptJson[];
  readonly closest: readonly ExcerptJson[];
}

/** The JSON form of an answer; `tookMs` is rounded to microseconds. */
export function toJson(id: string | undefined, answer: Answer, tookMs: number): AnswerJson {
  const { verdict, confidence } = answer;
  const answered = verdict === 'answered';
  const excerpts = answer.excerpts.map(excerptJson);
  return {
    ...(id === undefined ? {} : { id }),
    answered,
    verdict,
    confidence: rounded(confidence),
    tookMs: rounded(tookMs),
    excerpts: answered ? excerpts : [],
    closest: answered ? [] : excerpts,
  };
}

function excerptJson({ text, start, end, lead, score, citation }: Excerpt): ExcerptJson {
  return {
    text,
    document: citation.document,
    title: citation.title,
    section: citation.headings.at(-1) ?? '',
    paragraph: citation.paragraph,
    ...(citation.page === undefined ? {} : { page: citation.page }),
    start,
    end,
    ...(lead && { lead }),
    score: rounded(score),
    sources: citation.sources.flatMap(sourceJson),
  };
}

/** The fields of the contract alone; nothing where nothing of them is known. */
function sourceJson({ asOf: _, ...source }: Source): SourceJson[] {
  return Object.keys(source).length > 0 ? [source] : [];
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
