import { type DocumentChange, diffDocuments } from '../documents/diff.js';
import type { Document } from '../documents/document.js';
import type { Problem } from '../documents/problem.js';
import type { GiveWay } from '../index/snapshot.js';
import { changedAnswers, checkPassages, checkSize, checkTitles } from './checks.js';
import { type Content, documentsOf, passagesOf } from './content.js';
import type { DocumentDiff, DocumentLine, Preview } from './preview.js';
import type { ProposalParts, Wanted } from './proposal.js';
import type { Served } from './serving.js';

/** Changed lines that a preview keeps: of one document, of all, and how much of one line. */
const MOST_LINES = 100;
const MOST_LINES_IN_ALL = 500;
const MOST_OF_A_LINE = 1_000;

interface Compared {
  readonly wanted: Wanted;
  readonly problems: readonly Problem[];
  readonly current: Served;
  readonly next: Served;
}

/** What a moderator is to see of a change before it is live. */
export async function previewOf(compared: Compared, parts: ProposalParts): Promise<Preview> {
  const { wanted, problems, current, next } = compared;
  const { giveWay, onProgress } = parts;
  const differences = await compare(current.content, next.content, giveWay, wanted.kind === 'add');
  const passages = { before: passagesOf(current.content), after: passagesOf(next.content) };
  const touched = new Set([...differences.added, ...differences.changed].map(({ id }) => id));
  const touchedDocuments = documentsOf(next.content).filter(({ id }) => touched.has(id));
  // Nobody looks at the preview of the first start, and it should not take longer for it.
  const isSeen = wanted.kind !== 'first';
  const warnings = [
    ...checkSize(passages),
    ...checkPassages(next.content),
    ...(isSeen ? await checkTitles(next.snapshot, touchedDocuments, giveWay) : []),
  ];
  const questions = isSeen ? parts.questions : [];
  onProgress({ kind: 'asking', questions: questions.length });
  return {
    kind: wanted.kind,
    ...(wanted.rollbackTo !== undefined && { rollbackTo: wanted.rollbackTo }),
    ...differences,
    glossaryChanged: JSON.stringify(current.content.glossary) !== JSON.stringify(wanted.glossary),
    passages,
    problems,
    warnings,
    answers: {
      compared: questions.length,
      changed: await changedAnswers(questions, current.snapshot, next.snapshot, giveWay),
    },
  };
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
  let room = MOST_LINES_IN_ALL;
  for (const change of diffDocuments(documentsOf(before), documentsOf(after))) {
    await giveWay();
    if (change.kind === 'added') added.push(line(change.document));
    else if (change.kind === 'removed') removed.push(line(change.document));
    else if (change.kind === 'changed') {
      const diff = documentDiff(change, Math.min(MOST_LINES, room));
      room -= diff.lines.length;
      changed.push(diff);
    } else unchanged += 1;
  }
  return { added, removed, changed, unchanged };
}

function documentDiff({ after, fields, lines }: DocumentChange, most: number): DocumentDiff {
  const shown = lines.slice(0, most).map((line) => ({ ...line, text: shortened(line.text) }));
  return { id: after.id, title: after.title, fields, lines: shown, moreLines: lines.length - shown.length };
}

function shortened(text: string): string {
  return text.length > MOST_OF_A_LINE ? `${text.slice(0, MOST_OF_A_LINE).toWellFormed()}…` : text;
}
