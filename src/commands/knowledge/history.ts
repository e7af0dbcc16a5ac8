import { z } from 'zod';
import { reportWords } from '../../copy/change-words.js';
import type { Copy } from '../../copy/copy.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import { clip } from '../../discord/limits.js';
import type { Button, Item, Reply, ReplyBlock } from '../../discord/reply.js';
import type { AuditEntry, CollectionName, Library } from '../../library/library.js';
import type { PastRevision, Report } from '../../library/preview.js';
import {
  collectionSubcommand,
  type Moderator,
  moderatedButton,
  scope,
  scoped,
  scopeOf,
} from './moderated.js';
import { actor } from './preview.js';

const PER_PAGE = 12;
const MAX_TITLE = 60;

export const history = collectionSubcommand(
  'history',
  (copy) => copy.knowledge.history.description,
  (moderator, services) => historyReply(moderator, services),
);

/** The entries before one, or the newest. */
export const historyPage = moderatedButton(
  z.union([z.tuple([scope]), z.tuple([scope, z.string().regex(/^\d{1,12}$/)])]),
  scoped,
  ([, before], moderator, services) =>
    historyReply(moderator, services, before === undefined ? undefined : Number(before)),
);

async function historyReply(
  { collection, copy }: Moderator,
  { library }: Services,
  before?: number,
): Promise<Reply> {
  const words = copy.knowledge.history;
  // One more than is shown tells whether there are older ones.
  const entries = await library.history(collection, PER_PAGE + 1, before);
  const shown = entries.slice(0, PER_PAGE);
  const [revisions, titleOf] = await Promise.all([
    revisionsOf(collection, shown, library),
    titlesOf(collection, library),
  ]);
  const items = shown.map((entry): Item => {
    const revision = revisions.get(revisionOf(entry) ?? 0);
    const action = clip(whatWasDone(entry, revision?.report, titleOf, copy), 200);
    const isKept = revision?.isKept ?? true;
    return {
      line: [
        { time: entry.at },
        ' · ',
        actor(entry.actor, copy),
        ` ${action}`,
        isKept ? '' : copy.changes.letGo,
      ],
    };
  });
  const last = shown.at(-1);
  const idOf = (...to: number[]) => customId('knowledge', 'history', scopeOf(collection), ...to);
  const buttons: Button[] = [
    ...(before === undefined ? [] : [{ label: words.newest, customId: idOf() }]),
    ...(last && entries.length > PER_PAGE ? [{ label: words.older, customId: idOf(last.id) }] : []),
  ];
  const none: ReplyBlock = { kind: 'text', line: before === undefined ? words.none : words.end };
  return {
    tone: 'neutral',
    blocks: [
      { kind: 'heading', text: words.title(collection === 'shared') },
      items.length > 0 ? { kind: 'list', items } : none,
    ],
    buttons,
  };
}

/** What a document is called: by its title while it is live, and else by its id, as revisions keep no titles. */
export async function titlesOf(
  collection: CollectionName,
  library: Library,
): Promise<(id: string) => string> {
  const titles = new Map(
    (await library.documents(collection)).map(({ document: { id, title } }) => [id, title]),
  );
  return (id) => clip(titles.get(id) ?? id, MAX_TITLE);
}

/** The revisions that these entries published. */
async function revisionsOf(
  collection: CollectionName,
  entries: readonly AuditEntry[],
  library: Library,
): Promise<Map<number, PastRevision>> {
  const numbers = entries.flatMap((entry) => revisionOf(entry) ?? []);
  if (numbers.length === 0) return new Map();
  const revisions = await library.revisions(collection, PER_PAGE * 2, Math.max(...numbers) + 1);
  return new Map(revisions.map((revision) => [revision.number, revision]));
}

function revisionOf({ detail }: AuditEntry): number | undefined {
  const isObject = typeof detail === 'object' && detail !== null && 'revision' in detail;
  return isObject && typeof detail.revision === 'number' ? detail.revision : undefined;
}

/** @param report That of the revision that was published, where it is known. */
function whatWasDone(
  { action, detail }: AuditEntry,
  report: Report | undefined,
  titleOf: (id: string) => string,
  copy: Copy,
): string {
  const { publish, takedown, ...others } = copy.knowledge.history.actions;
  const of = (key: string) => Object.entries(detail ?? {}).find(([name]) => name === key)?.[1];
  if (action === 'publish')
    return publish(Number(of('revision')), report ? reportWords(report, copy.changes, titleOf) : '');
  if (action === 'takedown') return takedown(`${of('document')}`, `${of('why')}`);
  return Object.entries(others).find(([name]) => name === action)?.[1] ?? action;
}
