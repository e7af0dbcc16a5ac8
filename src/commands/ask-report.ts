import { z } from 'zod';
import { NO_WORDS } from '../answer/highlight.js';
import { type ExcerptPlace, excerptAt, type Texts } from '../answer/place.js';
import type { Copy } from '../copy/copy.js';
import { defineButton, defineForm, type Press, type Services } from '../discord/command.js';
import { customId } from '../discord/custom-id.js';
import type { Form } from '../discord/form.js';
import { seen } from '../discord/harmless.js';
import type { Asker } from '../discord/interaction-data.js';
import { clip, LIMITS } from '../discord/limits.js';
import { oneLine } from '../discord/markdown.js';
import type { Button, Reply } from '../discord/reply.js';
import { type MemberReport, REPORT_REASONS } from '../library/library.js';
import { aside, refused } from './aside.js';
import { textsAgain } from './ask-again.js';
import { answer } from './ask-answer.js';
import { overLimit } from './ask-limit.js';
import { placedId, type ShownExcerpts, withExcerpts } from './ask-places.js';
import { questionIn } from './ask-question.js';
import { shownExcerpts } from './ask-reply.js';
import { keptFor } from './kept.js';

const MAX_WORDS = 500;

const filledIn = z.object({
  reason: z.enum(REPORT_REASONS),
  words: z.string().max(MAX_WORDS).optional(),
  /** Which of the excerpts, from 0. */
  passage: z.string().regex(/^\d$/).transform(Number),
});

/**
 * Stands below the thanks for a thumb down.
 * @param shown The excerpts that the thumb was on; unknown where an earlier release showed them.
 */
export function reportButton(shown: ShownExcerpts | undefined, copy: Copy): Button {
  const id = shown ? placedId('report', [], shown) : customId('ask', 'report');
  return { label: copy.report.button, customId: id };
}

/** Asks what is wrong with an answer, whose question stands in the message. */
export const openReport = defineButton(
  z.union([
    z.tuple([]).transform(() => undefined),
    withExcerpts(z.tuple([])).transform(([, excerpts]) => excerpts),
  ]),
  async (excerpts, press, services) => {
    const { copy, guildId } = press;
    const question = questionIn(press.shown);
    if (question === undefined) return refused(copy.reply.staleButton);
    if ((await keeperOf(press, services)) === undefined) return aside(copy.report.notTaken);
    const shown = excerpts ?? (await shownToday(question, press, services));
    if (shown && 'blocks' in shown) return shown;
    const texts = shown && (await textsOf(shown, guildId, services));
    return shown && texts ? reportForm(shown, texts, copy) : aside(copy.report.gone);
  },
);

/** Keeps a report for the moderators. */
export const sendReport = defineForm(
  withExcerpts(z.tuple([])).transform(([, excerpts]) => excerpts),
  async (excerpts, filled, submission, services): Promise<Reply> => {
    const { copy, userId, shown } = submission;
    const { data: said } = filledIn.safeParse(filled);
    const question = questionIn(shown);
    const place = said && excerpts.places[said.passage];
    if (!place || question === undefined) return refused(copy.reply.staleButton);
    const keeper = await keeperOf(submission, services);
    if (keeper === undefined) return aside(copy.report.notTaken);
    const texts = await textsOf(excerpts, keeper, services);
    const passage = texts && passageAt(texts, place);
    if (!passage) return aside(copy.report.gone);
    const { reason, words } = said;
    const isKept = await services.library.noteReport(keeper, userId, {
      reason,
      ...(words !== undefined && { words }),
      question,
      ...passage,
      revision: excerpts.name,
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

/** What the question is answered with today, which counts as a question; or that it is one too many. */
async function shownToday(
  question: string,
  press: Press,
  services: Services,
): Promise<ShownExcerpts | Reply | undefined> {
  const tooMany = overLimit(press, await press.settings(), services);
  if (tooMany) return tooMany;
  const snapshot = await services.library.current(press.guildId);
  const { answer: found } = await answer(snapshot, question, services);
  return shownExcerpts(snapshot, found.excerpts);
}

async function textsOf(
  shown: ShownExcerpts,
  guildId: string | null,
  { library }: Services,
): Promise<Texts | undefined> {
  return textsAgain(shown, await library.current(guildId), guildId, library);
}

/** Says so where none of what was shown is left. */
function reportForm(shown: ShownExcerpts, texts: Texts, copy: Copy): Form | Reply {
  const { report: words } = copy;
  const passages = shown.places.flatMap((place, at) => {
    const excerpt = excerptAt(texts, place, NO_WORDS);
    return excerpt ? [{ label: clip(oneLine(seen(excerpt.text)), LIMITS.option), value: `${at}` }] : [];
  });
  const [first] = passages;
  if (!first) return aside(words.gone);
  const reasons = REPORT_REASONS.map((value) => ({ label: words.reasons[value], value }));
  return {
    title: words.title,
    customId: placedId('report', [], shown),
    fields: [
      {
        kind: 'choice',
        name: 'passage',
        label: words.passage,
        isRequired: true,
        choices: passages,
        value: first.value,
      },
      { kind: 'choice', name: 'reason', label: words.reason, isRequired: true, choices: reasons },
      { kind: 'paragraph', name: 'words', label: words.words, hint: words.wordsHint, most: MAX_WORDS },
    ],
  };
}

function passageAt(texts: Texts, place: ExcerptPlace): Pick<MemberReport, 'document' | 'span'> | undefined {
  const document = texts.documents.get(place.document);
  const excerpt = excerptAt(texts, place, NO_WORDS);
  return document && excerpt && { document, span: { start: excerpt.start, end: excerpt.end } };
}
