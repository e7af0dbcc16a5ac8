import { z } from 'zod';
import type { Copy } from '../copy/copy.js';
import { defineButton, defineSelect } from '../discord/command.js';
import { LIMITS } from '../discord/limits.js';
import type { Reply } from '../discord/reply.js';
import { aside, refused } from './aside.js';
import { answer, replyTo } from './ask-answer.js';
import { rated } from './ask-excerpts.js';
import { overLimit } from './ask-limit.js';
import { type ShownExcerpts, withExcerpts } from './ask-places.js';
import { askedLine, questionIn } from './ask-question.js';
import { answerReply, closestReply, UNKEPT } from './ask-reply.js';
import { reportButton } from './ask-report.js';
import { keptFor } from './kept.js';

const direction = z.enum(['up', 'down']);

/**
 * Counts a thumb, one a member. Nothing has to be kept of questions that were answered. Buttons of earlier releases,
 * which stood below answers alone, do not say what they stand below, nor which excerpts these were.
 */
export const thumb = defineButton(
  z.union([
    withExcerpts(z.tuple([direction, rated])).transform(([[way, verdict], excerpts]) => ({
      way,
      verdict,
      excerpts,
    })),
    z.tuple([direction, rated]).transform(([way, verdict]) => ({ way, verdict, excerpts: undefined })),
    z.tuple([direction]).transform(([way]) => ({ way, verdict: 'answered' as const, excerpts: undefined })),
  ]),
  async ({ way, verdict, excerpts }, press, { library }) => {
    const { guildId, userId, shown, copy } = press;
    const question = questionIn(shown);
    if (guildId === null || question === undefined) return refused(copy.reply.staleButton);
    const settings = await press.settings();
    const keeper = keptFor(press, settings);
    if (keeper === undefined) return aside(copy.ask.notCounted);
    await library.noteThumb(keeper, settings, question, userId, { verdict, isUp: way === 'up' });
    return way === 'up' ? aside(copy.ask.thanks) : thanksAndReport(question, excerpts, copy);
  },
);

/** Answers anew, for the one who pressed it: with what comes closest, or with an answer, where there is one by now. */
export const closest = defineButton(z.tuple([]), async (_, press, services): Promise<Reply> => {
  const { guildId, shown, copy } = press;
  const { library } = services;
  const question = questionIn(shown);
  if (question === undefined) return refused(copy.reply.staleButton);
  const tooMany = overLimit(press, await press.settings(), services);
  if (tooMany) return tooMany;
  const snapshot = await library.current(guildId);
  const answered = await answer(snapshot, question, services);
  return answered.answer.verdict === 'none'
    ? closestReply(answered, copy, services)
    : { ...answerReply(answered, { isKept: false, isPrivate: true }, copy, services), isAside: true };
});

/**
 * Answers a related question to the one who chose it, as if it had been asked; below an answer of which nothing is kept,
 * nothing is kept of it either. The question itself is what was chosen, so it is answered by what the documents say then,
 * also where it is no longer a known one.
 */
export const related = defineSelect(
  z.union([z.tuple([]), z.tuple([z.literal(UNKEPT)])]),
  z.string().max(LIMITS.option).regex(/\S/),
  async ([unkept], question, press, services): Promise<Reply> => {
    const settings = await press.settings();
    const audience = unkept ? 'wanted' : 'usual';
    return { ...(await replyTo(question, press, settings, audience, services)), isAside: true };
  },
);

/** Answers the question of an answer anew, from what is live by now, to the one who pressed it. Nothing is kept of that. */
export const again = defineButton(z.tuple([]), async (_, press, services): Promise<Reply> => {
  const question = questionIn(press.shown);
  if (question === undefined) return refused(press.copy.reply.staleButton);
  const reply = await replyTo(question, press, await press.settings(), 'wanted', services);
  return { ...reply, isAside: press.isSeenByAll || reply.isAside === true };
});

/** The question stands in it: whoever reports the answer says what they had asked. */
function thanksAndReport(question: string, shown: ShownExcerpts | undefined, copy: Copy): Reply {
  return {
    tone: 'neutral',
    isAside: true,
    blocks: [
      askedLine(question),
      { kind: 'text', line: copy.ask.thanks },
      { kind: 'text', line: copy.report.offer },
    ],
    buttons: [reportButton(shown, copy)],
  };
}
