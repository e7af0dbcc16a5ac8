import { z } from 'zod';
import type { ChangedField } from '../documents/diff.js';
import { knownQuestionsSchema } from '../documents/known-questions.js';
import type { Problem } from '../documents/problem.js';
import type { Draft, Revision } from '../store/store.js';
import { readStored } from '../store/stored.js';

// What a moderator sees before anything is live, and what a revision says of how it came to be. Plain data, kept as
// JSON with the draft and with the revision. What has a default may be missing from what an older release kept.

const text = z.string();
const count = z.number();
const changeKind = z.enum(['first', 'refresh', 'add', 'remove', 'rollback', 'teach']);
/** Revision whose content a roll back brings back. */
const rollbackTo = count.exactOptional();

const source = z.partialRecord(
  z.enum(['publisher', 'title', 'author', 'published', 'retrieved', 'asOf', 'url', 'archiveUrl', 'language']),
  text,
);

const documentLine = z.object({
  id: text,
  title: text,
  passages: count,
  /** Of what a moderator adds: what is known of where it comes from, to be looked at before it is cited. */
  source: source.readonly().exactOptional(),
});

const changedField = z.enum([
  'title',
  'source',
  'tags',
  'sentence-sources',
  'headings',
  'pages',
  'order',
  'layout',
  'remarks',
]) satisfies z.ZodType<ChangedField>;

const changedLine = z.object({
  sign: z.enum(['-', '+']),
  paragraph: count,
  text,
  /** Ranges of the text that a rewritten paragraph has instead of others. */
  marks: z
    .array(z.object({ start: count, end: count }).readonly())
    .readonly()
    .default([]),
});

/** How one document changed. */
const documentDiff = z.object({
  id: text,
  title: text,
  fields: z.array(changedField).readonly(),
  /** Paragraphs that went and came, in reading order, cut around what changed. */
  lines: z.array(changedLine.readonly()).readonly(),
  /** How many more such lines there are than a preview keeps. */
  moreLines: count.default(0),
});

/** How a section of a document begins, and its tables, as they would be quoted. */
const opening = z.object({
  /** `''` before the first heading. */
  heading: text,
  /** How many headings stand above this one. */
  depth: count,
  /** The first sentences; of a table or list a line each. */
  lines: z.array(text).readonly(),
});

/** Only what every kind of problem has is looked at; each kind has fields of its own. */
const problem = z.custom<Problem>(
  (value) => z.object({ file: text, kind: text }).safeParse(value).success,
  'must name a file and a kind',
);

/** What the checks of the new snapshot found. None of them keeps it from being published. */
const warning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no-passages'), id: text, title: text }).readonly(),
  /** Asking for its title does not find the document first. */
  z.object({ kind: z.literal('not-found-by-title'), id: text, title: text }).readonly(),
  /** Fewer than half as many passages as before: publishing must be confirmed. */
  z.object({ kind: z.literal('shrinks'), before: count, after: count }).readonly(),
  /** A document of another title would be gone: publishing must be confirmed. */
  z.object({ kind: z.literal('replaces'), id: text, title: text, before: text }).readonly(),
]);

/** The first excerpt, and whether it is said to answer. An older release kept answers alone. */
const answerLine = z
  .object({ verdict: z.enum(['answered', 'unsure']).default('answered'), document: text, text })
  .readonly();

/** A question whose first excerpt, or what is said of it, would be another. */
const answerChange = z.object({
  question: text,
  /** Absent where the documents do not answer. */
  before: answerLine.exactOptional(),
  after: answerLine.exactOptional(),
});

/** Some of the known questions: how many, and the first ones as they are written. */
const wordings = z.object({ count, first: z.array(text).readonly() }).readonly();
const noWordings = { count: 0, first: [] };

