import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import { sourceRuns } from '../../discord/citation-line.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import { clip } from '../../discord/limits.js';
import { onePage, pagesOf } from '../../discord/paging.js';
import type { Item, Reply, ReplyBlock, Run } from '../../discord/reply.js';
import type { Listed } from '../../library/library.js';
import type { DocumentOrigin } from '../../library/sources.js';
import {
  collectionSubcommand,
  type Moderator,
  moderatedButton,
  page,
  scope,
  scoped,
  scopeOf,
} from './moderated.js';
import { actor } from './preview.js';

const PER_PAGE = 8;
/** Of one document. */
const MAX_REMARKS = 3;
const MAX_REMARK_LENGTH = 200;

export const list = collectionSubcommand(
  'list',
  (copy) => copy.knowledge.list.description,
  (moderator, services) => listReply(moderator, services, 0),
);

export const listPage = moderatedButton(z.tuple([scope, page]), scoped, ([, wanted], moderator, services) =>
  listReply(moderator, services, Number(wanted)),
);

async function listReply(
  { collection, copy }: Moderator,
  { library }: Services,
  wanted: number,
): Promise<Reply> {
  const words = copy.knowledge.list;
  const [documents, altered] = await Promise.all([
    library.documents(collection),
    library.altered(collection),
  ]);
  const isShared = collection === 'shared';
  const problems = alteredItems(altered, copy);
  if (documents.length + altered.length === 0)
    return { tone: 'neutral', blocks: [{ kind: 'text', line: words.none(isShared) }] };
  const title: ReplyBlock = { kind: 'heading', text: copy.knowledge.collection.title(isShared) };
  const pages = Math.max(1, Math.ceil(documents.length / PER_PAGE));
  const sections = Array.from({ length: pages }, (_, at): ReplyBlock[] => [
    ...(at === 0
      ? [title, { kind: 'small', line: words.count(documents.length) } as const, ...problems]
      : []),
    {
      kind: 'list',
      items: documents
        .slice(at * PER_PAGE, (at + 1) * PER_PAGE)
        .flatMap((one) => [describe(one, copy), ...remarks(one, copy)]),
    },
  ]);
  const idOf = (to: number) => customId('knowledge', 'list', scopeOf(collection), to);
  const { blocks, turns } = onePage(pagesOf(sections), wanted, copy, idOf);
  return { tone: 'neutral', blocks, buttons: turns };
}

function describe({ document: { id, title, source }, passages, origin }: Listed, copy: Copy): Item {
  return {
    line: [
      { bold: clip(title, 120) },
      ' ',
      { code: clip(id, 60) },
      ` · ${copy.knowledge.preview.size(passages)} · `,
      ...originRuns(origin, copy),
      ...(source ? [' · ', ...sourceRuns(source, copy)] : []),
    ],
  };
}

/** What was published and cannot be quoted any more: a moderator must know why it is not found. */
function alteredItems(ids: readonly string[], copy: Copy): ReplyBlock[] {
  if (ids.length === 0) return [];
  const items = ids
    .slice(0, PER_PAGE)
    .map((file) => ({ line: copy.problem({ file: clip(file, 60), kind: 'altered' }) }));
  return [{ kind: 'list', items }];
}

/** What a moderator may want to put right in the file. */
function remarks({ document: { remarks: all = [] } }: Listed, copy: Copy): Item[] {
  const shown = all.slice(0, MAX_REMARKS).map((one) => clip(copy.remark(one), MAX_REMARK_LENGTH));
  const more = all.length - shown.length;
  return [...shown, ...(more > 0 ? [copy.knowledge.list.moreRemarks(more)] : [])].map((line) => ({
    line,
    depth: 1,
  }));
}

function originRuns(origin: DocumentOrigin, copy: Copy): Run[] {
  const words = copy.knowledge.list.origin;
  switch (origin.kind) {
    case 'folder':
      return [words.folder];
    case 'file':
      return [words.file(clip(origin.name, 60))];
    case 'url':
      return [{ link: origin.url, label: words.url }];
    case 'note':
      return [words.note, actor(origin.by, copy)];
  }
}
