import { z } from 'zod';
import type { Copy } from '../copy/copy.js';
import { ANYWHERE, defineButton, defineCommand } from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import type { Asker } from '../discord/interaction-data.js';
import { described, named } from '../discord/localised.js';
import type { Button, Reply, ReplyBlock } from '../discord/reply.js';
import { type GuildSettings, type Library, RETENTION } from '../library/library.js';
import { overLimit } from './ask-limit.js';
import { keptFor } from './kept.js';

/** What is kept of members, as it is here and now, and how they delete it. Only the one who asks sees it. */
export const privacy = defineCommand({
  definition: {
    ...named('privacy'),
    ...described((copy) => copy.privacy.description),
    ...ANYWHERE,
  },

  isPrivate: () => true,

  handle: (request, { library }) => page(request, library),

  buttons: {
    show: defineButton(z.tuple([]), (_, press, { library }) => page(press, library)),
    delete: defineButton(z.tuple([]), (_, { copy }) => question(copy)),
    deleted: defineButton(z.tuple([]), async (_, press, services): Promise<Reply> => {
      // All thumbs and reports are looked through for theirs.
      const tooMany = overLimit(press, await press.settings(), services);
      if (tooMany) return tooMany;
      const { copy, userId } = press;
      return short(copy.privacy.deleted(await services.library.forgetMember(userId)));
    }),
  },
});

async function page(asker: Asker, library: Pick<Library, 'settings'>): Promise<Reply> {
  const { copy, guildId, hasBot } = asker;
  const words = copy.privacy;
  // Not those that members are answered by where the server's cannot be read: what is said here must be so.
  const settings = guildId !== null && hasBot ? await library.settings(guildId) : {};
  return {
    tone: 'neutral',
    blocks: [
      { kind: 'heading', text: words.title },
      { kind: 'text', line: words.about },
      ...section(words.questions, questions(asker, settings)),
      ...section(words.said, [words.thumbs, words.reports(RETENTION), words.hashed]),
      ...section(words.moderators, [words.history(RETENTION)]),
      ...section(words.ends, [words.left(RETENTION), words.host]),
    ],
    buttons: [action(words.delete, 'delete')],
  };
}

/** What is kept of questions where they ask. */
function questions(asker: Asker, settings: GuildSettings): string[] {
  const words = asker.copy.privacy;
  if (!asker.hasBot) return [words.away, words.pace];
  if (keptFor(asker, settings) === undefined) return [words.off, words.pace];
  return [words.kept(RETENTION), words.askedAgain, words.wanted, words.pace];
}

function section(title: string, lines: readonly string[]): ReplyBlock[] {
  return [
    { kind: 'text', line: [{ bold: title }] },
    { kind: 'list', items: lines.map((line) => ({ line })) },
  ];
}

function question({ privacy: words }: Copy): Reply {
  return {
    ...short(words.sure),
    buttons: [{ ...action(words.yes, 'deleted'), look: 'danger' }, action(words.no, 'show')],
  };
}

function action(label: string, name: string): Button {
  return { label, customId: customId('privacy', name) };
}

function short(line: string): Reply {
  return { tone: 'neutral', blocks: [{ kind: 'text', line }] };
}
