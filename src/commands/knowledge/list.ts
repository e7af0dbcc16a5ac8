import { z } from 'zod';
import { copy } from '../../copy/en.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import { clip } from '../../discord/limits.js';
import { onePage, pagesOf } from '../../discord/paging.js';
import { sourceRuns } from '../../discord/quotation.js';
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

const words = copy.knowledge.list;
const PER_PAGE = 8;
/** Of one document. */
const MAX_REMARKS = 3;
const MAX_REMARK_LENGTH = 200;

export const list = collectionSubcommand('list', words.description, (moderator, services) =>
  listReply(moderator, services, 0),
);

export const listPage = moderatedButton(z.tuple([scope, page]), scoped, ([, wanted], moderator, services) =>
  listReply(moderator, services, Number(wanted)),
);

async function listReply({ collection }: Moderator, { library }: Services, wanted: number): Promise<Reply> {
  const documents = await library.documents(collection);
  const isShared = collection === 'shared';
  if (documents.length === 0)
    return { tone: 'neutral', blocks: [{ kind: 'text', line: words.none(isShared) }] };
  const title: ReplyBlock = { kind: 'heading', text: copy.knowledge.collection.title(isShared) };
  const sections = Array.from({ length: Math.ceil(documents.length / PER_PAGE) }, (_, at): ReplyBlock[] => [
    ...(at === 0 ? [title, { kind: 'small', line: words.count(documents.length) } as const] : []),
    {
      kind: 'list',
      items: documents
        .slice(at * PER_PAGE, (at + 1) * PER_PAGE)
        .flatMap((one) => [describe(one), ...remarks(one)]),
    },
  ]);
  const idOf = (to: number) => customId('knowledge', 'list', scopeOf(collection), to);
  const { blocks, turns } = onePage(pagesOf(sections), wanted, idOf);
  return { tone: 'neutral', blocks, buttons: turns };
}

function describe({ document: { id, title, source }, passages, origin }: Listed): Item {
  return {
    line: [
      { bold: clip(title, 120) },
      ' ',
      { code: clip(id, 60) },
      ` · ${copy.knowledge.preview.size(passages)} · `,
      ...originRuns(origin),
      ...(source ? [' · ', ...sourceRuns(source)] : []),
    ],
  };
}

/** What a moderator may want to put right in the file. */
function remarks({ document: { remarks: all = [] } }: Listed): Item[] {
  const shown = all.slice(0, MAX_REMARKS).map((one) => clip(copy.remark(one), MAX_REMARK_LENGTH));
  const more = all.length - shown.length;
  return [...shown, ...(more > 0 ? [words.moreRemarks(more)] : [])].map((line) => ({ line, depth: 1 }));
}

function originRuns(origin: DocumentOrigin): Run[] {
  switch (origin.kind) {
    case 'folder':
      return [words.origin.folder];
    case 'file':
      return [words.origin.file(clip(origin.name, 60))];
    case 'url':
      return [{ link: origin.url, label: words.origin.url }];
    case 'note':
      return [words.origin.note, actor(origin.by)];
  }
}
