import type { Copy } from '../../copy/copy.js';
import type { Press, Replies } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import { clip } from '../../discord/limits.js';
import { onePage, pagesOf } from '../../discord/paging.js';
import type { Button, Reply, ReplyBlock, ReplyLine, Run } from '../../discord/reply.js';
import type { Problem } from '../../documents/problem.js';
import type { ChangeRequest, CollectionName, Proposal, Step } from '../../library/library.js';
import type { DraftPreview } from '../../library/preview.js';
import { type Moderator, scopeOf } from './moderated.js';
import { previewSections } from './preview-sections.js';

const MAX_NOTES = 4;
const DAY_MS = 24 * 60 * 60 * 1_000;

export interface PreviewPage {
  readonly page?: number;
  /** The moderator has pressed `Publish` once and has to say so again. */
  readonly isConfirming?: boolean;
  /** What stands above the preview. */
  readonly notes?: readonly string[];
  /** It is posted in a channel, where others than moderators may read it. */
  readonly isPosted?: boolean;
}

/**
 * A draft as a moderator sees it, with what can be done with it. What is posted in a channel counts the questions and names
 * none: a button shows the whole preview, to the moderator who presses it.
 */
export function previewReply(draft: DraftPreview, copy: Copy, shown: PreviewPage = {}): Reply {
  const words = copy.knowledge.preview;
  const { id, collection, createdAt, preview } = draft;
  const { page = 0, isConfirming = false, notes = [], isPosted = false } = shown;
  const until = { time: new Date(createdAt.getTime() + DAY_MS) };
  const above = [...(isConfirming ? [words.sureToo] : []), ...notes.slice(0, MAX_NOTES)];
  const opening: ReplyBlock[] = [
    ...above.map((line): ReplyBlock => ({ kind: 'text', line: [{ bold: clip(line, 300) }] })),
    { kind: 'heading', text: words.title(preview.kind, collection === 'shared', preview.rollbackTo) },
    { kind: 'small', line: words.notLive(until) },
  ];
  const pages = pagesOf([opening, ...previewSections(preview, copy, isPosted)]);
  const turn = isPosted ? 'report' : 'preview';
  const { blocks, turns } = onePage(pages, page, copy, (to) => customId('knowledge', turn, id, to));
  const whole = { label: words.whole, customId: customId('knowledge', 'preview', id, 0) };
  return {
    tone: isConfirming || preview.warnings.length > 0 ? 'trouble' : 'neutral',
    blocks,
    buttons: [...actions(draft, isConfirming, copy), ...(isPosted ? [whole] : []), ...turns],
  };
}

function actions({ id, collection, preview }: DraftPreview, isConfirming: boolean, copy: Copy): Button[] {
  const words = copy.knowledge.preview;
  const isDocument = preview.kind === 'add' && preview.added.length + preview.changed.length === 1;
  return [
    isConfirming
      ? {
          label: words.publishAnyway,
          look: 'danger',
          customId: customId('knowledge', 'publish', id, 'anyway'),
        }
      : { label: words.publish, look: 'main', customId: customId('knowledge', 'publish', id) },
    { label: words.discard, customId: customId('knowledge', 'discard', id) },
    ...(isDocument ? [{ label: words.correct, customId: customId('knowledge', 'correct', id) }] : []),
    ...leavingOut(collection, preview.problems, copy),
  ];
}

/** What is kept although it cannot be read any more leaves only when a moderator says so. */
function leavingOut(collection: CollectionName, problems: readonly Problem[], copy: Copy): Button[] {
  const kept = problems.filter(({ kind }) => kind === 'kept').length;
  if (kept === 0) return [];
  const label = copy.knowledge.preview.leaveOut(kept);
  return [{ label, customId: customId('knowledge', 'leave-out', scopeOf(collection)) }];
}

/** Prepares a draft for a moderator, shows how far it is, and then the preview, or why there is none. */
export async function* previewChange(
  moderator: Moderator,
  prepare: (request: ChangeRequest) => Promise<Proposal>,
  notes: readonly string[] = [],
): AsyncGenerator<Reply, void> {
  const request = requestOf(moderator);
  const proposal = yield* showSteps((onProgress) => prepare({ ...request, onProgress }), moderator);
  yield proposalReply(proposal, moderator, notes);
}

