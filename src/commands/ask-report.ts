import { z } from 'zod';
import type { Excerpt } from '../answer/excerpt.js';
import type { Copy } from '../copy/copy.js';
import { defineButton, defineForm, type Services } from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import type { Form } from '../discord/form.js';
import { seen } from '../discord/harmless.js';
import type { Asker } from '../discord/interaction-data.js';
import { clip, LIMITS } from '../discord/limits.js';
import { oneLine } from '../discord/markdown.js';
import type { Button, Reply } from '../discord/reply.js';
import type { Snapshot } from '../index/snapshot.js';
import { type MemberReport, REPORT_REASONS } from '../library/library.js';
import { answer } from './ask-answer.js';
import { overLimit } from './ask-limit.js';
import { questionIn } from './ask-reply.js';
import { keptFor } from './kept.js';

const MAX_WORDS = 500;
/** More than any excerpt has: what comes from outside may name any slice. */
const MAX_SLICE = 4_000;

const number = z.string().regex(/^\d{1,9}$/);
const filledIn = z.object({
  reason: z.enum(REPORT_REASONS),
  words: z.string().max(MAX_WORDS).optional(),
  /** Which passage, from where to where. */
  place: z
    .string()
    .regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/)
    .transform((text) => text.split('.').map(Number)),
});

/** Stands below the thanks for a thumb down. */
export function reportButton(copy: Copy): Button {
  return { label: copy.report.button, customId: customId('ask', 'report') };
}

/** Asks what is wrong with an answer, whose question stands in the message. */
export const openReport = defineButton(z.tuple([]), async (_, press, services) => {
  const { copy, shown } = press;
  const question = questionIn(shown);
  if (question === undefined) return aside(copy.reply.staleButton);
  if ((await keeperOf(press, services)) === undefined) return aside(copy.report.notTaken);
  const tooMany = overLimit(press, await press.settings(), services.rateLimiter);
  if (tooMany) return tooMany;
  const snapshot = await services.library.current(press.guildId);
  const { excerpts } = (await answer(snapshot, question)).answer;
  return excerpts.length > 0 ? reportForm(snapshot, excerpts, copy) : aside(copy.report.gone);
});

/** Keeps a report for the moderators. */
export const sendReport = defineForm(
  z.tuple([number, number]),
  async ([shared, guild], filled, submission, services): Promise<Reply> => {
    const { copy, userId, shown } = submission;
    const { data: said } = filledIn.safeParse(filled);
    const question = questionIn(shown);
    if (!said || question === undefined) return aside(copy.reply.staleButton);
    const keeper = await keeperOf(submission, services);
    if (keeper === undefined) return aside(copy.report.notTaken);
    const snapshot = await services.library.current(keeper);
    const slice = nameIn(snapshot) === `${shared}.${guild}` ? sliceAt(snapshot, said.place) : undefined;
    if (!slice) return aside(copy.report.gone);
    const { reason, words } = said;
    const isKept = await services.library.noteReport(keeper, userId, {
      reason,
      ...(words !== undefined && { words }),
      question,
      ...slice,
      revision: snapshot.name,
    });
    // In the place of the button, so that nobody presses it again.
    return { ...aside(isKept ? copy.report.thanks : copy.report.notTaken), isAside: false };
  },
);

/** The server whose moderators get reports; read anew, as what is turned off must not be kept. */
async function keeperOf(asker: Asker, { library }: Services): Promise<string | undefined> {
  const { guildId } = asker;
  return guildId === null ? undefined : keptFor(asker, await library.settings(guildId));
}

function reportForm(snapshot: Snapshot, excerpts: readonly Excerpt[], { report: words }: Copy): Form {
  const places = excerpts.map((excerpt) => ({
    label: clip(oneLine(seen(excerpt.text)), LIMITS.option),
    value: [excerpt.passage, excerpt.start, excerpt.end].join('.'),
  }));
  const reasons = REPORT_REASONS.map((value) => ({ label: words.reasons[value], value }));
  return {
    title: words.title,
    customId: customId('ask', 'report', ...nameIn(snapshot).split('.')),
    fields: [
      {
        kind: 'choice',
        name: 'place',
        label: words.passage,
        isRequired: true,
        choices: places,
        ...(places[0] && { value: places[0].value }),
      },
      { kind: 'choice', name: 'reason', label: words.reason, isRequired: true, choices: reasons },
      { kind: 'paragraph', name: 'words', label: words.words, hint: words.wordsHint, most: MAX_WORDS },
    ],
  };
}

/** The revisions of a snapshot, for a custom id. */
function nameIn({ name: { shared, guild = 0 } }: Snapshot): string {
  return `${shared}.${guild}`;
}

function sliceAt(
  { passages }: Snapshot,
  [passage = 0, start = 0, end = 0]: readonly number[],
): Pick<MemberReport, 'document' | 'span'> | undefined {
  const document = passages[passage]?.document;
  const isSlice = document && start < end && end <= document.text.length && end - start <= MAX_SLICE;
  return isSlice ? { document, span: { start, end } } : undefined;
}

function aside(line: string): Reply {
  return { tone: 'neutral', isAside: true, blocks: [{ kind: 'text', line }] };
}
