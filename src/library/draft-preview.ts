import { answerQuestion } from '../answer/answer.js';
import { type DocumentChange, diffDocuments } from '../documents/diff.js';
import type { Document } from '../documents/document.js';
import type { KnownQuestion } from '../documents/known-questions.js';
import type { Problem } from '../documents/problem.js';
import { markChanges } from '../documents/word-diff.js';
import { searchPassages } from '../index/ranking/passages.js';
import type { GiveWay, Snapshot } from '../index/snapshot.js';
import { type Content, documentsOf, passagesOf } from './content.js';
import { diffQuestions, type QuestionsDiff } from './content-questions.js';
import type { TargetContent } from './draft-content.js';
import type { Step } from './library.js';
import { openingsOf } from './openings.js';
import type { AnswerChange, AnswerLine, DocumentDiff, DocumentLine, Preview, Warning } from './preview.js';
import type { AskedAgain } from './question-log.js';
import type { Served } from './serving.js';

/** Changed lines that a preview keeps: of one document, and of all. */
const MAX_LINES_PER_DOCUMENT = 100;
const MAX_LINES = 500;
/** Of one line, in UTF-16 code units. */
const MAX_LINE_LENGTH = 400;
/** Wordings of known questions that a preview keeps, of each kind. */
const MAX_WORDINGS = 10;
/** Known questions that come or change and are asked of the old and the new. */
const MAX_KNOWN_ASKED = 20;

interface Compared {
  readonly target: TargetContent;
  readonly problems: readonly Problem[];
  readonly current: Served;
  readonly next: Served;
}

export interface PreviewParts {
  /** What to ask of the old and the new documents; read only where somebody looks at the preview. */
  judgedQuestions(): Promise<readonly string[]>;
  /** What members asked, which is asked as well. */
  readonly asked: readonly string[];
  readonly onProgress: (step: Step) => void;
  readonly giveWay: GiveWay;
}

/**
 * What a moderator sees of a change before it is live, and apart from it how it would answer what members asked. Rejects
 * only with what `giveWay` rejects with.
 */
export async function previewOf(
  compared: Compared,
  parts: PreviewParts,
): Promise<{ readonly preview: Preview; readonly askedAgain: AskedAgain }> {
  const { target, problems, current, next } = compared;
  const { giveWay, onProgress } = parts;
  const differences = await compare(current.content, next.content, giveWay, target.kind === 'add');
  const passages = { before: passagesOf(current.content), after: passagesOf(next.content) };
  const touched = new Set([...differences.added, ...differences.changed].map(({ id }) => id));
  const touchedDocuments = documentsOf(next.content).filter(({ id }) => touched.has(id));
  // Nobody looks at the preview of the first start, and it should not take longer for it.
  const isSeen = target.kind !== 'first';
  const warnings = [
    ...checkSize(passages),
    ...checkPassages(next.content),
    ...(target.kind === 'add' ? checkReplaced(current.content, differences.changed) : []),
    ...(isSeen ? await checkTitles(next.snapshot, touchedDocuments, giveWay) : []),
  ];
  const known = diffQuestions(current.content.knownQuestions, next.content.knownQuestions);
  const questions = isSeen ? [...new Set([...(await parts.judgedQuestions()), ...toBeAsked(known)])] : [];
  const asked = isSeen ? parts.asked.filter((question) => !questions.includes(question)) : [];
  onProgress({ kind: 'asking', questions: questions.length + asked.length });
  const answersOf = async (some: readonly string[]): Promise<AskedAgain> => ({
    compared: some.length,
    changed: await changedAnswers(some, current.snapshot, next.snapshot, giveWay),
  });
  const preview: Preview = {
    kind: target.kind,
    ...(target.rollbackTo !== undefined && { rollbackTo: target.rollbackTo }),
    ...(target.teaching && { teaching: target.teaching }),
    ...differences,
    ...(target.kind === 'add' ? openingsOf(touchedDocuments) : { openings: [], moreOpenings: 0 }),
    leavesOut: target.leavesOut ?? false,
    glossaryChanged: JSON.stringify(current.content.glossary) !== JSON.stringify(target.glossary),
    knownQuestions: {
      added: wordings(known.added),
      removed: wordings(known.removed),
      changed: wordings(known.changed),
    },
    passages,
    problems,
    warnings,
    answers: await answersOf(questions),
  };
  return { preview, askedAgain: await answersOf(asked) };
}

/** Whether they are answered as they should be is what a moderator wants to see most. */
function toBeAsked({ added, changed }: QuestionsDiff): string[] {
  return [...added, ...changed].slice(0, MAX_KNOWN_ASKED).map(({ question }) => question);
}