/** The same in place of a message that the moderator alone sees; what it ends with, aside, where all can see the message. */
export function forModerator(
  { isSeenByAll, copy }: Pick<Press, 'isSeenByAll' | 'copy'>,
  steps: AsyncGenerator<Reply, void>,
): Replies {
  return isSeenByAll ? lastAside(steps, copy) : steps;
}

/** What work ends with, for the presser alone: the message stays as it is. */
export async function lastAside(steps: AsyncGenerator<Reply, void>, copy: Copy): Promise<Reply> {
  let last = gone(copy);
  for await (const reply of steps) last = reply;
  return { ...last, isAside: true };
}

export function requestOf({ collection, userId, guildId }: Moderator): ChangeRequest {
  return { collection, by: userId, guildId };
}

/**
 * Shows where work is until it is done. A step is shown when the one before it has been; those that were passed
 * meanwhile are left out.
 */
async function* showSteps<T>(
  work: (onProgress: (step: Step) => void) => Promise<T>,
  { collection, copy }: Moderator,
): AsyncGenerator<Reply, T> {
  let next: Step | undefined;
  let isDone = false;
  let wake = () => {};
  const result = work((step) => {
    next = step;
    wake();
  });
  const done = () => {
    isDone = true;
    wake();
  };
  result.then(done, done);
  while (!isDone) {
    if (next) {
      const step = next;
      next = undefined;
      yield {
        tone: 'neutral',
        blocks: [{ kind: 'text', line: copy.knowledge.step(step) }, about(collection, copy)],
      };
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
  return result;
}

/** What came of preparing a draft, in words. */
export function proposalReply(
  proposal: Proposal,
  { collection, copy }: Pick<Moderator, 'collection' | 'copy'>,
  notes: readonly string[] = [],
): Reply {
  if (proposal.kind === 'draft') return previewReply(proposal, copy, { notes });
  const reply = undrafted(proposal, collection, copy);
  return { ...reply, blocks: [...reply.blocks, about(collection, copy)] };
}

function undrafted(
  proposal: Exclude<Proposal, { kind: 'draft' }>,
  collection: CollectionName,
  copy: Copy,
): Reply {
  switch (proposal.kind) {
    case 'unchanged':
      return {
        tone: 'neutral',
        blocks: unchanged(proposal.problems, copy),
        buttons: leavingOut(collection, proposal.problems, copy),
      };
    case 'unread':
      return notAdded(proposal.problems, copy);
    case 'busy':
      return trouble(copy.knowledge.proposal.busy(actor(proposal.by, copy), { time: proposal.since }));
    default:
      return trouble(copy.knowledge.proposal.refused(proposal));
  }
}

/** Which documents a reply is about, below sentences that do not say. */
export function about(collection: CollectionName, copy: Copy): ReplyBlock {
  return { kind: 'small', line: copy.knowledge.collection.title(collection === 'shared') };
}

function notAdded(problems: readonly Problem[], copy: Copy): Reply {
  return {
    tone: 'trouble',
    blocks: [
      { kind: 'text', line: [{ bold: copy.knowledge.add.unread }] },
      { kind: 'list', items: problems.map((problem) => ({ line: copy.problem(problem) })) },
    ],
  };
}

function unchanged(problems: readonly Problem[], copy: Copy): ReplyBlock[] {
  const line: ReplyBlock = { kind: 'text', line: copy.knowledge.proposal.unchanged };
  if (problems.length === 0) return [line];
  return [
    line,
    { kind: 'text', line: [{ bold: copy.knowledge.preview.problems }] },
    { kind: 'list', items: problems.map((problem) => ({ line: copy.problem(problem) })) },
  ];
}

/** For the presser alone: the message with the old preview stays as it is. */
export function gone(copy: Copy): Reply {
  return trouble(copy.knowledge.published.gone, { isAside: true });
}

export function trouble(line: ReplyLine, more: Partial<Reply> = {}): Reply {
  return { tone: 'trouble', blocks: [{ kind: 'text', line }], ...more };
}

/** Somebody of whom the library knows an id, or one of its own names. */
export function actor(by: string, copy: Copy): Run {
  if (by === 'host' || by === 'schedule') return copy.knowledge.who[by];
  return { mention: 'member', id: by };
}
