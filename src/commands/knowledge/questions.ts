import { setImmediate as nextTurn } from 'node:timers/promises';
import { ApplicationCommandOptionType } from 'discord.js';
import { z } from 'zod';
import type { Copy } from '../../copy/copy.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import { clip } from '../../discord/limits.js';
import { choice, described, named } from '../../discord/localised.js';
import { pagesOf } from '../../discord/paging.js';
import { type Quoting, quotationOf } from '../../discord/quotation.js';
import type { Button, Reply, ReplyBlock } from '../../discord/reply.js';
import type { Snapshot } from '../../index/snapshot.js';
import type { AskedQuestion } from '../../library/library.js';
import { closestExcerpt, findQuestion, markedExcerpt, questionId } from './asked-question.js';
import { knownReply } from './known.js';
import { type Moderator, moderated, moderatedButton, ofServer, page } from './moderated.js';
import { trouble } from './preview.js';
import { questionsCsv } from './questions-csv.js';
import { reportsReply, toReports } from './reports.js';

/** How many questions a message has where they are short enough. */
const MAX_AT_ONCE = 4;
const MAX_ALIKE = 3;

export const questions = moderated({
  definition: {
    ...named('questions'),
    ...described((copy) => copy.knowledge.questions.description),
    options: [
      {
        ...named('view'),
        ...described((copy) => copy.knowledge.questions.view),
        type: ApplicationCommandOptionType.String,
        choices: (['asked', 'reports', 'known'] as const).map((value) =>
          choice(value, (copy) => copy.knowledge.questions.views[value]),
        ),
      },
    ],
  },
  handle(request, services) {
    switch (request.options.view) {
      case 'known':
        return knownReply(request, services, 0);
      case 'reports':
        return reportsReply(request, services, 0);
      default:
        return questionsReply(request, services, 0);
    }
  },
});

export const questionButtons = {
  questions: moderatedButton(z.tuple([page]), ofServer, ([wanted], moderator, services) =>
    questionsReply(moderator, services, Number(wanted)),
  ),
  dismiss: moderatedButton(
    z.tuple([questionId, page]),
    ofServer,
    async ([id, shown], moderator, services) => {
      const question = await findQuestion(id, moderator, services);
      if (question) await services.library.dismiss(question, moderator.userId);
      return questionsReply(moderator, services, Number(shown));
    },
  ),
  'questions-csv': moderatedButton(z.tuple([]), ofServer, async (_, { guildId, copy }, { library }) => {
    const words = copy.knowledge.questions;
    const [asked, snapshot] = await Promise.all([library.questions(guildId), library.current(guildId)]);
    return {
      tone: 'neutral',
      isAside: true,
      blocks: [{ kind: 'text', line: words.downloaded(asked.length) }],
      file: { name: words.fileName, text: await questionsCsv(asked, snapshot, copy) },
    };
  }),
};

/** As many questions as a message holds, from position `wanted` on; the last ones where the list has become shorter. */
async function questionsReply(moderator: Moderator, services: Services, wanted: number): Promise<Reply> {
  const { guildId, copy } = moderator;
  const words = copy.knowledge.questions;
  const { library } = services;
  const [asked, snapshot, settings, reports] = await Promise.all([
    library.questions(guildId),
    library.current(guildId),
    library.settings(guildId),
    library.reports(guildId),
  ]);
  if (settings.questionLog === false) return trouble(words.off);
  const others = toReports(reports.length, moderator);
  if (asked.length === 0)
    return { tone: 'neutral', blocks: [{ kind: 'text', line: words.none }], buttons: others };
  const from = wanted < asked.length ? wanted : Math.max(0, asked.length - MAX_AT_ONCE);
  const sections: ReplyBlock[][] = [];
  for (const question of asked.slice(from, from + MAX_AT_ONCE)) {
    // Each is asked again, and members go on asking.
    await nextTurn();
    sections.push(await questionBlocks(question, from, snapshot, copy, services));
  }
  const heading: ReplyBlock = { kind: 'heading', text: words.title(asked.length) };
  const [first = [], ...more] = sections;
  const [shown = []] = pagesOf([[heading, ...first], ...more]);
  const to = from + shown.filter(({ kind }) => kind === 'buttons').length;
  return {
    tone: 'neutral',
    blocks: [...shown, { kind: 'small', line: words.position(from + 1, to, asked.length) }],
    buttons: [
      ...(from > 0 ? [turn(copy.reply.previous, Math.max(0, from - MAX_AT_ONCE))] : []),
      ...(to < asked.length ? [turn(copy.reply.next, to)] : []),
      { label: words.download, customId: customId('knowledge', 'questions-csv') },
      ...others,
    ],
  };
}

function turn(label: string, from: number): Button {
  return { label, customId: customId('knowledge', 'questions', from) };
}

async function questionBlocks(
  question: AskedQuestion,
  from: number,
  snapshot: Snapshot,
  copy: Copy,
  quoting: Quoting,
): Promise<ReplyBlock[]> {
  const words = copy.knowledge.questions;
  const { text, lastAt, questions: same } = question;
  const id = same[0]?.id ?? '';
  const alike = same.slice(1, 1 + MAX_ALIKE).map((one) => clip(one.text, 100));
  return [
    { kind: 'text', line: [{ bold: clip(text, 300) }] },
    {
      kind: 'small',
      line: [words.counts(question), words.last, { time: lastAt, as: 'distance' }],
    },
    ...(alike.length > 0 ? [{ kind: 'small', line: words.alike(alike) } as const] : []),
    ...(await closestBlocks(question, snapshot, copy, quoting)),
    {
      kind: 'buttons',
      buttons: [
        { label: words.teach, customId: customId('knowledge', 'teach', id) },
        { label: words.note, customId: customId('knowledge', 'note', id) },
        { label: words.dismiss, customId: customId('knowledge', 'dismiss', id, from) },
      ],
    },
  ];
}

/** What a member marked as the answer, or else what comes closest. */
async function closestBlocks(
  question: AskedQuestion,
  snapshot: Snapshot,
  copy: Copy,
  quoting: Quoting,
): Promise<ReplyBlock[]> {
  const words = copy.knowledge.questions;
  const marked = await markedExcerpt(snapshot, question);
  const closest = marked ? undefined : await closestExcerpt(snapshot, question.text);
  const excerpt = (marked ?? closest)?.excerpt;
  const quotation = excerpt && quotationOf(snapshot, excerpt, copy, quoting);
  if (!quotation) return [{ kind: 'small', line: words.nothingNear }];
  const whose = closest?.verdict === 'answered' ? words.answered : words.closest;
  return [{ kind: 'small', line: marked ? words.marked(marked.members) : whose }, quotation];
}