function wordings(questions: readonly KnownQuestion[]): Preview['knownQuestions']['added'] {
  return { count: questions.length, first: questions.slice(0, MAX_WORDINGS).map(({ question }) => question) };
}

type Differences = Pick<Preview, 'added' | 'removed' | 'changed' | 'unchanged'>;

async function compare(
  before: Content,
  after: Content,
  giveWay: GiveWay,
  withSources: boolean,
): Promise<Differences> {
  const sizes = new Map([...before.placed, ...after.placed].map((one) => [one.document, one.entry.passages]));
  const line = (document: Document): DocumentLine => ({
    id: document.id,
    title: document.title,
    passages: sizes.get(document) ?? 0,
    ...(withSources && { source: document.source ?? {} }),
  });
  const added: DocumentLine[] = [];
  const removed: DocumentLine[] = [];
  const changed: DocumentDiff[] = [];
  let unchanged = 0;
  let room = MAX_LINES;
  for (const change of diffDocuments(documentsOf(before), documentsOf(after))) {
    await giveWay();
    if (change.kind === 'added') added.push(line(change.document));
    else if (change.kind === 'removed') removed.push(line(change.document));
    else if (change.kind === 'changed') {
      const diff = documentDiff(change, Math.min(MAX_LINES_PER_DOCUMENT, room));
      room -= diff.lines.length;
      changed.push(diff);
    } else unchanged += 1;
  }
  return { added, removed, changed, unchanged };
}

function documentDiff({ after, fields, lines }: DocumentChange, most: number): DocumentDiff {
  const shown = markChanges(lines.slice(0, most), MAX_LINE_LENGTH);
  return { id: after.id, title: after.title, fields, lines: shown, moreLines: lines.length - shown.length };
}

/** Losing half of all passages is more often an accident than a wish. */
function checkSize({ before, after }: Preview['passages']): Warning[] {
  return after < before / 2 ? [{ kind: 'shrinks', before, after }] : [];
}

/** A document without a passage is in no answer. */
function checkPassages({ placed }: Content): Warning[] {
  return placed
    .filter(({ entry }) => entry.passages === 0)
    .map(({ document: { id, title } }) => ({ kind: 'no-passages', id, title }));
}

/** A file of the same name takes the place of a document, which may be another one altogether. */
function checkReplaced({ placed }: Content, changed: readonly DocumentDiff[]): Warning[] {
  return changed.flatMap(({ id, title }): Warning[] => {
    const before = placed.find(({ entry }) => entry.id === id)?.document.title ?? title;
    return before === title ? [] : [{ kind: 'replaces', id, title, before }];
  });
}

/** Documents that a search for their own title does not find first. */
async function checkTitles(
  snapshot: Snapshot,
  documents: readonly Document[],
  giveWay: GiveWay,
): Promise<Warning[]> {
  const warnings: Warning[] = [];
  for (const { id, title } of documents) {
    await giveWay();
    const [best] = await searchPassages(snapshot, title, 1);
    const found = best && snapshot.passages.at(best.passage)?.document;
    // Where two documents have one title, it does not matter which of them comes first.
    if (found?.title !== title) warnings.push({ kind: 'not-found-by-title', id, title });
  }
  return warnings;
}

/** The questions whose first excerpt, or what is said of it, would be another. */
async function changedAnswers(
  questions: readonly string[],
  before: Snapshot,
  after: Snapshot,
  giveWay: GiveWay,
): Promise<AnswerChange[]> {
  const changes: AnswerChange[] = [];
  for (const question of questions) {
    const lines: (AnswerLine | undefined)[] = [];
    for (const snapshot of [before, after]) {
      await giveWay();
      lines.push(await firstExcerpt(snapshot, question, giveWay));
    }
    const [old, young] = lines;
    if (isSame(old, young)) continue;
    changes.push({ question, ...(old && { before: old }), ...(young && { after: young }) });
  }
  return changes;
}

function isSame(old: AnswerLine | undefined, young: AnswerLine | undefined): boolean {
  return old?.verdict === young?.verdict && old?.document === young?.document && old?.text === young?.text;
}

/** `undefined` where members see no excerpt. */
async function firstExcerpt(
  snapshot: Snapshot,
  question: string,
  giveWay: GiveWay,
): Promise<AnswerLine | undefined> {
  const { verdict, excerpts } = await answerQuestion(snapshot, question, { giveWay });
  const [first] = excerpts;
  if (verdict === 'none' || !first) return undefined;
  return { verdict, document: first.citation.document, text: first.text };
}
