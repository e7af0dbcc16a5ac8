import { setImmediate as nextTurn } from 'node:timers/promises';
import { ApplicationCommandType } from 'discord.js';
import { type FoundSources, findSources as find, type SourcedSentence } from '../answer/find-sources.js';
import type { Copy } from '../copy/copy.js';
import { ANYWHERE, type MessageCommand } from '../discord/command.js';
import { clip } from '../discord/limits.js';
import { titled } from '../discord/localised.js';
import { pagesOf } from '../discord/paging.js';
import { plainText } from '../discord/plain-text.js';
import { type Quoting, quotationOf } from '../discord/quotation.js';
import type { Reply, ReplyBlock } from '../discord/reply.js';
import type { Snapshot } from '../index/snapshot.js';
import { overLimit } from './ask-limit.js';

/** Of a sentence as much is shown as tells which one it is. */
const MAX_SHOWN = 200;

/**
 * For each sentence of a message, what the documents have on it. A message counts as one question; nothing of it is kept.
 */
export const findSources: MessageCommand = {
  definition: {
    type: ApplicationCommandType.Message,
    ...titled((copy) => copy.findSources.name),
    ...ANYWHERE,
  },

  summary: (copy) => copy.findSources.summary,

  async *handle(request, services) {
    const { library, questions } = services;
    const { guildId, message, copy } = request;
    const tooMany = overLimit(request, await request.settings(), services);
    if (tooMany) {
      yield tooMany;
      return;
    }
    const snapshot = await library.current(guildId);
    const found = await questions.take(() => find(snapshot, plainText(message), nextTurn));
    yield* sourcesReplies(snapshot, found, copy, services);
  },
};

/** What was found, in as many messages as it takes. */
export function sourcesReplies(
  snapshot: Snapshot,
  found: FoundSources,
  copy: Copy,
  quoting: Quoting,
): Reply[] {
  const { sentences, questions, more } = found;
  const words = copy.findSources;
  const withPassage = sentences.filter(({ excerpt }) => excerpt).length;
  const head: ReplyBlock[] =
    sentences.length === 0
      ? [{ kind: 'text', line: words.nothing }]
      : [
          { kind: 'heading', text: words.title(withPassage, sentences.length) },
          { kind: 'small', line: words.aside },
        ];
  const tail: ReplyBlock[] = [
    ...(questions > 0 ? [{ kind: 'small', line: words.questions(questions) } as const] : []),
    ...(more > 0 ? [{ kind: 'small', line: words.more(more) } as const] : []),
  ];
  const sections = sentences.map((sentence) => section(snapshot, sentence, copy, quoting));
  const pages = pagesOf([head, ...sections, tail].filter((blocks) => blocks.length > 0));
  return pages.map((blocks, at) => ({ tone: 'neutral', blocks, ...(at > 0 && { isFurther: true }) }));
}

function section(snapshot: Snapshot, sentence: SourcedSentence, copy: Copy, quoting: Quoting): ReplyBlock[] {
  const { text, excerpt, details } = sentence;
  const words = copy.findSources;
  const stated: ReplyBlock = { kind: 'text', line: [{ bold: clip(text, MAX_SHOWN) }] };
  const quotation = excerpt && quotationOf(snapshot, excerpt, copy, quoting);
  if (!quotation) return [stated, { kind: 'small', line: words.none }];
  const checked = details.map(({ asked, isThere }) =>
    isThere ? words.isThere(asked) : words.isNotThere(asked),
  );
  return [
    stated,
    quotation,
    ...(checked.length > 0 ? [{ kind: 'text', line: checked.join(' · ') } as const] : []),
  ];
}
