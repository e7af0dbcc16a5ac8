import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { answerQuestion } from '../../answer/answer.js';
import type { Excerpt } from '../../answer/excerpt.js';
import { copy } from '../../copy/en.js';
import type { Services } from '../../discord/command.js';
import { customId } from '../../discord/custom-id.js';
import { pagesOf } from '../../discord/paging.js';
import { quotationOf } from '../../discord/quotation.js';
import type { Button, Reply, ReplyBlock } from '../../discord/reply.js';
import type { Snapshot } from '../../index/snapshot.js';
import type { AskedQuestion } from '../../library/library.js';
import { type Moderator, moderated, moderatedButton, ofServer, page } from './moderated.js';
import { trouble } from './preview.js';
import { clip } from './preview-sections.js';

const words = copy.knowledge.questions;
/** How many questions a message has where they are short enough. */
const MAX_AT_ONCE = 4;
const MAX_ALIKE = 3;

export const questionId = z.string().regex(/^[\w-]{1,40}$/);

export const questions = moderated({
  definition: { name: 'questions', description: words.description },
  handle: (request, services) => questionsReply(request, services, 0),
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
  'questions-csv': moderatedButton(z.tuple([]), ofServer, async (_, { guildId }, { library }) => {
    const [asked, snapshot] = await Promise.all([library.questions(guildId), library.current(guildId)]);
    return {
      tone: 'neutral',
      isAside: true,
      blocks: [{ kind: 'text', line: words.downloaded(asked.length) }],
      file: { name: words.fileName, text: await questionsCsv(asked, snapshot) },
    };
  }),
};

/** The question that a button was made for; `undefined` where it is not on the list any more. */
export async function findQuestion(
  id: string,
  { guildId }: Moderator,
  { library }: Services,
): Promise<AskedQuestion | undefined> {
  return (await library.questions(guildId)).find(({ questions: same }) => same.some((one) => one.id === id));
}

/** As many questions as a message holds, from position `wanted` on; the last ones where the list has become shorter. */
async function questionsReply({ guildId }: Moderator, services: Services, wanted: number): Promise<Reply> {
  const { library, log } = services;
  const [asked, snapshot, settings] = await Promise.all([
    library.questions(guildId),
    library.current(guildId),
    library.settings(guildId),
  ]);
  if (settings.questionLog === false) return trouble(words.off);
  if (asked.length === 0) return { tone: 'neutral', blocks: [{ kind: 'text', line: words.none }] };
  const from = wanted < asked.length ? wanted : Math.max(0, asked.length - MAX_AT_ONCE);
  const sections = await Promise.all(
    asked.slice(from, from + MAX_AT_ONCE).map((question) => questionBlocks(question, from, snapshot, log)),
  );
  const heading: ReplyBlock = { kind: 'heading', text: words.title(asked.length) };
  const [shown = []] = pagesOf([[heading], ...sections]);
  const to = from + shown.filter(({ kind }) => kind === 'buttons').length;
  return {
    tone: 'neutral',
    blocks: [...shown, { kind: 'small', line: words.position(from + 1, to, asked.length) }],
    buttons: [
      ...(from > 0 ? [turn(copy.reply.previous, Math.max(0, from - MAX_AT_ONCE))] : []),
      ...(to < asked.length ? [turn(copy.reply.next, to)] : []),
      { label: words.download, customId: customId('knowledge', 'questions-csv') },
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
  log: Services['log'],
): Promise<ReplyBlock[]> {
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
    ...(await closestBlocks(text, snapshot, log)),
    {
      kind: 'buttons',
      buttons: [
        { label: words.note, customId: customId('knowledge', 'note', id) },
        { label: words.dismiss, customId: customId('knowledge', 'dismiss', id, from) },
      ],
    },
  ];
}

async function closestBlocks(
  question: string,
  snapshot: Snapshot,
  log: Services['log'],
): Promise<ReplyBlock[]> {
  const closest = await closestExcerpt(snapshot, question);
  const quotation = closest && quotationOf(snapshot, closest.excerpt, log);
  if (!closest || !quotation) return [{ kind: 'small', line: words.nothingNear }];
  return [{ kind: 'small', line: closest.isAnswer ? words.answered : words.closest }, quotation];
}

/** What the documents have for a question today: the answer, where there is one by now, or what comes closest. */
interface ClosestExcerpt {
  readonly isAnswer: boolean;
  readonly excerpt: Excerpt;
}

/** `undefined` where nothing is near. */
async function closestExcerpt(snapshot: Snapshot, question: string): Promise<ClosestExcerpt | undefined> {
  const answer = await answerQuestion(snapshot, question);
  const [excerpt] = answer.excerpts;
  return excerpt && { isAnswer: answer.verdict === 'answered', excerpt };
}

/**
 * Questions as a table for a spreadsheet, most asked first. A cell that a spreadsheet would take for a formula is
 * made harmless with an apostrophe before it. (https://owasp.org/www-community/attacks/CSV_Injection)
 */
export async function questionsCsv(questions: readonly AskedQuestion[], snapshot: Snapshot): Promise<string> {
  // Imported here, so that a start does not wait for it.
  const { stringify } = await import('csv-stringify/sync');
  const rows: (string | number)[][] = [];
  for (const { text, lastAt, unanswered, unsure, thumbs } of questions) {
    // There may be a thousand, and members go on asking.
    await nextTurn();
    const excerpt = (await closestExcerpt(snapshot, text))?.excerpt;
    const closest = [excerpt?.citation.title ?? '', excerpt?.text ?? ''];
    const counts = [
      unanswered,
      unsure,
      ...[thumbs.answered, thumbs.unsure].flatMap(({ up, down }) => [up, down]),
    ];
    rows.push([text, ...counts, lastAt.toISOString(), ...closest]);
  }
  // The mark at the beginning tells Excel that the file is UTF-8.
  return stringify(
    [words.columns, ...rows].map((row) => row.map(harmless)),
    {
      bom: true,
      record_delimiter: 'windows',
    },
  );
}

/** csv-stringify's own `escape_formulas` overlooks full-width forms, and formulas after white space. */
function harmless(cell: string | number): string {
  const text = `${cell}`;
  return typeof cell === 'string' && /^\s*[=+\-@＝＋－＠\t\r]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
