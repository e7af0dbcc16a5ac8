import { copy } from '../../copy/en.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import { onePage, pagesOf } from '../../discord/paging.js';
import type { Block, Button, Line, Reply } from '../../discord/reply.js';
import type { DraftPreview, Proposal } from '../../library/library.js';
import { clip, previewSections } from './preview-sections.js';
import { who } from './who.js';

const words = copy.knowledge.preview;
const MOST_NOTES = 4;
const DAY_MS = 24 * 60 * 60 * 1_000;

export interface PreviewPage {
  readonly page?: number;
  /** The moderator has pressed `Publish` once and has to say so again. */
  readonly isConfirming?: boolean;
  /** What stands above the preview. */
  readonly notes?: readonly string[];
}

/** A draft as a moderator sees it, with what can be done with it. */
export function previewReply(draft: DraftPreview, shown: PreviewPage = {}): Reply {
  const { id, collection, createdAt, preview } = draft;
  const { page = 0, isConfirming = false, notes = [] } = shown;
  const until = { time: new Date(createdAt.getTime() + DAY_MS) };
  const above = [...(isConfirming ? [words.sureToo] : []), ...notes.slice(0, MOST_NOTES)];
  const opening: Block[] = [
    ...above.map((line): Block => ({ kind: 'text', line: [{ bold: clip(line, 300) }] })),
    { kind: 'heading', text: words.title(preview.kind, collection === 'shared', preview.rollbackTo) },
    { kind: 'small', line: words.notLive(until) },
  ];
  const pages = pagesOf([opening, ...previewSections(preview)]);
  const { blocks, turns } = onePage(pages, page, (to) => customId('knowledge', 'preview', id, to));
  return {
    tone: isConfirming || preview.warnings.length > 0 ? 'trouble' : 'neutral',
    blocks,
    buttons: [...actions(draft, isConfirming), ...turns],
  };
}

function actions({ id, preview }: DraftPreview, isConfirming: boolean): Button[] {
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
  ];
}

/** What came of preparing a draft, in words. */
export async function proposalReply(
  proposal: Proposal,
  { library }: Services,
  notes: readonly string[] = [],
): Promise<Reply> {
  switch (proposal.kind) {
    case 'draft': {
      const draft = await library.draft(proposal.id);
      return draft ? previewReply(draft, { notes }) : gone();
    }
    case 'unchanged':
      return { tone: 'neutral', blocks: [...unchanged(proposal.problems.map(copy.problem))] };
    case 'busy':
      return trouble(copy.knowledge.proposal.busy(who(proposal.by), { time: proposal.since }));
    default:
      return trouble(copy.knowledge.proposal.refused(proposal));
  }
}

function unchanged(problems: readonly string[]): Block[] {
  const line: Block = { kind: 'text', line: copy.knowledge.proposal.unchanged };
  if (problems.length === 0) return [line];
  return [
    line,
    { kind: 'text', line: [{ bold: words.problems }] },
    { kind: 'list', items: problems.map((problem) => ({ line: problem })) },
  ];
}

/** Said aside: whoever presses the buttons of an old preview, it stays as it is. */
export function gone(): Reply {
  return trouble(copy.knowledge.published.gone, { isAside: true });
}

export function trouble(line: Line, more: Partial<Reply> = {}): Reply {
  return { tone: 'trouble', blocks: [{ kind: 'text', line }], ...more };
}