const preview = z.object({
  kind: changeKind,
  rollbackTo,
  /** What a moderator asked to be changed of the known questions, so that it can be asked again. */
  teaching: z
    .object({
      put: knownQuestionsSchema.exactOptional(),
      remove: z.array(text).readonly().exactOptional(),
    })
    .readonly()
    .exactOptional(),
  added: z.array(documentLine.readonly()).readonly(),
  removed: z.array(documentLine.readonly()).readonly(),
  changed: z.array(documentDiff.readonly()).readonly(),
  /** What the document that is added says, and how many more sections it has. */
  openings: z.array(opening.readonly()).readonly().default([]),
  moreOpenings: count.default(0),
  /** Whether live documents that cannot be read any more are left out, as the moderator asked. */
  leavesOut: z.boolean().default(false),
  /** How many documents stay as they are. */
  unchanged: count.default(0),
  /** Whether names or synonyms changed. */
  glossaryChanged: z.boolean().default(false),
  /** Known questions that come, go, or are answered or written in another way. */
  knownQuestions: z
    .object({ added: wordings, removed: wordings, changed: wordings })
    .readonly()
    .default({ added: noWordings, removed: noWordings, changed: noWordings }),
  passages: z.object({ before: count, after: count }).readonly(),
  /** What was left out, and why. */
  problems: z.array(problem).readonly().default([]),
  warnings: z.array(warning).readonly().default([]),
  answers: z
    .object({
      /** How many questions were asked of both. */
      compared: count,
      changed: z.array(answerChange.readonly()).readonly(),
    })
    .readonly()
    .default({ compared: 0, changed: [] }),
});

const ids = z.array(text).readonly().default([]);

const report = z.discriminatedUnion('kind', [
  z.object({
    kind: changeKind,
    rollbackTo,
    /** Ids of documents. */
    added: ids,
    removed: ids,
    changed: ids,
    glossaryChanged: z.boolean().default(false),
    /** How many known questions. */
    knownQuestions: z
      .object({ added: count, removed: count, changed: count })
      .readonly()
      .default({ added: 0, removed: 0, changed: 0 }),
  }),
  z.object({ kind: z.literal('takedown'), document: text, why: text.default('') }),
  /** The bot had left the server for 30 days; its documents were deleted. */
  z.object({ kind: z.literal('server-left') }),
]);

/** What makes a new revision. */
export type ChangeKind = z.infer<typeof changeKind>;
export type DocumentLine = Readonly<z.infer<typeof documentLine>>;
export type DocumentDiff = Readonly<z.infer<typeof documentDiff>>;
export type Opening = Readonly<z.infer<typeof opening>>;
export type Warning = z.infer<typeof warning>;
export type AnswerChange = Readonly<z.infer<typeof answerChange>>;
export type AnswerLine = z.infer<typeof answerLine>;
/** What a moderator sees before anything is live. */
export type Preview = Readonly<z.infer<typeof preview>>;
/** What a revision says of how it came to be. */
export type Report = Readonly<z.infer<typeof report>>;

/** A change that was previewed, and neither published nor discarded. */
export type DraftPreview = Omit<Draft, 'preview'> & { readonly preview: Preview };
export type PastRevision = Omit<Revision, 'report'> & { readonly report: Report };

/** Whether publishing takes a second press: something would be gone that a moderator may not have thought of. */
export function mustConfirm({ warnings }: Preview): boolean {
  return warnings.some(({ kind }) => kind === 'shrinks' || kind === 'replaces');
}

/** @throws {StoredDataError} where the preview is damaged */
export function draftPreview(draft: Draft): DraftPreview {
  return { ...draft, preview: readStored(preview, draft.preview, `the preview of draft ${draft.id}`) };
}

/** @throws {StoredDataError} where the report is damaged */
export function pastRevision(revision: Revision): PastRevision {
  const { collection, number } = revision;
  const what = `the report of revision ${number} of ${collection}`;
  return { ...revision, report: readStored(report, revision.report, what) };
}

/** A preview that says of more questions how they would be answered. */
export function withAnswers(preview: Preview, { compared, changed }: Preview['answers']): Preview {
  const { answers } = preview;
  const all = { compared: answers.compared + compared, changed: [...answers.changed, ...changed] };
  return { ...preview, answers: all };
}

/** What of a preview is kept with the revision. */
export function reportOf({
  kind,
  rollbackTo: to,
  added,
  removed,
  changed,
  glossaryChanged,
  knownQuestions,
}: Preview): Report {
  const idsOf = (lines: readonly { readonly id: string }[]) => lines.map(({ id }) => id);
  return {
    kind,
    ...(to !== undefined && { rollbackTo: to }),
    added: idsOf(added),
    removed: idsOf(removed),
    changed: idsOf(changed),
    glossaryChanged,
    knownQuestions: questionCounts(knownQuestions),
  };
}

/** How many known questions come, go and change. */
export function questionCounts({ added, removed, changed }: Preview['knownQuestions']) {
  return { added: added.count, removed: removed.count, changed: changed.count };
}
