import { answerQuestion } from '../answer/answer.js';
import type { Document } from '../documents/document.js';
import { searchPassages } from '../index/ranking/passages.js';
import type { GiveWay, Snapshot } from '../index/snapshot.js';
import type { Content } from './content.js';
import type { AnswerChange, AnswerLine, Preview, Warning } from './preview.js';

/** Documents that asking for their own title does not find. */
export async function checkTitles(
  snapshot: Snapshot,
  documents: readonly Document[],
  giveWay: GiveWay,
): Promise<Warning[]> {
  const warnings: Warning[] = [];
  for (const { id, title } of documents) {
    await giveWay();
    const [best] = await searchPassages(snapshot, title, 1);
    const found = best && snapshot.passages[best.passage]?.document;
    // Two documents of one title: which of them comes first says nothing against the other.
    if (found?.title !== title) warnings.push({ kind: 'not-found-by-title', id, title });
  }
  return warnings;
}

/** A document without a passage is in no answer. */
export function checkPassages({ placed }: Content): Warning[] {
  return placed
    .filter(({ entry }) => entry.passages === 0)
    .map(({ document: { id, title } }) => ({ kind: 'no-passages', id, title }));
}

/** Losing half of all passages is more often an accident than a wish. */
export function checkSize({ before, after }: Preview['passages']): Warning[] {
  return after < before / 2 ? [{ kind: 'shrinks', before, after }] : [];
}

/** The questions whose first excerpt would be another one. */
export async function changedAnswers(
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
      lines.push(await firstExcerpt(snapshot, question));
    }
    const [old, young] = lines;
    if (old?.document === young?.document && old?.text === young?.text) continue;
    changes.push({ question, ...(old && { before: old }), ...(young && { after: young }) });
  }
  return changes;
}

async function firstExcerpt(snapshot: Snapshot, question: string): Promise<AnswerLine | undefined> {
  const answer = await answerQuestion(snapshot, question);
  const first = answer.kind === 'cited' ? answer.excerpts[0] : undefined;
  return first && { document: first.citation.document, text: first.text };
}
