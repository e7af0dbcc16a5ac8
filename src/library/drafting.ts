import type { GiveWay } from '../index/snapshot.js';
import type { CollectionName, Json, Store } from '../store/store.js';
import { documentsOf, isSameContent, passagesOf } from './content.js';
import { untoldOrphans } from './content-questions.js';
import {
  overLimit,
  overStorage,
  placeContent,
  storageOf,
  type TargetContent,
  withdrawnProblem,
} from './draft-content.js';
import { previewOf } from './draft-preview.js';
import type { ChangeRequest, Limits, Proposal, Step, UnderWay } from './library.js';
import type { Live } from './live.js';
import { withBytes } from './originals.js';
import { withAnswers } from './preview.js';
import type { QuestionLog } from './question-log.js';
import type { Served } from './serving.js';
import type { Turns } from './turns.js';
import type { Upkeep } from './upkeep.js';
import { before } from './waiting.js';

/** Longer than any honest refresh, shorter than a moderator's patience. */
const MAX_MINUTES = 10;

/** Says what the collection is to hold, given what it holds now; or why nothing can be proposed. */
export type FindTarget = (
  current: Served,
  signal: AbortSignal,
) => TargetContent | Proposal | Promise<TargetContent | Proposal>;

export interface Drafting {
  /** Prepares a draft: one at a time for a collection, and not for ever. */
  prepare(request: ChangeRequest, find: FindTarget): Promise<Proposal>;
  /** The preparation that is under way in this process. */
  underWay(collection: CollectionName): UnderWay | undefined;
}

export interface DraftingParts {
  readonly store: Store;
  readonly live: Live;
  readonly turns: Turns;
  /** What the collection of one server may hold. */
  readonly limits: Limits;
  readonly upkeep: Pick<Upkeep, 'afterSaving'>;
  /** Questions that are judged by hand, asked of the old and the new documents. */
  judgedQuestions(): Promise<readonly string[]>;
  /** What members asked, which is asked again as well. */
  readonly questionLog: Pick<QuestionLog, 'recent' | 'rememberAnswers'>;
  readonly now: () => Date;
  /** What ends a preparation that begins now when it takes too long. */
  readonly deadline?: (() => AbortSignal) | undefined;
}

export function createDrafting(parts: DraftingParts): Drafting {
  const { live, turns, deadline: startDeadline = tenMinutes } = parts;
  const underWay = new Map<CollectionName, UnderWay>();

  async function prepare(request: ChangeRequest, find: FindTarget): Promise<Proposal> {
    const { collection, by, guildId, onProgress = () => {} } = request;
    const other = underWay.get(collection);
    if (other) return { kind: 'busy', ...other };
    underWay.set(collection, { by, since: parts.now() });
    const deadline = startDeadline();
    try {
      onProgress({ kind: 'reading' });
      await live.follow(collection);
      // Read once: what is published from now on makes the draft stale, where it would otherwise be undone by it.
      const current = await live.of(collection);
      const target = await before(deadline, find(current, deadline));
      if (!('documents' in target)) return target;
      const giveWay = turns.begin('preview', deadline);
      const more = { guildId, onProgress, giveWay, deadline };
      return await propose(target, current, { ...parts, ...more });
    } catch (error) {
      if (deadline.aborted && error === deadline.reason) return { kind: 'too-long', minutes: MAX_MINUTES };
      throw error;
    } finally {
      underWay.delete(collection);
    }
  }

  return { prepare, underWay: (collection) => underWay.get(collection) };
}

function tenMinutes(): AbortSignal {
  return AbortSignal.timeout(MAX_MINUTES * 60_000);
}

interface ProposalParts
  extends Pick<DraftingParts, 'store' | 'live' | 'limits' | 'upkeep' | 'judgedQuestions' | 'questionLog'> {
  /** The server of the moderator, whose members' questions are asked again. */
  readonly guildId: string | undefined;
  readonly onProgress: (step: Step) => void;
  readonly giveWay: GiveWay;
  readonly deadline: AbortSignal;
}

/**
 * Does everything up to the last step, which is a moderator's: compares the target with what the collection holds now,
 * builds the new snapshot, checks it, and keeps the change as a draft.
 */
async function propose(target: TargetContent, current: Served, parts: ProposalParts): Promise<Proposal> {
  const { collection, by, kind, glossary } = target;
  const { live, store, limits, upkeep, questionLog, guildId, onProgress, giveWay, deadline } = parts;
  onProgress({ kind: 'comparing' });
  const others = collection === 'shared' ? [] : documentsOf((await live.of('shared')).content);
  const place = { current: current.content, others };
  const placed = await placeContent(target, place, store, giveWay);
  const { content, unstored, withdrawn } = placed;
  if (kind === 'add' && withdrawn[0]) return { kind: 'withdrawn', document: withdrawn[0] };
  const told = [...target.problems, ...withdrawn.map(withdrawnProblem)];
  const seen = [...others, ...documentsOf(content)];
  const problems = [...told, ...untoldOrphans(content.knownQuestions, seen, told)];
  if (isSameContent(content, current.content)) return { kind: 'unchanged', problems };
  if (collection !== 'shared') {
    const refusal = overLimit(content, limits) ?? overStorage(await storageOf(placed, store), limits);
    if (refusal) return refusal;
  }

  onProgress({ kind: 'building', passages: passagesOf(content) });
  // It may have to wait for room.
  const next = await before(deadline, live.prepare(content, giveWay));
  const asked = guildId === undefined ? [] : await questionLog.recent(guildId);
  const { preview, askedAgain } = await previewOf({ target, problems, current, next }, { ...parts, asked });
  // The last moment at which the deadline counts.
  await giveWay();
  for await (const some of withBytes(unstored)) await store.putDocuments(some);
  const draft = { collection, base: current.content.revision, author: by };
  const saved = await store.saveDraft(
    {
      ...draft,
      preview: json(preview),
      glossary: json(glossary),
      knownQuestions: content.knownQuestions.length > 0 ? json(content.knownQuestions) : null,
    },
    content.placed.map(({ entry }) => entry),
  );
  await upkeep.afterSaving(collection, saved.id);
  // What members asked is stored in the log alone, where it is deleted with it.
  if (guildId !== undefined) await questionLog.rememberAnswers(saved.id, guildId, askedAgain);
  await store.recordAction({ collection, actor: by, action: kind, detail: { draft: saved.id } });
  return { kind: 'draft', ...saved, ...draft, preview: withAnswers(preview, askedAgain) };
}

/** Our own plain data, whose optional fields are absent rather than undefined, is JSON as it is. */
function json(value: object): Json {
  return value as unknown as Json;
}
