import { answerQuestion } from '../answer/answer.js';
import { relatedQuestions } from '../answer/related-questions.js';
import type { Services } from '../discord/command.js';
import type { Asker } from '../discord/interaction-data.js';
import { LIMITS } from '../discord/limits.js';
import type { StageTimer } from '../discord/observer.js';
import type { Reply } from '../discord/reply.js';
import type { Snapshot } from '../index/snapshot.js';
import type { GuildSettings } from '../library/library.js';
import type { FoundAnswer } from '../library/recent-answers.js';
import { overLimit } from './ask-limit.js';
import { type Answered, answerReply } from './ask-reply.js';
import type { Audience } from './audience.js';
import { keptFor } from './kept.js';

/** Excerpts beyond those of an answer; a custom id has room for about as many. */
const FURTHER = 6;
const RELATED = { most: 3, maxLength: LIMITS.option };

/**
 * Answers a question, unless it is one too many in this minute, and notes it where the server keeps questions. What a
 * member wanted to be private is noted nowhere; what is private because it is usual here is kept for moderators, who have
 * set both, and is asked again in no preview.
 */
export async function replyTo(
  question: string,
  asker: Asker,
  settings: GuildSettings,
  audience: Audience,
  services: Services,
): Promise<Reply> {
  const { answers, library, observer, log } = services;
  const snapshot = await library.current(asker.guildId);
  const tooMany = overLimit(asker, settings, services, answers.has(snapshot, question));
  if (tooMany) return tooMany;
  const answered = await answer(snapshot, question, services);
  const { verdict, confidence } = answered.answer;
  observer.questionAnswered(verdict);
  log.debug({ question, verdict, confidence }, 'answered');
  const keeper = audience === 'wanted' ? undefined : keptFor(asker, settings);
  if (keeper !== undefined) {
    // The answer does not wait for it.
    void library.noteQuestion(keeper, settings, question, verdict, { isSeenByAll: audience === 'all' });
  }
  const seen = { isKept: keeper !== undefined, isPrivate: audience !== 'all' };
  return answerReply(answered, seen, asker.copy, services);
}

/** The answer to a question, found in its turn where it was not found lately, with what one may ask next where there is one. */
export async function answer(
  snapshot: Snapshot,
  question: string,
  { answers, questions, observer }: Pick<Services, 'answers' | 'questions' | 'observer'>,
): Promise<Answered> {
  const find = () => questions.take(() => findAnswer(snapshot, question, observer.timeStages()));
  const isAtHand = answers.has(snapshot, question);
  const found = answers.of(snapshot, question, find);
  return { question, snapshot, ...(await (isAtHand ? questions.show(() => found) : found)) };
}

async function findAnswer(snapshot: Snapshot, question: string, timer: StageTimer): Promise<FoundAnswer> {
  const answer = await answerQuestion(snapshot, question, { ...timer, further: FURTHER });
  const related = answer.verdict === 'none' ? [] : relatedQuestions(snapshot, answer, question, RELATED);
  return { answer, related };
}
