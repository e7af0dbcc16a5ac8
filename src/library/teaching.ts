import {
  joinKnownQuestions,
  type KnownQuestion,
  knownQuestionsSchema,
  MAX_CHARACTERS,
  MAX_KNOWN_QUESTIONS,
  oneLine,
  type SentenceFinder,
  sentenceFinder,
  wordingOf,
} from '../documents/known-questions.js';
import type { CollectionName } from '../store/store.js';
import { sameAnswers } from './content-questions.js';
import { type TargetContent, unchanged } from './draft-content.js';
import type { ChangeRequest, Proposal, QuestionChanges } from './library.js';
import type { Served } from './serving.js';

/** Of one server: more than moderators write by hand, and few enough to be asked and listed. */
const MAX_OF_SERVER = 2_000;

/**
 * With other known questions: some are put, in the place of those of the same wording, and some are removed. What is
 * put is marked as taught, so that a refresh of the folder keeps it. What a file of the folder has is changed there.
 *
 * @throws {z.ZodError} where a question or an answer is empty
 */
export function contentByTeaching(
  { collection, by }: ChangeRequest,
  { put = [], remove = [] }: QuestionChanges,
  { content, snapshot }: Served,
): TargetContent | Proposal {
  const before = content.knownQuestions;
  const change = { put: taught(put), remove: new Set(remove.map(wordingOf)) };
  const refusal =
    tooLong(change.put) ??
    inFolder(before, change, collection) ??
    withoutSentence(change.put, sentenceFinder(snapshot.documents));
  if (refusal) return refusal;
  const knownQuestions = changed(before, change);
  const most = collection === 'shared' ? MAX_KNOWN_QUESTIONS : MAX_OF_SERVER;
  const wanted = knownQuestions.length;
  if (wanted > most && wanted > before.length)
    return { kind: 'over-limit', limit: 'knownQuestions', most, wanted };
  const teaching = { put, remove };
  return { ...unchanged(content), kind: 'teach', collection, by, teaching, knownQuestions };
}

interface Change {
  readonly put: readonly KnownQuestion[];
  /** By their wording. */
  readonly remove: ReadonlySet<string>;
}

/** As they are kept; of two with one wording the later one. */
function taught(put: readonly KnownQuestion[]): KnownQuestion[] {
  const written = put.map(({ question, answers }) => ({
    question: oneLine(question),
    answers: [...answers],
    taught: true as const,
  }));
  const latest = new Map(
    knownQuestionsSchema.parse(written).map((known) => [wordingOf(known.question), known]),
  );
  return joinKnownQuestions([...latest.values()]);
}

function tooLong(put: readonly KnownQuestion[]): Proposal | undefined {
  const long = put.find(({ question }) => question.length > MAX_CHARACTERS);
  return long && { kind: 'question-too-long', question: long.question, most: MAX_CHARACTERS };
}

/** The next refresh would undo it. Nothing is to be done where the file has the same answers already. */
function inFolder(
  before: readonly KnownQuestion[],
  { put, remove }: Change,
  collection: CollectionName,
): Proposal | undefined {
  if (collection !== 'shared') return undefined;
  const written = new Map(
    before.flatMap((known) => (known.taught ? [] : [[wordingOf(known.question), known] as const])),
  );
  const differing = put.find((known) => {
    const other = written.get(wordingOf(known.question));
    return other && !sameAnswers(known, other);
  });
  const removed = [...remove].flatMap((wording) => written.get(wording) ?? []);
  const question = (differing ?? removed[0])?.question;
  return question === undefined ? undefined : { kind: 'question-in-folder', question };
}

function withoutSentence(put: readonly KnownQuestion[], finder: SentenceFinder): Proposal | undefined {
  for (const { question, answers } of put) {
    for (const answer of answers) {
      const found = finder.find(answer);
      if ('fault' in found) return { kind: 'no-sentence', question, ...found, ...answer };
    }
  }
  return undefined;
}

/** What is replaced keeps its place; what has the same answers already stays as it is. */
function changed(before: readonly KnownQuestion[], { put, remove }: Change): KnownQuestion[] {
  const next = new Map(before.map((known) => [wordingOf(known.question), known]));
  for (const wording of remove) next.delete(wording);
  for (const known of put) {
    const wording = wordingOf(known.question);
    const other = next.get(wording);
    if (!other || other.taught || !sameAnswers(known, other)) next.set(wording, known);
  }
  return [...next.values()];
}
